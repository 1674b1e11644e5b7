import pytest

from drafter.checks.facts.versions import RULES, check
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.report import Report
from drafter.model.style import Layout, Style
from drafter.model.version import Version


def codes(*versions: Version) -> list[str]:
    facts = (Fact(id="甲", children=(Fact(id="乙", tags=("报",)),)),)
    return [
        problem.code for problem in check(Subject(Report(achievements=facts, versions=versions), Layout("", "", Style(), {})))
    ]


@pytest.mark.parametrize(
    ("versions", "wrong"),
    [
        ((), []),
        ((Version(name="全"), Version(name="短", tags=("报",), parts=("成绩", "附表"), characters=9)), []),
        ((Version(name="短"), Version(name="短")), ["version-repeated"]),
        ((Version(name="短", parts=("亮点", "打算")),), ["version-part-unknown"]),
        ((Version(name="短", tags=("报", "抱")), Version(name="长", without=("密",))), ["version-tag-unknown"] * 2),
    ],
)
def test_what_is_said_of_versions(versions: tuple[Version, ...], wrong: list[str]) -> None:
    assert codes(*versions) == wrong


def test_every_rule_can_be_found() -> None:
    assert len(RULES) == 3
