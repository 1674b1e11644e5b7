"""Cases of the rules over text: one file a rule in ``cases/``, a case a line.

``错`` TAB words TAB text: the rule must find the words in the text. ``对`` TAB text: it must find nothing there. ⏎ parts
paragraphs; the first one is the title where it begins with ``# ``. A line that begins with ``//`` says something to the reader.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.checks import read, rules
from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.reading import of_outline
from drafter.importers.outline import recover
from drafter.importers.proposals import propose
from drafter.importers.read import read_source
from drafter.model.lexicon import Lexicon
from drafter.store.layouts import packaged
from drafter.store.policy import files, read_policy

FOLDER = Path(__file__).parent / "checks" / "cases"
TITLE = "# "
LEXICON = read_policy(files([FOLDER, packaged("templates")]), rules().keys)[0].lexicon
#: What the workspace of a rule's cases lays down, where the rule needs it.
LEXICONS = {"too-long": Lexicon(cap=40)}


class Case(NamedTuple):
    code: str
    line: int
    words: str | None
    text: str

    def __str__(self) -> str:
        return f"{self.code}:{self.line}"


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            kind, _, rest = line.partition("\t")
            if kind == "错":
                words, _, text = rest.partition("\t")
                yield Case(path.stem, number, words, text)
            elif kind == "对":
                yield Case(path.stem, number, None, rest)
            elif line.strip() and not line.startswith("//"):
                raise ValueError(f"{path.name}:{number}: neither 错 nor 对")


def manuscript(text: str, lexicon: Lexicon = LEXICON) -> Manuscript:
    """A document of these paragraphs, read as any foreign one is."""
    lines = text.split("⏎")
    titled = lines[0].startswith(TITLE)
    whole = "\n".join([lines[0].removeprefix(TITLE), "", *lines[1:]] if titled else ["临江市档案局工作总结", "", *lines])
    source = read_source("稿.txt", whole.encode())
    outline, _ = recover(source)
    return of_outline(outline, propose(source, outline).period, lexicon)


def found(text: str, code: str) -> list[Finding]:
    return [finding for finding in read(manuscript(text, LEXICONS.get(code, LEXICON))) if finding.code == code]


def words(text: str, code: str) -> list[str]:
    made = manuscript(text, LEXICONS.get(code, LEXICON))
    return [made.words(finding.start, finding.end) for finding in read(made) if finding.code == code]
