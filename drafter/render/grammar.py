"""The vocabulary of templates: which elements there are, what stands in which, and what their attributes ask for.

``<title>`` · ``<h1>`` … ``<h6>`` (``class="run-in"``: the next plain ``<p>`` goes on in the same paragraph) · ``<p>`` (a class
names its style, one of PARAGRAPH_KINDS) · ``<b>`` · ``<span class="signer">``, a name in the face of level 2 · ``<mark>``, which
comes with the texts of a draft, never from a template · ``<hr class="page"/>`` · ``<table>`` ``<tr>`` ``<th>`` ``<td>`` · ``<figure data-chart="柱形图">`` (``data-title``, ``data-unit``, ``data-alt``): a chart of the table in
it · ``<section>`` and ``<div>``, which only group; ``<section class="landscape">`` is on pages that lie on their side. On a
caption ``data-number="表1"`` counts it. On h and p: ``data-number`` the scheme, ``data-start``
the number to count from, ``data-fact`` the fact it came from, ``class="inline"`` to go on in the paragraph before; on p:
``data-level`` the depth of a numbered one.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.model.style import DEPTH
from drafter.render.tables import DRAWN

GROUPS = frozenset({"body", "section", "div"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PARAGRAPHS = frozenset({"title", "p", *HEADINGS})
TABLES = frozenset({"table", "tr", "th", "td"})
ELEMENTS = GROUPS | PARAGRAPHS | TABLES | {"b", "span", "mark", "hr", "figure"}
PARAGRAPH_KINDS = frozenset(
    {"marking", "mark", "number", "addressees", "byline", "signature", "date", "sealed", "caption", "unit", "note"}
    | {"annex-note", "annex", "copies", "imprint"}
)

IN_TEXT = frozenset({"b", "span", "mark"})
_IN_GROUP = PARAGRAPHS | {"section", "div", "table", "figure", "hr"}
CHILDREN: dict[str, frozenset[str]] = {
    "": frozenset({"body"}),
    **dict.fromkeys(GROUPS, _IN_GROUP),
    **dict.fromkeys(PARAGRAPHS, IN_TEXT),
    "figure": frozenset({"table"}),
    "table": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "th": IN_TEXT,
    "td": IN_TEXT,
    "b": frozenset({"mark"}),
    "span": frozenset({"mark"}),
    "mark": frozenset(),
    "hr": frozenset(),
}
_MARKS = frozenset({"class", "data-number", "data-start", "data-fact"})
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(ELEMENTS, frozenset()),
    **dict.fromkeys(HEADINGS, _MARKS),
    "p": _MARKS | {"data-level"},
    "hr": frozenset({"class"}),
    "mark": frozenset({"data-note"}),
    "section": frozenset({"class"}),
    "figure": DRAWN,
    "span": frozenset({"class"}),
}
_CLASSES: dict[str, frozenset[str]] = {
    **dict.fromkeys(HEADINGS, frozenset({"run-in", "inline"})),
    "p": PARAGRAPH_KINDS | {"inline"},
    "hr": frozenset({"page"}),
    "section": frozenset({"landscape"}),
    "span": frozenset({"signer"}),
}


class Form(NamedTuple):
    """What the attributes of a paragraph ask for. ``depth`` 0: it is not numbered; ``start`` None: count on."""

    kind: str
    run_in: bool
    inline: bool
    depth: int
    start: int | None


@lru_cache(maxsize=256)
def form_of(tag: str, classes: str, level: str | None, start: str | None) -> Form | str:
    """The attribute and value that are wrong, if one is: a class the tag does not know, two that contradict, no such number."""
    words = set(classes.split())
    kinds = words & PARAGRAPH_KINDS
    if not words <= _CLASSES.get(tag, frozenset()) or (kinds and len(words) > 1):
        return f'class="{classes}"'
    if level is not None and not re.fullmatch(f"[1-{DEPTH}]", level):
        return f'data-level="{level}"'
    if start is not None and not re.fullmatch("[0-9]{1,4}", start):
        return f'data-start="{start}"'
    kind = tag if tag in ("title", "hr") else kinds.pop() if kinds else "paragraph"
    if tag in HEADINGS and "run-in" not in words:
        kind = "heading"
    depth = HEADINGS.get(tag) or int(level or 0)
    return Form(kind, "run-in" in words, "inline" in words, depth, None if start is None else int(start))


PLAIN = {tag: form for tag in (*PARAGRAPHS, "hr", "span", "section") if isinstance(form := form_of(tag, "", None, None), Form)}
