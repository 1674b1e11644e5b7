"""Blocks → one HTML file: the page as it looks in Word, on screen and in print. No script, nothing from outside."""

from typing import TYPE_CHECKING

from drafter.model.block import BREAKS
from drafter.model.text import forbidden
from drafter.render.html_cover import COVER, PARTED, cover_css, parted
from drafter.render.html_cover import place as cover_place
from drafter.render.html_exhibits import chart, exhibits_css, table
from drafter.render.joint import begins, is_row, longest, marks
from drafter.render.measures import (
    BODY_FACE,
    COMPRESSION,
    FIRST_FACE,
    HEADING_FACES,
    LATIN,
    NUMBER_FACE,
    SECOND_FACE,
    SHEET,
    SHEETS,
    STAND_INS,
    TITLE_FACE,
    WIN10,
    Sheet,
    signing,
)
from drafter.render.placing import seal_below
from drafter.render.properties import refused
from drafter.render.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.block import Block, Run
    from drafter.model.style import Page
    from drafter.render.properties import Properties

_DEEPEST = 6
_MARK = "mark{background:#ff0;color:inherit}\n"


def write_html(blocks: "Sequence[Block]", page: "Page | None", properties: "Properties") -> str:
    """The document; a page break begins a new sheet. The report's title is h1, its headings of level 1 are h2, and so on.

    White space is kept, so a text reads back as it was typed. Raises Refused for a character that no document can hold.
    """
    sheet = SHEETS.get(page.margins, SHEET) if page else SHEET
    body = "\n".join(_sections(blocks))
    extra = _MARK if "<mark>" in body else ""
    if any(block.kind in COVER for block in blocks):
        extra += cover_css(sheet, _faces(TITLE_FACE, page), _faces(FIRST_FACE, page))
    if any(block.kind in ("mark", "signature") for block in blocks):
        from drafter.render.html_joint import CSS, is_joint

        extra += CSS if is_joint(blocks) else ""
    extra += exhibits_css(sheet, {block.kind for block in blocks})
    if forbidden(body) or forbidden("".join(properties)):
        raise refused(blocks, properties)
    return (
        f'<!DOCTYPE html>\n<html lang="{_escaped(properties.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{_escaped(properties.author)}">\n<title>{_escaped(properties.title)}</title>\n'
        f"<style>\n{_css(sheet, page)}{extra}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _sections(blocks: "Sequence[Block]") -> list[str]:
    """A section is a sheet; a break at the beginning, at the end or behind another makes no empty one."""
    sections: list[str] = []
    written: list[str] = []
    sideways = False
    for index, block in enumerate(blocks):
        if block.kind not in BREAKS:
            if block.kind != "mark" or begins(blocks, index) or marks(blocks, index) is None:
                written.append(_block(blocks, index))
            continue
        if written:
            sections.append(_section(written, sideways))
            written = []
        sideways = block.kind == "landscape"
    if written or not sections:
        sections.append(_section(written, sideways))
    return sections


def _section(written: list[str], sideways: bool) -> str:
    return f'<section class="sheet{" sideways" if sideways else ""}">\n' + "\n".join(written) + "\n</section>"


def _block(blocks: "Sequence[Block]", index: int) -> str:
    block = blocks[index]
    if block.kind == "title":
        title = _marked("<br>".join(map(_escaped, title_lines(block.text))), any(run.mark for run in block.runs))
        return f'<h1 class="title">{title}</h1>'
    if block.kind == "heading":
        tag = f"h{min(block.level + 1, _DEEPEST)}"
        return f'<{tag} class="face{block.level}">{_runs(block.runs, block.level)}</{tag}>'
    if block.kind in ("table", "chart"):
        marked = {(cell.row, cell.column): _runs(cell.runs, 0) for cell in block.cells}
        return table(block.rows, marked) if block.kind == "table" else chart(block, index)
    if block.kind in ("mark", "signature") and (joint := _joint(blocks, index)):
        return joint
    kind = "" if block.kind == "paragraph" else f' class="{block.kind}"'
    text = _runs(block.runs, 0)
    if block.kind in PARTED and "\t" in text:
        return f'<p class="{block.kind} parted">{parted(text)}</p>'
    return f"<p{kind}{_place(blocks, index)}>{text}</p>"


def _joint(blocks: "Sequence[Block]", index: int) -> str:
    """The marks of several bodies, or a row of signatures that get seals; "" for any other."""
    found = marks(blocks, index)
    date = seal_below(blocks, index) if blocks[index].kind == "signature" and is_row(blocks, index) else ""
    if not found and not date:
        return ""
    from drafter.render.html_joint import joint_marks, row

    return joint_marks(blocks, index, found) if found else row(blocks, index, date)


def _marked(text: str, mark: bool) -> str:
    return f"<mark>{text}</mark>" if mark else text


def _runs(runs: "Sequence[Run]", own: int) -> str:
    written = []
    for text, level, bold, mark, _ in runs:
        text = _marked(_escaped(text), mark)
        text = f"<b>{text}</b>" if bold else text
        written.append(f'<span class="face{level}">{text}</span>' if level and level != own else text)
    return "".join(written)


def _place(blocks: "Sequence[Block]", index: int) -> str:
    """Indents of 署名 and of the date below it, which depend on how long both are."""
    kinds = [block.kind for block in blocks[max(0, index - 1) : index + 2]]
    here = blocks[index].kind
    if placed := cover_place(blocks, index):
        return placed
    below = next((block for block in blocks[index:] if block.kind != "signature"), None)
    if here == "signature" and below and below.kind == "date":
        lefts, which = signing(longest(blocks, index), below.text), 0
    elif here == "date" and index and kinds[0] == "signature":
        lefts, which = signing(longest(blocks, index - 1), blocks[index].text), 1
    else:
        return ""
    return f' style="margin-left:{lefts[which] / 20:g}pt;margin-right:0;text-align:left"' if lefts else ""


def _faces(face: str, page: "Page | None") -> str:
    """A CSS font list: the digits' face, the face as the page names it, what stands in for it."""
    name = WIN10.get(face, face) if page and page.fonts == "win10" else face
    digits = [] if face == TITLE_FACE or (page and page.digits == "仿宋") else ["digits"]
    names = ",".join(f'"{one}"' for one in dict.fromkeys([*digits, name, *STAND_INS[name]]))
    return f"font-family:{names},serif"


def _css(sheet: Sheet, page: "Page | None") -> str:
    pitch = f"{sheet.pitch / 20:g}pt"
    margins = " ".join(f"{side / 20:g}pt" for side in (sheet.top, sheet.right, sheet.bottom, sheet.left))
    headings = "\n".join(f".face{level}{{{_faces(face, page)}}}" for level, face in HEADING_FACES.items())
    number = f'content:"— " counter(page) " —";font:14pt "{NUMBER_FACE}","SimSun",serif;vertical-align:top;padding:7mm 14pt 0'
    return f"""@font-face{{font-family:"digits";src:local("{LATIN}"),local("TimesNewRomanPSMT"),local("Liberation Serif");unicode-range:U+21-7E}}
@page{{size:A4;margin:{margins}}}
@page:right{{@bottom-right{{{number}}}}}
@page:left{{@bottom-left{{{number}}}}}
html{{background:#e7e7e7;color:#000}}
body{{margin:0;{_faces(BODY_FACE, page)};font-size:16pt;line-height:{pitch};letter-spacing:{COMPRESSION / 20:g}pt}}
.sheet{{box-sizing:border-box;width:210mm;min-height:297mm;margin:8mm auto;padding:{margins};background:#fff;box-shadow:0 1px 6px #999}}
p,h1,h2,h3,h4,h5,h6{{margin:0;font-size:inherit;font-weight:normal;white-space:pre-wrap;overflow-wrap:break-word;text-align:justify;text-indent:2em;orphans:1;widows:1}}
h1,h2,h3,h4,h5,h6,.caption{{break-after:avoid}}
{headings}
.title{{{_faces(TITLE_FACE, page)};font-size:22pt;letter-spacing:0}}
.title,.number,.byline,.caption{{text-align:center;text-indent:0}}
.title,.byline{{margin-bottom:{pitch}}}
.title+.byline,.byline+.byline{{margin-top:-{pitch}}}
.byline{{{_faces(SECOND_FACE, page)}}}
.number{{margin-bottom:{sheet.pitch / 10:g}pt}}
.addressees{{text-indent:0}}
.signature,.date{{margin-top:{pitch};text-indent:0;text-align:right}}
.signature{{margin-right:2em}}
.date{{margin-right:4em}}
.signature+.signature,.signature+.date,.date+.date{{margin-top:0}}
.caption,th{{{_faces(HEADING_FACES[1], page)}}}
.caption{{font-size:14pt}}
table{{width:100%;border-collapse:collapse;font-size:12pt;line-height:18pt}}
th,td{{border:.5pt solid #000;padding:0 3pt;font-weight:normal;text-align:center;white-space:pre-wrap;overflow-wrap:anywhere}}
tr{{break-inside:avoid}}
@media screen and (max-width:210mm){{.sheet{{width:auto;min-height:0;margin:0;padding:1.5em 1em}}}}
@media print{{html{{background:none}}.sheet{{width:auto;min-height:0;margin:0;padding:0;box-shadow:none}}.sheet+.sheet{{break-before:page}}}}
"""
