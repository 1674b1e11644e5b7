"""What the report before said in the same place: the text that this one is written from, and its figures then."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from drafter.actions.earlier import addressed, earlier_reports
from drafter.actions.opening import Opened
from drafter.actions.reworded import Piece, pieces
from drafter.model.alignment import GOES_ON
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.likeness import Index, Said
from drafter.model.lineage import Earlier, trace
from drafter.model.printing import Figures, resolved
from drafter.model.reference import references
from drafter.model.report import Report
from drafter.model.text import fold

#: How a counterpart was found, from sure to guessed: 来自 names it, the same 编号, 标题 or 名称, similar words (相近);
#: 报告: the report itself was asked for; 无: that report has nothing of the kind.
How = Literal["来自", "编号", "标题", "名称", "相近", "报告", "无"]
_SHOWN = ("目标", "语气", "期限", "兑现", "说明", "科室", "依据")
_OF_FIGURE = ("口径", "状态", "上期", "同期", "目标", "依据", "科室")
_OPENING = re.compile(r"[^，。；：！？\n]{1,40}")


class Value(NamedTuple):
    """A figure by name: what it was ``then``, and what it is ``now``; "" where it is not known."""

    name: str
    then: str
    now: str


class Counterpart(NamedTuple):
    """``period`` in words, 2023年上半年. ``title`` and ``text`` as they were printed; ``fields`` what else was filled, by
    word; ``items`` the headings one level below; ``figures`` those that the text names. Where the new text was made from the
    old one, ``heading`` and ``body`` say what became of it, word by word; else they are empty.
    """

    period: str
    how: How
    title: str = ""
    text: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    figures: tuple[Value, ...] = ()
    heading: tuple[Piece, ...] = ()
    body: tuple[Piece, ...] = ()

    @property
    def guessed(self) -> bool:
        return self.how == "相近"


def counterpart(opened: Opened, item: Fact | Figure | None) -> Counterpart | None:
    """The counterpart of a fact or a figure of the report, or of the report's own fields (None). None: there is no earlier
    report. Reads earlier reports, the first time at least, so this belongs into a thread.
    """
    if item is not None:
        named = _origin(opened, item)
        if named:
            return named
    before = [_Earlier.of(earlier) for earlier in earlier_reports(opened)]
    if not before:
        return None
    if item is None:
        return before[0].of_report(opened.report)
    now = opened.report
    tried: Iterator[Counterpart | None]
    if isinstance(item, Fact):
        tried = (way(earlier, item, now) for way in (_by_id, _by_title, _by_likeness) for earlier in before)
    else:
        tried = (way(earlier, item, now) for way in (_figure_by_id, _figure_by_name) for earlier in before)
    return next(filter(None, tried), Counterpart(before[0].words, "无"))


@dataclass(frozen=True)
class _Earlier:
    """A report of the past, and ways to look into it. The first of several facts with one heading counts."""

    earlier: Earlier
    figures: Figures
    by_title: Mapping[tuple[str, str], Fact]

    @classmethod
    def of(cls, earlier: Earlier) -> "_Earlier":
        return _looked_into(earlier)

    @property
    def report(self) -> Report:
        return self.earlier.report

    @cached_property
    def by_words(self) -> Mapping[str, tuple[list[Fact], Index]]:
        """Part → its facts and the index of what they say, by heading and text."""
        facts: dict[str, list[Fact]] = {}
        for (part, _), fact in self.by_title.items():
            facts.setdefault(part, []).append(fact)
        return {part: (each, Index([Said(fact.title, fact.text) for fact in each])) for part, each in facts.items()}

    @property
    def words(self) -> str:
        return self.earlier.words

    def of_fact(self, fact: Fact, how: How, now: Report) -> Counterpart:
        declared = fields_of(Fact)
        filled = {word: getattr(fact, declared[word].name) for word in _SHOWN} | fact.details
        said = tuple((word, "、".join(map(str, value)) if isinstance(value, tuple | list) else str(value)) for word, value in filled.items() if value)  # fmt: skip
        items = tuple(resolved(child.title, self.figures) or _heading(child) for child in fact.children)
        return Counterpart(
            self.words,
            how,
            resolved(fact.title, self.figures),
            resolved(fact.text, self.figures),
            said,
            items,
            self.values((fact.title, fact.text), now, fact.figure),
        )

    def of_figure(self, figure: Figure, how: How, now: Report, current: Figure) -> Counterpart:
        declared = fields_of(Figure)
        filled = ((word, getattr(figure, declared[word].name)) for word in _OF_FIGURE)
        said = tuple((word, str(value)) for word, value in filled if value)
        return Counterpart(self.words, how, figure.name, "", said, (), (Value(figure.name, figure.text, current.text),))

    def of_report(self, now: Report) -> Counterpart:
        report = self.report
        title, lead = (resolved(text, self.figures) for text in (report.title, report.lead))
        shown = Counterpart(self.words, "报告", title, lead, figures=self.values((report.title, report.lead), now))
        if self.earlier.name not in now.origins:
            return shown
        return self.reworded(shown, (report.title, report.lead), (now.title, now.lead), now)

    def reworded(self, shown: Counterpart, old: tuple[str, str], new: tuple[str, str], now: Report) -> Counterpart:
        """``shown`` with what became of heading and text. ``old`` and ``new`` hold both as written."""
        heading, body = (
            tuple(pieces(was, is_, self.report.period, now.period, lambda text: resolved(text, self.figures)))
            for was, is_ in zip(old, new, strict=True)
        )
        return shown._replace(heading=heading, body=body)

    def values(self, texts: Iterable[str], now: Report, also: str = "") -> tuple[Value, ...]:
        """The figures that ``texts`` name, and the figure ``also``, each once."""
        names = dict.fromkeys([*(found.name for text in texts for found in references(text)), also])
        return tuple(
            Value(then.name, then.text, current.text if (current := _same_figure(then, now.figures)) else "")
            for then in (self.figures[name] for name in names if name in self.figures)
        )


@lru_cache(maxsize=8)
def _looked_into(earlier: Earlier) -> _Earlier:
    by_title: dict[tuple[str, str], Fact] = {}
    for part, _, fact in earlier.report.facts():
        if _heading(fact):
            by_title.setdefault((part, _heading(fact)), fact)
    return _Earlier(earlier, {figure.id: figure for figure in earlier.report.figures}, by_title)


def _origin(opened: Opened, item: Fact | Figure) -> Counterpart | None:
    """What 来自 names."""
    addresses = item.origins if isinstance(item, Figure) else (item.origin,)
    for address in filter(None, addresses):
        found = trace(address, addressed(opened, [address]))
        if found is None:
            continue
        earlier = _Earlier.of(found.earlier)
        if isinstance(found.item, Fact) and isinstance(item, Fact):
            shown = earlier.of_fact(found.item, "来自", opened.report)
            if any(item is each for each in (*opened.report.commitments, *opened.report.concerns)):
                return shown  # what was promised then is answered, not written anew
            return earlier.reworded(shown, (found.item.title, found.item.text), (item.title, item.text), opened.report)
        if isinstance(found.item, Figure) and isinstance(item, Figure):
            return _of_all(earlier.of_figure(found.item, "来自", opened.report, item), item, opened)
    return None


def _of_all(shown: Counterpart, figure: Figure, opened: Opened) -> Counterpart:
    """A figure that was made of several says what each of them was."""
    if len(figure.origins) < 2:
        return shown
    known = addressed(opened, figure.origins)
    found = [place for address in figure.origins if (place := trace(address, known)) is not None]
    values = [
        Value(f"{place.earlier.words} {place.item.name}", place.item.text, figure.text)
        for place in found
        if isinstance(place.item, Figure)
    ]
    return shown._replace(figures=tuple(values))


def _heading(fact: Fact) -> str:
    """What a fact is known by: its heading, else the first words of its text."""
    opening = _OPENING.match(fact.text.lstrip())
    return fold(fact.title) or (fold(opening[0]) if opening else "")


def _part_of(fact: Fact, report: Report) -> str:
    return next((part for part, _, each in report.facts() if each is fact), fact.part)


def _by_id(earlier: _Earlier, fact: Fact, now: Report) -> Counterpart | None:
    found = earlier.earlier.items.get(fact.id) if fact.id else None
    return earlier.of_fact(found, "编号", now) if isinstance(found, Fact) else None


def _by_title(earlier: _Earlier, fact: Fact, now: Report) -> Counterpart | None:
    found = earlier.by_title.get((_part_of(fact, now), _heading(fact)))
    return earlier.of_fact(found, "标题", now) if found else None


def _by_likeness(earlier: _Earlier, fact: Fact, now: Report) -> Counterpart | None:
    """The fact of the same part that stands out as the most similar. A likeness is a guess and is said to be."""
    facts, index = earlier.by_words.get(_part_of(fact, now), ([], None))
    found = index.answer(Said(fact.title, fact.text)) if index else None
    return earlier.of_fact(facts[found[0].number], "相近", now) if found and found[1] >= GOES_ON else None


def _figure_by_id(earlier: _Earlier, figure: Figure, now: Report) -> Counterpart | None:
    found = earlier.figures.get(figure.id)
    return earlier.of_figure(found, "编号", now, figure) if found else None


def _figure_by_name(earlier: _Earlier, figure: Figure, now: Report) -> Counterpart | None:
    found = _same_name(figure, earlier.report.figures)
    return earlier.of_figure(found, "名称", now, figure) if found else None


def _same_figure(figure: Figure, figures: Iterable[Figure]) -> Figure | None:
    figures = list(figures)
    return next((each for each in figures if each.id == figure.id), None) or _same_name(figure, figures)


def _same_name(figure: Figure, figures: Iterable[Figure]) -> Figure | None:
    return next((each for each in figures if figure.name and fold(each.name) == fold(figure.name)), None)
