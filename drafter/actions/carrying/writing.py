"""How carried facts are written: where each came from stands at its top, and a figure shows the place of its new value."""

from typing import Any

from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.store.contents import plain
from drafter.store.newfile import write_fields

_LISTS = ("成绩", "问题", "打算", "上期打算", "上期问题", "分项")
_FACT_HEAD = ("编号", "来自", "待更新")
_FIGURE_HEAD = ("编号", "名称", "来自", "待更新", "数值", "单位", "状态", "上期", "同期", "目标")


def written(report: Report) -> str:
    """The text of a new report's file."""
    fields: dict[str, Any] = dict(plain(report))
    for word in _LISTS:
        if word in fields:
            fields[word] = [_fact(each) for each in fields[word]]
    if report.figures:
        fields["指标"] = [figure_fields(figure) for figure in report.figures]
    return write_fields(fields)


def fact_fields(fact: Fact) -> dict[str, Any]:
    """A fact with what is below it as words and texts, in the order in which it is written."""
    return _fact(plain(fact))


def figure_fields(figure: Figure) -> dict[str, Any]:
    """A figure likewise; an empty 数值 is shown as a place to be filled."""
    return _ordered({"数值": "", **plain(figure)}, _FIGURE_HEAD)


def _fact(fields: dict[str, Any]) -> dict[str, Any]:
    if "分项" in fields:
        fields["分项"] = [_fact(each) for each in fields.pop("分项")]
    return _ordered(fields, _FACT_HEAD)


def _ordered(fields: dict[str, Any], head: tuple[str, ...]) -> dict[str, Any]:
    first = {word: fields[word] for word in head if word in fields}
    return first | {word: value for word, value in fields.items() if word not in first}
