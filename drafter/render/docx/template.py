"""base.docx as it is found: made by us, restyled in Word, or a bureau's own.

Kept are its styles, settings, headers, footers, and the page of its last section; its text is not. Styles are looked up by
name, because Word gives them ids in the language of its menus. What the base lacks of our styles is added.
"""

from itertools import count
from typing import NamedTuple
from xml.parsers import expat

from drafter.render.docx.body import NEEDED
from drafter.render.docx.package import BrokenPackage, Part, packed, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_RELATION = f"{PACKAGE}/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: The id of the style that body text has where it looks as the place for it looks (letterhead.py).
BODY_STYLE = "DrafterText"
#: Names of the strict variant (ISO/IEC 29500-1), which programs seldom read.
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"


class Template(NamedTuple):
    """A base taken apart.

    ``parts`` are those copied as they are. ``document`` and ``core`` are names of the parts written anew; ``opening`` is
    everything of the document before ``w:body``, ``section`` its last ``w:sectPr``. ``styles`` is the part of that name and
    its text; ``ids`` maps the names of styles in small letters to their ids. ``added`` are the names of those it lacked.
    """

    parts: tuple[Part, ...]
    document: str
    core: str
    opening: str
    section: str
    styles: tuple[str, str]
    ids: dict[str, str]
    added: tuple[str, ...] = ()


def load(data: bytes) -> Template:
    """Raises BrokenPackage when no document can be made from ``data``."""
    parts = {part.name: part for part in read(data)}
    return taken(parts, {name: part.inflated() for name, part in parts.items()})


def main_part(plain: dict[str, bytes]) -> str:
    """The name of the part that holds the text; "" where there is none. Raises BrokenPackage for what is no Word document."""
    for name in (_TYPES, _RELATIONS):
        if name not in plain:
            raise BrokenPackage("它不是 Word 文档（.docx）", "it is no Word document (.docx)")
    if _STRICT in plain[_RELATIONS]:
        raise BrokenPackage(
            "它存成了“Strict Open XML 文档”，请在 Word 里另存为“Word 文档（.docx）”",
            "it is a Strict Open XML document; save it in Word as “Word Document (.docx)”",
        )
    return _target(plain, _RELATIONS, f"{R}/officeDocument", "")


def taken(parts: dict[str, Part], plain: dict[str, bytes], text: str = "") -> Template:
    """The parts as a base; ``plain`` is what they hold. ``text``: a style to add, which body text then has instead of the default."""
    document = main_part(plain)
    folder, _, file = document.rpartition("/")
    styles = _target(plain, f"{folder}/_rels/{file}.rels".lstrip("/"), f"{R}/styles", folder)
    core = _target(plain, _RELATIONS, _CORE_RELATION, "") if _CORE_RELATION.encode() in plain[_RELATIONS] else ""
    for name in (document, styles):
        if name not in plain:
            raise BrokenPackage(f"其中缺少 {name or '正文'}", f"it lacks its part {name or 'document'}")
    if f'"{_DOCUMENT_TYPE}"'.encode() not in plain[_TYPES]:
        raise BrokenPackage("它是模板或带宏的文档，请另存为 .docx", "it is a template or has macros; save it as .docx")
    if not core:
        core = "docProps/core.xml"
        _announce(parts, plain, core)
    opening, section = _document(document, plain[document])
    sheet, ids, added = _styles(styles, plain[styles], text)
    kept = tuple(part for name, part in parts.items() if name not in (document, core, styles))
    return Template(kept, document, core, opening, section, (styles, sheet), ids, added)


def parse(
    name: str, data: bytes, start: object = None, end: object = None, spaced: str | None = None, text: object = None
) -> None:
    """Feeds ``data`` to expat. A DTD is refused: no part has one, and entities are how XML attacks are made."""
    parser = expat.ParserCreate(namespace_separator=spaced)

    def refuse(*_: object) -> None:
        raise BrokenPackage(f"其中的 {name} 带有 DTD", f"its part {name} has a DTD")

    parser.StartDoctypeDeclHandler = refuse
    if start:
        parser.StartElementHandler = lambda tag, attributes: start(parser, tag, attributes)  # type: ignore[operator]
    if end:
        parser.EndElementHandler = lambda tag: end(parser, tag)  # type: ignore[operator]
    if text:
        parser.buffer_text = True
        parser.CharacterDataHandler = text  # type: ignore[assignment]
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BrokenPackage(f"其中的 {name} 已损坏", f"its part {name} is damaged") from error


