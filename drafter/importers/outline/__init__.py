"""From lines to an outline: which rows are title, cover, lead, heading, point, paragraph, and what is no part of the report."""

from drafter.importers.outline.recover import recover

__all__ = ["recover"]
