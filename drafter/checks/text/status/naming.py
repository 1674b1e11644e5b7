"""Names in a text: of documents, 《…》, and of programmes and projects, “…”; and which of them name one thing."""

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.manuscript import Manuscript


class Named(NamedTuple):
    """``start:end`` spans the marks, too; ``name`` is what stands between them, without spaces."""

    start: int
    end: int
    name: str


_DOCUMENT = re.compile("《([^《》\n]{3,80})》")
_QUOTED = re.compile("“([^“”\n]{3,60})”")
_SPACES = re.compile(r"\s+")
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


def quotations(manuscript: Manuscript) -> list[Named]:
    return _named(_QUOTED, manuscript.text)


def _named(pattern: re.Pattern[str], text: str) -> list[Named]:
    return [Named(*found.span(), _SPACES.sub("", found[1])) for found in pattern.finditer(text)]


def version(name: str) -> str:
    """（试行）, （征求意见稿）, as it stands at the end; "" where none does."""
    found = _VERSION.search(name)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 12)
def core(name: str) -> str:
    """A name without version, and without the place or body that issued it."""
    bare = name.removesuffix(version(name))
    found = _BEFORE_ABOUT.match(bare) or _PLACE.match(bare)
    rest = bare[found.end() :] if found else bare
    return rest if len(rest) >= _SHORTEST else bare


#: What is left of a name must still be one.
_SHORTEST = 6


def one_document(name: str, other: str) -> bool:
    """Whether two names with one core are of one document: 甲市 and 乙市 each have their own."""
    plain = [each.removesuffix(version(each)) for each in (name, other)]
    return plain[0] == plain[1] or core(name) in plain
