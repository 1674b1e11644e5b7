"""What a field of a Word file says: a field of the report in the words of the form, or a figure as texts name it."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from drafter.model.dates import printed_date
from drafter.model.fact import paragraphs
from drafter.model.fields import Field as Declared
from drafter.model.fields import fields_of
from drafter.model.printing import PARTS, awaited, blank, printed, resolved
from drafter.model.problem import Place, Problem
from drafter.model.report import Report
from drafter.model.words import Both
from drafter.render.docx.fields import Field

#: Fields of a report that say how it is set, not what it says.
_SETTINGS = frozenset({"版式", "体例", "页面"})
_SPOKEN = frozenset({"line", "text", "date", "choice"})
#: Words that a text may say beside the block that is made of them.
_IN_PASSING = frozenset({"单位", "期间", "下期", "数据截至"})


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """The names of a report's own: 单位, 标题, 通知.文号 …"""
    return tuple(_words(Report, ""))


def _words(record: type, before: str) -> Iterator[str]:
    for word, declared in fields_of(record).items():
        if declared.form.kind == "record" and declared.form.record and word not in _SETTINGS and not before:
            yield from _words(declared.form.record(), f"{word}.")
        elif word == "期间":
            yield from ("期间", "下期")
        elif declared.form.kind in _SPOKEN and word not in _SETTINGS:
            yield before + word


class Values:
    """The words of one report. A name that is no word of the form is the id of a figure."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.figures = {figure.id: figure for figure in report.figures}

    def say(self, field: Field) -> str | None:
        """None where there is no such name, or no number to print; :meth:`problem` says which."""
        full = f"{field.name}.{field.part}" if field.part else field.name
        if full in words():
            return self._word(full)
        shown = printed(field.name, field.part, self.figures)
        if not shown and awaited(field.name, field.part, self.figures):
            return blank(field.name, field.part, self.figures)
        return shown or None

    def words(self, field: Field) -> str:
        """As :meth:`say`, where all can be said."""
        return self.say(field) or ""

    def _word(self, full: str) -> str:
        period = self.report.period
        if full in ("期间", "下期"):
            return (period.words if full == "期间" else period.plan_words) if period else ""
        record: Any = self.report
        first, _, second = full.partition(".")
        declared = fields_of(Report)[first]
        value = getattr(record, declared.name)
        if second:
            declared = fields_of(type(value))[second] if value is not None else declared
            value = getattr(value, declared.name) if value is not None else ""
        return self._printed(value, declared)

    def _printed(self, value: str, declared: Declared) -> str:
        if declared.form.kind == "date":
            return printed_date(value)
        text = resolved(value, self.figures) if declared.refers else value
        return "\n".join(paragraphs(text)) if declared.form.kind == "text" else text

    def own(self, fields: list[Field]) -> frozenset[str]:
        """The lines that ``fields`` say in whole, and that the report therefore does not say again."""
        return frozenset(line for field in fields for line in self.lines(field))

    def lines(self, field: Field) -> list[str]:
        """The lines that a field of the report's own says."""
        full = f"{field.name}.{field.part}" if field.part else field.name
        said = self._word(full).split("\n") if full in words() and full not in _IN_PASSING else []
        return [line for line in map(bare, said) if line]

    def problem(self, field: Field, where: Both, file: str) -> Problem:
        """Why ``field`` cannot be printed. ``where`` names its paragraph."""
        said = f"“{field.words}”"
        figure = self.figures.get(field.name)
        if figure is None or field.part not in PARTS:
            return self._unknown(field, where, file)
        return Problem(
            "field-empty",
            Both(
                f"{where.zh}的{said}印不出来：这个指标缺数。",
                f"{said} in {where.en} cannot be printed: the figure lacks a number.",
            ),
            Both(f"在指标“{field.name}”里填上要用的数。", f"Fill in what is needed of the figure “{field.name}”."),
            place=Place(file),
            words=field.words,
        )

    def _unknown(self, field: Field, where: Both, file: str) -> Problem:
        full = f"{field.name}.{field.part}" if field.part else field.name
        known = [*words(), *self.figures]
        if field.name in self.figures:
            known = [f"{field.name}.{part}" for part in PARTS if part]
        near = get_close_matches(full, known, 1, 0.5)
        listed = "、".join(word for word in words() if "." not in word)
        fix = (
            Both(f"是不是 {{{{ {near[0]} }}}}？", f"Did you mean {{{{ {near[0]} }}}}?")
            if near
            else Both(f"可写报告的栏目（{listed}）或指标的编号。", f"Name a field of the report ({listed}) or a figure's id.")
        )
        return Problem(
            "field-unknown",
            Both(
                f"{where.zh}的“{field.words}”不认识：报告没有这一栏，也没有这个指标。",
                f"“{field.words}” in {where.en} is unknown: no field of the report, and no figure.",
            ),
            fix,
            place=Place(file),
            words=field.words,
        )


def bare(text: str) -> str:
    """A line without the brackets that a byline or a note puts around it."""
    return text.strip().removeprefix("（").removesuffix("）")
