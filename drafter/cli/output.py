"""stdout is data, stderr is for people. This module owns both, and the exit codes."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from drafter.cli.language import current, say
from drafter.model.problem import NOWHERE, Place, Problem
from drafter.model.text import visible

FINE, FACTS_WRONG, USAGE, REFUSED, DISK = 0, 1, 2, 3, 4


def data(text: str) -> None:
    """Writes to stdout, a line end added where there is none."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def as_json(value: Any) -> None:
    import json

    data(json.dumps(value, ensure_ascii=False, indent=2))


def tell(text: str) -> None:
    """A line for the person at the screen. Control characters from files never reach the terminal."""
    sys.stderr.write(f"{visible(text)}\n")


def report(problems: Iterable[Problem], most_to_do: int | None = 5) -> None:
    """Every problem: where, what, the second place that it is about, and what to do, a line each.

    What is to do before a report is final (``gate``) may be said of every fact of it: ``most_to_do`` of them are listed, and
    the rest counted; None lists them all. A fix is not said twice in a row.
    """
    marks = {"error": say("错误", "error"), "warning": say("提醒", "warning"), "info": say("提示", "note")}
    problems = list(problems)
    rest = 0 if most_to_do is None else sum(problem.waits for problem in problems) - most_to_do
    listed, said = 0, ""
    for problem in problems:
        listed += problem.waits
        if problem.waits and most_to_do is not None and listed > most_to_do:
            if listed == most_to_do + 1:
                tell(say(f"另有 {rest} 条待办，用 drafter check 逐条看。", f"{rest} more to do; drafter check lists them."))
            continue
        where = f"{_shown(problem.place)}: " if str(problem.place) else ""
        mark = say("待办", "to do") if problem.waits else marks[problem.severity]
        tell(f"{where}{mark}: {problem.message.to(current())} [{problem.code}]")
        if problem.other != NOWHERE:
            tell(f"    {say('对照', 'compare')} {_shown(problem.other)}")
        fix = problem.fix.to(current())
        if fix and fix != said:
            tell(f"    {fix}")
        said = fix


def _shown(place: Place) -> str:
    """The place with its file as seen from here; a file elsewhere keeps its whole path."""
    here = f"{Path.cwd()}{os.sep}"
    file = place.file.removeprefix(here) if place.file else None
    return str(place._replace(file=file))


def confirmed(question: str) -> bool:
    """Whether the person at the screen says yes; no where there is none."""
    import click

    return bool(sys.stdin and sys.stdin.isatty()) and click.confirm(visible(question), default=False, err=True)


def prepare() -> None:
    """UTF-8 whatever the locale says; a terminal that cannot show a character shows its code."""
    # A program started without standard streams (>&-) still has somewhere to write.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
