"""Comments in Word documents: around the very words, with all else as it was."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import ooxml_integrity
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.importers.read import read_source
from drafter.importers.source import Line
from drafter.importers.word.comments import Remark, Signature, annotate
from drafter.model.problem import Refused

Docx = Callable[..., bytes]
Paragraph = Callable[..., str]

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = [*(ROOT / "samples").glob("*.docx"), *(ROOT / "samples" / "rendered").rglob("*.docx")]
BY = Signature("drafter", "dr", "2025-07-08T09:30:00")
COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def put(data: bytes, *remarks: Remark) -> bytes:
    """The document with the remarks, after a look at what must hold of any: the text is the same, every comment has its marks."""
    made = annotate("a.docx", data, remarks, BY)
    assert lines(made) == lines(data)
    assert set(covered(made)) == set(comments(made)) and len(comments(made)) == len(comments(data)) + len(remarks)
    return made


def lines(data: bytes) -> list[Line]:
    return read_source("a.docx", data).lines


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes, part: str) -> etree._Element:
    return etree.fromstring(members(data)[part])


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def attribute(element: etree._Element, name: str) -> str:
    return next(str(held) for key, held in element.attrib.items() if etree.QName(key).localname == name)


def covered(data: bytes, part: str = "word/document.xml") -> dict[str, str]:
    """Comment → the printed words between its marks. Raises where marks are doubled, missing or in the wrong order."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    referred: set[str] = set()
    for element in xml(data, part).iter():
        name = local(element)
        if name == "commentRangeStart":
            id_ = attribute(element, "id")
            assert id_ not in found
            found[id_] = ""
            open_.add(id_)
        elif name == "commentRangeEnd":
            open_.remove(attribute(element, "id"))
        elif name == "commentReference":
            id_ = attribute(element, "id")
            assert id_ in found and id_ not in open_ and id_ not in referred
            referred.add(id_)
        said = {"t": element.text or "", "noBreakHyphen": "-", "tab": "\t", "br": "\n"}.get(name, "")
        found.update({id_: found[id_] + said for id_ in open_})
    assert not open_ and referred == set(found)
    return found


def comments(data: bytes, part: str = "word/comments.xml") -> dict[str, str]:
    """Comment → what it says, a line a paragraph."""
    if part not in members(data):
        return {}
    found = {}
    for comment in xml(data, part):
        paragraphs = [paragraph for paragraph in comment if local(paragraph) == "p"]
        texts = ["".join(t.text or "" for t in paragraph.iter() if local(t) == "t") for paragraph in paragraphs]
        found[attribute(comment, "id")] = "\n".join(texts)
    return found


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"

NESTED = "".join([
    run("甲"), FIELD.format("begin"), CODE.format("REF a"), FIELD.format("separate"), run("共78家"), FIELD.format("begin"),
    CODE.format("REF b"), FIELD.format("separate"), run("又9人"), FIELD.format("end"), FIELD.format("end"), run("丁"),
])  # fmt: skip

