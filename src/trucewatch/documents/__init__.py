"""Bytes to clean text: reads files, pages, lines and standard input into stored documents."""
