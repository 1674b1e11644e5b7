"""What a rule looks at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from drafter.kinds.frame import Frames
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier, facts_of
from drafter.model.places import Spot, spots
from drafter.model.report import Report
from drafter.model.style import Layout


@dataclass
class Subject:
    """A report, the layout it is to be printed in, and the name of its folder ("" where it has none).

    ``frames`` reads the sentence frames that its templates have, which few reports need; ``earlier`` reads the reports it
    came from, nearest first, and ``reached`` those and whatever others the given addresses name; ``beside`` reads those of the
    same unit on parts of its period. ``spots`` are the report's
    filled fields, gathered once.
    """

    report: Report
    layout: Layout
    folder: str = ""
    frames: Callable[[], Frames] = dict
    earlier: Callable[[], tuple[Earlier, ...]] = tuple
    reached: Callable[[Iterable[str]], tuple[Earlier, ...]] | None = None
    beside: Callable[[], tuple[Earlier, ...]] = tuple

    @cached_property
    def spots(self) -> list[Spot]:
        return list(spots(self.report))

    @cached_property
    def facts(self) -> list[tuple[str, str, Fact]]:
        """(part, path, fact) of every fact of the report, gathered once."""
        return list(self.report.facts())

    @cached_property
    def came_from(self) -> tuple[Earlier, ...]:
        """``earlier``, asked once."""
        return self.earlier()

    @cached_property
    def neighbours(self) -> tuple[Earlier, ...]:
        """``beside``, asked once."""
        return self.beside()

    @cached_property
    def known(self) -> tuple[Earlier, ...]:
        """``came_from``, and the others that 来自 and 对应 name."""
        if self.reached is None:
            return self.came_from
        report = self.report
        addresses = [address for figure in report.figures for address in figure.origins]
        for _, _, fact in facts_of(report):
            addresses += (*fact.answers, fact.origin) if fact.origin else fact.answers
        return self.reached(addresses)
