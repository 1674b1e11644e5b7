"""Hospitals, centres and schools that are called by two names: 市中医院, 市中医医院."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.manuscript import Manuscript
from drafter.checks.scanning import Led
from drafter.checks.text.status.naming import Named, Varied, common

#: A place, what it is for, and what it is; the first such word after the place ends the name.
_BODY = Led("市县区镇乡", "([市县区镇乡])([^\\W\\d_的了在对向把将等至从是有]{2,14}?(?:中心|院|馆|校|中学|小学|园|所|站))")
#: Not one place is named by 全市, 城市 or 社区.
_NO_PLACE = frozenset("全各两跨城都社园")
#: A province's and a city's are two; so are those of two towns. A report is of one city or county.
_OWN = frozenset("市县")
#: Names are compared where so many signs after the place, or at the end, are the same, unless many share them.
_HEAD, _TAIL, _MANY = 2, 3, 40
#: What a name says, or leaves out, without being another's.
_LIGHT = re.compile("事务|服务|管理|公共|综合|保健|保障|人民|指导|[检验测]{2}|[医和与及]")


def bodies(manuscript: Manuscript) -> Iterator[Varied]:
    """Two names of one body, the later one second."""
    alike: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    text = manuscript.text
    for found in _BODY.finditer(text):
        place = text[max(0, found.start() - 2) : found.start()]
        if place[-1:] in _NO_PLACE:
            continue
        whose = found[1] if found[1] in _OWN else place + found[1]
        name = whose + found[2]
        named = Named(found.end() - len(name), found.end(), name)
        alike[f"{whose}{found[2][:_HEAD]}…"].setdefault(name, named)
        alike[f"{whose}…{found[2][-_TAIL:]}"].setdefault(name, named)
    for group in alike.values():
        names = list(group.values()) if len(group) <= _MANY else []
        for number, again in enumerate(names):
            for first in names[:number]:
                if _one(manuscript, first, again):
                    yield first, again, "info"


def _one(manuscript: Manuscript, one: Named, other: Named) -> bool:
    """Whether one of two names has a light word more, or the same words in another order."""
    head, tail = common(one.name, other.name)
    shorter, longer = sorted((one.name, other.name), key=len)
    more = head + tail >= len(shorter) and _LIGHT.fullmatch(longer, head, len(longer) - tail)
    if not more and sorted(shorter) != sorted(longer):
        return False
    return manuscript.sentence(one.start) != manuscript.sentence(other.start)
