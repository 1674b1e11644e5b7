"""What the lists of a report have in common: its numbering, its headings, its points."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from drafter.importers.build.tree import Node, ordinal_of
from drafter.model.fact import UNNUMBERED, Fact
from drafter.model.numbering import NONE
from drafter.model.reference import literal
from drafter.model.style import DEPTH, INLINE, LEVELS, OWN_LINE, RUN_IN, SEPARATE, ListStyle, PartStyle

Lists = list[tuple[str, int, list[Node]]]


def list_style(nodes: list[Node]) -> ListStyle:
    """The style that most of the siblings follow; a field stays empty where they do not say."""
    numbered = [node for node in nodes if node.numbered]
    headed = [node for node in nodes if _shows_heading(node)]
    numbering = _most(node.sample for node in numbered)
    if not numbering and any(node.title for node in nodes):
        numbering = NONE
    return ListStyle(
        numbering=numbering,
        heading=_most(OWN_LINE if node.own_line else RUN_IN for node in headed),
        flow=_most(INLINE if node.inline else SEPARATE for node in nodes if node.numbered or numbering == NONE),
    )


def _most(values: Iterator[str]) -> str:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else ""


def _shows_heading(node: Node) -> bool:
    """Whether the node shows how headings are set: one with nothing after it looks the same either way."""
    return bool(node.title) and (bool(node.texts) or bool(node.children and node.children[0].inline))


def lists(nodes: list[Node], part: str, level: int) -> Iterator[tuple[str, int, list[Node]]]:
    """(part, level, siblings) of every list of the tree, from the top."""
    if nodes:
        yield part, level, nodes
    for node in nodes:
        yield from lists(node.children, node.part, level + 1)


def part_style(found: Lists, part: str) -> dict[str, ListStyle]:
    """The commonest style of the part's lists, level by level, weighted by their length."""
    votes: dict[int, Counter[ListStyle]] = {}
    for own, level, nodes in found:
        if own == part and level <= DEPTH:
            votes.setdefault(level, Counter())[list_style(nodes)] += len(nodes)
    return {LEVELS[level - 1]: _agreed(counted) for level, counted in sorted(votes.items())}


def _agreed(counted: "Counter[ListStyle]") -> ListStyle:
    """Field by field, so that a list without headings does not silence the others."""
    return ListStyle(
        numbering=_heaviest((style.numbering, weight) for style, weight in counted.items()),
        heading=_heaviest((style.heading, weight) for style, weight in counted.items()),
        flow=_heaviest((style.flow, weight) for style, weight in counted.items()),
    )


def _heaviest(said: Iterator[tuple[str, int]]) -> str:
    weights: Counter[str] = Counter()
    for value, weight in said:
        if value:
            weights[value] += weight
    return _most(weights.elements())


def difference(style: ListStyle, base: ListStyle) -> ListStyle | None:
    """What ``style`` says that ``base`` does not; None when nothing."""
    left = ListStyle(
        numbering=style.numbering if style.numbering != base.numbering else "",
        heading=style.heading if style.heading != base.heading else "",
        flow=style.flow if style.flow != (base.flow or SEPARATE) else "",
    )
    return left if left != ListStyle() else None


def facts(
    nodes: list[Node], part: str, level: int, settled: ListStyle, styles: dict[str, PartStyle], count: int = 0
) -> tuple[Fact, ...]:
    """The facts of one list, printed in the ``settled`` style after ``count`` items of the same series.

    What departs from the style, or from counting on, is said on the fact itself.
    """
    made = []
    for node in nodes:
        number = UNNUMBERED
        if node.numbered:
            number = "" if node.number == count + 1 else str(node.number)
            if node.sample != settled.numbering:
                number = ordinal_of(node)
            count = node.number
        elif settled.numbering == NONE:
            number = ""
        made.append(_fact(node, part, level, number, settled, styles))
    return tuple(made)


def _fact(node: Node, part: str, level: int, number: str, settled: ListStyle, styles: dict[str, PartStyle]) -> Fact:
    base = styles[node.part].list(level + 1)
    own = difference(list_style(node.children), base) if node.children else None
    heading = OWN_LINE if node.own_line else RUN_IN
    fact = Fact(
        title=literal(node.title),
        text=literal("\n".join(node.texts)),
        part=node.part if node.part != part else "",
        number=number,
        heading=heading if _shows_heading(node) and heading != (settled.heading or OWN_LINE) else "",
        below=own,
    )
    if not node.children:
        return fact
    return replace(fact, children=facts(node.children, node.part, level + 1, own.over(base) if own else base, styles))
