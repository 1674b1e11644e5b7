"""Words: misspelt, doubled, left from elsewhere, out of date."""
