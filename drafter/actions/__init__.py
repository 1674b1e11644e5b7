"""What drafter does, one verb a file: the only place that joins store, importers, checks and rendering."""
