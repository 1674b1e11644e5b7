"""Answering last period's plans and issues on the desk, and the drafts that follow from the answers."""

from pathlib import Path
from typing import Any

import pytest

from drafter.actions.editing.answers import answer, drafts, enlist, stand, take, take_all
from drafter.actions.editing.consequences import Draft
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.settling import settle
from drafter.actions.ledger import ledger
from drafter.actions.opening import open_report

LAST = """\
单位: 临江市水务局
期间: 2023
标题: 2023年工作总结
指标:
- {编号: 管网, 名称: 新建管网, 数值: 60, 单位: 公里, 汇总: 累加}
- {编号: 漏损, 名称: 供水漏损率, 数值: 9.8, 单位: "%", 汇总: 期末}
问题:
- {编号: 缺人, 标题: 管护力量不足, 正文: 2023年水管员只有12名。, 对应: [招人]}
打算:
- {编号: 修管网, 标题: 加快管网建设, 指标: 管网, 目标: 80, 语气: 力争, 科室: 工程科, 期限: 2024年12月底, 正文: 力争2024年新建管网80公里。}
- {编号: 降漏损, 标题: 进一步降低漏损, 指标: 漏损, 目标: 8, 语气: 确保, 正文: 确保漏损率降到8%以内。}
- {编号: 招人, 标题: 充实管护队伍, 目标: 20, 语气: 拟, 科室: 人事科, 正文: 拟新聘水管员20名以上。}
- 标题: 办宣传周
  正文: 2024年3月举办宣传周，比{{ 管网 }}更进一步。
  分项:
  - 正文: 2024年走进社区。
"""
NOW = """\
单位: 临江市水务局
期间: {period}
标题: 总结
来自: ["2023"]
指标:
- {{编号: 管网, 名称: 新建管网, 数值: {pipes}, 单位: 公里, 目标: 80, 汇总: 累加}}
- {{编号: 漏损, 名称: 供水漏损率, 数值: {leak}, 单位: "%", 汇总: 期末}}
{more}
上期打算:
- {{来自: 2023/修管网, 标题: 加快管网建设}}
- {{来自: 2023/降漏损, 标题: 进一步降低漏损}}
- {{来自: 2023/招人, 标题: 充实管护队伍}}
- {{来自: 2023/打算/4, 标题: 办宣传周}}
上期问题:
- {{来自: 2023/缺人, 标题: 管护力量不足}}
"""


def desk(root: Path, period: str = "2024", pipes: str = "82", more: str = "", leak: str = "7.9") -> Desk:
    for name, text in (("2023", LAST), (period, NOW.format(period=period, pipes=pipes, more=more, leak=leak))):
        folder = root / "facts" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "报告.yaml").write_text(text, "utf-8")
    return Desk.open(period, root)


def entry(on: Desk, place: int, word: str = "上期打算") -> int:
    return int(on.root[word][place - 1].uid)


def answered(on: Desk, place: int, outcome: str, note: str | None = None, actual: str | None = None) -> Desk:
    assert answer(on, entry(on, place), outcome, note, actual) is None
    return on


def only(found: list[Draft], part: str) -> dict[str, Any]:
    (values,) = [each.values for each in found if each.part == part]
    return values


def parts(on: Desk) -> list[str]:
    return [each.part for each in drafts(on)]


# Answering


def test_an_answer_is_one_step_and_leaves_what_it_does_not_name(tmp_path: Path) -> None:
    on = desk(tmp_path)
    uid = entry(on, 3)
    answered(on, 3, "基本完成", " 差\n两名 ", " 18 ")
    assert on.find(uid) == {"来自": "2023/招人", "标题": "充实管护队伍", "兑现": "基本完成", "实际": "18", "说明": "差 两名"}
    answered(on, 3, "完成")
    record = on.find(uid)
    assert record is not None and (record["兑现"], record["说明"], record["实际"]) == ("完成", "差 两名", "18")
    answered(on, 3, "", "", "")
    assert on.find(uid) == {"来自": "2023/招人", "标题": "充实管护队伍"}
    for _ in range(3):
        on.undo()
    assert "兑现" not in (on.find(uid) or {}) and not on.unsaved


