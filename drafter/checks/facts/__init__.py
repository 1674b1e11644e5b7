"""Rules over facts: what only the fields of a report can tell."""
