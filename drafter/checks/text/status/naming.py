"""Names in a text: of documents, 《…》, and of programmes and projects, “…”; and which of them name one thing."""

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.manuscript import Manuscript
from drafter.model.problem import Severity


class Named(NamedTuple):
    """``start:end`` spans the marks, too; ``name`` is what stands between them, without spaces."""

    start: int
    end: int
    name: str


#: A name, another later on that seems to be of the same thing, and how sure that is.
Varied = tuple[Named, Named, Severity]
_DOCUMENT = re.compile("《([^《》\n]{3,80})》")
_QUOTED = re.compile("“([^“”\n]{3,60})”")
#: A place, or a body with its place, before what a document is about.
_PLACE = re.compile(
    "[\u4e00-\u9fff]{2,6}?(?:省|市|县|区|州|镇|乡|街道|自治区)(?:人民政府|委员会)?(?:办公室|办公厅)?(?!政府|委|人大|人民|局|内|本级|级|域|场|民|容|直)"
)
_BEFORE_ABOUT = re.compile("[^关]{2,14}(?=关于)")
_VERSION = re.compile("（[^（）]{1,8}）$")


@lru_cache(maxsize=1)
def documents(manuscript: Manuscript) -> list[Named]:
    """The documents that a manuscript names, in order."""
    return _named(_DOCUMENT, manuscript.text)


@lru_cache(maxsize=1)
def quotations(manuscript: Manuscript) -> list[Named]:
    """The names in quotation marks, in order."""
    return _named(_QUOTED, manuscript.text)


def _named(pattern: re.Pattern[str], text: str) -> list[Named]:
    return [Named(*found.span(), "".join(found[1].split())) for found in pattern.finditer(text)]


def version(name: str) -> str:
    """（试行）, （征求意见稿）, as it stands at the end; "" where none does."""
    found = _VERSION.search(name)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 12)
def core(name: str) -> str:
    """A name without version, and without the place or body that issued it."""
    bare = name.removesuffix(version(name))
    found = None if bare.startswith("关于") else _BEFORE_ABOUT.match(bare) or _PLACE.match(bare)
    rest = bare[found.end() :] if found else bare
    return rest if len(rest) >= _SHORTEST else bare


#: What is left of a name must still be one.
_SHORTEST = 6


def one_document(name: str, other: str) -> bool:
    """Whether two names with one core are of one document: 甲市 and 乙市 each have their own."""
    plain = [each.removesuffix(version(each)) for each in (name, other)]
    return plain[0] == plain[1] or core(name) in plain


def common(one: str, other: str) -> tuple[int, int]:
    """How many signs two names have in common at the beginning, and then at the end."""
    shorter = min(len(one), len(other))
    head = next((at for at, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    return head, tail


_OF_OTHERS = re.compile("国家|中央|国务院|全国|省|自治区|上级|部|中共|总局")


def of_others(manuscript: Manuscript, named: Named) -> bool:
    """Whether the words before a document say that those above issued it."""
    return _OF_OTHERS.search(manuscript.text, max(0, named.start - 14), named.start) is not None


_ISSUED = re.compile(
    "(?:印发|出台|制定|制订|修订|编制|起草|发布|颁布|代拟)(?!的)[^，。；：《》\n]{0,8}(?:《[^《》\n]*》[、和及与]?)*$"
)
_FAR = 90


def issued(manuscript: Manuscript, named: Named) -> bool:
    """Whether the words before a document say that the bureau made it."""
    begin = max(manuscript.line(named.start)[0], named.start - _FAR)
    return _ISSUED.search(manuscript.text, begin, named.start) is not None