def test_an_issue_is_answered_by_how_it_stands(tmp_path: Path) -> None:
    on = desk(tmp_path)
    uid = entry(on, 1, "上期问题")
    assert stand(on, uid, "仍存在", "编制没有批") is None
    record = on.find(uid)
    assert record is not None and (record["现状"], record["说明"]) == ("仍存在", "编制没有批")


def test_what_the_ledger_finds_unlisted_is_listed_with_its_target(tmp_path: Path) -> None:
    on = desk(tmp_path)
    on.remove(entry(on, 1))
    on.remove(entry(on, 1, "上期问题"))
    found = ledger(open_report("2024", tmp_path))
    plan, issue = found.rows[0], found.concerns[0]
    (path, uid), (_, other) = enlist(on, plan), enlist(on, issue)
    assert path == f"上期打算/{len(on.root['上期打算'])}" and entry(on, int(path[-1])) == uid
    listed = {"标题": "加快管网建设", "指标": "管网", "目标": "80", "语气": "力争", "期限": "2024年12月底", "科室": "工程科"}
    assert on.find(uid) == listed | {"来自": "2023/修管网"}
    assert on.find(other) == {"标题": "管护力量不足", "来自": "2023/缺人"}
    on.undo()
    assert on.find(other) is None and on.find(uid) is not None


def test_what_is_no_answer_changes_nothing(tmp_path: Path) -> None:
    on = desk(tmp_path)
    figure, plan, issue = int(on.root["指标"][0].uid), entry(on, 1), entry(on, 1, "上期问题")
    refused = [
        answer(on, plan, "做完了"), answer(on, issue, "完成"), answer(on, figure, "完成"), answer(on, 0, "完成"),
        stand(on, issue, "还行"), stand(on, plan, "已解决"), stand(on, 10**9, "已解决"),
    ]  # fmt: skip
    assert [problem and problem.code for problem in refused] == ["answer-refused"] * 7
    assert refused[0] is not None and "取消" in refused[0].fix.zh
    assert not on.unsaved


# Achievements


def test_what_was_done_is_told_by_its_figure(tmp_path: Path) -> None:
    on = answered(desk(tmp_path), 1, "完成")
    (found,) = drafts(on)
    assert (found.part, found.entry) == ("成绩", entry(on, 1))
    assert found.values == {
        "标题": "加快管网建设",
        "正文": "新建管网{{ 管网 }}，完成年度目标任务的{{ 管网.完成率 }}。",
        "科室": "工程科",
        "来自": "2023/修管网",
        "待更新": "是",
    }
    assert "加快管网建设" in found.why.zh and "完成" in found.why.en


def test_or_in_the_plans_own_words_with_the_number_reached(tmp_path: Path) -> None:
    found = only(drafts(answered(desk(tmp_path), 3, "完成", actual="23")), "成绩")
    assert found["正文"] == "新聘水管员23名。"


def test_words_that_look_like_references_are_kept_as_words(tmp_path: Path) -> None:
    assert only(drafts(answered(desk(tmp_path, pipes=""), 1, "完成")), "成绩")["正文"] == "2024年新建管网80公里。"
    found = only(drafts(answered(desk(tmp_path), 4, "完成")), "成绩")
    assert found["正文"] == "2024年3月举办宣传周，比60公里更进一步。"
    on = answered(desk(tmp_path), 3, "完成")
    last = tmp_path / "facts" / "2023" / "报告.yaml"
    last.write_text(LAST.replace("正文: 拟新聘水管员20名以上。", r"正文: '按\{{ 单位 }}新聘水管员20名以上。'"), "utf-8")
    assert only(drafts(on), "成绩")["正文"] == r"按\{{ 单位 }}新聘水管员20名以上。"


# Issues and plans


