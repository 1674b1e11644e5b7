"""Problems in words for a person, safe to show."""

from collections.abc import Iterable

from drafter.model.problem import Problem
from drafter.tui.clean import clean, line
from drafter.tui.speech import say, tell


def mark(problem: Problem) -> str:
    """How grave it is: 错误, 提醒 or 提示."""
    return {"error": say("错误", "error"), "warning": say("提醒", "warning"), "info": say("提示", "note")}[problem.severity]


def message(problem: Problem) -> str:
    """What is wrong, on one line."""
    return line(tell(problem.message))


def whole(problem: Problem) -> str:
    """What is wrong and what to do."""
    return clean(f"{tell(problem.message)}{say('', ' ')}{tell(problem.fix)}")


def all_of(problems: Iterable[Problem]) -> str:
    """Each of them, one a line."""
    return "\n".join(whole(problem).replace("\n", " ") for problem in problems)
