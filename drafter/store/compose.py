"""From text to tree: strict YAML, every scalar as text.

The tree is built from parser events rather than by PyYAML's composer: the composer recurses (libyaml's crashes the process
on deep nesting), guesses types, and lets a duplicate key win silently.
"""

import gc
from typing import Any, NamedTuple

import yaml

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.store.syntax import Alias, Entry, Mapping, Node, Scalar, Sequence
from drafter.store.telling import problem

DEEPEST = 64
MOST_ALIASES = 100
MOST_PROBLEMS = 200  # told of one file
MOST_NODES = 400_000  # what 20,000 facts need; an alias counts all that it stands for

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Scalar, _Alias = yaml.ScalarEvent, yaml.AliasEvent
_SequenceStart, _MappingStart = yaml.SequenceStartEvent, yaml.MappingStartEvent
_SequenceEnd, _MappingEnd = yaml.SequenceEndEvent, yaml.MappingEndEvent
_DocumentStart, _StreamEnd = yaml.DocumentStartEvent, yaml.StreamEndEvent


class SyntaxFault(NamedTuple):
    """Where the parser stopped, in its own words. Line and column from 1; ``since`` is the line where the construct began."""

    line: int
    column: int
    what: str
    context: str
    since: int


class Composed(NamedTuple):
    """``root`` is None for an empty text and when composing stopped: by a ``fault`` of syntax, or by a limit (in problems)."""

    root: Node | None
    problems: list[Problem]
    fault: SyntaxFault | None


class _Stop(Exception):
    """A limit was passed; the problem has been noted."""


def compose(text: str, file: str) -> Composed:
    """The tree of ``text``. Garbage collection pauses meanwhile: trees hold no garbage, and looking for it doubles the time."""
    builder = _Builder(file)
    collecting = gc.isenabled()
    gc.disable()
    try:
        builder.run(_Parser(text))
        return Composed(builder.root, builder.problems, None)
    except _Stop:
        return Composed(None, builder.problems, None)
    except yaml.YAMLError as error:
        return Composed(None, builder.problems, _fault(error, text))
    finally:
        if collecting:
            gc.enable()


def _fault(error: yaml.YAMLError, text: str) -> SyntaxFault:
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    if mark is None:
        return SyntaxFault(1, 1, str(error), "", 1)
    since = began.line + 1 if began is not None else mark.line + 1
    return SyntaxFault(mark.line + 1, mark.column + 1, getattr(error, "problem", "") or "", error.context or "", since)  # type: ignore[attr-defined]


