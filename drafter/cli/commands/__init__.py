"""The verbs, one file each: its options, one call of an action, what is printed."""
