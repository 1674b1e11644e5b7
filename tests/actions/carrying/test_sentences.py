"""Marks of sentences on their way into the next period."""

from drafter.actions.carrying.facts import Carrier
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.sentence import Sentence
from drafter.model.trimming import named


def test_they_name_what_they_named_a_period_on() -> None:
    text = "2024年净增{{ 旧名 }}。上半年好。其他。"
    marks = tuple(Sentence(begins=begins, priority="低") for begins in ("2024年", "上半年好", "没有了"))
    old = Report(period=Period.parse("2024-H1"), achievements=(Fact(text=text, sentences=marks),))
    carrier = Carrier(Earlier("2024-H1", old), Period(2025), frozenset({"2024-H1"}), {"旧名": "新名"})
    (fact,) = carrier.facts("成绩")
    assert fact.text.startswith("2025年净增{{ 新名 }}。")
    assert list(named(fact)) == [0, 1], "what named none is kept as it is, and told"
    assert [each.begins for each in fact.sentences][2] == "没有了"
