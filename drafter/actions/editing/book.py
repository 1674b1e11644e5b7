"""The files of a report as one book: what stands where, whichever file it came from."""

from typing import Any

from drafter.actions.editing.tree import Path, Record, at, records
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.report import Report

ROOT = 0
LISTS = tuple(word for word, field in fields_of(Report).items() if field.form.kind == "records")
#: Lists of facts and of figures have rows of their own in the outline; all others (附件, 表格 …) stand in the form of their holder.
OUTLINED = frozenset(
    word
    for kind in (Report, Fact)
    for word, field in fields_of(kind).items()
    if field.form.kind == "records" and field.form.record is not None and field.form.record() in (Fact, Figure)
)
State = dict[str, Record]


class Book:
    """File → what it says, and one record of all of it. ``revision`` grows with every change of the state."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.revision = 0
        self._paths: dict[int, Path] = {}
        self._root: Record | None = None

    @property
    def root(self) -> Record:
        """The whole report as one record: the fields of all its files, their lists run together."""
        if self._root is None:
            self._root = _joined(self.state)
        return self._root

    def find(self, uid: int) -> Record | None:
        """The record, as it is now; None once it is gone."""
        if uid == ROOT:
            return self.root
        path = self._path(uid)
        return at(self.state, path) if path else None

    def holder(self, uid: int) -> tuple[int, str, int] | None:
        """Where a record stands: whose list, which list, and its number there. None for what is in no list."""
        path = self._path(uid)
        if path is None or not isinstance(path[-1], int):
            return None
        file, *steps = path
        word = str(steps[-2])
        if len(steps) == 2:
            return ROOT, word, self._before(str(file), word) + path[-1]
        return at(self.state, path[:-2]).uid, word, path[-1]

    def ancestors(self, uid: int) -> list[Record]:
        """The records that hold it, outermost first, without the report itself."""
        path = self._path(uid) or ()
        return [at(self.state, path[:length]) for length in range(3, len(path) - 1) if isinstance(path[length - 1], int)]

    def shown_in(self, uid: int) -> int:
        """The record whose form shows it: itself, or the one that holds it in a list that the outline does not show."""
        path = shown_path(self._path(uid) or ())
        return at(self.state, path).uid if len(path) > 1 else ROOT if path else uid

    def part(self, uid: int) -> str:
        """The list of the report that it stands in: 成绩, 问题, 打算 or 指标; "" for the report itself."""
        path = self._path(uid) if uid else None
        return str(path[1]) if path and len(path) > 1 else ""

    def file(self, uid: int) -> str:
        """The file of a record; for the report itself the one that holds most of its fields."""
        path = self._path(uid) if uid else None
        return str(path[0]) if path else self._home("")

    def _become(self, state: State) -> None:
        self.state = state
        self.revision += 1
        self._root = None

    def _changed(self) -> None:
        self.revision += 1
        self._root = None
        self._paths = {}

    def _path(self, uid: int) -> Path | None:
        if not self._paths:
            self._paths = {record.uid: (file, *path) for file, tree in self.state.items() for path, record in records(tree)}
        return self._paths.get(uid)

    def _home(self, word: str) -> str:
        """The file that says a field of the report; else the one that says most about the report itself."""
        for file, tree in self.state.items():
            if word and tree.get(word):
                return file
        return max(self.state, key=lambda file: sum(word not in LISTS for word in self.state[file]))

    def _before(self, file: str, word: str) -> int:
        """How many records the files before ``file`` hold in the list ``word`` of the report."""
        count = 0
        for other, tree in self.state.items():
            if other == file:
                break
            count += len(listed(tree, word))
        return count

    def _list(self, holder: int, word: str) -> list[Any]:
        found = self.find(holder)
        return listed(found, word) if found is not None else []

    def _place(self, holder: int, word: str, index: int) -> tuple[Path, int]:
        """The path of the record whose list it is, and the number there, of number ``index`` of the list of ``holder``."""
        if holder != ROOT:
            return self._path(holder) or (), index
        homes = [file for file, tree in self.state.items() if listed(tree, word)]
        for file in homes:
            count = len(listed(self.state[file], word))
            if index <= count:
                return (file,), index
            index -= count
        return (homes[-1] if homes else self._home(""),), index


def shown_path(path: Path) -> Path:
    """The path of the record whose form shows the one at ``path``."""
    while len(path) > 1 and isinstance(path[-1], int) and path[-2] not in OUTLINED:
        path = path[:-2]
    return path


def _joined(state: State) -> Record:
    root = Record(uid=ROOT)
    for tree in state.values():
        for word, value in tree.items():
            if word in LISTS and isinstance(value, list):
                root[word] = [*root.get(word, ()), *value]
            elif value and not root.get(word):
                root[word] = value
    return root


def listed(record: Record, word: str) -> list[Any]:
    """The list ``word`` of a record; an empty one where it has none, or something that is no list."""
    found = record.get(word)
    return found if isinstance(found, list) else []
