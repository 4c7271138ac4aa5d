"""The map that pans and zooms: what it shows of a conflict, as data."""
