"""A Word file of the bureau's own as the base: what it says, that it is sound, and what is told of one that is not."""

import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run, text_of
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.printing import resolved
from drafter.model.problem import Refused
from drafter.model.report import Report
from drafter.model.text import forbidden
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import is_letterhead, load_letterhead
from drafter.render.docx.values import Values
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ABOUT = Properties("2024年工作总结", "临江市科学技术局")
REPORT = Report(
    unit="临江市科学技术局",
    period=Period.parse("2024"),
    title="2024年工作总结和2025年工作打算",
    number="临科发〔2025〕3号",
    addressees="市人民政府：",
    signature="临江市科学技术局",
    date="2025-01-08",
    figures=(Figure(id="高企净增", name="高新技术企业净增", value="76", unit="家", year_before="60"),),
)


def content(report: Report = REPORT) -> list[Block]:
    """What the layouts make of ``report``, in short."""
    front = [("number", report.number), ("title", report.title), ("addressees", report.addressees)]
    end = [("signature", report.signature), ("date", "2025年1月8日")]
    return [
        *(Block(kind, (Run(text),)) for kind, text in front),
        Block("paragraph", (Run("全年各项工作稳中有进。"),)),
        Block("heading", (Run("一、完成情况", 1),), 1, "成绩"),
        Block("paragraph", (Run("（一）强企。", 2), Run("净增76家。")), fact="成绩/1"),
        Block("table", rows=(("指标", "完成"), ("净增", "76"))),
        *(Block(kind, (Run(text),)) for kind, text in end),
    ]


