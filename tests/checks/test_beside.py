"""Rules over words read annexes, tables and charts too, apart from the report."""

from pathlib import Path

import pytest

from drafter.actions.check import check_opened, examine
from drafter.actions.opening import open_report
from drafter.checks import read
from drafter.checks.reading import beside, of_report
from drafter.model.cover import Annex
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.model.style import Layout, Style

TABLE = Table(title="进度", rows="县区 | 数\n甲 | {{ 净增.数值 }}\n\n乙 | 待填", note="按注册地")
FACTS = """单位: 甲局
期间: 2024
标题: 甲局2024年工作总结
附件:
  - 标题: 任务清单
    正文: |
      一、高新科牵头，完成目标任务任务。
      一、综合科牵头,按月报送。
成绩:
  - 标题: 抓培育
    正文: 高新科牵头，完成了年度目标。
    表格:
      - 标题: 培育
        各行: |
          县区 | 净增
          甲区 | 待填
"""


def codes(report: Report) -> list[tuple[str, str, str | None]]:
    """(rule, the paragraph, its fact) of what is found beside the text."""
    found = []
    for manuscript, families in beside(report):
        each = [(finding.code, manuscript.at(finding.start)) for finding in read(manuscript, families)]
        found += [(code, paragraph.text, paragraph.fact) for code, paragraph in each]
    return found


def test_what_stands_beside_the_text_is_read_field_by_field() -> None:
    figures = (Figure(id="净增", name="净增", value="71", unit="家"),)
    fact = Fact(id="条", text="正文。", tables=(TABLE,), charts=(Chart(title="变化", figures=("净增",)),))
    report = Report(figures=figures, annexes=(Annex(title="清单", text="甲。\n乙。"),), achievements=(fact,))
    (annexes, marked), (exhibits, worded) = beside(report)
    assert (marked, worded) == (("marks", "wording"), ("wording",))
    assert [(each.text, each.role, each.word) for each in annexes.paragraphs] == [
        ("清单", "cover", "标题"), ("甲。", "para", "正文"), ("乙。", "para", "正文"),
    ]  # fmt: skip
    assert [each.text for each in exhibits.paragraphs] == ["进度", "县区 | 数", "甲 | 71", "乙 | 待填", "按注册地", "变化"]
    assert {(each.role, each.fact) for each in exhibits.paragraphs} == {("table", "条")}
    assert list(beside(Report(achievements=(Fact(text="甲。"),)))) == []


def test_slips_and_leftovers_are_found_in_them() -> None:
    report = Report(
        annexes=(Annex(title="XX清单", text="完成目标任务任务。", tables=(TABLE,)),), tables=(Table(note="数据截止11月底"),)
    )
    assert codes(report) == [
        ("doubled", "完成目标任务任务。", None),
        ("placeholder", "XX清单", None),
        ("word-in-context", "数据截止11月底", None),
        ("placeholder", "乙 | 待填", None),
    ]


@pytest.mark.parametrize(
    "annex",
    [
        "一、总体安排\n1.净增企业\n3.责任科室\n三、其他",  # it counts for itself, and as it likes
        "高新科牵头\n综合科配合，按月报送\n办公室",  # a list
        "抓培育，完成了年度目标，总数达到349家。\n总数达到350家。",  # figures are those of another paper
    ],
)
def test_nothing_is_said_of_their_order_their_figures_and_their_sameness(annex: str) -> None:
    assert codes(Report(annexes=(Annex(title="附", text=annex),), achievements=(Fact(text=annex),))) == []


def test_cells_have_marks_of_their_own() -> None:
    rows = "指标 | 同比(%) | 备注\n甲(预计) | 10-12 | 1-11月数,见附件2;\n乙 | - | 8:30"
    assert codes(Report(tables=(Table(title="表", rows=rows),))) == []


def test_what_nobody_has_looked_at_waits() -> None:
    report = Report(stale=True, annexes=(Annex(text="任务任务。"),), achievements=(Fact(text="甲", stale=True, tables=(TABLE,)),))
    assert codes(report) == []


def test_the_report_itself_is_read_as_before() -> None:
    fact = Fact(text="甲。")
    layout = Layout("", "", Style(), {})
    with_annex = Report(title="总结", achievements=(fact,), annexes=(Annex(text="甲。"),), tables=(TABLE,))
    assert of_report(with_annex, layout).text == of_report(Report(title="总结", achievements=(fact,)), layout).text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "facts" / "2024").mkdir(parents=True)
    (tmp_path / "facts" / "2024" / "报告.yaml").write_text(FACTS, "utf-8")
    return tmp_path


def test_they_are_told_with_their_places_and_are_not_mended(folder: Path) -> None:
    problems = check_opened(open_report("2024", folder))
    found = {each.code: each for each in problems}
    places = {code: (found[code].place.line, found[code].place.column, found[code].fact) for code in ("doubled", "half-width")}
    assert places == {"doubled": (7, 19, None), "half-width": (8, 14, None)}
    assert (found["placeholder"].place.line, found["placeholder"].fact) == (16, "成绩/1")
    assert [each.edits for each in problems if each.place.line in (7, 8, 16)] == [()] * 3


def test_they_may_be_let_stand(folder: Path) -> None:
    file = folder / "facts" / "2024" / "报告.yaml"
    file.write_text(FACTS + "认可: [doubled “任务任务” 原文如此]\n", "utf-8")
    examined = examine(open_report("2024", folder))
    assert "doubled" not in [each.code for each in examined.problems]
    assert [(each.code, reason) for each, reason in examined.accepted] == [("doubled", "原文如此")]
