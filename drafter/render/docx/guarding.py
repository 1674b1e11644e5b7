"""What a Word file of the bureau's own may not bring into a document: macros, OLE, and what points outside.

A link (hyperlink, attached template) is dropped, as its words stay; whatever else would be fetched, run or opened is refused.
ECMA-376 part 2, 9.3 (relationships); part 1, 17.16.5 (field codes).
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.render.docx.fields import Paragraph, spliced
from drafter.render.docx.template import parse

#: Last words of relations that are followed only when someone asks: their ends are cut off.
_DROPPED = {
    "hyperlink": Both("超链接", "hyperlinks"),
    "attachedTemplate": Both("所附的模板", "the attached template"),
}
_REFUSED = {
    "vbaProject": Both("宏", "macros"),
    "wordVbaData": Both("宏", "macros"),
    "oleObject": Both("嵌入的对象（OLE）", "an embedded object (OLE)"),
    "package": Both("嵌入的文件", "an embedded file"),
    "control": Both("ActiveX 控件", "an ActiveX control"),
    "activeXControlBinary": Both("ActiveX 控件", "an ActiveX control"),
    "aFChunk": Both("嵌入的另一份文档", "another document inside it"),
    "subDocument": Both("子文档", "a subdocument"),
    "origin": Both("数字签名（填了就不再有效）", "a digital signature, which filling would break"),
    "extensibility": Both("自定义的功能区", "a ribbon of its own"),
}
#: Pictures of old drawings (VML) that name a file by themselves.
_FETCHED = re.compile(rb'<v:imagedata\b[^>]*\ssrc="((?:https?|ftp|file):[^"]*)"')
#: Field codes that fetch or run something.
_CODES = re.compile(r"(?i)^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b", re.MULTILINE)


class _Relation(NamedTuple):
    id: str
    kind: str
    target: str
    external: bool
    start: int
    end: int


def guarded(plain: dict[str, bytes], file: str) -> list[Problem]:
    """Drops from ``plain``, a part's name → its content, what may be dropped, and tells that and what is refused."""
    refused: dict[str, Both] = {}
    dropped: dict[str, Both] = {}
    for name in [name for name in plain if name.endswith(".rels")]:
        cut = []
        for each in _relations(name, plain[name]):
            if each.external and each.kind in _DROPPED:
                cut.append(each)
                dropped[each.kind] = _DROPPED[each.kind]
            elif each.external:
                refused[each.target] = _outside(each.target)
            elif each.kind in _REFUSED:
                refused[each.target] = _REFUSED[each.kind]
        if cut:
            plain[name] = spliced(plain[name], [(each.start, each.end, b"") for each in cut])
            _unlink(plain, name, cut)
    for data in plain.values():
        refused.update(
            (found.decode("utf-8", "replace"), _outside(found.decode("utf-8", "replace"))) for found in _FETCHED.findall(data)
        )
    if any(name.rpartition("/")[2].lower().startswith("vbaproject") for name in plain):
        refused.setdefault("vbaProject.bin", _REFUSED["vbaProject"])
    told = list({what.zh: _refusal(what, file) for what in refused.values()}.values())
    return told + ([_said(list(dropped.values()), file)] if dropped else [])


def _relations(name: str, data: bytes) -> list[_Relation]:
    found = []

    def start(parser: expat.XMLParserType, tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            at = parser.CurrentByteIndex
            close = data.find(b"/>", at) + 2
            get = attributes.get
            kind = get("Type", "").rpartition("/")[2]
            found.append(_Relation(get("Id", ""), kind, get("Target", ""), get("TargetMode") == "External", at, close))

    parse(name, data, start)
    return found


def _unlink(plain: dict[str, bytes], relations: str, cut: list[_Relation]) -> None:
    """Takes the ids of relations that are gone out of the part they belong to."""
    source = relations.replace("_rels/", "").removesuffix(".rels")
    for each in cut:
        id = re.escape(each.id.encode())
        if each.kind == "attachedTemplate":
            plain[source] = re.sub(rb'<w:attachedTemplate\b[^>]*"' + id + rb'"[^>]*/>', b"", plain.get(source, b""))
        else:
            # Pictures may be links, too (a:hlinkClick): without an id that is no element.
            text = re.sub(rb'(<w:hyperlink\b[^>]*?)\s+r:id="' + id + rb'"', rb"\1", plain.get(source, b""))
            linked = rb"<(a:hlink(?:Click|Hover))\b[^>]*r:id=\"" + id + rb"\"[^>]*?(?:/>|>.*?</\1>)"
            plain[source] = re.sub(linked, b"", text, flags=re.DOTALL)


def guarded_codes(paragraph: Paragraph, where: Both, file: str) -> list[Problem]:
    """What the field codes of a paragraph would fetch or run."""
    found = _CODES.search(paragraph.codes)
    if not found:
        return []
    code = found[1].upper()
    return [
        Problem(
            "base-active",
            Both(
                f"{where.zh}有会读外部内容的 Word 域 {code}。",
                f"{where.en} has the Word field {code}, which brings in something.",
            ),
            Both("在 Word 里选中它，按 Ctrl+Shift+F9 变成文字，再保存。", "Select it in Word, press Ctrl+Shift+F9, and save."),
            place=Place(file),
            words=found[0].strip(),
        )
    ]


def _outside(target: str) -> Both:
    return Both(f"指向外部文件的链接（{target[:60]}）", f"a link to another file ({target[:60]})")


def _refusal(what: Both, file: str) -> Problem:
    return Problem(
        "base-active",
        Both(f"文件里有{what.zh}，不能用作版式。", f"The file holds {what.en} and cannot be a base."),
        Both(
            "在 Word 里删去它（图片用“选择性粘贴”成图片），另存为 .docx。",
            "Delete it in Word (paste it as a picture), and save as .docx.",
        ),
        place=Place(file),
    )


def _said(what: list[Both], file: str) -> Problem:
    return Problem(
        "base-link-dropped",
        Both(
            f"{'、'.join(one.zh for one in what)}没有带进文档，文字还在。",
            f"Left out of the document, but for their words: {', '.join(one.en for one in what)}.",
        ),
        severity="info",
        place=Place(file),
    )
