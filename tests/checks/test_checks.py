"""Each rule: the least report that breaks it, and the same report mended."""

from dataclasses import replace

import pytest

from drafter.checks import checks, run
from drafter.checks.subject import Subject
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.figure import Figure, Rank
from drafter.model.period import Period
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.style import Layout, ListStyle, PartStyle, Style

LAYOUT = Layout("二段式", "", Style(order=("成绩", "打算")), {})
FRAMES = {"荣誉": ("{主体}{方式}{名目}。",)}
SOUND = {"unit": "某局", "period": Period(2024), "title": "总结", "achievements": (Fact(title="甲"),)}


def found(**fields: object) -> list[Problem]:
    return run(Subject(Report(**{**SOUND, **fields}), LAYOUT, frames=lambda: FRAMES))  # type: ignore[arg-type]


def test_a_sound_report_has_no_problems() -> None:
    assert found() == []


def test_every_rule_is_discovered() -> None:
    assert {check.__module__.split(".")[-1] for check in checks()} >= {
        "required",
        "references",
        "structure",
        "numbering",
        "characters",
        "identifiers",
    }


HEAD = Figure(id="高企", name="高企", value="76", unit="家")
CASES: list[tuple[dict[str, object], str, str]] = [
    ({"unit": ""}, "field-required", "单位"),
    ({"period": None}, "field-required", "期间"),
    ({"title": ""}, "field-required", "标题"),
    ({"figures": (Figure(name="高企"),)}, "field-required", "编号"),
    ({"figures": (Figure(id="高企"),)}, "field-required", "名称"),
    ({"lead": "共{{ 高起 }}", "figures": (HEAD,)}, "figure-unknown", "高起"),
    ({"title": "{{ 无 }}总结"}, "figure-unknown", "无"),
    ({"achievements": (Fact(title="{{ 无 }}"),)}, "figure-unknown", "无"),
    ({"notice": Notice(text="共{{ 无 }}")}, "figure-unknown", "无"),
    ({"lead": "共{{ 高企.增速 }}", "figures": (HEAD,)}, "figure-part-unknown", "增速"),
    ({"lead": "增{{ 高企.同比 }}", "figures": (HEAD,)}, "figure-empty", "同期"),
    ({"lead": "增{{ 高企 }}", "figures": (Figure(id="高企", name="高企"),)}, "figure-empty", "数值"),
    ({"lead": "共{{ 高 企 }}", "figures": (HEAD,)}, "reference-slip", "{{ 高 企 }}"),
    ({"lead": "共{{ 高企", "figures": (HEAD,)}, "reference-slip", "{{ 高企"),
    ({"plans": (Fact(title="甲", figure="没有"),)}, "figure-unknown", "没有"),
    ({"plans": (Fact(title="甲", answers=("没有", "2023/打算/1")),)}, "fact-unknown", "没有"),
    ({"figures": (Figure(id="高企", name="高企", parts=("没有",)),)}, "figure-unknown", "没有"),
    ({"achievements": (Fact(id="甲", title="甲"), Fact(id="甲", title="乙"))}, "id-repeated", "甲"),
    ({"figures": (HEAD,), "achievements": (Fact(id="高企", title="甲"),)}, "id-repeated", "高企"),
    ({"achievements": (Fact(),)}, "fact-empty", "成绩/1"),
    ({"achievements": (Fact(title="甲", stale=True),)}, "carried-over", "甲"),
    (
        {"achievements": (Fact(kind="荣誉", details={"主体": "某厂", "方式": "获批", "名目": "省级示范"}),)},
        "fact-unprinted",
        "正文: 某厂获批省级示范。",
    ),
    ({"achievements": (Fact(kind="荣誉", details={"主体": "某厂"}),)}, "fact-unprinted", "荣誉"),
    ({"achievements": ()}, "report-empty", "成绩、问题、打算"),
    ({"issues": (Fact(text="缺人。"),)}, "part-not-printed", "问题"),
    ({"style": Style(order=("成绩", "短板"))}, "part-unknown", "短板"),
    ({"style": Style(order=("成绩", "成绩"))}, "part-repeated", "成绩"),
    ({"style": Style(plans=PartStyle(level=9))}, "level-unknown", "9"),
    ({"lead": "增{{ 高企.同比 }}", "figures": (replace(HEAD, year_before="0"),)}, "figure-empty", "0 或负数"),
    ({"lead": "占{{ 高企.占比 }}", "figures": (HEAD,)}, "figure-empty", "其中"),
    ({"lead": "居{{ 高企.排名 }}", "figures": (replace(HEAD, rank=Rank(scope="全市")),)}, "figure-empty", "还没有名次"),
    ({"notice": Notice(title="关于{{ 无 }}的通知")}, "figure-unknown", "无"),
    ({"achievements": (Fact(title="甲"), Fact(title="乙", number="4"))}, "numbering-gap", "4"),
    ({"achievements": (Fact(title="甲", children=(Fact(title="乙", number="2"),)),)}, "numbering-gap", "2"),
    ({"achievements": (Fact(title="甲", number="某"),)}, "numbering-unreadable", "某"),
    ({"achievements": (Fact(title="甲", below=ListStyle(numbering="、")),)}, "numbering-unreadable", "、"),
    ({"style": Style(plans=PartStyle(levels={"二级": ListStyle(numbering="项")}))}, "numbering-unreadable", "项"),
    ({"lead": "有\x07控制符"}, "character-forbidden", "U+0007"),
    ({"signature": "某\ufffe局"}, "character-forbidden", "署名"),
    ({"figures": (Figure(id="高企", name="高企", rank=Rank(scope="全\x1b市")),)}, "character-forbidden", "范围"),
    ({"achievements": (Fact(title="甲", details={"名目": "表\ud800彰"}),)}, "character-forbidden", "名目"),
    ({"achievements": (Fact(title="甲", tags=("好", "坏\x00")),)}, "character-forbidden", "标签"),
]


