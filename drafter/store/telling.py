"""How the store words a problem: messages and fixes are written without their full stop, which is added here."""

from drafter.model.problem import NOWHERE, Place, Problem, Severity
from drafter.model.words import NOTHING, Both

_EXAMPLE = ("写成 ", "写成半角", "用引号括起来：", "单位另填：", "只填数字：")


def problem(
    code: str,
    message: Both,
    fix: Both = NOTHING,
    place: Place = NOWHERE,
    severity: Severity = "error",
    fact: str | None = None,
) -> Problem:
    """A problem in whole sentences. A fix that ends in what is to be typed gets no full stop: it might be typed too."""
    return Problem(code, _sentence(message), fix if fix.zh.startswith(_EXAMPLE) else _sentence(fix), severity, place, fact)


def _sentence(both: Both) -> Both:
    zh, en = both
    if not zh:
        return both
    return Both(zh if zh[-1] in "。？！" else f"{zh}。", en[0].upper() + en[1:] + ("" if en[-1] in ".?!" else "."))
