"""Where in a Word file the report goes: the one paragraph of the body that says ``{{ 正文 }}`` or ``{{ 报告 }}`` and nothing else.

``{{ 报告 }}`` is the whole report as its layout prints it; ``{{ 正文 }}`` is what of it the file does not say by fields of its own.
How that paragraph looks is how body text looks, and what else it holds (marks of places, the end of a section) stays.
"""

import re
from collections.abc import Sequence
from xml.parsers import expat

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.render.docx.fields import Field, Paragraph, closed
from drafter.render.docx.template import BODY_STYLE, parse

TEXT, WHOLE = WORDS = ("正文", "报告")
_IN_PART = {"document": Both("", ""), "header": Both("页眉", "the header"), "footer": Both("页脚", "the footer")}
_NOTES = Both("注释", "the notes")
_LETTERS = re.compile(r"[a-z]+")
#: A paragraph with its fields.
Filled = tuple[Paragraph, tuple[Field, ...]]


def where(part: str, paragraph: Paragraph) -> Both:
    """A paragraph in the words of a reader: 第3段, 页脚第1段."""
    kind = _LETTERS.match(part.rpartition("/")[2])
    zh, en = _IN_PART.get(kind[0] if kind else "", _NOTES)
    inside = Both("（文本框里）", " (in a text box)") if paragraph.box else Both("（表格里）", " (in a table)")
    inside = inside if paragraph.box or paragraph.cell else Both("", "")
    return Both(f"{zh}第{paragraph.number}段{inside.zh}", f"paragraph {paragraph.number}{' of ' if en else ''}{en}{inside.en}")


def astray(body: bool, paragraph: Paragraph, field: Field) -> bool:
    """Whether a place for the report stands where no report can."""
    return is_place(field) and not (body and paragraph.top and paragraph.text.strip() == field.words)


def is_place(field: Field) -> bool:
    return field.name in WORDS and not field.part


def the_place(part: str, paragraphs: Sequence[Filled], file: str, problems: list[Problem]) -> Paragraph | None:
    """The paragraph that the report takes; None, and a problem, where there is none or more than one."""
    places = [(paragraph, fields[0]) for paragraph, fields in paragraphs if fields and is_place(fields[0]) and paragraph.top]
    if len(places) == 1:
        return places[0][0]
    if places:
        paragraph, field = places[1]
        problems.append(_twice(where(part, paragraph), field, file))
    elif not any(problem.code == "place-astray" or any(word in problem.words for word in WORDS) for problem in problems):
        problems.append(_no_place(file))
    return None


_RANGES = re.compile(rb"<w:(?:bookmark|commentRange|perm)(?:Start|End)\b[^>]*/>")


def look(paragraph: bytes) -> tuple[str, tuple[bytes, bytes]]:
    """The place's look as a style, and what of the place stays before and behind the report."""
    children = _children(paragraph)
    own = dict(children["w:pPr"])
    style = (re.search(rb'w:val="([^"]*)"', own.get("w:pStyle", b"")) or [b"", b""])[1].decode()
    ppr = b"".join(content for tag, content in children["w:pPr"] if tag not in _NOT_IN_STYLE and not _foreign(content))
    rpr = b"".join(content for tag, content in children["w:rPr"] if tag not in _NOT_IN_STYLE and not _foreign(content))
    style_of_text = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{BODY_STYLE}"><w:name w:val="drafter 正文"/>'
        f'<w:basedOn w:val="{style}"/><w:qFormat/><w:pPr>{ppr.decode()}</w:pPr><w:rPr>{rpr.decode()}</w:rPr></w:style>'
    )
    section = own.get("w:sectPr", b"")
    ending = b"<w:p><w:pPr>" + section + b"</w:pPr></w:p>" if section else b""
    return style_of_text, (b"".join(_RANGES.findall(paragraph)), ending)


def begins_page(paragraph: bytes) -> bool:
    """Whether the place begins a page: 段前分页, or a page break before its words."""
    if _PAGE_BREAK.search(paragraph.partition(b"<w:t>")[0].partition(b"<w:t ")[0]):
        return True
    said = dict(_children(paragraph)["w:pPr"]).get("w:pageBreakBefore")
    return said is not None and _OFF.search(said) is None


