"""Rows of the body become a tree: headings hold what follows them, inline points become items of their own."""

import re
from dataclasses import dataclass, field

from drafter.model.numbering import numeral_value, scheme
from drafter.model.ordinals import Ordinal, read_ordinal
from drafter.model.outline import PART_WORDS, Row
from drafter.model.text import closed, fold

#: A run-in heading longer than this reads as a sentence, and is kept as text.
LONGEST_HEADING = 40

_SENTENCE = re.compile(r"[^。！？；：!?;:]*[。！？；：!?;:][”’』」）)\"']*")
_POINT = re.compile(r"(?:(?<=[。；：，！？;:,!?])|^)([一二三四五六七八九十]{1,3})([是要])")


@dataclass(slots=True)
class Node:
    """One fact in the making. ``sample`` is its ordinal's scheme ("" when it has none), ``number`` what it says.

    ``own_line``: the heading stands alone on its line. ``inline``: it goes on in the paragraph before. ``title`` and
    ``texts`` are as the source has them, without the ordinal.
    """

    part: str = ""
    title: str = ""
    texts: list[str] = field(default_factory=list)
    sample: str = ""
    number: int = 0
    own_line: bool = False
    inline: bool = False
    children: list["Node"] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        return bool(self.sample)


def grow(rows: list[Row]) -> list[Node]:
    """The top-level nodes of the body, in reading order."""
    root = Node()
    path: list[tuple[int, Node]] = [(0, root)]
    for row in rows:
        part = PART_WORDS.get(row.part, "成绩")
        if row.level:
            while path[-1][0] >= row.level:
                path.pop()
            node = _heading(row, part)
            path[-1][1].children.append(node)
            path.append((row.level, node))
        elif row.role == "point":
            _section(path).children.append(_item(row.text, part, own_line=False))
        else:
            _add_paragraph(path[-1][1], row.text, part, path[-1][1] is root)
    for node in root.children:
        _split_points(node)
    return root.children


def _section(path: list[tuple[int, Node]]) -> Node:
    return path[-1][1]


def _add_paragraph(node: Node, text: str, part: str, is_root: bool) -> None:
    """Text before the first item is the node's own; later text, and what belongs to another part, is an item without number."""
    if is_root or node.children or part != node.part:
        node.children.append(Node(part=part, texts=[text]))
    else:
        node.texts.append(text)


def _heading(row: Row, part: str) -> Node:
    return _item(row.text, part, own_line=row.role == "heading")


def _item(text: str, part: str, own_line: bool) -> Node:
    rest = text
    node = Node(part=part, own_line=own_line)
    ordinal = read_ordinal(text)
    if ordinal and _can_count(ordinal, text):
        node.sample, node.number, rest = ordinal.sample, ordinal.number, ordinal.rest
    if own_line:
        node.title = rest
    else:
        node.title, text = cut_heading(rest)
        node.texts = [text] if text else []
    return node


def _can_count(ordinal: Ordinal, text: str) -> bool:
    """Whether printing would give the ordinal back. One that it would not (2.3.1), or that stands alone, stays in the text."""
    series = scheme(ordinal.sample)
    return series is not None and bool(ordinal.rest) and fold(series.ordinal(ordinal.number) + ordinal.rest) == fold(text)


def cut_heading(text: str) -> tuple[str, str]:
    """A run-in heading and the text after it; ("", text) where the first sentence is no heading.

    The 。 between them is dropped, since printing puts it back; any other mark stays with the heading.
    """
    found = _SENTENCE.match(text)
    if found is None or found.end() == len(text) or found.end() > LONGEST_HEADING:
        return "", text
    heading, rest = found[0], text[found.end() :]
    bare = heading.removesuffix("。")
    if not bare or rest != rest.lstrip():
        return "", text
    return (heading if closed(bare) else bare), rest


def _split_points(node: Node) -> None:
    """一是…；二是… inside a paragraph become items that are printed inside it."""
    if all(child.part != node.part and not child.numbered and not child.title for child in node.children):
        for place, text in enumerate(node.texts):
            joins = place > 0 or not node.title or not node.own_line
            cut = _points(text, node.part, place == 0 and bool(node.title) and joins)
            if cut is None:
                continue
            intro, points = cut
            after = node.texts[place + 1 :]
            node.texts = node.texts[:place] + ([intro] if intro else [])
            node.children[:0] = points + [Node(part=node.part, texts=[text]) for text in after]
            break
    for child in node.children:
        _split_points(child)


def _points(text: str, part: str, may_begin: bool) -> tuple[str, list[Node]] | None:
    """The words before the first point, and the points; None unless they count 一, 二 … without a gap.

    A paragraph that begins with its first point can be cut only where it goes on in a heading's paragraph
    (``may_begin``): as an item it would be joined to whatever stands before.
    """
    marks: list[tuple[int, str]] = []
    for found in _POINT.finditer(text):
        if numeral_value(found[1]) == len(marks) + 1 and (not marks or marks[0][1] == found[2]):
            marks.append((found.start(), found[2]))
    if len(marks) < 2 or (marks[0][0] == 0 and not may_begin):
        return None
    ends = [start for start, _ in marks[1:]] + [len(text)]
    points: list[Node] = []
    for (start, sign), end in zip(marks, ends, strict=True):
        mark = text[start:end]
        after = mark.index(sign) + 1
        title, rest = cut_heading(mark[after:])
        number = len(points) + 1
        points.append(Node(part, title, [rest] if rest else [], f"一{sign}", number, inline=True))
    return text[: marks[0][0]], points


def ordinal_of(node: Node) -> str:
    """The ordinal that the source printed."""
    series = scheme(node.sample)
    return series.ordinal(node.number) if series else ""
