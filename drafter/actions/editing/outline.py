"""The report under edit as the lines of an outline: its own fields, its figures, its parts and their facts."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from drafter.actions.editing.book import listed
from drafter.actions.editing.figures import carried as carried
from drafter.actions.editing.figures import figure_records, figures_by_id
from drafter.actions.editing.tree import Record
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.printing import Figures, resolved
from drafter.model.problem import Severity
from drafter.model.style import PARTS

Mark = Literal["filled", "empty", "carried", "error", "warning", ""]
RowKind = Literal["report", "figures", "part", "fact"]

REPORT = 0
FIGURES = -1
#: What the last period left to be answered: the list → the field that answers an entry of it.
ANSWERS: Mapping[str, str] = {"上期打算": "兑现", "上期问题": "现状"}
#: A part is a list, not a record, so it has no uid of its own; these never meet those of records, which count up from 1.
PART_UIDS: Mapping[str, int] = {part: -2 - place for place, part in enumerate((*PARTS, *ANSWERS))}

# A label is one line of a narrow column. A text is read a little further than it is shown, so that no reference is cut in two.
_COMMON = frozenset(fields_of(Fact))
_CONTENT = ("正文", "分项", "表格", "图")
_SHOWN = 80
_READ = 200


class OutlineRow(NamedTuple):
    """One line. ``uid`` is the record's; a part and the list of figures have negative ones (``PART_UIDS``, ``FIGURES``).

    ``label`` is the heading or the beginning of the text, "" while both are empty; that of a part is its word on the form.
    ``total`` is the number of facts below a part, of figures in their list. ``part`` is that which the fact counts as, or the
    list of what is to be answered that it stands in.
    """

    uid: int
    depth: int
    label: str
    ordinal: str = ""
    mark: Mark = ""
    part: str = ""
    kind: RowKind = "fact"
    total: int = 0


def rows_of(
    root: Record, problems: Mapping[int, Severity] | None = None, ordinals: Mapping[int, str] | None = None
) -> list[OutlineRow]:
    """The whole outline, in reading order, nothing folded. What is to be answered comes before the parts, where there is any.

    ``problems`` holds the worst severity found in a record, by uid; ``ordinals`` the 一、 that it will print, where known.
    """
    walk = _Walk(root, problems or {}, ordinals or {})
    worst = (problems or {}).get
    figures = figure_records(root)
    of_figures = _graver(any(map(carried, figures)), *(worst(record.uid) for record in figures))
    rows = [
        OutlineRow(REPORT, 0, label_of(root, walk.figures), mark=report_mark(root, worst(REPORT)), kind="report"),
        OutlineRow(FIGURES, 0, "指标", mark=of_figures, kind="figures", total=len(figures)),
    ]
    for part in (*ANSWERS, *PARTS):
        place = len(rows)
        walk.add(root.get(part), 1, part, rows)
        if part in PARTS or len(rows) > place:
            rows.insert(place, OutlineRow(PART_UIDS[part], 0, part, part=part, kind="part", total=len(rows) - place))
    return rows


def unanswered(root: Record) -> list[int]:
    """The uids of the plans and issues of the last period that wait for an answer, in reading order."""
    return [
        entry.uid
        for part, word in ANSWERS.items()
        for entry in listed(root, part)
        if isinstance(entry, Record) and not entry.get(word)
    ]


def report_mark(root: Record, problem: Severity | None = None) -> Mark:
    """The state of the report's own fields."""
    return _graver(carried(root), problem)


def label_of(record: Record, figures: Callable[[], Figures]) -> str:
    """What a record is called in a list: 标题, else 名称, else the beginning of 正文, as it will print. "" when all are empty."""
    title: Any = record.get("标题")
    if (
        title
        and title.__class__ is str
        and len(title) < _SHOWN
        and "{{" not in title
        and "\n" not in title
        and not title.isspace()
    ):
        return title  # nearly every heading
    for word in ("标题", "名称", "正文"):
        text = record.get(word)
        if text and text.__class__ is str and (first := text[:_READ].strip()):
            if "\n" in first:
                first = first.partition("\n")[0].rstrip()
            return (resolved(first, figures()) if "{{" in first else first)[:_SHOWN]
    return ""


def mark_of(record: Record, problem: Severity | None = None, part: str = "") -> Mark:
    """The state of a fact: what is wrong comes first, then what is left to do.

    A heading alone says nothing yet: empty is a fact without text, items, tables, or fields of its kind. Of what the last period left,
    that is the answer: an entry without one waits as something carried over does.
    """
    if problem == "error":
        return "error"
    if part in ANSWERS:
        return "warning" if problem == "warning" else "filled" if record.get(ANSWERS[part]) else "carried"
    if record.get("待更新") and carried(record):
        return "carried"
    if not (any(map(record.get, _CONTENT)) or any(record[word] for word in record.keys() - _COMMON)):
        return "empty"
    return "warning" if problem == "warning" else "filled"


class _Walk:
    """One reading of one state. The figures are read only when a label names one."""

    def __init__(self, root: Record, problems: Mapping[int, Severity], ordinals: Mapping[int, str]) -> None:
        self._root = root
        self._problem = problems.get
        self._ordinal = ordinals.get
        self._known: Figures | None = None

    def figures(self) -> Figures:
        if self._known is None:
            self._known = figures_by_id(self._root)
        return self._known

    def add(self, facts: Any, depth: int, part: str, rows: list[OutlineRow]) -> None:
        """Puts the facts of a list, and those inside them, to the end of ``rows``."""
        if not isinstance(facts, list):
            return
        figures, problem, ordinal = self.figures, self._problem, self._ordinal
        for fact in facts:
            if fact.__class__ is not Record:
                continue
            uid = fact.uid
            own = fact.get("部分")
            inside: str = own if own and own in PARTS and part not in ANSWERS else part
            mark = mark_of(fact, problem(uid), inside)
            rows.append(OutlineRow(uid, depth, label_of(fact, figures), ordinal(uid, ""), mark, inside))
            items = fact.get("分项")
            if items:
                self.add(items, depth + 1, inside, rows)


def _graver(waits: bool, *found: Severity | None) -> Mark:
    return "error" if "error" in found else "carried" if waits else "warning" if "warning" in found else ""
