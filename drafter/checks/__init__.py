"""Rules over a report, one file each. A rule is found by being here; nothing else is edited to add one."""

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from drafter.checks.subject import Subject
from drafter.model.problem import Problem

Check = Callable[[Subject], Iterable[Problem]]


@cache
def checks() -> tuple[Check, ...]:
    """The ``check`` of every module here, in the order of the modules' names."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (getattr(import_module(f"{__name__}.{name}"), "check", None) for name in modules)
    return tuple(check for check in found if check is not None)


def run(subject: Subject) -> list[Problem]:
    """All problems of all rules, by place: file, line, column."""
    problems = [problem for check in checks() for problem in check(subject)]
    return sorted(problems, key=_place)


def _place(problem: Problem) -> tuple[str, int, int]:
    """What has no place comes first; a file as a whole comes before its lines."""
    return problem.place.file or "", problem.place.line or 0, problem.place.column or 0
