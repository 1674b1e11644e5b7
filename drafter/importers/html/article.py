"""Which element of a page holds the article: where nearly all the prose is, widened to what belongs with it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from drafter.importers.html.chrome import entries, is_about, reason_by_name, reason_by_words
from drafter.importers.html.segments import Element, Segment

# Names that the content systems of government sites give to the article and to nothing else.
_CERTAIN = re.compile(
    r"zoom|ucap-?content|trs_(?:u?editor|view)\w*|view\s*trs_ueditor\w*|vsb_content\w*|v_news_content|wp_articlecontent|pages_content|"
    r"article[-_]?(?:content|body|con|cont|text|txt|main)|arc_?cont|news[-_]?(?:content|body|text|con|txt)|(?:content|con)[-_]?(?:text|body|txt|article)|"
    r"detail[-_]?(?:content|con|text)|xxgk[-_]?content|main[-_]?(?:text|txt)|zhengwen|zw_?nr|ndocument|js_content|rich_media_content|"
    r"(?:entry|post|txt)[-_]?content|bt_content|my_doccontent|easysite[-_]?news[-_]?text|info_content|gz_content|nr_content|textcontent"
)
_HOLDERS = frozenset(
    [
        "article",
        "body",
        "center",
        "div",
        "fieldset",
        "form",
        "font",
        "main",
        "section",
        "span",
        "table",
        "tbody",
        "td",
        "tr",
        "blockquote",
    ]
)
_SENTENCE = re.compile("[。；，！？]")
_NEARLY_ALL, _MOST = 0.95, 0.6
_SHORT = 12


@dataclass(slots=True)
class Weights:
    """Characters under each element: of all text, of links, and of prose (sentences that are not links)."""

    text: Counter[Element] = field(default_factory=Counter)
    linked: Counter[Element] = field(default_factory=Counter)
    prose: Counter[Element] = field(default_factory=Counter)
    lines: Counter[Element] = field(default_factory=Counter)

    def is_links(self, element: Element) -> bool:
        """A list of links: menus, neighbours, related pages."""
        return self.lines[element] >= 3 and not self.prose[element] and self.linked[element] > 0.6 * self.text[element]


def weigh(segments: list[Segment], body: Element) -> Weights:
    """Weights of every element: each block's own lines, then summed from the leaves to ``body`` in one pass."""
    weights = Weights()
    for segment in segments:
        if segment.reason is None:
            size = len(segment.line.text)
            weights.text[segment.element] += size
            weights.linked[segment.element] += segment.linked
            weights.prose[segment.element] += size if is_prose(segment) else 0
            weights.lines[segment.element] += 1
    for element in reversed(list(body.iter())):
        outer = element.getparent()
        if outer is not None and weights.lines[element]:
            for weight in (weights.text, weights.linked, weights.prose, weights.lines):
                weight[outer] += weight[element]
    return weights


def is_prose(segment: Segment) -> bool:
    text = segment.line.text
    return (
        len(text) > _SHORT
        and segment.linked * 2 < len(text)
        and _SENTENCE.search(text) is not None
        and reason_by_words(text) is None
        and not is_about(text)
        and not entries(text)
    )


def find_article(body: Element, weights: Weights) -> Element:
    """The element to read. A name that content systems use decides; else the place of the prose does. ``body`` if nothing."""
    whole = weights.prose[body]
    if not whole:
        named = [element for element in weights.text if _is_certain(element)]
        return max(named, key=lambda element: weights.text[element], default=body)
    named = [element for element in weights.prose if weights.prose[element] >= _MOST * whole and _is_certain(element)]
    if named:
        return max(named, key=lambda element: (weights.prose[element], weights.text[element]))
    return _widened(_narrowed(body, weights), weights)


def _narrowed(body: Element, weights: Weights) -> Element:
    """Down to the smallest block that still holds nearly all the prose."""
    found = body
    while True:
        inner = next(
            (c for c in found if c.tag in _HOLDERS and weights.prose[c] >= _NEARLY_ALL * weights.prose[body]),
            None,
        )
        if inner is None:
            return found
        found = inner


def _widened(found: Element, weights: Weights) -> Element:
    """Up again while that adds little, and few links: title, signature and date often stand beside the block of prose."""
    room = max(200, weights.text[found] // 10)
    while found.tag != "body":
        outer = found.getparent()
        if outer is None or outer.tag == "html" or reason_by_name(outer) is not None:
            break
        links = weights.linked[outer] - weights.linked[found]
        if weights.text[outer] - weights.text[found] - links > room or links > 60:
            break
        found = outer
    return found


def _is_certain(element: Element) -> bool:
    names = [element.get("id") or "", element.get("class") or "", *(element.get("class") or "").split()]
    return any(_CERTAIN.fullmatch(name.strip().lower()) for name in names if name)
