"""Pages of a workspace that several people share: signing in, one's own account, and who may do what."""
