"""The ledger of one bureau over a year: its rows, and each format of it."""

import json
import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from support import docx_paragraphs

from drafter.actions.ledger import Concern, Ledger, Row, document, ledger
from drafter.actions.ledger.documents import state
from drafter.actions.opening import open_report

HERE = Path(__file__).parent

YEARS = {
    "2023": """\
单位: 临江市水务局
期间: 2023
标题: 2023年工作总结
指标:
- {编号: 管网, 名称: 新建管网, 数值: 60, 单位: 公里, 汇总: 累加}
- {编号: 漏损, 名称: 供水漏损率, 数值: 9.8, 单位: "%", 汇总: 期末}
问题:
- {编号: 缺人, 标题: 管护力量不足, 正文: 水管员只有12名。, 科室: 人事科, 对应: [招人]}
- {标题: 水价偏低, 正文: 多年未调。}
打算:
- {编号: 修管网, 标题: 加快管网建设, 指标: 管网, 目标: 80, 语气: 力争, 科室: 工程科, 期限: 2024年12月底, 正文: 力争全年新建管网80公里。}
- {编号: 降漏损, 标题: 降低漏损, 指标: 漏损, 目标: 8, 语气: 确保, 科室: 供水科, 正文: 确保漏损率降到8%以内。}
- {编号: 招人, 标题: 充实管护队伍, 目标: 20, 语气: 拟, 科室: 人事科, 正文: 拟新聘水管员20名以上。}
- {标题: 办宣传周, 正文: 3月举办宣传周。}
- {标题: 修水文站, 正文: 改造三座水文站。}
- {正文: 出台节水办法，推动各县区、各灌区同步制定实施细则并公开征求社会各界意见。}
""",
    "2024-H1": """\
单位: 临江市水务局
期间: 2024-H1
标题: 2024年上半年工作总结
来自: ["2023"]
不再沿用: [2023/打算/5]
指标:
- {编号: 管网, 名称: 新建管网, 数值: 39.5, 单位: 公里, 目标: 80, 汇总: 累加, 来自: [2023/指标/管网]}
- {编号: 漏损, 名称: 供水漏损率, 数值: 8.6, 单位: "%", 汇总: 期末}
成绩:
- {编号: 宣传周, 标题: 宣传, 正文: 办了宣传周。, 来自: 2023/打算/4}
问题:
- {编号: 仍缺人, 标题: 管护力量不足, 正文: 水管员还差9名。, 来自: 2023/缺人}
打算:
- {编号: 再修, 标题: 加快管网建设, 指标: 管网, 目标: 80, 来自: 2023/修管网, 对应: [仍缺人], 正文: 力争全年新建管网80公里。}
上期打算:
- {来自: 2023/修管网, 标题: 加快管网建设, 兑现: 推进中, 说明: 汛期停工}
- {来自: 2023/降漏损, 标题: 降低漏损}
- {来自: 2023/招人, 标题: 充实管护队伍, 兑现: 完成, 实际: 11}
- {来自: 2023/打算/4, 标题: 办宣传周, 兑现: 完成}
上期问题:
- {来自: 2023/缺人, 标题: 管护力量不足, 现状: 仍存在}
- {来自: 2023/问题/2, 标题: 水价偏低}
""",
    "2024": """\
单位: 临江市水务局
期间: 2024
标题: 2024年工作总结
来自: [2024-H1, "2023"]
指标:
- {编号: 新管网, 名称: 新建管网, 数值: 82, 单位: 公里, 汇总: 累加, 来自: [2024-H1/指标/管网]}
- {编号: 漏损, 名称: 供水漏损率, 数值: 7.9, 单位: "%", 汇总: 期末}
成绩:
- {编号: 管网建设, 标题: 管网建设, 正文: 新建82公里。, 来自: 2024-H1/再修}
上期打算:
- {来自: 2024-H1/再修, 标题: 加快管网建设, 兑现: 完成}
- {来自: 2023/降漏损, 标题: 降低漏损, 兑现: 完成}
- {来自: 2023/招人, 标题: 充实管护队伍, 兑现: 完成, 实际: 20}
- {来自: 2023/打算/6, 标题: 出台节水办法, 兑现: 取消, 说明: 省里统一出台}
上期问题:
- {来自: 2024-H1/仍缺人, 标题: 管护力量不足, 现状: 已解决}
- {来自: 2023/问题/2, 标题: 水价偏低, 现状: 仍存在, 说明: 听证延后}
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in YEARS.items():
        folder = tmp_path / "facts" / name
        folder.mkdir(parents=True)
        (folder / "报告.yaml").write_text(text, "utf-8")
    return tmp_path


def drawn(root: Path, name: str) -> Ledger:
    return ledger(open_report(name, root))


def row(found: Ledger, origin: str) -> Row:
    return next(each for each in found.rows if each.origin == origin)


def concern(found: Ledger, origin: str) -> Concern:
    return next(each for each in found.concerns if each.origin == origin)


def test_a_row_says_what_was_promised_and_how_far_it_came(root: Path) -> None:
    found = row(drawn(root, "2024-H1"), "2023/修管网")
    assert (found.path, found.title, found.period, found.figure, found.measure) == (
        "上期打算/1", "加快管网建设", "2023年", "管网", "新建管网",
    )  # fmt: skip
    assert (found.target, found.actual, found.unit, found.completion, found.progress) == ("80", "39.5", "公里", "49.4%", "50%")
    assert (found.pace, found.modality, found.due, found.office) == (
        "低于时序进度0.6个百分点", "力争", "2024年12月底", "工程科",
    )  # fmt: skip
    assert (found.outcome, found.note, found.suggestion, found.contradiction) == ("推进中", "汛期停工", "推进中", None)


def test_a_row_says_where_it_is_taken_up(root: Path) -> None:
    half, year = drawn(root, "2024-H1"), drawn(root, "2024")
    assert row(half, "2023/打算/4").fulfilled_by == ("宣传周",)
    assert row(half, "2023/修管网").followed_by == ("再修",)
    assert row(year, "2023/修管网").fulfilled_by == row(year, "2024-H1/再修").fulfilled_by == ("管网建设",)
    assert concern(half, "2023/缺人").planned == ("2023/招人",) and concern(half, "2023/缺人").followed_by == ("仍缺人",)


def test_what_is_answered_with_numbers_against_it_is_marked(root: Path) -> None:
    found = row(drawn(root, "2024-H1"), "2023/招人")
    assert found.contradiction is not None and "55%" in found.contradiction.zh
    assert row(drawn(root, "2024"), "2023/招人").contradiction is None


def test_an_answer_given_elsewhere_is_not_held_against_the_numbers_of_now(root: Path) -> None:
    file = root / "facts" / "2023" / "报告.yaml"
    file.write_text(YEARS["2023"].replace("指标: 漏损,", "指标: 漏损, 兑现: 完成,"), "utf-8")
    found = row(drawn(root, "2024-H1"), "2023/降漏损")
    assert (found.outcome, found.answered_in, found.contradiction) == ("完成", "2023/降漏损", None)


def test_what_is_left_out_says_so_or_that_it_was_dropped(root: Path) -> None:
    found = drawn(root, "2024-H1")
    left, dropped = row(found, "2023/打算/6"), row(found, "2023/打算/5")
    assert (left.listed, left.answered, state(left)) == (False, False, "未列入")
    assert (dropped.listed, dropped.answered, state(dropped)) == (False, True, "不再沿用")
    assert left.title == "出台节水办法，推动各县区、各灌区同步制定实施细则并公开征求…"
    assert found.unanswered == 3 and found.earlier == ("2023年",)


def test_over_the_half_year_the_ledger_closes(root: Path) -> None:
    found = drawn(root, "2024")
    assert [(each.origin, each.outcome, each.answered_in) for each in found.rows] == [
        ("2024-H1/再修", "完成", ""),
        ("2023/降漏损", "完成", ""),
        ("2023/招人", "完成", ""),
        ("2023/打算/6", "取消", ""),
        ("2023/修管网", "完成", "2024-H1/再修"),
        ("2023/打算/4", "完成", "2024-H1/上期打算/4"),
        ("2023/打算/5", "", ""),
    ]
    assert row(found, "2023/修管网").continued_by == ("2024-H1/再修",)
    assert concern(found, "2023/缺人").standing == "已解决" and concern(found, "2023/缺人").continued_by == ("2024-H1/仍缺人",)
    assert [each.origin for each in found.rows if not each.answered] == ["2023/打算/5"] and found.unanswered == 1


def test_the_figure_is_followed_by_where_it_came_from(root: Path) -> None:
    found = row(drawn(root, "2024"), "2024-H1/再修")
    assert (found.actual, found.completion, found.bound) == ("82", "102.5%", "lower")
    assert row(drawn(root, "2024"), "2023/降漏损").bound == "upper"


def test_a_first_report_has_an_empty_ledger(root: Path) -> None:
    found = drawn(root, "2023")
    assert found.rows == () and found.concerns == () and found.earlier == () and found.unanswered == 0
    for format in ("txt", "json", "docx", "xlsx"):
        assert document(found, format)  # type: ignore[arg-type]
    assert "没有要答复的打算。" in document(found, "txt").decode() and "合计 0 条。" in document(found, "txt").decode()


def test_a_report_without_period(root: Path) -> None:
    file = root / "facts" / "2024" / "报告.yaml"
    file.write_text(YEARS["2024"].replace("期间: 2024\n", ""), "utf-8")
    found = drawn(root, "2024")
    assert found.title.zh == "目标任务兑现情况表" and found.rows[0].progress is None


@pytest.mark.parametrize("name", ["2024-H1", "2024"])
def test_as_text(root: Path, name: str) -> None:
    said = document(drawn(root, name), "txt").decode()
    golden = HERE / f"{name}.txt"
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")


def test_as_json(root: Path) -> None:
    found = drawn(root, "2024-H1")
    said = json.loads(document(found, "json"))
    assert list(said) == ["title", "unit", "period", "earlier", "unanswered", "rows", "concerns"]
    assert said["title"] == "2024年上半年目标任务兑现情况表" and said["unanswered"] == 3
    assert set(said["rows"][0]) == {*Row._fields, "answered"} and set(said["concerns"][0]) == {*Concern._fields, "answered"}
    assert said["rows"][2]["contradiction"] == "目标 20名，实际 11名，完成 55%，却写着“完成”"
    assert (said["rows"][0]["contradiction"], said["rows"][0]["followed_by"]) == ("", ["再修"])


def test_as_a_word_document(root: Path) -> None:
    said = docx_paragraphs(document(drawn(root, "2024-H1"), "docx"))
    assert said[:2] == ["2024年上半年目标任务兑现情况表", "临江市水务局"]
    assert {"上期打算兑现情况", "力争80公里", "39.5公里", "49.4%", "汛期停工；低于时序进度0.6个百分点（工程科）", "水价偏低"} <= {
        *said
    }
    assert said[said.index("降低漏损") + 1] == "确保8%以内"


def test_as_a_workbook(root: Path) -> None:
    data = document(drawn(root, "2024-H1"), "xlsx")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        texts = ["".join(each.itertext()) for each in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert {"2024年上半年目标任务兑现情况表", "2024年上半年上期问题解决情况", "力争全年新建管网80公里。", "2023/修管网"} <= {
        *texts
    }
    assert "请核对：目标 20名，实际 11名，完成 55%，却写着“完成”" in texts
    numbers = dict(re.findall(r'<c r="([A-Z]3)"[^>]*><v>([\d.]+)</v>', sheet.replace(' t="s"', " ")))
    assert [numbers[cell] for cell in ("E3", "F3", "H3", "I3")] == ["80", "39.5", "49.4", "50"]
    assert data == document(drawn(root, "2024-H1"), "xlsx")


def test_a_text_of_the_report_is_no_formula(root: Path) -> None:
    file = root / "facts" / "2024-H1" / "报告.yaml"
    file.write_text(YEARS["2024-H1"].replace("汛期停工", "'=1+1'"), "utf-8")
    with zipfile.ZipFile(BytesIO(document(drawn(root, "2024-H1"), "xlsx"))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml") and b"=1+1" in archive.read("xl/sharedStrings.xml")
