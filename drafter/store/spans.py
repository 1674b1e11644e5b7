"""Where things stand in the text: ends without trailing blank lines, the lines they take, the dashes of a list."""

from drafter.store.syntax import Mapping, Node, Scalar, Sequence


def content_end(text: str, node: Node) -> int:
    """The offset after the last character of a node. Block collections end with their last child."""
    while isinstance(node, Mapping | Sequence) and not node.flow:
        if isinstance(node, Mapping):
            if not node.entries:
                return node.end
            node = next(reversed(node.entries.values())).value
        else:
            if not node.items:
                return node.end
            node = node.items[-1]
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return node.start + len(text[node.start : node.end].rstrip(" \t\r\n"))
    return node.end


def line_start(text: str, at: int) -> int:
    """The offset where the line of ``at`` begins."""
    feed = text.rfind("\n", 0, at)
    return max(feed, text.rfind("\r", feed + 1, at)) + 1


def line_stop(text: str, at: int) -> int:
    """The offset of the line end of the line of ``at``; the length of the text on a last line without one."""
    feed = text.find("\n", at)
    stop = feed if feed >= 0 else len(text)
    back = text.find("\r", at, stop)
    return back if back >= 0 else stop


def next_line(text: str, at: int) -> int:
    """The offset where the line after that of ``at`` begins."""
    stop = line_stop(text, at)
    return stop + 2 if text[stop : stop + 2] == "\r\n" else min(stop + 1, len(text))


def dash_of(text: str, item: Node) -> int:
    """The offset of the dash of an item in a block list; comments and empty lines may stand between."""
    at = item.start
    while True:
        line = line_start(text, at)
        head = text[line:at]
        comment = head.find("#") if head.lstrip(" ").startswith("#") else head.find(" #")
        head = (head if comment < 0 else head[:comment]).rstrip(" \t\r\n")
        if head.endswith("-"):
            return line + len(head) - 1
        if line == 0:
            return item.start
        at = line - 1


def column(text: str, at: int) -> int:
    """Characters before ``at`` on its line."""
    return at - line_start(text, at)


def starts_line(text: str, at: int) -> bool:
    """Whether only spaces stand before ``at`` on its line."""
    return not text[line_start(text, at) : at].strip(" ")


def indent_of(mapping: Mapping) -> int:
    """The column, from 0, at which the keys of a block mapping stand."""
    first = next(iter(mapping.entries.values()))
    return first.key.column - 1


def list_offset(root: Node | None) -> int:
    """How far the dashes of the file's lists stand from their keys: 0 or 2, by the first list; 2 where there is none."""
    stack: list[Node] = [root] if root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping) and not node.flow:
            for entry in node.entries.values():
                value = entry.value
                if isinstance(value, Sequence) and not value.flow and value.items:
                    return max(0, value.column - entry.key.column)
            stack += [entry.value for entry in node.entries.values()]
        elif isinstance(node, Sequence):
            stack += node.items
    return 2