def holding(place: Both, paragraph: bytes, words: str, file: str) -> list[Problem]:
    """What stands beside the words of the place and would be lost with them."""
    words_at = min((at for at in (paragraph.find(b"<w:t>"), paragraph.find(b"<w:t ")) if at >= 0), default=0)
    if not _HELD.search(paragraph) and not _PAGE_BREAK.search(paragraph, words_at):
        return []
    return [
        Problem(
            "place-holds",
            Both(
                f"{place.zh}的“{words}”旁边还有图片、文本框、脚注或分页符，排进报告就没有了。",
                f"A picture, text box, footnote or page break beside “{words}” in {place.en} would be lost.",
            ),
            Both("把它们移到上一段或下一段，这一段只留这几个字。", "Move them to the paragraph before or behind."),
            place=Place(file),
            words=words,
        )
    ]


_PAGE_BREAK = re.compile(rb'<w:br\b[^>]*w:type="(?:page|column)"')
_HELD = re.compile(rb"<w:(?:drawing|pict|object|footnoteReference|endnoteReference)\b")
_OFF = re.compile(rb'w:val="(?:0|false|off)"')
_NOT_IN_STYLE = frozenset(
    {"w:pStyle", "w:rStyle", "w:sectPr", "w:rPr", "w:pPrChange", "w:rPrChange", "w:numPr", "w:pageBreakBefore", "w:ins", "w:del"}
)


def _foreign(content: bytes) -> bool:
    """Whether an element is of another namespace, which the styles may not declare."""
    return re.search(rb"[<\s](?!w:|/)[\w]+:\w", content) is not None


def _children(paragraph: bytes) -> dict[str, list[tuple[str, bytes]]]:
    """The elements of the paragraph's own ``w:pPr``, and of the ``w:rPr`` of its first run."""
    found: dict[str, list[tuple[str, bytes]]] = {"w:pPr": [], "w:rPr": []}
    path: list[str] = []
    at = [0]
    wanted = {("w:p", "w:pPr"): "w:pPr", ("w:p", "w:r", "w:rPr"): "w:rPr"}
    runs = [0]

    def start(parser: expat.XMLParserType, tag: str, attributes: dict[str, str]) -> None:
        if tuple(path) in wanted:
            at[0] = parser.CurrentByteIndex
        path.append(tag)
        runs[0] += path == ["w:p", "w:r"]

    def end(parser: expat.XMLParserType, tag: str) -> None:
        path.pop()
        kind = wanted.get(tuple(path))
        if kind and (kind == "w:pPr" or runs[0] == 1):
            found[kind].append((tag, paragraph[at[0] : closed(paragraph, parser.CurrentByteIndex, tag)]))

    parse("", paragraph, start, end)
    return found


def misplaced(place: Both, field: Field, file: str) -> Problem:
    return Problem(
        "place-astray",
        Both(
            f"{place.zh}的“{field.words}”放不下报告：要单独成一段，不在表格、文本框、内容控件、页眉页脚里。",
            f"“{field.words}” in {place.en} is no place for a report: it must be a paragraph of its own, in no table, text box, content control, header or footer.",
        ),
        Both(
            "把它移到文件里单独的一段；在内容控件里的，右击“删除内容控件”。",
            "Move it into a paragraph of its own; right-click a content control and remove it.",
        ),
        place=Place(file),
        words=field.words,
    )


def _twice(place: Both, field: Field, file: str) -> Problem:
    return Problem(
        "place-twice",
        Both(
            f"{place.zh}又有一个“{field.words}”，报告只能放在一处。",
            f"{place.en} has a second “{field.words}”: a report has one place.",
        ),
        Both("只留一处。", "Leave one."),
        place=Place(file),
        words=field.words,
    )


def _no_place(file: str) -> Problem:
    return Problem(
        "place-missing",
        Both("文件里没有放报告的位置。", "The file has no place for the report."),
        Both("在要放报告的地方单独写一段 {{ 正文 }}。", "Write {{ 正文 }} in a paragraph of its own where the report goes."),
        place=Place(file),
    )
