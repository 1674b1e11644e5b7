"""Web pages: the visible text, the article among it, and what the rest of the page is."""
