import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.actions.opening import open_report
from drafter.actions.render import blocks, document
from drafter.model.block import Block, Run
from drafter.model.fact import Fact
from drafter.model.report import Report
from drafter.model.style import Page
from drafter.render.pages import PrintedLine, pages

ROOT = Path(__file__).resolve().parents[2]
SOLID = "水" * 28 * 22 * 2


def block(kind: str, text: str, level: int = 0, fact: str | None = None) -> Block:
    return Block(kind, (Run(text, level if kind == "heading" else 0),), level, fact)


def test_a_page_has_22_lines_of_28_characters() -> None:
    first, second, third = pages([block("paragraph", SOLID)])
    assert [len(line.text) for line in first] == [26] + [28] * 21
    assert (len(second), len(third), third[0].text) == (22, 1, "水水")
    assert [line.indent for line in first[:2]] == [4, 0]
    assert pages([]) == [[]]


def test_the_other_margins_and_digits_are_heeded() -> None:
    assert [len(page) for page in pages([block("paragraph", SOLID)], Page(margins="GB33476"))] == [22, 22, 1]
    text = "水" * 26 + ",,,,水水"
    assert pages([block("addressees", text)])[0][0].text == "水" * 26 + ",,,,水"
    assert pages([block("addressees", text)], Page(digits="仿宋"))[0][0].text == "水" * 26 + ",,,,"


def test_the_front_is_centred_with_its_blank_lines() -> None:
    (page,) = pages(
        [
            block("number", "临水〔2025〕3号"),
            block("title", "临江市水务局2025年上半年工作总结和下半年工作打算"),
            block("byline", "临江市水务局"),
            block("byline", "（2025年7月）"),
            block("addressees", "市人民政府："),
        ]
    )
    assert [(line.role, line.text, line.indent) for line in page] == [
        ("number", "临水〔2025〕3号", 20),
        ("", "", 0),
        ("", "", 0),
        ("title", "临江市水务局2025年上半年工作总结和", 11),
        ("title", "下半年工作打算", 21),
        ("byline", "临江市水务局", 22),
        ("byline", "（2025年7月）", 22),
        ("", "", 0),
        ("addressees", "市人民政府：", 0),
    ]


def test_a_heading_keeps_with_what_follows() -> None:
    body = [block("paragraph", "水" * 26)] * 20
    heads = [block("heading", "一、总", 1), block("heading", "（一）分", 2)]
    first, second = pages([*body, *heads, block("paragraph", "文")])
    assert len(first) == 20 and [line.text for line in second] == ["一、总", "（一）分", "文"]
    assert [len(page) for page in pages([*body[:19], *heads, block("paragraph", "文")])] == [22]
    assert [len(page) for page in pages([*body, *heads])] == [22], "nothing follows: it stands where it is"


def test_signature_and_date_stand_on_the_right_after_a_blank_line() -> None:
    (page,) = pages([block("paragraph", "完。"), block("signature", "临江市水务局"), block("date", "2025年7月8日")])
    blank, signature, date = page[1:]
    assert (blank.text, signature.indent, date.indent) == ("", 36, 40)
    assert pages([block("signature", "某局")])[0] == [PrintedLine((Run("某局"),), "signature", 0, 48)]


def test_runs_keep_their_faces_across_lines_and_line_feeds_end_one() -> None:
    runs = (Run("一、抓项目。", 1), Run("水" * 24), Run("重点", 0, True))
    (page,) = pages([Block("paragraph", runs)])
    assert page[0].runs == (Run("一、抓项目。", 1), Run("水" * 20)) and page[1].runs == (Run("水" * 4), Run("重点", 0, True))
    (page,) = pages([block("paragraph", "上\n下")])
    assert [(line.text, line.indent) for line in page] == [("上", 4), ("下", 0)]


def test_a_break_begins_a_page_and_makes_no_empty_one() -> None:
    found = pages([Block("break"), block("paragraph", "甲"), Block("break"), Block("break"), block("paragraph", "乙")])
    assert [[line.text for line in page] for page in found] == [["甲"], ["乙"]]


