"""Drafts: what was typed and is not yet in the files, kept against a kill and offered at the next start.

A draft is the operations that lead from a file to what was typed, and a copy of that file. So it stays small while one types, and
when someone has changed the file meanwhile, both changes are merged.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from drafter.actions.editing.changes import Change, changes
from drafter.actions.editing.difference import Operation, applied, operations, plain_operation
from drafter.actions.editing.matching import adopted, united
from drafter.actions.editing.merge import Merge, merged
from drafter.actions.editing.tree import Record, bare, grown
from drafter.model.problem import Problem
from drafter.store.drafts import Leftover, Slot, left_behind, unreadable
from drafter.store.reader import Document, parse
from drafter.store.syntax import plain

_FORMAT = 1
Typed: TypeAlias = Mapping[str, tuple[Document, Record, Record]]
"""File → the document that it was read as, what that says, and what was typed."""
Files: TypeAlias = Mapping[str, tuple[Document, Record]]
"""File → the document, and what it says."""


class DraftKeeper:
    """Keeps the draft of one report for one running app. Any thread may call it; calls wait for each other."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._slot = Slot(place)
        self._guard = threading.Lock()
        self._files: dict[str, _Kept] = {}
        self._written: object = None
        self._saving: Mapping[str, Record] = {}

    def saving(self, trees: Mapping[str, Record]) -> None:
        """Says which state of each file is going to be written next, before that begins; the next ``keep`` notes it.

        When the app is killed after the file was written and before the draft follows, the file is known as the app's own work,
        which the draft goes on from: nothing has to be merged or asked.
        """
        with self._guard:
            self._saving = trees

    def keep(self, files: Typed) -> None:
        """Keeps what was typed, in place of what was kept before; nothing happens when it is the same.

        Raises Refused, exit code 4, when no disk takes it.
        """
        with self._guard:
            self._files = {file: self._kept(file, *each) for file, each in files.items()}
            typed = {file: kept for file, kept in self._files.items() if kept.operations or kept.saving}
            if not typed:
                self._clear()
                return
            written = [
                {"name": Path(file).name, "hash": kept.hash, "operations": kept.operations, "saving": kept.saving}
                for file, kept in typed.items()
            ]
            if written == self._written:
                return
            self._slot.write(
                {"drafter": _FORMAT, "place": str(self.place.absolute()), "files": written},
                {kept.hash: kept.disk for kept in typed.values() if kept.hash is not None and kept.disk is not None},
            )
            self._written = written

    def clear(self) -> None:
        """Takes the draft away: everything is in the files."""
        with self._guard:
            self._files, self._saving = {}, {}
            self._clear()

    def close(self) -> None:
        """The report is left. A draft that is still there will be offered to whoever opens it next."""
        with self._guard:
            self._slot.close()
            self._written = None

    def _clear(self) -> None:
        if self._written is not None:
            self._slot.clear()
            self._written = None

    def _kept(self, file: str, document: Document, base: Record, tree: Record) -> "_Kept":
        """What is kept of one file; only what differs from the time before is worked out anew."""
        known = self._files.get(file)
        saving = self._saving.get(file, base)
        if known is None or known.disk is not document.disk:
            known = _Kept(document.disk, document.hash, base, base, base, [], [])
        if known.base is base and known.tree is tree and known.saved is saving:
            return known
        goes = known.saving if known.base is base and known.saved is saving else _steps(base, saving)
        return _Kept(document.disk, known.hash, base, tree, saving, _steps(base, tree), goes)


def _steps(base: Record, tree: Record) -> list[Any]:
    return [list(plain_operation(step)) for step in operations(base, tree)]


class _Kept(NamedTuple):
    """``saving``: the operations that lead to ``saved``, the state that is going to be written."""

    disk: bytes | None
    hash: str | None
    base: Record
    tree: Record
    saved: Record
    operations: list[Any]
    saving: list[Any]


