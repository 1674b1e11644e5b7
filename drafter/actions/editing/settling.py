"""From the desk into the files and back: splice what changed, merge what others changed, save, and read again.

A settling works from a snapshot and may run in a thread of its own; the desk takes its result in afterwards. A file is written
only where it differs from what was read; what cannot be written stays on the desk, and the next settling tries again.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.actions.editing.difference import Operation, applied, operations
from drafter.actions.editing.settled import Settled
from drafter.actions.editing.tree import Record, bare, grown, rewritten
from drafter.model.problem import Problem, Refused, errors
from drafter.store import splice
from drafter.store.folder import read_report, report_files
from drafter.store.reader import Document, read_document
from drafter.store.syntax import plain

if TYPE_CHECKING:
    from drafter.actions.editing.merge import Conflict

ATTEMPTS = 5  # saves of one file, when others keep changing it at the same moment


class Baseline(NamedTuple):
    """What is on disk, by file name: the documents, what they say, and (mtime in ns, size) to notice a change cheaply."""

    documents: dict[str, Document]
    trees: dict[str, Record]
    stamps: dict[str, tuple[int, int]]


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


def read(place: Path) -> Baseline:
    """The files of the report at ``place``. Raises Refused where there is none."""
    paths = report_files(place) if place.is_dir() else [place]
    if not paths:
        raise Refused(read_report(place).problems, 2)
    documents = {document.file: document for document in map(read_document, paths)}
    return Baseline(
        documents, {file: _tree(document) for file, document in documents.items()}, {str(path): stamp(path) for path in paths}
    )


def stamp(path: Path) -> tuple[int, int]:
    """(mtime in ns, size); zeros for a file that is not there."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def stale(place: Path, baseline: Baseline) -> bool:
    """Whether a file of the report has changed, come or gone since it was read."""
    try:
        paths = report_files(place) if place.is_dir() else [place]
    except OSError:
        return False
    return {str(path): stamp(path) for path in paths} != baseline.stamps


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
                self.bases[file] = self.reached[file] = self.trees[file] = _tree(document)
                self.stamps[file] = stamp(path)


def _tree(document: Document) -> Record:
    said = grown(plain(document.root)) if document.root is not None else None
    return said if isinstance(said, Record) else Record()


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
    """The tree as far as it may be written: fields under an open conflict stay what the file says."""
    from drafter.actions.editing.tree import records

    if not held or tree is base:
        return tree
    theirs = {record.uid: record for _, record in records(base)}
    ours = {record.uid: path for path, record in records(tree)}
    for conflict in held:
        there, path = theirs.get(conflict.uid), ours.get(conflict.uid)
        if there is None or path is None or not conflict.words:
            continue
        word = conflict.words[0]

        def back(record: Record, word: str = word, there: Record = there) -> None:
            if word in there:
                record[word] = there[word]
            else:
                record.pop(word, None)

        tree = rewritten(tree, path, back)
    return tree
