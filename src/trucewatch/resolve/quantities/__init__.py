"""Quantities: number words to counts of people, and the words for what befell them."""