def test_lines_know_their_fact() -> None:
    (page,) = pages(
        [
            block("paragraph", "导语"),
            block("heading", "一、事", 1, "成绩/1"),
            block("paragraph", "它的正文"),
            block("heading", "二、打算", 1),
            block("paragraph", "无主"),
        ]
    )
    assert [line.fact for line in page] == [None, "成绩/1", "成绩/1", None, None]


def test_a_table_keeps_its_columns_and_its_rows_whole() -> None:
    rows = (("指标", "完成"), *(("名称很长" * 12, "76家") for _ in range(20)))
    found = pages([block("paragraph", "水" * 26 * 2), Block("table", rows=rows)])
    table = [line for page in found for line in page if line.role == "table"]
    assert {line.text.index("|") for line in table} and all(line.text.count("|") == 1 for line in table)
    columns = {sum(2 if sign > "\x7f" else 1 for sign in line.text.partition("|")[0]) for line in table}
    assert len(columns) == 1
    assert "".join(line.text.partition("|")[0].strip() for line in table) == "指标" + "名称很长" * 12 * 20
    assert len(found) == 2 and found[1][0].text.startswith("名称很长名称很长")


FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"


def test_a_page_on_its_side_is_lower_and_wider() -> None:
    narrow = Block("table", rows=(("县区", "数"), *((f"第{place}区", f"{place}.5") for place in range(60))))
    sideways = [Block("landscape"), narrow, Block("portrait")]
    assert (len(pages(sideways)), len(pages([narrow]))) == (3, 2)
    long = Block("table", rows=(("名", "文"), *[("甲", "水" * 45)] * 20))
    assert len(pages([Block("landscape"), long])) == 1, "its cells need not be broken"


@pytest.mark.office
def test_the_examples_break_as_libreoffice_prints_them(tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    reports = {name: open_report(str(ROOT / "facts" / name), ROOT) for name in ("2023", "2024-H1", "2024")}
    whole = reports["2024"]
    reports = {name: replace(opened, report=_text_only(opened.report)) for name, opened in reports.items()} | {"whole": whole}
    for name, opened in reports.items():
        (tmp_path / f"{name}.docx").write_bytes(document(opened, "docx"))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(tmp_path), *(str(tmp_path / f"{name}.docx") for name in reports)),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=180,
    )
    captions = [[_bare(line.text) for line in page if line.role == "caption"] for page in pages(blocks(whole))]
    printed = _printed(tmp_path / "whole.pdf")
    assert [[line for line in page if re.match("[表图][1-9]", line)] for page in printed] == captions
    for name, opened in list(reports.items())[:3]:
        measured = [[_bare(line.text) for line in page if line.text] for page in pages(blocks(opened), opened.report.page)]
        printed = _printed(tmp_path / f"{name}.pdf")
        assert [len(page) for page in measured] == [len(page) for page in printed]
        differ = sum(here != there for ours, theirs in zip(measured, printed, strict=True) for here, there in zip(ours, theirs, strict=True))  # fmt: skip
        assert differ <= 2, name


def _text_only(report: Report) -> Report:
    """The report without tables and charts, whose rows and numbers no terminal shows as they print."""

    def bare(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(replace(fact, tables=(), charts=(), children=bare(fact.children)) for fact in facts)

    named = (replace(annex, title=annex.title or annex.tables[0].title, tables=(), charts=()) for annex in report.annexes)
    return replace(report, annexes=tuple(named), tables=(), charts=(), achievements=bare(report.achievements))


def _printed(pdf: Path) -> list[list[str]]:
    """The lines of each page, without its number."""
    layout = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    found = [[_bare(line) for line in page.splitlines()] for page in layout.split("\f") if page.strip()]
    return [[line for line in page if line and not re.fullmatch(r"—\d+—", line)] for page in found]


def _bare(line: str) -> str:
    return "".join(line.split())
