import pytest

from drafter.model.alignment import alignments, confidence, kept, kin, nodes
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


@pytest.mark.parametrize(("edge", "sure"), [(-1.0, 0.5), (0.0, 0.5), (0.105, 0.721), (10.0, 0.99)])
def test_confidence_grows_with_the_edge(edge: float, sure: float) -> None:
    assert confidence(edge) == pytest.approx(sure, abs=0.002)


def test_what_is_settled_still_is_a_rival() -> None:
    old = report(Fact(title="城东水厂开工建设"), Fact(title="城西水厂建设"))
    new = report(Fact(title="城东水厂建设收尾"))
    assert told(old, new) == {("成绩/1", "成绩/1", "相近")}
    assert told(old, new, "old/成绩/1") == set()


def became(plan: Fact, *achievements: Fact, issues: tuple[Fact, ...] = ()) -> list[str]:
    old, new = report(plans=(plan,)), report(*achievements, issues=issues)
    return [each.new.path for each in kept(nodes(old), nodes(new))]


WATER = Fact(title="建设白鹭湖应急备用水源", text="完成白鹭湖取水口和输水管线。")
KEPT = Fact(title="白鹭湖备用水源建成", text="白鹭湖取水口和输水管线完工。")
OTHER = Fact(title="红石渠衬砌完工")


def test_a_section_does_not_answer_for_what_has_headings_below_it() -> None:
    section = Fact(title="2023年工作回顾", text="供水有保障。", children=(OTHER, KEPT))
    assert became(WATER, section) == ["成绩/1/2"]


def test_who_speaks_for_whom() -> None:
    headed = nodes(report(Fact(title="回顾", text="有保障。", children=(OTHER, KEPT))))
    assert (headed[0].done.text, kin(headed)(0, 2)) == ("有保障。", False)
    pointed = nodes(report(Fact(title="回顾", text="有保障。", children=(Fact(text="通水。"),))))
    assert (pointed[0].done.text.split(), kin(pointed)(0, 1), kin(pointed)(1, 0)) == (["有保障。", "通水。"], True, True)


def test_a_section_answers_for_its_points() -> None:
    points = (Fact(text="白鹭湖取水口完工。"), Fact(text="白鹭湖备用水源输水管线建成。"))
    assert became(WATER, Fact(title="供水", children=points), OTHER)[0].startswith("成绩/1")


@pytest.mark.parametrize(
    "text",
    [
        "各位代表，白鹭湖应急备用水源的取水口、输水管线凝聚着大家的心血。",
        "白鹭湖应急备用水源等成绩的取得，离不开大家。",
        "白鹭湖应急备用水源建成，向建设者表示衷心感谢！",
        "白鹭湖应急备用水源方面主要做了以下工作：",
    ],
)
def test_what_thanks_and_introduces_answers_no_plan(text: str) -> None:
    assert became(WATER, OTHER, Fact(text=text, number="无")) == []
    assert became(WATER, OTHER, Fact(title="白鹭湖", text=text)) == ["成绩/2"]


def test_what_opens_a_part_answers_no_plan() -> None:
    opening = Fact(text="白鹭湖应急备用水源、红石渠等工程建成。", number="无")
    assert became(WATER, opening, OTHER) == []
    assert became(WATER, OTHER, opening) == ["成绩/2"]


def test_an_issue_must_name_the_very_thing() -> None:
    vague, exact = Fact(text="水源建设和输水设施仍有短板。"), Fact(text="白鹭湖应急备用水源取水口未建设。")
    assert became(WATER, OTHER, issues=(vague,)) == []
    assert became(WATER, OTHER, issues=(vague, exact)) == ["问题/2"]
