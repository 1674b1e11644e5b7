"""The report as it stands in the place of a Word file: its text, and the sections that pages on their side begin and end there.

The section of the file that the place is in goes on behind them, and so does its page number.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from drafter.model.block import Block
from drafter.render.docx.additions import Addition
from drafter.render.docx.body import body
from drafter.render.docx.fields import Change
from drafter.render.docx.landscape import Turns
from drafter.render.docx.letterhead import Letterhead
from drafter.render.docx.room import section_of
from drafter.render.docx.turned import turned

_SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>%s</w:pPr></w:p>'


class Inset(NamedTuple):
    """What to put for which bytes of the file's text, and the page numbers of pages on their side."""

    changes: list[Change]
    footers: list[Addition]


def inset(head: Letterhead, blocks: Sequence[Block], part: Callable[[str], bytes]) -> Inset:
    """``part`` gives what another part of the document will hold."""
    start, end = head.place.start, head.place.end
    before, ending = head.kept
    section = section_of(head.main.data, end, ending)
    # Sections whose changes are tracked are left alone.
    if section is None or "sectPrChange" in section[1] or not any(block.kind == "landscape" for block in blocks):
        return Inset([(start, end, before + body(blocks, head.look, begins_page=head.begins_page).encode() + ending)], [])
    at, old = section
    side, footers = turned(old, head.main.name, part)
    turns = Turns(old, side)
    text = body(blocks, head.look, turns, head.begins_page)
    last = bool(ending) or not re.search(rb"<w:(?:p|tbl)[ >]", head.main.data[end:at])
    if turns.sideways and not last:
        text += _SPACER % turns.sections[True]
    new = turns.closing if last else turns.sections[False]
    if ending:
        return Inset([(start, end, before + text.encode() + ending.replace(old.encode(), new.encode()))], footers)
    return Inset([(start, end, before + text.encode()), (at, at + len(old.encode()), new.encode())], footers)
