"""The reports that a report was begun from, or that came before it: found, read once, and called by the names 来自 uses."""

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from drafter.actions.opening import Opened
from drafter.model.lineage import Earlier, Origin
from drafter.model.period import Period
from drafter.model.spans import within
from drafter.store.folder import read_report, report_files
from drafter.store.workspace import FACTS, find_workspace, report_names

_MOST = 64  # reports kept in memory; a report draws on two or three


def name_of(source: Path, place: Path) -> str:
    """What the report at ``source`` is called in the 来自 of the one at ``place``: 2024 where they stand side by side, else
    the way there, ../一科/2024."""
    return Path(os.path.relpath(source.absolute(), home_of(place).parent)).as_posix()


def earlier_reports(opened: Opened) -> tuple[Earlier, ...]:
    """Those that the report says it came from (来自), in its order; where it says none, the report of the period before and
    that of the same part of last year; where there is neither, the latest earlier one of the unit. Those that are not there
    are left out. Reads files, the first time at least, so this belongs into a thread.
    """
    return read_all(opened.report.origins, opened.place) or read_all(_before(opened), opened.place)


def addressed(opened: Opened, addresses: Iterable[str]) -> tuple[Earlier, ...]:
    """:func:`earlier_reports`, and whatever others ``addresses`` name: 来自 and 对应 may reach further back."""
    known = earlier_reports(opened)
    named = {origin.report for address in addresses if "/" in address and (origin := Origin.parse(address))}
    return (*known, *read_all(sorted(named - {each.name for each in known}), opened.place))


def read_all(names: Iterable[str], place: Path) -> tuple[Earlier, ...]:
    """The reports of these names, seen from the report at ``place``."""
    home = home_of(place).parent
    return tuple(found for name in names if (found := read(beside(home, name), name)) is not None)


def beside(home: Path, name: str) -> Path:
    """The report that one in the folder ``home`` calls so, without the ways back and forth of ../一科/2024."""
    return Path(os.path.normpath(home / name))


def read(place: Path, name: str) -> Earlier | None:
    """The report at ``place``; None where there is none. One that has not changed is read once."""
    try:
        files = report_files(place) if place.is_dir() else [place]
        stamps = tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    except OSError:  # it went away just now
        return None
    return _read(place, name, stamps) if stamps else None


@lru_cache(maxsize=_MOST)
def _read(place: Path, name: str, _stamps: tuple[tuple[str, int, int], ...]) -> Earlier:
    return Earlier(name, read_report(place).report)


def home_of(place: Path) -> Path:
    """The folder of a report; that of its file where it is a single one."""
    place = place.absolute()
    return place.parent if place.is_file() else place


def _before(opened: Opened) -> list[str]:
    period = opened.report.period
    if period is None:
        return []
    known = same_unit(opened.place)
    wanted = [known[each] for each in dict.fromkeys((period.previous, period.year_before)) if each in known]
    if not wanted:
        earlier = [each for each in known if each.end < period.end]
        wanted = [known[max(earlier, key=lambda each: each.end)]] if earlier else []
    return [name_of(path, opened.place) for path in wanted]


def parts_of_period(opened: Opened) -> tuple[Earlier, ...]:
    """The reports of the unit on parts of the period: beside a year's report those of its halves and quarters."""
    period = opened.report.period
    if period is None:
        return ()
    known = same_unit(opened.place)
    return read_all((name_of(known[each], opened.place) for each in known if within(each, period)), opened.place)


def same_unit(place: Path) -> dict[Period, Path]:
    """Period → folder of the reports that stand beside this one in its workspace."""
    workspace = find_workspace(place)
    if workspace is None:
        return {}
    folder = home_of(place)
    found = {}
    for name in report_names(place):
        path = workspace / FACTS / name
        period = Period.parse(path.name)
        if period and path.absolute().parent == folder.parent and path.absolute() != folder:
            found[period] = path
    return found
