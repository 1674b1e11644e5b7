"""What of two reports belongs together where nothing says so: plans and what became of them, facts and figures that go on.

Proposals only, for the clerk to accept: a wrong one costs more than one that is missing.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from drafter.actions.earlier import name_of, read
from drafter.actions.opening import Opened, open_report
from drafter.model.alignment import Alignment, Node, alignments, kept, nodes
from drafter.model.commitment import promised
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier, key_of
from drafter.model.problem import Place, Problem, Refused
from drafter.model.report import Report
from drafter.model.text import fold
from drafter.model.words import Both
from drafter.store.files import SUFFIXES
from drafter.store.workspace import report_names, resolve

#: How two were found to belong together, from sure to guessed.
How = Literal["编号", "标题", "名称", "相近"]
#: plan: a plan of the earlier report and what was done of it; fact: of one part, a fact that goes on; figure: one number.
Kind = Literal["plan", "fact", "figure"]
#: From this confidence on, a proposal is called very likely (很像); it can be accepted unseen at the clerk's risk (--sure).
SURE = 0.8
_BY_ID, _BY_NAME = 0.98, 0.9


class Match(NamedTuple):
    """``key`` of the new one in its own report, ``address`` of the old one; ``confidence`` from 0 to 1; what each says."""

    key: str
    address: str
    confidence: float
    how: How
    kind: Kind
    new: str
    old: str


def between(report: str | None, old: str, start: Path) -> tuple[Path, list[Match]]:
    """The report called ``report``, the only other one where None, and what is proposed for it from the one called ``old``.
    Raises Refused where there is no such report, or the old one is a document: it has no place to point to.
    """
    place = resolve(old, start)
    if place.is_file() and place.suffix.lower() not in SUFFIXES:
        raise Refused(_no_report(place), 2)
    others = [name for name in report_names(start) if resolve(name, start).absolute() != place.absolute()]
    opened = open_report(report or (others[0] if len(others) == 1 else None), start)
    earlier = read(place, name_of(place, opened.place))
    if earlier is None or place.absolute() == opened.place.absolute():
        raise Refused(_same(place), 2)
    return opened.place, matches(opened, earlier)


def _no_report(place: Path) -> Problem:
    return Problem(
        "match-document",
        Both("这是一份文档，还不是报告，没法记下来自它的哪一条。", "This is a document, and no report that 来自 could name."),
        Both(f"先导入：drafter import {place.name}。", f"Import it first: drafter import {place.name}."),
        place=Place(str(place)),
    )


def _same(place: Path) -> Problem:
    return Problem(
        "match-same",
        Both("不能和自己对照。", "A report cannot be matched with itself."),
        Both("写出这一期和上一期两份报告。", "Name this report and an earlier one."),
        place=Place(str(place)),
    )


def matches(opened: Opened, earlier: Earlier) -> list[Match]:
    """What is proposed for the report: figures first, then facts that go on, then what became of plans; each in reading order.

    What is linked already is left alone: a fact or figure that has its 来自, and what some 来自 or 对应 names. Only a plan may
    still be proposed for an achievement that came from elsewhere: it is both, carried over and promised.
    """
    now, linked = opened.report, _linked(opened.report)
    old, new = nodes(earlier.report), nodes(now)
    settled = {f"old/{node.path}" for node in old if _address(node.fact, earlier) in linked}
    settled |= {f"new/{node.path}" for node in new if node.fact.origin}
    goes_on = alignments(old, new, settled)
    done = kept(_promises(earlier), [node for node in new if _answers(node)])
    return [
        *_figures(now, earlier, linked),
        *_sorted("fact", goes_on, new, earlier),
        *_sorted("plan", (each for each in done if _address(each.old.fact, earlier) not in linked), new, earlier),
    ]


def _linked(report: Report) -> set[str]:
    """All addresses that the report names."""
    facts = [fact for _, _, fact in report.facts()]
    return (
        {fact.origin for fact in facts}
        | {address for fact in facts for address in fact.answers}
        | {address for figure in report.figures for address in figure.origins}
    )


def _address(item: Fact | Figure, earlier: Earlier) -> str:
    return earlier.addresses[id(item)]


def _promises(earlier: Earlier) -> list[Node]:
    known = {node.path: node for node in nodes(earlier.report)}
    return [known[path] for path, _ in promised(earlier.report) if path in known]


def _answers(node: Node) -> bool:
    """Whether it may be what became of a plan: done, or lamented."""
    return node.part in ("成绩", "问题")


def _sorted(kind: Kind, found: Iterable[Alignment], new: list[Node], earlier: Earlier) -> list[Match]:
    order = {node.path: number for number, node in enumerate(new)}
    return [_match(kind, each, earlier) for each in sorted(found, key=lambda each: (order[each.new.path], -each.confidence))]


def _match(kind: Kind, each: Alignment, earlier: Earlier) -> Match:
    how: How = "相近" if each.sign == "正文" else each.sign
    return Match(
        each.new.key,
        _address(each.old.fact, earlier),
        each.confidence,
        how,
        kind,
        _said(each.new.fact),
        _said(each.old.fact),
    )


def _figures(now: Report, earlier: Earlier, linked: set[str]) -> Iterator[Match]:
    """By id, else by name and unit. The same id with another unit may be another number, so it is less sure."""
    free = {key_of(old): old for old in earlier.report.figures if _address(old, earlier) not in linked}
    named = {(fold(old.name), old.unit): old for old in free.values() if old.name}
    for new in now.figures:
        if new.origins:
            continue
        by_id = free.get(key_of(new)) if new.id else None
        old = by_id or named.get((fold(new.name), new.unit))
        if old is None or free.pop(key_of(old), None) is None:
            continue
        sure = (_BY_ID if by_id else _BY_NAME) / (1 if new.unit == old.unit else 2)
        yield Match(key_of(new), _address(old, earlier), sure, "编号" if by_id else "名称", "figure", _said(new), _said(old))


def _said(item: Fact | Figure) -> str:
    """What it says, on one line."""
    if isinstance(item, Figure):
        return " ".join(filter(None, (item.name or item.id, item.text)))
    return "：".join(filter(None, (item.title, " ".join(item.text.split()))))
