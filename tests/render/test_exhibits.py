"""Tables and charts from the fields of a report to blocks and to the page on screen."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model.block import Block, Drawing
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import Layout, Style
from drafter.render.alignment import aligned
from drafter.render.arrange import arrange
from drafter.render.chart_svg import svg
from drafter.render.engine import render
from drafter.render.exhibits import Beside
from drafter.render.html import write_html
from drafter.render.properties import Properties
from drafter.render.vocabulary import MarkupError, read

TEMPLATES = [Path(__file__).resolve().parents[2] / "templates"]
FIGURES = (
    Figure(id="净增", name="高企净增", value="71", unit="家", last="64", year_before="64", target="70"),
    Figure(id="总数", name="高企总数", value="349", unit="家", last="278", year_before="278"),
)
TYPED = Table(
    title="各县区{{ 净增.名称 }}", unit="家", rows="县区 | 数\n甲 | {{ 净增.数值 }}\n乙 | 8.5", note="按注册地", page="横向"
)
REPORT = Report(title="总结", period=Period(2024), figures=FIGURES, achievements=(Fact(text="正文。"),))


def blocks(report: Report, beside: Beside | None = None) -> list[Block]:
    return render(
        "三段式", arrange(report, Layout("三段式", "", Style(), {}), None, (lambda: beside) if beside else None), TEMPLATES
    )


def test_a_table_stands_behind_the_text_of_its_fact() -> None:
    made = blocks(replace(REPORT, achievements=(Fact(text="正文。", tables=(TYPED,)), Fact(text="后文。"))))
    kinds = [block.kind for block in made]
    assert kinds == ["title", "paragraph", "landscape", "caption", "unit", "table", "note", "portrait", "paragraph"]
    assert [block.text for block in made[3:7]] == ["表1　各县区高企净增", "单位：家", "县区\t数\n甲\t71\n乙\t8.5", "注：按注册地"]


def test_what_is_asked_for_and_not_there_prints_nothing() -> None:
    empty = replace(REPORT, tables=(Table(), Table(content="主要指标")), charts=(Chart(figures=("无",)),), figures=())
    assert blocks(empty) == blocks(replace(REPORT, figures=()))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<figure><table><tr><td>甲</td></tr></table></figure>", "value"),
        ('<figure data-chart="雷达图"></figure>', "value"),
        ('<figure data-chart="饼图"><p>甲</p></figure>', "misplaced"),
        ('<figure data-chart="饼图" data-size="9"></figure>', "attribute"),
        ('<section class="round"></section>', "value"),
    ],
)
def test_a_template_that_draws_wrongly_is_told(markup: str, reason: str) -> None:
    with pytest.raises(MarkupError) as caught:
        read(markup)
    assert caught.value.reason == reason


def test_pages_turn_once_for_sections_within_one_another() -> None:
    turned = read('<section class="landscape"><section class="landscape"><p>甲</p></section></section><p>乙</p>')
    assert [block.kind for block in turned] == ["landscape", "paragraph", "portrait", "paragraph"]


def test_numbers_of_a_column_are_equally_wide_about_their_points() -> None:
    free = aligned((("名", "数", "率", "文"), ("甲", "71", "101.4%", "7家"), ("乙", "1,540.25", "99%", "8"), ("合计",)))
    assert free == {(1, 1): (300, 300), (2, 1): (0, 0), (1, 2): (0, 0), (2, 2): (120, 180)}


def test_svg_has_every_number_and_says_what_it_shows() -> None:
    rows = (("单位：家", "2023年", "2024年"), ("甲<", "64", "71.50"), ("乙", "", "-3"))
    for kind in ("柱形图", "折线图"):
        drawn = svg(Block("chart", rows=rows, drawing=Drawing(kind, "题", "家", "两年的“数”&")))
        texts = re.findall(r"<text[^>]*>([^<]*)<", drawn)
        assert {"64", "71.50", "-3", "甲&lt;", "乙", "单位：家", "2023年"} <= set(texts)
        assert 'aria-label="两年的“数”&amp;"' in drawn and "nan" not in drawn
    pie = svg(Block("chart", rows=rows, drawing=Drawing("饼图")))
    assert ">100.0%<" in pie


@pytest.mark.parametrize("rows", [((),), (("", "甲"),), (("", "甲"), ("乙", "")), (("", "甲"), ("乙", "0"), ("丙",))])
def test_svg_of_next_to_nothing(rows: tuple[tuple[str, ...], ...]) -> None:
    for kind in ("柱形图", "折线图", "饼图"):
        assert svg(Block("chart", rows=rows, drawing=Drawing(kind))).startswith("<svg")


def test_the_page_on_screen_has_the_chart_inline(tmp_path: Path) -> None:
    made = blocks(replace(REPORT, tables=(replace(TYPED),), charts=(Chart(figures=("净增", "总数")),)))
    html = write_html(made, None, Properties())
    assert html.count("<svg ") == 1 and 'class="sheet sideways"' in html and "@page sideways" in html
    assert "padding-left" in html
    plain = write_html(blocks(REPORT), None, Properties())
    assert not re.search(r"svg|sideways|\.unit|\.chart", plain)
