"""Notes on runs become Word comments; without notes nothing of a document is different."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Cell, Run
from drafter.render.docx import write_docx
from drafter.render.docx.comments import Reviewer, commented
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BY = Reviewer("某科", "科", "2025-01-09T08:00:00")
BLOCKS = [
    Block("title", (Run("总结", mark=True, notes=("标题<沿用>。\n第二段。",)),)),
    Block(
        "paragraph",
        (Run("净增"), Run("7家", 0, False, True, ("没有依据。",)), Run("，", 0, False, True, ("没有依据。",)), Run("好。")),
    ),
    Block("heading", (Run("一、", 1), Run("甲", 1, False, False, ("沿用。",))), 1),
]


def written(blocks: list[Block], by: Reviewer | None = None) -> bytes:
    return commented(blocks, lambda numbered: write_docx(numbered, None, Properties()), by)


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def spoken_of(document: etree._Element) -> dict[str, str]:
    """Id of a comment → the words between its marks."""
    found: dict[str, str] = {}
    opened: set[str] = set()
    for element in document.iter():
        if element.tag == f"{W}commentRangeStart":
            opened.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for id in opened:
                found[id] = found.get(id, "") + element.text
    assert not opened
    return found


def test_each_note_is_at_its_words() -> None:
    made = parts(written(BLOCKS, BY))
    assert spoken_of(made["word/document.xml"]) == {"1000": "总结", "1001": "7家，", "1002": "甲"}
    comments = list(made["word/comments.xml"])
    texts = ["\n".join("".join(each.itertext()) for each in comment.iter(f"{W}p")) for comment in comments]
    assert texts == ["标题<沿用>。\n第二段。", "没有依据。", "沿用。"]
    assert dict(comments[0].attrib) == {
        f"{W}id": "1000", f"{W}author": "某科", f"{W}date": "2025-01-09T08:00:00", f"{W}initials": "科",
    }  # fmt: skip


def test_a_comment_begins_before_its_first_run_and_ends_after_its_last() -> None:
    """Those that overlap have each their own end; those of a cell are in its cell."""
    runs = (
        Run("净"),
        Run("增7", notes=("甲",)),
        Run("家，好", 2, notes=("甲", "乙")),
        Run("。", notes=("乙",)),
        Run("又", notes=("甲",)),
    )
    cell = Cell(1, 1, (Run("约"), Run("7", mark=True, notes=("丙",))))
    table = Block("table", rows=(("指标", "数"), ("净增", "约7")), cells=(cell,))
    document = parts(written([Block("paragraph", runs), table]))["word/document.xml"]
    assert spoken_of(document) == {"1000": "增7家，好", "1001": "家，好。", "1002": "又", "1003": "7"}
    (begin,) = document.xpath("//*[local-name()='tc']//*[local-name()='commentRangeStart']")
    assert begin.get(f"{W}id") == "1003" and "".join(begin.getparent().itertext()) == "约7"
    shown = [run for run in document.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None]
    assert ["".join(run.itertext()) for run in shown] == ["7"]


def test_the_document_is_sound(tmp_path: Path, docx_lines: Callable[[bytes], list[str]]) -> None:
    data = written(BLOCKS, BY)
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert len(parts(data)["word/comments.xml"]) == 3
    assert docx_lines(data) == ["总结", "净增7家，好。", "一、甲"]


def test_comments_that_a_base_has_stay() -> None:
    made = commented(BLOCKS, lambda _: written(BLOCKS[:1], Reviewer("李四")), BY)
    authors = [comment.get(f"{W}author") for comment in parts(made)["word/comments.xml"]]
    assert authors == ["李四", "某科", "某科", "某科"]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("[Content_Types].xml").count(b"comments.xml") == 1
        assert package.read("word/_rels/document.xml.rels").count(b"comments.xml") == 1


def test_same_input_same_bytes_and_no_notes_no_comments() -> None:
    assert written(BLOCKS) == written(BLOCKS)
    plain = [block._replace(runs=tuple(run._replace(notes=()) for run in block.runs)) for block in BLOCKS]
    made = parts(written(plain, BY))
    assert "word/comments.xml" not in made
    assert b"comment" not in b"".join(etree.tostring(root) for root in made.values())
