"""Workbooks, as a spreadsheet program would read them."""

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from drafter.render.xlsx import Sheet, write_xlsx

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def cells(data: bytes, number: int = 1) -> dict[str, tuple[str | None, str]]:
    """Address → (type of the cell, text); only those that hold something."""
    shared = ["".join(text.itertext()) for text in part(data, "xl/sharedStrings.xml")]
    found = {}
    for cell in part(data, f"xl/worksheets/sheet{number}.xml").iter(f"{_S}c"):
        value = cell.find(f"{_S}v")
        if value is not None:
            kind = cell.get("t")
            found[cell.get("r")] = (kind, shared[int(value.text)] if kind == "s" else value.text)
        assert cell.find(f"{_S}f") is None, "a formula"
    return found


def sheet(rows: list[tuple[str | Decimal | None, ...]], title: str = "") -> Sheet:
    return Sheet("表", title, ("名", "数"), rows, (10, 8))


def test_texts_are_texts_and_numbers_are_numbers() -> None:
    found = cells(write_xlsx([sheet([("甲", Decimal("44.0")), ("76", None)])]))
    assert found == {"A1": ("s", "名"), "B1": ("s", "数"), "A2": ("s", "甲"), "B2": (None, "44"), "A3": ("s", "76")}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://a.example", "{=1}", "\t=1", "internal:A1", "''"]
)
def test_no_text_is_taken_for_anything_else(text: str) -> None:
    data = write_xlsx([sheet([(text, None)])])
    assert cells(data)["A2"] == ("s", text)
    assert part(data, "xl/worksheets/sheet1.xml").find(f"{_S}hyperlinks") is None


def test_more_digits_than_a_spreadsheet_holds_stay_a_text() -> None:
    assert cells(write_xlsx([sheet([("甲", Decimal("1234567890.1234567"))])]))["B2"] == ("s", "1234567890.1234567")


def test_a_text_too_long_for_a_cell_says_that_it_is_cut() -> None:
    _, text = cells(write_xlsx([sheet([("长" * 40_000, None)])]))["A2"]
    assert len(text) == 32_767 and text.endswith("（太长，见报告）")


def test_the_head_stays_in_sight_under_its_title() -> None:
    data = write_xlsx([sheet([("甲", None)], title="台账")], title="台账", author="某局")
    root = part(data, "xl/worksheets/sheet1.xml")
    assert cells(data)["A1"] == ("s", "台账") and cells(data)["A2"] == ("s", "名")
    pane = root.find(f".//{_S}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("2", "frozen")
    assert root.find(f"{_S}pageSetup").get("orientation") == "landscape"
    assert [column.get("width")[:2] for column in root.iter(f"{_S}col")] == ["10", "8."]
    assert "某局" in etree.tostring(part(data, "docProps/core.xml"), encoding="unicode")


def test_a_sheet_without_rows_and_a_name_that_none_may_have() -> None:
    data = write_xlsx([Sheet("上期[打算]:" + "长" * 40, "", ("名", "数"), [], (4, 4)), sheet([])])
    names = [each.get("name") for each in part(data, "xl/workbook.xml").iter(f"{_S}sheet")]
    assert names == ["上期［打算］：" + "长" * 24, "表"]


def test_the_same_table_makes_the_same_bytes() -> None:
    assert write_xlsx([sheet([("甲", Decimal(1))])]) == write_xlsx([sheet([("甲", Decimal(1))])])
    assert b"2000-01-01" in zipfile.ZipFile(BytesIO(write_xlsx([sheet([])]))).read("docProps/core.xml")
