"""What is misspelt only where it stands: 截止6月底, 企业入住园区, 有效的解决了."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.wording.confused import ARGUABLE, CONFUSED
from drafter.checks.text.wording.context import Cases
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "word-in-context",
        "warning",
        Both("用词有误", "Wrong word for the place"),
        Both(
            "截止与截至、入住与入驻一类的词最容易混用，放错了地方就是错字。",
            "Words such as 截止 and 截至 are mixed up most, and in the wrong place they are misspelt.",
        ),
        GENRE,
        "截止6月底，全县新建村级养老点24个。",
        "截至6月底，全县新建村级养老点24个。",
    ),
    Rule(
        "de-before-verb",
        "info",
        Both("“地”写成了“的”", "的 for 地"),
        Both("修饰动词用“地”，修饰名词用“的”。", "地 stands before a verb, 的 before a noun."),
        GENRE,
        "集中培训有效的提高了村医的业务水平。",
        "集中培训有效地提高了村医的业务水平。",
    ),
)


_CERTAIN, _ARGUABLE = Cases(CONFUSED), Cases(ARGUABLE)
_DE = re.compile(
    "(?:有效|积极|切实|充分|深入|大力|扎实|认真|全面|稳步|持续|不断|显著|明显|极大|迅速|及时|成功|圆满|顺利|逐步|主动|有力|牢固|妥善|严格|广泛|快速|高效"
    "|较好|很好|更好|最大限度|最大程度|科学|合理|有序|进一步)(的)[\u4e00-\u9fff]{2}了(?![解然])"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    yield from _told(text, _CERTAIN, None)
    yield from _told(text, _ARGUABLE, "info")
    yield from _told_de(text, [found.span(1) for found in _DE.finditer(text)])


def _told(text: str, cases: Cases, severity: Severity | None) -> Iterator[Finding]:
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for start, end, right in cases.found(text):
        places[text[start:end], right].append(((start, end), (start, end, right)))
    for (wrong, right), those in places.items():
        yield from (each._replace(severity=severity) for each in _findings(wrong, right, those))


def _findings(wrong: str, right: str, places: list[Place]) -> Iterator[Finding]:
    more = counted(len(places))
    message = Both(f"“{wrong}”{more.zh}在这里应作“{right}”。", f"“{wrong}”{more.en} should be “{right}” here.")
    yield from together("word-in-context", places, lambda _: message, Both(f"改为“{right}”。", f"Write “{right}”."))


def _told_de(text: str, spans: list[tuple[int, int]]) -> Iterator[Finding]:
    if spans:
        start, end = spans[0]
        shown, more = text[start - 2 : end + 3], counted(len(spans))
        message = Both(f"“{shown}”{more.zh}修饰的是动词，“的”应作“地”。", f"“{shown}”{more.en}: 地 before a verb.")
        places: list[Place] = [(span, (*span, "地")) for span in spans]
        yield from together("de-before-verb", places, lambda _: message, Both("“的”改为“地”。", "Write 地 for 的."))
