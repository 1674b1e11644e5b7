"""What the workspace lays down for checks (``_checks/``), read once while its files stay as they are."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from drafter.model.policy import Policy
from drafter.model.problem import Problem
from drafter.store.policy import RULES, files, read_policy


def load(folders: list[Path], words: bool = True) -> tuple[Policy, list[Problem]]:
    """The policy along a report's template folders (``Opened.folders``), and its faults. May be called at every pause.
    ``words`` False: how grave rules are, and not the lists of words, which only rules over text go by.
    """
    paths = [path for path in files(folders) if words or path.name == RULES]
    return _read(tuple(paths), tuple(path.stat().st_mtime_ns for path in paths))


@lru_cache(maxsize=8)
def _read(paths: tuple[Path, ...], _stamps: tuple[int, ...]) -> tuple[Policy, list[Problem]]:
    return read_policy(paths, _codes)


def _codes() -> Collection[str]:
    from drafter.checks import rules

    return rules().keys()
