"""The parts of a Word document that have to do with comments: their texts, the link to them, what they are declared as."""

import posixpath
from itertools import count

from lxml import etree

from drafter.importers.word.document import part_of
from drafter.importers.word.names import Element, attribute, children, kind, value
from drafter.importers.word.package import Package, key
from drafter.model.text import visible

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT, _STRICT_RELATIONS = "http://purl.oclc.org/", "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What Word calls the styles of comments, in every language.
_TEXT_STYLE, _MARK_STYLE = "annotation text", "annotation reference"


class Thread:
    """The comments of a document whose text is ``body``; new ones are added, and the marks for them are made here."""

    def __init__(self, package: Package, body: Element) -> None:
        self._package = package
        self._document = body.getroottree().getroot()
        self._space = etree.QName(body).namespace or ""
        self._styles = {
            (value(style, "w:name") or "").lower(): attribute(style, "w:styleId") or ""
            for style in children(part_of(package, "styles"), "w:style")
        }
        linked = next(
            (link for link in package.relationships(package.main) if link.kind == "comments" and not link.external), None
        )
        self._linked = linked is not None
        self._part = linked.target if linked else _free(package)
        root = package.xml(self._part) if linked else None
        self._root = etree.Element(self.w("comments"), nsmap={"w": self._space}) if root is None else root
        self._ids = count(self._first_id())

    def w(self, name: str) -> str:
        """The tag, or the attribute, ``w:name`` in the family of namespaces that the document is written in."""
        return f"{{{self._space}}}{name}"

    def add(self, text: str, author: str, initials: str, date: str) -> str:
        """A new comment, a paragraph for every line of ``text``; returns its id."""
        id_ = str(next(self._ids))
        said = {"id": id_, "author": author, "date": date, "initials": initials}
        comment = etree.SubElement(self._root, self.w("comment"), {self.w(name): held for name, held in said.items()})
        for place, line in enumerate(visible(text).split("\n")):
            paragraph = self._child(comment, "p")
            self._look(paragraph)
            if place == 0:
                self._child(self._run(paragraph, _MARK_STYLE), "annotationRef")
            run = self._run(paragraph, "")
            words = self._child(run, "t")
            words.text = line
            words.set(_SPACE, "preserve")
        return id_

    def begin(self, id_: str) -> list[Element]:
        """The mark where the words of a comment begin."""
        return [etree.Element(self.w("commentRangeStart"), {self.w("id"): id_})]

    def end(self, id_: str) -> list[Element]:
        """The marks where they end."""
        run = etree.Element(self.w("r"))
        self._style(run, _MARK_STYLE)
        self._child(run, "commentReference").set(self.w("id"), id_)
        return [etree.Element(self.w("commentRangeEnd"), {self.w("id"): id_}), run]

    def parts(self) -> dict[str, bytes]:
        """The parts that changed, by name."""
        changed = {self._package.main: self._document, self._part: self._root}
        folder, base = posixpath.split(self._package.main)
        if not self._linked:
            links = posixpath.join(folder, "_rels", f"{base}.rels")
            changed[links] = self._link(links, posixpath.relpath(self._part, folder or "."))
        types = self._declare()
        if types is not None:
            changed[_TYPES] = types
        return {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) for name, root in changed.items()
        }

    def _first_id(self) -> int:
        """Above all that the document uses, for a comment or for a mark of one."""
        used = [
            attribute(found, "w:id") or ""
            for root in (self._root, self._document)
            for found in root.iter()
            if _is_of_comment(found)
        ]
        return max((int(id_) for id_ in used if id_.isascii() and id_.isdigit() and len(id_) < _LONGEST_ID), default=-1) + 1

    def _look(self, paragraph: Element) -> None:
        """That of Word's own style for comments; without it at least no indent and no wide lines of the text's style."""
        properties = self._child(paragraph, "pPr")
        if style := self._styles.get(_TEXT_STYLE):
            self._child(properties, "pStyle").set(self.w("val"), style)
            return
        spacing, indent = self._child(properties, "spacing"), self._child(properties, "ind")
        for name, held in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
            spacing.set(self.w(name), held)
        for name in ("firstLineChars", "firstLine"):
            indent.set(self.w(name), "0")
        self._child(properties, "jc").set(self.w("val"), "left")

    def _run(self, paragraph: Element, style: str) -> Element:
        run = self._child(paragraph, "r")
        self._style(run, style)
        if not style and _TEXT_STYLE not in self._styles:
            self._child(self._child(run, "rPr"), "sz").set(self.w("val"), "21")
        return run

    def _style(self, run: Element, name: str) -> None:
        if style := self._styles.get(name):
            self._child(self._child(run, "rPr"), "rStyle").set(self.w("val"), style)

    def _child(self, parent: Element, name: str) -> Element:
        return etree.SubElement(parent, self.w(name))

    def _link(self, part: str, target: str) -> Element:
        root = self._package.xml(part)
        if root is None:
            root = etree.fromstring(f'<Relationships xmlns="{_LINKS_SPACE}"/>')
        used = {link.get("Id") for link in root}
        id_ = next(id_ for id_ in (f"rId{number}" for number in count(1)) if id_ not in used)
        relations = _STRICT_RELATIONS if self._space.startswith(_STRICT) else _RELATIONS
        link = {"Id": id_, "Type": f"{relations}/comments", "Target": target}
        etree.SubElement(root, f"{{{_LINKS_SPACE}}}Relationship", link)
        return root

    def _declare(self) -> Element | None:
        """The list of types with that of the comments; None where it is in it already."""
        root = self._package.xml(_TYPES)
        if root is None:
            root = etree.fromstring(f'<Types xmlns="{_TYPES_SPACE}"/>')
        if any(key(declared.get("PartName", "")) == key(self._part) for declared in children(root, "ct:Override")):
            return None
        declared = {"PartName": f"/{self._part}", "ContentType": _COMMENTS_TYPE}
        etree.SubElement(root, f"{{{_TYPES_SPACE}}}Override", declared)
        return root


_LONGEST_ID = 9  # digits; ids are 32 bits


def _is_of_comment(element: Element) -> bool:
    return kind(element) in ("w:comment", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")


def _free(package: Package) -> str:
    """A name beside the text that no part has."""
    folder = posixpath.dirname(package.main)
    names = ("comments.xml", *(f"comments{number}.xml" for number in range(2, 10_000)))
    return next(name for name in (posixpath.join(folder, name) for name in names) if not package.has(name))
