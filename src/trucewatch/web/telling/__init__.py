"""Claims in words: what each says in short, in full, and how its days and places were worked out."""
