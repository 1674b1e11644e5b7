"""A report under edit: what the files say as a tree of records, changed key by key, undone, merged, kept and saved.

``desk.Desk`` is the way in. Every state of the tree shares what did not change with the state before, so that an undo is the old
state, and what changed is found by looking only where two states differ.
"""
