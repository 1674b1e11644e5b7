"""Parts that a document has beyond its base: charts with their workbooks. They are named in content types and relations."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.render.docx.package import Part, packed

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Addition(NamedTuple):
    """``type`` is its content type, "" where the extension says it. ``relation`` is the type of its relation to the document and
    ``id`` the name of that; "" where another part relates to it.
    """

    part: Part
    type: str = ""
    relation: str = ""
    id: str = ""


def with_additions(parts: Sequence[Part], document: str, additions: Sequence[Addition]) -> list[Part]:
    """The parts of a base with ``additions``; ``document`` is the name of the text's part, which refers to them."""
    folder, _, file = document.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    types = "".join(f'<Override PartName="/{each.part.name}" ContentType="{each.type}"/>' for each in additions if each.type)
    related = "".join(
        f'<Relationship Id="{each.id}" Type="{each.relation}" Target="/{each.part.name}"/>' for each in additions if each.id
    )
    made = [_grown(part, {_TYPES: types, relations: related}) for part in parts]
    if related and not any(part.name == relations for part in parts):
        made.append(
            packed(relations, f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'.encode())
        )
    return [*made, *(each.part for each in additions)]


def _grown(part: Part, added: dict[str, str]) -> Part:
    """The part with what is added to it, before its end."""
    more = added.get(part.name)
    if not more:
        return part
    begin, close, rest = part.inflated().rpartition(b"</")
    if not close:  # <Relationships …/>, as an empty list may be written
        begin, _, _ = part.inflated().rpartition(b"/>")
        name = begin.rpartition(b"<")[2].split()[0]
        return packed(part.name, begin + b">" + more.encode() + b"</" + name + b">")
    return packed(part.name, begin + more.encode() + close + rest)