#: name → (what a paragraph holds, the words in its line, what the comment then covers: the words, or what is around them)
PLACES = {
    "one run": (run("保持全县前三。"), "全县前三", "全县前三"),
    "the whole run": (run("全县前三"), "全县前三", "全县前三"),
    "split runs": (run("保持全") + run("县", "<w:b/>") + run("前三。"), "全县前三", "全县前三"),
    "one sign": (run("甲乙丙"), "乙", "乙"),
    "white space around": (run("甲  乙  丙"), "乙", "乙"),
    "white space inside": (run("甲 乙") + run(" 丙丁"), "乙 丙", "乙 丙"),
    "unseen signs inside": (run("甲全\u200b县\u200b前三乙"), "全县前三", "全\u200b县\u200b前三"),
    "tab and break": ("<w:r><w:t>上乙</w:t><w:tab/><w:t>丙</w:t><w:tab/><w:t>下</w:t></w:r>", "乙 丙", "乙\t丙"),
    "second of two lines": ("<w:r><w:t>上甲</w:t><w:br/><w:t>下乙</w:t></w:r>", "下", "下"),
    "hyphen": ("<w:r><w:t>今年1</w:t><w:noBreakHyphen/><w:t>9月</w:t></w:r>", "1-9", "1-9"),
    "begins with a hyphen": ("<w:r><w:t>今年1</w:t><w:noBreakHyphen/><w:t>9月</w:t></w:r>", "-9", "-9"),
    "footnote in the run": ('<w:r><w:t>甲乙</w:t><w:footnoteReference w:id="1"/><w:t>丙丁</w:t></w:r>', "乙丙", "乙丙"),
    "insertion": (run("甲") + f'<w:ins w:id="7">{run("新增乙")}</w:ins>', "增", "增"),
    "moved here": (f"<w:moveTo>{run('甲移来')}</w:moveTo>", "移", "移"),
    "into an insertion": (run("甲") + f'<w:ins w:id="8">{run("新增乙")}</w:ins>', "甲新", "甲新"),
    "deletion inside": (run("甲") + "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" + run("乙丙"), "甲乙", "甲乙"),
    "hyperlink": (run("见") + f'<w:hyperlink w:anchor="x">{run("通报全文")}</w:hyperlink>', "通报", "通报"),
    "smart tag": (f'<w:smartTag w:element="x">{run("临江市")}</w:smartTag>', "江", "临江市"),
    "field result": (FIELD.format("begin") + CODE.format("REF b") + FIELD.format("separate") + run("12家") + FIELD.format("end"),
                     "12", "12家"),
    "nested fields": (NESTED, "9人丁", "共78家又9人丁"),
    "the inner field": (NESTED, "又9", "共78家又9人"),
    "field in one run": ('<w:r><w:t>甲</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF b</w:instrText>'
                         '<w:fldChar w:fldCharType="separate"/><w:t>34家</w:t><w:fldChar w:fldCharType="end"/><w:t>乙</w:t></w:r>',
                         "34", "34家"),
    "simple field": (run("甲") + f'<w:fldSimple w:instr="REF b">{run("56家")}</w:fldSimple>', "56", "56家"),
    "content control": (run("甲") + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "件", "控件"),
    "printed by a field": (run("甲") + FIELD.format("begin") + CODE.format(r"eq \o\ac(○,3)") + FIELD.format("end") + run("乙丙"),
                           "3", "乙"),
    "formula": (run("甲") + "<m:oMath><m:r><m:t>xyz</m:t></m:r></m:oMath>" + run("乙"), "y", "xyz"),
    "ruby": (run("甲") + "<w:r><w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase>"
             "</w:ruby></w:r>", "字", "han汉字"),
    "text box": (run("甲") + BOX.format("框里的字") + run("乙"), "里的", "框里的字"),
}  # fmt: skip


def where(data: bytes, words: str) -> Remark:
    """A remark on the first line that holds ``words``."""
    line = next(line for line in lines(data) if words in line.text)
    return Remark("怎么改", line.number, line.text.index(words), words)


@pytest.mark.parametrize("place", PLACES)
def test_the_comment_covers_the_very_words(docx: Docx, place: str) -> None:
    inside, words, wanted = PLACES[place]
    data = docx(f"<w:p>{run('前一段')}</w:p><w:p><w:pPr/>{inside}</w:p><w:p>{run('后一段')}</w:p>")
    made = put(data, where(data, words))
    assert covered(made) == {"0": wanted}
    assert comments(made) == {"0": "怎么改"}


