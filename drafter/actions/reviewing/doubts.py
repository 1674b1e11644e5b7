"""Why a figure is not yet one to print without a second look. Words of the document, so in Chinese whoever reads the screen."""

from collections.abc import Iterable, Iterator

from drafter.model.figure import Figure
from drafter.model.problem import Problem
from drafter.model.report import Report

_EXPECTED = "预计"
#: What is said here in words of its own, of every figure that it is true of.
_SAID = frozenset({"figure-provisional"})
_MARKS = {"error": "错误", "warning": "提醒"}


def doubts(report: Report, problems: Iterable[Problem]) -> dict[str, tuple[str, ...]]:
    """Id of a figure → what there is to say of it; figures without doubts are not in it."""
    said: dict[str, list[str]] = {figure.id: list(_own(figure)) for figure in report.figures}
    for problem in problems:
        if problem.fact in said and problem.severity in _MARKS and problem.code not in _SAID:
            said[problem.fact].append(remark(problem))
    return {id: tuple(dict.fromkeys(lines)) for id, lines in said.items() if lines}


def expected(figure: Figure) -> bool:
    return figure.status == _EXPECTED


def unsourced(figure: Figure) -> bool:
    """Whether nothing says where the number comes from."""
    return not figure.evidence.strip()


def _own(figure: Figure) -> Iterator[str]:
    if expected(figure):
        basis = f"依据：{figure.evidence}。" if figure.evidence else ""
        yield f"【预计数】有了实际数要换上。{basis}"
    if unsourced(figure):
        office = f"，请{figure.office}补上" if figure.office else ""
        yield f"【没有依据】“{figure.id}”没有写出自哪份报表、文件{office}。"


def remark(problem: Problem) -> str:
    """A finding as one reads it in the margin: 【提醒】what is wrong. what to do."""
    mark = "待办" if problem.waits else _MARKS.get(problem.severity, "提示")
    message = problem.message.zh
    return f"【{mark}】{message}{'' if message.endswith(('。', '？', '！')) else '。'}{problem.fix.zh}"
