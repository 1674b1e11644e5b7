"""Sentences of the report before: as they stand, and with other numbers only."""

import pytest
from compared import earlier, found, report

from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.problem import Problem
from drafter.model.report import Report

PLAIN = "围绕企业需求开展上门服务和政策宣讲"
COUNTED = "走访重点企业83家并征集技术难题112项"


def old(*texts: str, **fields: object) -> Earlier:
    return earlier("2023", achievements=tuple(Fact(id=f"旧{place}", text=text) for place, text in enumerate(texts, 1)), **fields)


def now(*facts: Fact, **fields: object) -> Report:
    return report("2024", achievements=facts, **fields)


def told(problem: Problem) -> tuple[str, str | None]:
    return problem.severity, problem.fact


def unchanged(now: Report, *before: Earlier) -> list[Problem]:
    return found(now, *before, only="sentence-unchanged")


def test_a_sentence_with_a_number_is_a_warning_one_without_a_note() -> None:
    (problem,) = unchanged(
        now(Fact(text=f"今年新办。{COUNTED}。"), Fact(text="没有相同的句子在这里出现过。")), old(f"{COUNTED}；")
    )
    assert (
        told(problem) == ("warning", "成绩/1") and "走访重点企业83家并征集技术……”，和2023年的报告一字不差" in problem.message.zh
    )
    (problem,) = unchanged(now(Fact(id="服务", text=f"{PLAIN}；另有新事。")), old(f"{PLAIN}。"))
    assert told(problem) == ("info", "服务")


def test_the_number_of_a_name_is_none() -> None:
    named = "落实“科技创新40条”服务广大企业加快发展"
    (problem,) = unchanged(now(Fact(text=f"{named}。")), old(f"{named}。"))
    assert problem.severity == "info"


def test_one_finding_a_fact_and_the_number_first() -> None:
    (problem,) = unchanged(now(Fact(text=f"{PLAIN}。\n{COUNTED}。")), old(f"{PLAIN}。{COUNTED}。"))
    assert problem.severity == "warning" and "走访重点企业83家并征集技术……”等 2 句" in problem.message.zh


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("重点做好三件事。", "重点做好三件事。"),  # short
        (
            "印发《安澜市企业研发机构建设三年行动方案》。",
            "印发《安澜市企业研发机构建设三年行动方案》。",
        ),  # a name and little else
        (f"{PLAIN}，成效明显。", f"{PLAIN}。"),
    ],
)
def test_what_any_report_may_say(text: str, before: str) -> None:
    assert unchanged(now(Fact(text=text)), old(before)) == []


def test_sentences_are_compared_as_they_print() -> None:
    figure = Figure(id="难题", name="征集技术难题数", value="112", unit="项")
    named = "走访重点企业83家并征集技术难题{{ 难题 }}。"
    (problem,) = unchanged(now(Fact(text=named), figures=(figure,)), old("走访重点企业８３家并征集 技术难题112项。"))
    assert problem.severity == "warning"
    assert (
        unchanged(now(Fact(text=named), figures=(Figure(id="难题", name="难题", value="120", unit="项"),)), old(f"{COUNTED}。"))
        == []
    )


def test_what_someone_looked_at_and_let_stand_is_a_note() -> None:
    text = f"{COUNTED}。2023年全年共办结。"
    kept = Fact(text=text.replace("2023", "2024"), origin="2023/旧1")
    partly = Fact(text=f"{COUNTED}。2024年共办结97件。", origin="2023/旧1")
    astray = Fact(text=f"{COUNTED}。", origin="2023/没有")
    assert [told(each) for each in unchanged(now(kept, partly, astray), old(text))] == [
        ("info", "成绩/1"),
        ("warning", "成绩/2"),
        ("warning", "成绩/3"),
    ]


def test_the_lead_is_looked_at_too() -> None:
    before = old("旧的内容不在这里。", lead=f"{COUNTED}。2023年成效明显。")
    fresh = now(Fact(title="甲"), lead=f"{COUNTED}。")
    (problem,) = unchanged(fresh, before)
    assert told(problem) == ("warning", None) and problem.message.zh.startswith("“导语”")
    (kept,) = unchanged(now(Fact(title="甲"), lead=f"{COUNTED}。2024年成效明显。", origins=("2023",)), before)
    assert kept.severity == "info"


def test_what_waits_to_be_looked_at_has_its_own_finding() -> None:
    assert unchanged(now(Fact(text=f"{COUNTED}。", stale=True)), old(f"{COUNTED}。")) == []


def test_what_a_half_year_did_its_year_did() -> None:
    half = earlier("2024-H1", achievements=(Fact(text=f"{COUNTED}。"),))
    assert unchanged(now(Fact(text=f"{COUNTED}。")), half) == []
    assert unchanged(report("2024-H2", achievements=(Fact(text=f"{COUNTED}。"),)), half)


def test_a_part_that_only_changed_its_numbers() -> None:
    before = [f"第{word}类企业走访完成{place}家并解决难题" for place, word in enumerate("甲乙丙丁戊", 10)]
    after = [Fact(text=f"{text.replace('1', '7')}。") for text in before]
    fresh = [Fact(text=f"新开辟的第{word}个领域取得了明显进展。") for word in "一二三四五"]
    (problem,) = found(now(*after, *fresh), old(*before), only="part-rewritten")
    assert told(problem) == ("info", "成绩/1") and "10 句里有 5 句和2023年" in problem.message.zh
    assert found(now(*after[:4]), old(*before), only="part-rewritten") == []
    assert found(now(*after, *fresh, Fact(text="又一句与往年都不相同的新话。")), old(*before), only="part-rewritten") == []