def test_what_was_missed_is_an_issue_and_a_plan_once_more(tmp_path: Path) -> None:
    on = answered(desk(tmp_path, pipes="60"), 1, "未完成", "汛期停工")
    found = drafts(on)
    issue, plan = only(found, "问题"), only(found, "打算")
    assert issue["标题"] == "新建管网没有达到目标"
    assert issue["正文"] == "新建管网{{ 管网 }}，完成目标80公里的75%，还差20公里。汛期停工。"
    assert plan == {
        "标题": "加快管网建设",
        "正文": "力争2025年新建管网80公里。",
        "科室": "工程科",
        "指标": "管网",
        "语气": "力争",
        "期限": "2025年12月底",
        "来自": "2023/修管网",
        "待更新": "是",
    }


def test_at_half_time_the_target_of_the_year_stays_and_lagging_is_an_issue(tmp_path: Path) -> None:
    found = drafts(answered(desk(tmp_path, "2024-H1", "39.5"), 1, "推进中"))
    assert only(found, "问题")["正文"] == "新建管网{{ 管网 }}，完成目标80公里的49.4%，低于时序进度0.6个百分点。"
    assert only(found, "问题")["标题"] == "新建管网进度偏慢"
    plan = only(found, "打算")
    assert (plan["目标"], plan["期限"], plan["正文"]) == ("80", "2024年12月底", "力争2024年新建管网80公里。")


def test_what_is_under_way_and_on_time_is_no_issue_unless_a_reason_is_given(tmp_path: Path) -> None:
    assert parts(answered(desk(tmp_path, "2024-H1", "45"), 1, "推进中")) == ["打算"]
    on = answered(desk(tmp_path, "2024-H1", "45"), 1, "推进中", "下半年资金未到位")
    assert only(drafts(on), "问题")["正文"].endswith("下半年资金未到位。")


def test_done_is_not_done_where_the_numbers_say_otherwise(tmp_path: Path) -> None:
    on = answered(desk(tmp_path, leak="8.6"), 2, "基本完成")
    assert parts(on) == ["成绩", "问题", "打算"]
    assert only(drafts(on), "问题")["正文"] == "供水漏损率{{ 漏损 }}，目标是8%。"


def test_numbers_that_fell_short_are_taken_up_before_they_are_answered(tmp_path: Path) -> None:
    found = drafts(desk(tmp_path, pipes="60", leak="8.6"))
    assert {(each.part, each.values["来自"]) for each in found} == {
        (part, origin) for part in ("问题", "打算") for origin in ("2023/修管网", "2023/降漏损")
    }
    assert "没有达到目标" in found[0].why.zh and "missed" in found[0].why.en


def test_a_number_that_waits_to_be_brought_up_to_date_says_nothing_yet(tmp_path: Path) -> None:
    on = desk(tmp_path, pipes="60")
    on.set(on.root["指标"][0].uid, "待更新", "是")
    assert drafts(on) == []
    assert parts(answered(on, 1, "未完成")) == ["问题", "打算"]


def test_without_numbers_the_reason_makes_the_issue(tmp_path: Path) -> None:
    found = only(drafts(answered(desk(tmp_path), 4, "未完成", "场地没有落实")), "问题")
    assert (found["标题"], found["正文"]) == ("“办宣传周”还没有完成", "场地没有落实。")
    assert only(drafts(answered(desk(tmp_path), 4, "推进中")), "问题")["标题"] == "“办宣传周”还在推进"


def test_a_plan_comes_again_with_all_below_it_and_the_numbers_of_then(tmp_path: Path) -> None:
    more = "打算:\n- {标题: 别的, 正文: 别的。}"
    found = only(drafts(answered(desk(tmp_path, more=more), 4, "未完成")), "打算")
    assert found["分项"] == [{"正文": "2025年走进社区。"}]
    assert found["正文"].endswith("比{{ 管网 }}更进一步。")


def test_a_plan_that_names_figures_there_are_none_of_now_is_put_in_words(tmp_path: Path) -> None:
    on = answered(desk(tmp_path), 4, "未完成")
    on.remove(int(on.root["指标"][0].uid))
    assert "比60公里更" in only(drafts(on), "打算")["正文"]
    answered(answered(on, 4, "取消", "改"), 1, "未完成")
    assert "指标" not in only(drafts(on), "打算")


