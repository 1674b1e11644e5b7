"""The reports that one may be laid beside: those it was begun from, and the earlier ones of its unit."""

from pathlib import Path
from typing import NamedTuple

from drafter.actions.earlier import beside, home_of, name_of, read, same_unit
from drafter.actions.opening import Opened
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both


class Neighbour(NamedTuple):
    """An earlier report. ``name`` is what 来自 calls it, ``period`` None where its name does not say one."""

    name: str
    place: Path
    period: Period | None

    @property
    def words(self) -> str:
        """The period in words, the name where that is not known."""
        return self.period.words if self.period else self.name


def neighbours(opened: Opened) -> list[Neighbour]:
    """Those that the report says it came from (来自), in its order, then the earlier ones beside it, the latest first.

    Nothing is read; but folders are looked into, so this belongs into a thread.
    """
    place, period = opened.place, opened.report.period
    home = home_of(place).parent
    begun = [Neighbour(name, beside(home, name), Period.parse(Path(name).name)) for name in opened.report.origins]
    known = same_unit(place)
    before = [each for each in known if period is None or each.end < period.end]
    others = [
        Neighbour(name_of(known[each], place), known[each], each)
        for each in sorted(before, key=lambda each: each.end, reverse=True)
    ]
    found = {each.name: each for each in (*begun, *others) if each.place.exists()}
    return list(found.values())


def taken(neighbour: Neighbour) -> Earlier:
    """The report itself. Raises Refused, exit code 2, where it has gone."""
    found = read(neighbour.place, neighbour.name)
    if found is None:
        raise Refused(
            Problem(
                "report-gone",
                Both(f"“{neighbour.name}”这份报告不在了。", f"The report {neighbour.name} is gone."),
                place=Place(str(neighbour.place)),
            ),
            2,
        )
    return found
