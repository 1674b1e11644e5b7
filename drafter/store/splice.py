"""Changes one thing in a file and nothing else: comments, order, quoting, line ends and every other byte stay.

Each operation takes a Document and returns a new one, which still knows what was read from disk. The result
is read back before it is handed out: it must hold exactly what was meant, else the operation is refused.

Paths are those of ``Source.path``: keys and indices from the root, ``("成绩", 0, "分项", 2)``.
"""

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from drafter.model.fields import fields_of
from drafter.model.problem import Place, Refused, errors
from drafter.model.report import Report
from drafter.model.style import LEVELS
from drafter.model.words import Both
from drafter.store import edits, items, values
from drafter.store.emit import Plain
from drafter.store.newfile import write_report
from drafter.store.reader import Document, encode, parse
from drafter.store.save import save
from drafter.store.syntax import at, plain
from drafter.store.telling import problem
from drafter.store.vocabulary import kind_fields, kinds, words_of

__all__ = [
    "clear_field",
    "delete",
    "indent",
    "insert",
    "move",
    "new_document",
    "outdent",
    "save_document",
    "set_field",
    "write_report",
]

Steps = tuple[str | int, ...]
_CHILDREN = "分项"


def new_document(file: str, text: str = "") -> Document:
    """A document for a file that does not exist yet."""
    return replace(parse(encode(text, False), file), disk=None)


def save_document(document: Document) -> Document:
    """Writes the document to its file, if that is still what was read. Raises Refused, exit code 4."""
    save(Path(document.file), document.data, document.hash)
    return replace(document, disk=document.data)


def set_field(document: Document, path: Steps, word: str, value: Plain, as_typed: bool = False) -> Document:
    """Sets the field ``word`` of the record at ``path``. An empty value clears it.

    A text stays in its place and quoting; a new field is put where the form has it. A list or record is changed piece by
    piece, so that its comments stay. Raises Refused, naming the field, for a text that the field cannot hold; ``as_typed`` writes such a
    text all the same (7a for a number), for a form that loses nothing and lets the checks say what is wrong with it.
    """
    sound(document)
    if value in ("", [], {}):
        return clear_field(document, path, word)
    acceptable(document, path, word, value, as_typed)
    old = at(document.root, (*path, word))
    before = plain(old) if old is not None else None
    if before == value:
        return document
    if isinstance(before, dict) and isinstance(value, dict) and before:
        return _set_record(document, (*path, word), before, value, as_typed)
    if isinstance(before, list) and isinstance(value, list) and before:
        return _set_list(document, (*path, word), before, value, as_typed)

    def change(tree: Any) -> None:
        inside(tree, path)[word] = value

    return checked(document, edits.put(document, path, word, value, order(document, path)), change, word)


def clear_field(document: Document, path: Steps, word: str) -> Document:
    """Takes the field ``word`` out of the record at ``path``; nothing happens when it is not there."""
    sound(document)
    if at(document.root, (*path, word)) is None:
        return document
    return checked(document, edits.take_out(document, path, word), lambda tree: inside(tree, path).pop(word), word)


def insert(document: Document, path: Steps, index: int, item: Plain, as_typed: bool = False) -> Document:
    """Puts ``item`` into the list at ``path``, at ``index``. A missing or empty list is begun. ``as_typed`` as in set_field."""
    sound(document)
    acceptable(document, path[:-1], str(path[-1]), item, as_typed)
    return checked(
        document,
        items.insert(document, path, index, item, order(document, path[:-1])),
        _inserting(path, index, item),
        str(path[-1]),
    )


def delete(document: Document, path: Steps) -> Document:
    """Takes the item at ``path`` out of its list. Comments above it stay."""
    sound(document)
    index = path[-1]
    return checked(document, items.delete(document, path), lambda tree: inside(tree, path[:-1]).pop(index), str(path[-2]))


def move(document: Document, path: Steps, to: Steps, index: int) -> Document:
    """Moves the item at ``path`` into the list at ``to``, where it becomes number ``index`` (from 0).

    ``to`` is a path in the document as it is now. The text of the item goes along as it stands, with the comments right
    above it, at the indentation of its new place.
    """
    sound(document)
    if to[: len(path)] == path:
        message = Both("不能把一条移到它自己的分项里", "a fact cannot be moved into its own items")
        raise Refused(problem("splice-move", message, Both("换一个位置", "choose another place"), _place(document, path)), 2)
    lifted = items.lift(document, path)
    item = plain(_node(document, path))
    there = _after_removal(to, path)

    def remove(tree: Any) -> None:
        inside(tree, path[:-1]).pop(path[-1])

    without = checked(document, items.delete(document, path, lifted.comments), remove, str(path[-2]))
    new = items.insert(without, there, index, item, order(without, there[:-1]), lifted)  # type: ignore[arg-type]
    return checked(without, new, _inserting(there, index, item), str(path[-2]))


def indent(document: Document, path: Steps) -> Document:
    """Makes the fact at ``path`` the last item of the fact before it. Raises Refused where there is none before."""
    number = path[-1]
    if not isinstance(number, int) or number == 0:
        message = Both("前面没有同级的条目，不能降级", "there is no fact before it to move it under")
        raise Refused(problem("splice-move", message, Both("先在前面加一条", "add one before it"), _place(document, path)), 2)
    to = (*path[:-1], number - 1, _CHILDREN)
    children = at(document.root, to)
    found = plain(children) if children is not None else []
    return move(document, path, to, len(found) if isinstance(found, list) else 0)


def outdent(document: Document, path: Steps) -> Document:
    """Puts the fact at ``path`` right after the fact that holds it. Raises Refused at the outermost level."""
    if len(path) < 4 or not isinstance(path[-3], int):
        message = Both("已经是最外一级，不能升级", "it is at the outermost level already")
        raise Refused(problem("splice-move", message, Both("不用升级", "leave it there"), _place(document, path)), 2)
    return move(document, path, path[:-3], path[-3] + 1)


