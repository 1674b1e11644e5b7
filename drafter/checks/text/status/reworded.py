"""Documents whose kind or opening verb is told in two ways: 《…实施方案》 is issued, 《…行动方案》 is carried out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.checks.manuscript import Manuscript
from drafter.checks.text.status.naming import Named, Varied, core, issued, of_others, version

#: What is between the subject of a document and its kind; and the kinds, of which some are hardly told apart.
_FORM = re.compile(
    "(?:的|实施|行动|工作|管理|若干|指导|推进|攻坚|[二三四五]年)*(方案|计划|意见|措施|政策|办法|规定|细则|规程|规划|制度|通知)$"
)
_ALIKE = {"计划": "方案", "措施": "意见", "政策": "意见", "规定": "办法", "规程": "细则"}
_OPENING = re.compile("(?:关于)?(?:进一步|加强|加快|推进|推动|促进|深化|做好|规范|完善|强化|全面|切实|健全)*")
_FILLING = re.compile("专项|重点|工作|管理|建设|综合")
#: So long must a name be, and what is left of it as its subject.
_NAME, _SUBJECT = 6, 2


def reworded(manuscript: Manuscript, titles: Sequence[Named]) -> Iterator[Varied]:
    """Two names of one document, the later one second. What a bureau issues under two names is two documents."""
    alike: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for each in titles:
        subject = _subject(each.name)
        if subject:
            alike[subject].append(each)
    for group in alike.values():
        for number, again in enumerate(group):
            first = next((each for each in group[:number] if _one(manuscript, each, again)), None)
            if first:
                yield first, again, "warning" if _whose(first.name) == _whose(again.name) else "info"


def _subject(name: str) -> tuple[str, str] | None:
    """What a document is about, and of which kind it is."""
    bare = core(name)
    form = _FORM.search(bare)
    if form is None:
        return None
    opening = _OPENING.match(bare)
    subject = _FILLING.sub("", bare[opening.end() if opening else 0 : form.start()])
    return (subject, _ALIKE.get(form[1], form[1])) if len(bare) >= _NAME and len(subject) >= _SUBJECT else None


def _whose(name: str) -> str:
    """The place or body before what a document is about."""
    bare = name.removesuffix(version(name))
    return bare.removesuffix(core(name))


def _one(manuscript: Manuscript, one: Named, other: Named) -> bool:
    if core(one.name) == core(other.name) or (_whose(one.name) and _whose(other.name) and _whose(one.name) != _whose(other.name)):
        return False
    if any(of_others(manuscript, each) for each in (one, other)):
        return False
    return issued(manuscript, one) != issued(manuscript, other) and manuscript.sentence(one.start) != manuscript.sentence(
        other.start
    )
