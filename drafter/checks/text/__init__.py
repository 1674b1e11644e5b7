"""Rules over words: what any report can be read for, in facts or in a document from elsewhere."""