def _set_record(document: Document, path: Steps, before: dict[str, Any], value: dict[str, Plain], as_typed: bool) -> Document:
    for word in value:
        document = set_field(document, path, word, value[word], as_typed)
    for word in before:
        if word not in value:
            document = clear_field(document, path, word)
    return document


def _set_list(document: Document, path: Steps, before: list[Any], value: list[Plain], as_typed: bool) -> Document:
    """Items that stay at the beginning and at the end are not touched."""
    head = 0
    while head < min(len(before), len(value)) and before[head] == value[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(value)) - head and before[-1 - tail] == value[-1 - tail]:
        tail += 1
    for index, item in enumerate(value[head : len(value) - tail], head):
        document = insert(document, path, index, item, as_typed)
    for _ in range(len(before) - head - tail):
        document = delete(document, (*path, len(value) - tail))
    return document


def _after_removal(to: Steps, path: Steps) -> Steps:
    """``to``, once the item at ``path`` is gone: later items of its list have moved up."""
    depth = len(path) - 1
    if len(to) > depth and to[:depth] == path[:depth]:
        step, gone = to[depth], path[depth]
        if isinstance(step, int) and isinstance(gone, int) and step > gone:
            return (*to[:depth], step - 1, *to[depth + 1 :])
    return to


def _inserting(path: Steps, index: int, item: Any) -> Callable[[Any], None]:
    def change(tree: Any) -> None:
        record = inside(tree, path[:-1])
        if not record.get(path[-1]):
            record[path[-1]] = []
        record[path[-1]].insert(index, item)

    return change


def inside(tree: Any, path: Steps) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def checked(document: Document, text: str, change: Callable[[Any], object], word: str) -> Document:
    """The document with its new text, once that has been read back and holds what was meant."""
    meant: Any = copy.deepcopy(plain(document.root)) if document.root is not None else {}
    if meant == "":
        meant = {}
    change(meant)
    new = parse(encode(text, document.bom), document.file)
    found = plain(new.root) if new.root is not None else {}
    if not new.sound or _bare(found) != _bare(meant):
        message = Both(
            f"“{word}”的改动不能写进文件的这个地方，没有写",
            f"the change of {word} cannot be written at this place; nothing was written",
        )
        fix = Both("在编辑器里打开文件，手工改这一处", "open the file in an editor and change it there")
        raise Refused(problem("splice-refused", message, fix, Place(document.file)), 3)
    return replace(new, disk=document.disk)


def _bare(tree: Any) -> Any:
    """An emptied list or record means the same as an empty text."""
    if isinstance(tree, dict):
        return {word: _bare(value) for word, value in tree.items()} or ""
    if isinstance(tree, list):
        return [_bare(value) for value in tree] or ""
    return tree


def sound(document: Document) -> None:
    if not document.sound:
        raise Refused(errors(list(document.problems)), 1)


def _node(document: Document, path: Steps) -> Any:
    node = at(document.root, path)
    if node is None:
        steps = "/".join(str(step + 1) if isinstance(step, int) else step for step in path)
        message = Both(f"文件里没有 {steps} 这一条", f"there is no {steps} in the file")
        raise Refused(problem("splice-path", message, Both("重新读取文件", "read the file again"), Place(document.file)), 3)
    return node


def _place(document: Document, path: Steps) -> Place:
    node = at(document.root, path)
    return Place(document.file, node.line, node.column) if node is not None else Place(document.file)


def record_type(path: Steps) -> type | None:
    """The record that stands at a path, by what the model declares; None where it declares none."""
    record: type = Report
    for step in path:
        if isinstance(step, int):
            continue
        declared = fields_of(record).get(step)
        if declared is None and step in LEVELS:
            declared = next((field for field in fields_of(record).values() if field.form.kind == "levels"), None)
        if declared is None or declared.form.record is None:
            return None
        record = declared.form.record()
    return record


def order(document: Document, path: Steps) -> tuple[str, ...]:
    """The words of the record at ``path``, as the form has them; those of its kind come last."""
    record = record_type(path)
    return (*(words_of(record) if record is not None else ()), *_kind_fields(document, path))


def _kind_fields(document: Document, path: Steps) -> dict[str, Any]:
    named = at(document.root, (*path, "类别"))
    kind = kinds().get(str(plain(named))) if named is not None else None
    return kind_fields(kind) if kind is not None else {}


def acceptable(document: Document, path: Steps, word: str, value: Plain, as_typed: bool) -> None:
    """Refuses a text that the field would not read back as it is, or that no file can hold."""
    if isinstance(value, dict):
        for inner, each in value.items():
            acceptable(document, (*path, word), inner, each, as_typed)
        return
    if isinstance(value, list):
        for each in value:
            acceptable(document, path, word, each, as_typed)
        return
    place = _place(document, path)
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        message = Both(f"“{word}”里有不成字的编码（代理码）", f"{word} holds a lone surrogate")
        raise Refused(problem("file-character", message, Both("删去那个字，重新输入", "delete it and type it again"), place), 1)
    if as_typed or not value:
        return
    record = record_type(path)
    field = fields_of(record).get(word) if record is not None else None
    field = field or _kind_fields(document, path).get(word)
    if field is None:
        return
    kind = "line" if field.form.kind == "lines" else field.form.kind
    convert = values.CONVERTERS.get(kind)
    result = convert(value, field) if convert is not None else None
    if result is not None and not result.good:
        raise Refused([problem(code, message, fix, place, severity) for code, message, fix, severity in result.remarks], 1)
