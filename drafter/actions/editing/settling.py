"""From the desk into the files and back: splice what changed, merge what others changed, save, and read again.

A settling works from a snapshot and may run in a thread of its own; the desk takes its result in afterwards. A file is written
only where it differs from what was read; what cannot be written stays on the desk, and the next settling tries again.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.actions.editing.baseline import Baseline, said, stamp
from drafter.actions.editing.difference import Operation, applied, operations
from drafter.actions.editing.settled import Settled
from drafter.actions.editing.tree import Record, bare, records, rewritten
from drafter.model.problem import Problem, Refused, errors
from drafter.store import splice
from drafter.store.files import report_files
from drafter.store.reader import Document, read_document
from drafter.store.syntax import plain

if TYPE_CHECKING:
    from drafter.actions.editing.merge import Conflict

ATTEMPTS = 5  # saves of one file, when others keep changing it at the same moment


class Snapshot(NamedTuple):
    """``held`` are open conflicts: their fields are not written until they are answered."""

    place: Path
    baseline: Baseline
    state: dict[str, Record]
    revision: int
    held: "tuple[Conflict, ...]" = ()


class Settlement(NamedTuple):
    """What a settling did. ``trees``: the desk's state with what others changed; ``conflicts``: those found now."""

    snapshot: Snapshot
    baseline: Baseline
    trees: dict[str, Record]
    settled: Settled
    trouble: list[Problem]
    conflicts: "list[Conflict]"
    taken: int


def settle(snapshot: Snapshot, write: bool = True) -> Settlement:
    """Brings the snapshot into its files, merged with what others did meanwhile, and reads the whole report back.

    Files that lose a record are written last, so that one that moved between files is never in none of them.
    """
    work = _Work(snapshot, write)
    for file in sorted(snapshot.state, key=lambda file: _loses(snapshot, file)):
        work.settle(file)
    work.discover()
    settled = Settled(snapshot.place, work.shown, work.reached, snapshot.revision)
    baseline = Baseline(work.documents, work.bases, work.stamps)
    return Settlement(snapshot, baseline, work.trees, settled, work.trouble, work.conflicts, work.taken)


def rebased(state: dict[str, Record], before: dict[str, Record], after: dict[str, Record]) -> dict[str, Record]:
    """``state``, in which what turned ``before`` into ``after`` has happened as well."""
    from drafter.actions.editing.merge import merged

    done = dict(state)
    for file, tree in after.items():
        old = before.get(file)
        if old is None:
            done[file] = tree
        elif tree is not old:
            done[file] = merged(old, state[file], tree).tree if file in state else tree
    return done


