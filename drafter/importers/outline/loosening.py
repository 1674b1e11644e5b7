"""Before the first heading, metadata, cover parts and titles may be glued to running text: they are cut off it here."""

import itertools
import re

from drafter.importers.outline import chrome, covers
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import is_prose, length
from drafter.model.ordinals import read_ordinal

_FRONT_LENGTH = 4000
#: What a site calls the file, without its extension and a date in brackets.
_FILE_NAME = re.compile(r"(?:^|《)([^《》\s]{6,80}?)(?:[（(][^（()）]*[)）])?\.(?:docx?|pdf|wps|txt)(?![A-Za-z])")


def loosen(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Before the first heading, metadata and titles that are glued to running text become paragraphs of their own."""
    result: list[Paragraph] = []
    names: set[str] = set()
    for index, paragraph in enumerate(paragraphs):
        names |= set(_FILE_NAME.findall(paragraph.text[:_FRONT_LENGTH])[:3])
        ordinal = read_ordinal(paragraph.text[:60])
        noise = chrome.is_chrome(paragraph.text)
        if ordinal is not None and not noise and not chrome.is_chrome(paragraph.text[:60].split("  ")[0]):
            return result + paragraphs[index:]
        parts = [paragraph.text] if noise else _off_name(paragraph.text, names)
        result += [paragraph._replace(text=text) for part in parts for text in _loose(part, noise)]
    return result


def _off_name(text: str, names: set[str]) -> list[str]:
    """A title that is known from the name of the file, cut off the text that is glued to it."""
    name = next((name for name in names if text.startswith(name) and len(text) > len(name) + 12), None)
    return [text] if name is None else [name, *_off_name(text[len(name) :].lstrip(), names)]


def _loose(text: str, noise: bool) -> list[str]:
    """Leading tokens that are metadata, cover parts or a title, then the rest; the whole text where nothing is glued."""
    tokens = [(found.start(), found.end()) for found in re.finditer(r"\S+", text[:_FRONT_LENGTH])]
    if len(tokens) < 2 or (len(text) < 36 and not noise) or (noise and not _holds_title(text, tokens)):
        return [text]
    cuts: set[int] = set()
    found_any, metadata = False, noise
    for start, end in tokens:
        kind = _token_kind(text[start:end])
        if metadata and covers.is_date(text[start:end]):
            kind = "metadata"
        if kind == "cover" or kind == "title":
            cuts |= {start, end}
            metadata = False
        elif kind == "metadata":
            if not metadata:
                cuts.add(start)
            metadata = True
        elif kind == "prose" or not metadata:
            cuts.add(start)
            break
        found_any = found_any or kind in ("title", "metadata")
    if not found_any:
        return [text]
    return _cut(text, cuts)


def _cut(text: str, cuts: set[int]) -> list[str]:
    edges = sorted({0, *cuts, len(text)})
    pieces = [text[one:other].strip() for one, other in itertools.pairwise(edges)]
    return [piece for piece in pieces if piece]


def _token_kind(token: str) -> str:
    """What a token of glued text is: title, cover, metadata, prose, or other."""
    if chrome.LABEL.match(token):
        return "metadata"
    if covers.is_title(token) or covers.is_notice_title(token) or covers.split_number(token):
        return "title"
    if covers.is_number(token) or covers.is_date(token) or covers.is_addressees(token) or covers.is_body_name(token):
        return "cover"
    if chrome.is_chrome(token):
        return "metadata"
    if covers.is_notice_text(token):
        return "cover"
    return "prose" if is_prose(token) else "other"


def _holds_title(text: str, tokens: list[tuple[int, int]]) -> bool:
    return any(length(text[start:end]) > 7 and _token_kind(text[start:end]) == "title" for start, end in tokens)
