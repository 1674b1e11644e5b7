"""What is on disk, as the desk works from it."""

import re
from pathlib import Path
from typing import NamedTuple

from drafter.actions.editing.tree import Record, grown
from drafter.model.problem import Refused
from drafter.store.files import report_files
from drafter.store.reader import Document, parse_text, read_document
from drafter.store.syntax import Mapping, plain, resolved

LARGE = 30_000  # bytes; a report beyond this is shown before it is read to the end
_HEAD = 8_000  # characters that are read for that: about as many rows as a screen has


class Baseline(NamedTuple):
    """What is on disk, by file name: the documents, what they say, and (mtime in ns, size) to notice a change cheaply."""

    documents: dict[str, Document]
    trees: dict[str, Record]
    stamps: dict[str, tuple[int, int]]


def read(place: Path) -> Baseline:
    """The files of the report at ``place``. Raises Refused where there is none."""
    paths = report_files(place) if place.is_dir() else [place]
    if not paths:
        from drafter.store.folder import read_report

        raise Refused(read_report(place).problems, 2)
    documents = {document.file: document for document in map(read_document, paths)}
    return Baseline(
        documents, {file: said(document) for file, document in documents.items()}, {str(path): stamp(path) for path in paths}
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


def peek(place: Path) -> Record | None:
    """The beginning of a large report, to look at while the whole is read; None where that is not worth while.

    Only whole items of the outermost lists are read, so what is shown is what the report says; it is never edited.
    """
    paths = report_files(place) if place.is_dir() else [place]
    if sum(stamp(path)[1] for path in paths) < LARGE:
        return None
    root = Record(uid=0)
    left = _HEAD
    for path in paths:
        for word, value in said(parse_text(_head(path, left))).items():
            root[word] = [*root.get(word, ()), *value] if isinstance(value, list) else root.get(word, value)
        left -= stamp(path)[1]
        if left <= 0:
            break
    return root


def _head(path: Path, length: int) -> str:
    """The text of a file up to an item of an outermost list that begins near ``length``; all of it where there is none."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        text = file.read(length)
    if len(text) < length:
        return text
    first = re.search(r"^[ ]{0,2}- ", text, re.MULTILINE)
    cut = text.rfind(f"\n{first[0]}") if first else -1
    return text[: cut + 1] if cut > 0 else ""


def changeable(document: Document) -> bool:
    """Whether anything can be put into the file: its syntax is sound, and it holds fields, or nothing yet."""
    root = resolved(document.root) if document.root is not None else None
    return document.sound and (root is None or isinstance(root, Mapping) or plain(root) == "")


def said(document: Document) -> Record:
    """What a file says, each record with a uid of its own."""
    tree = grown(plain(document.root)) if document.root is not None else None
    return tree if isinstance(tree, Record) else Record()
