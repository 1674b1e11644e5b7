"""From the numbers of a report's texts to the figures that would hold them: the same number named twice is one figure."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from drafter.importers.figures.clauses import Mention, mentions
from drafter.importers.figures.ids import id_of
from drafter.importers.figures.naming import NAMELESS, Named, name_of, named_as
from drafter.importers.figures.quantity import even
from drafter.importers.figures.relations import Rank, Relation, aim_of, as_of, expected, rank_of, relation_of
from drafter.importers.figures.units import is_rate
from drafter.importers.figures.words import action_at_end, action_of, tidy
from drafter.model.figure import decimal
from drafter.model.reference import references

PLANS = "打算"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Text(NamedTuple):
    """A text of a report: ``key`` names it to the caller, ``part`` is 成绩, 问题, 打算 or "" for the report's own."""

    key: Hashable
    part: str
    text: str


class Use(NamedTuple):
    """``text[start:end]`` of the text ``key`` would give way to the figure's part ``part``: "" for value and unit, 数值, 目标. None
    where no part prints what stands there, so that it must stay.
    """

    key: Hashable
    start: int
    end: int
    text: str
    part: str | None
    modality: str = ""


@dataclass(slots=True)
class Found:
    """One figure: ``figure`` its fields as they would be typed (word → text, list or record), ``uses`` where it is named.

    ``confidence`` from 0 to 1, of the name first of all. ``relations`` is what the text says of it that no field holds, as
    written: 同比增长12.3%. ``clash``: the 编号 of another one of the same name with another value.
    """

    figure: dict[str, object]
    uses: tuple[Use, ...]
    confidence: float
    relations: tuple[str, ...] = ()
    clash: str = ""
    aims: str = ""


@dataclass(slots=True)
class _Draft:
    name: str
    value: str
    unit: str
    target: bool
    sure: float
    uses: list[Use]
    relations: list[str] = field(default_factory=list)
    rank: Rank | None = None
    before: str = ""
    expected: bool = False
    scope: str = ""
    aim: str = ""
    parts: list["_Draft"] = field(default_factory=list)
    joined: "_Draft | None" = None


def find(
    texts: Iterable[Text], taken: Collection[str] = (), same_year: bool = False, names: Mapping[str, str] = _NOTHING
) -> list[Found]:
    """The figures that ``texts`` state, in reading order. ``taken`` are ids that are used already, ``names`` the names of figures
    that texts refer to, by id: what follows a reference may be about it. ``same_year``: the plans are
    for the year reported on, so that what they aim at is a target of the same figure.
    """
    book = _Book(names)
    for text in texts:
        book.read(text)
    drafts = [draft for draft in book.drafts if not (same_year and book.joins(draft))]
    ids = set(taken)
    named: dict[int, str] = {}
    for draft in drafts:
        named[id(draft)] = new = id_of(draft.name, ids, draft.target)
        ids.add(new)
    clashes = _clashes(drafts, named)
    return [_found(draft, named, clashes.get(id(draft), ""), book.aim(draft)) for draft in drafts]


