"""Two reports beside each other: what became of facts, figures and plans, and how much of the text is old."""
