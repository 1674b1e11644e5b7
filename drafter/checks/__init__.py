"""Rules over a report, one file each. A rule is found by being here; nothing else is edited to add one.

``facts/`` are rules over the facts of a report, ``text/`` those over its words, which any document has. Each module declares
``RULES``, what it may find, and ``check``, which finds it.
"""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import Rule
from drafter.checks.subject import Subject
from drafter.model.problem import Problem

Check = Callable[[Subject], Iterable[Problem]]
TextCheck = Callable[[Manuscript], Iterable[Finding]]


@cache
def modules(kind: str) -> tuple[ModuleType, ...]:
    """The modules of ``facts`` or ``text`` that hold a ``check``, in the order of their names."""
    package = import_module(f"{__name__}.{kind}")
    names = sorted(module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
    found = (import_module(name) for name in names)
    return tuple(module for module in found if hasattr(module, "check"))


def checks() -> tuple[Check, ...]:
    """The rules over facts."""
    return tuple(module.check for module in modules("facts"))


def text_checks(families: Sequence[str] = ()) -> tuple[TextCheck, ...]:
    """The rules over text; of some families only, where they are named."""
    found = modules("text")
    return tuple(each.check for each in found if not families or each.__name__.split(".")[-2] in families)


@cache
def rules() -> dict[str, Rule]:
    """Code → rule, of all that is declared."""
    declared = (rule for kind in ("facts", "text") for module in modules(kind) for rule in getattr(module, "RULES", ()))
    return {rule.code: rule for rule in declared}


def run(subject: Subject) -> list[Problem]:
    """All problems of the rules over facts, by place: file, line, column."""
    problems = [problem for check in checks() for problem in check(subject)]
    return sorted(problems, key=place_order)


def read(manuscript: Manuscript, families: Sequence[str] = ()) -> Iterator[Finding]:
    """All findings of the rules over text. Those in what nobody has looked at yet are left for when somebody has."""
    for check in text_checks(families):
        for finding in check(manuscript):
            if not manuscript.at(finding.start).stale:
                yield finding


def place_order(problem: Problem) -> tuple[str, int, int]:
    """What has no place comes first; a file as a whole comes before its lines."""
    return problem.place.file or "", problem.place.line or 0, problem.place.column or 0
