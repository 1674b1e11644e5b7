"""The report that an outline is: facts, layout, and what departs from the layout's style."""

from collections.abc import Mapping
from dataclasses import replace

from drafter.importers.build.front import front_fields
from drafter.importers.build.issued import ends_body, issued
from drafter.importers.build.shape import Shape, shape
from drafter.importers.build.style import difference, facts, list_style, lists, part_style
from drafter.importers.build.tree import grow
from drafter.importers.proposals import Proposal
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.numbering import NONE
from drafter.model.outline import Outline, Row
from drafter.model.report import Report
from drafter.model.style import LEVELS, PARTS, Layout, ListStyle, PartStyle, Style

_FRONT = frozenset({"title", "cover", "lead"})


def build(outline: Outline, proposal: Proposal, layouts: Mapping[str, Layout]) -> Report:
    """A report whose ``txt`` is the outline's rows. ``layouts`` are those that there are, by name."""
    before, body, after = _cut(outline.rows)
    around = issued(before, after)
    fields = front_fields(around.before, around.after)
    signing = fields.pop("signing")
    notice = fields.pop("notice")
    found = shape(grow(body))
    layout = layouts[found.layout]
    own, parts = _parts(found, layout)
    title = fields.pop("title") or proposal.title
    if not signing and proposal.date:
        fields["date"] = proposal.date
    expected = "文末" if fields.get("signature") else ""
    style = replace(own, signing=signing if signing != expected else "")
    return Report(
        unit=proposal.unit,
        period=proposal.period,
        layout=found.layout,
        title=title,
        notice=Notice(**notice) if notice else None,
        head=around.head,
        sealed=outline.sealed,
        annexes=around.annexes,
        imprint=around.imprint,
        style=style if style != Style() else None,
        achievements=parts.get("成绩", ()),
        issues=parts.get("问题", ()),
        plans=parts.get("打算", ()),
        **fields,
    )


def _cut(rows: list[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows before the body, the body, and those after it.

    A front row inside the body is a paragraph of it, and so is what stands between the body and the signature.
    """
    places = [place for place, row in enumerate(rows) if row.role not in _FRONT]
    if not places:
        return rows, [], []
    first, last = places[0], places[-1] + 1
    signed = next((place for place in range(last, len(rows)) if ends_body(rows, place)), None)
    last = last if signed is None else signed
    return rows[:first], rows[first:last], rows[last:]


def _parts(found: Shape, layout: Layout) -> tuple[Style, dict[str, tuple[Fact, ...]]]:
    """What the report says of its style beyond the layout, and the facts of each part."""
    styles = {part: _style(part, found, layout) for part in PARTS}
    parts: dict[str, tuple[Fact, ...]] = {}
    count = 0
    for part in found.order:
        nodes = found.parts.get(part, [])
        level = found.levels.get(part, 1)
        parts[part] = facts(nodes, part, level, styles[part].list(level), styles, 0 if part in found.headings else count)
        top = [found.headings[part]] if part in found.headings else nodes
        if part not in found.headings or level == 2:
            count = next((node.number for node in reversed(top) if node.numbered), count)
    usual = tuple(part for part in layout.style.order or PARTS if part in found.order)
    order = found.order if found.order != usual else ()
    said = {part: _departure(styles[part], layout.style.part(part)) for part in PARTS}
    style = Style(achievements=said.get("成绩"), issues=said.get("问题"), plans=said.get("打算"), order=order)
    return style, parts


def _style(part: str, found: Shape, layout: Layout) -> PartStyle:
    """The part's style as the source has it, over the layout's."""
    levels: dict[str, ListStyle] = {}
    every = [entry for name in found.parts for entry in lists(found.parts[name], name, found.levels[name])]
    levels.update(part_style(every, part))
    nodes = found.parts.get(part)
    if nodes:
        top = LEVELS[found.levels[part] - 1]
        levels[top] = list_style(nodes).over(levels.get(top, ListStyle()))
    heading = found.headings.get(part)
    title = ""
    if heading:
        title = heading.title
        level = LEVELS[found.levels[part] - 2]
        levels[level] = ListStyle(numbering=heading.sample).over(levels.get(level, ListStyle()))
    elif nodes:
        title = NONE
    return PartStyle(title=title, levels=levels).over(layout.style.part(part))


def _departure(style: PartStyle, base: PartStyle) -> PartStyle | None:
    """What the part says that the layout does not; None when nothing."""
    levels = {}
    for place, level in enumerate(LEVELS, 1):
        left = difference(style.list(place), base.list(place))
        if left and level in style.levels:
            levels[level] = left
    title = style.title if style.title != base.title else ""
    own = PartStyle(title=title, levels=levels)
    return own if own != PartStyle() else None
