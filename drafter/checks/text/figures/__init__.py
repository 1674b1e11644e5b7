"""Numbers of a text: whether they agree with each other."""