def letter(made: dict[str, bytes], report: Report = REPORT) -> Letter:
    return Letter(load_letterhead(word_files.packed(made), "templates/局文件.docx"), Values(report))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def sound(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


def own_text(paragraph: etree._Element) -> str:
    texts = (node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph)
    return "".join(node.text or "" for node in texts)


def said(part: bytes) -> list[str]:
    """The paragraphs with text, each once."""
    root = etree.fromstring(part)
    found = [own_text(one) for one in root.iter(f"{W}p") if not list(one.iterancestors(f"{MC}Fallback"))]
    return [text for text in found if text.strip()]


@pytest.mark.parametrize("name", word_files.FILES)
def test_the_files_themselves_are_sound(name: str, tmp_path: Path) -> None:
    sound(word_files.packed(word_files.FILES[name]()), tmp_path)


@pytest.mark.parametrize("name", word_files.FILES)
def test_filled_it_is_sound_and_says_what_txt_says(name: str, tmp_path: Path) -> None:
    made = letter(word_files.FILES[name]())
    data = made.docx(content(), ABOUT)
    sound(data, tmp_path)
    lines = text_of(made.whole(content())).replace("\t", "\n").split("\n")
    assert said(parts_of(data)["word/document.xml"]) == [line for line in lines if line.strip()]
    assert not [part for part, held in parts_of(data).items() if part.endswith(".xml") and b"{{" in held]
    assert data == letter(word_files.FILES[name]()).docx(content(), ABOUT)


def test_a_field_cut_into_runs_looks_as_it_began() -> None:
    red, blue = '<w:color w:val="FF0000"/>', '<w:color w:val="0000FF"/>'
    cut = word_files.run("甲{", red) + word_files.run("{ 单", blue) + word_files.run("位 }}乙", blue) + word_files.run("丙")
    made = word_files.parts(word_files.line(cut) + word_files.place() + word_files.section())
    first = etree.fromstring(parts_of(letter(made).docx([], ABOUT))["word/document.xml"])[0][0]
    runs = [(run.find(f"{W}rPr/{W}color"), run.findtext(f"{W}t")) for run in first.findall(f"{W}r")]
    assert [(color is not None and color.get(f"{W}val"), text or "") for color, text in runs] == [
        ("FF0000", "甲临江市科学技术局"),
        ("0000FF", ""),
        ("0000FF", "乙"),
        (False, "丙"),
    ]


def test_both_copies_of_a_text_box_are_filled() -> None:
    root = etree.fromstring(parts_of(letter(word_files.red_head()).docx(content(), ABOUT))["word/document.xml"])
    boxes = ["".join(one.itertext()) for one in root.iter(f"{W}txbxContent")]
    assert boxes == ["临江市科学技术局文件"] * 2


def test_headers_footers_pictures_and_sections_stay() -> None:
    made = word_files.red_head()
    parts = parts_of(letter(made).docx(content(), ABOUT))
    assert said(parts["word/footer1.xml"]) == ["2024年工作总结　第 5 页"]
    assert b" PAGE " in parts["word/footer1.xml"]
    assert made["word/document.xml"].rpartition(b"<w:sectPr")[2] == parts["word/document.xml"].rpartition(b"<w:sectPr")[2]
    bulletin = parts_of(letter(word_files.bulletin()).docx(content(), ABOUT))
    assert bulletin["word/media/logo.png"] == word_files.png()
    assert said(bulletin["word/header1.xml"]) == ["　2024年"]
    cover = etree.fromstring(parts_of(letter(word_files.cover_page()).docx(content(), ABOUT))["word/document.xml"])
    assert len(list(cover.iter(f"{W}sectPr"))) == 3


def test_what_points_outside_is_left_out_and_said() -> None:
    made = letter(word_files.bulletin())
    assert [problem.code for problem in made.head.problems] == ["base-link-dropped"]
    parts = parts_of(made.docx(content(), ABOUT))
    assert not [name for name, held in parts.items() if b"External" in held or b"attachedTemplate" in held]
    assert "网上查看" in said(parts["word/document.xml"])


def test_text_says_once_what_the_file_says_and_the_whole_report_says_all() -> None:
    once = text_of(letter(word_files.red_head()).whole(content()))
    assert once.count(REPORT.title) == once.count(REPORT.number) == once.count("市人民政府：") == 1
    twice = text_of(letter(word_files.cover_page()).whole(content()))
    assert twice.count(REPORT.title) == 2 and twice.index(REPORT.number) > twice.index("报送日期")


def test_a_paragraph_that_fields_leave_empty_is_none() -> None:
    bare = Report(unit="水务局", period=Period.parse("2024"), title="总结")
    made = letter(word_files.red_head(), bare)
    body = etree.fromstring(parts_of(made.docx([], ABOUT))["word/document.xml"])[0]
    assert [own_text(one) for one in body.findall(f"{W}p")] == ["", "", "总结", ""]  # the box, blank lines that were typed


def test_body_text_looks_as_its_place_and_other_styles_follow_it() -> None:
    parts = parts_of(letter(word_files.red_head()).docx(content(), ABOUT))
    styles = etree.fromstring(parts["word/styles.xml"])
    by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    text = by_id["DrafterText"]
    assert text.find(f"{W}basedOn").get(f"{W}val") == "a"
    assert text.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "仿宋_GB2312"
    assert text.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert by_id["Heading1"].find(f"{W}basedOn").get(f"{W}val") == "DrafterText"
    assert by_id["a3"].find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "华文中宋"
    assert b'<w:pStyle w:val="DrafterText"/>' in parts["word/document.xml"]


def test_a_file_made_from_a_rendered_one_gets_a_style_of_its_own(tmp_path: Path) -> None:
    again = parts_of(letter(word_files.bulletin()).docx([], ABOUT))
    made = again["word/document.xml"].replace("网上查看".encode(), "{{ 正文 }}".encode())
    made = made.replace(b'<w:hyperlink w:history="1">', b"").replace(b"</w:hyperlink>", b"")
    data = letter({**again, "word/document.xml": made}).docx(content(), ABOUT)
    sound(data, tmp_path)
    assert b'w:styleId="DrafterText2"' in parts_of(data)["word/styles.xml"]


def test_lines_of_a_signature_are_broken() -> None:
    joint = Report(unit="水务局", period=Period.parse("2024"), title="总结", signature="水务局\n住建局")
    made = letter(word_files.red_head(), joint)
    assert (
        b'<w:t xml:space="preserve">' + "水务局".encode() + b'</w:t><w:br w:type="textWrapping"/>'
        in parts_of(made.docx([], ABOUT))["word/document.xml"]
    )
    assert "水务局\n住建局\n" in text_of(made.whole([Block("signature", (Run("水务局"),)), Block("signature", (Run("住建局"),))]))


def test_a_plain_base_is_no_letterhead() -> None:
    from drafter.render.docx.base import make

    assert not is_letterhead(make()) and not is_letterhead(b"PK")
    assert is_letterhead(word_files.packed(word_files.bulletin()))


def test_what_cannot_be_said_is_told_with_its_paragraph_and_stops_the_document() -> None:
    wrong = word_files.line(word_files.cut("净增{{ 高企争增 }}")) + word_files.place()
    made = letter(word_files.parts(wrong + word_files.section()))
    for made_of in (made.whole, lambda blocks: made.docx(blocks, ABOUT)):
        with pytest.raises(Refused) as caught:
            made_of([])
        (problem,) = caught.value.problems
        assert (problem.code, problem.words, problem.place.file) == ("field-unknown", "{{ 高企争增 }}", "templates/局文件.docx")
        assert "第1段" in problem.message.zh and "{{ 高企净增 }}" in problem.fix.zh


# Everything that XML can hold and a form takes: a line.
held = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda text: not forbidden(text) and "\n" not in text
)
NASTY = "a & b < c > ]]> &amp; {{ 7*7 }} {{ 单位 }} {% x %} \\{{ \t\u00a0\u2028\u00ad\u200d\ufeff\u202e\U0001f469e\u0301  "


