"""What a template renders to, and what every format is written from: a list of blocks."""

from typing import NamedTuple

#: Kinds of blocks; each is a paragraph style of base.docx.
KINDS = (
    "marking",  # 份号, 密级, 紧急程度: flush left above the mark
    "mark",  # 发文机关标志, in red; a number after it stands over the red rule
    "title",  # 标题, 二号小标宋, centred
    "number",  # 发文字号; a tab parts it from 签发人
    "addressees",  # 主送机关, flush left
    "byline",  # 署名 or （日期） under the title
    "heading",  # 一、… on its own line, with a level from 1
    "paragraph",  # body text; a run-in heading is its first run
    "signature",  # 署名 at the end
    "date",  # 成文日期 at the end
    "sealed",  # 成文日期 over which a seal is put
    "annex-note",  # 附件说明: 附件：…
    "annex",  # 附件1, at the head of its page
    "copies",  # 抄送, at the foot of the last page
    "imprint",  # 印发机关 and 印发日期, a tab between them
    "caption",  # over a table, under a chart
    "unit",  # between caption and table, at the right
    "table",  # rows of cells, in ``rows``
    "chart",  # a drawing of the numbers in ``rows``
    "note",  # under a table or a chart: source, remarks
    "break",  # a new page
    "landscape",  # pages on their side from here …
    "portrait",  # … to here
)
#: Those that only say where pages begin.
BREAKS = frozenset({"break", "landscape", "portrait"})


class Run(NamedTuple):
    """Text in one face. ``level`` 1 to 6: the face of that heading (a run-in heading); 0: body. ``bold`` is for <b>, ``mark``
    for <mark>: in a draft, what was carried over and not yet looked at. ``notes``: why, each for a comment beside it; runs that
    touch and share a note share the comment.
    """

    text: str
    level: int = 0
    bold: bool = False
    mark: bool = False
    notes: tuple[str, ...] = ()


class Cell(NamedTuple):
    """A cell of a table of which a draft marks something; row and column are counted from 0."""

    row: int
    column: int
    runs: tuple[Run, ...]


class Drawing(NamedTuple):
    """How the numbers of a chart are drawn. ``kind`` is one of 柱形图, 折线图, 饼图; ``alt`` is for those who do not see it."""

    kind: str
    title: str = ""
    unit: str = ""
    alt: str = ""


class Block(NamedTuple):
    """One paragraph of the document. ``fact`` is the key of the fact it came from: its id, or its path 成绩/2/1.

    The rows of a chart: the head names its series, each other row is a category and its values. ``cells`` are those of a table
    that are marked; what they say stands in ``rows`` too.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    fact: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    drawing: Drawing | None = None
    cells: tuple[Cell, ...] = ()

    @property
    def text(self) -> str:
        if self.rows:
            return "\n".join("\t".join(row) for row in self.rows)
        return "".join(run.text for run in self.runs)


def text_of(blocks: list[Block]) -> str:
    """The ``txt`` format: one paragraph a line, in reading order. Breaks say nothing."""
    return "".join(f"{block.text}\n" for block in blocks if block.kind not in BREAKS)
