"""Which parts the top-level headings make up, and which layout that is."""

from dataclasses import dataclass, field
from itertools import groupby

from drafter.importers.build.tree import Node
from drafter.model.style import PARTS

THREE_PARTS, HIGHLIGHTS_FIRST, ISSUES_INSIDE, TWO_PARTS = "三段式", "亮点前置式", "问题内嵌式", "二段式"
#: The layouts that an import may choose from; a workspace may have its own of the same name.
LAYOUTS = (THREE_PARTS, HIGHLIGHTS_FIRST, ISSUES_INSIDE, TWO_PARTS)


@dataclass(slots=True)
class Shape:
    """``headings``: the part's own heading node, absent where its facts stand at the top level themselves.

    ``parts``: the nodes of each part. ``levels``: the level of the first list of each part.
    """

    layout: str
    order: tuple[str, ...]
    headings: dict[str, Node] = field(default_factory=dict)
    parts: dict[str, list[Node]] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)


def shape(nodes: list[Node]) -> Shape:
    """The shape of a body whose top-level nodes are ``nodes``."""
    groups = [(part, list(group)) for part, group in groupby(nodes, lambda node: node.part)]
    order = tuple(part for part, _ in groups)
    if len(set(order)) < len(order) or not order:
        return _as_it_stands(nodes)
    inside = _issues_inside(groups)
    found = Shape(ISSUES_INSIDE if inside else THREE_PARTS, order)
    uniform = _counts_on(nodes)
    for part, group in groups:
        heading = None if inside and part == "成绩" else _part_heading(group, uniform)
        found.parts[part] = _items(heading) if heading else group
        found.levels[part] = 2 if heading else 1
        if heading:
            found.headings[part] = heading
    if inside:
        found.headings["问题"] = inside
        found.parts["问题"] = _items(inside)
        found.levels["问题"] = 3
        found.order = ("成绩", "问题", *(part for part in order if part != "成绩"))
    else:
        found.layout = _layout(found)
    return found


def _as_it_stands(nodes: list[Node]) -> Shape:
    """Parts that alternate: the whole body stands under 成绩, and each fact says which part it belongs to."""
    return Shape(HIGHLIGHTS_FIRST, PARTS, parts={"成绩": nodes}, levels={"成绩": 1})


def _layout(found: Shape) -> str:
    if "成绩" in found.parts and "成绩" not in found.headings:
        return HIGHLIGHTS_FIRST
    return THREE_PARTS if "问题" in found.parts else TWO_PARTS


def _counts_on(nodes: list[Node]) -> bool:
    """Whether the top-level ordinals are those that printing would count."""
    numbered = [node for node in nodes if node.numbered]
    same = len({node.sample for node in numbered}) <= 1
    return same and all(node.number == place for place, node in enumerate(numbered, 1))


def _part_heading(group: list[Node], uniform: bool) -> Node | None:
    """The heading of a part that is one top-level node. A layout can print it only if it is plain: alone on its line, counted on."""
    if len(group) != 1 or not uniform:
        return None
    node = group[0]
    return node if node.title and node.own_line and node.numbered and _items(node) else None


def _items(heading: Node) -> list[Node]:
    """What stands under a part's heading: its own paragraphs are items without a number. Where no headings stand among them,
    each paragraph tells of something else.
    """
    if heading.texts and all(child.inline or not child.title for child in heading.children):
        intro = [Node(part=heading.part, texts=[text]) for text in heading.texts]
        return intro + heading.children
    return [Node(part=heading.part, texts=list(heading.texts))] * bool(heading.texts) + heading.children


def _issues_inside(groups: list[tuple[str, list[Node]]]) -> Node | None:
    """The issues as the last section of the last achievement: 问题内嵌式. None for any other arrangement."""
    if groups[0][0] != "成绩" or any(part == "问题" for part, _ in groups):
        return None
    parent = groups[0][1][-1]
    found = [node for node in parent.children if node.part == "问题"]
    if len(found) != 1 or found[0] is not parent.children[-1]:
        return None
    issues = found[0]
    siblings = [node for node in parent.children if node.numbered]
    plain = issues.title and issues.own_line and issues.numbered and _counts_on(siblings) and _items(issues)
    if not plain or _part_inside(groups[0][1], issues):
        return None
    parent.children = parent.children[:-1]
    return issues


def _part_inside(nodes: list[Node], but: Node) -> bool:
    """Whether any other node below belongs to another part than 成绩."""
    return any(node is not but and (node.part != "成绩" or _part_inside(node.children, but)) for node in nodes)