def test_what_was_given_up_is_not_taken_up_again(tmp_path: Path) -> None:
    assert parts(answered(desk(tmp_path, pipes="60"), 1, "取消", "改了规划")) == []


def test_an_issue_that_is_still_there_comes_back_with_its_plan(tmp_path: Path) -> None:
    on = desk(tmp_path)
    stand(on, entry(on, 1, "上期问题"), "仍存在")
    found = [each for each in drafts(on) if each.values["来自"] in ("2023/缺人", "2023/招人")]
    assert [(each.part, each.values["正文"]) for each in found] == [
        ("问题", "2024年水管员只有12名。"),
        ("打算", "拟新聘水管员20名以上。"),
    ]
    assert "仍存在" in found[0].why.zh
    stand(on, entry(on, 1, "上期问题"), "已解决")
    assert all(each.values["来自"] != "2023/缺人" for each in drafts(on))


def test_the_plan_of_an_issue_is_proposed_once(tmp_path: Path) -> None:
    on = answered(desk(tmp_path), 3, "未完成", "编制没有批")
    stand(on, entry(on, 1, "上期问题"), "仍存在")
    assert [each.values["来自"] for each in drafts(on) if each.part == "打算"].count("2023/招人") == 1


# Taking


def test_a_draft_is_taken_once_and_is_not_proposed_again(tmp_path: Path) -> None:
    on = answered(desk(tmp_path), 1, "完成")
    (found,) = [each for each in drafts(on) if each.part == "成绩"]
    uid = take(on, found)
    assert on.find(uid) == found.values and on.part(uid) == "成绩"
    assert take(on, found) == uid and len(on.root["成绩"]) == 1
    assert "成绩" not in parts(on)
    on.undo()
    assert on.find(uid) is None and "成绩" in parts(on)


def test_an_issue_and_its_plan_come_to_name_each_other_in_either_order(tmp_path: Path) -> None:
    for order in (("问题", "打算"), ("打算", "问题")):
        on = answered(desk(tmp_path, pipes="60"), 1, "未完成")
        by_part = {each.part: each for each in drafts(on) if each.values["来自"] == "2023/修管网"}
        uids = {part: take(on, by_part[part]) for part in order}
        issue, plan = on.find(uids["问题"]), on.find(uids["打算"])
        assert issue is not None and plan is not None
        assert plan["对应"] == [issue["编号"]] == ["问题-新建管网没有达到目标"]
        assert settle(on.snapshot(), write=False).settled.uids["问题-新建管网没有达到目标"] == uids["问题"]


def test_ids_are_not_taken_twice(tmp_path: Path) -> None:
    more = "问题:\n- {编号: 问题-新建管网没有达到目标, 标题: 旧的}\n- {来自: 2023/降漏损, 正文: 漏损还高。}"
    on = answered(desk(tmp_path, pipes="60", more=more, leak="8.6"), 1, "未完成")
    take_all(on, drafts(on))
    assert [each.get("编号") for each in on.root["问题"]] == [
        "问题-新建管网没有达到目标",
        "问题-漏损还高",
        "问题-新建管网没有达到目标-2",
    ]


def test_all_at_once_is_one_step_and_leaves_nothing_over(tmp_path: Path) -> None:
    on = answered(answered(desk(tmp_path, pipes="60"), 1, "未完成", "停工"), 3, "完成")
    before = on.state
    assert len(take_all(on, drafts(on))) == 3 and drafts(on) == []
    settlement = settle(on.snapshot())
    assert not settlement.trouble
    assert "fact-unknown" not in {problem.code for problem in settlement.settled.problems}
    assert Desk.open("2024", tmp_path).root["打算"][0]["对应"] == ["问题-新建管网没有达到目标"]
    on.undo()
    assert on.state == before


