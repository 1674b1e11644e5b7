"""Figures out of prose: the numbers that a report states, what each is of, and how one record would hold them."""

from drafter.importers.figures.proposals import Found, Text, Use, find

__all__ = ["Found", "Text", "Use", "find"]
