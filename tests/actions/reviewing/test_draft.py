"""The draft that goes round: what is marked and why, where comments stand, and the table of figures."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from support import docx_paragraphs

from drafter.actions.opening import Opened, open_report
from drafter.actions.reviewing.audit import rows
from drafter.actions.reviewing.doubts import doubts
from drafter.actions.reviewing.draft import draft, table
from drafter.actions.reviewing.placing import noted
from drafter.model.block import Block, Cell, Run
from drafter.model.fact import Fact
from drafter.model.problem import Problem, Refused
from drafter.model.report import Report
from drafter.model.words import Both
from drafter.render.docx.comments import Reviewer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FACTS = """\
单位: 某局
期间: 2024
标题: 2024年工作总结
导语: 高企净增{{ 净增 }}，占比{{ 占比 }}，总数{{ 总数 }}，增长{{ 总数.同比 }}。
指标:
- {编号: 净增, 名称: 高企净增数, 数值: 7, 单位: 家, 依据: 认定系统, 科室: 高新科}
- {编号: 占比, 名称: 研发占比, 数值: 3.1, 单位: "%", 状态: 预计, 依据: 统计局测算}
- {编号: 总数, 名称: 高企总数, 数值: 9, 单位: 家, 同期: 6, 科室: 高新科}
成绩:
- {编号: 甲, 标题: 抓培育, 正文: "净增{{ 净增 }}。"}
- {标题: 抓平台, 正文: 沿用的话。, 待更新: 是}
"""


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    file = tmp_path / "facts" / "2024" / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(FACTS, "utf-8")
    return open_report("2024", tmp_path)


def comments(data: bytes) -> dict[str, str]:
    """Words of the document → the comment at them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document, part = (etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "comments"))
    said = {each.get(f"{W}id"): "\n".join("".join(line.itertext()) for line in each.iter(f"{W}p")) for each in part}
    found = {}
    for begin in document.iter(f"{W}commentRangeStart"):
        words = "".join(begin.getnext().itertext()) if begin.getnext().tag == f"{W}r" else ""
        found[words] = said[begin.get(f"{W}id")]
    return found


def test_each_doubt_is_said_at_its_words(opened: Opened, tmp_path: Path) -> None:
    data, problems = draft(opened, "docx")
    said = comments(data)
    assert said["3.1%"] == "【预计数】有了实际数要换上。依据：统计局测算。"
    assert said["9家"] == said["增长50%"] == "【没有依据】“总数”没有写出自哪份报表、文件，请高新科补上。"
    assert "沿用上期，尚未核对" in said["抓平台"] and "7家" not in said
    assert {problem.code for problem in problems} >= {"carried-over"}
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []


def test_same_input_same_bytes_whoever_comments_is_given(opened: Opened) -> None:
    by = Reviewer("张三", "张", "2025-01-09T08:00:00")
    assert draft(opened, "docx")[0] == draft(opened, "docx")[0]
    assert draft(opened, "docx", by=by)[0] == draft(opened, "docx", by=by)[0] != draft(opened, "docx")[0]
    with zipfile.ZipFile(io.BytesIO(draft(opened, "docx", by=by)[0])) as package:
        assert 'w:author="张三" w:date="2025-01-09T08:00:00"' in package.read("word/comments.xml").decode()


def test_the_table_follows_or_not(opened: Opened) -> None:
    with_table = docx_paragraphs(draft(opened, "docx")[0])
    without = docx_paragraphs(draft(opened, "docx", annex=False)[0])
    assert with_table[: len(without)] == without and with_table[len(without)] == "数据核对表"
    text = draft(opened, "txt")[0].decode()
    assert text.endswith(
        "数据核对表\n指标\t数值\t用在\t依据\t科室\t核对人签字\n"
        "高企净增数\t7家\t导语；抓培育\t认定系统\t高新科\t\n"
        "研发占比\t3.1%（预计）\t导语\t统计局测算\t\t\n"
        "高企总数\t9家\t导语（数值、同比）\t\t高新科\t\n"
    )