@pytest.mark.parametrize("named", ["来自: 2023/打算/1", "对应: [2023/修管网]", "来自: 2023/修管网, 分项: [{正文: 丙}]"])
def test_what_the_report_has_already_is_not_proposed(tmp_path: Path, named: str) -> None:
    more = f"成绩:\n- {{标题: 甲, {named}}}\n打算:\n- 标题: 乙\n  分项:\n  - {{标题: 丙, {named}}}"
    assert parts(answered(desk(tmp_path, more=more), 1, "完成")).count("成绩") == 0
    assert "打算" not in [each.part for each in drafts(answered(desk(tmp_path, "2024-H1", "45", more), 1, "推进中"))]


def test_what_was_dropped_is_not_proposed(tmp_path: Path) -> None:
    dropped = "不再沿用: [2023/打算/1]"
    on = answered(desk(tmp_path, pipes="60", more=dropped), 1, "未完成")
    assert all(each.values["来自"] != "2023/修管网" for each in drafts(on))
    standing = f"{dropped}\n打算:\n- {{标题: 还在, 来自: 2023/修管网}}"
    assert "成绩" not in parts(answered(desk(tmp_path, more=standing), 1, "完成"))


def test_a_plan_that_is_not_planned_again_may_still_be_an_achievement(tmp_path: Path) -> None:
    on = answered(desk(tmp_path, more="不再沿用: [2023/修管网]"), 1, "完成")
    assert only(drafts(on), "成绩")["来自"] == "2023/修管网"


def test_a_plan_that_another_continues_is_spoken_for_by_that(tmp_path: Path) -> None:
    half = "单位: 局\n期间: 2024-H1\n标题: 半年\n打算:\n- {编号: 再修, 标题: 接着修, 来自: 2023/修管网, 正文: 力争全年新建管网90公里。}\n"
    (tmp_path / "facts" / "2024-H1").mkdir(parents=True)
    (tmp_path / "facts" / "2024-H1" / "报告.yaml").write_text(half, "utf-8")
    on = desk(tmp_path, pipes="60")
    on.set(0, "来自", ["2024-H1", "2023"])
    uid = on.add(0, "上期打算", 0, {"来自": "2024-H1/再修", "标题": "接着修", "指标": "管网", "目标": "90", "语气": "确保"})
    missed = [each.values["来自"] for each in drafts(on) if each.part == "问题"]
    assert missed == ["2024-H1/再修"], "the number that missed both targets is one issue"
    answer(on, uid, "完成")
    answered(on, 2, "完成")
    assert [each.values["来自"] for each in drafts(on) if each.part == "成绩"] == ["2024-H1/再修"]


def test_entries_that_name_no_plan_make_no_drafts(tmp_path: Path) -> None:
    on = desk(tmp_path)
    uid = on.add(0, "上期打算", 0, {"标题": "手写的"})
    answer(on, uid, "完成")
    assert parts(on) == []


def test_a_plan_that_is_gone_comes_again_in_the_words_of_the_entry(tmp_path: Path) -> None:
    on = desk(tmp_path)
    uid = on.add(0, "上期打算", 0, {"标题": "手写的", "来自": "2019/没有", "科室": "办公室"})
    answer(on, uid, "未完成")
    (plan,) = [each.values for each in drafts(on) if each.part == "打算"]
    assert plan == {"标题": "手写的", "科室": "办公室", "来自": "2019/没有", "待更新": "是"}


def test_drafts_are_the_same_before_and_after_the_report_is_read_back(tmp_path: Path) -> None:
    on = answered(desk(tmp_path, pipes="60"), 1, "未完成", "停工")
    before = drafts(on)
    on.accept(settle(on.snapshot()))
    assert on.settled is not None and drafts(on) == before


def test_what_is_typed_wrong_counts_as_not_typed(tmp_path: Path) -> None:
    on = answered(desk(tmp_path), 3, "完成", actual="二十三")
    assert only(drafts(on), "成绩")["正文"] == "新聘水管员20名以上。"
    on.set(0, "期间", "去年")
    assert only(drafts(on), "成绩")
