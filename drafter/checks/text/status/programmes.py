"""Programmes that are a 工程 in one place and a 计划 in another: “银龄守护”工程, “银龄守护”计划."""

import re
from collections.abc import Iterator

from drafter.checks.manuscript import Manuscript
from drafter.checks.text.status.naming import Named, Varied

_NOUN = "行动计划|工程|计划|行动|活动|项目"
#: The noun stands behind the marks, or within them.
_PROGRAMME = re.compile(f"“([^“”《》\n]{{3,12}}?)(?:”(?:专项|[一二三四五]年)?({_NOUN})|({_NOUN})”)(?![公师学院局处书方部])")
#: 三项工程 and 三项行动 are many things; so are 百千万工程 and 百千万行动.
_NUMBERED = re.compile("[一二三四五六七八九十百千万双两0-9]")
#: A short name may be a catchword, 活动 be said of what is done for a 行动, and 项目 of what is part of a 计划.
_SHORT, _LOOSE = 4, frozenset(("活动", "项目"))


def programmes(manuscript: Manuscript) -> Iterator[Varied]:
    """Two nouns of one programme, the later one second. 行动计划 goes with 行动 and with 计划."""
    known: dict[str, tuple[Named, str]] = {}
    for found in _PROGRAMME.finditer(manuscript.text):
        name, noun = found[1], found[2] or found[3]
        if _NUMBERED.search(name):
            continue
        named = Named(*found.span(), f"{name}{noun}")
        first, called = known.setdefault(name, (named, noun))
        nouns = {noun, called}
        if noun in called or called in noun or ("项目" in nouns and "工程" not in nouns):
            continue
        yield first, named, "info" if len(name) < _SHORT or nouns & _LOOSE else "warning"
