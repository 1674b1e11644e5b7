"""The red head, 附件说明 and 版记 on the HTML page: what render.docx.cover is for Word. Only a document that has them carries this."""

from typing import TYPE_CHECKING

from drafter.render.measures import MARK_DROP, SMALL, SMALL_LINE, Sheet
from drafter.render.placing import annex_note, mark_size, seal_below, sealed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.block import Block

#: Kinds that need this.
COVER = frozenset({"marking", "mark", "sealed", "annex-note", "annex", "copies", "imprint"})
#: Kinds whose text a tab parts into a left and a right half.
PARTED = frozenset({"number", "imprint"})


def parted(text: str) -> str:
    """The halves of a line; the tab between them is text, which nobody sees."""
    left, _, right = text.partition("\t")
    return f"<span>{left}</span>\t<span>{right}</span>"


def place(blocks: "Sequence[Block]", index: int) -> str:
    """What depends on how long a text is: the size of a mark, the indents of a name and of a signature under a seal."""
    block = blocks[index]
    if block.kind == "mark":
        return f' style="font-size:{mark_size(block.text)}pt"'
    if block.kind == "annex-note":
        left, hanging = annex_note(block.text)
        return f' style="margin-left:{left / 20:g}pt;text-indent:-{hanging / 20:g}pt"'
    if block.kind == "signature":
        below = seal_below(blocks, index)
        if below:
            return f' style="margin-right:{sealed(block.text, below) / 20:g}pt"'
    return ""


def cover_css(sheet: Sheet, title_face: str, first_face: str) -> str:
    """GB/T 9704-2012, 7.2 to 7.4. 版记 goes to the foot of its sheet; where a browser cannot do that, it follows the text."""
    pitch = sheet.pitch / 20
    drops = "\n".join(
        f"{'.marking+' * above}.mark{{margin-top:{max(0, MARK_DROP / 20 - above * pitch):g}pt}}" for above in range(4)
    )
    return f""".marking,.mark,.annex,.copies,.imprint{{text-indent:0}}
.marking,.annex{{{first_face}}}
.mark{{{title_face};letter-spacing:0;line-height:1;text-align:center;color:#f00}}
{drops}
.mark+.number{{margin:{2 * pitch:g}pt 0;padding-bottom:8pt;border-bottom:1.5pt solid #f00}}
.mark+.title{{margin-top:8pt;padding-top:{2 * pitch:g}pt;border-top:1.5pt solid #f00}}
.parted{{display:flex;justify-content:space-between;padding:0 1em}}
.annex-note,.sealed{{margin-top:{pitch:g}pt}}
.annex-note+.annex-note,.signature+.sealed,.sealed+.sealed{{margin-top:0}}
.sealed{{margin-right:4em;text-align:right;text-indent:0}}
.annex{{margin-bottom:{pitch:g}pt}}
.sheet:has(.copies,.imprint){{display:flex;flex-direction:column}}
.copies,.imprint{{font-size:{SMALL / 20:g}pt;line-height:{SMALL_LINE / 20:g}pt;letter-spacing:0;padding:0 1em;border-top:.35mm solid #000}}
.copies{{padding-left:4em;text-indent:-3em}}
.copies,:not(.copies)+.imprint{{margin-top:auto}}
.copies+.imprint{{border-top-width:.25mm}}
.copies:last-child,.imprint:last-child{{border-bottom:.35mm solid #000}}
"""