@pytest.mark.parametrize(("fields", "code", "words"), CASES)
def test_a_broken_report(fields: dict[str, object], code: str, words: str) -> None:
    problems = found(**fields)
    assert [problem.code for problem in problems] == [code]
    problem = problems[0]
    assert words in problem.message.zh + problem.fix.zh
    assert problem.message.en and problem.fix.zh and problem.fix.en


def test_what_is_missing_keeps_nobody_from_seeing_the_page() -> None:
    assert {problem.severity for problem in found(unit="", period=None, title="")} == {"warning"}
    assert {problem.severity for problem in found(figures=(Figure(),))} == {"error"}


def nested(depth: int) -> Fact:
    return Fact(title="层", children=(nested(depth - 1),) if depth > 1 else ())


def test_levels_end_somewhere() -> None:
    headed = Style(achievements=PartStyle(title="情况"))
    assert found(achievements=(nested(6),)) == []
    assert {problem.code for problem in found(achievements=(nested(7),))} == {"level-too-deep"}
    assert {problem.code for problem in found(achievements=(nested(6),), style=headed)} == {"level-too-deep"}
    assert found(achievements=(nested(5),), style=headed) == []


def test_only_what_refers_is_looked_into() -> None:
    assert found(signature="{{ 无 }}", note="{{ 无 }}", addressees="{{ 无 }}") == []


def test_many_wrong_names_are_told_in_time() -> None:
    figures = tuple(Figure(id=f"指标{number}", name="甲", value="1") for number in range(3000))
    facts = tuple(Fact(title="甲", text=f"{{{{ 指表{number} }}}}") for number in range(3000))
    problems = found(figures=figures, achievements=facts)
    assert len(problems) == 3000
    assert "是不是" in problems[0].fix.zh and "补上编号" in problems[-1].fix.zh


def test_the_folder_and_the_period_agree() -> None:
    report = Report(**SOUND)  # type: ignore[arg-type]
    assert [problem.code for problem in run(Subject(report, LAYOUT, "2023"))] == ["period-folder"]
    assert run(Subject(report, LAYOUT, "2024")) == run(Subject(report, LAYOUT, "收件")) == []


def test_a_near_miss_is_suggested() -> None:
    assert "高企净增" in found(lead="{{ 高企净曾 }}", figures=(Figure(id="高企净增", name="高企", value="1"),))[0].fix.zh


def test_counting_on_from_the_part_before_is_no_gap() -> None:
    assert found(plans=(Fact(title="乙", number="2"), Fact(title="丙"))) == []


def test_all_problems_at_once() -> None:
    codes = [problem.code for problem in found(unit="", lead="{{ 无 }}", achievements=(Fact(), Fact(title="甲", number="7")))]
    assert sorted(codes) == ["fact-empty", "field-required", "figure-unknown", "numbering-gap"]
