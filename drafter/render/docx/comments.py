"""Notes on runs as Word comments: marks around the words, and the part that holds the texts (ECMA-376 part 1, 17.13.4)."""

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.model.text import visible
from drafter.render.docx.package import Part, lay_out, packed, read, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from drafter.model.block import Block, Run

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION, _DOCUMENT = f"{_OFFICE}/comments", f"{_OFFICE}/officeDocument"
_RELATIONSHIP = re.compile(r"<Relationship [^>]*/>")
_TYPES = "[Content_Types].xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: A bureau's own Word file may have comments; their ids are small.
_FIRST = 1000
#: The base may have no style for comments, and its text's own is too large and indented.
_LOOK = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'
    '<w:jc w:val="left"/></w:pPr>'
)
_RUN = '<w:r><w:rPr><w:sz w:val="21"/></w:rPr>'


class Reviewer(NamedTuple):
    """Who comments, and when: ``date`` is ISO 8601, to the second; "" leaves it out. No clock: the caller says both."""

    author: str = "drafter"
    initials: str = "dr"
    date: str = ""


def commented(blocks: "Sequence[Block]", write: "Callable[[Sequence[Block]], bytes]", by: Reviewer | None = None) -> bytes:
    """The .docx that ``write`` makes of the blocks, with their notes as comments. Without notes it is what it is."""
    blocks, notes = _numbered(blocks)
    made = write(blocks)
    return _attached(made, notes, by or Reviewer()) if notes else made


def _numbered(blocks: "Sequence[Block]") -> "tuple[Sequence[Block], list[str]]":
    """The blocks with the id of its comment in place of each note, and the notes by id."""
    notes: list[str] = []
    made = [
        block._replace(
            runs=_with_ids(block.runs, notes),
            cells=tuple(cell._replace(runs=_with_ids(cell.runs, notes)) for cell in block.cells),
        )
        for block in blocks
    ]
    return (made, notes) if notes else (blocks, notes)


def _with_ids(runs: "tuple[Run, ...]", notes: list[str]) -> "tuple[Run, ...]":
    """The runs of one paragraph; ``notes`` learns theirs. A note that goes on from run to run is one comment."""
    made = []
    going: dict[str, str] = {}
    for run in runs:
        going = {note: going.get(note, "") for note in run.notes}
        for note, id in going.items():
            if not id:
                going[note] = str(_FIRST + len(notes))
                notes.append(note)
        made.append(run._replace(notes=tuple(going.values())))
    return tuple(made)


def starts(ids: "Iterable[str]", before: "Container[str]" = ()) -> str:
    """Where comments begin: those of ``ids`` that the run ``before`` has not."""
    return "".join(f'<w:commentRangeStart w:id="{id}"/>' for id in ids if id not in before)


def ends(ids: "Iterable[str]", after: "Container[str]" = ()) -> str:
    """Where comments end, and are hung up: those of ``ids`` that the run ``after`` has not."""
    return "".join(
        f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>' for id in ids if id not in after
    )


def _attached(data: bytes, notes: "Sequence[str]", by: Reviewer) -> bytes:
    """The package with its comments; those that a bureau's own Word file has stay before them."""
    parts = {part.name: part for part in read(data)}
    folder, _, file = _target(parts["_rels/.rels"], _DOCUMENT).rpartition("/")
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    own = _target(parts[relations], _RELATION)
    name = (own if own.startswith("/") else f"{folder}/{own or 'comments.xml'}").lstrip("/")
    written = "".join(_comment(id, note, by) for id, note in enumerate(notes, _FIRST))
    if own and name in parts:
        parts[name] = _grown(parts[name], written)
    else:
        parts[name] = packed(name, f'{_DECLARATION}<w:comments xmlns:w="{_W}">{written}</w:comments>'.encode())
        parts[_TYPES] = _grown(parts[_TYPES], f'<Override PartName="/{name}" ContentType="{_TYPE}"/>')
        relation = f'<Relationship Id="rIdComments" Type="{_RELATION}" Target="/{name}"/>'
        parts[relations] = _grown(parts[relations], relation)
    return zipped(lay_out(parts.values()))


def _target(relations: Part, kind: str) -> str:
    """What a part is related to as ``kind``; "" for nothing."""
    found = (each[0] for each in _RELATIONSHIP.finditer(relations.inflated().decode("utf-8-sig")) if f'"{kind}"' in each[0])
    return next(found, "").partition('Target="')[2].partition('"')[0]


def _grown(part: Part, addition: str) -> Part:
    """A list with more at its end."""
    before, close, after = part.inflated().decode("utf-8-sig").rpartition("</")
    return packed(part.name, f"{before}{addition}{close}{after}".encode())


def _comment(id: int, note: str, by: Reviewer) -> str:
    """A paragraph for every line of the note."""
    dated = f' w:date="{by.date}"' if by.date else ""
    said = f'w:author="{_escaped(by.author)}"{dated} w:initials="{_escaped(by.initials)}"'
    reference = f"{_RUN}<w:annotationRef/></w:r>"
    lines = (
        f'<w:p>{_LOOK}{"" if place else reference}{_RUN}<w:t xml:space="preserve">{_escaped(line)}</w:t></w:r></w:p>'
        for place, line in enumerate(visible(note).split("\n"))
    )
    return f'<w:comment w:id="{id}" {said}>{"".join(lines)}</w:comment>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
