"""What is wrong with a text while it is being typed into a field."""

from typing import NamedTuple

from drafter.model.fields import Field
from drafter.model.period import Period
from drafter.model.problem import Severity
from drafter.model.words import Both


class Verdict(NamedTuple):
    """``message`` says what is wrong and what to write. An ``info`` says only how the text is read."""

    message: Both
    severity: Severity


def verdict(field: Field, text: str) -> Verdict | None:
    """What reading ``text`` into ``field`` would say; None when nothing is to be said, and for an empty text."""
    from drafter.store.values import CONVERTERS

    convert = CONVERTERS.get(field.form.kind)
    if convert is None or not text.strip():
        return None
    remarks = convert(text, field).remarks
    if not remarks:
        return _meaning(field, text)
    _, message, fix, severity = remarks[0]
    key = f"{field.word}: "  # as in a file; in a form the value alone is typed
    fix = Both(fix.zh.replace(key, ""), fix.en.replace(key, ""))
    return Verdict(Both(f"{message.zh}；{fix.zh}", f"{message.en}; {fix.en}") if fix.zh else message, severity)


def _meaning(field: Field, text: str) -> Verdict | None:
    """Part of a year is written otherwise than it is printed."""
    period = Period.parse(text) if field.form.kind == "period" else None
    return Verdict(Both(f"印作 {period.words}", f"printed as {period.words}"), "info") if period and period.part else None