def _target(plain: dict[str, bytes], relations: str, kind: str, folder: str) -> str:
    """The part that ``relations`` names as ``kind``; "" when there is none."""
    found: list[str] = []

    def start(parser: object, tag: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type") == kind and attributes.get("TargetMode") != "External":
            found.append(attributes.get("Target", ""))

    if relations in plain:
        parse(relations, plain[relations], start)
    if not found:
        return ""
    return found[0][1:] if found[0].startswith("/") else f"{folder}/{found[0]}".lstrip("/")


def _announce(parts: dict[str, Part], plain: dict[str, bytes], core: str) -> None:
    """Names the properties in content types and relations of a base that has none."""
    additions = {
        _TYPES: (b"</Types>", f'<Override PartName="/{core}" ContentType="{_CORE_TYPE}"/>'),
        _RELATIONS: (b"</Relationships>", f'<Relationship Id="rIdCore" Type="{_CORE_RELATION}" Target="{core}"/>'),
    }
    for name, (closing, addition) in additions.items():
        begin, found, rest = plain[name].rpartition(closing)
        if not found:
            raise BrokenPackage(f"其中的 {name} 已损坏", f"its part {name} is damaged")
        parts[name] = packed(name, begin + addition.encode() + found + rest)


def _document(name: str, data: bytes) -> tuple[str, str]:
    """What stands before ``w:body`` (with the namespaces that the section may use), and the section of the body."""
    path: list[str] = []
    marks = {"body": -1, "begin": -1, "end": -1}
    roots: list[dict[str, str]] = []

    def start(parser: expat.XMLParserType, tag: str, attributes: dict[str, str]) -> None:
        if not path:
            roots.append(attributes)
        elif path == ["w:document"] and tag == "w:body":
            marks["body"] = parser.CurrentByteIndex
        elif path == ["w:document", "w:body"] and tag == "w:sectPr":
            marks["begin"] = parser.CurrentByteIndex
        path.append(tag)

    def end(parser: expat.XMLParserType, tag: str) -> None:
        path.pop()
        if path == ["w:document", "w:body"] and tag == "w:sectPr":
            marks["end"] = parser.CurrentByteIndex

    parse(name, data, start, end)
    if marks["body"] < 0 or roots[0].get("xmlns:w") != W:
        raise BrokenPackage(
            "它不是通常的 Word 文档，请在 Word 里另存为“Word 文档（.docx）”",
            "it is no usual Word document; save it in Word as “Word Document (.docx)”",
        )
    try:
        opening = data[: marks["body"]].decode("utf-8-sig")
        section = data[marks["begin"] : marks["end"]].decode() if marks["begin"] >= 0 else ""
    except UnicodeDecodeError as error:
        raise BrokenPackage(f"其中的 {name} 不是 UTF-8", f"its part {name} is not UTF-8") from error
    return opening, section + "</w:sectPr>" if data.startswith(b"</w:sectPr", marks["end"]) else section


def _styles(name: str, data: bytes, text: str) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """The text of the styles, with those that were missing, the ids by name, and the names of those missing."""
    ids: dict[str, str] = {}
    links: dict[str, str] = {}
    path: list[tuple[str, dict[str, str]]] = []

    def start(parser: object, tag: str, attributes: dict[str, str]) -> None:
        if len(path) == 2 and path[1][0] == f"{W} style":
            style = path[1][1]
            id, value = style.get(f"{W} styleId", ""), attributes.get(f"{W} val", "")
            if tag == f"{W} name":
                ids.setdefault(value.lower(), id)
                if style.get(f"{W} default") in ("1", "true", "on") and style.get(f"{W} type") == "paragraph":
                    ids[""] = id
            elif tag == f"{W} link":
                links[id] = value
        path.append((tag, attributes))

    def end(parser: object, tag: str) -> None:
        path.pop()

    parse(name, data, start, end, " ")
    for level in range(1, 7):
        # The face of a run-in heading is linked to its heading; its own name is in the language of Word's menus.
        linked = links.get(ids.get(f"heading {level}", ""), "")
        if linked in ids.values():
            ids[f"heading {level} char"] = linked
    missing = tuple(wanted for wanted in NEEDED if wanted not in ids)
    return _completed(name, data, ids, missing, text), ids, missing


def _completed(name: str, data: bytes, ids: dict[str, str], missing: tuple[str, ...], body: str) -> str:
    """The styles with those that were missing; ``ids`` learns them. They are based on ``body`` where that is given."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenPackage(f"其中的 {name} 不是 UTF-8", f"its part {name} is not UTF-8") from error
    if not missing and not body:
        return text
    from drafter.render.docx.styles import NORMAL, definitions, normal

    begin, found, rest = text.rpartition("</w:styles>")
    if not found:
        raise BrokenPackage(f"其中的 {name} 已损坏", f"its part {name} is damaged")
    taken = set(ids.values())
    looks = definitions()
    added = [] if "" in ids else [normal()]
    if body:
        ids.setdefault("", NORMAL)
        body = body.replace('basedOn w:val=""', f'basedOn w:val="{ids[""]}"')
        # A file that was made from a rendered one has the style already.
        ids[""] = next(id for id in (BODY_STYLE + "2" * times for times in count()) if id not in taken)
        added.append(
            body.replace(f'"{BODY_STYLE}"', f'"{ids[""]}"').replace("drafter 正文", f"drafter 正文{ids[''][len(BODY_STYLE) :]}")
        )
    for wanted in missing:
        look = _without(looks[wanted], "next").replace(f'basedOn w:val="{NORMAL}"', f'basedOn w:val="{ids.get("", NORMAL)}"')
        if wanted.removesuffix(" char") not in missing:
            look = _without(look, "link")
        own = look.partition('w:styleId="')[2].partition('"')[0]
        ids[wanted] = own if own not in taken else f"drafter{own}"
        added.append(look.replace(f'w:styleId="{own}"', f'w:styleId="{ids[wanted]}"'))
    return begin + "".join(added) + found + rest


def _without(look: str, element: str) -> str:
    """``look`` without the empty ``element``: it would name a style that the base may not have."""
    before, found, after = look.partition(f"<w:{element} ")
    return before + after.partition("/>")[2] if found else look
