"""One file a format: what it claims, and how it is read. Found by discovery; nothing else is edited."""
