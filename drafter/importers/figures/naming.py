"""What a number is of. Chinese says it before the number (高新技术企业净增76家), behind the unit (引进7名博士), or not again
(总数达到269家), and then it is that of the number before.
"""

import re
from dataclasses import dataclass, replace

from drafter.importers.figures.clauses import Mention
from drafter.importers.figures.units import bare, counts, is_rate
from drafter.importers.figures.words import (
    GENERIC,
    TOTALS,
    action_at_end,
    action_of,
    back_cut,
    begins_predicate,
    front_cut,
    noun_length,
    tidy,
    verb_cut,
)

LONGEST = 20
_SCOPE = r"全国|全省|全市|全区|全县|全州|全系统|全行业|国内|省内|市内|[东西南北中苏浙皖粤鲁][东西南北中]"
_PLACE = re.compile(
    rf"^(?P<place>{_SCOPE}|[\u4e00-\u9fff]{{2,4}}?)(?:共有|共计|共|仅有|仅|只有|只|计|有)?$",
)
_SCOPED = re.compile(rf"^(?:{_SCOPE})")
_PART = re.compile(r"(?:其中|含|包括|包含)[:：，,]?")
_ADJECTIVE = re.compile(r"(?:级|类|型|属|等|性|[一二三四]等奖)$")
_JOINED = frozenset({"、", "和", "与", "及", "以及", "或"})
_PARTED = frozenset({",", ";"})


@dataclass(frozen=True, slots=True)
class Named:
    """``name`` is "" where none could be found. ``base`` is what it is of without what was done (高新技术企业 of
    高新技术企业净增), which numbers that follow may mean; ``action`` what was done where it stands first. ``part``: it is one of
    what the last number that is no part counts; ``sure`` is from 0 to 1.
    """

    name: str
    base: str
    action: str
    sure: float
    part: bool = False
    used: int = 0


NAMELESS = Named("", "", "", 0.0)


def name_of(mention: Mention, last: Named, whole: Named) -> Named:
    """The name of a number. ``last`` is that of the number before, ``whole`` of the last one that is not 其中; both NAMELESS where
    the sentence has none.
    """
    part = _is_part(mention, last)
    whole = whole if part else last
    behind = _behind(mention)
    named = behind if behind is not None else _before(mention, last, whole, part)
    return replace(named, part=part) if named.name else named


def _is_part(mention: Mention, last: Named) -> bool:
    """Whether 其中 stands before it, or before the number that it is listed with."""
    if _PART.match(mention.lead.strip()):
        return True
    if mention.mark and _PART.search(mention.sentence[-len(mention.lead) - 4 :][:4]):
        return True
    if not last.part or not mention.follows:
        return False
    return mention.mark in _JOINED or (mention.mark in _PARTED and not action_of(front_cut(mention.lead.strip())))


def _behind(mention: Mention) -> Named | None:
    """The name that follows the unit; None where what follows is something else."""
    unit = mention.quantity.unit
    tail = mention.tail.strip()
    tail = re.sub(r"^(?:以上|以下|以内|左右|余)", "", tail)
    if not tail or is_rate(unit) or begins_predicate(tail):
        return None
    if tail.startswith("的"):
        noun = tidy(tail.rpartition("的")[2])
        return Named(noun, noun, "", 0.7) if 1 < len(noun) <= LONGEST else None
    if not counts(unit) and not _money_noun(tail):
        return None
    length = noun_length(tail)
    noun = tidy(tail[:length])
    if not noun or noun in ("任务", "目标", "以上", "以内", "左右") or len(noun) > LONGEST:
        return None
    lead = _lead_of(mention)
    action = action_of(lead) if len(lead) <= len(action_of(lead)) + 1 else action_at_end(lead)
    said = _predicate(tail[length:])
    if noun in GENERIC and said and len(said) + len(noun) <= LONGEST and not said.endswith(noun):
        return Named(said + noun, said + noun, "", 0.8, used=length)
    name = action + noun if action and not noun.startswith(action) and len(action + noun) <= LONGEST else noun
    return Named(name, noun, action, 0.6 if noun in GENERIC else 0.85, used=length)


_MONEY_NOUN = re.compile(r"^[\u4e00-\u9fff]{0,10}(?:资金|经费|贷款|基金|投资|补贴|奖励|订单|保费|补助)")


def _money_noun(tail: str) -> bool:
    return _MONEY_NOUN.match(tail) is not None


def _predicate(text: str) -> str:
    """What is said of the things counted, as it may stand before their name."""
    said = re.sub(r"^(?:被|已经?|均|全部|顺利|成功|正式|正在|共|分别|新|逐一)+", "", text)
    said = re.split(r"[“”，,、]?(?:等$)", said)[0]
    return tidy(said)


