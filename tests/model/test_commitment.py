"""Which plans and issues the next report has to answer."""

from drafter.model.commitment import concerns, promised
from drafter.model.fact import Fact
from drafter.model.report import Report


def test_a_plan_is_answered_as_a_whole_unless_headings_stand_below_it() -> None:
    report = Report(
        plans=(
            Fact(number="无", text="明年抓好三件事。"),
            Fact(title="修渠道", text="修三十公里。", children=(Fact(text="先修东干渠；"), Fact(text="再修西干渠。"))),
            Fact(title="管好水", children=(Fact(title="装表", text="装表百块。"), Fact(title="收费", text="收费到户。"))),
            Fact(title="建水库", target="2", children=(Fact(text="选址；"), Fact(text="开工。", figure="开工数"))),
        )
    )
    assert [path for path, _ in promised(report)] == ["打算/2", "打算/3/1", "打算/3/2", "打算/4", "打算/4/2"]


def test_plans_may_stand_inside_another_part_and_others_inside_the_plans() -> None:
    report = Report(
        achievements=(Fact(title="修渠道", text="修成。", children=(Fact(part="打算", title="接着修", text="再修十公里。"),)),),
        plans=(Fact(part="问题", title="缺水", text="旱。"), Fact(title="管好水", text="装表。")),
    )
    assert {path for path, _ in promised(report)} == {"成绩/1/1", "打算/2"}
    assert [path for path, _ in concerns(report)] == ["打算/1"]


def test_a_bare_heading_stands_for_the_issues_below_it() -> None:
    report = Report(
        issues=(
            Fact(title="主要问题", children=(Fact(text="渠道漏水。"), Fact(text="管护缺人。"))),
            Fact(title="水价偏低", text="多年未调。", children=(Fact(text="东片最低。"),)),
            Fact(title="缺技术员"),
            Fact(number="无", text="以上问题将逐项解决。"),
        )
    )
    assert [path for path, _ in concerns(report)] == ["问题/1/1", "问题/1/2", "问题/2", "问题/3"]
