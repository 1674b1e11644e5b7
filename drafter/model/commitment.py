"""What a report promised: the plans that the next report has to answer, one by one (目标任务分解表)."""

from collections.abc import Iterator

from drafter.model.fact import Fact
from drafter.model.report import Report


def promised(report: Report) -> Iterator[tuple[str, Fact]]:
    """(path, plan) of every plan that must be answered, in reading order.

    A plan is answered as a whole unless what is below it has headings of its own: then those are the plans. What says what
    is aimed at (指标, 目标) is one wherever it stands. An opening paragraph without number is none.
    """
    plans = ((f"打算/{place}", fact) for place, fact in enumerate(report.plans, 1) if fact.part in ("", "打算"))
    elsewhere = (
        (path, fact) for part, path, fact in report.facts() if part == "打算" == fact.part and not path.startswith("打算/")
    )
    for path, fact in (*plans, *elsewhere):
        yield from _below(path, fact)


def _below(path: str, fact: Fact) -> Iterator[tuple[str, Fact]]:
    headed = any(child.title for child in fact.children)
    aimed = bool(fact.figure or fact.target)
    if aimed or (not headed and fact.numbered and (fact.title or fact.text)):
        yield path, fact
    for place, child in enumerate(fact.children, 1):
        if headed or child.figure or child.target:
            yield from _below(f"{path}/{place}", child)


def concerns(report: Report) -> Iterator[tuple[str, Fact]]:
    """(path, issue) of every issue that must be answered. One that says something is answered as a whole; a bare heading
    stands for the issues below it.
    """
    inside = ""
    for part, path, fact in report.facts():
        if part != "问题" or (inside and path.startswith(inside)) or not fact.numbered:
            continue
        if fact.text or (fact.title and not fact.children):
            inside = f"{path}/"
            yield path, fact