@dataclass
class _Work:
    """``shown``: documents with everything in them, saved or not; ``reached``: what they say."""

    snapshot: Snapshot
    write: bool
    documents: dict[str, Document] = field(default_factory=dict)
    bases: dict[str, Record] = field(default_factory=dict)
    stamps: dict[str, tuple[int, int]] = field(default_factory=dict)
    trees: dict[str, Record] = field(default_factory=dict)
    shown: dict[str, Document] = field(default_factory=dict)
    reached: dict[str, Record] = field(default_factory=dict)
    trouble: list[Problem] = field(default_factory=list)
    conflicts: "list[Conflict]" = field(default_factory=list)
    taken: int = 0

    def __post_init__(self) -> None:
        documents, bases, stamps = self.snapshot.baseline
        self.documents, self.bases, self.stamps = dict(documents), dict(bases), dict(stamps)
        self.trees = dict(self.snapshot.state)
        self.shown, self.reached = dict(documents), dict(bases)

    def settle(self, file: str) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            self.take_in(file)
            try:
                self.bring_out(file)
                return
            except Refused as refusal:
                changed = any(problem.code == "save-conflict" for problem in refusal.problems)
                if not changed or attempt == ATTEMPTS or not Path(file).exists():
                    self.trouble += refusal.problems
                    return
                self.stamps[file] = (0, 0)

    def take_in(self, file: str) -> None:
        """Merges what someone else has written into the file since it was read."""
        now = stamp(Path(file))
        if now == self.stamps[file]:
            return
        theirs = read_document(Path(file))
        if theirs.disk is None:
            self.trouble += theirs.problems
            return
        self.stamps[file] = now
        if theirs.disk == self.documents[file].disk:
            return
        if not theirs.sound:
            self.trouble += errors(list(theirs.problems))
        from drafter.actions.editing.matching import adopted
        from drafter.actions.editing.merge import merged

        base = self.bases[file]
        tree = adopted(base, plain(theirs.root) if theirs.root is not None else {})
        merge = merged(base, self.trees[file], tree)
        self.trees[file] = merge.tree
        self.conflicts += merge.conflicts
        self.taken += len(merge.taken)
        self.documents[file] = self.shown[file] = theirs
        self.bases[file] = self.reached[file] = tree

    def bring_out(self, file: str) -> None:
        """Splices what differs from the file into it, and saves."""
        document, base = self.documents[file], self.bases[file]
        meant = _less_held(self.trees[file], base, (*self.snapshot.held, *self.conflicts))
        if meant is base or not document.sound:
            return
        spliced, reached, problems = _spliced(document, base, meant)
        self.trouble += problems
        self.shown[file], self.reached[file] = spliced, reached
        if not self.write or spliced is document:
            return
        self.documents[file] = splice.save_document(spliced)
        self.bases[file] = meant if not problems else reached
        self.stamps[file] = stamp(Path(file))

    def discover(self) -> None:
        """Files that have come into the folder."""
        place = self.snapshot.place
        if not place.is_dir():
            return
        for path in report_files(place):
            file = str(path)
            if file not in self.documents:
                document = read_document(path)
                self.documents[file] = self.shown[file] = document
                self.bases[file] = self.reached[file] = self.trees[file] = said(document)
                self.stamps[file] = stamp(path)


def _loses(snapshot: Snapshot, file: str) -> bool:
    before, now = snapshot.baseline.trees.get(file), snapshot.state[file]
    return before is not None and before is not now and any(step.verb == "delete" for step in operations(before, now))


def _spliced(document: Document, base: Record, tree: Record) -> tuple[Document, Record, list[Problem]]:
    """The document with all operations that could be done, what it says then, and why the others could not."""
    problems: list[Problem] = []
    for operation in operations(base, tree):
        try:
            document = _done(document, operation)
        except Refused as refusal:
            problems += refusal.problems
            continue
        base = applied(base, operation)
    return document, base, problems


def _done(document: Document, operation: Operation) -> Document:
    verb, path, word, value, to, place = operation
    if verb == "set":
        return splice.set_field(document, path, word, bare(value), as_typed=True)
    if verb == "insert":
        return splice.insert(document, path, place, bare(value), as_typed=True)
    if verb == "delete":
        return splice.delete(document, path)
    return splice.move(document, path, to, place)


def _less_held(tree: Record, base: Record, held: "tuple[Conflict, ...]") -> Record:
    """The tree as far as it may be written: what is under an open conflict stays what the file says."""
    if not held or tree is base:
        return tree
    there = {record.uid: record for _, record in records(base)}
    for conflict in held:
        path = next((path for path, record in records(tree) if record.uid == conflict.uid), None)
        if path is None:
            continue
        if conflict.removal and conflict.theirs is None and path:
            tree = rewritten(tree, path[:-1], partial(_drop, place=path[-1]))
        elif conflict.words and conflict.uid in there:
            tree = rewritten(tree, path, partial(_put_back, word=conflict.words[0], there=there[conflict.uid]))
    return tree


def _drop(items: Any, place: Any) -> None:
    del items[place]


def _put_back(record: Record, word: str, there: Record) -> None:
    if word in there:
        record[word] = there[word]
    else:
        record.pop(word, None)
