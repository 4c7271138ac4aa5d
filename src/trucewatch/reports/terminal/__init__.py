"""One article for a person at a terminal: who says what, never what is so."""
