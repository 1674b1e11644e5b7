"""Values only: what a report is, and the words for it. No files, no interface, no clock."""
