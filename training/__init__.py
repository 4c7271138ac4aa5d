"""What makes the reader's weights: reports with sheets, alignment, training, export. Never imported by the package."""
