"""The five real reports: every row as expected, every sign accounted for, however the text is laid out."""

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


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Every paragraph broken after ``width`` signs, as a terminal would."""
    lines: list[str] = []
    for line in text.split("\n"):
        whole = line.strip()
        whole = indent + whole if len(whole) > width else whole
        lines += [whole[at : at + width] for at in range(0, len(whole), width)] or [""]
    return "\n".join(lines)


def wrapped_by_columns(text: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        now, used = "", 0
        for sign in line.strip():
            wide = 2 if unicodedata.east_asian_width(sign) in "WF" else 1
            if used + wide > width:
                lines.append(now)
                now, used = "", 0
            now, used = now + sign, used + wide
        lines.append(now)
    return "\n".join(lines)


def joined(text: str, gap: str) -> str:
    return gap.join(line.strip() for line in text.split("\n") if line.strip())


def with_furniture(text: str, every: int) -> str:
    """A page number in another form at each page end, and a form feed."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if number % every == 0:
            page = number // every
            lines += ["", (f"— {page} —", f"第 {page} 页 共 40 页", f"- {page} -", f"{page} / 40")[page % 4], "\f"]
    return "\n".join(lines)


def half_width(text: str) -> str:
    return text.translate(str.maketrans("，；：！？（）", ",;:!?()"))


def full_width(text: str) -> str:
    return text.translate(str.maketrans(",;:!?()", "，；：！？（）"))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped at 40 signs": lambda text: wrapped(text, 40),
    "wrapped at 40, first lines set in": lambda text: wrapped(text, 40, "\u3000\u3000"),
    "wrapped at 30, first lines set in": lambda text: wrapped(text, 30, "\u3000\u3000"),
    "wrapped at 80 columns": lambda text: wrapped_by_columns(text, 80),
    "one line, single spaces": lambda text: joined(text, " "),
    "one line, double spaces": lambda text: joined(text, "  "),
    "one line, full-width spaces": lambda text: joined(text, "\u3000\u3000"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "doubled line ends": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "every line set in": lambda text: "\n".join(f"\u3000\u3000{line}" for line in text.split("\n")),
    "half-width marks": half_width,
    "full-width marks": full_width,
    "page numbers": lambda text: with_furniture(text, 7),
    "page numbers inside wrapped paragraphs": lambda text: with_furniture(wrapped(text, 40, "\u3000\u3000"), 25),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_outline_does_not_depend_on_the_layout_of_the_text(name: str, layout: str) -> None:
    text = LAYOUTS[layout]((SEEDS / f"{name}.txt").read_text("utf-8"))
    outline, _ = recover(source(text))
    assert rows(outline) == expected(name)
    assert signs(text) == signs("".join([row.text for row in outline.rows] + [left.text for left in outline.left_out]))


def test_defects_of_the_seeds_are_told() -> None:
    _, problems = recover(source((SEEDS / "001.txt").read_text("utf-8")))
    assert [(problem.code, problem.severity) for problem in problems] == [("placeholder", "warning")]
