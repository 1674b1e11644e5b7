import pytest

from drafter.model.alignment import alignments, confidence, kept, nodes
from drafter.model.fact import Fact
from drafter.model.report import Report


def report(*achievements: Fact, issues: tuple[Fact, ...] = (), plans: tuple[Fact, ...] = ()) -> Report:
    return Report(achievements=achievements, issues=issues, plans=plans)


def told(old: Report, new: Report, *settled: str) -> set[tuple[str, str, str]]:
    return {(each.old.path, each.new.path, each.sign) for each in alignments(nodes(old), nodes(new), settled)}


def test_the_surest_sign_comes_first() -> None:
    old = report(Fact(id="泵站", title="修泵站"), Fact(title="清河道"), Fact(text="渠首闸门全部更新。"), Fact(title="修水厂"))
    new = report(Fact(title="修水厂"), Fact(text="渠首闸门 全部更新。"), Fact(id="泵站", title="清河道"), Fact(title="清河道"))
    assert told(old, new) == {
        ("成绩/1", "成绩/3", "编号"),
        ("成绩/2", "成绩/4", "标题"),
        ("成绩/4", "成绩/1", "标题"),
        ("成绩/3", "成绩/2", "正文"),
    }


def test_of_two_with_one_heading_the_one_at_the_same_place_counts() -> None:
    old = report(
        Fact(title="防汛", children=(Fact(title="抓培训", text="甲"),)),
        Fact(title="供水", children=(Fact(title="抓培训", text="乙"),)),
    )
    new = report(
        Fact(title="供水", children=(Fact(title="抓培训", text="丙"),)),
        Fact(title="防汛", children=(Fact(title="抓培训", text="丁"),)),
    )
    assert {("成绩/1/1", "成绩/2/1", "标题"), ("成绩/2/1", "成绩/1/1", "标题")} <= told(old, new)


def test_similar_words_count_within_a_part_only() -> None:
    old = report(Fact(title="龙门岭水库除险加固开工"), plans=(Fact(title="建设白鹭湖应急备用水源"),))
    new = report(Fact(title="白鹭湖应急备用水源建成"), Fact(title="龙门岭水库除险加固完工"))
    assert told(old, new) == {("成绩/1", "成绩/2", "相近")}
    plans = [node for node in nodes(old) if node.part == "打算"]
    assert [(each.old.path, each.new.path) for each in kept(plans, nodes(new))] == [("打算/1", "成绩/1")]


def test_what_is_settled_is_left_alone() -> None:
    old, new = report(Fact(title="修泵站")), report(Fact(title="修泵站"))
    assert told(old, new, "old/成绩/1") == told(old, new, "new/成绩/1") == set()
    assert told(old, new)


def test_a_fact_of_another_part_counts_where_it_says_it_belongs() -> None:
    [node] = nodes(report(Fact(title="短板", part="问题", text="备用水源不足")))
    assert (node.part, node.path, node.heading) == ("问题", "成绩/1", "短板")


def test_headings_and_texts_below_speak_for_a_plan() -> None:
    [plan] = nodes(report(plans=(Fact(title="办实事", children=(Fact(text="建白鹭湖水源"),)),)))[:1]
    assert plan.whole.text.split() == ["建白鹭湖水源"] and plan.own.text == ""


@pytest.mark.parametrize(("edge", "sure"), [(-1.0, 0.5), (0.0, 0.5), (0.045, 0.715), (10.0, 0.99)])
def test_confidence_grows_with_the_edge(edge: float, sure: float) -> None:
    assert confidence(edge) == pytest.approx(sure, abs=0.002)


def test_what_is_settled_still_is_a_rival() -> None:
    old = report(Fact(title="城东水厂开工建设"), Fact(title="城西水厂建设"))
    new = report(Fact(title="城东水厂建设收尾"))
    assert told(old, new) == {("成绩/1", "成绩/1", "相近")}
    assert told(old, new, "old/成绩/1") == set()
