"""The report as a model, read back from what was last settled: what previews, checks and sentences work from."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from drafter.actions.check import check_opened
from drafter.actions.editing.book import ROOT, shown_path
from drafter.actions.editing.tree import Path, Record, at, records, value_at
from drafter.actions.opening import Opened, opened
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import facts_of
from drafter.model.problem import Problem, Refused, Severity
from drafter.model.report import Report
from drafter.model.style import Layout
from drafter.store.folder import join
from drafter.store.reader import Document
from drafter.store.syntax import Mapping, Node, Sequence, resolved

Words = tuple[str, ...]
Spot = tuple[int, Words]


class Settled:
    """``revision`` is the desk's when the snapshot was taken. ``problems`` are all that check would say."""

    def __init__(self, place: Any, documents: dict[str, Document], trees: dict[str, Record], revision: int) -> None:
        self.revision = revision
        self._documents = documents
        self._trees = trees
        self._place = place
        self._reading = join(list(documents.values()))
        self.opened: Opened = opened(place, self._reading)
        self.problems: list[Problem] = check_opened(self.opened)

    def prepare(self, measured: bool) -> None:
        """Works out what the desk asks for first, in the thread of the settling. ``measured``: the length of the document, too."""
        _ = self.severities, self._records
        if measured:
            _ = self.length

    @property
    def report(self) -> Report:
        return self.opened.report

    @property
    def layout(self) -> Layout:
        return self.opened.layout

    @cached_property
    def facts(self) -> dict[int, Fact]:
        """uid → the fact of the model."""
        found = {}
        for _, _, fact in facts_of(self.report):
            uid = self._uid(fact)
            if uid is not None:
                found[uid] = fact
        return found

    def in_layout(self, layout: str | None) -> Opened:
        """The report in another layout; None for its own. Raises Refused where there is no layout of that name."""
        return opened(self._place, self._reading, layout)

    @cached_property
    def length(self) -> int | None:
        """Characters of the whole document, white space not counted; None where a template is at fault. Takes a render."""
        from drafter.actions.render import document

        try:
            return len("".join(document(self.opened, "txt").decode().split()))
        except Refused:
            return None

    def item(self, uid: int) -> Fact | Figure | None:
        """The fact or the figure of the model; None for the report itself, and for what is new since then."""
        if uid in self.facts:
            return self.facts[uid]
        return next((figure for figure in self.report.figures if self._uid(figure) == uid), None)

    @cached_property
    def keys(self) -> dict[int, str]:
        """uid → the key of a fact in blocks and problems: its 编号, else its path (成绩/2/1)."""
        pairs = ((self._uid(fact), fact.id or path) for _, path, fact in facts_of(self.report))
        return {uid: key for uid, key in pairs if uid is not None}

    @cached_property
    def uids(self) -> dict[str, int]:
        """The key of a fact → its uid. Of two with one key the first counts: facts come before what is only to be answered."""
        return {key: uid for uid, key in reversed(self.keys.items())}

    @cached_property
    def severities(self) -> dict[int, Severity]:
        """uid → the worst severity of its problems, of those in its lists (附件, 表格) too. What waits has marks of its own."""
        worst: dict[int, Severity] = {}
        for uid, fields in self.told.items():
            found = (problems[0].severity for problems in fields.values())
            shown = self._shown_in.get(uid, uid)
            worst[shown] = min((*found, worst.get(shown, "info")), key=_GRAVITY.__getitem__)
        return worst

    @cached_property
    def _shown_in(self) -> dict[int, int]:
        """uid → that of the record whose form shows it, where that is another one."""
        found = {}
        for tree in self._trees.values():
            for path, record in records(tree):
                shown = shown_path(path)
                if len(shown) < len(path):
                    found[record.uid] = at(tree, shown).uid if shown else ROOT
        return found

    @cached_property
    def told(self) -> dict[int, dict[Words, list[Problem]]]:
        """uid → field → what is wrong there, the gravest first. What only waits is not among it: carried over, unanswered. What
        is told once of several places stands at each of them.
        """
        found: dict[int, dict[Words, list[Problem]]] = {}
        for problem in sorted(self.problems, key=lambda problem: _GRAVITY[problem.severity]):
            for uid, words in self._touched(problem):
                found.setdefault(uid, {}).setdefault(words, []).append(problem)
        return found

    def _touched(self, problem: Problem) -> set[Spot]:
        if problem.waits:
            return set()
        others = ((ROOT if edit.fact is None else self.uids.get(edit.fact), edit.words) for edit in problem.edits)
        first = self.locate(problem)
        return {(uid, words) for uid, words in others if uid is not None} | ({first} if first else set())

    def said(self, uid: int, words: Words) -> Any:
        """What a field said when the report was read back; None where there was none such."""
        trees = self._trees.values()
        homes = [tree for tree in trees if words and tree.get(words[0])] if uid == ROOT else [self._records.get(uid)]
        return value_at(homes[0], words) if homes else None

    @cached_property
    def _records(self) -> dict[int, Record]:
        return {record.uid: record for tree in self._trees.values() for _, record in records(tree)}

    def locate(self, problem: Problem) -> Spot | None:
        """The record and the field that a problem is about; None for what lies outside the report's files."""
        file, line, column = problem.place
        spots = self._spots(file) if file in self._documents and line else []
        if spots:
            number = bisect_right(spots, (line, column or 0), key=lambda spot: (spot[0], spot[1]))
            return spots[max(0, number - 1)][2]
        uid = self.uids.get(problem.fact or "")
        return (uid, ()) if uid is not None else None

    def _spots(self, file: str | None) -> list[tuple[int, int, Spot]]:
        known: dict[str | None, list[tuple[int, int, Spot]]] = self.__dict__.setdefault("_known_spots", {})
        if file not in known:
            document = self._documents[str(file)]
            found = _spots(document.root, self._trees[str(file)], (0, ())) if document.root is not None else ()
            known[file] = sorted(found, key=lambda spot: spot[:2])
        return known[file]

    def _uid(self, fact: Fact | Figure) -> int | None:
        source = fact.source
        tree = self._trees.get(source.file) if source else None
        return _uid_at(tree, source.path) if source else None


_GRAVITY = {"error": 0, "warning": 1, "info": 2}


def _uid_at(tree: Any, path: Path) -> int | None:
    try:
        for step in path:
            tree = tree[step]
    except (LookupError, TypeError):
        return None
    return tree.uid if isinstance(tree, Record) else None


def _spots(node: Node, value: Any, spot: Spot) -> Iterator[tuple[int, int, Spot]]:
    """(line, column, spot) of every key and value. A record in a list is a spot of its own, one in a field is part of it."""
    node = resolved(node)
    if isinstance(node, Mapping) and isinstance(value, Record):
        for word, entry in node.entries.items():
            inner = (spot[0], (*spot[1], word))
            yield entry.key.line, entry.key.column, inner
            yield entry.value.line, entry.value.column, inner
            yield from _spots(entry.value, value.get(word), inner)
    elif isinstance(node, Sequence) and isinstance(value, list):
        for item, each in zip(node.items, value, strict=False):
            inner = (each.uid, ()) if isinstance(each, Record) else spot
            yield item.line, item.column, inner
            yield from _spots(item, each, inner)
