"""A long report cut into pages: what matters first on one, the rest on pages with addresses of their own."""
