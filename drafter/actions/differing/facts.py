"""What is new, goes on, was reworded or dropped between two reports."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from drafter.actions.differing.sides import Said, Side, masked
from drafter.model.accounts import Descent
from drafter.model.alignment import Alignment, Node, alignments
from drafter.model.period import Period
from drafter.model.rolling import rolled
from drafter.model.text import fold

#: 照旧: as it stands; 改数: all but its numbers and periods is as it stood; 改写: other words; 新增: there was none; 删去: there
#: is none any more.
State = Literal["照旧", "改数", "改写", "新增", "删去"]
#: How the old one was found, from sure to guessed; "" where there are not two.
Sign = Literal["来自", "编号", "标题", "正文", "相近", ""]


class Change(NamedTuple):
    """A fact of the new report beside that of the old one; either is None where there is none. ``confidence`` from 0 to 1."""

    state: State
    old: Said | None
    new: Said | None
    sign: Sign = ""
    confidence: float = 1.0


class Pair(NamedTuple):
    """An old fact and the new one that goes on with it."""

    old: Node
    new: Node
    sign: Sign
    confidence: float


def pairs(old: Side, new: Side, descent: Descent) -> list[Pair]:
    """The facts of one part that are the same: by 来自 and 对应, through the reports in between; then by what they say. Only
    by 来自 may one old fact go on in several.
    """
    found = []
    for node in new.nodes:
        addresses = descent.above(node.fact) if node.fact.origin or node.fact.answers else ()
        before = next((old.by_address[each] for each in addresses if each in old.by_address), None)
        if before is not None and before.part == node.part:
            found.append(Pair(before, node, "来自", 1.0))
    settled = {f"new/{pair.new.path}" for pair in found} | {f"old/{pair.old.path}" for pair in found}
    return [*found, *map(_pair, alignments(old.nodes, new.nodes, settled))]


def changes(old: Side, new: Side, found: list[Pair]) -> Iterator[Change]:
    """In the order of the new report; then what is gone, in that of the old one. What became of plans is told elsewhere."""
    by_new = {pair.new.path: pair for pair in found}
    was, now = old.earlier.report.period, new.earlier.report.period
    for node in new.nodes:
        pair = by_new.get(node.path)
        if pair is None:
            yield Change("新增", None, new.said(node))
        else:
            before, after = old.said(pair.old), new.said(node)
            yield Change(_state(before, after, was, now), before, after, pair.sign, pair.confidence)
    kept = {pair.old.path for pair in found}
    for node in old.nodes:
        if node.path not in kept and node.part != "打算":
            yield Change("删去", old.said(node), None)


def _state(before: Said, after: Said, was: Period | None, now: Period | None) -> State:
    old, new = f"{before.heading}\n{before.text}", f"{after.heading}\n{after.text}"
    if old == new or fold(old) == fold(new):
        return "照旧"
    if masked(old) == masked(new) or (was and now and masked(rolled(old, was, now)) == masked(new)):
        return "改数"
    return "改写"


def _pair(found: Alignment) -> Pair:
    return Pair(found.old, found.new, found.sign, found.confidence)
