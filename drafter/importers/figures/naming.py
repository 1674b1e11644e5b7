"""What a number is of. Chinese says it before the number (高新技术企业净增76家), behind the unit (引进7名博士), or not again
(总数达到269家), and then it is that of the number before.
"""

import re
from dataclasses import dataclass, replace

from drafter.importers.figures.clauses import Mention
from drafter.importers.figures.quantity import quantities
from drafter.importers.figures.units import bare, counts, is_rate
from drafter.importers.figures.words import (
    GENERIC,
    TOTALS,
    action_at_end,
    action_of,
    back_cut,
    begins_predicate,
    end_of,
    ends_with_verb,
    event_cut,
    from_action,
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
_SCOPED = re.compile(_SCOPE)
_PART = re.compile(r"(?:其中|含|包括|包含)[:：，,]?")
#: The place that the report is about goes without saying.
_OWN_PLACE = re.compile(r"^(?:全市|全县|全区|全镇|全局|全系统)(?:范围内|上下)?")
_ADJECTIVE = re.compile(r"(?:级|类|型|属|等|性|[一二三四]等奖)$")
_JOINED = frozenset({"、", "和", "与", "及", "以及", "或"})


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
    unit: str = ""


NAMELESS = Named("", "", "", 0.0)


def named_as(name: str) -> Named:
    """What a number that follows may mean after a figure called ``name``."""
    name = name.removesuffix("数")
    return Named(name, _without_action(name, action_of(name)), action_of(name), 0.9)


def name_of(mention: Mention, last: Named, whole: Named) -> Named:
    """The name of a number. ``last`` is that of the number before, ``whole`` of the last one that is not 其中; both NAMELESS where
    the sentence has none.
    """
    part = _is_part(mention, last)
    whole = whole if part else last
    behind = _behind(mention, last)
    named = behind if behind is not None else _before(mention, last, whole, part)
    return replace(named, part=part, unit=mention.quantity.unit) if named.name else named


def _is_part(mention: Mention, last: Named) -> bool:
    """Whether 其中 stands before it, or before the number that it is listed with."""
    if _PART.match(mention.lead.strip()):
        return True
    if mention.mark and _PART.search(mention.sentence[-len(mention.lead) - 4 :][:4]):
        return True
    if not last.part or not mention.follows:
        return False
    lead = front_cut(mention.lead.strip())
    if mention.mark == ";":
        return _ADJECTIVE.search(lead) is not None
    return mention.mark in _JOINED or (mention.mark == "," and not action_of(lead))


def _behind(mention: Mention, last: Named) -> Named | None:
    """The name that follows the unit; None where what follows is something else."""
    unit = mention.quantity.unit
    tail = mention.tail.strip()
    tail = _LOOSE.sub("", tail)
    lead = mention.lead[last.used if mention.shared else 0 :].strip("、和与及 ")
    # A list (甲、乙等3家单位) and a bare verb or nothing before the number leave the name to what follows.
    listing = not lead or lead.endswith("等")
    if not tail or tail[0] in "(、" or is_rate(unit) or (bare(unit).endswith("次") and not listing):
        return None
    if begins_predicate(tail) and listing and not lead and not mention.shared and mention.follows and last.name and counts(unit):
        said = tidy(tail[: 2 + noun_length(tail[2:])])
        return Named(_fit(said + last.base), last.base, "", 0.6)
    if begins_predicate(tail) and not listing:
        noun = tidy(tail.rpartition("的")[2]) if "的" in tail and ends_with_verb(lead) else ""
        return Named(noun, noun, "", 0.7) if 1 < len(noun) <= LONGEST else None
    if tail.startswith("的") and not (listing or ends_with_verb(lead.removesuffix("了")) or _MEASURED.search(lead)):
        return None
    if tail.startswith("的"):
        noun = tidy(tail.rpartition("的")[2])
        noun = noun[: noun_length(noun)]
        return Named(noun, noun, "", 0.7, used=len(mention.tail)) if 1 < len(noun) <= LONGEST else None
    if not counts(unit) and not _money_noun(tail):
        return None
    if such := _SUCH.match(tail):
        return Named(tidy(such[0]), tidy(such[0]), "", 0.8, used=such.end())
    length = noun_length(tail) if not begins_predicate(tail) else 2 + noun_length(tail[2:])
    noun = tidy(tail[:length])
    if not noun or noun in ("任务", "目标", "总长", "全长", "总面积", "总投资") or len(noun) > LONGEST:
        return None
    lead = _lead_of(mention)
    action = action_of(lead) if len(lead) <= len(action_of(lead)) + 1 else action_at_end(lead)
    said = _predicate(tail[length:]) if noun in GENERIC else ""
    if said and not said.endswith(noun):
        if len(said) + len(noun) > LONGEST:
            said = action_of(said)
        if said:
            return Named(said + noun, said + noun, "", 0.8, used=length)
    name = action + noun if action and not noun.startswith(action) and len(action + noun) <= LONGEST else noun
    return Named(name, noun, action, 0.6 if noun in GENERIC else 0.85, used=length)


_MEASURED = re.compile(r"(?:长|宽|高|面积|占地|投资)(?:约|近)?$")
#: A clause and what it describes: 47家连续两年未申报的企业.
_SUCH = re.compile(
    rf"[^,;的\d“”]{{3,14}}的(?:{'|'.join(sorted((noun for noun in GENERIC if len(noun) > 1), key=len, reverse=True))})"
)
_LOOSE = re.compile(r"^(?:以上|以下|以内|左右|余)")
_MONEY_NOUN = re.compile(r"^[\u4e00-\u9fff]{0,10}(?:资金|经费|贷款|基金|投资|补贴|奖励|订单|保费|补助)")


def _money_noun(tail: str) -> bool:
    return _MONEY_NOUN.match(tail) is not None


def _predicate(text: str) -> str:
    """What is said of the things counted, as it may stand before their name."""
    said = re.sub(r"^(?:被|已经?|均|全部|顺利|成功|正式|正在|共|分别|新|逐一)+", "", text)
    return tidy(back_cut(said)) if action_of(said) or (begins_predicate(said) and not _BESIDE.match(said)) else ""


#: Prepositions and the like, which say with whom or where and not what.
_BESIDE = re.compile(r"与|在|为|对|向|围绕|结合|比|较|以|将|可|居|占|到|于|同比|面向|针对|贷|不|未|还|需|是|有|分别|共|比上年")


_BRACKET = re.compile(r"^\s*\([^()]*\)[、,]?")


def _lead_of(mention: Mention) -> str:
    """The words before a number that speak of it."""
    lead = _BRACKET.sub("", mention.lead)
    cut = _PART.match(lead.strip())
    if cut:
        lead = lead.strip()[cut.end() :]
    return back_cut(front_cut(lead.strip()))


def _before(mention: Mention, last: Named, whole: Named, part: bool) -> Named:
    """The name that stands before the number, completed from the number before where it says too little."""
    lead = _lead_of(mention)
    if mention.shared and last.used:
        lead = back_cut(front_cut(mention.lead[last.used :].strip()))
    place = _place(mention.lead.strip())
    if place:
        base = _object(mention) or (last.name if mention.follows else "")
        if base:
            return Named(_fit(place + base), base, "", 0.7 if mention.follows else 0.6)
    stem = tidy(_shortened(event_cut(_opened(lead))))
    if stem in GENERIC:
        # 服务企业15家: without its verb it would say too little.
        stem = tidy(front_cut(lead)) if len(front_cut(lead)) <= 8 else stem
    stem = stem if len(stem) > 1 else ""
    if mention.follows and last.name:
        if not stem:
            return _same(mention, last)
        completed = _completed(stem, mention, last, whole, part)
        if completed is not None:
            return completed
    if not stem:
        return NAMELESS
    action = action_of(stem)
    people = bare(mention.quantity.unit)
    if action == stem and people in ("人次", "人", "家次", "户次"):
        return Named(stem + people, stem, "", 0.7)
    base = _without_action(stem, action)
    return Named(_fit(stem), base, action if action != stem else "", _sureness(stem, mention))


def _opened(lead: str) -> str:
    """``lead`` without the words and verbs that only open it, however many there are."""
    while True:
        cut = front_cut(verb_cut(front_cut(lead)))
        if cut.startswith(_MEANS):
            cut = from_action(cut)
        cut = _OWN_PLACE.sub("", cut) if len(cut) > 5 else cut
        if cut == lead:
            return lead
        lead = cut


_MEANS = ("通过", "依托", "利用", "借助")


def _sureness(stem: str, mention: Mention) -> float:
    # 由60天压缩到25天 begins with what was; 用好成果转化16条 names a document.
    if mention.lead.rstrip().endswith(("由", "从")) or mention.quantity.unit == "条":
        return 0.4
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
    if mention.mark == "(":
        name = _fit(("全年" if "全年" in mention.lead else "") + last.name)
        return Named(name, last.base, last.action, 0.5)
    if is_rate(mention.quantity.unit) or "分别" in mention.sentence[-40:]:
        return Named(last.name, last.base, last.action, 0.4)
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
    done = action_at_end(stem)
    if done and len(stem) <= 4 and mention.quantity.unit == last.unit and (done == stem or stem[:2] not in last.base):
        return Named(_fit(last.base + stem), last.base, "", 0.7)
    return None


def _part_of(stem: str, whole: Named) -> Named:
    base = whole.base
    if _ADJECTIVE.search(stem) and not re.search(r"等奖$", stem):
        head = _head(base)
        return Named(_fit(stem + head), stem + head, "", 0.8)
    if stem in GENERIC or (len(stem) <= 4 and stem[-2:] != base[-2:]):
        return Named(_fit(base + stem), base + stem, "", 0.75)
    return Named(_fit(stem), stem, "", 0.85)


def _head(base: str) -> str:
    """The last words of a name: what it is a kind of."""
    kind = re.search(r"(?:级|类|型|性|的)(?P<head>[\u4e00-\u9fff]{2,12})$", base)
    return kind["head"] if kind else base


def _object(mention: Mention) -> str:
    """What the clause before speaks of: 省百强企业 of 甲公司入围省百强企业,全省仅7家."""
    clause = re.split(r"[,;:]", mention.sentence[: len(mention.sentence) - len(mention.lead)].rstrip(",;:("))[-1]
    if any(True for _ in quantities(clause)):
        return ""
    ends = [found.end() for found in _DID.finditer(clause)]
    said = tidy(clause[ends[-1] :]) if ends else ""
    return said if 1 < len(said) <= LONGEST else ""


_DID = re.compile(r"获批|获评|入选|入围|荣获|获得|列入|纳入|评为|认定为|成为|建成|的|获(?!奖)")


def _place(lead: str) -> str:
    """全省 of 全省共4家: a lead that says only where."""
    found = _PLACE.match(lead)
    if found is None:
        return ""
    if _SCOPED.fullmatch(found["place"]):
        return found["place"]
    return found["place"] if re.search(r"(?:共有|共计|共|仅有|仅|只有|只)$", lead) and not action_of(found["place"]) else ""


_CUTS = re.compile(r"(?:的|并|、|等|对|为|通过|开展|组织|举办|实施|完成|实现|推进|下达|我[市县区省局]|后|了)")


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
    return end_of(name, LONGEST)
