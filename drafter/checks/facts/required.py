"""Fields that a report should not go out without, and those that a figure is nothing without."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.places import place
from drafter.model.problem import Problem, Severity
from drafter.model.report import Report
from drafter.model.version import Version
from drafter.model.words import Both

RULES = (
    Rule(
        "field-required",
        "warning",
        Both("必填的没有填", "Required field empty"),
        Both(
            "报告没有单位、期间、标题，指标没有编号、名称，就不完整。",
            "A report needs unit, period and title, a figure its id and name.",
        ),
        SYSTEM,
        "（没有 单位:）",
        "单位: 临江市档案馆",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    # What is not printed, or may still be typed, keeps nobody from seeing the page: a document just imported must print.
    yield from _missing(subject.report, None, Both("报告", "The report"), "warning")
    for number, figure in enumerate(subject.report.figures, 1):
        name = figure.id or figure.name or str(number)
        yield from _missing(figure, figure.id or None, Both(f"指标“{name}”", f"Figure “{name}”"), "error")

    for number, version in enumerate(subject.report.versions, 1):
        yield from _missing(version, None, Both(f"第{number}个版本", f"Version {number}"), "warning")


def _missing(record: Report | Figure | Version, fact: str | None, whose: Both, severity: Severity) -> Iterator[Problem]:
    for field in fields_of(type(record)).values():
        if field.required and not getattr(record, field.name):
            yield Problem(
                "field-required",
                Both(f"{whose.zh}没有填“{field.word}”。", f"{whose.en} has no {field.label} ({field.word})."),
                Both(f"补上 {field.word}: （{field.help.zh}）", f"Add {field.word}: ({field.help.en})"),
                severity=severity,
                place=place(record, field.word),
                fact=fact,
            )
