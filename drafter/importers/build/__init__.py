"""From outline rows to a report whose rendering gives the rows back."""

from drafter.importers.build.report import build
from drafter.importers.build.shape import LAYOUTS

__all__ = ["LAYOUTS", "build"]
