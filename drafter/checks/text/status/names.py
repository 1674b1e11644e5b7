"""One document, programme or company goes by one name: 《临江市关于…的意见》 is not 《关于…的意见》 in the next paragraph."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.status.bodies import bodies
from drafter.checks.text.status.naming import (
    Named,
    Varied,
    common,
    core,
    documents,
    issued,
    of_others,
    one_document,
    quotations,
    version,
)
from drafter.checks.text.status.programmes import programmes
from drafter.checks.text.status.reworded import reworded
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "name-varies",
        "warning",
        Both("同一名称前后不一", "Two names of one thing"),
        Both(
            "同一个文件、项目或单位前后叫法不同，读的人会当成两个。",
            "What goes by two names in one report is taken for two things.",
        ),
        GENRE,
        "印发《临江市关于加强校园食品安全管理的意见》。⏎落实《关于加强校园食品安全管理的意见》。",
        "印发《关于加强校园食品安全管理的意见》。⏎落实《关于加强校园食品安全管理的意见》。",
    ),
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    titles = _distinct([each for each in documents(manuscript) if not _introduced(manuscript, each)])
    quoted_names = _distinct([each for each in quotations(manuscript) if len(each.name) >= _SHORT])
    varied = [
        *_prefixed(manuscript, titles),
        *_misspelt(manuscript, titles),
        *reworded(manuscript, titles),
        *_misspelt(manuscript, quoted_names, _MOTTO),
        *programmes(manuscript),
        *bodies(manuscript),
        *_companies(manuscript),
    ]
    told = set()
    for first, again, severity in sorted(varied, key=lambda each: each[1].start):
        if again.start not in told:
            told.add(again.start)
            yield Finding(
                "name-varies",
                again.start,
                again.end,
                Both(
                    f"“{quoted(again.name, _SHOWN)}”在前面叫“{quoted(first.name, _SHOWN)}”。",
                    f"“{quoted(again.name, _SHOWN)}” is called “{quoted(first.name, _SHOWN)}” before.",
                ),
                Both("查实全称，前后统一；确是两个就不用改。", "Use one name; leave it if they are two things."),
                other=(first.start, first.end),
                severity=severity,
            )


_SHOWN = 40
#: Shorter names differ by chance, unless by a sign that says nothing: 国家卫生县城, 国家级卫生县城.
_SHORT, _LONG = 6, 8
#: Shorter ones in quotation marks may be mottos, which play with a word: 童享…, 乐享….
_MOTTO = 12


def _distinct(names: Sequence[Named]) -> list[Named]:
    """The first mention of each name."""
    first: dict[str, Named] = {}
    for each in names:
        first.setdefault(each.name, each)
    return list(first.values())


def _introduced(manuscript: Manuscript, named: Named) -> bool:
    """Whether a short name is given here: （以下简称《办法》）."""
    return manuscript.text.endswith(("简称", "简称为", "下称"), max(0, named.start - 6), named.start)


# With and without the place or body that issued it

#: Laws are called by their short names.
_LAW = re.compile("(?:(?<!办)法|条例|章程|准则)$")
_ISSUER = re.compile("(?:政府|办公室|办公厅|局|委|厅|会|部|院)关于")


def _prefixed(manuscript: Manuscript, titles: Sequence[Named]) -> Iterator[Varied]:
    alike: defaultdict[str, list[Named]] = defaultdict(list)
    for each in titles:
        if not _LAW.search(each.name):
            alike[core(each.name)].append(each)
    for group in alike.values():
        first, *rest = group
        again = next((each for each in rest if _one_of_two(manuscript, first, each)), None)
        if again:
            sure = "关于" in again.name and not any(_ISSUER.search(each.name) for each in (first, again))
            yield first, again, "warning" if sure else "info"


def _one_of_two(manuscript: Manuscript, one: Named, other: Named) -> bool:
    """Whether two names differ in nothing but a place, and that of no one else: the province may have one of the same name."""
    bare = [each.name.removesuffix(version(each.name)) for each in (one, other)]
    if bare[0] == bare[1] or not one_document(one.name, other.name):
        return False
    plain = one if core(one.name) == bare[0] else other
    return not of_others(manuscript, plain)


# A sign or two differ

#: Names are compared where so many signs at the beginning, or at the end, are the same; names that many others share are not.
_HEAD, _TAIL, _MANY = 4, 4, 40
#: A sign that tells two things apart rather than being a slip.
_TELLS = re.compile(
    "[0-9A-Za-z零一二三四五六七八九十百千万两首次末第批期届号年月日季周省市县区乡镇村街国州中大小上下内外前后左右东南西北甲乙丙丁男女老幼青少新旧初高城农"
    "春夏秋冬增减正副总分双单进出水土气林田草路桥港航站线校院所馆园党政军民工商学医牛羊猪鸡鱼稻麦]"
)
_KINDS = re.compile(
    "方案|意见|办法|细则|规划|计划|条例|通知|制度|规定|措施|清单|要点|标准|指南|规程|规范|试行|暂行|修订|修正|补充|实施|工作|管理|行动|建设|专项|重点|推进|年度|协议|合同"
)
_LIGHT = re.compile("[的和与及了度级型性式类化]|人民|加快|推进|进一步|关于|开展")


#: The years that a plan is for.
_YEARS = re.compile("20[0-9]{2}年?[—–－~～至-]{1,2}20[0-9]{2}年")


def _misspelt(manuscript: Manuscript, names: Sequence[Named], sure: int = 0) -> Iterator[Varied]:
    """``sure``: shorter names may be made to differ."""
    for group in _near(names).values():
        if len(group) > _MANY:
            continue
        for number, again in enumerate(group):
            for first in group[:number]:
                severity = _slip(first.name, again.name)
                if severity == "info" and _two_things(manuscript, first, again):
                    severity = None
                if severity and len(again.name) < sure:
                    severity = "info" if len(first.name) != len(again.name) else None
                if severity:
                    yield first, again, severity


def _two_things(manuscript: Manuscript, one: Named, other: Named) -> bool:
    """Whether two names stand side by side, or both were issued, unless what differs has a sign in common: 公路, 道路."""
    head, tail = common(one.name, other.name)
    if set(one.name[head : len(one.name) - tail]) & set(other.name[head : len(other.name) - tail]):
        return False
    beside = manuscript.sentence(one.start) == manuscript.sentence(other.start)
    return beside or (issued(manuscript, one) and issued(manuscript, other))


def _near(names: Sequence[Named]) -> dict[str, list[Named]]:
    groups: defaultdict[str, list[Named]] = defaultdict(list)
    for each in names:
        bare = each.name.removeprefix("关于")
        if len(bare) >= _SHORT and not _LAW.search(each.name):
            groups[f"{bare[:_HEAD]}…"].append(each)
            groups[f"…{bare[-_TAIL:]}"].append(each)
    return groups


def _slip(one: str, other: str) -> Severity | None:
    """Whether two names differ in one place by a sign or two that hardly make them two things."""
    if abs(len(one) - len(other)) > 2:
        return None
    if sorted(one) == sorted(other):
        return "info"  # its words were put in another order
    head, tail = common(one, other)
    mine, its = one[head : len(one) - tail], other[head : len(other) - tail]
    longer, changed = max(mine, its, key=len), mine + its
    if longer == changed and longer in (one[head - 1 : head], one[head - 2 : head]):
        return "warning"  # a sign or two were written twice
    if changed.isdigit() and all(_YEARS.search(name, max(0, head - 9)) for name in (one, other)):
        return "info"  # （2020—2035年）, （2021—2035年）
    if not _LIGHT.fullmatch(changed) and (len(longer) > 2 or _TELLS.search(changed) or not changed.isalpha()):
        return None
    kinds = [_KINDS.search(name[max(0, head - 1) : len(name) - tail + 1]) for name in (one, other)]
    if changed == "度":
        return "info"
    if min(len(one), len(other)) < _LONG and not _LIGHT.fullmatch(changed):
        return None
    if any(kinds) if longer == changed or len(longer) == 2 else all(kinds):
        return None
    if len(mine) == len(its) == 2:
        return "info"
    sure = _LIGHT.fullmatch(changed) or len(mine) == len(its) or len(longer) == 2
    return "warning" if sure else "info"


# Companies

_FORM = re.compile("有限(?:责任)?公司")
#: So many signs before the form of a company tell which one it is, unless they are such that many have.
_STEM = 6
_COMMON = re.compile(
    "科技|集团|发展|投资|建设|实业|工程|控股|置业|材料|新|文化|旅游|农业|生态|开发|产业|股份|技术|电子|贸易|食品|环保|能源|国有|资产|经营|运营"
)


def _companies(manuscript: Manuscript) -> Iterator[Varied]:
    forms: dict[str, tuple[Named, str]] = {}
    text = manuscript.text
    for found in _FORM.finditer(text):
        start = found.start() - 2 * text.endswith("股份", 0, found.start())
        stem, form = text[max(0, start - _STEM) : start], text[start : found.end()]
        if len(stem) < _STEM or not stem.isalpha() or len(_COMMON.sub("", stem)) < 2:
            continue
        named = Named(start - _STEM, found.end(), stem + form)
        first, known = forms.setdefault(stem, (named, form))
        if form != known:
            yield first, named, "warning"
