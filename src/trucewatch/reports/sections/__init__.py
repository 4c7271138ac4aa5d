"""What a report says, section by section, in blocks that each kind of page sets in its own way."""
