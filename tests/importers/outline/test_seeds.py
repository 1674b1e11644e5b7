"""The five real reports: every row as expected, every sign accounted for, however the text is laid out."""

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.importers.outline import recover
from drafter.importers.source import Line, Source
from drafter.model.outline import Outline
from drafter.model.text import fold

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
NAMES = [f"{number:03}" for number in range(5)]
FRONT = ("title", "cover", "lead")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie beside the repository")


def source(text: str) -> Source:
    return Source("seed.txt", True, [Line(line, number=number) for number, line in enumerate(text.split("\n"), 1)])


def rows(outline: Outline) -> list[tuple[str, int, str, str]]:
    return [("front" if row.role in FRONT else row.role, row.level, row.part, fold(row.text)) for row in outline.rows]


def expected(name: str) -> list[tuple[str, int, str, str]]:
    lines = (SEEDS / f"{name}.expected.tsv").read_text("utf-8").rstrip("\n").split("\n")[1:]
    return [(role, int(level), part, fold(text)) for role, level, part, text in (line.split("\t") for line in lines)]


def signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if not sign.isspace())


@pytest.mark.parametrize("name", NAMES)
def test_outline_is_as_expected(name: str) -> None:
    text = (SEEDS / f"{name}.txt").read_text("utf-8")
    outline, _ = recover(source(text))
    assert rows(outline) == expected(name)
    assert signs(text) == signs("".join([row.text for row in outline.rows] + [left.text for left in outline.left_out]))
