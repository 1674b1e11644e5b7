"""Tables and charts that would come out empty, short of a number, or with sizes side by side that cannot be compared."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.exhibit import FIGURES, LEDGER, PIE, Chart, Table
from drafter.model.period import Period
from drafter.model.places import place
from drafter.model.plotting import History, drawn, history, plot
from drafter.model.problem import Problem
from drafter.model.tabulation import typed_table
from drafter.model.words import Both

RULES = (
    Rule(
        "exhibit-empty",
        "warning",
        Both("表、图是空的", "Nothing in a table or chart"),
        Both("没有内容可印的表和图会整个略去。", "A table or chart without content is left out."),
        SYSTEM,
        "附图: [{指标: [高企总数]}]（数值没填）",
        "数值: 349",
    ),
    Rule(
        "chart-value-missing",
        "warning",
        Both("图上缺一期的数", "A period without a number"),
        Both("缺的那一期在图上是空的，看起来像是零。", "A gap in a chart looks like nought."),
        SYSTEM,
        "时期: [2021, 2023]（2021年的数哪里都没有）",
        "时期: [2022, 2023]",
    ),
    Rule(
        "chart-units",
        "warning",
        Both("一张图里单位不同", "Several units in one chart"),
        Both("单位不同的数画在一根轴上，不能比较。", "Numbers of different units cannot be compared on one axis."),
        SYSTEM,
        "指标: [高企总数, 技术合同额]（家、亿元）",
        "指标: [输出技术, 吸纳技术]（都是亿元）",
    ),
    Rule(
        "period-unknown",
        "error",
        Both("时期写得不对", "No such period"),
        Both("时期要写成 2024、2024-H1 这样才找得到数。", "A period is written as 2024 or 2024-H1."),
        SYSTEM,
        "时期: [去年]",
        "时期: [2023]",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    report = subject.report
    exhibits = list(report.exhibits())
    if not exhibits:
        return
    asked = any(isinstance(each, Chart) and each.periods for each, _ in exhibits)
    known = history(report, subject.came_from if asked else ())
    for each, fact_key in exhibits:
        found = _table(each, subject) if isinstance(each, Table) else _chart(each, subject, known)
        for code, word, message, fix in found:
            severity = next(rule.severity for rule in RULES if rule.code == code)
            yield Problem(code, message, fix, severity=severity, place=place(each, word), fact=fact_key)


Found = Iterator[tuple[str, str, Both, Both]]


def _table(table: Table, subject: Subject) -> Found:
    full = {FIGURES: bool(subject.report.figures), LEDGER: bool(subject.report.commitments or subject.report.origins)}
    if not full.get(table.content, bool(typed_table(table.rows))):
        yield (
            "exhibit-empty",
            "各行",
            Both(f"表“{table.title or table.content}”是空的，不会印出来。", f"The table “{table.title or table.content}” is empty and is left out."),
            Both("填“各行”，或在“内容”里选主要指标、承诺台账。", "Type 各行, or choose 内容."),
        )  # fmt: skip


def _chart(chart: Chart, subject: Subject, known: History) -> Found:
    for text in chart.periods:
        if Period.parse(text) is None:
            yield (
                "period-unknown",
                "时期",
                Both(f"“{text}”不是期间。", f"“{text}” is no period."),
                Both("写成 2024、2024-H1、2024-Q3、2024-M09。", "Write 2024, 2024-H1, 2024-Q3 or 2024-M09."),
            )
    figures = {figure.id: figure for figure in subject.report.figures}
    plotted = plot(chart, figures, known, subject.report.period)
    name = chart.title or "、".join(chart.figures)
    if plotted is None:
        yield (
            "exhibit-empty",
            "指标",
            Both(f"图“{name}”没有数可画，不会印出来。", f"The chart “{name}” has no number and is left out."),
            Both("在“指标”里写有数的指标的编号。", "Name figures that have numbers under 指标."),
        )
        return
    units = sorted({figure.unit for figure in drawn(chart, figures)})
    if len(units) > 1:
        yield (
            "chart-units",
            "指标",
            Both(f"图“{name}”里的单位不同：{'、'.join(units)}。", f"The chart “{name}” has several units: {', '.join(units)}."),
            Both("一张图只画单位相同的指标。", "Draw figures of one unit in one chart."),
        )
    gaps = [row[0] for row in plotted.rows[1:] if not all(row[1:])]
    if gaps and chart.kind != PIE:
        yield (
            "chart-value-missing",
            "时期",
            Both(f"图“{name}”缺 {'、'.join(gaps)} 的数。", f"The chart “{name}” lacks numbers of {', '.join(gaps)}."),
            Both("补上那一期的数，或者不画那一期。", "Fill them in, or leave the period out."),
        )
