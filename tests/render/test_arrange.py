from pathlib import Path

from drafter.model.block import text_of
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import Layout, ListStyle, PartStyle, Style
from drafter.render.arrange import arrange, is_point, printed_date
from drafter.render.engine import render

TEMPLATES = Path(__file__).parents[2] / "templates"
RUN_IN = ListStyle(heading="接排")
POINTS = ListStyle(numbering="一是", heading="接排")
PLAIN = Layout("三段式", "", Style(achievements=PartStyle(title="{期间}工作情况"), plans=PartStyle(title="{下期}打算")), {})


def printed(report: Report, layout: Layout = PLAIN) -> list[str]:
    return text_of(render(layout.name, arrange(report, layout), [TEMPLATES])).splitlines()


def report(**fields: object) -> Report:
    return Report(unit="某局", period=Period(2024, "H1"), title="总结", **fields)  # type: ignore[arg-type]


def test_headings_of_parts_know_the_period() -> None:
    lines = printed(report(achievements=(Fact(title="甲"),), plans=(Fact(title="乙"),)))
    assert lines == ["总结", "一、2024年上半年工作情况", "（一）甲", "二、下半年打算", "（一）乙"]


def test_deleting_an_item_closes_the_count() -> None:
    items = [Fact(title=f"第{number}件事") for number in "甲乙丙丁"]
    del items[2]
    assert printed(report(achievements=tuple(items)))[2:] == ["（一）第甲件事", "（二）第乙件事", "（三）第丁件事"]


def test_a_part_without_facts_has_no_heading() -> None:
    assert printed(report(lead="开头。")) == ["总结", "开头。"]


def test_style_is_settled_from_the_fact_to_the_layout() -> None:
    style = Style(achievements=PartStyle(levels={"二级": ListStyle(numbering="1、")}))
    child = Fact(title="丙", text="文。")
    facts = (Fact(title="甲", text="文。", heading="接排"), Fact(title="乙", below=RUN_IN, children=(child,)))
    lines = printed(report(style=style, achievements=facts))
    assert lines[2:] == ["1、甲。文。", "2、乙", "1.丙。文。"]


def test_points_take_their_heading_into_the_sentence() -> None:
    points = (Fact(title="机制", text="建起来了。"), Fact(text="单句。"), Fact(title="只有标题"))
    lines = printed(report(achievements=(Fact(title="甲", below=POINTS, children=points),)))
    assert lines[3:] == ["一是机制。建起来了。", "二是单句。", "三是只有标题"]


def test_inline_points_join_the_heading_and_the_text() -> None:
    inline = ListStyle(numbering="一是", heading="接排", flow="并段")
    points = (Fact(title="机制", text="有了；"), Fact(text="人员到位。"))
    own = Fact(title="甲", text="总的说来：", below=inline, children=points)
    run_in = Fact(title="乙", heading="接排", below=inline, children=points)
    assert printed(report(achievements=(own, run_in)))[2:] == [
        "（一）甲",
        "总的说来：一是机制。有了；二是人员到位。",
        "（二）乙。一是机制。有了；二是人员到位。",
    ]


def test_an_ordinal_of_its_own() -> None:
    facts = (
        Fact(title="甲"),
        Fact(title="乙", number="5"),
        Fact(title="丙"),
        Fact(title="丁", number="9、"),
        Fact(text="尾。", number="无"),
    )
    assert printed(report(achievements=facts))[2:] == ["（一）甲", "（五）乙", "（六）丙", "9、丁", "尾。"]


def test_figures_are_printed_wherever_they_are_named() -> None:
    figure = Figure(id="高企", name="高企", value="76", unit="家", year_before="70")
    lines = printed(
        report(
            figures=(figure,),
            lead="净增{{ 高企 }}。",
            achievements=(Fact(title="高企{{ 高企.数值 }}", text="{{ 高企.同比 }}。"),),
        )
    )
    assert lines == ["总结", "净增76家。", "一、2024年上半年工作情况", "（一）高企76", "增长8.6%。"]


def test_text_is_never_markup() -> None:
    assert printed(report(lead="<b>&amp;</b> ]]> {{ 7*7 }} {% if %}"))[1] == "<b>&amp;</b> ]]> {{ 7*7 }} {% if %}"


def test_front_and_ending_in_order() -> None:
    notice = Notice(
        number="临发〔2024〕1号",
        title="关于印发总结的通知",
        addressees="各科室：",
        text="现印发。",
        signature="某局",
        date="2024-07-01",
    )
    whole = report(
        notice=notice,
        number="1号",
        addressees="市政府：",
        lead="开头。",
        signature="甲局\n乙局",
        date="2024年7月6日",
        note="附件：清单",
    )
    assert printed(whole) == [
        "临发〔2024〕1号", "关于印发总结的通知", "各科室：", "现印发。", "某局", "2024年7月1日",
        "1号", "总结", "市政府：", "开头。", "甲局", "乙局", "2024年7月6日", "附件：清单",
    ]  # fmt: skip


def test_signature_below_the_title() -> None:
    below = report(style=Style(signing="题下"), signature="某局", date="2024年7月", lead="开头。")
    assert printed(below) == ["总结", "某局", "2024年7月", "开头。"]


def test_a_date_alone_is_not_printed() -> None:
    assert printed(report(date="2024-07-01", lead="开头。")) == ["总结", "开头。"]


def test_issues_inside_the_first_part() -> None:
    layout = Layout(
        "问题内嵌式",
        "",
        Style(
            achievements=PartStyle(title="无", levels={"三级": RUN_IN}),
            issues=PartStyle(title="问题", level=2, levels={"三级": POINTS}),
            plans=PartStyle(title="打算"),
        ),
        {},
    )
    facts = (Fact(title="亮点", text="好。"), Fact(title="情况", children=(Fact(title="工作"),)))
    lines = printed(report(achievements=facts, issues=(Fact(text="缺人。"),), plans=(Fact(title="补人"),)), layout)
    assert lines[1:] == ["一、亮点", "好。", "二、情况", "（一）工作", "（二）问题", "一是缺人。", "三、打算", "（一）补人"]


def test_every_block_knows_its_fact() -> None:
    whole = report(achievements=(Fact(id="甲", title="甲"), Fact(title="乙", text="文。", children=(Fact(text="点。"),))))
    blocks = render("三段式", arrange(whole, PLAIN), [TEMPLATES])
    assert [block.fact for block in blocks][2:] == ["甲", "成绩/2", None, "成绩/2/1"]


def test_dates_of_the_standard() -> None:
    assert [printed_date(text) for text in ("2026-01-08", "2026年1月", "")] == ["2026年1月8日", "2026年1月", ""]


def test_points_are_told_by_their_mark() -> None:
    assert is_point("一是") and is_point("一要")
    assert not any(map(is_point, ("一、", "（一）", "第一，", "无", "")))
