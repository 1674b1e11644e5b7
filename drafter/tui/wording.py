"""Problems in words for a person, safe to show."""

from collections.abc import Iterable
from pathlib import PurePath

from drafter.model.problem import Problem
from drafter.tui.clean import clean, line
from drafter.tui.speech import say, tell


def mark(problem: Problem) -> str:
    """How grave it is: 错误, 提醒 or 提示; what only has to be settled before the report is final is no error to a clerk."""
    if problem.waits:
        return say("待处理", "open")
    return {"error": say("错误", "error"), "warning": say("提醒", "warning"), "info": say("提示", "note")}[problem.severity]


def message(problem: Problem) -> str:
    """What is wrong, on one line."""
    return line(tell(problem.message))


def whole(problem: Problem) -> str:
    """What is wrong and what to do."""
    return clean(f"{tell(problem.message)}{say('', ' ')}{tell(problem.fix)}")


def second_place(problem: Problem) -> str:
    """The other place of a problem that has two, as one finds the file: 上期：2024/成绩.yaml 第35行. "" where it has one. What
    is wrong with words has its other place in the same text: 另见.
    """
    file, number, _ = problem.other
    if not file:
        return ""
    name = line("/".join(PurePath(file).parts[-2:]))
    when = say("另见", "See also") if problem.words else say("上期", "Then")
    colon = say("：", ": ")
    return f"{when}{colon}{name}" if number is None else f"{when}{colon}{name} {say(f'第{number}行', f'line {number}')}"


def all_of(problems: Iterable[Problem]) -> str:
    """Each of them, one a line."""
    return "\n".join(whole(problem).replace("\n", " ") for problem in problems)
