"""What people read: an article in the terminal, and how far two coders agree."""
