"""Many documents on all cores."""
