"""The earlier reports that a new one may begin from."""

from collections.abc import Mapping, Sequence

from drafter.actions.periods import beginnings
from drafter.model.period import Period
from drafter.tui.speech import say
from drafter.tui.widgets.several import Several

_MOST = 12  # reports offered, the latest


class SourcePicks(Several):
    """Chooses among the reports before a period. ``known``: name → period of those that are there, the latest first;
    ``asked``: the name of the one that was asked to be begun from, "" for none. What a person chooses is noted in ``picked``.
    """

    def __init__(self, known: Mapping[str, Period], asked: str, picked: dict[Period, tuple[str, ...]]) -> None:
        super().__init__(id="sources")
        self.known = known
        self.asked = asked
        #: The period that the offered reports were sorted out for; None before the first time.
        self.period: Period | None = None
        self.picked = picked

    def offer_for(self, period: Period) -> bool:
        """Offers the reports before ``period``; what it usually begins from is chosen. False where they are offered already."""
        if period == self.period:
            return False
        self.period = period
        earlier = [name for name, each in self.known.items() if each.end < period.end or name == self.asked][:_MOST]
        self.offer(earlier, {name: called(name, self.known[name]) for name in earlier}, self._chosen_for(period))
        return True

    def action_choose(self) -> None:
        super().action_choose()
        if self.period is not None:
            self.picked[self.period] = self.values

    def _chosen_for(self, period: Period) -> Sequence[str]:
        """What a person has chosen for this period; else what was asked for, and what is usual."""
        if period in self.picked:
            return self.picked[period]
        present = {each for name, each in self.known.items() if name == str(each)}
        usual = [str(each) for each in beginnings(period, present)]
        return usual if not self.asked or self.asked in usual else [self.asked]


def called(name: str, period: Period) -> str:
    """A report in words: 2024年上半年, 一科 2024年."""
    folder = name.rpartition("/")[0]
    words = say(period.words, str(period))
    return f"{folder} {words}" if folder else words
