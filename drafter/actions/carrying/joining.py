"""Facts of several reports as one tree: what several of them say is there once, what only a later one says is put beside it."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from drafter.model.fact import Fact
from drafter.model.likeness import Said, paired
from drafter.model.lineage import Earlier, Origin
from drafter.model.style import PARTS
from drafter.model.text import fold

#: How alike two facts must be to be taken for one where neither lineage, id nor heading says so: what stays apart by mistake is
#: seen and dropped by the clerk; what is merged by mistake is not seen.
ALIKE = 0.75


@dataclass(eq=False)
class Node:
    """A fact in the tree that is being made. ``part``: the list that it stands in. ``fresh``: it came with the last report."""

    fact: Fact
    part: str
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    fresh: bool = False

    def frozen(self) -> Fact:
        return replace(self.fact, children=tuple(child.frozen() for child in self.children))


class Same(list[tuple[Fact, Fact, str]]):
    """(kept, left out, how) of facts that were taken for one: 来自, 编号, 标题, 正文 or 相近."""


@dataclass
class Tree:
    """The three lists of a report. ``lines``: address → the older addresses that it goes back to."""

    lines: dict[str, tuple[str, ...]]
    parts: dict[str, list[Node]] = field(default_factory=lambda: {part: [] for part in PARTS})

    @classmethod
    def of(cls, facts: dict[str, tuple[Fact, ...]], lines: dict[str, tuple[str, ...]]) -> "Tree":
        tree = cls(lines)
        for part, listed in facts.items():
            tree.parts[part] = [_grown(fact, part, None, False) for fact in listed]
        return tree

    def nodes(self, part: str) -> Iterator[Node]:
        yield from _walk(self.parts[part])

    def facts(self) -> dict[str, tuple[Fact, ...]]:
        return {part: tuple(node.frozen() for node in nodes) for part, nodes in self.parts.items()}

    def join(self, facts: dict[str, tuple[Fact, ...]], skipped: frozenset[str] = frozenset()) -> Same:
        """Puts ``facts`` in, each beside what stood before it in its own report; those known already, and those whose origin
        is ``skipped``, are passed over. Returns which were taken for which.
        """
        same = Same()
        known: dict[int, Node] = {}
        for part, listed in facts.items():
            found = self._known(part, listed, same)
            self._put(listed, part, None, found, skipped)
            known |= found
        self._repoint(facts, known)
        return same

    def _repoint(self, facts: dict[str, tuple[Fact, ...]], known: dict[int, Node]) -> None:
        """What came in and points to a fact that did not points to what stands for that one, or to where it stood."""
        there = {node.fact.id for part in self.parts for node in self.nodes(part)}
        names: dict[str, str] = {}
        for fact in (each for listed in facts.values() for each in _flat(listed)):
            if fact.id and fact.id not in there:
                names[fact.id] = (known[id(fact)].fact.id if id(fact) in known else "") or fact.origin
        for node in (node for part in self.parts for node in self.nodes(part)):
            if node.fresh and names.keys() & set(node.fact.answers):
                answers = dict.fromkeys(names.get(name, name) for name in node.fact.answers)
                node.fact = replace(node.fact, answers=tuple(name for name in answers if name))

    def _put(
        self, facts: Iterable[Fact], part: str, parent: Node | None, found: dict[int, Node], skipped: frozenset[str]
    ) -> None:
        """``parent``: the counterpart of the fact that holds these."""
        after: Node | None = None
        listed = list(facts)
        following = next((found[id(fact)] for fact in listed if id(fact) in found), None)
        for fact in listed:
            node = found.get(id(fact))
            if node is None and fact.origin not in skipped:
                node = self._insert(fact, part, parent, after, following)
            if node is not None:
                self._put(fact.children, part, node, found, skipped)
                after = node
            else:  # what is kept of a dropped heading stands where that stood
                self._put(fact.children, part, parent, found, skipped)

    def _insert(self, fact: Fact, part: str, parent: Node | None, after: Node | None, following: Node | None) -> Node:
        """Behind ``after``; without one before ``following``, which stood later in the same list; else at the end."""
        beside = after or following
        holder = beside.parent if beside is not None else parent
        siblings = holder.children if holder is not None else self.parts[part]
        node = Node(replace(fact, children=()), part, holder, fresh=True)
        # Identity, since facts that say the same are equal.
        place = next((index for index, each in enumerate(siblings) if each is beside), len(siblings))
        siblings.insert(place + (after is not None), node)
        return node

    def _known(self, part: str, facts: tuple[Fact, ...], same: Same) -> dict[int, Node]:
        """id() of a fact → the node that says the same, by the surest sign there is."""
        nodes = [node for node in self.nodes(part) if not node.fresh]
        ways = (
            ("来自", lambda fact: [fact.origin] if fact.origin else []),
            ("编号", lambda fact: [fact.id] if fact.id else []),
            ("标题", lambda fact: [fold(fact.title)] if fact.title else []),
            ("正文", lambda fact: [fold(fact.text)] if fact.text else []),
        )
        found: dict[int, Node] = {}
        taken: set[int] = set()
        rest = list(_flat(facts))
        for how, keys in ways:
            known: dict[str, Node] = {}
            for node in nodes:
                if id(node) not in taken:
                    for key in self._goes_back(node.fact) if how == "来自" else keys(node.fact):
                        known.setdefault(key, node)
            left: list[Fact] = []
            for fact in rest:
                match = next((known[key] for key in keys(fact) if key in known and id(known[key]) not in taken), None)
                if match is None:
                    left.append(fact)
                    continue
                found[id(fact)] = match
                if how != "来自":
                    taken.add(id(match))
                    same.append((match.fact, fact, how))
            rest = left
        free = [node for node in nodes if id(node) not in taken and id(node) not in {id(each) for each in found.values()}]
        for alike, fact in _guessed(free, rest):
            found[id(fact)] = alike
            same.append((alike.fact, fact, "相近"))
        return found

    def _goes_back(self, fact: Fact) -> tuple[str, ...]:
        """The origin of a fact, and all that lie behind it."""
        return (fact.origin, *self.lines.get(fact.origin, ())) if fact.origin else ()


def lines_of(sources: Iterable[Earlier]) -> dict[str, tuple[str, ...]]:
    """Address of each fact of the sources → the addresses that it goes back to, through all of them."""
    sources = list(sources)
    called = {f"{earlier.name}/{key}": earlier.addresses[id(item)] for earlier in sources for key, item in earlier.items.items()}
    above: dict[str, str] = {}
    for earlier in sources:
        for _, _, fact in earlier.report.facts():
            origin = seen_from(fact.origin, earlier.name) if fact.origin else ""
            if origin:
                above[earlier.addresses[id(fact)]] = called.get(origin, origin)
    found = {}
    for address in above:
        line: list[str] = []
        at = address
        while at in above and above[at] not in line:
            at = above[at]
            line.append(at)
        found[address] = tuple(line)
    return found


def seen_from(address: str, name: str) -> str:
    """An address that stands in the report ``name``, as one writes it in the report that calls it so; "" where it is none."""
    origin = Origin.parse(address)
    if origin is None:
        return ""
    return str(origin._replace(report=posixpath.normpath(posixpath.join(posixpath.dirname(name), origin.report))))


def _grown(fact: Fact, part: str, parent: Node | None, fresh: bool) -> Node:
    node = Node(replace(fact, children=()), part, parent, fresh=fresh)
    node.children = [_grown(child, part, node, fresh) for child in fact.children]
    return node


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _flat(facts: Iterable[Fact]) -> Iterator[Fact]:
    for fact in facts:
        yield fact
        yield from _flat(fact.children)


def _guessed(nodes: list[Node], facts: list[Fact]) -> Iterator[tuple[Node, Fact]]:
    """Those whose words are so alike that they are taken for one."""
    old = [node for node in nodes if node.fact.text]
    new = [fact for fact in facts if fact.text]
    if old and new:
        for pair in paired([_said(node.fact) for node in old], [_said(fact) for fact in new], ALIKE):
            yield old[pair.old], new[pair.new]


def _said(fact: Fact) -> Said:
    return Said(fact.title, fact.text)
