"""What is wrong with the report, as a list that leads to the fields."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from drafter.model.fields import fields_of
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.tui.clean import line
from drafter.tui.speech import say, tell
from drafter.tui.widgets.linelist import LineList, Piece, Row, cropped
from drafter.tui.wording import mark, second_place


class Finding(NamedTuple):
    """A problem and its place in the words of the form: the heading of the fact and the word of the field, "" where unknown."""

    problem: Problem
    heading: str = ""
    word: str = ""


# Cells: the grave mark with its space, the widest place, and the width from which the fix stands beside the message.
_MARK, _PLACE, _WIDE = 8, 30, 130


class Findings(LineList):
    """Problems, one a line. The one under the cursor unfolds: what did not fit, and what to do."""

    class Selected(LineList.Selected):
        """A problem was chosen, to be led to."""

        def __init__(self, findings: "Findings", index: int) -> None:
            super().__init__(findings, index)
            self.finding = findings.at(index)
            self.problem = self.finding.problem

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "findings--error",
        "findings--warning",
        "findings--info",
        "findings--fix",
        "findings--words",
    }
    DEFAULT_CSS = """
    Findings {
        &> .findings--error { color: $text-error; text-style: bold; }
        &> .findings--warning { color: $text-warning; text-style: bold; }
        &> .findings--info { color: $text-muted; }
        &> .findings--fix { color: $text-success; }
        &> .findings--words { text-style: bold underline; }
    }
    """

    def __init__(
        self,
        findings: Sequence[Finding] = (),
        *,
        quote: Callable[[Problem], str] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """``quote`` gives the text that the words of a problem stand in."""
        super().__init__(empty=lambda: say("没有发现问题。", "No problems found."), id=id, classes=classes)
        self._findings = findings
        self._quote = quote
        self._count = len(findings)

    def show(self, findings: Sequence[Finding]) -> None:  # type: ignore[override]
        """Shows other problems. The cursor stays on its problem, or on its line when that is solved."""
        stood = self.at(self.cursor) if self.count else None
        self._findings = findings
        self.recount(len(findings), findings.index(stood) if stood in findings else None)

    def at(self, index: int) -> Finding:
        return self._findings[index]

    def tell_selected(self, index: int) -> None:
        self.post_message(self.Selected(self, index))

    def row(self, index: int, width: int) -> Row:
        return self._pieces(index, width)

    def _pieces(self, index: int, width: int) -> list[Piece]:
        problem = self.at(index).problem
        place = min(_PLACE, width // 3)
        pieces = [
            Piece(set_cell_size(mark(problem), _MARK), f"findings--{problem.severity}"),
            Piece(set_cell_size(self._place(index, place), place) + "  ", "linelist--muted"),
        ]
        message, fix = line(tell(problem.message)), line(tell(problem.fix))
        room = width - _MARK - place - 2
        if width < _WIDE or not fix:
            return [*pieces, Piece(cropped(message, room))]
        part = room * 3 // 5
        return [
            *pieces,
            Piece(set_cell_size(cropped(message, part), part) + "  "),
            Piece(cropped(fix, room - part - 2), "findings--fix"),
        ]

    def below(self, index: int, width: int) -> list[Row]:
        """What the row had to crop, the words in their sentence, where the same stands in an earlier report, then the fix."""
        problem = self.at(index).problem
        shown = "".join(piece.text for piece in self._pieces(index, width))
        place, message, fix = self._place(index), line(tell(problem.message)), line(tell(problem.fix))
        said = [text for text in (place, message) if text not in shown]
        rows: list[Row] = [[Piece(" " * _MARK + part)] for text in said for part in wrapped(text, width - _MARK)]
        rows += self._quoted(problem, width - _MARK)
        second = second_place(problem)
        rows += [[Piece(" " * _MARK), Piece(part, "linelist--muted")] for part in wrapped(second, width - _MARK) if second]
        if fix and fix not in shown:
            rows += [[Piece(" " * _MARK), Piece(part, "findings--fix")] for part in wrapped(fix, width - _MARK)]
        return rows

    def _quoted(self, problem: Problem, width: int) -> Iterator[Row]:
        if self._quote is not None and problem.words:
            before, words, after = around(line(problem.words), self._quote(problem), width)
            if words:
                muted = "linelist--muted"
                yield [Piece(" " * _MARK), Piece(before, muted), Piece(words, "findings--words"), Piece(after, muted)]

    def _place(self, index: int, width: int | None = None) -> str:
        finding = self.at(index)
        return placed(finding.heading, finding.word, width)


def around(words: str, text: str, width: int) -> tuple[str, str, str]:
    """The paragraph of ``text`` that holds ``words``, in ``width`` cells: what comes before, the words, what follows."""
    paragraph = next((line(each) for each in text.split("\n") if words in line(each)), "")
    before, found, after = paragraph.partition(words)
    room = max(0, width - cell_len(found))
    left = min(cell_len(before), max(room // 2, room - cell_len(after)))
    return cropped(before[::-1], left)[::-1], cropped(found, width), cropped(after, room - left)


def placed(heading: str, word: str, width: int | None = None) -> str:
    """A heading and a field, in ``width`` cells: it is the heading that is cropped. None: however long they are."""
    field = line(word_label(word))
    whole = " / ".join(part for part in (line(heading), field) if part)
    if width is None or cell_len(whole) <= width:
        return whole
    room = width - cell_len(field) - 3
    return cropped(f"{cropped(line(heading), room)} / {field}" if room > 4 else whole, width)


def word_label(word: str) -> str:
    """A word of the form in the reader's language. A word that a kind brings along stays as it is on the form."""
    return say(word, _english().get(word, word))


@cache
def _english() -> dict[str, str]:
    from drafter.model.fact import Fact
    from drafter.model.figure import Figure

    return {word: field.label for record in (Report, Figure, Fact) for word, field in fields_of(record).items()}


_WORDS = re.compile(r"[!-~]+ ?|.")


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells: between any two Chinese characters, but not inside a Latin word that fits."""
    lines = [""]
    for word in _fitting(text, max(width, 2)):
        if cell_len(lines[-1]) + cell_len(word.rstrip()) > width:
            lines.append("")
        lines[-1] += word
    return lines


def _fitting(text: str, width: int) -> Iterator[str]:
    for word in _WORDS.findall(text):
        if cell_len(word) > width:
            yield from chop_cells(word, width)
        else:
            yield word
