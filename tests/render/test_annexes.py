"""附件, 附表 and 附图: named after the text, and printed one after the other (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

from dataclasses import replace
from pathlib import Path

from drafter.model.block import Block, Drawing, text_of
from drafter.model.cover import Annex, Imprint, Notice
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.plotting import history
from drafter.model.report import Report
from drafter.model.style import Layout, Style
from drafter.render.arrange import arrange
from drafter.render.engine import render
from drafter.render.exhibits import Beside
from drafter.render.html import write_html
from drafter.render.pages import pages
from drafter.render.properties import Properties

TEMPLATES = [Path(__file__).resolve().parents[2] / "templates"]
LAYOUT = Layout("三段式", "", Style(), {})
FIGURES = (
    Figure(id="净增", name="高企净增", value="71", unit="家", last="64"),
    Figure(id="总数", name="高企总数", value="349", unit="家", last="278"),
)
TYPED = Table(title="各县区{{ 净增.名称 }}", unit="家", rows="县区 | 数\n甲 | {{ 净增.数值 }}", note="按注册地")
WIDE = Table(title="宽表", rows="|".join("甲乙丙丁戊己庚辛壬"))
CHART = Chart(kind="折线图", title="变化", figures=("总数",), origin="系统")
REPORT = Report(title="总结", period=Period(2024), figures=FIGURES, achievements=(Fact(text="正文。"),))


def blocks(beside: Beside | None = None, **fields: object) -> list[Block]:
    report = replace(REPORT, **fields)  # type: ignore[arg-type]
    return render("三段式", arrange(report, LAYOUT, None, (lambda: beside) if beside else None), TEMPLATES)


def after_text(made: list[Block]) -> list[tuple[str, str]]:
    """(kind, text) of what follows the text of the report."""
    kinds = [block.kind for block in made]
    return [(block.kind, block.text) for block in made[kinds.index("paragraph") + 1 :]]


def test_each_table_and_chart_is_an_annex() -> None:
    made = blocks(annexes=(Annex(title="清单", text="一条。"),), tables=(Table(content="主要指标"), TYPED), charts=(CHART,))
    assert after_text(made) == [
        ("annex-note", "附件：1.清单"),
        ("annex-note", "2.2024年主要指标完成情况"),
        ("annex-note", "3.各县区高企净增"),
        ("annex-note", "4.变化"),
        ("break", ""),
        ("annex", "附件1"), ("title", "清单"), ("paragraph", "一条。"),
        ("break", ""),
        ("annex", "附件2"), ("title", "2024年主要指标完成情况"), ("unit", "单位：家"),
        ("table", "指标\t2024年\t2023年\n高企净增\t71\t64\n高企总数\t349\t278"),
        ("break", ""),
        ("annex", "附件3"), ("title", "各县区高企净增"), ("unit", "单位：家"), ("table", "县区\t数\n甲\t71"), ("note", "注：按注册地"),
        ("break", ""),
        ("annex", "附件4"), ("title", "变化"),
        ("chart", "单位：家\t高企总数\n2023年\t278\n2024年\t349"), ("note", "资料来源：系统"),
    ]  # fmt: skip
    assert made[-2].drawing == Drawing("折线图", "变化", "家", "折线图：变化。2023年278家，2024年349家。")
    assert text_of(made).count("各县区高企净增") == 2, "named and headed; no caption beside the title"


def test_a_single_annex_has_no_number() -> None:
    assert after_text(blocks(tables=(TYPED,)))[:4] == [
        ("annex-note", "附件：各县区高企净增"), ("break", ""), ("annex", "附件"), ("title", "各县区高企净增"),
    ]  # fmt: skip


def test_captions_within_the_text_are_counted_as_before() -> None:
    fact = Fact(text="正文。", tables=(TYPED,))
    made = blocks(achievements=(fact,), annexes=(Annex(title="附", tables=(replace(TYPED, title="乙表"),)),), tables=(TYPED,))
    assert [block.text for block in made if block.kind == "caption"] == ["表1　各县区高企净增", "表2　乙表"]


def test_an_annex_holds_text_tables_and_charts() -> None:
    annex = Annex(title="进度", text="说明。", tables=(WIDE,), charts=(CHART,))
    kinds = [kind for kind, _ in after_text(blocks(annexes=(annex,)))]
    assert kinds[1:] == [
        "break", "annex", "title", "paragraph", "landscape", "caption", "table", "portrait", "chart", "caption", "note",
    ]  # fmt: skip
    unnamed = after_text(blocks(annexes=(Annex(tables=(TYPED,), charts=(CHART,)),)))
    assert unnamed[0] == ("annex-note", "附件：各县区高企净增")
    assert [text for kind, text in unnamed if kind == "caption"] == ["图1　变化"], "only the first lends its name"


def test_a_wide_table_turns_its_whole_annex() -> None:
    made = [kind for kind, _ in after_text(blocks(tables=(WIDE, TYPED), imprint=Imprint(office="办公室")))]
    assert made[2:] == [
        "break", "landscape", "annex", "title", "table", "portrait", "break", "annex", "title", "unit", "table", "note", "imprint",
    ]  # fmt: skip
    upright = blocks(tables=(replace(WIDE, page="纵向"),), achievements=(Fact(text="甲", tables=(WIDE,)),))
    assert "landscape" not in [block.kind for block in upright], "nor does a table amid the text turn by itself"


def test_what_has_nothing_to_show_is_neither_named_nor_counted() -> None:
    empty = blocks(tables=(Table(), Table(content="承诺台账")), charts=(Chart(figures=("无",)),))
    assert empty == blocks()
    one = blocks(tables=(Table(), TYPED))
    assert ("annex", "附件") in after_text(one)
    named = blocks(annexes=(Annex(title="另发", tables=(Table(),)),))
    assert after_text(named) == [("annex-note", "附件：另发")]


def test_the_ledger_is_given_from_outside() -> None:
    beside = Beside(history(REPORT), "兑现情况表", (("序号",), ("1",)))
    made = after_text(blocks(beside, tables=(Table(content="承诺台账"),)))
    assert made[-2:] == [("title", "兑现情况表"), ("table", "序号\n1")]


def test_a_notice_names_them() -> None:
    made = blocks(notice=Notice(title="通知", text="现印发。", signature="甲局", date="2024-07-08"), tables=(TYPED,))
    kinds = [block.kind for block in made]
    assert kinds[:6] == ["title", "paragraph", "annex-note", "signature", "date", "break"] and kinds.count("annex-note") == 1


def test_a_template_of_ones_own_still_finds_them() -> None:
    context = arrange(replace(REPORT, annexes=(Annex(title="清单", text="一条。"),), tables=(TYPED,)), LAYOUT)
    assert [(item["标题"], item["题注"]) for item in context["附表图"]] == [("各县区高企净增", "各县区高企净增")]


def test_they_are_pages_of_their_own_everywhere() -> None:
    made = blocks(tables=(TYPED, WIDE), charts=(CHART,))
    html = write_html(made, None, Properties())
    assert html.count('<section class="sheet') == 4 and html.count('class="sheet sideways"') == 1
    assert [page[0].text for page in pages(made)][1:] == ["附件1", "附件2", "附件3"]
    assert [page[0].text for page in pages(blocks(tables=(WIDE,)))][1:] == ["附件"], "no page is left empty behind"
