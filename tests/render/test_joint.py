"""联合行文 in every format: the same words in the same order, sound Word files, and a document of one body as it was."""

from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator
from support import docx_paragraphs

from drafter.model.block import Block, Run
from drafter.render.docx import write_docx
from drafter.render.html import write_html
from drafter.render.joint import issuers, marks, middles, signatures
from drafter.render.measures import WIDTH
from drafter.render.pages import pages
from drafter.render.properties import Properties

NAMED = Properties("总结")


def line(kind: str, text: str) -> Block:
    return Block(kind, (Run(text),))


def marked(*names: str) -> list[Block]:
    return [line("mark", name) for name in names]


JOINT = [
    line("marking", "特急"),
    *marked("临江市水务局", "临江市农业农村局", "文件"),
    line("number", "临水发〔2025〕8号"),
    line("title", "关于印发总结的通知"),
    line("paragraph", "现印发给你们。"),
    line("signature", "水务局\t农业农村局"),
    line("sealed", "2025年7月8日"),
]


@pytest.mark.parametrize("blocks", [JOINT, [*JOINT[:4], *JOINT[5:]]])
def test_every_format_says_the_same(blocks: list[Block], tmp_path: Path) -> None:
    data = write_docx(blocks, None, NAMED)
    assert docx_paragraphs(data) == [block.text for block in blocks]
    file = tmp_path / "总结.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []
    page = write_html(blocks, None, NAMED)
    places = [page.index(f">{part}<") for block in blocks for part in block.text.split("\t") if block.kind != "title"]
    assert places == sorted(places)
    shown = [line.text.strip() for line in pages(blocks)[0] if line.text.strip()]
    assert ["".join(text.split()) for text in shown] == ["".join(block.text.split()) for block in blocks]


def test_names_one_a_line_and_the_word_file_wherever_it_is_typed() -> None:
    assert issuers("临江市水务局文件") == ["临江市水务局文件"]
    assert issuers("甲局\n乙局文件") == issuers("甲局文件\n乙局") == issuers("甲局\n乙局\n文件") == ["甲局", "乙局", "文件"]
    assert issuers("甲局\n乙局") == ["甲局", "乙局"]
    assert issuers("") == []


def test_the_more_there_are_the_smaller_they_get() -> None:
    sizes = []
    for count in (2, 4, 8):
        found = marks(marked(*["临江市局"] * count, "文件"), 0)
        assert found and sum(found.height(place) for place in range(count)) <= 4400
        sizes.append(found.size)
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > sizes[-1]
    assert marks(marked("临江市水务局文件"), 0) is None
    long = marks(marked("长" * 40, "短", "文件"), 1)
    assert long and (40 + 2) * long.size * 20 <= WIDTH and long.apart("短") == 0


def test_rows_of_seals() -> None:
    date = "2025年1月8日"
    assert signatures(["甲局"], date, True) == ["甲局"]
    assert signatures(["甲局", "乙局"], date, False) == ["甲局", "乙局"]
    assert signatures(["甲局", "乙局", "丙局", "丁局"], date, True) == ["甲局\t乙局\t丙局", "丁局"]
    assert signatures(["长" * 9, "乙局", "丙局"], date, True) == ["长" * 9 + "\t乙局", "丙局"]
    assert signatures(["长" * 24, "乙局"], date, True) == ["长" * 24, "乙局"]
    first, second = line("signature", "甲局\t乙局\t丙局"), line("signature", "丁局")
    blocks = [first, second, line("sealed", date)]
    assert middles(blocks, 0, date)[-1:] == middles(blocks, 1, date)


def test_one_body_carries_nothing_of_this() -> None:
    blocks = [
        *marked("临江市水务局文件"),
        line("number", "临水发〔2025〕8号"),
        line("title", "总结"),
        line("signature", "水务局"),
    ]
    assert 'class="marks"' not in write_html(blocks, None, NAMED) and ".marks" not in write_html(blocks, None, NAMED)
