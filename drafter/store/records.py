"""From the tree of a file to records of the model, by the fields that each record declares.

A good value survives beside a bad one: what cannot be converted becomes a problem, and its field keeps its default.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from drafter.model.fact import Fact
from drafter.model.fields import Field, Source, fields_of
from drafter.model.problem import Place, Problem
from drafter.model.report import Report
from drafter.model.style import LEVELS, PARTS
from drafter.model.words import NOTHING, Both
from drafter.store import values, vocabulary
from drafter.store.contents import plain as plain
from drafter.store.syntax import Mapping, Node, Scalar, Sequence, resolved
from drafter.store.telling import problem

Path = tuple[str | int, ...]
T = TypeVar("T")
_CONVERT: dict[str, Callable[[str, Field], "values.Converted"]] = values.CONVERTERS


def read_record(record: type[T], node: Node | None, file: str, counted: dict[str, int] | None = None) -> tuple[T, list[Problem]]:
    """The record that ``node`` holds, and everything wrong with it. An empty node is a record of defaults.

    ``counted`` says how many facts of each part earlier files of the report hold, so that the path of a fact (成绩/3)
    counts through them all.
    """
    reading = _Reading(file, counted or {})
    if node is None or (isinstance(node, Scalar) and not node.text):
        return record(), []
    made = reading.record(record, resolved(node), ())
    return (made if made is not None else record()), reading.problems


class _Reading:
    """One pass over a tree; ``where`` is the fact that is being read, for the problems found in it."""

    def __init__(self, file: str, counted: dict[str, int]) -> None:
        self.file = file
        self.counted = counted
        self.problems: list[Problem] = []
        self.where: str | None = None

    def tell(self, node: Node, code: str, message: Both, fix: Both = NOTHING, severity: Any = "error") -> None:
        self.problems.append(problem(code, message, fix, Place(self.file, node.line, node.column), severity, self.where))

    def record(self, record: type, node: Node, path: Path) -> Any:
        if not isinstance(node, Mapping):
            self.not_a_record(node, path)
            return None
        plan = _plan(record)
        extra = self.kind_fields(node) if record is Fact else {}
        found: dict[str, Any] = {}
        details: dict[str, Any] = {}
        levels: dict[str, Any] = {}
        lines = {"": (node.line, node.column)}
        for word, entry in node.entries.items():
            value = entry.value
            lines[word] = (value.line, value.column)
            field = plan.get(word)
            if field is not None:
                if field.form.kind == "levels":
                    self.level(field, word, value, path, levels)
                    found[field.name] = levels
                else:
                    found[field.name] = self.field(field, value, (*path, word))
            elif word in extra:
                details[word] = self.field(extra[word], value, (*path, word))
            elif word not in ("", "<<"):
                self.unknown(record, word, entry.key, tuple(extra))
        if details:
            found["details"] = details
        return record(source=Source(self.file, path, lines), **found)

    def level(self, field: Field, word: str, node: Node, path: Path, levels: dict[str, Any]) -> None:
        """一级 … 六级 stand directly in the record and collect into one dict."""
        style = self.nested(field, resolved(node), (*path, word))
        if style is not None:
            levels[word] = style

    def field(self, field: Field, node: Node, path: Path) -> Any:
        """The field's value; its default for an empty or an unreadable one."""
        node = resolved(node)
        kind = field.form.kind
        if isinstance(node, Scalar):
            if not node.text or (not node.style and node.text in ("~", "null")):
                return field.default
            convert = _CONVERT.get(kind)
            if convert is not None:
                return self.converted(convert(node.text, field), field, node)
        if kind == "records":
            return self.records(field, node, path)
        if kind == "record":
            return self.nested(field, node, path)
        if kind == "lines":
            return self.lines(field, node)
        what = Both("列表", "a list") if isinstance(node, Sequence) else Both("下一级栏目", "fields of its own")
        self.tell(
            node,
            "value-shape",
            Both(
                f"“{field.word}”应是一段文字，这里却是{what.zh}",
                f"{field.word} ({field.label}) should be a text, but is {what.en}",
            ),
            Both(
                "写在同一行；以 [ 或 { 开头的文字要用引号括起来",
                "write it on the same line; quote a text that begins with [ or {",
            ),
        )
        return field.default

    def converted(self, result: "values.Converted", field: Field, node: Scalar) -> Any:
        for code, message, fix, severity in result.remarks:
            self.tell(node, code, message, fix, severity)
        return result.value if result.good else field.default

    def lines(self, field: Field, node: Node) -> tuple[str, ...]:
        """A list of lines, or one line by itself."""
        if isinstance(node, Scalar):
            found = tuple(line.strip() for line in node.text.splitlines() if line.strip())
            if len(found) == 1 and not node.style and values.looks_like_several(node.text):
                listed = ", ".join(values.several(node.text))
                self.tell(
                    node,
                    "value-several",
                    Both(
                        f"“{field.word}”里像是有几项，现在算作一项", f"{field.word} looks like several items, and is read as one"
                    ),
                    Both(f"写成 {field.word}: [{listed}]", f"write {field.word}: [{listed}]"),
                    "warning",
                )
            return found
        if not isinstance(node, Sequence):
            self.tell(
                node,
                "value-shape",
                Both(f"“{field.word}”应是一列文字", f"{field.word} ({field.label}) should be a list of texts"),
                Both(f"写成 {field.word}: [甲, 乙]", f"write {field.word}: [one, two]"),
            )
            return ()
        taken = []
        for item in map(resolved, node.items):
            if isinstance(item, Scalar):
                if item.text.strip():
                    taken.append(item.text.strip())
                continue
            self.tell(
                item,
                "value-shape",
                Both(f"“{field.word}”的每一项应是一段文字", f"each item of {field.word} ({field.label}) should be a text"),
                Both("有冒号或括号的一项，用引号括起来", "quote an item that holds a colon or brackets"),
            )
        return tuple(taken)

    def nested(self, field: Field, node: Node, path: Path) -> Any:
        if isinstance(node, Scalar) and not node.text:
            return None
        assert field.form.record is not None
        return self.record(field.form.record(), node, path)

    def records(self, field: Field, node: Node, path: Path) -> tuple[Any, ...]:
        assert field.form.record is not None
        record = field.form.record()
        if isinstance(node, Mapping):
            self.tell(
                node,
                "value-list",
                Both(
                    f"“{field.word}”下面应是一条一条的列表，这里少了“-”",
                    f"{field.word} should be a list; the dash is missing here",
                ),
                Both("在每一条的第一行前面加“- ”", "begin the first line of each record with “- ”"),
            )
            items: list[Node] = [node]
        elif isinstance(node, Sequence):
            items = node.items
        else:
            self.not_a_record(node, path)
            return ()
        taken: list[Any] = []
        outer = self.where
        for place, item in enumerate(map(resolved, items)):
            self.where = self.name(item, path, place, outer)
            if isinstance(item, Scalar) and not item.text:
                self.tell(
                    item,
                    "value-empty-item",
                    Both(f"“{field.word}”里有一条是空的，没有算在内", f"an item of {field.word} is empty and was left out"),
                    Both("填上内容，或删去这个“-”", "fill it in, or delete the dash"),
                    "warning",
                )
                continue
            made = self.record(record, item, (*path, place))
            if made is not None:
                taken.append(made)
        self.where = outer
        return tuple(taken)

    def name(self, item: Node, path: Path, place: int, outer: str | None) -> str:
        """How problems name the record: by its 编号, else by its path."""
        if isinstance(item, Mapping):
            entry = item.entries.get("编号")
            named = resolved(entry.value) if entry is not None else None
            if isinstance(named, Scalar) and named.text:
                return named.text
        head = path[0]
        steps = [step + 1 for step in path[1:] if isinstance(step, int)]
        shift = self.counted.get(str(head), 0)
        steps = [*steps, place + 1]
        steps[0] += shift
        return "/".join([str(head), *map(str, steps)])

    def kind_fields(self, node: Mapping) -> dict[str, Field]:
        """The fields that the fact's 类别 adds."""
        entry = node.entries.get("类别")
        if entry is None:
            return {}
        named = resolved(entry.value)
        if not isinstance(named, Scalar) or not named.text:
            return {}
        known = vocabulary.kinds()
        kind = known.get(named.text)
        if kind is not None:
            return vocabulary.kind_fields(kind)
        near = vocabulary.nearest(named.text, list(known))
        self.tell(
            named,
            "value-kind",
            Both(f"没有“{named.text}”这个类别", f"there is no kind (类别) “{named.text}”"),
            Both(f"是不是“{near}”", f"perhaps {near}") if near else _one_of(tuple(known)),
        )
        return {}

    def not_a_record(self, node: Node, path: Path) -> None:
        last = next((step for step in reversed(path) if isinstance(step, str)), "")
        if isinstance(node, Sequence):
            self.tell(
                node,
                "value-record",
                Both(
                    f"“{last}”这里不应有“-”" if last else "这里应是“栏目: 内容”，却是一个列表",
                    f"{last or 'this'} should be fields, not a list",
                ),
                Both(
                    "去掉“-”，直接写栏目" if last else "先写栏目名，如“成绩:”，再写列表",
                    "write a field name before the list, or drop the dash",
                ),
            )
            return
        text = node.text if isinstance(node, Scalar) else ""
        shown = text if len(text) <= 16 else text[:16] + "……"
        first = "标题" if last in (*PARTS, "分项") else "编号" if last == "指标" else ""
        example = f"- {first}: {shown}" if first else f"{last or '栏目'}: 后面另起一行，缩进两格，再写“栏目: 内容”"
        self.tell(
            node,
            "value-record",
            Both(f"“{shown}”前面没有栏目名", f"“{shown}” has no field name before it"),
            Both(
                f"写成 {example}", f"write {example}" if first else "write “field: value” lines below it, indented by two spaces"
            ),
        )

    def unknown(self, record: type, word: str, key: Scalar, extra: tuple[str, ...]) -> None:
        bare = "".join(word.split())
        words = (*vocabulary.words_of(record), *extra)
        here = vocabulary.RECORDS.get(record, Both("这里", "this record"))
        shown = word if len(word) <= 16 else word[:16] + "……"
        message = Both(f"“{here.zh.strip('“”')}”没有“{shown}”这一栏", f"{here.en} has no field “{shown}”")
        homes = vocabulary.homes(bare)
        if bare in words:
            fix = Both(f"写成 {bare}: ，中间不留空格", f"write {bare}: without the spaces")
        elif homes:
            zh, en = "、".join(home.zh for home in homes), ", ".join(home.en for home in homes)
            fix = Both(f"“{bare}”属于{zh}；检查缩进和位置", f"{bare} belongs to {en}; look at its indentation and place")
        elif near := vocabulary.nearest(bare, words):
            fix = Both(f"是不是“{near}”", f"perhaps {near}")
        else:
            fix = _one_of(words)
        self.tell(key, "key-unknown", message, fix)


def _one_of(words: tuple[str, ...]) -> Both:
    if not words:
        return Both("去掉这一栏", "leave this field out")
    return Both(f"可填：{'、'.join(words)}", f"one of: {', '.join(words)}")


@cache
def _plan(record: type) -> dict[str, Field]:
    """Key on disk → field. The words 一级 … 六级 all lead to the field of levels."""
    plan: dict[str, Field] = {}
    for word, field in fields_of(record).items():
        if field.form.kind == "levels":
            plan.update(dict.fromkeys(LEVELS, field))
        else:
            plan[word] = field
    return plan


def read_root(node: Node | None, file: str, counted: dict[str, int] | None = None) -> tuple[Report, list[Problem]]:
    """A whole file as a report."""
    return read_record(Report, node, file, counted)
