"""check --fix: what can be mended without thinking is shown as a diff, and then written field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import ndiff
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.actions.checking.telling import records_of
from drafter.model.fields import fields_of
from drafter.model.places import place
from drafter.model.problem import Edit, Place, Problem, Refused
from drafter.model.report import Report

if TYPE_CHECKING:
    from drafter.actions.editing.desk import Desk

Steps = tuple[str, ...]


class Change(NamedTuple):
    """A field that is mended. ``fact`` and ``words`` as in :class:`Edit`."""

    fact: str | None
    words: Steps
    place: Place
    before: str
    after: str
    edits: tuple[Edit, ...]

    @property
    def lines(self) -> list[str]:
        """The paragraphs that change: ``- `` as they are, ``+ `` as they will be."""
        return [line for line in ndiff(self.before.split("\n"), self.after.split("\n")) if line.startswith(("- ", "+ "))]

    @property
    def turns(self) -> list[tuple[str, str]]:
        """Each place that changes, with a few signs around it: as it is, as it will be."""
        text = self.before
        sides = (
            (text[max(0, edit.start - _AROUND) : edit.start], edit, text[edit.end : edit.end + _AROUND]) for edit in self.edits
        )
        return [(f"{head}{text[edit.start : edit.end]}{tail}", f"{head}{edit.new}{tail}") for head, edit, tail in sides]


_AROUND = 6


def changes(report: Report, problems: Iterable[Problem]) -> list[Change]:
    """What mending the problems changes, a field each. Of edits that touch each other the first is made; another run sees the
    rest.
    """
    wanted: dict[tuple[str | None, Steps], set[Edit]] = defaultdict(set)
    for problem in problems:
        for edit in problem.edits:
            wanted[edit.fact, edit.words].add(edit)
    known = dict(reversed(list(records_of(report)))) if wanted else {}  # of two with one key the first counts
    return [change for (fact, words), edits in wanted.items() for change in _change(known[fact], fact, words, edits)]


def _change(record: Any, fact: str | None, words: Steps, edits: Iterable[Edit]) -> Iterator[Change]:
    for word in words[:-1]:
        record = getattr(record, fields_of(type(record))[word].name)
    before = getattr(record, fields_of(type(record))[words[-1]].name)
    made = tuple(_apart(edits))
    after = mended(before, made)
    if after != before:
        yield Change(fact, words, place(record, words[-1]), before, after, made)


def mended(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits made that do not touch each other."""
    done: list[str] = []
    at = 0
    for edit in _apart(edits):
        done += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*done, text[at:]])


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start >= at:
            yield edit
            at = edit.end


def apply(desk: "Desk", wanted: Sequence[Change]) -> int:
    """Makes the changes in the report's files, and says how many. A field that has changed since is left alone.

    Raises Refused, exit code 4, where the files cannot be written.
    """
    from drafter.actions.editing.settling import settle

    made = put(desk, wanted)
    settlement = settle(desk.snapshot())
    if settlement.trouble:
        raise Refused(settlement.trouble, 4)
    desk.accept(settlement)
    return made


def put(desk: "Desk", wanted: Sequence[Change]) -> int:
    """Makes the changes on the desk, in one step of undo, and says how many."""
    from drafter.actions.editing.desk import ROOT

    assert desk.settled is not None
    made = 0
    with desk.together():
        for change in wanted:
            uid = ROOT if change.fact is None else desk.settled.uids.get(change.fact)
            if uid is not None and desk.writable(uid) and _said(desk, uid, change.words) == change.before.rstrip("\n"):
                desk.set(uid, change.words, change.after)
                made += 1
    return made


def _said(desk: "Desk", uid: int, words: Steps) -> str:
    value = desk.find(uid)
    for word in words:
        value = value.get(word) if value is not None else None
    return str(value or "").rstrip("\n")