@given(held, held)
@example(NASTY, NASTY)
@example(" ", "\t")
def test_any_words_survive(unit: str, title: str) -> None:
    """In both copies of a text box, in tables and in headers; what looks like a field in them stays as it is typed."""
    report = replace(REPORT, unit=unit, title=title)
    data = letter(word_files.cover_page(), report).docx([], ABOUT)
    said_twice = parts_of(letter(word_files.red_head(), report).docx([], ABOUT))["word/document.xml"]
    assert text_in(said_twice, f"{W}txbxContent") == [unit + "文件"] * 2
    parts = parts_of(data)
    assert text_in(parts["word/header1.xml"], f"{W}tc") == [unit, resolved(title, {})]
    assert text_in(parts["word/document.xml"], f"{W}tc")[1] == resolved(title, {})


def text_in(part: bytes, tag: str) -> list[str]:
    """What each ``tag`` says, tabs and all, read as Word reads it."""
    found = []
    for element in etree.fromstring(part).iter(tag):
        nodes = element.iter(f"{W}t", f"{W}tab")
        found.append("".join("\t" if node.tag == f"{W}tab" else node.text or "" for node in nodes))
    return found


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\r", "\ud800", "\uffff"])
def test_what_no_document_can_hold_is_refused(sign: str) -> None:
    for made in (word_files.red_head(), word_files.cover_page()):
        with pytest.raises(Refused) as caught:
            letter(made, replace(REPORT, unit=f"水{sign}局")).docx([], ABOUT)
        assert {problem.code for problem in caught.value.problems} == {"text-forbidden"}


FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"


@pytest.mark.office
def test_libreoffice_opens_them_and_prints_what_they_say(tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    for name, made in word_files.FILES.items():
        (tmp_path / f"{name}.docx").write_bytes(letter(made()).docx(content(), ABOUT))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), *(str(tmp_path / f"{name}.docx") for name in word_files.FILES)],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=180,
    )
    for name, made in word_files.FILES.items():
        printed = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / f"{name}.pdf"), "-"], capture_output=True, text=True, check=True
        ).stdout
        bare = "".join(printed.split())
        # Lines may be broken, and paragraphs beside each other may be read across: each is there.
        for text in text_of(letter(made()).whole(content())).replace("\t", "\n").split("\n"):
            assert "".join(text.split()) in bare, (name, text)
        assert "{{" not in printed
