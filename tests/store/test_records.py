"""From trees to records: each form of field, and good values beside bad ones."""

from dataclasses import replace

import pytest

from drafter.model.fact import Fact
from drafter.model.figure import Figure, Rank
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import ListStyle, PartStyle, Style
from drafter.store.newfile import write_report
from drafter.store.reader import parse_text
from drafter.store.records import plain, read_record


def report(text: str) -> tuple[Report, list[str]]:
    document = parse_text(text, "报告.yaml")
    found, problems = read_record(Report, document.root, "报告.yaml")
    return found, [problem.code for problem in (*document.problems, *problems)]


def test_every_form_is_converted() -> None:
    found, codes = report(
        """\
单位: 临江市科技局
期间: 2024-H1
成文日期: 二〇二四年七月八日
导语: |
  第一段。
  第二段。
体例: {成绩: {标题: 无, 级别: 1, 一级: {序号: 一、}}, 顺序: [成绩, 打算]}
指标:
- 编号: 高企净增
  名称: 高新技术企业净增数
  数值: "1,076.0"
  状态: 预计
  排名: {范围: 全市, 名次: 2}
  其中: 市区
成绩:
- 标题: 抓创新
  待更新: 是
  标签: [亮点, 做法]
  分项:
  - 正文: 有成效
"""
    )
    assert codes == []
    assert found.period == Period(2024, "H1") and found.date == "二〇二四年七月八日"
    assert found.lead == "第一段。\n第二段。"
    style = PartStyle(title="无", level=1, levels={"一级": ListStyle(numbering="一、")})
    assert found.style == Style(achievements=style, order=("成绩", "打算"))
    rank = Rank(scope="全市", place=2)
    assert found.figures == (
        Figure(id="高企净增", name="高新技术企业净增数", value="1,076.0", status="预计", rank=rank, parts=("市区",)),
    )
    assert found.achievements == (Fact(title="抓创新", stale=True, tags=("亮点", "做法"), children=(Fact(text="有成效"),)),)


def test_records_know_where_they_stand() -> None:
    found, _ = report("成绩:\n- 标题: 甲\n  分项:\n  - 正文: 乙\n")
    source = found.achievements[0].children[0].source
    assert source is not None
    assert source.file == "报告.yaml" and source.path == ("成绩", 0, "分项", 0) and source.lines["正文"] == (4, 9)


def test_an_empty_value_is_the_default() -> None:
    found, codes = report("标题:\n指标:\n- 编号: a\n  数值:\n  排名:\n  其中:\n成绩:\n")
    assert codes == [] and found == Report(figures=(Figure(id="a"),))


def test_good_values_survive_beside_bad_ones() -> None:
    document = parse_text(
        "指标:\n- 编号: 甲\n  数值: 七十六\n  目标: 80\n  名次: 1\n成绩:\n- 标题: 一\n  分项:\n  - 语气: 一定\n"
    )
    found, problems = read_record(Report, document.root, "f")
    assert found.figures == (Figure(id="甲", target="80"),)
    assert [(problem.code, problem.fact) for problem in problems] == [
        ("value-number", "甲"),
        ("key-unknown", "甲"),
        ("value-choice", "成绩/1/1"),
    ]


def test_a_kind_adds_its_fields() -> None:
    found, codes = report("成绩:\n- 类别: 荣誉\n  名目: 科技进步奖\n  家数: 3\n- 标题: 无类别\n  名目: 多余\n")
    assert codes == ["key-unknown"]
    assert found.achievements[0].details == {"名目": "科技进步奖", "家数": 3}


@pytest.mark.parametrize(
    "text",
    [
        "2024-12-31",
        "2024年12月31日",
        "2024年12月",
        "2024年6月底",
        "2024年",
        "二〇二四年",
        "二○二四年十二月三十一日",
        "2024/1/5",
        "2024-02-29",
    ],
)
def test_dates_are_kept_as_typed(text: str) -> None:
    found, codes = report(f"成文日期: {text}\n")
    assert codes == [] and found.date == text


@pytest.mark.parametrize("text", ["2023-02-29", "2024年13月", "2024年4月31日", "二〇二四年十三月", "0000-01-01", "31/12/2024"])
def test_impossible_dates_are_errors(text: str) -> None:
    found, codes = report(f"成文日期: {text}\n")
    assert codes == ["value-date"] and found.date == ""


@pytest.mark.parametrize(
    ("text", "kept"), [("76", "76"), ("-4.0", "-4.0"), ("12,345", "12,345"), ("０１２．５", "012.5"), ("'11.30'", "11.30")]
)
def test_numbers_keep_their_text(text: str, kept: str) -> None:
    found, codes = report(f"指标:\n- 数值: {text}\n")
    assert found.figures[0].value == kept and codes in ([], ["value-width"])


@pytest.mark.parametrize("text", ["1,23", "1e5", "76家", ".5", "1.", "Ⅳ", "½", "--1", "'9' "])
def test_what_is_no_number_is_an_error(text: str) -> None:
    found, codes = report(f"指标:\n- 数值: {text}\n")
    assert codes == (["value-number"] if text != "'9' " else [])
    assert found.figures[0].value == (None if codes else "9")


def test_a_written_report_reads_back_equal() -> None:
    long = "一是抓好申报：材料齐全；二是“讲清楚” #1。\n\n{{ 高企 }}家 \\ 'x'"
    made = Report(
        unit="某局",
        period=Period(2024),
        title="NO",
        lead=long,
        style=Style(achievements=PartStyle(title="无", levels={"二级": ListStyle(numbering="1.", heading="接排")})),
        figures=(
            Figure(id="高企", name="x: y", value="012", unit="%", rank=Rank(scope="全市，全省", place=1), parts=("a，b", "- c")),
        ),
        achievements=(
            Fact(
                kind="荣誉",
                title="获奖",
                details={"名目": "奖", "家数": 3},
                children=(Fact(text=" 前有空格\n后"), Fact(stale=True)),
            ),
        ),
        plans=(Fact(text="{{ 高企 }}达到100家", tags=("长" * 40, "长" * 41)),),
    )
    text = write_report(made)
    document = parse_text(text)
    found, problems = read_record(Report, document.root, "f")
    assert document.problems == () and problems == []
    assert found == made
    assert plain(replace(made, figures=(), plans=())) == plain(replace(found, figures=(), plans=()))
