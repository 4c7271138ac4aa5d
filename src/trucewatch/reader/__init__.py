"""The trained reader: windows of word pieces in, statements, triggers, mentions and links out."""
