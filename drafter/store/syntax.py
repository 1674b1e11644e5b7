"""The tree of a YAML text: what stands where, every scalar as text.

Offsets count characters of the text from 0 (without a byte order mark); lines and columns count from 1.
"""

from collections.abc import Iterator
from typing import TypeAlias


class Scalar:
    """A text. ``style`` is ``""`` for a plain one, else its quote or block sign: ``'`` ``"`` ``|`` ``>``."""

    __slots__ = ("column", "end", "line", "start", "style", "text")

    def __init__(self, text: str, style: str, start: int, end: int, line: int, column: int) -> None:
        self.text = text
        self.style = style
        self.start = start
        self.end = end
        self.line = line
        self.column = column

    @property
    def empty(self) -> bool:
        """Nothing was written: ``数值:``. A quoted empty text is not empty in this sense, but means the same."""
        return self.start == self.end


class Sequence:
    """A list. ``flow`` for ``[…]``."""

    __slots__ = ("column", "end", "flow", "items", "line", "start")

    def __init__(self, flow: bool, start: int, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.flow = flow
        self.start = start
        self.end = start
        self.line = line
        self.column = column


class Mapping:
    """Keys and values in the order of the file. ``flow`` for ``{…}``. Keys are unique: of duplicates, the first is kept."""

    __slots__ = ("column", "end", "entries", "flow", "line", "start")

    def __init__(self, flow: bool, start: int, line: int, column: int) -> None:
        self.entries: dict[str, Entry] = {}
        self.flow = flow
        self.start = start
        self.end = start
        self.line = line
        self.column = column


class Alias:
    """``*name``: a second mention of a node that carries an anchor."""

    __slots__ = ("column", "end", "line", "start", "target")

    def __init__(self, target: "Node", start: int, end: int, line: int, column: int) -> None:
        self.target = target
        self.start = start
        self.end = end
        self.line = line
        self.column = column


Node: TypeAlias = Scalar | Sequence | Mapping | Alias


class Entry:
    """One ``key: value``."""

    __slots__ = ("key", "value")

    def __init__(self, key: Scalar, value: Node) -> None:
        self.key = key
        self.value = value


def resolved(node: Node) -> "Scalar | Sequence | Mapping":
    """The node itself, or what an alias stands for (which is never an alias)."""
    while isinstance(node, Alias):
        node = node.target
    return node


def plain(node: Node) -> object:
    """The tree as dicts, lists and texts. Line ends after the last line of a block text are its layout, not its content."""
    node = resolved(node)
    if isinstance(node, Scalar):
        return node.text.rstrip("\n") if node.style in ("|", ">") else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {word: plain(entry.value) for word, entry in node.entries.items()}


def at(root: Node | None, path: tuple[str | int, ...]) -> Node | None:
    """The node at a path of keys and indices; None when there is none. Aliases are followed."""
    node = root
    for step in path:
        if node is None:
            return None
        node = resolved(node)
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.entries.get(step)
            node = entry.value if entry else None
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar below a node, keys included, in the order of the file; what aliases stand for is not repeated."""
    stack: list[Node] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, Scalar):
            yield here
        elif isinstance(here, Sequence):
            stack.extend(reversed(here.items))
        elif isinstance(here, Mapping):
            for entry in reversed(here.entries.values()):
                stack += (entry.value, entry.key)
