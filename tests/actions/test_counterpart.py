from pathlib import Path

import pytest

from drafter.actions.counterpart import Counterpart, Value, counterpart
from drafter.actions.opening import Opened, open_report

BEFORE = """
单位: 某局
期间: 2023
标题: 2023年工作总结
导语: 增收{{ 税收 }}。
指标:
- {编号: 税收, 名称: 税收收入, 数值: 10, 单位: 亿元, 目标: 12}
- {编号: 旧号, 名称: 企业数, 数值: 8, 单位: 家}
成绩:
- 编号: 强企
  标题: 强企有方
  正文: 税收{{ 税收 }}，企业{{ 旧号 }}。
  分项:
  - {标题: 抓培训, 正文: 办班。}
  - {正文: "送政策上门，企业满意。"}
- {标题: 优化营商环境成效明显}
打算:
- {标题: 谋划泵站改造工程}
- {标题: 抓培训, 正文: 明年再办。, 目标: 5, 语气: 力争, 类别: 会议活动, 名目: 培训班}
"""
NOW = """
单位: 某局
期间: 2024
标题: 2024年工作总结
指标:
- {编号: 税收, 名称: 税收总额, 数值: 11, 单位: 亿元}
- {编号: 新号, 名称: 企业数, 数值: 9, 单位: 家}
- {编号: 另一个, 名称: 没有过的, 数值: 1}
成绩:
- {标题: 换了说法, 来自: 2023/打算/2}
- {编号: 强企, 标题: 抓培训}
- {标题: 抓培训}
- {标题: 优化营商环境再见成效}
- {标题: 从未做过}
- {标题: 照旧, 来自: 强企}
- {标题: 丢了来处, 来自: 2023/成绩/9}
- {标题: 谋划泵站改造项目}
"""


def write(workspace: Path, name: str, text: str) -> None:
    folder = workspace / "facts" / name
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(text, "utf-8")


@pytest.fixture
def now(tmp_path: Path) -> Opened:
    write(tmp_path, "2023", BEFORE)
    write(tmp_path, "2024", NOW)
    return open_report("2024", tmp_path)


@pytest.mark.parametrize(
    ("index", "how", "title"),
    [
        (0, "来自", "抓培训"),
        (1, "编号", "强企有方"),
        (2, "标题", "抓培训"),
        (3, "相近", "优化营商环境成效明显"),
        (4, "无", ""),
        (5, "来自", "强企有方"),
        (6, "无", ""),
        (7, "无", ""),
    ],
)
def test_a_fact_finds_its_counterpart_the_surest_way_first(now: Opened, index: int, how: str, title: str) -> None:
    found = counterpart(now, now.report.achievements[index])
    assert found is not None
    assert (found.how, found.title, found.period, found.guessed) == (how, title, "2023年", how == "相近")


def test_the_same_heading_counts_in_the_same_part_only(now: Opened) -> None:
    same, named = (counterpart(now, now.report.achievements[index]) for index in (2, 0))
    assert same and same.text == "办班。"
    assert named and (named.text, named.fields) == ("明年再办。", (("目标", "5"), ("语气", "力争"), ("名目", "培训班")))


def test_the_text_is_as_it_was_printed_and_its_figures_stand_beside_todays(now: Opened) -> None:
    found = counterpart(now, now.report.achievements[1])
    assert found and found.text == "税收10亿元，企业8家。" and found.items == ("抓培训", "送政策上门")
    assert found.figures == (Value("税收收入", "10亿元", "11亿元"), Value("企业数", "8家", "9家"))


def test_a_figure_is_known_by_its_id_or_its_name(now: Opened) -> None:
    by_id, by_name, new = (counterpart(now, figure) for figure in now.report.figures)
    assert by_id == Counterpart("2023年", "编号", "税收收入", "", (("目标", "12"),), (), (Value("税收收入", "10亿元", "11亿元"),))
    assert by_name and (by_name.how, by_name.figures) == ("名称", (Value("企业数", "8家", "9家"),))
    assert new == Counterpart("2023年", "无")


