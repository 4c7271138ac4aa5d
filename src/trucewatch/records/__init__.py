"""The types that the stages exchange; nothing here reads a file, a model or a word list."""
