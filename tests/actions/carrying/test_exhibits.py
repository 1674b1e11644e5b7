"""Tables and charts on their way into the next period."""

from drafter.actions.carrying.facts import Carrier
from drafter.actions.carrying.report import opening
from drafter.model.cover import Annex
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.report import Report

TABLE = Table(title="2024年培育情况", rows="县区 | 2024年\n甲 | {{ 旧名.数值 }}", figures=("旧名",))
CHART = Chart(title="2024年变化", figures=("旧名", "乙"), periods=("2022", "2023", "2024", "何时"), described="2024年349家")


def test_they_are_a_period_on_and_name_figures_as_the_new_report_does() -> None:
    old = Report(
        period=Period(2024),
        annexes=(Annex(tables=(TABLE,), charts=(CHART,)),),
        tables=(TABLE,),
        charts=(CHART,),
        achievements=(Fact(text="甲", tables=(TABLE,), charts=(CHART,)),),
    )
    carrier = Carrier(Earlier("2024", old), Period(2025), frozenset({"2024"}), {"旧名": "新名"})
    table = Table(title="2025年培育情况", rows="县区 | 2025年\n甲 | {{ 新名.数值 }}", figures=("新名",))
    chart = Chart(title="2025年变化", figures=("新名", "乙"), periods=("2023", "2024", "2025", "何时"))
    made = opening(carrier)
    assert (made.tables, made.charts) == ((table,), (chart,))
    assert made.annexes == (Annex(tables=(table,), charts=(chart,)),)
    (fact,) = carrier.facts("成绩")
    assert (fact.tables, fact.charts, fact.stale) == ((table,), (chart,), True)
