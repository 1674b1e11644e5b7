"""Punctuation, numerals and signs that nobody sees."""
