"""附件 as the template sees them: what 附件说明 names (GB/T 9704-2012, 7.3.4) and what is printed after the text (7.3.7)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from drafter.model.fact import paragraphs
from drafter.model.report import Report

if TYPE_CHECKING:
    from drafter.model.cover import Annex
    from drafter.render.exhibits import Exhibits

#: (the field of the report that a text belongs to, the text) → as it prints.
Shown = Callable[[str, str], str]


def annexes(report: Report, shown: Shown, exhibits: "Callable[[], Exhibits]") -> list[dict[str, Any]]:
    """Each with its number, which a single one does not have. One of 附表 or 附图 that has nothing to show is left out."""
    made = [each for annex in report.annexed() if (each := _annex(annex, shown, exhibits))]
    return [{"序": f"附件{place}" if len(made) > 1 else "附件", **each} for place, each in enumerate(made, 1)]


def named(titles: list[str]) -> list[str]:
    """附件：甲, or 附件：1.甲 and 2.乙, without a stop (7.3.4)."""
    if len(titles) == 1:
        return ["附件：" + titles[0]]
    return [("" if place > 1 else "附件：") + f"{place}." + title for place, title in enumerate(titles, 1)]


def of_older_templates(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """附表图: what a template of one's own prints beside the annexes that have text, each under its caption."""
    return [{**item, "题注": item["标题"]} for annex in made if not annex["正文"] for item in annex["图表"]]


def _annex(annex: "Annex", shown: Shown, exhibits: "Callable[[], Exhibits]") -> dict[str, Any] | None:
    """An annex without a name is called as its first table or chart, which then needs no caption: the title stands over it.

    The whole annex lies on its side with a table that does, unless it has text.
    """
    asked = annex.tables or annex.charts
    items = exhibits().arranged(annex.tables, annex.charts, annexed=True) if asked else []
    title, text = shown("附件", annex.title), [shown("附件", text) for text in paragraphs(annex.text)]
    if items and not title:
        first = items[0]
        title = first["标题"] or ("附图" if first["类型"] else "附表")
        items = [{**first, "题注": ""}, *items[1:]]
    elif asked and not (items or title or text):
        return None
    return {"标题": title, "正文": text, "图表": items, "横向": not text and any(item["横向"] for item in items)}
