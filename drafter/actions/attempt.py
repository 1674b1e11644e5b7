"""An action as a value: what it made, or why not. For faces that must go on whatever happens."""

import os
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both

T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """``value`` is None where the action failed; then ``problems`` says why."""

    value: T | None
    problems: list[Problem]


def attempt(action: Callable[[], T]) -> Outcome[T]:
    """Runs ``action``. Refusals, the disk's errors and drafter's own faults come back as problems.

    With DRAFTER_DEBUG set, drafter's own faults are raised, for whoever looks for them.
    """
    try:
        return Outcome(action(), [])
    except Refused as refusal:
        return Outcome(None, refusal.problems)
    except OSError as error:
        return Outcome(None, [_disk(error)])
    except Exception as error:
        if os.environ.get("DRAFTER_DEBUG"):
            raise
        return Outcome(None, [_own_fault(error)])


def _disk(error: OSError) -> Problem:
    from drafter.store.save import reason

    why = reason(error)
    return Problem(
        "disk",
        Both(f"读写出错：{why.zh}。", f"{why.en}."),
        Both("检查路径、权限和磁盘。", "Check path, permissions and disk."),
        place=Place(str(error.filename)) if error.filename else Place(),
    )


def _own_fault(error: Exception) -> Problem:
    return Problem(
        "own-fault",
        Both(
            f"drafter 自己出了错（{type(error).__name__}: {error}），原有文件没有改动。",
            f"drafter itself failed ({type(error).__name__}: {error}); no file was changed.",
        ),
        Both("请把这句话和所用的文件发给维护者。", "Please report this line with the file in use."),
    )
