"""The keys of an editor of text: they move, select, delete, copy."""

from textual.binding import Binding

from drafter.model.words import Both
from drafter.tui.keys import key

_MOVES = (
    ("up", "cursor_up", Both("上一行", "Line above")),
    ("down", "cursor_down", Both("下一行", "Line below")),
    ("left", "cursor_left", Both("左一字", "Left")),
    ("right", "cursor_right", Both("右一字", "Right")),
    ("ctrl+left", "cursor_word_left", Both("左一词", "Word to the left")),
    ("ctrl+right", "cursor_word_right", Both("右一词", "Word to the right")),
    ("home", "cursor_line_start", Both("行首", "Start of the line")),
    ("end", "cursor_line_end", Both("行尾", "End of the line")),
)
_OTHERS = (
    ("pageup", "cursor_page_up", Both("上翻一页", "Page up")),
    ("pagedown", "cursor_page_down", Both("下翻一页", "Page down")),
    ("backspace", "delete_left", Both("删左边一字", "Delete to the left")),
    ("delete", "delete_right", Both("删右边一字", "Delete to the right")),
    ("ctrl+backspace", "delete_word_left", Both("删左边一词", "Delete a word to the left")),
    ("ctrl+delete", "delete_word_right", Both("删右边一词", "Delete a word to the right")),
    ("ctrl+a", "select_all", Both("全选", "Select all")),
    ("ctrl+x", "cut", Both("剪切", "Cut")),
    ("ctrl+c", "copy", Both("复制", "Copy")),
    ("ctrl+v", "paste", Both("粘贴", "Paste")),
)


def _selecting(keys: str) -> str:
    *modifiers, last = keys.split("+")
    return "+".join([*modifiers, "shift", last])


KEYS: tuple[Binding, ...] = (
    *(key(keys, action, words, f"text.{action}", show=False) for keys, action, words in (*_MOVES, *_OTHERS)),
    *(
        key(_selecting(keys), f"{action}(True)", Both(f"选到{zh}", f"Select: {en}"), f"text.select_{action}", show=False)
        for keys, action, (zh, en) in _MOVES
    ),
)
