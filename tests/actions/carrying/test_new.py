"""new --from: what of an earlier report is in the new one, where it came from, and how it waits."""

from pathlib import Path

import pytest

from drafter.actions.check import check
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.settling import settle
from drafter.actions.editing.tree import records
from drafter.actions.new import Made, new
from drafter.model.fact import Fact
from drafter.model.figure import Figure, Rank
from drafter.model.problem import Problem, Refused
from drafter.model.report import Report
from drafter.store.folder import read_report

YEAR = """\
单位: 临江市水务局
期间: 2023
版式: 二段式
标题: 临江市水务局2023年工作总结和2024年工作打算
文号: 临水〔2024〕2号
主送: "市人民政府："
成文日期: 2024年1月9日
数据截至: 2023年12月31日
附注: |
  联系人：李某
  二〇二四年一月九日 2024年1月9日印发
通知:
  文号: 临水〔2024〕3号
  标题: 关于印发《临江市水务局2023年工作总结和2024年工作打算》的通知
  正文: 2023年工作已结束，《河道条例2023年修订》照办。
  成文日期: 2024年1月10日
体例: {成绩: {标题: 2023年工作回顾}}
版本: [{名称: 2000字版, 字数: 2000, 标签: [亮点]}]
导语: 2023年，新建管网{{ 管网 }}。
指标:
- {编号: 管网, 名称: 新建管网, 数值: 76, 单位: 公里, 目标: 70, 排名: {范围: 全省, 名次: 2, 依据: 通报}, 汇总: 累加, 科室: 规划科, 口径: 主管}
- {编号: 水库, 名称: 在册水库, 数值: 31, 单位: 座, 状态: 预计, 汇总: 期末}
成绩:
- 编号: 建设
  标题: 抓建设
  科室: 规划科
  分项:
  - 标题: 管网
    正文: 2023年新建管网{{ 管网 }}，为目标的{{ 管网.完成率 }}。
    依据: 2023年统计年报
    标签: [亮点]
    优先级: 高
    对应: [打算-管网, 2022/打算/1]
  - 类别: 会议活动
    名目: 节水宣传周
    日期: 2023年5月15日
    正文: 2023年5月15日举办节水宣传周。
- 标题: 抓管护
问题:
- {编号: 漏损, 标题: 漏损偏高, 正文: 2023年漏损率偏高。, 对应: [打算-管网]}
打算:
- {编号: 打算-管网, 标题: 建管网, 正文: 2024年新建管网80公里。, 指标: 管网, 目标: 80, 语气: 力争, 期限: 2024年11月底, 科室: 规划科}
- {正文: 2024年开展水质普查，摸清底数。, 兑现: 完成, 实际: 1, 说明: 提前}
"""
HALF = """\
单位: 临江市水务局
期间: 2024-H1
版式: 三段式
标题: 2024年上半年工作总结和下半年工作打算
来自: [2023]
指标:
- {编号: 管网, 名称: 新建管网, 数值: 30, 单位: 公里, 目标: 80, 汇总: 累加, 来自: [2023/指标/管网]}
- {编号: 库数, 名称: 在册水库, 数值: 33, 单位: 座, 汇总: 期末}
- {编号: 检查, 名称: 检查, 数值: 5, 单位: 次, 汇总: 不汇总}
- {编号: 峰值, 名称: 日供水峰值, 数值: 9.50, 单位: 万吨, 汇总: 最大}
成绩:
- 标题: 上半年主要工作
  分项:
  - {编号: 建设, 标题: 建设有力, 正文: "上半年新建管网{{ 管网 }}，在册水库{{ 库数 }}。", 来自: 2023/建设}
打算:
- {标题: 接着建, 正文: 下半年新建管网50公里。, 指标: 管网, 目标: 80, 来自: 2023/打算-管网}
上期打算:
- {来自: 2023/打算-管网, 标题: 建管网, 指标: 管网, 目标: 80, 兑现: 推进中}
- {来自: 2023/打算/2, 标题: 普查, 兑现: 完成}
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write(tmp_path, "2023", YEAR)
    return tmp_path


def write(place: Path, name: str, text: str) -> Path:
    path = place / "facts" / name / "报告.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def begun(place: Path, period: str, *sources: str, **options: object) -> Report:
    made = new(period, place, sources=sources, **options)  # type: ignore[arg-type]
    reading = read_report(made.path)
    assert reading.problems == []
    return reading.report


def facts(report: Report) -> dict[str, Fact]:
    return {fact.origin: fact for _, _, fact in report.facts()}


def figures(report: Report) -> dict[str, Figure]:
    return {figure.id: figure for figure in report.figures}


def codes(made: Made) -> list[str]:
    return [note.code for note in made.notes]


def checked(name: str, place: Path) -> list[Problem]:
    return [problem for found in check([name], place).values() for problem in found.problems]


def refused(place: Path, *arguments: str) -> tuple[str, int]:
    with pytest.raises(Refused) as found:
        new("2024", place, sources=arguments)
    return found.value.problems[0].code, found.value.exit_code


def test_the_reports_own_fields_roll_over_and_wait(place: Path) -> None:
    report = begun(place, "2024", "2023")
    assert report.title == "临江市水务局2024年工作总结和2025年工作打算" and report.stale and report.origins == ("2023",)
    assert (report.layout, report.addressees, report.unit) == ("二段式", "市人民政府：", "临江市水务局")
    assert report.number == report.date == report.as_of == "" and report.note == "联系人：李某"
    assert report.lead == "2024年，新建管网{{ 管网 }}。"
    assert report.style is not None and report.style.part("成绩").title == "2024年工作回顾"
    notice = report.notice
    assert notice is not None and not notice.number and not notice.date
    assert notice.title == "关于印发《临江市水务局2024年工作总结和2025年工作打算》的通知"
    assert notice.text == "2024年工作已结束，《河道条例2023年修订》照办。"


def test_facts_come_with_their_origin_and_in_quarantine(place: Path) -> None:
    found = facts(begun(place, "2024", "2023"))
    assert list(found)[:4] == ["2023/建设", "2023/成绩/1/1", "2023/成绩/1/2", "2023/成绩/2"]
    assert not found["2023/建设"].stale, "a heading over others says nothing"
    assert found["2023/成绩/2"].stale, "one with nothing below it says all there is"
    pipes = found["2023/成绩/1/1"]
    assert pipes.stale and pipes.text == "2024年新建管网{{ 管网 }}，为目标的{{ 管网.完成率 }}。"
    assert (pipes.evidence, pipes.tags, pipes.answers) == ("2023年统计年报", ("亮点",), ("打算-管网",))
    week = found["2023/成绩/1/2"]
    assert week.text == "2023年5月15日举办节水宣传周。" and week.details["日期"] == "2023年5月15日" and week.kind == "会议活动"


def test_plans_are_proposed_a_year_on_and_asked_about(place: Path) -> None:
    report = begun(place, "2024", "2023")
    plan = facts(report)["2023/打算-管网"]
    assert (plan.text, plan.due, plan.target) == ("2025年新建管网80公里。", "2025年11月底", None)
    assert (plan.figure, plan.modality, plan.office, plan.outcome) == ("管网", "力争", "规划科", "")
    survey = facts(report)["2023/打算/2"]
    assert (survey.outcome, survey.actual, survey.note) == ("", None, "")
    first, second = report.commitments
    assert (first.origin, first.title, first.figure, first.target, first.due) == (
        "2023/打算-管网", "建管网", "管网", "80", "2024年11月底")  # fmt: skip
    assert (first.modality, first.office, first.text, first.stale, first.outcome) == ("力争", "规划科", "", False, "")
    assert (second.title, second.outcome, second.actual, second.note) == ("2024年开展水质普查", "完成", "1", "提前")
    [issue] = report.concerns
    assert (issue.origin, issue.title, issue.standing) == ("2023/漏损", "漏损偏高", "")


def test_figures_ask_for_a_value_and_say_the_last_one(place: Path) -> None:
    pipes, dams = begun(place, "2024", "2023").figures
    assert (pipes.value, pipes.last, pipes.year_before, pipes.target) == (None, "76", "76", "80")
    assert pipes.rank == Rank(scope="全省") and pipes.stale and pipes.origins == ("2023/指标/管网",)
    assert (pipes.scope, pipes.office, pipes.combine, pipes.unit) == ("主管", "规划科", "累加", "公里")
    assert (dams.status, dams.last, dams.target) == ("", "31", None)


def test_a_half_year_knows_the_same_half_of_last_year(place: Path) -> None:
    write(
        place,
        "2023-H1",
        "期间: 2023-H1\n指标:\n- {编号: 管网, 名称: 管网, 数值: 28, 单位: 公里}\n- {编号: 水库, 名称: 水, 数值: 3, 单位: 口}\n",
    )
    found = figures(begun(place, "2024-H1", "2023"))
    assert (found["管网"].last, found["管网"].year_before, found["管网"].target) == ("76", "28", "80")
    assert found["水库"].year_before is None, "another unit"
    later = figures(begun(place, "2025-H1", "2023-H1"))
    assert (later["管网"].last, later["管网"].year_before) == ("28", None)


def test_what_was_answered_further_back_is_left_out_and_said(place: Path) -> None:
    made = new("2024", place, sources=["2023"])
    [note] = [note for note in made.notes if note.code == "carried-answer"]
    assert note.message.zh == "“管网”原来对应 2022/打算/1，那是更早的事，没有带过来。" and note.severity == "info"
    write(
        place,
        "2023",
        YEAR.replace("抓管护", "抓管护, 对应: [2022/打算/2, 2022/打算/3]")
        .replace("- 标题: 抓管护, 对应", "- {标题: 抓管护, 对应")
        .replace("2022/打算/3]", "2022/打算/3]}"),
    )
    [note] = [note for note in new("2024-H1", place, sources=["2023"]).notes if note.code == "carried-answer"]
    assert "“管网”等 2 条原来对应 2022/打算/1 等 3 处" in note.message.zh and "and 1 more" in note.message.en


def test_the_file_reads_by_eye(place: Path) -> None:
    text = new("2024", place, sources=["2023"]).path.read_text("utf-8")
    assert "来自: [2023]\n待更新: 是\n" in text
    assert (
        "  - 编号: 管网\n    名称: 新建管网\n    来自: [2023/指标/管网]\n    待更新: 是\n    数值:\n    单位: 公里\n    上期: 76\n    同期: 76\n    目标: 80\n"
        in text
    )
    assert "      - 来自: 2023/成绩/1/1\n        待更新: 是\n        标题: 管网\n" in text


def test_unit_and_layout_may_be_others(place: Path) -> None:
    report = begun(place, "2024", "2023", unit="临江市水利局", layout="三段式")
    assert (report.unit, report.layout) == ("临江市水利局", "三段式")
    with pytest.raises(Refused):
        new("2025", place, sources=["2023"], layout="四段式")


# From several reports


@pytest.fixture
def both(place: Path) -> Path:
    write(place, "2024-H1", HALF)
    return place


def test_figures_of_parts_combine_by_their_rule(both: Path) -> None:
    found = figures(begun(both, "2024", "2024-H1", "2023"))
    assert (found["管网"].value, found["管网"].status, found["管网"].last, found["管网"].target) == ("30", "预计", "76", "80")
    assert found["管网"].origins == ("2024-H1/指标/管网", "2023/指标/管网") and found["管网"].rank == Rank(scope="全省")
    assert (found["检查"].value, found["检查"].status, found["检查"].last) == (None, "", "5")
    assert (found["峰值"].value, found["峰值"].status) == ("9.50", "预计")


def test_a_figure_that_is_called_otherwise_is_found_by_name_and_unit(both: Path) -> None:
    report = begun(both, "2024", "2023", "2024-H1")
    found = figures(report)
    assert (found["水库"].value, found["水库"].last, found["水库"].origins) == (
        "33",
        "31",
        ("2023/指标/水库", "2024-H1/指标/库数"),
    )
    assert "库数" not in found
    report = begun(both, "2025", "2024-H1", "2023")
    assert "库数" in figures(report) and "水库" not in figures(report)


def test_parts_that_cover_the_period_are_sure(both: Path) -> None:
    half = (
        HALF.replace("2024-H1", "2024-H2").replace("数值: 30", "数值: 45.5").replace("数值: 33", "数值: 34").replace("9.50", "8")
    )
    write(both, "2024-H2", half)
    found = figures(begun(both, "2024", "2024-H2", "2024-H1", "2023"))
    assert (found["管网"].value, found["管网"].status) == ("75.5", "实际")
    assert (found["库数"].value, found["库数"].status, found["峰值"].value) == ("34", "实际", "9.50")


def test_months_are_not_counted_twice(both: Path) -> None:
    write(both, "2024-M09", HALF.replace("2024-H1", "2024-M09").replace("数值: 30", "数值: 50"))
    found = figures(begun(both, "2024", "2024-H1", "2024-M09"))
    assert (found["管网"].value, found["管网"].status) == ("50", "预计")


def test_an_expected_part_makes_an_expected_whole(both: Path) -> None:
    write(both, "2024-H2", HALF.replace("2024-H1", "2024-H2").replace("数值: 30, 单位: 公里", "数值: 1, 单位: 公里, 状态: 预计"))
    assert figures(begun(both, "2024", "2024-H1", "2024-H2"))["管网"].status == "预计"


def test_another_unit_is_not_reckoned_with(both: Path) -> None:
    write(both, "2024-H1", HALF.replace("单位: 公里", "单位: 米"))
    made = new("2024", both, sources=["2024-H1", "2023"])
    assert "carried-unit" in codes(made)
    found = figures(read_report(made.path).report)
    assert (found["管网"].unit, found["管网"].value, found["管网"].last) == ("米", "30", None)


def test_what_both_say_is_there_once(both: Path) -> None:
    made = new("2024", both, sources=["2024-H1", "2023"])
    report = read_report(made.path).report
    found = facts(report)
    assert "2023/建设" not in found and found["2024-H1/建设"].text == "全年新建管网{{ 管网 }}，在册水库{{ 库数 }}。"
    assert found["2024-H1/建设"].answers == (), "lineage tells, so nothing needs to be noted"
    assert [fact.origin for fact in found["2024-H1/建设"].children] == ["2023/成绩/1/1", "2023/成绩/1/2"]
    assert [plan.origin for plan in report.plans] == ["2024-H1/打算/1", "2023/打算/2"]
    assert "carried-same" not in codes(made)
    [part] = report.achievements
    assert [fact.origin for fact in part.children] == ["2024-H1/建设", "2023/成绩/2"], "beside what stood before it"


@pytest.mark.parametrize(
    ("other", "how"),
    [
        ("编号: 建设, 标题: 建设提速, 正文: 开工两项。", "编号"),
        ("标题: 抓 建设, 正文: 开工两项。", "标题"),
        ("标题: 别的, 正文: 2024年新建管网{{ 管网 }}，为目标的{{ 管网.完成率 }}。", "正文"),
        ("标题: 新建管网, 正文: 2024年新建管网{{ 管网 }}，为目标的{{ 管网.完成率 }}左右。", "相近"),
    ],
)
def test_what_is_taken_for_the_same_is_said_and_noted(place: Path, other: str, how: str) -> None:
    write(
        place,
        "2024-H1",
        f"期间: 2024-H1\n标题: 总结\n成绩:\n- {{{other.replace('{{', '「').replace('}}', '」')}}}\n".replace("「", "{{")
        .replace("」", "}}")
        .replace(", 正文: ", ", 正文: '")
        .replace("。}", "。'}"),
    )
    made = new("2024", place, sources=["2024-H1", "2023"])
    [note] = [note for note in made.notes if note.code == "carried-same"]
    assert f"按{how}看作" in note.message.zh
    kept = facts(read_report(made.path).report)["2024-H1/建设" if how == "编号" else "2024-H1/成绩/1"]
    assert kept.answers == ("2023/建设" if how in ("编号", "标题") else "2023/成绩/1/1",)


def test_one_id_and_one_heading_need_no_word(place: Path) -> None:
    write(place, "2024-H1", "期间: 2024-H1\n标题: 总结\n成绩:\n- {编号: 建设, 标题: 抓建设, 正文: 开工两项。}\n")
    made = new("2024", place, sources=["2024-H1", "2023"])
    assert "carried-same" not in codes(made)
    assert facts(read_report(made.path).report)["2024-H1/建设"].answers == ("2023/建设",)


@pytest.mark.parametrize(("plan", "answers"), [("接着建", "2023/打算-管网"), ("接着建, 编号: 续建", "续建")])
def test_what_points_to_a_fact_that_is_another_now_points_there(both: Path, plan: str, answers: str) -> None:
    write(both, "2024-H1", HALF.replace("接着建", plan))
    assert facts(begun(both, "2024", "2024-H1", "2023"))["2023/漏损"].answers == (answers,)


def test_what_points_to_a_dropped_fact_points_to_where_it_stood(both: Path) -> None:
    path = write(both, "2024", "期间: 2024\n标题: 总结\n来自: [2024-H1]\n不再沿用: [2023/打算-管网]\n")
    new("2024", both, sources=["2023"])
    assert facts(read_report(path).report)["2023/漏损"].answers == ("2023/打算-管网",)


def test_what_precedes_its_list_still_does(both: Path) -> None:
    write(both, "2023", YEAR.replace("打算:\n", "打算:\n- {序号: 无, 正文: 2024年要做两件事。}\n"))
    report = begun(both, "2024", "2024-H1", "2023")
    assert [plan.origin for plan in report.plans] == ["2023/打算/1", "2024-H1/打算/1", "2023/打算/3"]


def test_an_id_of_another_part_gives_way(both: Path) -> None:
    write(both, "2024-H1", HALF.replace("标题: 接着建", "编号: 漏损, 标题: 接着建"))
    report = begun(both, "2024", "2024-H1", "2023")
    ids = [fact.id for _, _, fact in report.facts() if fact.id]
    assert len(ids) == len(set(ids)) and "漏损-2023" in ids


def test_promises_of_all_sources_are_asked_about_once(both: Path) -> None:
    origins = [plan.origin for plan in begun(both, "2024", "2024-H1", "2023").commitments]
    assert origins == ["2024-H1/打算/1", "2023/打算-管网", "2023/打算/2"]


def test_what_half_a_year_did_not_finish_is_asked_again(both: Path) -> None:
    first, second = begun(both, "2024", "2024-H1").commitments
    assert first.origin == "2024-H1/打算/1"
    assert (second.origin, second.outcome, second.target) == ("2023/打算-管网", "", "80")
    assert len(begun(both, "2024-H2", "2024-H1").commitments) == 1, "the second half answers for its own plans"


def test_what_the_second_half_plans_for_next_year_its_year_is_not_asked_about(both: Path) -> None:
    write(both, "2024-H2", "期间: 2024-H2\n标题: 总结\n问题:\n- 正文: 缺泵。\n打算:\n- 标题: 明年再建\n")
    made = new("2024", both, sources=["2024-H2", "2024-H1"])
    report = read_report(made.path).report
    assert report.plans[0].title == "明年再建"
    assert "2024-H2" not in {each.origin.partition("/")[0] for each in (*report.commitments, *report.concerns)}
    assert report.commitments[0].origin == "2024-H1/打算/1"
    assert not [each for each in checked("2024", both) if each.code in ("plan-unlisted", "issue-unlisted")]
    # Nor where it is the only one it came from.
    (both / "facts/2024/报告.yaml").unlink()
    assert begun(both, "2024", "2024-H2").commitments == ()
    assert not [each for each in checked("2024", both) if each.code in ("plan-unlisted", "issue-unlisted")]


# Which reports are meant


def test_a_folder_elsewhere(place: Path, tmp_path: Path) -> None:
    (place / "facts" / "一科").mkdir()
    (place / "facts" / "2023").rename(place / "facts" / "一科" / "2023")
    made = new("2024", place, sources=["facts/一科/2023"])
    assert made.path.parent == place / "facts/一科/2024", "a report stands beside the one that it goes on with"
    assert read_report(made.path).report.origins == ("2023",)
    assert begun(place, "2024", "一科/2023", folder=place / "facts" / "2024").origins == ("一科/2023",)
    (place / "2023").mkdir()
    (place / "facts/一科/2023/报告.yaml").rename(place / "2023/报告.yaml")
    assert new("2025", place, sources=["2023"]).path.parent == place / "facts" / "2025", "one that is no report of the workspace"


def test_two_units_do_not_get_into_one_report(place: Path) -> None:
    for unit in ("一科", "二科"):
        write(place, f"{unit}/2023", f"单位: {unit}\n期间: 2023\n标题: 总结\n")
        new("2024", place, sources=[f"{unit}/2023"])
    assert [read_report(place / "facts" / unit / "2024").report.unit for unit in ("一科", "二科")] == ["一科", "二科"]


def test_a_document_is_imported_first(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "旧.txt").write_text(
        "某县林业局2023年工作总结和2024年工作打算\n2023年，全县造林三千亩。\n一、2023年工作\n（一）造林。完成造林3000亩。\n二、2024年工作打算\n（一）护林。新聘护林员20名。\n",
        "utf-8",
    )
    made = new("2024", tmp_path, sources=["旧.txt"])
    assert "carried-imported" in codes(made)
    report = read_report(made.path).report
    assert report.origins == ("2023",) and "2024年，全县造林三千亩。" in report.lead
    assert (tmp_path / "facts/2023/报告.yaml").is_file()
    beside = new("2024", tmp_path, sources=["旧.txt"], folder=tmp_path / "facts/一科/2024")
    assert read_report(beside.path).report.origins == ("2023",)
    assert (tmp_path / "facts/一科/2023/报告.yaml").is_file(), "beside the one that begins from it"
    with pytest.raises(Refused) as found:
        new("2024", tmp_path, sources=["旧.txt"], again=True)
    assert found.value.exit_code == 4
    assert [problem.code for problem in found.value.problems] == ["report-exists"]
    assert f"--from {tmp_path / 'facts/2023'}" in found.value.problems[0].fix.zh


def test_what_is_refused(place: Path) -> None:
    write(place, "2024", "期间: 2024\n标题: 总结\n")
    assert refused(place, "2024") == ("carried-itself", 2)
    assert refused(place, "2032") == ("report-unknown", 2)
    write(place, "2022", "期间: 2022\n标题: 总结\n没有这栏: 甲\n")
    assert refused(place, "2022") == ("carried-unsound", 1)
    with pytest.raises(Refused) as found:
        new("2024", place, sources=["2022"])
    assert [problem.code for problem in found.value.problems] == ["carried-unsound", "key-unknown"]
    (place / "空").mkdir()
    assert refused(place, "空") == ("report-empty", 1)


def test_a_later_report_is_taken_with_a_warning(place: Path) -> None:
    made = new("2022", place, sources=["2023"])
    [note] = [note for note in made.notes if note.code == "carried-later"]
    assert note.severity == "warning"


# Into a report that is there


def test_a_second_time_changes_nothing(place: Path) -> None:
    path = new("2024", place, sources=["2023"]).path
    before = path.read_bytes()
    made = new("2024", place, sources=["2023"])
    assert not made.changed and codes(made) == ["carried-known"] and path.read_bytes() == before
    made = new("2024", place, sources=["2023", "2023"], again=True)
    assert not made.changed and path.read_bytes() == before


def test_another_source_is_put_in_and_nothing_else_changed(both: Path) -> None:
    path = write(
        both, "2024", "# 批注\n期间: 2024\n标题: 总结    # 不动\n来自: [2024-H1]\n指标:\n- {编号: 管网, 名称: 新建管网, 数值: 99, 单位: 公里}\n"
        "成绩:\n  # 这一条\n  - 编号: 建设\n    来自: 2024-H1/建设\n    正文: 自己写的。\n",
    )  # fmt: skip
    made = new("2024", both, sources=["2023"])
    text = path.read_text("utf-8")
    assert made.changed and made.path == path.parent
    for line in ("# 批注", "标题: 总结    # 不动", "  # 这一条", "    正文: 自己写的。"):
        assert line in text.split("\n")
    report = read_report(path).report
    assert report.origins == ("2024-H1", "2023") and not report.lead and not report.stale
    pipes = figures(report)["管网"]
    assert (pipes.value, pipes.last, pipes.year_before, pipes.target, pipes.stale) == ("99", "76", "76", "80", False)
    assert pipes.origins == ("2024-H1/指标/管网", "2023/指标/管网") and "库数" in figures(report)
    [build, _] = report.achievements
    assert [child.origin for child in build.children] == ["2023/成绩/1/1", "2023/成绩/1/2"]
    assert build.origin == "2024-H1/建设" and build.answers == ()
    assert [plan.origin for plan in report.commitments] == ["2023/打算-管网", "2023/打算/2"]
    assert [issue.origin for issue in report.concerns] == ["2023/漏损"]
    before = path.read_bytes()
    assert not new("2024", both, sources=["2023"], again=True).changed and path.read_bytes() == before


def test_an_empty_report_is_begun(place: Path) -> None:
    made = new("2024", place)
    new("2024", place, sources=["2023"])
    report = read_report(made.path).report
    assert report.lead == "2024年，新建管网{{ 管网 }}。" and report.stale and report.origins == ("2023",)


def test_a_fact_without_lineage_gets_it(place: Path) -> None:
    path = write(place, "2024", "期间: 2024\n标题: 总结\n成绩:\n- {标题: 抓管护, 正文: 管护到位。}\n")
    made = new("2024", place, sources=["2023"])
    assert "carried-same" in codes(made)
    assert facts(read_report(path).report)["2023/成绩/2"].text == "管护到位。"


def test_figures_are_put_together_anew_until_they_are_looked_at(both: Path) -> None:
    path = new("2024", both, sources=["2023"]).path
    assert figures(read_report(path).report)["管网"].value is None
    new("2024", both, sources=["2024-H1"])
    pipes = figures(read_report(path).report)["管网"]
    assert (pipes.value, pipes.status, pipes.last) == ("30", "预计", "76")
    assert pipes.origins == ("2023/指标/管网", "2024-H1/指标/管网")
    write(both, "2024-H2", HALF.replace("2024-H1", "2024-H2").replace("数值: 30", "数值: 45"))
    new("2024", both, sources=["2024-H2"])
    report = read_report(path).report
    assert (figures(report)["管网"].value, figures(report)["管网"].status) == ("75", "实际")
    assert report.origins == ("2023", "2024-H1", "2024-H2")


def test_what_stands_for_another_as_well_says_so_once(both: Path) -> None:
    text = "期间: 2024\n标题: 总结\n来自: [2024-H1]\n成绩:\n- {来自: 2024-H1/别的, 标题: 抓管护, 正文: 到位。, 对应: [甲]}\n- {编号: 甲, 标题: 甲}\n"
    path = write(both, "2024", text)
    made = new("2024", both, sources=["2023"])
    assert codes(made).count("carried-same") == 1
    assert facts(read_report(path).report)["2024-H1/别的"].answers == ("甲", "2023/成绩/2")
    made = new("2024", both, sources=["2023"], again=True)
    assert not made.changed and "carried-same" not in codes(made)


def test_what_lies_behind_a_dropped_fact_stays_away(both: Path) -> None:
    path = write(both, "2024", "期间: 2024\n标题: 总结\n来自: [2024-H1]\n不再沿用: [2024-H1/建设]\n")
    new("2024", both, sources=["2023"])
    found = facts(read_report(path).report)
    assert "2023/建设" not in found and "2023/成绩/1/1" in found


def test_a_report_with_errors_is_not_written_to(place: Path) -> None:
    path = write(place, "2024", "期间: 2024\n没有这栏: 甲\n")
    before = path.read_bytes()
    assert refused(place, "2023") == ("key-unknown", 1) and path.read_bytes() == before


def removed(path: Path, origin: str) -> None:
    """As a clerk would delete it in an editor: nothing is noted."""
    desk = Desk.open(str(path.parent), path.parent)
    [record] = [record for _, record in records(desk.root) if record.get("来自") == origin]
    desk.remove(record.uid)
    assert settle(desk.snapshot()).trouble == []


def test_again_brings_what_is_missing_but_not_what_was_dropped(place: Path) -> None:
    path = new("2024", place, sources=["2023"]).path
    removed(path, "2023/成绩/1/1")
    gone = path.read_text("utf-8")
    assert "2023/成绩/1/1" not in facts(read_report(path).report)
    assert not new("2024", place, sources=["2023"]).changed
    assert new("2024", place, sources=["2023"], again=True).changed
    [first, _] = read_report(path).report.achievements[0].children
    assert first.origin == "2023/成绩/1/1" and first.stale, "it stands where it stood"
    path.write_text(gone + "\n不再沿用: [2023/成绩/1/1]\n", "utf-8")
    assert not new("2024", place, sources=["2023"], again=True).changed


def test_a_dropped_figure_comes_with_a_text_that_names_it(place: Path) -> None:
    path = write(place, "2024", "期间: 2024\n标题: 总结\n来自: [2023]\n不再沿用: [2023/指标/管网, 2023/指标/水库]\n")
    assert new("2024", place, sources=["2023"], again=True).changed
    assert list(figures(read_report(path).report)) == ["管网"]


def test_what_was_accepted_then_is_accepted_then(place: Path) -> None:
    """The reason was for the words of that report."""
    accepted = '认可: ["rank-unproven “全省第一” 见通报"]'
    year = YEAR.replace("期间: 2023\n", f"期间: 2023\n{accepted}\n").replace(
        "  标题: 抓建设\n", f"  标题: 抓建设\n  {accepted}\n"
    )
    write(place, "2023", year.replace("名称: 新建管网,", f"名称: 新建管网, {accepted},"))
    source = read_report(place / "facts" / "2023").report
    assert source.accepted and source.figures[0].accepted and source.part("成绩")[0].accepted
    report = begun(place, "2024", "2023")
    assert not report.accepted
    assert not any(each.accepted for each in (*report.figures, *(fact for _, _, fact in report.facts())))


def test_versions_and_priorities_come_along(place: Path) -> None:
    report = begun(place, "2024", "2023")
    assert [(each.name, each.characters, each.tags) for each in report.versions] == [("2000字版", 2000, ("亮点",))]
    assert facts(report)["2023/成绩/1/1"].priority == "高"
