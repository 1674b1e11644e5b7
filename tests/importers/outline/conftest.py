"""A document given as text, recovered, and shown as short rows."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from drafter.importers.outline import recover
from drafter.importers.source import Line, Source
from drafter.model.outline import Outline
from drafter.model.problem import Problem


class Recovered(NamedTuple):
    source: Source
    outline: Outline
    problems: list[Problem]

    def rows(self) -> list[tuple[str, int, str, str]]:
        return [(row.role, row.level, row.part, row.text) for row in self.outline.rows]

    def headings(self) -> list[tuple[int, str, str]]:
        return [(row.level, row.part, row.text) for row in self.outline.rows if row.role in ("heading", "run-in")]

    def cover(self) -> list[tuple[str, str]]:
        return [(row.kind, row.text) for row in self.outline.rows if row.role == "cover"]

    def texts(self, role: str) -> list[str]:
        return [row.text for row in self.outline.rows if row.role == role]

    def left_out(self) -> list[tuple[str, str]]:
        return [(left.text, left.reason) for left in self.outline.left_out]

    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


@pytest.fixture
def read() -> Callable[..., Recovered]:
    def read(text: str | list[Line], wrapped: bool = True, **properties: str) -> Recovered:
        lines = text if isinstance(text, list) else [Line(line, number=number) for number, line in enumerate(text.split("\n"), 1)]
        source = Source("报告.txt", wrapped, lines, properties=properties)
        return Recovered(source, *recover(source))

    return read
