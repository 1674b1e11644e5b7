"""Reads a YAML file into a :class:`Document`: text, tree, and everything that is wrong with its syntax, all at once."""

from dataclasses import dataclass
from pathlib import Path

from drafter.model.problem import Place, Problem, errors
from drafter.model.words import Both
from drafter.store.compose import Composed, compose
from drafter.store.decode import decode, without_refused
from drafter.store.suspicion import split_lines, suspicious
from drafter.store.syntax import Node
from drafter.store.telling import problem

MOST_FAULTS = 20
_LONG = 200_000  # characters; a text beyond this is read again only once after a fault


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read.

    ``text`` is without the byte order mark and keeps its own line ends. ``root`` is its tree, or where the syntax is
    broken the tree of the repaired text (None when nothing could be read). Only a ``sound`` document may be spliced: its
    tree is the tree of exactly this text. ``disk`` is what was read from disk, which a splice does not change; None for a
    file that does not exist yet.
    """

    file: str
    text: str
    bom: bool
    root: Node | None
    problems: tuple[Problem, ...] = ()
    disk: bytes | None = None

    @property
    def hash(self) -> str | None:
        """The hash (SHA-256) of what was read from disk; None for a file that does not exist yet."""
        return None if self.disk is None else digest(self.disk)

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
    import hashlib

    return hashlib.sha256(data).hexdigest()


def read_document(path: Path) -> Document:
    """Reads one file. A file that cannot be opened is a Document with that problem; this never raises."""
    file = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        return Document(file, "", False, None, (_unreadable(error, file),))
    return parse(data, file)


def parse(data: bytes, file: str) -> Document:
    """The document in ``data``; ``file`` is its name in messages."""
    decoded = decode(data, file)
    if decoded.text is None:
        return Document(file, "", decoded.bom, None, tuple(decoded.problems), data)
    text = without_refused(decoded.text) if decoded.problems else decoded.text
    root, problems = _compose(text, file)
    problems = ordered(decoded.problems + problems)
    return Document(file, decoded.text, decoded.bom, root, tuple(problems), data)


def parse_text(text: str, file: str = "") -> Document:
    """As :func:`parse`, from text."""
    return parse(text.encode("utf-8", "surrogatepass"), file)


def _compose(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree, and what is wrong; the scanner of near misses is loaded only for a text that gives reason to."""
    odd = suspicious(text)
    if not odd:
        composed = compose(text, file)
        if composed.fault is None:
            return composed.root, composed.problems
    return _explained(text, file, odd)


def _explained(text: str, file: str, odd: bool) -> tuple[Node | None, list[Problem]]:
    """What a hand slipped on is repaired in memory and said, so that the rest is read in the same run."""
    from drafter.store import nearmiss

    repairs = nearmiss.scan(text, file) if odd else []
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
    from drafter.store import faults

    problems: list[Problem] = []
    lines = split_lines(text)
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
        lines[at - 1] = lines[at - 1][len(lines[at - 1].rstrip("\r\n")) :]
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
