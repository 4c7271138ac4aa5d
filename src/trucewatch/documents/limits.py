"""The figures that bound what is taken in, each with why it is what it is."""

LARGEST_INPUT = 20_000_000
"""Bytes of one report; a daily paper's whole issue is below one million."""

SURE_LANGUAGE = 0.9
"""Least probability at which a guessed language is believed; one short sentence seldom reaches it."""

SURELY_NOT_READ = 0.001
"""Probability of the languages read below which a text is none of them; Pidgin leaves them .01."""

FEWEST_LETTERS = 24
"""A body of fewer letters is too short to tell its language."""

FEWEST_WORDS = 40
"""A text of fewer words is never plain English at a glance."""

FEWEST_ENGLISH = 0.1
"""Share of plainly English words that makes a text English; a tenth is what few reports lack."""

WORDS_OF_REPORT = 12
"""Words that make a page's line part of a report even without a stop; menus have fewer."""

LANGUAGE_SAMPLE = 8_000
"""Characters of the body that the language is told from."""

MOST_CONTROLS = 0.01
"""Share of control characters from which a text is taken for a binary file."""

TOP_OF_PAGE = 1_500
"""Code points in which a labelled day of publication is looked for."""

SHINGLE_WORDS = 5
"""Words of one shingle; five are what two reporters seldom share unless they share the wire."""

ALIKE = 0.5
"""Share of common shingles from which two reports count as one story."""