def test_the_table_as_a_file(opened: Opened) -> None:
    text = table(opened, "txt").decode()
    assert text.startswith("2024年数据核对表\n某局\n\n指标") and "      【没有依据】“总数”" in text
    assert docx_paragraphs(table(opened, "docx"))[:2] == ["2024年数据核对表", "某局"]
    with zipfile.ZipFile(io.BytesIO(table(opened, "xlsx"))) as package:
        shared = package.read("xl/sharedStrings.xml").decode()
    assert "导语（数值、同比）" in shared and "核对日期" in shared
    for format in ("txt", "docx", "xlsx"):
        assert table(opened, format) == table(opened, format)  # type: ignore[arg-type]


def test_notice_and_annexes_are_named_as_such(opened: Opened, tmp_path: Path) -> None:
    file = opened.place / "报告.yaml"
    file.write_text(
        f"{FACTS}通知: {{标题: 通知, 正文: '净增{{{{ 净增 }}}}。'}}\n附件: [{{标题: 表, 正文: '{{{{ 净增 }}}}'}}]\n", "utf-8"
    )
    report = open_report("2024", tmp_path).report
    assert [row.uses for row in rows(report, {}) if row.figure.id == "净增"] == [("导语", "通知", "附件", "抓培育")]


def test_a_report_without_figures(tmp_path: Path) -> None:
    assert rows(Report(), {}) == [] and doubts(Report(), []) == {}


def test_an_error_stops_the_draft(opened: Opened) -> None:
    file = opened.place / "报告.yaml"
    file.write_text(FACTS.replace('{{ 净增 }}。"', '{{ 没有 }}。"'), "utf-8")
    with pytest.raises(Refused) as caught:
        draft(open_report(str(opened.place), opened.place), "docx")
    assert caught.value.exit_code == 1


def problem(fact: str | None, words: str = "", severity: str = "warning") -> Problem:
    return Problem("某", Both("有疑", ""), Both("核对。", ""), severity, fact=fact, words=words)  # type: ignore[arg-type]


BLOCKS = [
    Block("title", (Run("总结"),)),
    Block("paragraph", (Run("导语有错字。"),)),
    Block("heading", (Run("一、情况", 1),), 1),
    Block("paragraph", (Run("（一）甲。", 2), Run("前文。")), 0, "甲"),
    Block("paragraph", (Run("后"), Run("文", mark=True, notes=("先有的",)), Run("错字。"))),
    Block("signature", (Run("某局"),)),
    Block("title", (Run("附件错了"),)),
]
REPORT = Report(achievements=(Fact(id="甲", title="甲", text="前文。\n后文错字。", children=(Fact(id="乙"),)),))


@pytest.mark.parametrize(
    ("found", "block", "words"),
    [
        (problem("甲", "错字"), 4, "错字"),
        (problem("甲", "文错"), 4, "文错"),  # over two runs, of which one has a note already
        (problem("甲"), 3, "（一）甲。"),
        (problem("乙"), 3, "（一）甲。"),  # it is said in the lines of the one before
        (problem("甲", "印成别的样子"), 3, "（一）甲。"),
        (problem(None, "错字"), 1, "错字"),
        (problem(None), 0, "总结"),
        (problem("甲", "错了"), 3, "（一）甲。"),
        (problem("上期打算/1"), 0, "总结"),  # it is not printed
    ],
)
def test_findings_stand_at_their_words(found: Problem, block: int, words: str) -> None:
    made = noted(BLOCKS, REPORT, [found])
    assert [each.text for each in made] == [each.text for each in BLOCKS]
    said = [(index, run) for index, each in enumerate(made) for run in each.runs if "【提醒】有疑。核对。" in run.notes]
    assert {index for index, _ in said} == {block} and "".join(run.text for _, run in said) == words
    assert [run.text for each in made for run in each.runs if "先有的" in run.notes] == ["文"]


