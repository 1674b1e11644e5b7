"""How the periods of two reports stand to each other."""

from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.spans import within


def of_itself(earlier: Earlier, period: Period | None) -> bool:
    """Whether an earlier report tells of the same time: what a half year did, its year did too, and it is no leftover."""
    own = earlier.report.period
    return own is not None and period is not None and (own == period or within(own, period))