def test_a_cut_run_keeps_its_look_and_all_that_is_in_it(docx: Docx) -> None:
    body = f'<w:p><w:r w:rsidR="1"><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>甲乙丙</w:t><w:lastRenderedPageBreak/><w:drawing><pic:pic/></w:drawing></w:r>{run("丁")}</w:p>'
    made = put(docx(body), Remark("x", 1, 1, "乙"))
    paragraph = next(found for found in xml(made, "word/document.xml").iter() if local(found) == "p")
    shown = [[local(inner) for inner in outer] for outer in paragraph]
    assert shown == [
        ["rPr", "t"],
        [],
        ["rPr", "t"],
        [],
        ["commentReference"],
        ["rPr", "t", "lastRenderedPageBreak", "drawing"],
        ["rPr", "t"],
    ]
    looks = [etree.tostring(found[0]) for found in paragraph if local(found) == "r" and local(found[0]) == "rPr"]
    assert len(set(looks[:3])) == 1 and b"32" in looks[0]
    assert [attribute(found, "rsidR") for found in paragraph if found.attrib and local(found) == "r"] == ["1", "1", "1"]


def test_white_space_at_a_cut_is_kept(docx: Docx) -> None:
    data = docx("<w:p><w:r><w:t>甲 乙 丙</w:t></w:r></w:p>")
    texts = [found for found in xml(put(data, Remark("x", 1, 2, "乙")), "word/document.xml").iter() if local(found) == "t"]
    assert [(found.text, [*found.attrib.values()]) for found in texts] == [
        ("甲 ", ["preserve"]),
        ("乙", []),
        (" 丙", ["preserve"]),
    ]


def test_an_automatic_ordinal_stands_nowhere(docx: Docx, paragraph: Paragraph) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = docx(paragraph("一切从一开始", item) + paragraph("二者兼顾", item), numbering=numbering)
    assert [line.text for line in lines(data)] == ["一、一切从一开始", "二、二者兼顾"]
    made = put(
        data, Remark("a", 1, 5, "一开始"), Remark("b", 1, 0, "一、一切"), Remark("c", 2, 0, "二、"), Remark("d", 2, 2, "二者")
    )
    assert covered(made) == {"0": "一开始", "1": "一切", "2": "二", "3": "二者"}