def _lead_of(mention: Mention) -> str:
    """The words before a number that speak of it."""
    lead = mention.lead
    cut = _PART.match(lead.strip())
    if cut:
        lead = lead.strip()[cut.end() :]
    return back_cut(front_cut(lead.strip()))


def _before(mention: Mention, last: Named, whole: Named, part: bool) -> Named:
    """The name that stands before the number, completed from the number before where it says too little."""
    lead = _lead_of(mention)
    if mention.shared and last.used:
        lead = lead or mention.lead[last.used :]
        lead = back_cut(front_cut(re.sub(r"^(?:并|为|用于)", "", lead)))
    place = _place(mention.lead.strip(), last)
    if place and mention.follows and last.name:
        base = last.name
        return Named(_fit(place + base), base, "", 0.7)
    stem = tidy(_shortened(verb_cut(front_cut(verb_cut(lead)))))
    if mention.follows and last.name:
        if not stem:
            return _same(mention, last)
        completed = _completed(stem, mention, last, whole, part)
        if completed is not None:
            return completed
    if not stem:
        return NAMELESS
    action = action_of(stem)
    base = _without_action(stem, action)
    return Named(_fit(stem), base, action if action != stem else "", _sureness(stem))


def _sureness(stem: str) -> float:
    if len(stem) < 3 or stem in GENERIC:
        return 0.45
    return 0.9 if len(stem) <= LONGEST else 0.7


def _without_action(stem: str, action: str) -> str:
    end = action_at_end(stem)
    if end and len(end) < len(stem):
        return stem[: -len(end)]
    return stem[len(action) :] if action and len(action) < len(stem) - 1 else stem


def _same(mention: Mention, last: Named) -> Named:
    """A second number of one thing: 培训4场、150余人次."""
    suffix = {"人次": "人次", "人": "人数"}.get(bare(mention.quantity.unit), "")
    name = _fit(last.name + suffix) if suffix and not last.name.endswith(suffix) else last.name
    return Named(name, last.base, last.action, 0.6)


def _completed(stem: str, mention: Mention, last: Named, whole: Named, part: bool) -> Named | None:
    """The whole name of ``stem``, which leaves something to the number before; None where it says all itself."""
    if TOTALS.fullmatch(stem):
        return Named(_fit(last.base + stem), last.base, "", 0.85)
    if part and whole.name:
        return _part_of(stem, whole)
    if _ADJECTIVE.search(stem) and len(stem) <= 6:
        return _part_of(stem, whole if part else last)
    if mention.mark in _JOINED and not action_of(stem) and last.action and not begins_predicate(stem):
        name = last.action + stem
        return Named(_fit(name), stem, last.action, 0.85)
    if len(stem) <= 4 and action_of(stem) == stem:
        return Named(_fit(last.base + stem), last.base, "", 0.7)
    return None


def _part_of(stem: str, whole: Named) -> Named:
    base = whole.base
    if _ADJECTIVE.search(stem) and not re.search(r"等奖$", stem):
        head = _head(base)
        return Named(_fit(stem + head), stem + head, "", 0.8)
    if stem in GENERIC or len(stem) <= 4:
        return Named(_fit(base + stem), base + stem, "", 0.75)
    return Named(_fit(stem), stem, "", 0.85)


def _head(base: str) -> str:
    """The last words of a name: what it is a kind of."""
    kind = re.search(r"(?:级|类|型|性|的)(?P<head>[\u4e00-\u9fff]{2,12})$", base)
    return kind["head"] if kind else base


def _place(lead: str, last: Named) -> str:
    """全省 of 全省共4家: a lead that says only where."""
    found = _PLACE.match(lead)
    if found is None or not last.name:
        return ""
    if _SCOPED.match(found["place"]):
        return found["place"]
    return found["place"] if re.search(r"(?:共有|共计|共|仅有|仅|只有|只)$", lead) and not action_of(found["place"]) else ""


_CUTS = re.compile(r"(?:的|并|、|等|对|为|通过|开展|组织|举办|实施|完成|实现|推进|中|上|下|后|内|了)")


def _shortened(stem: str) -> str:
    """``stem`` without a beginning that is about something else, where it is too long for a name."""
    while len(stem) > LONGEST:
        cut = next((one for one in _CUTS.finditer(stem) if 0 < one.end() < len(stem) - 3), None)
        if cut is None:
            return stem
        stem = stem[cut.end() :]
    return stem


def _fit(name: str) -> str:
    """``name`` in the length of a name. Its end says what it is, so the beginning gives way."""
    if len(name) <= LONGEST:
        return name
    start = len(name) - LONGEST
    cut = re.search(r"(?<=[级类型性的省市县区国])", name[start:])
    return name[start + cut.end() :] if cut and cut.end() < LONGEST - 4 else name[start:]
