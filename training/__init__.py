"""What makes the reader's weights: reports, alignment, training, export. Never imported by the package."""