def test_cells_of_a_row_are_one_line(docx: Docx, paragraph: Paragraph) -> None:
    rows = [("指标", "上年", "今年"), ("产值", "12", "15"), ("税收", "12", "15")]
    cells = ["".join(f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>" for text in row) for row in rows]
    data = docx(paragraph("见表。") + "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>")
    row = lines(data)[3]
    assert row.text == "税收\t12\t15"
    made = put(data, Remark("a", row.number, 3, "12"), Remark("b", row.number, 6, "15"), Remark("c", row.number))
    assert covered(made) == {"0": "12", "1": "15", "2": "税收1215"}


def test_several_remarks_overlap_touch_and_repeat(docx: Docx) -> None:
    data = docx(f"<w:p>{run('甲乙丙甲乙丙')}</w:p>")
    remarks = [
        Remark("a", 1, 1, "乙丙甲"),
        Remark("b", 1, 2, "丙甲乙"),
        Remark("c", 1, 3, "甲"),
        Remark("d", 1, 4, "乙"),
        Remark("e", 1, 3, "甲"),
    ]
    made = put(data, *remarks)
    assert covered(made) == {"0": "乙丙甲", "1": "丙甲乙", "2": "甲", "3": "乙", "4": "甲"}
    assert comments(made) == dict(zip("01234", "abcde", strict=True))


def test_words_that_run_over_two_paragraphs(docx: Docx, paragraph: Paragraph) -> None:
    deleted_mark = "<w:rPr><w:del/></w:rPr>"
    data = docx(paragraph("上半", deleted_mark) + paragraph("年过去。") + paragraph("另起") + paragraph("一段"))
    assert [line.text for line in lines(data)] == ["上半年过去。", "另起", "一段"]
    made = put(data, Remark("a", 1, 1, "半年"), Remark("b", 2, 1, "起一"))
    assert covered(made) == {"0": "半年", "1": "起一"}


def test_a_field_over_several_paragraphs_is_no_bar(docx: Docx) -> None:
    first = FIELD.format("begin") + CODE.format("INCLUDETEXT x") + FIELD.format("separate") + run("甲乙丙")
    data = docx(f"<w:p>{first}</w:p><w:p>{run('丁戊')}{FIELD.format('end')}</w:p>")
    assert covered(put(data, Remark("a", 1, 1, "乙"), Remark("b", 2, 0, "丁"))) == {"0": "乙", "1": "丁"}


@pytest.mark.parametrize("remark", [Remark("x"), Remark("x", 9, 0, "甲"), Remark("x", 1, 0, "没有的字眼")])
def test_what_stands_nowhere_goes_to_the_first_paragraph(docx: Docx, remark: Remark) -> None:
    data = docx(f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{run('标题')}</w:p><w:p>{run('甲')}</w:p>")
    made = put(data, remark, remark)
    assert covered(made) == {"0": "标题", "1": "标题"}
    first = next(found for found in xml(made, "word/document.xml").iter() if local(found) == "p")
    assert [local(found) for found in first][:3] == ["pPr", "commentRangeStart", "commentRangeStart"]


def test_a_document_without_a_paragraph_gets_one(docx: Docx) -> None:
    assert covered(put(docx("<w:sectPr/>"), Remark("x"))) == {"0": ""}


def test_comments_that_are_there_stay(docx: Docx) -> None:
    body = f'<w:p><w:commentRangeStart w:id="4"/>{run("甲乙")}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>{run("丙")}</w:p>'
    old = '<w:comment w:id="4" w:author="王局长" w:initials="W"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>'
    data = docx(body, comments=old)
    made = put(data, Remark("你好", 1, 1, "乙丙"))
    assert covered(made) == {"4": "甲乙", "5": "乙丙"}
    assert comments(made) == {"4": "请核实", "5": "你好"}
    assert [attribute(found, "author") for found in xml(made, "word/comments.xml")] == ["王局长", "drafter"]
    again = put(made, Remark("再", 1, 0, "甲"))
    assert covered(again) == {"4": "甲乙", "5": "乙丙", "6": "甲"}
    assert members(again)["[Content_Types].xml"].count(b"comments") == members(made)["[Content_Types].xml"].count(b"comments")


def test_who_and_when_are_arguments_and_lines_are_paragraphs(docx: Docx, paragraph: Paragraph) -> None:
    made = put(docx(paragraph("甲")), Remark("一 & <二>\n\x1b[31m红 ", 1))
    (comment,) = xml(made, "word/comments.xml")
    assert {etree.QName(name).localname: held for name, held in comment.attrib.items()} == {
        "id": "0", "author": "drafter", "initials": "dr", "date": "2025-07-08T09:30:00",
    }  # fmt: skip
    assert comments(made) == {"0": "一 & <二>\n\\u001b[31m红 "}
    assert [local(found) for found in comment.iter() if local(found).startswith("annotation")] == ["annotationRef"]


def test_the_styles_of_comments_are_used_where_the_document_has_them(docx: Docx, paragraph: Paragraph) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="annotation text"/></w:style>'
        '<w:style w:type="character" w:styleId="a5"><w:name w:val="annotation reference"/></w:style>'
    )
    made = put(docx(paragraph("甲"), styles=styles), Remark("x", 1))
    used = [attribute(found, "val") for found in xml(made, "word/comments.xml").iter() if local(found) in ("pStyle", "rStyle")]
    assert used == ["a3", "a5"]
    assert b'<w:rStyle w:val="a5"/></w:rPr><w:commentReference' in members(made)["word/document.xml"]


def test_the_package_links_and_declares_them_and_all_else_is_as_it_was(docx: Docx, paragraph: Paragraph) -> None:
    data = docx(
        paragraph("甲"),
        styles="",
        members={"word/media/图.bin": "x" * 5000},
        links='<Relationship Id="rId1" Type="t" Target="t"/>',
    )
    made = put(data, Remark("x", 1))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
        assert new.namelist() == [*old.namelist(), "word/comments.xml"]
        for before in old.infolist():
            after = new.getinfo(before.filename)
            if before.filename in touched:
                assert after.date_time == (1980, 1, 1, 0, 0, 0)
            else:
                assert packed_bytes(data, before) == packed_bytes(made, after)
                assert (after.CRC, after.date_time) == (before.CRC, before.date_time)
    links = {attribute(link, "Id"): attribute(link, "Type") for link in xml(made, "word/_rels/document.xml.rels")}
    assert links["rId2"] == COMMENTS and len(links) == 3
    assert '/word/comments.xml" ContentType="application/vnd' in members(made)["[Content_Types].xml"].decode()
    assert made == annotate("a.docx", data, [Remark("x", 1)], BY)


def packed_bytes(data: bytes, member: zipfile.ZipInfo) -> bytes:
    at = member.header_offset
    begin = at + 30 + int.from_bytes(data[at + 26 : at + 28], "little") + int.from_bytes(data[at + 28 : at + 30], "little")
    return data[begin : begin + member.compress_size]


def test_members_that_were_streamed(docx: Docx, paragraph: Paragraph) -> None:
    """Word and many libraries write sizes behind the data."""

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members(docx(paragraph("甲"), styles="")).items():
            package.writestr(name, content)
    assert stream.getvalue()[6] & 8
    made = put(stream.getvalue(), Remark("x", 1))
    assert covered(made) == {"0": "甲"}
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for member in package.infolist():
            flags, packed = struct.unpack_from("<H10xL", made, member.header_offset + 6)
            assert (flags & 8, packed) == (0, member.compress_size)


def test_a_main_part_under_another_name(docx: Docx, paragraph: Paragraph) -> None:
    parts = members(docx(paragraph("甲乙")))
    moved = {
        "_rels/.rels": parts["_rels/.rels"].replace(b"word/document.xml", b"word/document3.xml"),
        "word/document3.xml": parts["word/document.xml"],
        "word/document.xml": None,
        "word/_rels/document.xml.rels": None,
        "word/comments.xml": "<of-someone-else/>",
    }
    data = docx(members=moved)
    made = annotate("a.docx", data, [Remark("x", 1, 1, "乙")], BY)
    assert lines(made) == lines(data)
    assert covered(made, "word/document3.xml") == {"0": "乙"} and comments(made, "word/comments2.xml") == {"0": "x"}
    (link,) = xml(made, "word/_rels/document3.xml.rels")
    assert attribute(link, "Target") == "comments2.xml"
    assert members(made)["word/comments.xml"] == b"<of-someone-else/>"


def test_the_strict_family_of_namespaces(docx: Docx, paragraph: Paragraph) -> None:
    made = put(docx(paragraph("甲乙丙"), strict=True, styles=""), Remark("x", 1, 1, "乙"))
    assert covered(made) == {"0": "乙"} and comments(made) == {"0": "x"}
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    assert strict in {attribute(link, "Type") for link in xml(made, "word/_rels/document.xml.rels")}
    spaces = {
        etree.QName(found).namespace for part in ("word/document.xml", "word/comments.xml") for found in xml(made, part).iter()
    }
    assert spaces == {"http://purl.oclc.org/ooxml/wordprocessingml/main"}


def test_runs_outside_any_paragraph_stay(docx: Docx) -> None:
    data = docx(f"<w:p>{run('甲')}</w:p>{run('乙')}<w:p>{run('丙')}</w:p>")
    assert [line.text for line in lines(data)] == ["甲", "乙", "丙"]
    assert covered(put(data, where(data, "乙"))) == {"0": "丙"}


BROKEN = {
    "no zip": lambda docx: b"PK\x03\x04word/document.xml",
    "no text": lambda docx: docx(members={"word/document.xml": "<w/>"}),
    "entities": lambda docx: docx(members={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
    "bad comments": lambda docx: docx("<w:p/>", comments="<w:comment>"),
    "entities in comments": lambda docx: docx(
        "<w:p/>", comments="", members={"word/comments.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}
    ),
    "bad types": lambda docx: docx("<w:p/>", members={"[Content_Types].xml": "<Types>"}),
    "bomb": lambda docx: docx(members={"word/document.xml": "<a>" + " " * (30 << 20) + "</a>"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_and_hostile_packages_are_refused(docx: Docx, name: str) -> None:
    with pytest.raises(Refused) as refused:
        annotate("坏.docx", BROKEN[name](docx), [Remark("x")], BY)
    assert refused.value.exit_code == 3 and "坏.docx" in str(refused.value.problems[0].place)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_validators_find_nothing_new(file: Path, tmp_path: Path) -> None:
    data = file.read_bytes()
    remarks = [
        Remark(f"第{line.number}段", line.number, len(line.text) // 3, line.text[len(line.text) // 3 :][:5])
        for line in lines(data)
    ]
    made = tmp_path / "批注.docx"
    made.write_bytes(put(data, Remark("全文"), *remarks, *remarks[::3]))
    assert errors(made) == errors(file)
    assert [str(finding) for finding in ooxml_integrity.check(str(made))] == []


def errors(file: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def test_marks_in_every_place_are_valid(tmp_path: Path) -> None:
    """Each of the places in a package that is otherwise sound, less what is itself only a sketch."""
    base = next(file for file in DOCUMENTS if file.parent.name == "rendered").read_bytes()
    sketched = ("footnote in the run", "moved here", "deletion inside", "smart tag", "ruby", "text box", "printed by a field")
    sound = [name for name in PLACES if name not in sketched]
    body = "".join(f"<w:p>{PLACES[name][0]}</w:p>" for name in sound)
    body = body.replace("<w:ins ", '<w:ins w:author="x" ').replace("<w:rPr></w:rPr>", "")
    data = repack(base, body)
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.docx").write_bytes(put(data, *(where(data, PLACES[name][1]) for name in sound)))
    assert errors(tmp_path / "b.docx") == errors(tmp_path / "a.docx") == []
    assert [str(finding) for finding in ooxml_integrity.check(str(tmp_path / "b.docx"))] == []


def repack(data: bytes, paragraphs: str) -> bytes:
    """The package with these paragraphs for its own; its last section stays."""
    root = xml(data, "word/document.xml")
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    names = " ".join(f'xmlns:{prefix}="{held}"' for prefix, held in {**root.nsmap, "m": space}.items())
    root[0][:-1] = list(etree.fromstring(f"<a {names}>{paragraphs}</a>"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in members(data).items():
            package.writestr(name, etree.tostring(root) if name == "word/document.xml" else content)
    return packed.getvalue()


words = st.text(st.sampled_from("甲乙丙123 ，。\t\u3000\u200bA"), min_size=1, max_size=6)
inside = st.lists(st.one_of(words.map(run), st.sampled_from([place[0] for place in PLACES.values()])), max_size=5).map("".join)
paragraphs = st.lists(inside.map(lambda each: f"<w:p>{each}</w:p>"), min_size=1, max_size=4)
spans = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12), st.integers(1, 9)), max_size=6)


@given(paragraphs, spans)
@example([f"<w:p>{place[0]}</w:p>" for place in PLACES.values()], [(line, 0, 9) for line in range(30)])
def test_whatever_is_remarked_the_text_stays(docx: Docx, made: list[str], where_: list[tuple[int, int, int]]) -> None:
    data = docx("".join(made))
    texts = {line.number: line.text for line in lines(data)}
    remarks = [Remark("x", line, start, texts.get(line, "")[start : start + size]) for line, start, size in where_]
    annotated = put(data, *remarks)
    assert len(covered(annotated)) == len(remarks)


@given(st.lists(words, min_size=1, max_size=6), spans)
def test_among_plain_runs_every_remark_covers_its_words(docx: Docx, texts: list[str], where_: list[tuple[int, int, int]]) -> None:
    data = docx(f"<w:p>{''.join(map(run, texts))}</w:p>")
    text = "".join(line.text for line in lines(data))
    remarks = [
        Remark("x", 1, start, text[start : start + size]) for _, start, size in where_ if text[start : start + size].strip()
    ]
    found = covered(put(data, *remarks))
    seen = {id_: "".join(said.replace("\u200b", "").split()) for id_, said in found.items()}
    assert seen == {str(place): "".join(remark.words.split()) for place, remark in enumerate(remarks)}
