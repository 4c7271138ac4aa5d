"""Who is let in: one reader on this machine, or people who sign in."""
