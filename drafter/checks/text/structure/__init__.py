"""Parts, headings, numbering, points."""
