"""From outline rows to a report whose rendering gives the rows back."""

from drafter.importers.build.report import build

__all__ = ["build"]
