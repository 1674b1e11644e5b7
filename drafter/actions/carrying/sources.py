"""Which earlier reports a new one is to begin from: by name, by folder, or a document that is imported first."""

from collections.abc import Sequence
from pathlib import Path

from drafter.actions.check import is_document
from drafter.actions.earlier import home_of, name_of, read, same_unit
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Place, Problem, Refused, errors
from drafter.model.words import Both
from drafter.store.folder import read_report, report_files
from drafter.store.workspace import FACTS, find_workspace, resolve


def home_for(names: Sequence[str], start: Path, period: Period) -> Path:
    """Where a report begun from these belongs: beside the first of them, where that is one of the workspace (so that
    甲局/2025 goes on with 甲局/2024); else in facts/ itself.
    """
    facts = (find_workspace(start) or start) / FACTS
    if names and not is_document(start / names[0]):
        folder = home_of(resolve(names[0], start)).resolve().parent
        if facts.resolve() in folder.parents:
            return folder / str(period)
    return facts / str(period)


def find(names: Sequence[str], start: Path, home: Path, period: Period) -> tuple[list[Earlier], list[Problem]]:
    """The reports of these names, as the one in ``home`` calls them, and what has to be said of them.

    Raises Refused where there is no such report, where it is the new report itself, and where it holds what cannot be read:
    that would be lost unseen.
    """
    found: list[Earlier] = []
    notes: list[Problem] = []
    for given in names:
        place = _imported(given, start, home, notes) if is_document(start / given) else resolve(given, start)
        if home_of(place).resolve() == home.resolve():
            raise Refused(_itself(given), 2)
        name = name_of(place, home)
        if name in {earlier.name for earlier in found}:
            continue
        reading = read_report(place)
        if wrong := errors(reading.problems):
            raise Refused([_unsound(name), *wrong] if place.is_file() or report_files(place) else wrong, 1)
        earlier = Earlier(name, reading.report)
        if earlier.report.period is not None and earlier.report.period.end >= period.end:
            notes.append(_later(earlier, period))
        found.append(earlier)
    return found, notes


def beside(sources: Sequence[Earlier], home: Path, period: Period) -> list[Earlier]:
    """The reports that say what figures were, the period before and a year before, where the sources do not."""
    known = same_unit(home)
    have = {earlier.report.period for earlier in sources}
    wanted = [each for each in dict.fromkeys((period.year_before, period.previous)) if each not in have and each in known]
    return [earlier for each in wanted if (earlier := read(known[each], name_of(known[each], home))) is not None]


def _imported(given: str, start: Path, home: Path, notes: list[Problem]) -> Path:
    """The folder of the report that a document makes: beside the new one, where that is called by its period.

    Raises Refused where that folder holds a report: it may be the same one, taken in before and corrected since.
    """
    from drafter.actions.importing import look, store_import

    taken = look(start / given, start)
    period = taken.report.period
    folder = home.parent / str(period) if period and Period.parse(home.name) else None
    if folder is not None and folder.is_dir() and report_files(folder):
        raise Refused(_taken_in(given, folder, name_of(folder, home)), 4)
    taken = store_import(taken, start, folder)
    assert taken.written is not None
    notes += taken.problems
    notes.append(
        Problem(
            "carried-imported",
            Both(f"先把 {given} 导入成了 {taken.written}。", f"{given} was imported first, as {taken.written}."),
            Both("看一遍导入得对不对。", "See whether it was taken in rightly."),
            severity="info",
            place=Place(str(taken.written)),
        )
    )
    return taken.written.parent


def _taken_in(given: str, folder: Path, name: str) -> Problem:
    return Problem(
        "report-exists",
        Both(
            f"{given} 是{name}的报告，那一期已经有了，没有再导入。",
            f"{given} is a report for {name}, which is there already; it was not imported again.",
        ),
        Both(
            f"从已有的那份带入：--from {folder}。要重新导入，先移走原来的文件。",
            f"Begin from the one that is there: --from {folder}. To import it anew, move the old files away.",
        ),
        place=Place(str(folder)),
    )


def _itself(given: str) -> Problem:
    return Problem(
        "carried-itself",
        Both(f"{given} 就是要新建的这一期，不能由它自己带入。", f"{given} is the new report itself."),
        Both("--from 写更早的一期。", "Name an earlier report after --from."),
    )


def _unsound(name: str) -> Problem:
    return Problem(
        "carried-unsound",
        Both(
            f"{name} 里有读不出来的内容，带过来会丢，没有新建。",
            f"{name} holds what cannot be read and would be lost; nothing was made.",
        ),
        Both(f"先按 drafter check {name} 改好。", f"Mend it first: drafter check {name}."),
    )


def _later(earlier: Earlier, period: Period) -> Problem:
    return Problem(
        "carried-later",
        Both(
            f"{earlier.words}不早于{period.words}，照样带过来了。",
            f"{earlier.name} is not earlier than {period}; it was carried over all the same.",
        ),
        Both("看看期间有没有写反。", "See whether the two periods are the right way round."),
        severity="warning",
    )
