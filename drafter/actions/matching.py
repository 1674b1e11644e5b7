"""What of two reports belongs together where nothing says so: plans and what became of them, facts and figures that go on.

Proposals only, for the clerk to accept: a wrong one costs more than one that is missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from drafter.actions.opening import Opened
from drafter.model.commitment import promised
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.likeness import Pair, Said, paired
from drafter.model.lineage import Earlier, key_of
from drafter.model.report import Report
from drafter.model.text import fold

#: How two were found to belong together, from sure to guessed.
How = Literal["编号", "标题", "名称", "相近"]
#: plan: a plan of the earlier report and what was done of it; fact: of one part, a fact that goes on; figure: one number.
Kind = Literal["plan", "fact", "figure"]


class Match(NamedTuple):
    """``key`` of the new one in its own report, ``address`` of the old one; ``confidence`` from 0 to 1; what each says."""

    key: str
    address: str
    confidence: float
    how: How
    kind: Kind
    new: str
    old: str


#: From this confidence on, a proposal is called very likely (很像); it can be accepted unseen at the clerk's risk (--sure).
SURE = 0.75
#: How alike texts are at least, where nothing else tells: below it, guesses are more often wrong than right.
_ALIKE: dict[Kind, float] = {"plan": 0.2, "fact": 0.3}
_CONFIDENCE: dict[How, float] = {"编号": 0.98, "标题": 0.9, "名称": 0.9}


class _Node(NamedTuple):
    """A fact of a report with its key, its place and the part it stands in."""

    key: str
    path: str
    part: str
    fact: Fact


def matches(opened: Opened, earlier: Earlier) -> list[Match]:
    """What is proposed for the report: figures first, then what became of plans, then facts that go on, each in reading order.

    What is linked already (来自, 对应) is left alone.
    """
    now, linked = opened.report, _linked(opened.report)
    return [*_figures(now, earlier, linked), *_plans(now, earlier, linked), *_facts(now, earlier, linked)]


def _linked(report: Report) -> set[str]:
    """All addresses that the report names."""
    facts = [fact for _, _, fact in report.facts()]
    return (
        {fact.origin for fact in facts}
        | {address for fact in facts for address in fact.answers}
        | {address for figure in report.figures for address in figure.origins}
    )


def _nodes(report: Report) -> Iterator[_Node]:
    for part, path, fact in report.facts():
        yield _Node(key_of(fact, path), path, part, fact)


def _figures(now: Report, earlier: Earlier, linked: set[str]) -> Iterator[Match]:
    def matched(new: Figure, old: Figure, how: How) -> Match:
        taken.add(id(old))
        confidence = _CONFIDENCE[how] if new.unit == old.unit else _CONFIDENCE[how] / 2
        return Match(key_of(new), earlier.addresses[id(old)], confidence, how, "figure", _said(new), _said(old))

    taken = {id(old) for old in earlier.report.figures if earlier.addresses[id(old)] in linked}
    for new in now.figures:
        if new.origins:
            continue
        free = [old for old in earlier.report.figures if id(old) not in taken]
        by_id = next((old for old in free if old.id and old.id == new.id), None)
        by_name = next((old for old in free if old.name and fold(old.name) == fold(new.name) and old.unit == new.unit), None)
        if by_id or by_name:
            yield matched(new, by_id or by_name, "编号" if by_id else "名称")  # type: ignore[arg-type]


def _plans(now: Report, earlier: Earlier, linked: set[str]) -> list[Match]:
    """Plans of the earlier report and the achievements of this one."""
    addresses = earlier.addresses
    old = [_Node(path, path, "打算", fact) for path, fact in promised(earlier.report) if addresses[id(fact)] not in linked]
    new = [node for node in _nodes(now) if node.part == "成绩" and _says(node.fact)]
    pairs = paired([_whole(node.fact) for node in old], [_whole(node.fact) for node in new], _ALIKE["plan"])
    return [_match(new[pair.new], old[pair.old], pair, "plan", earlier) for pair in sorted(pairs, key=lambda pair: pair.new)]


def _facts(now: Report, earlier: Earlier, linked: set[str]) -> list[Match]:
    """Facts of the same part."""
    found: list[Match] = []
    for part in ("成绩", "问题", "打算"):
        old = [node for node in _nodes(earlier.report) if node.part == part and _says(node.fact)]
        new = [node for node in _nodes(now) if node.part == part and _says(node.fact) and not node.fact.origin]
        old = [node for node in old if earlier.addresses[id(node.fact)] not in linked]
        pairs = paired([_own(node.fact) for node in old], [_own(node.fact) for node in new], _ALIKE["fact"])
        found += [
            _match(new[pair.new], old[pair.old], pair, "fact", earlier) for pair in sorted(pairs, key=lambda pair: pair.new)
        ]
    return found


def _match(new: _Node, old: _Node, pair: Pair, kind: Kind, earlier: Earlier) -> Match:
    how: How = "相近"
    if new.fact.id and new.fact.id == old.fact.id:
        how = "编号"
    elif new.fact.title and fold(new.fact.title) == fold(old.fact.title):
        how = "标题"
    confidence = max(pair.score, _CONFIDENCE.get(how, 0))
    return Match(new.key, earlier.addresses[id(old.fact)], confidence, how, kind, _said(new.fact), _said(old.fact))


def _says(fact: Fact) -> bool:
    return bool(fact.title or fact.text)


def _own(fact: Fact) -> Said:
    return Said(fact.title, fact.text)


def _whole(fact: Fact) -> Said:
    """A fact with all that stands below it."""
    return Said(fact.title, "\n".join([fact.text, *_below(fact.children)]))


def _below(facts: Sequence[Fact]) -> Iterable[str]:
    for fact in facts:
        yield fact.title
        yield fact.text
        yield from _below(fact.children)


def _said(item: Fact | Figure) -> str:
    """What it says, on one line."""
    if isinstance(item, Figure):
        return " ".join(filter(None, (item.name or item.id, item.text)))
    return "：".join(filter(None, (item.title, " ".join(item.text.split()))))
