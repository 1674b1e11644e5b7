"""From the desk into the files and back: splice what changed, merge what others changed, save, and read again.

A settling works from a snapshot and may run in a thread of its own; the desk takes its result in afterwards. A file is written
only where it differs from what was read; what cannot be written stays on the desk, and the next settling tries again.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.actions.editing.baseline import Baseline, changeable, said, stamp
from drafter.actions.editing.bulk import at_once
from drafter.actions.editing.difference import Operation, applied, operations
from drafter.actions.editing.settled import Settled
from drafter.actions.editing.tree import Record, bare, is_records, records, rewritten
from drafter.model.problem import Place, Problem, Refused, errors
from drafter.model.words import Both
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


def rebased(
    state: dict[str, Record], before: dict[str, Record], after: dict[str, Record]
) -> "tuple[dict[str, Record], list[Conflict]]":
    """``state``, in which what turned ``before`` into ``after`` has happened as well, and what contradicts it."""
    from drafter.actions.editing.merge import merged

    done = dict(state)
    conflicts: list[Conflict] = []
    for file, tree in after.items():
        old = before.get(file)
        if old is None or file not in state:
            done[file] = tree
        elif tree is not old:
            merge = merged(old, state[file], tree)
            done[file] = merge.tree
            conflicts += merge.conflicts
    return done, conflicts


@dataclass
class _Work:
    """``shown``: documents with everything in them, saved or not; ``reached``: what they say; ``refused``: files not all written."""

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
    refused: set[str] = field(default_factory=set)
    taken: int = 0

    def __post_init__(self) -> None:
        documents, bases, stamps = self.snapshot.baseline
        self.documents, self.bases, self.stamps = dict(documents), dict(bases), dict(stamps)
        self.trees = dict(self.snapshot.state)
        self.shown, self.reached = dict(documents), dict(bases)

    def settle(self, file: str) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            readable = self.take_in(file)
            try:
                self.bring_out(file, self.write and readable)
                return
            except Refused as refusal:
                changed = any(problem.code == "save-conflict" for problem in refusal.problems)
                if not changed or attempt == ATTEMPTS or not Path(file).exists():
                    self.refuse(file, refusal.problems)
                    return
                self.stamps[file] = (0, 0)

    def refuse(self, file: str, problems: list[Problem]) -> None:
        self.refused.add(file)
        self.trouble += problems

    def take_in(self, file: str) -> bool:
        """Merges what someone else has written into the file since it was read; whether the file may be written now.

        A file that cannot be read as it was meant is not taken for what someone wanted to say: someone may be in the middle of
        writing it, and what stood there would be taken for removed.
        """
        now = stamp(Path(file))
        if now == self.stamps[file]:
            return True
        theirs = read_document(Path(file))
        if theirs.disk is None:
            self.refuse(file, list(theirs.problems))
            return False
        known = self.documents[file]
        if theirs.disk != known.disk and known.sound and (not theirs.sound or _emptied(theirs, known)):
            self.refuse(file, errors(list(theirs.problems)) or [_empty(file)])
            return False
        self.stamps[file] = now
        if theirs.disk == known.disk:
            return True
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
        return True

    def bring_out(self, file: str, write: bool) -> None:
        """Splices what differs from the file into it, and saves where ``write`` says so."""
        document, base = self.documents[file], self.bases[file]
        meant = _less_held(self.trees[file], base, (*self.snapshot.held, *self.conflicts))
        if meant is base:
            return
        if not changeable(document):
            self.refuse(file, errors(list(document.problems)) or [_no_fields(file)])
            return
        spliced, reached, problems = _spliced(document, base, meant)
        if problems:
            self.refuse(file, problems)
        else:
            reached = meant
        self.shown[file], self.reached[file] = spliced, reached
        if spliced is not document:
            if not write or self.only_copy(base, meant):
                return
            self.documents[file] = splice.save_document(spliced)
            self.stamps[file] = stamp(Path(file))
        self.bases[file] = reached

    def only_copy(self, base: Record, meant: Record) -> bool:
        """Whether a record leaves this file for one that could not be written: it would be in no file at all."""
        if not self.refused:
            return False
        kept = {record.uid for _, record in records(meant)}
        leaving = {record.uid for _, record in records(base)} - kept
        return any(record.uid in leaving for file in self.refused for _, record in records(self.trees[file]))

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


def _emptied(theirs: Document, known: Document) -> bool:
    return known.root is not None and not theirs.text.strip()


def _empty(file: str) -> Problem:
    return Problem(
        "file-emptied",
        Both("文件被清空了，没有照它改。", "The file was emptied; that was not taken over."),
        Both(
            "从备份找回文件；不要这份内容的话，删掉文件再打开报告。",
            "Bring it back from a copy; or delete it and open the report again.",
        ),
        place=Place(file),
    )


def _no_fields(file: str) -> Problem:
    return Problem(
        "file-no-fields",
        Both("文件里写的不是“栏目: 内容”，没法写进去。", "The file does not hold “field: value”, so nothing can be put in."),
        Both("按 F5 看哪里不对，改好再填。", "F5 shows what is wrong; mend it first."),
        place=Place(file),
    )


def _loses(snapshot: Snapshot, file: str) -> bool:
    before, now = snapshot.baseline.trees.get(file), snapshot.state[file]
    if before is None or before is now:
        return False
    left = {record.uid for _, record in records(now)}
    return any(record.uid not in left for _, record in records(before))


def _spliced(document: Document, base: Record, tree: Record) -> tuple[Document, Record, list[Problem]]:
    """The document with all that could be done, what it says then, and why the rest could not.

    Operations count on those before them. Where one that puts in or moves records is refused, the rest is worked out anew from
    what was reached: a new record then goes in bare, to be filled field by field; after any other, only fields are set.
    """
    problems: dict[Problem, None] = {}
    going = True
    while going:
        going = False
        document, base = at_once(document, base, tree)
        last = ""
        for operation in operations(base, tree):
            if last not in ("", operation.verb) and operation.verb in ("delete", "set"):
                going = True  # those of the next sort may go together again
                break
            last = operation.verb
            done, refusal = _tried(document, operation)
            if refusal is not None and operation.verb == "insert" and operation.value:
                operation = operation._replace(value=Record(uid=operation.value.uid))
                done, refusal = _tried(document, operation)
                going = True
            if refusal is None:
                document, base = done, applied(base, operation)
            else:
                problems.update(dict.fromkeys(refusal.problems))
                if operation.verb != "set":
                    tree, going = _filled_only(base, tree), True
            if going:
                break
    return document, base, list(problems)


def _tried(document: Document, operation: Operation) -> tuple[Document, Refused | None]:
    try:
        return _done(document, operation), None
    except Refused as refusal:
        return document, refusal


def _filled_only(base: Record, tree: Record) -> Record:
    """The records of ``base`` as they stand there, with the fields that they have in ``tree``."""
    there = {record.uid: record for _, record in records(tree)}

    def onto(record: Record) -> Record:
        new = there.get(record.uid, record)
        result = Record(uid=record.uid)
        for word in dict.fromkeys((*record, *new)):
            before, after = record.get(word), new.get(word)
            if before and is_records(before):
                result[word] = [onto(item) for item in before]
            elif after and not is_records(after):
                result[word] = after
        return result

    return onto(base)


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
