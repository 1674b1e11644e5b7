"""The figures of the report under edit as rows of a table: what was typed, what follows from it, and where it is used."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple, overload

from drafter.actions.editing.tree import Record
from drafter.actions.editing.validity import Verdict, verdict
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.printing import PARTS, Figures
from drafter.model.reference import references
from drafter.model.words import Both

#: Typed by the clerk, in the order of the table.
TYPED = ("编号", "名称", "数值", "单位", "上期", "同期", "目标", "状态")
#: What a text can print of a figure beside what was typed.
COMPUTED = ("同比", "环比", "增减", "完成率", "占比")
USES = "用处"

CellStyle = Literal["", "computed", "provisional", "bad"]

_YES = frozenset(("是", "true", "yes"))  # as the store reads 待更新
_FIELDS = fields_of(Figure)
_NUMBERS = tuple(word for word, field in _FIELDS.items() if field.form.kind == "number")
_LINES = tuple(word for word, field in _FIELDS.items() if field.form.kind in ("line", "id", "choice"))


class FigureRow(NamedTuple):
    """``cells`` and ``styles`` by word; a cell without a style is as typed. ``uses``: the uids of the records that name it.

    ``locked``: nothing in it can be changed. ``carried``: it came from an earlier report and was not yet looked at.
    """

    uid: int
    cells: dict[str, str]
    styles: dict[str, CellStyle]
    uses: tuple[int, ...]
    locked: bool = False
    carried: bool = False


def typed(record: Record, word: str) -> str:
    """The text of a field as typed; "" when it holds none, or something that is not a text."""
    value = record.get(word)
    return value if isinstance(value, str) else ""


def carried(record: Record) -> bool:
    """Whether a record was carried over and not yet looked at (待更新)."""
    said = record.get("待更新")
    return bool(said) and said.__class__ is str and said.strip().lower() in _YES


def number_of(text: str, word: str) -> str | None:
    """The number that the store would read; None for an empty field and for a text that is no number."""
    if not text.strip():
        return None
    from drafter.store.values import number

    value: str | None = number(text, _FIELDS[word]).value
    return value


def figure_of(record: Record) -> Figure:
    """The figure as far as it can be read: a field that cannot counts as empty, because it is being typed."""
    values: dict[str, Any] = {_FIELDS[word].name: typed(record, word).strip() for word in _LINES}
    for word in _NUMBERS:
        values[_FIELDS[word].name] = number_of(typed(record, word), word)
    return Figure(parts=_parts(record), **values)


def figures_by_id(root: Record) -> dict[str, Figure]:
    """Every figure that has an id. Of two with one id the first counts, as when the report is printed."""
    found: dict[str, Figure] = {}
    for record in figure_records(root):
        figure = figure_of(record)
        if figure.id:
            found.setdefault(figure.id, figure)
    return found


def figure_records(root: Record) -> list[Record]:
    listed = root.get("指标")
    return [record for record in listed if isinstance(record, Record)] if isinstance(listed, list) else []


def uses_of(root: Record) -> dict[str, tuple[int, ...]]:
    """Figure id → the uids of the records that name it: in a text, as the aim of a plan, in a chart, or as a part of
    their own."""
    found: dict[str, dict[int, None]] = {}
    _collect_uses(root, found)
    return {name: tuple(uids) for name, uids in found.items()}


def _collect_uses(record: Record, found: dict[str, dict[int, None]]) -> None:
    names: tuple[str, ...] = ()
    for word, value in record.items():
        if value.__class__ is str:
            if "{{" in value:
                names += _named(value)
            elif word == "指标":
                names += (value,)
        elif isinstance(value, Record):
            _collect_uses(value, found)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, Record):
                    _collect_uses(item, found)
                elif word == "指标" and isinstance(item, str):
                    names += (item,)
    for name in names + _parts(record) if "其中" in record else names:
        found.setdefault(name, {})[record.uid] = None


# States share their texts, so most texts of the next state have been read before.
@lru_cache(maxsize=1 << 15)
def _named(text: str) -> tuple[str, ...]:
    return tuple(reference.name for reference in references(text))


class FigureRows(Sequence[FigureRow]):
    """The rows of the table, each computed when it is looked at: a table of thousands costs what is seen of it.

    ``uses`` may be given when it is known from before; else the report is searched, once. ``writable`` says of a uid whether
    its record can be changed; None: every one can.
    """

    def __init__(
        self,
        root: Record,
        uses: Mapping[str, tuple[int, ...]] | None = None,
        writable: Callable[[int], bool] | None = None,
    ) -> None:
        self._records = figure_records(root)
        self._writable = writable
        self.uses = uses_of(root) if uses is None else uses
        self._ids = Counter(typed(record, "编号").strip() for record in self._records)
        self._wholes: dict[str, Record] = {}
        for record in self._records:
            for part in _parts(record):
                self._wholes.setdefault(part, record)

    def uid(self, index: int) -> int:
        return self._records[index].uid

    def verdict(self, index: int, word: str, text: str | None = None) -> Verdict | None:
        """What is wrong with a cell, or would be with ``text`` in it; None when nothing is, and for what is computed."""
        if word not in TYPED:
            return None
        there = typed(self._records[index], word).strip()
        said = there if text is None else text.strip()
        if word == "编号" and said and self._ids[said] > (said == there):
            return Verdict(
                Both(
                    f"“{said}”这个编号已经有一行在用；换一个，正文才分得清",
                    f"another row has the id {said} already; texts could not tell them apart",
                ),
                "error",
            )
        return verdict(_FIELDS[word], said)

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> FigureRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[FigureRow]: ...
    def __getitem__(self, index: int | slice) -> FigureRow | list[FigureRow]:
        if isinstance(index, slice):
            return [self._row(record) for record in self._records[index]]
        return self._row(self._records[index])

    def __iter__(self) -> Iterator[FigureRow]:
        return map(self._row, self._records)

    def _row(self, record: Record) -> FigureRow:
        figure = figure_of(record)
        cells = {word: typed(record, word) for word in TYPED}
        styles = self._typed_styles(record, figure)
        whole = self._wholes.get(figure.id)
        around: Figures = {figure.id: figure, **({"": figure_of(whole)} if whole is not None else {})}
        for word in COMPUTED:
            cells[word] = PARTS[word](figure, around) or ""
            styles[word] = "computed"
        uses = self.uses.get(figure.id, ()) if figure.id else ()
        cells[USES] = str(len(uses)) if uses else ""
        styles[USES] = "computed"
        locked = self._writable is not None and not self._writable(record.uid)
        return FigureRow(record.uid, cells, styles, uses, locked, carried(record))

    def _typed_styles(self, record: Record, figure: Figure) -> dict[str, CellStyle]:
        styles: dict[str, CellStyle] = {}
        if figure.status == "预计":
            styles = dict.fromkeys(("数值", "状态"), "provisional")
        for word in _NUMBERS:
            if typed(record, word).strip() and getattr(figure, _FIELDS[word].name) is None:
                styles[word] = "bad"
        from drafter.store.values import identifier

        if figure.id and (self._ids[figure.id] > 1 or not identifier(figure.id, _FIELDS["编号"]).good):
            styles["编号"] = "bad"
        if figure.status and figure.status not in _FIELDS["状态"].form.choices:
            styles["状态"] = "bad"
        return styles


def _parts(record: Record) -> tuple[str, ...]:
    """其中, which a clerk may also write as one text."""
    listed = record.get("其中")
    if isinstance(listed, str):
        return (listed,) if listed else ()
    return tuple(part for part in listed if isinstance(part, str)) if isinstance(listed, list) else ()