class _Builder:
    """Builds the tree without recursion.

    ``key`` is the key of the innermost mapping that waits for its value. ``stack`` holds each open collection, its anchor,
    the nodes counted before it, and the key that waits once it closes (only when it is itself, wrongly, a key).
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[tuple[Sequence | Mapping, str, int, Scalar | None]] = []
        self.key: Scalar | None = None
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.nodes = 0
        self.aliases = 0

    def run(self, parser: Any) -> None:
        documents = 0
        try:
            while True:
                event = parser.get_event()
                kind = type(event)
                if kind is _Scalar:
                    self.scalar(event)
                elif kind is _MappingStart or kind is _SequenceStart:
                    self.open(event, kind is _MappingStart)
                elif kind is _MappingEnd or kind is _SequenceEnd:
                    self.close(event)
                elif kind is _Alias:
                    self.alias(event)
                elif kind is _DocumentStart:
                    documents += 1
                    if documents > 1:
                        self.stop(event, *_DOCUMENTS)
                elif kind is _StreamEnd:
                    return
        finally:
            parser.dispose()

    def scalar(self, event: Any) -> None:
        start = event.start_mark
        style = event.style or ""
        text = event.value
        node = Scalar(text, style, start.index, event.end_mark.index, start.line + 1, start.column + 1)
        if event.tag is not None or event.anchor is not None:
            self.properties(event, node)
        elif style == '"' and not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
            self.problem(event, *_SURROGATE)
            node.text = "".join(sign for sign in text if not "\ud800" <= sign <= "\udfff")
        self.add(node)

    def open(self, event: Any, mapping: bool) -> None:
        start = event.start_mark
        make = Mapping if mapping else Sequence
        node = make(bool(event.flow_style), start.index, start.line + 1, start.column + 1)
        if len(self.stack) >= DEEPEST:
            self.stop(event, *_DEPTH)
        self.add(node)
        if event.tag is not None:
            self.properties(event, None)
        self.stack.append((node, event.anchor or "", self.nodes, self.key))
        self.key = None

    def close(self, event: Any) -> None:
        node, anchor, before, self.key = self.stack.pop()
        node.end = event.end_mark.index
        if anchor:
            self.anchors[anchor] = (node, self.nodes - before + 1)

    def alias(self, event: Any) -> None:
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            self.stop(event, *_ALIASES)
        found = self.anchors.get(event.anchor)
        start = event.start_mark
        if found is None:
            self.problem(event, *_UNDEFINED)
            self.add(Scalar("", "", start.index, event.end_mark.index, start.line + 1, start.column + 1))
            return
        target, size = found
        self.nodes += size
        self.add(Alias(target, start.index, event.end_mark.index, start.line + 1, start.column + 1))

    def add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.stop_at(node.line, node.column, *_NODES)
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1][0]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.key is None:
            self.key = self.as_key(node)
        else:
            if self.key.text not in parent.entries:
                parent.entries[self.key.text] = Entry(self.key, node)
            elif self.key.text:
                self.duplicate(parent.entries[self.key.text].key, self.key)
            self.key = None

    def as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self.problem_at(node.line, node.column, *_KEY)
            return Scalar("", "", node.start, node.end, node.line, node.column)
        if node.text == "<<" and not node.style:
            self.problem_at(node.line, node.column, *_MERGE)
        return node

    def properties(self, event: Any, node: Node | None) -> None:
        """A tag is refused; an anchor on a scalar is remembered."""
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            code, message, fix = _TAG
            message = Both(message.zh.format(tag=tag), message.en.format(tag=tag))
            self.problem(event, code, message, fix)
        if node is not None and event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)

    def duplicate(self, first: Scalar, second: Scalar) -> None:
        word = first.text
        self.problem_at(
            second.line,
            second.column,
            "yaml-duplicate",
            Both(
                f"“{word}”写了两次，第一次在第 {first.line} 行",
                f"“{word}” is written twice; the first is on line {first.line}",
            ),
            Both("删去或合并其中一个", "delete one, or merge the two"),
        )

    def problem(self, event: Any, code: str, message: Both, fix: Both) -> None:
        mark = event.start_mark
        self.problem_at(mark.line + 1, mark.column + 1, code, message, fix)

    def problem_at(self, line: int, column: int, code: str, message: Both, fix: Both) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem(code, message, fix, Place(self.file, line, column)))

    def stop(self, event: Any, code: str, message: Both, fix: Both) -> None:
        self.problem(event, code, message, fix)
        raise _Stop

    def stop_at(self, line: int, column: int, code: str, message: Both, fix: Both) -> None:
        self.problem_at(line, column, code, message, fix)
        raise _Stop


_DOCUMENTS = (
    "yaml-documents",
    Both("一个文件里只能有一份内容，这里又用 --- 另起了一份", "a file holds one document; a second one begins here with ---"),
    Both("删去 ---，或分成两个文件", "delete the ---, or make it two files"),
)
_DEPTH = (
    "yaml-depth",
    Both(f"层次太多，超过 {DEEPEST} 层，没有读下去", f"nested more than {DEEPEST} levels deep; reading stopped"),
    Both("检查这里的缩进和括号", "look at the indentation and the brackets here"),
)
_ALIASES = (
    "yaml-alias",
    Both(f"引用（*名字）超过 {MOST_ALIASES} 处，没有读下去", f"more than {MOST_ALIASES} aliases (*name); reading stopped"),
    Both("把内容直接写出来", "write the content out"),
)
_NODES = (
    "yaml-nodes",
    Both("内容展开后太多，没有读下去", "too much content once expanded; reading stopped"),
    Both("分成几个文件，去掉引用（*名字）", "split the file, and write aliases (*name) out"),
)
_UNDEFINED = (
    "yaml-alias",
    Both("值以 * 开头，会被当作引用", "the value begins with *, which means a reference"),
    Both('如果是正文，用引号括起来："*……"', 'if it is text, quote it: "*…"'),
)
_KEY = (
    "yaml-key",
    Both("冒号前面应是栏目名，这里却是括号或列表", "a field name is expected before the colon, not brackets or a list"),
    Both("如果是正文（如以 {{ 开头），用引号括起来", "if it is text (such as one that begins with {{), quote it"),
)
_MERGE = (
    "yaml-merge",
    Both("不支持合并写法 <<", "merge keys (<<) are not supported"),
    Both("把要用的栏目直接写出来", "write the fields out"),
)
_TAG = (
    "yaml-tag",
    Both("值前面有类型标记 {tag}，不接受", "the value has a type tag, {tag}, which is not accepted"),
    Both("删去标记；如果 ! 是正文，用引号括起来", "delete the tag; if the ! is text, quote it"),
)
_SURROGATE = (
    "file-character",
    Both("引号里有不成字的编码（代理码 \\ud800—\\udfff）", "the quoted text holds a lone surrogate (\\ud800 to \\udfff)"),
    Both("删去这个 \\u 编码，直接写那个字", "delete the \\u code and write the character itself"),
)
