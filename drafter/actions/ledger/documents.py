"""The ledger as a document: what stands in its columns, and each format of it. Its words are those of the report: Chinese."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, get_args

from drafter.actions.ledger.rows import Concern, Ledger, Row
from drafter.model.figure import Figure, decimal
from drafter.model.progress import share

Format = Literal["txt", "json", "docx", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)

UNANSWERED, UNLISTED, DROPPED = "未答复", "未列入", "不再沿用"
_PLANS, _ISSUES = "上期打算兑现情况", "上期问题解决情况"
#: While a plan stands so, leaders ask how it goes.
_RUNNING = ("", "推进中", "未完成")
_NO_PLANS, _NO_ISSUES = "没有要答复的打算。", "没有要答复的问题。"


def document(ledger: Ledger, format: Format) -> bytes:
    """The ledger in ``format``; txt and json are UTF-8.

    The json is ``{"title", "unit", "period", "earlier", "unanswered", "rows": [...], "concerns": [...]}``, with a key for each
    field of :class:`Row` and :class:`Concern`: texts, lists of texts, ``dropped`` and ``answered`` true or false. What is not
    known is "" or null.
    """
    write = {"txt": _txt, "json": _json, "docx": _docx, "xlsx": _xlsx}[format]
    return write(ledger)


def state(row: Row | Concern) -> str:
    """What stands in the column of answers: 完成, 仍存在 …, or why there is nothing."""
    given = row.outcome if isinstance(row, Row) else row.standing
    if given:
        return given
    return DROPPED if row.dropped else UNANSWERED if row.listed or row.continued_by else UNLISTED


def remarks(row: Row | Concern) -> Iterator[str]:
    """What there is to say beside the columns, a line each: reasons, ties to other reports, and what does not fit."""
    if row.note:
        yield f"说明：{row.note}"
    if row.continued_by:
        yield f"由 {'、'.join(row.continued_by)} 接续"
    if row.answered_in:
        yield f"见 {row.answered_in} 的答复"
    if isinstance(row, Concern) and row.planned:
        yield f"当时的打算：{'、'.join(row.planned)}"
    if row.fulfilled_by:
        yield f"成效见：{'、'.join(row.fulfilled_by)}"
    if row.followed_by:
        yield f"下一步见：{'、'.join(row.followed_by)}"
    if isinstance(row, Row):
        if row.contradiction:
            yield f"请核对：{row.contradiction.zh}"
        elif row.suggestion and not row.answered:
            yield f"按数字看：{row.suggestion}"


def number(value: str | None, unit: str) -> str:
    return f"{value}{unit}" if value else ""


# txt

_HEAD = ("序号", "打算", "目标", "实际", "完成率", "时序进度", "比时序进度", "兑现", "科室")
_WIDEST = (4, 40, 14, 14, 8, 8, 14, 8, 20)
_ISSUE_HEAD = ("序号", "问题", "现状", "科室")
_ISSUE_WIDEST = (4, 60, 8, 20)


def _txt(ledger: Ledger) -> bytes:
    plans = [(_plan_cells(place, row), list(remarks(row))) for place, row in enumerate(ledger.rows, 1)]
    issues = [(_issue_cells(place, row), list(remarks(row))) for place, row in enumerate(ledger.concerns, 1)]
    lines = [ledger.title.zh, *filter(None, [_front(ledger)])]
    for name, head, widest, body, nothing in (
        (_PLANS, _HEAD, _WIDEST, plans, _NO_PLANS),
        (_ISSUES, _ISSUE_HEAD, _ISSUE_WIDEST, issues, _NO_ISSUES),
    ):
        lines += ["", name, *(_table(head, widest, body) if body else [nothing])]
    lines += ["", _sum(ledger)]
    return "".join(f"{line}\n" for line in lines).encode()


def _table(head: tuple[str, ...], widest: tuple[int, ...], body: list[tuple[tuple[str, ...], list[str]]]) -> list[str]:
    from drafter.render.columns import aligned

    first, *rest = aligned([head, *(cells for cells, _ in body)], widest)
    lines = [*first]
    for row, (_, said) in zip(rest, body, strict=True):
        lines += [*row, *(f"      {line}" for line in said)]
    return lines


def _front(ledger: Ledger) -> str:
    return "  ".join(filter(None, (ledger.unit, f"对照 {'、'.join(ledger.earlier)}的报告" if ledger.earlier else "")))


def _sum(ledger: Ledger) -> str:
    counts: dict[str, int] = {}
    for word in (*map(state, ledger.rows), *map(state, ledger.concerns)):
        counts[word] = counts.get(word, 0) + 1
    listed = "，".join(f"{word} {count}" for word, count in counts.items())
    return f"合计 {len(ledger.rows) + len(ledger.concerns)} 条" + (f"：{listed}。" if listed else "。")


def _pace(row: Row) -> str:
    """Short enough for a column: 低 0.4 个百分点."""
    return row.pace.replace("于时序进度", "").replace("与时序进度", "")


def _plan_cells(place: int, row: Row) -> tuple[str, ...]:
    target = number(row.target, row.unit)
    within = "以内" if row.bound == "upper" else ""
    return (
        str(place),
        row.title,
        f"{row.modality}{target}{within}" if target else "",
        number(row.actual, row.unit),
        row.completion or "",
        row.progress if row.progress and row.target else "",
        _pace(row),
        state(row),
        row.office,
    )


def _issue_cells(place: int, row: Concern) -> tuple[str, ...]:
    return str(place), row.title, state(row), row.office


# json


def _json(ledger: Ledger) -> bytes:
    said = {
        "title": ledger.title.zh,
        "unit": ledger.unit,
        "period": ledger.period,
        "earlier": ledger.earlier,
        "unanswered": ledger.unanswered,
        "rows": [_plain(row) for row in ledger.rows],
        "concerns": [_plain(row) for row in ledger.concerns],
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()


def _plain(row: Row | Concern) -> dict[str, Any]:
    said = row._asdict() | {"answered": row.answered}
    if isinstance(row, Row):
        said["contradiction"] = row.contradiction.zh if row.contradiction else ""
    return said


# docx: a page stands upright, so the columns are those that leaders ask for


def _docx(ledger: Ledger) -> bytes:
    from drafter.model.block import Block, Run
    from drafter.model.style import Page
    from drafter.render.docx import write_docx
    from drafter.render.properties import Properties

    def line(kind: str, text: str) -> Block:
        return Block(kind, (Run(text),))

    issues = [("序号", "问题", "现状", "说明")]
    issues += [(str(place), row.title, state(row), _reason(row)) for place, row in enumerate(ledger.concerns, 1)]
    blocks = [line("title", ledger.title.zh)]
    blocks += [line("byline", ledger.unit)] if ledger.unit else []
    blocks += (
        [line("caption", _PLANS), Block("table", rows=plan_table(ledger))] if ledger.rows else [line("paragraph", _NO_PLANS)]
    )
    if ledger.concerns:
        blocks += [line("caption", _ISSUES), Block("table", rows=tuple(issues))]
    return write_docx(blocks, Page(), Properties(title=ledger.title.zh, author=ledger.unit))


def plan_table(ledger: Ledger) -> tuple[tuple[str, ...], ...]:
    """The plans as a table for an upright page."""
    rows: list[tuple[str, ...]] = [("序号", "目标任务", "目标", "实际", "完成率", "兑现情况", "说明")]
    for place, row in enumerate(ledger.rows, 1):
        cells = _plan_cells(place, row)
        rows.append((*cells[:5], cells[7], _reason(row)))
    return tuple(rows)


def plan_figures(ledger: Ledger, figures: Mapping[str, Figure]) -> tuple[tuple[str, ...], ...]:
    """Beside :func:`plan_table`: the figure whose number stands under 实际 and 完成率; "" where that was typed."""
    named: list[tuple[str, ...]] = [("",) * 7]
    for row in ledger.rows:
        figure = figures.get(row.figure)
        own = row.figure if figure and figure.value and row.actual == figure.value else ""
        named.append(("", "", "", own, own, "", ""))
    return tuple(named)


def _reason(row: Row | Concern) -> str:
    office = f"（{row.office}）" if row.office else ""
    pace = row.pace if isinstance(row, Row) and row.outcome in _RUNNING else ""
    return "；".join(filter(None, (row.note, pace))) + office


# xlsx


def _xlsx(ledger: Ledger) -> bytes:
    from drafter.render.xlsx import Sheet, write_xlsx

    plans = Sheet(
        "上期打算",
        ledger.title.zh,
        (
            "序号", "打算", "内容", "指标", "目标", "实际", "单位", "完成率（%）", "时序进度（%）", "比时序进度", "语气", "期限",
            "科室", "兑现", "说明", "来自", "备注",
        ),
        [
            (
                Decimal(place), row.title, row.text, row.measure, decimal(row.target), decimal(row.actual), row.unit,
                _points(row.completion), _points(row.progress), row.pace, row.modality, row.due, row.office, state(row), row.note,
                row.origin, _beside(row),
            )
            for place, row in enumerate(ledger.rows, 1)
        ],
        (6, 24, 44, 18, 10, 10, 8, 11, 13, 24, 8, 16, 16, 10, 30, 20, 40),
    )  # fmt: skip
    issues = Sheet(
        "上期问题",
        f"{ledger.period}{_ISSUES}",
        ("序号", "问题", "内容", "科室", "现状", "说明", "来自", "备注"),
        [
            (Decimal(place), row.title, row.text, row.office, state(row), row.note, row.origin, _beside(row))
            for place, row in enumerate(ledger.concerns, 1)
        ],
        (6, 24, 44, 16, 10, 30, 20, 40),
    )
    return write_xlsx([plans, issues], title=ledger.title.zh, author=ledger.unit)


def _beside(row: Row | Concern) -> str:
    return "\n".join(line for line in remarks(row) if not line.startswith("说明："))


def _points(rate: str | None) -> Decimal | None:
    return share(rate) if rate else None