def test_a_finding_in_a_table_stands_in_its_cell() -> None:
    table = Block("table", rows=(("项目", "数"), ("甲", "约7家")), cells=(Cell(1, 1, (Run("约"), Run("7家", mark=True))),))
    made = noted([*BLOCKS[:4], table], REPORT, [problem("甲", "约7"), problem("甲", "项目")])
    assert [(cell.row, cell.column, [(run.text, len(run.notes)) for run in cell.runs]) for cell in made[4].cells] == [
        (1, 1, [("约", 1), ("7", 1), ("家", 0)]),
        (0, 0, [("项目", 1)]),
    ]
    assert noted([table], REPORT, [problem(None)]) == [table]


def test_hints_are_no_comments() -> None:
    assert noted(BLOCKS, REPORT, [problem("甲", severity="info")]) == BLOCKS
    assert noted([], REPORT, [problem("甲")]) == []


EXHIBITS = """\
单位: 某局
期间: 2024
标题: 2024年工作总结
指标:
- {编号: 净增, 名称: 高企净增数, 数值: 7, 单位: 家, 依据: 认定系统, 同期: 6}
- {编号: 占比, 名称: 研发占比, 数值: 3.1, 单位: "%", 状态: 预计, 依据: 统计局测算, 同期: 3.0}
- {编号: 待数, 名称: 待填的数, 单位: 家, 待更新: 是, 来自: [2023/指标/待数]}
成绩:
- 标题: 抓培育
  正文: 情况如下。
  表格:
  - {标题: 明细, 各行: "项目|数\\n占比|约{{ 占比 }}", 附注: "占比{{ 占比 }}"}
  - {内容: 主要指标}
  图: [{类型: 柱形图, 标题: "占比{{ 占比 }}", 指标: [占比]}, {类型: 柱形图, 标题: 净增, 指标: [净增]}]
"""
EXPECTED = "【预计数】有了实际数要换上。依据：统计局测算。"


@pytest.fixture
def with_exhibits(tmp_path: Path) -> Opened:
    file = tmp_path / "facts" / "2024" / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(EXHIBITS, "utf-8")
    return open_report("2024", tmp_path)


def test_cells_and_captions_are_marked_and_say_why(with_exhibits: Opened, tmp_path: Path) -> None:
    data, problems = draft(with_exhibits, "docx", annex=False)
    assert "draft-unmarked" not in {problem.code for problem in problems}
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    shown = ["".join(run.itertext()) for run in document.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None]
    # A number, what is worked out of it, the name that stands for one that is missing; a chart by its caption.
    assert shown == ["3.1%", "3.1%", "3.1", "提高0.1个百分点", "待填的数", "占比3.1%"]
    said = comments(data)
    assert said["3.1%"] == said["3.1"] == EXPECTED and "提高0.1个百分点" not in said
    assert said["占比3.1%"] == f"图中的“研发占比”3.1%：{EXPECTED}"


def test_a_page_on_screen_marks_the_same_cells(with_exhibits: Opened) -> None:
    page = draft(with_exhibits, "html", annex=False)[0].decode()
    assert page.count("<mark>") == 6 and "约<mark>3.1%</mark></td>" in page and "&lt;mark" not in page
    assert "<mark" not in draft(with_exhibits, "txt", annex=False)[0].decode()


def test_the_ledger_in_a_report_marks_what_a_figure_says() -> None:
    from drafter.actions.ledger import Ledger, Row
    from drafter.actions.ledger.documents import plan_figures
    from drafter.model.figure import Figure

    blank = Row(
        "", "培育", "", "", "净增", "", "6", "7", "家", "", "", "", "", "", "", "", "", "", "", "", "", None, (), (), (), False
    )
    made = Ledger(Both("", ""), "", "", (), (blank, blank._replace(actual="8"), blank._replace(figure="")), ())
    named = plan_figures(made, {"净增": Figure(id="净增", value="7")})
    assert [row[3:5] for row in named] == [("", ""), ("净增", "净增"), ("", ""), ("", "")]  # 8 was typed
