"""Which facts of two reports are the same fact, told from what they say and where they stand."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from math import exp
from typing import Literal, NamedTuple

from drafter.model.fact import Fact
from drafter.model.likeness import Said, answered
from drafter.model.lineage import key_of
from drafter.model.report import Report
from drafter.model.text import fold

#: How two facts were recognised, from sure to guessed: the same 编号, the same heading, the same text, similar words.
Sign = Literal["编号", "标题", "正文", "相近"]
#: The edge (see likeness) from which on a likeness is told: for a fact that goes on, and for what answers a plan. Tried on real
#: reports: below it, more than one guess in ten is wrong.
GOES_ON, ANSWERS = 0.18, 0.105
#: The edge of an issue that is what became of a plan. Issues are short and general: one must name the very thing.
LAMENTED = 3 * ANSWERS
#: Paragraphs that thank, and turn to the hearers: they name all that was done, and answer nothing.
_CEREMONY = re.compile(r"^(?:各位|同志们)|(?:成绩|成果|进步)的(?:取得|背后)|(?:感谢|敬意)！?$|：$")
#: So many facts of a part are all looked at together; of more, only those that nothing else tells.
_SMALL = 1000


class Node(NamedTuple):
    """A fact of a report: its key, its path, its part, its heading and those over it, folded for comparing."""

    key: str
    path: str
    part: str
    fact: Fact
    heading: str = ""
    place: tuple[str, ...] = ()

    @property
    def own(self) -> Said:
        return Said(self.fact.title, self.fact.text)

    @property
    def whole(self) -> Said:
        """What it says, with all that stands below it."""
        return Said(self.fact.title, "\n".join([self.fact.text, *_below(self.fact.children)]), "\n".join(self.place))

    @property
    def headed(self) -> bool:
        """Whether what is below it has headings, and so speaks for itself."""
        return any(child.title for child in self.fact.children)

    @property
    def ceremonial(self) -> bool:
        """Whether it opens or ends a part, and so names a little of all that was done: it is what became of no one plan."""
        if self.fact.title or self.fact.numbered:
            return False
        return self.path.endswith("/1") or _CEREMONY.search(self.fact.text.strip()) is not None

    @property
    def done(self) -> Said:
        """What it says of what was done: a section that spoke for all below it would be somewhat like every plan."""
        return self.own if self.headed else self.whole


class Alignment(NamedTuple):
    """Two that are the same; ``confidence`` from 0 to 1."""

    old: Node
    new: Node
    sign: Sign
    confidence: float


def nodes(report: Report) -> list[Node]:
    """The facts of 成绩, 问题 and 打算 that say something, in reading order."""
    return [node for part in ("成绩", "问题", "打算") for node in _nodes(report.part(part), part, part, ())]


def _nodes(facts: Sequence[Fact], part: str, path: str, place: tuple[str, ...]) -> Iterator[Node]:
    for number, fact in enumerate(facts, 1):
        here, own, heading = f"{path}/{number}", fact.part or part, fold(fact.title)
        if fact.title or fact.text:
            yield Node(key_of(fact, here), here, own, fact, heading, place)
        if fact.children:
            yield from _nodes(fact.children, own, here, (*place, heading))


def confidence(edge: float) -> float:
    """How sure an edge makes: it grows fast at first, and never to certainty."""
    return min(0.99, 1 - 0.5 * exp(-max(edge, 0.0) / 0.18))


def kin(known: Sequence[Node]) -> Callable[[int, int], bool]:
    """Whether of two of these, by number, one speaks for the other."""
    paths = [f"{node.path}/" for node in known]
    holds = [not node.headed for node in known]

    def speaks(one: int, other: int) -> bool:
        return holds[one] and paths[other].startswith(paths[one])

    return lambda one, other: speaks(one, other) or speaks(other, one)


def alignments(old: Sequence[Node], new: Sequence[Node], settled: Collection[str] = ()) -> Iterator[Alignment]:
    """Each fact of ``new`` that is one of ``old``, in the same part; each of them once.

    ``settled`` are the paths, old/ or new/ before them, of those that are known to belong elsewhere. They are left alone, and
    still count for what likeness means in these two reports.
    """
    every = old, new
    old = [node for node in old if f"old/{node.path}" not in settled]
    new = [node for node in new if f"new/{node.path}" not in settled]
    signs: tuple[tuple[Sign, float, Callable[[Node], object]], ...] = (
        ("编号", 0.98, lambda node: node.fact.id),
        ("标题", 0.95, lambda node: node.heading and (node.part, node.place, node.heading)),
        ("标题", 0.88, lambda node: node.heading and (node.part, node.heading)),
        ("正文", 0.95, lambda node: node.fact.text and (node.part, fold(node.fact.text))),
    )
    for sign, sure, key in signs:
        places: dict[object, list[Node]] = defaultdict(list)
        for node in reversed(old):
            if name := key(node):
                places[name].append(node)
        left, taken = [], set()
        for node in new:
            if (name := key(node)) and places.get(name):
                before = places[name].pop()
                taken.add(before.path)
                yield Alignment(before, node, sign, sure)
            else:
                left.append(node)
        new, old = left, [node for node in old if node.path not in taken]
    for part in ("成绩", "问题", "打算"):
        then, now = [node for node in old if node.part == part], [node for node in new if node.part == part]
        if then and now:
            among, asking = ([node for node in side if node.part == part] for side in every)
            whole = max(len(among), len(asking)) < _SMALL
            yield from _guessed(then, now, among if whole else then, asking if whole else now)


def _guessed(old: Sequence[Node], new: Sequence[Node], among: Sequence[Node], asking: Sequence[Node]) -> Iterator[Alignment]:
    """``among`` and ``asking`` hold ``old`` and ``new``, and those that are told already."""
    free, mine = {node.path for node in old}, {node.path for node in new}
    found = answered([node.own for node in asking], [node.own for node in among], kin(among))
    for each in sorted(found, key=lambda each: (-each.edge, each.asks)):
        if each.edge < GOES_ON:
            return
        before, after = among[each.among], asking[each.asks]
        if before.path in free and after.path in mine:
            free.remove(before.path)
            yield Alignment(before, after, "相近", confidence(each.edge))


def kept(plans: Sequence[Node], done: Sequence[Node]) -> Iterator[Alignment]:
    """What became of plans: each plan that is answered, and by which of ``done``. Several may be answered by one."""
    found: dict[int, Alignment] = {}
    for part, least in (("成绩", ANSWERS), ("问题", LAMENTED)):
        among = [node for node in done if node.part == part]
        for each in answered([node.whole for node in plans], [node.done for node in among], kin(among)):
            after, sure = among[each.among], confidence(each.edge)
            if each.edge < least or after.ceremonial or (each.asks in found and found[each.asks].confidence >= sure):
                continue
            found[each.asks] = Alignment(plans[each.asks], after, "相近", sure)
    yield from (found[asks] for asks in sorted(found))


def _below(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        yield fact.title
        yield fact.text
        yield from _below(fact.children)
