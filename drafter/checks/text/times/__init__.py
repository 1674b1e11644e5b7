"""Years, halves and dates of a text."""
