"""What a rule looks at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from drafter.kinds.frame import Frames
from drafter.model.lineage import Earlier
from drafter.model.places import Spot, spots
from drafter.model.report import Report
from drafter.model.style import Layout


@dataclass
class Subject:
    """A report, the layout it is to be printed in, and the name of its folder ("" where it has none).

    ``frames`` reads the sentence frames that its templates have, which few reports need; ``earlier`` reads the reports it
    came from, nearest first. ``spots`` are the report's filled fields, gathered once.
    """

    report: Report
    layout: Layout
    folder: str = ""
    frames: Callable[[], Frames] = dict
    earlier: Callable[[], tuple[Earlier, ...]] = tuple

    @cached_property
    def spots(self) -> list[Spot]:
        return list(spots(self.report))