class _Book:
    """The figures so far. Of numbers with one value and unit those whose names are near are the same."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.drafts: list[_Draft] = []
        self._same: dict[tuple[bool, str, str], list[_Draft]] = {}
        self._named: dict[tuple[str, str], _Draft] = {}

    def read(self, text: Text) -> None:
        last = whole = NAMELESS
        row: list[_Draft] = []
        parent: _Draft | None = None
        relation: Relation | None = None
        for mention in mentions(text.text):
            if not mention.follows:
                last = whole = self._referred(mention)
                row, parent = [], None
            relation = relation_of(mention) or _again(mention, relation)
            if relation is not None and not row and last.name and _qualifies(relation):
                # It says something of a figure that is referred to already.
                continue
            if relation is not None and row and _qualifies(relation):
                _attach(row[-1], relation, mention)
                _rank(row, mention)
                continue
            named = name_of(mention._replace(follows=mention.follows or bool(last.name)), last, whole)
            if not named.name:
                named = _fallback(mention, last)
                if not named.name:
                    continue
            if relation is not None and not relation.subject:
                named = replace(named, sure=0.3)
            draft = self._take(_drafted(mention, named, text))
            if mention.mark == "(":
                continue
            if named.part and parent is not None and parent is not draft and draft.unit == parent.unit:
                parent.parts.append(draft)
            if not named.part:
                whole, parent = named, draft
            last = named
            row.append(draft)
            _rank(row, mention)

    def _referred(self, mention: Mention) -> Named:
        """The last figure that the sentence refers to before the number."""
        if "{{" not in mention.sentence:
            return NAMELESS
        name = next((self.names.get(one.name, "") for one in reversed(references(mention.sentence))), "")
        return named_as(name) if name else NAMELESS

    def _take(self, draft: _Draft) -> _Draft:
        """The draft, or the one that says the same already, which gets its use."""
        key = (draft.target, draft.unit, draft.value)
        known = self._same.setdefault(key, [])
        for other in known[:_MOST]:
            if _one(draft, other):
                other.uses += draft.uses
                other.sure = max(other.sure, draft.sure)
                other.scope = other.scope or draft.scope
                if len(draft.name) > len(other.name) and draft.sure >= other.sure:
                    other.name = draft.name
                return other
        known.append(draft)
        self.drafts.append(draft)
        if not draft.target:
            self._named.setdefault((_key(draft.name), draft.unit), draft)
        return draft

    def aim(self, draft: _Draft) -> _Draft | None:
        """The figure that a target is meant for; None for a figure itself, and where there is none of its name."""
        return self._named.get((_key(draft.name), draft.unit)) if draft.target else None

    def joins(self, draft: _Draft) -> bool:
        """Whether a target was put on the figure that it is the target of."""
        figure = self.aim(draft)
        if figure is None or figure.joined is not None:
            return False
        figure.joined = draft
        return True


#: As many numbers of one value and unit are compared by name; beyond, a new one is a figure of its own.
_MOST = 30


def _again(mention: Mention, relation: Relation | None) -> Relation | None:
    """The relation of the number before where this is the next of a list: 同比分别增长7.3%、3.5%."""
    return relation if mention.mark in ("、", "和") and mention.follows and not mention.lead.strip() else None


def _qualifies(relation: Relation) -> bool:
    """Whether it says something of the number before, and not of something named beside it."""
    return not relation.subject or relation.subject.startswith("在") or (relation.kind == "倍数" and len(relation.subject) < 8)


def _attach(draft: _Draft, relation: Relation, mention: Mention) -> None:
    quantity = mention.quantity
    draft.relations.append(f"{relation.words}{quantity.value}{quantity.unit}")
    if (
        relation.kind != "增减"
        or not relation.year
        or quantity.unit != draft.unit
        or is_rate(quantity.unit)
        or not quantity.tight
    ):
        return
    now, by = decimal(draft.value), decimal(quantity.value)
    if now is not None and by is not None:
        before: Decimal = now - relation.sign * by
        draft.before = f"{before:f}" if before >= 0 else ""


def _rank(row: list[_Draft], mention: Mention) -> None:
    rank = rank_of(mention.rest)
    if rank is not None and row:
        for draft in row if rank.shared else row[-1:]:
            draft.rank = draft.rank or rank


def _fallback(mention: Mention, last: Named) -> Named:
    """What can be said of a number that nothing names: the words before it, for the clerk to mend."""
    words = tidy(mention.lead)[-12:] or tidy(mention.tail)[:12] or last.name
    return Named(words, words, "", 0.2)


def _drafted(mention: Mention, named: Named, text: Text) -> _Draft:
    quantity = mention.quantity
    target = text.part == PLANS
    end = quantity.end if quantity.tight else quantity.stop
    unit = text.text[quantity.end - len(quantity.unit) : quantity.end]
    written = text.text[quantity.start : end]
    part: str | None = ("目标" if target else "") if quantity.tight else (None if target else "数值")
    if written != quantity.value + (unit if quantity.tight else ""):
        part = None
    return _Draft(
        name=_closed(named.name),
        value=quantity.value,
        unit=unit if even(unit) == quantity.unit else quantity.unit,
        target=target,
        sure=named.sure - (0.0 if quantity.tight else 0.05),
        uses=[Use(text.key, quantity.start, end, written, part, aim_of(mention.lead, mention.tail) if target else "")],
        expected=not target and expected(mention.sentence),
        scope=as_of(mention.lead, mention.sentence),
    )


def _closed(name: str) -> str:
    """A name that ends with what was done is that of a number: 高新技术企业净增数."""
    return f"{name}数" if action_at_end(name) in ("净增", "新增") and len(name) > 2 else name


def _one(draft: _Draft, other: _Draft) -> bool:
    """Whether two numbers of one value and unit are one figure: by name, the more strictly the commoner the number is."""
    mine, its = _key(draft.name), _key(other.name)
    if mine == its:
        return True
    if len(draft.value) < 2 or min(len(mine), len(its)) < 4:
        return False
    return mine.endswith(its) or its.endswith(mine) or _likeness(mine, its) >= 0.75


def _key(name: str) -> str:
    """A name for comparison: 净增高新技术企业 is 高新技术企业净增数."""
    action = action_of(name)
    return name.removeprefix(action).removesuffix("数").removesuffix("额") + action


def _likeness(one: str, other: str) -> float:
    """How many pairs of neighbours they share (Dice)."""
    mine = {one[at : at + 2] for at in range(len(one) - 1)}
    its = {other[at : at + 2] for at in range(len(other) - 1)}
    return 2 * len(mine & its) / max(1, len(mine) + len(its))


def _clashes(drafts: list[_Draft], named: dict[int, str]) -> dict[int, str]:
    """Draft → the id of another one of the same name and unit with another value: one of them may be wrong."""
    first: dict[tuple[bool, str, str], _Draft] = {}
    found: dict[int, str] = {}
    for draft in drafts:
        if len(draft.name) < 4 or draft.sure < 0.6:
            continue
        other = first.setdefault((draft.target, draft.name, draft.unit), draft)
        if other is not draft:
            found[id(draft)] = named[id(other)]
            found.setdefault(id(other), named[id(draft)])
    return found


def _found(draft: _Draft, named: dict[int, str], clash: str, aim: _Draft | None) -> Found:
    figure: dict[str, object] = {"编号": named[id(draft)], "名称": draft.name}
    if not draft.target:
        figure["数值"] = draft.value
    figure["单位"] = draft.unit
    if draft.scope:
        figure["口径"] = draft.scope
    if draft.expected:
        figure["状态"] = "预计"
    if draft.before:
        figure["同期"] = draft.before
    uses = list(draft.uses)
    if draft.target or draft.joined is not None:
        figure["目标"] = draft.joined.value if draft.joined is not None else draft.value
        uses += draft.joined.uses if draft.joined is not None else []
    if draft.rank is not None:
        figure["排名"] = {**({"范围": draft.rank.scope} if draft.rank.scope else {}), "名次": str(draft.rank.place)}
    parts = [named[id(part)] for part in draft.parts if id(part) in named]
    if parts:
        figure["其中"] = list(dict.fromkeys(parts))
    confidence = draft.sure * (0.8 if clash else 1) - (0.1 if draft.before else 0)
    return Found(
        figure, tuple(uses), round(max(confidence, 0.05), 2), tuple(draft.relations), clash, named[id(aim)] if aim else ""
    )
