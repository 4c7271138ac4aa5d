"""A report as text with its claims marked in it."""
