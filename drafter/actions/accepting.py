"""accept: a finding that was looked at may stand. The reason goes into the record that it is about (认可)."""

from collections.abc import Sequence
from pathlib import Path

from drafter.actions.check import examine
from drafter.actions.checking.telling import may_stand, record_of
from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.settling import settle
from drafter.model.acceptance import Acceptance, mark_of
from drafter.model.problem import Problem, Refused
from drafter.model.words import Both

FIELD = "认可"


def matching(problems: Sequence[Problem], code: str, fact: str | None, words: str | None) -> list[Problem]:
    """The problems of a rule, of one fact and with certain words where these are given."""
    return [
        problem
        for problem in problems
        if problem.code == code and (fact is None or problem.fact == fact) and (words is None or words in problem.words)
    ]


def accept(desk: Desk, wanted: Sequence[Problem], reason: str) -> int:
    """Writes that the problems may stand, as one change, and returns how many. ``reason`` is one line.

    Raises Refused: exit code 2 where one may not stand or no reason is given, 4 where the files cannot be written.
    """
    reason = " ".join(reason.split())
    grave = next((problem for problem in wanted if not may_stand(problem)), None)
    if grave is not None:
        raise Refused(_must_be_mended(grave), 2)
    if not reason:
        raise Refused(_NO_REASON, 2)
    put(desk, wanted, reason)
    settlement = settle(desk.snapshot())
    if settlement.trouble:
        raise Refused(settlement.trouble, 4)
    desk.accept(settlement)
    return len(wanted)


def put(desk: Desk, wanted: Sequence[Problem], reason: str) -> None:
    """Notes on the desk that the problems may stand, in one step of undo."""
    settled = desk.settled
    assert settled is not None
    with desk.together():
        for problem in wanted:
            uid = ROOT if problem.fact is None else settled.uids.get(problem.fact, _figure(desk, problem.fact))
            record = record_of(settled.report, problem.fact)
            typed = desk.find(uid) if uid is not None else None
            if typed is None or record is None or uid is None:
                continue
            said = typed.get(FIELD) or []
            lines = list(said) if isinstance(said, list) else [said]
            line = str(Acceptance(problem.code, problem.words, reason, mark_of(record)))
            kept = [each for each in lines if not _replaced(each, problem)]
            desk.set(uid, FIELD, [*kept, line])


def _replaced(line: str, problem: Problem) -> bool:
    said = Acceptance.parse(line)
    return said is not None and said.speaks_of(problem.code, problem.words)


def _figure(desk: Desk, key: str) -> int | None:
    from drafter.actions.editing.figures import figure_records

    return next((record.uid for record in figure_records(desk.root) if record.get("编号") == key), None)


def open_settled(name: str | None, start: Path) -> Desk:
    """The desk of a report that was read back, so that what is wrong with it is known. Nothing is written."""
    desk = Desk.open(name, start)
    desk.accept(settle(desk.snapshot(), write=False))
    return desk


def found(desk: Desk) -> list[Problem]:
    """All that is wrong with the report on the desk."""
    assert desk.settled is not None
    return examine(desk.settled.opened).problems


def _must_be_mended(problem: Problem) -> Problem:
    return Problem(
        "acceptance-refused",
        Both(f"“{problem.code}”不能认可，只能改正。", f"{problem.code} cannot be accepted, only mended."),
        problem.fix,
        place=problem.place,
    )


_NO_REASON = Problem(
    "acceptance-reason",
    Both("认可一条发现，要写明理由。", "To let a finding stand, give the reason."),
    Both("加上理由，如 --reason 见省厅2024年第3号通报", "Add it: --reason “see circular 3 of 2024”."),
)