class DraftFile(NamedTuple):
    """What was typed into one file: its name, what it said then, and what was done.

    ``typed`` is what it should say; ``saved`` what the app was about to write, which the file may say by now.
    """

    name: str
    base: object
    operations: tuple[Operation, ...]
    typed: object
    saved: object


@dataclass(frozen=True, slots=True)
class Draft:
    """What someone typed into a report whose app ended before it was saved. Applied only when a person says so."""

    place: Path
    when: datetime
    files: tuple[DraftFile, ...]
    discard: Callable[[], None]
    """Removes the draft for good."""

    def applied(self, current: Files) -> dict[str, Merge]:
        """The files with what was typed, merged where someone has changed them since.

        A file that is no more comes back with what was typed into it.
        """
        names = {Path(file).name: file for file in current}
        done = {}
        for each in self.files:
            file = names.get(each.name)
            if file is None:
                file = str(self.place if self.place.suffix else self.place / each.name)
                done[file] = _merge(each, Record(), {})
            else:
                document, tree = current[file]
                done[file] = _merge(each, tree, plain(document.root) if document.root is not None else {})
        return done

    def changes(self, current: Files) -> list[Change]:
        """What applying it would change in the files as they are."""
        found = []
        for file, merge in self.applied(current).items():
            now = current[file][1] if file in current else Record(uid=merge.tree.uid)
            found += changes(now, merge.tree)
        return found


def _merge(file: DraftFile, tree: Record, said: object) -> Merge:
    """``tree`` with what was typed into the file, which now says ``said``; the tree may have been edited on from there."""
    if said == file.saved:
        base = adopted(tree, file.saved)
        ours = adopted(base, file.typed)
    else:
        base = adopted(tree, file.base)
        ours = united(base, _typed(base, file.operations), tree)
    return merged(base, ours, tree)


class Abandoned(NamedTuple):
    """Drafts that were left behind, the latest first, and those that cannot be read."""

    drafts: list[Draft]
    problems: list[Problem]


def abandoned(place: Path) -> Abandoned:
    """The drafts of a report whose apps are gone. What cannot be read is said, and left where it is."""
    leftovers, problems = left_behind(place)
    drafts = []
    for leftover in leftovers:
        try:
            drafts.append(_draft(place, leftover))
        except (LookupError, TypeError, ValueError, AttributeError):
            problems.append(unreadable(leftover.folder))
    return Abandoned(drafts, problems)


def _draft(place: Path, leftover: Leftover) -> Draft:
    """Raises ValueError and the like for what is no draft of ours, or not a whole one."""
    if leftover.content["drafter"] != _FORMAT:
        raise ValueError("another format")
    files = tuple(_file(each, leftover) for each in leftover.content["files"])
    return Draft(place, datetime.fromtimestamp(leftover.when).astimezone(), files, leftover.discard)


def _file(content: Mapping[str, Any], leftover: Leftover) -> DraftFile:
    name, hashed = content["name"], content["hash"]
    data = leftover.copy(hashed) if hashed is not None else None
    if not isinstance(name, str) or Path(name).name != name or (hashed is not None and data is None):
        raise ValueError("the file it is based on is missing")
    root = parse(data, name).root if data is not None else None
    said = plain(root) if root is not None else {}
    base = adopted(Record(), said)
    steps = tuple(_operation(*step) for step in content["operations"])
    saving = tuple(_operation(*step) for step in content["saving"])
    return DraftFile(name, said, steps, bare(_typed(base, steps)), bare(_typed(base, saving)))


def _operation(verb: Any, path: Any, word: Any, value: Any, to: Any, place: Any) -> Operation:
    if verb not in ("set", "insert", "delete", "move") or not isinstance(word, str) or not isinstance(place, int):
        raise ValueError("no operation")
    return Operation(verb, tuple(path), word, value, tuple(to), place)


def _typed(tree: Record, steps: tuple[Operation, ...]) -> Record:
    for step in steps:
        tree = applied(tree, step._replace(value=grown(step.value)))
    return tree
