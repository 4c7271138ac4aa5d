"""A report as Markdown: the same sections and words as the page, without the charts."""
