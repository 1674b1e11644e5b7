"""What a draft marks of the words that a bureau's own Word file says by fields of its own."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.render.docx.comments import commented
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import load_letterhead
from drafter.render.docx.values import Values
from drafter.render.html import write_html
from drafter.render.marking import Marks
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORT = Report(
    unit="水务局",
    title="2024年工作总结",
    figures=(Figure(id="高企净增", value="76", unit="家", year_before="60"), Figure(id="总数", value="9")),
)
TITLE = Block("title", (Run("2024年工作总结", mark=True, notes=("沿用上期。", "太长。")),))
TEXT = Block("paragraph", (Run("稳中有进。"),))
MARKS = Marks(figures=frozenset({"高企净增"}), front=frozenset({"标题"}), why={"高企净增": "没有依据。"})


def letter(made: dict[str, bytes], report: Report = REPORT) -> Letter:
    return Letter(load_letterhead(word_files.packed(made), "局文件.docx"), Values(report))


def drafted(own: Letter, blocks: list[Block], marks: Marks, tmp_path: Path) -> dict[str, etree._Element]:
    fields = own.doubted(blocks, marks)
    data = commented([*fields, *own.left(blocks)], lambda numbered: own.docx(numbered, Properties()))
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}


def shown(part: etree._Element) -> list[str]:
    return ["".join(run.itertext()) for run in part.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None]


def comments(parts: dict[str, etree._Element]) -> list[tuple[str, str]]:
    """The words between the marks of each comment, and what it says."""
    document = parts["word/document.xml"]
    said = {each.get(f"{W}id"): "".join(each.itertext()) for each in parts["word/comments.xml"]}
    found, going = {}, set()
    for element in document.iter():
        if element.tag == f"{W}commentRangeStart":
            going.add(element.get(f"{W}id"))
            found[element.get(f"{W}id")] = ""
        elif element.tag == f"{W}commentRangeEnd":
            going.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            found |= {id: found[id] + element.text for id in going}
    assert not going and found.keys() == said.keys()
    return sorted((found[id], said[id]) for id in found)


def test_a_title_that_the_file_prints_is_marked_and_says_why(tmp_path: Path) -> None:
    parts = drafted(letter(word_files.red_head()), [TITLE, TEXT], MARKS, tmp_path)
    assert shown(parts["word/document.xml"]) == ["2024年工作总结"]
    assert comments(parts) == [("2024年工作总结", "太长。"), ("2024年工作总结", "沿用上期。")]
    (title,) = (run for run in parts["word/document.xml"].iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None)
    assert title.getparent().find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "a3"


def test_a_header_is_marked_without_a_comment_and_each_comment_stands_once(tmp_path: Path) -> None:
    parts = drafted(letter(word_files.cover_page()), [TITLE, TEXT], MARKS, tmp_path)
    assert shown(parts["word/header1.xml"]) == ["2024年工作总结"]
    assert shown(parts["word/document.xml"]) == ["2024年工作总结", "2024年工作总结", "76家", "增长26.7%"]
    # The whole report prints its title itself: its comments stand there.
    assert comments(parts) == [
        ("2024年工作总结", "太长。"), ("2024年工作总结", "沿用上期。"), ("76家", "没有依据。"), ("增长26.7%", "没有依据。"),
    ]  # fmt: skip


def test_the_look_of_a_field_stays_beside_its_ground(tmp_path: Path) -> None:
    look = '<w:b/><w:color w:val="FF0000"/><w:sz w:val="40"/><w:highlight w:val="green"/><w:u w:val="single"/>'
    own = word_files.line(word_files.run("净增{{ 高企", look) + word_files.run("净增 }}，好", "")) + word_files.place()
    parts = drafted(letter(word_files.parts(own + word_files.section())), [TEXT], MARKS, tmp_path)
    runs = [run for run in parts["word/document.xml"].iter(f"{W}r") if run.findtext(f"{W}t")]
    said = [(run.findtext(f"{W}t"), [each.tag.rpartition("}")[2] for each in run.find(f"{W}rPr")]) for run in runs[:3]]
    assert said == [
        ("净增", ["b", "color", "sz", "highlight", "u"]),
        ("76家", ["b", "color", "sz", "highlight", "u"]),
        ("，好", []),
    ]
    assert [each.get(f"{W}val") for run in runs[:2] for each in run.iter(f"{W}highlight")] == ["green", "yellow"]


@pytest.mark.parametrize("name", word_files.FILES)
def test_nothing_in_doubt_is_what_it_is(name: str) -> None:
    own = letter(word_files.FILES[name]())
    assert own.doubted([TEXT], Marks()) == []
    assert own.marking([]).docx([TEXT], Properties()) == letter(word_files.FILES[name]()).docx([TEXT], Properties())


def test_a_page_on_screen_marks_them_too() -> None:
    own = letter(word_files.red_head(), replace(REPORT, number="3号"))
    page = write_html(own.marking(own.doubted([TITLE, TEXT], MARKS)).whole([TITLE, TEXT]), None, Properties())
    assert page.count("<mark>") == 1 and '<h1 class="title"><mark>2024年工作总结</mark></h1>' in page
