"""A comparison on one page, for the leader: what can be taken in at a glance, and how much more there is."""

from typing import TYPE_CHECKING

from drafter.actions.differing.documents import counts, outcome, remark, short, similar, title
from drafter.model.block import Block, Run
from drafter.model.style import Page
from drafter.render.docx import write_docx
from drafter.render.properties import Properties

if TYPE_CHECKING:
    from drafter.actions.diff import Difference

#: Rows that fit with everything else on one page.
_FIGURES, _PLANS, _FACTS = 8, 4, 3


def page(difference: "Difference") -> bytes:
    """The document: figures that moved most, plans without an end, what is new and gone, and the text that is old."""
    name = title(difference)
    blocks = [
        _line("title", short(name, 44)),
        _line("paragraph", f"{counts(difference)}。"),
        *_figures(difference),
        *_plans(difference),
        *_facts(difference),
        _line("paragraph", f"文字雷同：{similar(difference)}"),
    ]
    return write_docx(blocks, Page(), Properties(title=name, author=difference.new.report.unit))


def _figures(difference: "Difference") -> list[Block]:
    moved = sorted((each for each in difference.figures if each.moved), key=lambda each: each.rate is None)
    shown = moved[:_FIGURES]
    if not shown:
        return []
    head = ("指标", difference.old.words, difference.new.words, "变化")
    rows = [(short(each.name, 14), each.old or "—", each.new or "—", short(each.rate or each.change or remark(each), 11)) for each in shown]  # fmt: skip
    more = f"（另有{len(moved) - len(shown)}项）" if len(moved) > len(shown) else ""
    return [_line("caption", f"主要指标{more}"), Block("table", rows=(head, *rows))]


def _plans(difference: "Difference") -> list[Block]:
    plans = difference.plans
    if not plans:
        return []
    ends: dict[str, int] = {}
    for fate in plans:
        ends[outcome(fate)] = ends.get(outcome(fate), 0) + 1
    told = "，".join(f"{end}{count}项" for end, count in ends.items())
    lost = [fate.plan.heading or fate.plan.line for fate in plans if fate.end == "没有下文"]
    said = f"上期打算{len(plans)}项：{told}。"
    return [_line("paragraph", f"{said}{_listed('没有下文的：', lost, _PLANS)}")]


def _facts(difference: "Difference") -> list[Block]:
    new = [change.new for change in difference.of("新增") if change.new]
    gone = [change.old for change in difference.of("删去") if change.old]
    lines = [
        _listed(f"{name}：", [each.heading or each.line for each in found], _FACTS)
        for name, found in (("新增", new), ("删去", gone))
    ]
    return [_line("paragraph", line) for line in lines if line]


def _listed(name: str, found: list[str], most: int) -> str:
    if not found:
        return ""
    more = f"，另有{len(found) - most}项" if len(found) > most else ""
    return f"{name}{'；'.join(short(each, 16) for each in found[:most])}{more}。"


def _line(kind: str, text: str) -> Block:
    return Block(kind, (Run(text),))
