"""From a report to a document: arrange → template → blocks → docx, html or txt. Nothing here writes a file."""
