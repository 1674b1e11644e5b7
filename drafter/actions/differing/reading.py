"""The two reports of a comparison, wherever they are: reports of the workspace, folders, or documents as they came."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.actions.earlier import name_of, read_all
from drafter.model.lineage import Earlier
from drafter.model.problem import Problem, errors
from drafter.store.files import SUFFIXES
from drafter.store.folder import read_report
from drafter.store.workspace import resolve


class Two(NamedTuple):
    """The reports, those ``between`` through which the second may have come from the first, and what is wrong with their
    files: what cannot be read is not compared.
    """

    old: Earlier
    new: Earlier
    between: tuple[Earlier, ...]
    problems: list[Problem]


def two(old: str, new: str, start: Path) -> Two:
    """Reads both, as they are named. Raises Refused where there is no such report, or a document that cannot be read."""
    one, other = _place(old, start), _place(new, start)
    home = other if _is_report(other) else start
    before, wrong = _read(one, name_of(one, other) if _is_report(one) and _is_report(other) else one.stem)
    after, amiss = _read(other, other.name if _is_report(other) else other.stem)
    between = tuple(_chain(after, home, before.name)) if _is_report(other) else ()
    return Two(before, after, between, [*wrong, *amiss])


def _place(name: str, start: Path) -> Path:
    path = start / name
    return path if path.is_file() else resolve(name, start)


def _is_report(place: Path) -> bool:
    return place.is_dir() or place.suffix.lower() in SUFFIXES


def _read(place: Path, name: str) -> tuple[Earlier, list[Problem]]:
    if not _is_report(place):
        from drafter.actions.importing import look

        return Earlier(name, look(place, place.parent).report), []
    reading = read_report(place)
    return Earlier(name, reading.report), errors(reading.problems)


def _chain(report: Earlier, place: Path, besides: str) -> Iterator[Earlier]:
    """The reports that ``report`` came from, and those that these came from, called as it would call them."""
    waiting, known = list(report.report.origins), {besides}
    for name in waiting:
        if name in known:
            continue
        known.add(name)
        for found in read_all([name], place):
            yield found
            beside = posixpath.dirname(name)
            waiting += [posixpath.normpath(posixpath.join(beside, each)) for each in found.report.origins]
