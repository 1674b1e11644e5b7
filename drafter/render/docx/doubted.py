"""What a draft marks of the words that a Word file says by fields of its own: highlighted where they stand, and with comments at the
first place of the text that can have one. Word takes no comments in headers, footers, notes and text boxes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.model.block import Block, Run
from drafter.render.docx.body import escaped
from drafter.render.docx.comments import ends, starts
from drafter.render.docx.fields import Field, Paragraph
from drafter.render.docx.place import Filled
from drafter.render.marking import Marks

#: Full name of a field → its words as a draft has them.
Doubts = Mapping[str, Run]
_KIND = "field"
_LOOK = re.compile(rb"<w:rPr(?: [^>]*)?>.*</w:rPr>", re.DOTALL)
_GROUND = re.compile(r"<w:highlight\b[^>]*/>")
#: What follows the highlight in a run's properties (ECMA-376 part 1, 17.3.2.28), and what is of other namespaces.
_BEHIND = re.compile(
    r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b|<(?!/?w:)|</w:rPr>$"
)


def name_of(field: Field) -> str:
    return f"{field.name}.{field.part}" if field.part else field.name


def doubted(
    paragraphs: Iterable[Filled], marks: Marks, said: Mapping[str, Sequence[Run]], commented: Iterable[Filled]
) -> list[Block]:
    """A block for every field that is to be marked, with its name for a fact. ``said``: name of a field → the runs of what the
    report would have printed, which the file prints instead; ``commented`` are the paragraphs that can have comments.
    """
    named = {name_of(field): field for _, fields in paragraphs for field in fields}
    free = {name_of(field) for _, fields in commented for field in fields}
    made = []
    for name, field in named.items():
        runs = said.get(name, ())
        why = marks.why.get(field.name)
        notes = dict.fromkeys((*([why] if why else []), *(note for run in runs for note in run.notes)))
        mark = field.name in marks.figures or field.name in marks.front or any(run.mark for run in runs)
        kept = tuple(notes) if name in free else ()
        if mark or kept:
            made.append(Block(_KIND, (Run(name, mark=mark, notes=kept),), fact=name))
    return made


def doubts_in(blocks: Iterable[Block]) -> tuple[Doubts, list[Block]]:
    """The fields among ``blocks``, and the others."""
    listed = list(blocks)
    return {block.text: block.runs[0] for block in listed if block.kind == _KIND}, [each for each in listed if each.kind != _KIND]


def can_comment(paragraph: Paragraph) -> bool:
    return not paragraph.box and not paragraph.copy


class Marker:
    """Writes the fields of one document; each comment once."""

    def __init__(self, doubts: Doubts) -> None:
        self.doubts = doubts
        self.commented: set[str] = set()

    def written(self, data: bytes, at: int, paragraph: Paragraph, field: Field, words: str, body: bool) -> str:
        """What stands in the ``w:t`` that begins at ``at``: a marked field is a run of its own between two of the look of this one."""
        doubt = self.doubts.get(name_of(field))
        plain = escaped(words)
        if doubt is None or not words:
            return plain
        ids: tuple[str, ...] = ()
        if doubt.notes and body and can_comment(paragraph) and doubt.text not in self.commented:
            self.commented.add(doubt.text)
            ids = doubt.notes
        look = _look(data, at)
        run = f'<w:r>{_highlighted(look) if doubt.mark else look}<w:t xml:space="preserve">{plain}</w:t></w:r>'
        return f'</w:t></w:r>{starts(ids)}{run}{ends(ids)}<w:r>{look}<w:t xml:space="preserve">'


def _look(data: bytes, at: int) -> str:
    """``w:rPr`` of the run that what is at ``at`` stands in; "" for none."""
    found = _LOOK.search(data, max(data.rfind(b"<w:r>", 0, at), data.rfind(b"<w:r ", 0, at), 0), at)
    return found[0].decode() if found else ""


def _highlighted(look: str) -> str:
    look = _GROUND.sub("", look) or "<w:rPr></w:rPr>"
    before = _BEHIND.search(look)
    at = before.start() if before else len(look)
    return f'{look[:at]}<w:highlight w:val="yellow"/>{look[at:]}'


def runs(pieces: Iterator[tuple[str, Field | None]], doubts: Doubts) -> tuple[Run, ...]:
    """A paragraph for a page on screen: the words of its fields, marked, between its own."""
    made = []
    for text, field in pieces:
        doubt = doubts.get(name_of(field)) if field else None
        if text:
            made.append(Run(text, mark=doubt is not None and doubt.mark))
    return tuple(made)