def test_the_report_itself_has_its_lead(now: Opened) -> None:
    found = counterpart(now, None)
    assert found and (found.how, found.title, found.text) == ("报告", "2023年工作总结", "增收10亿元。")


@pytest.mark.parametrize(
    ("present", "asked", "expected"),
    [
        (["2023", "2024-H1"], "2024", "2023年"),
        (["2022", "2023-H2", "2023-H1"], "2024-H1", "2023年下半年"),
        (["2022", "2023-H1"], "2024-H1", "2023年上半年"),
        (["2022", "2023"], "2024-H1", "2023年"),
        (["2022", "2024-H1"], "2024", "2024年上半年"),
        (["2025"], "2024", None),
        (["别的局/2023"], "2024", None),
    ],
)
def test_which_report_is_the_one_before(tmp_path: Path, present: list[str], asked: str, expected: str | None) -> None:
    for name in [*present, asked]:
        write(tmp_path, name, f"单位: 某局\n期间: {name.rpartition('/')[2]}\n标题: 总结\n")
    found = counterpart(open_report(asked, tmp_path), None)
    assert (found and found.period) == expected


def test_the_same_half_of_last_year_is_looked_into_too(tmp_path: Path) -> None:
    write(tmp_path, "2023-H1", "单位: 某局\n期间: 2023-H1\n标题: 总结\n成绩:\n- {标题: 防汛备汛}\n")
    write(tmp_path, "2023-H2", "单位: 某局\n期间: 2023-H2\n标题: 总结\n成绩:\n- {标题: 秋冬水利}\n")
    write(tmp_path, "2024-H1", "单位: 某局\n期间: 2024-H1\n标题: 总结\n成绩:\n- {标题: 防汛备汛}\n- {标题: 秋冬水利}\n")
    opened = open_report("2024-H1", tmp_path)
    found = [counterpart(opened, fact) for fact in opened.report.achievements]
    assert [each and each.period for each in found] == ["2023年上半年", "2023年下半年"]


def test_an_earlier_report_that_changed_is_read_again(tmp_path: Path, now: Opened) -> None:
    assert counterpart(now, None)
    (tmp_path / "facts" / "2023" / "报告.yaml").write_text(BEFORE.replace("2023年工作总结", "旧总结"), "utf-8")
    found = counterpart(now, None)
    assert found and found.title == "旧总结"


def test_a_figure_made_of_several_says_what_each_of_them_was(tmp_path: Path) -> None:
    for name, value in (("2023", 10), ("2024-H1", 4)):
        write(
            tmp_path,
            name,
            f"单位: 某局\n期间: {name}\n标题: 总结\n指标:\n- {{编号: 税收, 名称: 税收, 数值: {value}, 单位: 亿元}}\n",
        )
    write(
        tmp_path,
        "2024",
        "单位: 某局\n期间: 2024\n标题: 总结\n指标:\n"
        "- {编号: 税收, 来自: [2024-H1/指标/税收, 2023/指标/税收, 2022/指标/税收], 名称: 税收, 数值: 9, 单位: 亿元}\n",
    )
    opened = open_report("2024", tmp_path)
    found = counterpart(opened, opened.report.figures[0])
    assert found is not None and found.how == "来自"
    assert found.figures == (Value("2024年上半年 税收", "4亿元", "9亿元"), Value("2023年 税收", "10亿元", "9亿元"))


def test_a_heading_of_other_words_is_recognised_by_what_it_is_about(tmp_path: Path) -> None:
    write(
        tmp_path,
        "2023",
        "单位: 某局\n期间: 2023\n标题: 总结\n成绩:\n- {标题: 水源有保障, 正文: 白鹭湖取水口开工。}\n- {标题: 河道变清, 正文: 青溪清淤。}\n",
    )
    write(
        tmp_path,
        "2024",
        "单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n- {标题: 供水迈上台阶, 正文: 白鹭湖取水口完工。}\n- {标题: 人才, 正文: 招了人。}\n",
    )
    opened = open_report("2024", tmp_path)
    found = [counterpart(opened, fact) for fact in opened.report.achievements]
    assert [(each.how, each.title) for each in found if each] == [("相近", "水源有保障"), ("无", "")]
