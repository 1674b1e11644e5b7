"""What a text claims of a project or a document, against what its own fields say: 申报 is not 获批, 拟出台 is not 印发."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.lineage import trace
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "status-overstated",
        "warning",
        Both("正文说得比状态高", "More claimed than the status says"),
        Both(
            "状态还是申报、拟出台，正文就不能写成获批、印发。",
            "What is only applied for or drawn up is not to be told as granted or issued.",
        ),
        GENRE,
        "状态: 申报，正文: 获批省级健康县城。",
        "状态: 获批，正文: 获批省级健康县城。",
    ),
    Rule(
        "status-unproven",
        "warning",
        Both("状态升了没有依据", "Status rose without evidence"),
        Both(
            "上一期还在申报、公示，这一期写获批，要有批文或名单。", "What was applied for before is granted only by a document."
        ),
        GENRE,
        "上一期状态: 公示；状态: 获批，依据: （空）",
        "上一期状态: 公示；状态: 获批，依据: 公布名单的通知",
    ),
)


class _Claims(NamedTuple):
    """The field that says how far a kind of fact has come, its values that are less, and the words that claim more."""

    word: str
    less: tuple[str, ...]
    more: re.Pattern[str]
    advice: Both


#: Verbs that say it is granted, or issued; not where they are hoped for, or name what is not: 列入培育库, 认定办法.
_HOPED = r"(?<![拟待未将])(?<!力争)(?<!争取)(?<!有望)(?<!申报)(?<!冲刺)(?<!计划)(?<!确保)(?<!尚未)(?<!正式)"
_KINDS: Mapping[str, _Claims] = {
    "项目": _Claims(
        "状态",
        ("拟申报", "申报", "推荐", "公示"),
        re.compile(
            f"{_HOPED}(?:获批|获评|成功入选|入选|列入(?![^，。；]{{0,10}}(?:申报|推荐|公示|培育|储备|后备|计划))|被?认定为|通过认定)"
            "(?![^，。；]{0,4}(?:推荐|公示|初评|答辩))"
        ),
        Both("核对是否已经获批：是就改状态，不是就改正文。", "See whether it was granted; mend the status or the text."),
    ),
    "文件": _Claims(
        "动作",
        ("拟出台", "起草"),
        re.compile(f"{_HOPED}(?:印发|出台)(?!的)(?=[^，。；]{{0,8}}《)|》(?:已|已经|正式)?(?:印发|出台)(?!后)"),
        Both("核对是否已经印发：是就改动作，不是就改正文。", "See whether it was issued; mend the field or the text."),
    ),
}
_LADDER = ("拟申报", "申报", "推荐", "公示", "获批")
_GRANTED = _LADDER[-1]


def check(subject: Subject) -> Iterator[Problem]:
    for _, path, fact in subject.facts:
        claims = None if fact.stale else _KINDS.get(fact.kind)
        if claims is not None:
            key = fact.id or path
            yield from _overstated(fact, key, claims)
            if fact.kind == "项目" and fact.details.get("状态") == _GRANTED and not fact.evidence:
                yield from _unproven(subject, fact, key)


def _overstated(fact: Fact, key: str, claims: _Claims) -> Iterator[Problem]:
    said = fact.details.get(claims.word)
    if said not in claims.less:
        return
    for word, text in (("标题", fact.title), ("正文", fact.text)):
        found = claims.more.search(text)
        if found:
            verb = found[0].lstrip("》")
            yield Problem(
                "status-overstated",
                Both(
                    f"“{claims.word}”是“{said}”，“{word}”却说“{verb}”。",
                    f"{claims.word} is “{said}”, but {word} says “{verb}”.",
                ),
                claims.advice,
                severity="warning",
                place=place(fact, word),
                fact=key,
                other=place(fact, claims.word),
            )
            return


def _unproven(subject: Subject, fact: Fact, key: str) -> Iterator[Problem]:
    found = trace(fact.origin, subject.known) if fact.origin else None
    before = found.item.details.get("状态") if found and isinstance(found.item, Fact) and found.item.kind == fact.kind else None
    if found and before in _LADDER and before != _GRANTED:
        yield Problem(
            "status-unproven",
            Both(
                f"{found.earlier.words}的状态是“{before}”，这里是“{_GRANTED}”，却没有写依据。",
                f"{found.earlier.name} says “{before}”, this one “{_GRANTED}”, and there is no evidence.",
            ),
            Both("在“依据”里写上批文或名单。", "Name the document that grants it in 依据."),
            severity="warning",
            place=place(fact, "状态"),
            fact=key,
            other=place(found.item, "状态"),
        )
