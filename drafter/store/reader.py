"""Reads a YAML file into a :class:`Document`: text, tree, and everything that is wrong with its syntax, all at once."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from drafter.model.problem import Place, Problem, errors
from drafter.model.words import Both
from drafter.store import faults, nearmiss
from drafter.store.compose import Composed, compose
from drafter.store.decode import decode, without_refused
from drafter.store.syntax import Node
from drafter.store.telling import problem

MOST_FAULTS = 20
_LONG = 200_000  # characters; a text beyond this is read again only once after a fault


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read.

    ``text`` is without the byte order mark and keeps its own line ends. ``root`` is its tree, or where the syntax is
    broken the tree of the repaired text (None when nothing could be read). Only a ``sound`` document may be spliced: its
    tree is the tree of exactly this text. ``hash`` is of the bytes (SHA-256), None for a file that does not exist yet.
    """

    file: str
    text: str
    bom: bool
    hash: str | None
    root: Node | None
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        return not errors(list(self.problems))

    @property
    def newline(self) -> str:
        """The line end of the file, by its first line; LF where there is none."""
        at = self.text.find("\n")
        if at < 0:
            return "\r" if "\r" in self.text else "\n"
        return "\r\n" if at and self.text[at - 1] == "\r" else "\n"

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return encode(self.text, self.bom)


def encode(text: str, bom: bool) -> bytes:
    return (b"\xef\xbb\xbf" if bom else b"") + text.encode("utf-8")


def digest(data: bytes) -> str:
    """The hash that :func:`drafter.store.save.save` compares."""
    return hashlib.sha256(data).hexdigest()


def read_document(path: Path) -> Document:
    """Reads one file. A file that cannot be opened is a Document with that problem; this never raises."""
    file = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        return Document(file, "", False, None, None, (_unreadable(error, file),))
    return parse(data, file)


def parse(data: bytes, file: str) -> Document:
    """The document in ``data``; ``file`` is its name in messages."""
    decoded = decode(data, file)
    hash = digest(data)
    if decoded.text is None:
        return Document(file, "", decoded.bom, hash, None, tuple(decoded.problems))
    text = without_refused(decoded.text) if decoded.problems else decoded.text
    root, problems = _compose(text, file)
    problems = ordered(decoded.problems + problems)
    return Document(file, decoded.text, decoded.bom, hash, root, tuple(problems))


def parse_text(text: str, file: str = "") -> Document:
    """As :func:`parse`, from text."""
    return parse(text.encode("utf-8", "surrogatepass"), file)


def _compose(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Composes; what a hand slipped on is repaired in memory and said, so that the rest is read in the same run."""
    repairs = nearmiss.scan(text, file) if nearmiss.suspicious(text) else []
    repaired = nearmiss.repair(text, repairs)
    composed = compose(repaired, file)
    if composed.fault is not None:
        repairs = nearmiss.scan(text, file, broken=True)
        repaired = nearmiss.repair(text, repairs)
        composed = compose(repaired, file)
    root, further = composed.root, composed.problems
    if composed.fault is not None:
        root, further = _read_on(repaired, composed, file, {repair.line for repair in repairs})
    return root, [repair.problem for repair in repairs if repair.problem is not None] + further


def _read_on(text: str, composed: Composed, file: str, told: set[int]) -> tuple[Node | None, list[Problem]]:
    """Notes the fault, blanks its line and composes again, until the text is whole or there is too much to say.

    A fault on a line that was already explained, or right after it, is a consequence and is not said again.
    """
    problems: list[Problem] = []
    lines = nearmiss.split_lines(text)
    attempts = MOST_FAULTS if len(text) < _LONG else 1
    for _ in range(attempts):
        fault = composed.fault
        if fault is None:
            break
        at = faults.blame(lines, fault)
        if at not in told and at - 1 not in told:
            problems.append(faults.explain(fault, at, file))
        if at > len(lines) or not lines[at - 1].strip():
            break
        told.add(at)
        lines[at - 1] = nearmiss.line_end(lines[at - 1])
        composed = compose("".join(lines), file)
    return composed.root, problems + composed.problems


def ordered(problems: list[Problem]) -> list[Problem]:
    """By line and column, each once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda problem: (problem.place.line or 0, problem.place.column or 0))


def _unreadable(error: OSError, file: str) -> Problem:
    if isinstance(error, FileNotFoundError):
        return problem(
            "file-missing",
            Both("没有这个文件", "there is no such file"),
            Both("检查文件名和所在文件夹", "check the name and the folder"),
            Place(file),
        )
    if isinstance(error, IsADirectoryError):
        return problem(
            "file-folder",
            Both("这是文件夹，不是文件", "this is a folder, not a file"),
            Both("写出文件夹里的文件名", "name the file inside it"),
            Place(file),
        )
    reason = error.strerror or str(error)
    return problem(
        "file-unreadable",
        Both(f"文件打不开：{reason}", f"the file cannot be opened: {reason}"),
        Both("检查文件的权限，或是否被别的程序占用", "check its permissions, and whether another program holds it"),
        Place(file),
    )
