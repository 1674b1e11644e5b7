"""数据核对表: every figure, where it is used, where it comes from, who answers for it, and room for who confirms it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from drafter.model.block import Block, Run
from drafter.model.fact import Fact, paragraphs
from drafter.model.figure import Figure, decimal
from drafter.model.places import Spot, spots
from drafter.model.printing import Figures, resolved
from drafter.model.reference import references
from drafter.model.report import Report

Format = Literal["txt", "docx", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)

TITLE = "数据核对表"
_SHORT = 16  # characters of a text that stand for a heading
_NOTHING = "没有指标。"


class Row(NamedTuple):
    """``uses``: the places whose texts name the figure, in the words of the outline; ``doubts``: what there is to look at."""

    figure: Figure
    uses: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def value(self) -> str:
        """What is to be confirmed: 3.08%（预计）."""
        said = self.figure.text or "（待填）"
        return f"{said}（{self.figure.status}）" if self.figure.status == "预计" else said


def rows(report: Report, doubts: Mapping[str, tuple[str, ...]]) -> list[Row]:
    """A row a figure, in their order."""
    uses = _uses(report)
    return [Row(figure, tuple(uses.get(figure.id, ())), doubts.get(figure.id, ())) for figure in report.figures]


def _uses(report: Report) -> dict[str, list[str]]:
    """Id of a figure → where texts name it, each place once, with the parts of it that are said there: 导语（数值、同比）."""
    figures = {figure.id: figure for figure in report.figures}
    found: dict[str, dict[str, dict[str, None]]] = {}
    for spot in spots(report):
        if not spot.field.refers or "{{" not in spot.value:
            continue
        where = _place(spot, report, figures)
        for reference in references(spot.value):
            found.setdefault(reference.name, {}).setdefault(where, {})[reference.part or _VALUE] = None
    return {id: [_with_parts(where, list(parts)) for where, parts in places.items()] for id, places in found.items()}


def _place(spot: Spot, report: Report, figures: Figures) -> str:
    if isinstance(spot.record, Fact):
        return resolved(spot.record.title, figures) or _opening(resolved(spot.record.text, figures))
    if any(spot.record is annex for annex in report.annexes):
        return "附件"
    return "通知" if spot.record is report.notice else spot.field.word


_VALUE = "数值"


def _with_parts(where: str, parts: list[str]) -> str:
    return where if parts == [_VALUE] else f"{where}（{'、'.join(parts)}）"


def _opening(text: str) -> str:
    line = next(iter(paragraphs(text)), "")
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}……"


# The table in a document: the columns are those that an office needs to confirm

_HEAD = ("指标", "数值", "用在", "依据", "科室", "核对人签字")


def annex(rows: Sequence[Row]) -> list[Block]:
    """The table behind the report, on pages of its own that lie on their side: there is room to sign."""
    return _sideways([Block("caption", (Run(TITLE),)), *_table(rows)])


def _sideways(blocks: list[Block]) -> list[Block]:
    return [Block("landscape"), *blocks, Block("portrait")]


def _table(rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return [Block("paragraph", (Run(_NOTHING),))]
    return [Block("table", rows=(_HEAD, *map(_cells, rows)))]


def _cells(row: Row) -> tuple[str, ...]:
    figure = row.figure
    return figure.name, row.value, "；".join(row.uses), figure.evidence, figure.office, ""


def title_of(report: Report) -> str:
    return f"{report.period.words if report.period else ''}{TITLE}"


def document(report: Report, rows: Sequence[Row], format: Format) -> bytes:
    """The table as a document of its own. txt is UTF-8."""
    title = title_of(report)
    if format == "txt":
        return _txt(title, report.unit, rows)
    if format == "xlsx":
        return _xlsx(title, report.unit, rows)
    from drafter.model.style import Page
    from drafter.render.docx import write_docx
    from drafter.render.properties import Properties

    front = [Block("title", (Run(title),)), *([Block("byline", (Run(report.unit),))] if report.unit else [])]
    return write_docx(_sideways([*front, *_table(rows)]), report.page or Page(), Properties(title=title, author=report.unit))


_WIDEST = (30, 20, 40, 40, 20, 14)


def _txt(title: str, unit: str, rows: Sequence[Row]) -> bytes:
    from drafter.render.columns import aligned

    lines = [title, *filter(None, [unit]), ""]
    if not rows:
        lines.append(_NOTHING)
    head, *rest = aligned([_HEAD, *map(_cells, rows)], _WIDEST)
    lines += head if rows else []
    for shown, row in zip(rest, rows, strict=True):
        lines += [*shown, *(f"      {line}" for line in row.doubts)]
    return "".join(f"{line}\n" for line in lines).encode()


def _xlsx(title: str, unit: str, rows: Sequence[Row]) -> bytes:
    from drafter.render.xlsx import Sheet, write_xlsx

    sheet = Sheet(
        TITLE,
        title,
        (
            "序号", "编号", "指标", "数值", "单位", "状态", "口径", "上期", "同期", "目标", "用在", "依据", "科室", "要看的",
            "核对人", "核对日期",
        ),
        [
            (
                Decimal(place), row.figure.id, row.figure.name, decimal(row.figure.value), row.figure.unit, row.figure.status,
                row.figure.scope, decimal(row.figure.last), decimal(row.figure.year_before), decimal(row.figure.target),
                "\n".join(row.uses), row.figure.evidence, row.figure.office, "\n".join(row.doubts), None, None,
            )
            for place, row in enumerate(rows, 1)
        ],
        (6, 14, 24, 10, 8, 8, 24, 10, 10, 10, 30, 30, 16, 36, 12, 12),
    )  # fmt: skip
    return write_xlsx([sheet], title=title, author=unit)
