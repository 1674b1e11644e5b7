"""Names of documents, bodies and projects, and how far each is said to have come."""
