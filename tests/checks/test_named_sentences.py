import pytest

from drafter.checks.facts.named_sentences import check
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.sentence import Sentence
from drafter.model.style import Layout, Style

TEXT = "建成平台3个。建成基地1个。重点是：一是甲；二是乙。"


def problems(*begins: str) -> list[Problem]:
    fact = Fact(id="甲", text=TEXT, sentences=tuple(Sentence(begins=each, priority="低") for each in begins))
    return list(check(Subject(Report(achievements=(fact,)), Layout("", "", Style(), {}))))


@pytest.mark.parametrize(
    ("begins", "wrong", "fix"),
    [
        (("建成平台", "建成基地", "二是"), [], ""),
        (("建成",), ["sentence-ambiguous"], "多写"),
        (("建成平台", "建成平台3"), ["sentence-ambiguous"], "合成一条"),
        (("建设平台",), ["sentence-not-found"], "现在的开头"),
        (("一是",), ["sentence-not-found"], "重点是"),
    ],
)
def test_what_is_said_of_marks(begins: tuple[str, ...], wrong: list[str], fix: str) -> None:
    found = problems(*begins)
    assert [problem.code for problem in found] == wrong
    assert all(problem.gate and problem.fact == "甲" and fix in problem.fix.zh for problem in found)
