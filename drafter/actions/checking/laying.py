"""What the workspace lays down for checks (``_checks/``), read once while its files stay as they are."""

from functools import lru_cache
from pathlib import Path

from drafter.checks import rules
from drafter.model.policy import Policy
from drafter.model.problem import Problem
from drafter.store.policy import files, read_policy


def load(folders: list[Path]) -> tuple[Policy, list[Problem]]:
    """The policy along a report's template folders (``Opened.folders``), and its faults. May be called at every pause."""
    stamps = tuple((str(path), path.stat().st_mtime_ns) for path in files(folders))
    return _read(tuple(folders), stamps)


@lru_cache(maxsize=4)
def _read(folders: tuple[Path, ...], _stamps: tuple[tuple[str, int], ...]) -> tuple[Policy, list[Problem]]:
    return read_policy(list(folders), rules().keys())
