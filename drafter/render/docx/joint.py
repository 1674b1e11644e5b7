"""联合行文 as WordprocessingML: the marks of several bodies as a table without rules, their signatures at centring tabs."""

from typing import TYPE_CHECKING

from drafter.render.joint import FILE, FIRST_ROW, GAP, ROWS_APART, Marks, half, middles
from drafter.render.measures import width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.model.block import Block

#: A name is never broken because of a rounded twip.
_SLACK = 40
#: Room above the marks, and the red rule below them where no number is given: paragraphs without text, since a table has no spacing.
_ROOM = '<w:p><w:pPr>{style}{rule}<w:spacing w:before="0" w:after="{after}" w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>'


def table(marks: Marks, style: str, run: "Callable[[str, str], str]", drop: int, rule: str, pitch: int) -> str:
    """Names in one cell, 文件 in another at half their height, both centred as one (7.2.4).

    ``run(looks, text)`` is a run with further looks; ``drop`` what is free above, in twips; ``rule`` the red rule, where no number follows.
    """
    names = "".join(_paragraph(marks, place, style, run) for place in range(len(marks.names)))
    cells = [(round(marks.widest * marks.size * 20) + _SLACK, names)]
    if marks.file:
        wide = round((width(FILE) + GAP) * marks.size * 20) + _SLACK
        own = f'{style}<w:spacing w:line="{marks.size * 20}" w:lineRule="exact"/>{_left(round(GAP * marks.size * 20))}'
        cells.append((wide, f"<w:p><w:pPr>{own}</w:pPr>{run(_size(marks), FILE)}</w:p>"))
    above = _ROOM.format(style=style, rule="", after=0, height=drop) if drop else ""
    below = _ROOM.format(style=style, rule=rule, after=2 * pitch, height=20) if rule else ""
    return above + _cells(cells) + below


def _paragraph(marks: Marks, place: int, style: str, run: "Callable[[str, str], str]") -> str:
    """A name, spread out by space behind each sign but the last."""
    name = marks.names[place]
    apart = round(marks.apart(name) * marks.size * 20)
    spread = run(f'<w:spacing w:val="{apart}"/>{_size(marks)}', name[:-1]) + run(_size(marks), name[-1:])
    content = spread if apart else run(_size(marks), name)
    return f'<w:p><w:pPr>{style}<w:spacing w:line="{marks.height(place)}" w:lineRule="exact"/>{_left(0)}</w:pPr>{content}</w:p>'


def _left(indent: int) -> str:
    return f'<w:ind w:left="{indent}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'


def _size(marks: Marks) -> str:
    return f'<w:sz w:val="{2 * marks.size}"/><w:szCs w:val="{2 * marks.size}"/>'


def _cells(cells: "Sequence[tuple[int, str]]") -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide, _ in cells)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for wide, content in cells
    )
    whole = sum(wide for wide, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>"
    )


def sealed_row(blocks: "Sequence[Block]", index: int, date: str, pitch: int) -> str:
    """The place of a row of signatures that get seals (7.3.5.1): five lines below the row before, each name about its middle."""
    names = blocks[index].text.split("\t")
    first, *others = middles(blocks, index, date)
    further = index > 0 and blocks[index - 1].kind == "signature"
    lines = ROWS_APART - 1 if further else FIRST_ROW
    tabs = "".join(f'<w:tab w:val="center" w:pos="{place}"/>' for place in others)
    return (
        (f"<w:tabs>{tabs}</w:tabs>" if tabs else "")
        + f'<w:spacing w:before="{lines * pitch}"/>'
        + f'<w:ind w:left="{max(0, first - half(names[0]))}" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'
    )
