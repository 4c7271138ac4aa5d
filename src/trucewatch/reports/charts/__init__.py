"""Charts of a situation, drawn as SVG that needs nothing else: no font, no script, no picture."""
