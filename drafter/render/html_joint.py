"""联合行文 on the HTML page: what render.docx.joint is for Word. Only a document of several bodies carries this."""

from html import escape
from typing import TYPE_CHECKING

from drafter.render.joint import FILE, FIRST_ROW, GAP, LEADING, ROWS_APART, Marks, marks, middles
from drafter.render.measures import SHEET, WIDTH
from drafter.render.placing import drop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.block import Block

CSS = f""".marks{{display:flex;justify-content:center;align-items:center}}
.marks .mark{{margin:0;text-align:justify;text-align-last:justify;text-justify:inter-character}}
.marks div .mark+.mark{{line-height:{LEADING}}}
.marks .file{{margin-left:{GAP:.3g}em}}
.marks+.number{{margin:{SHEET.pitch / 10:g}pt 0;padding-bottom:8pt;border-bottom:1.5pt solid #f00}}
.marks+.title{{margin-top:8pt;padding-top:{SHEET.pitch / 10:g}pt;border-top:1.5pt solid #f00}}
.row{{display:flex}}
.row span{{flex:none;text-align:center}}
"""


def is_joint(blocks: "Sequence[Block]") -> bool:
    """Whether marks stand under one another, or signatures side by side."""
    return any(
        (block.kind == "mark" and marks(blocks, index)) or (block.kind == "signature" and "\t" in block.text)
        for index, block in enumerate(blocks)
    )


def joint_marks(blocks: "Sequence[Block]", index: int, found: Marks) -> str:
    """Names spread out to equal width, 文件 right of them at half their height (7.2.4)."""
    names = "\n".join(f'<p class="mark">{escape(name)}</p>' for name in found.names)
    file = f'\n<p class="mark file">{FILE}</p>' if found.file else ""
    looks = f"font-size:{found.size}pt;margin-top:{drop(blocks, index, SHEET.pitch) / 20:g}pt"
    return f'<div class="marks" style="{looks}">\n<div>\n{names}\n</div>{file}\n</div>'


def row(blocks: "Sequence[Block]", index: int, date: str) -> str:
    """Signatures that get seals, each in a column about its middle (7.3.5.1)."""
    first, *others = middles(blocks, index, date)
    wide = others[0] - first if others else 2 * (WIDTH - first)
    lines = ROWS_APART - 1 if index and blocks[index - 1].kind == "signature" else FIRST_ROW
    looks = f"margin:{lines * SHEET.pitch / 20:g}pt 0 0 {(first - wide / 2) / 20:g}pt"
    names = "\t".join(f'<span style="width:{wide / 20:g}pt">{escape(name)}</span>' for name in blocks[index].text.split("\t"))
    return f'<p class="signature row" style="{looks}">{names}</p>'
