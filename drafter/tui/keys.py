"""Keys and what they do, in words: bindings that can be rebound, named in the reader's language."""

from textual.binding import Binding

from drafter.model.words import Both
from drafter.tui.speech import say, tell

#: Binding id → what it does. A binding itself can hold only one language.
WORDS: dict[str, Both] = {}


def key(keys: str, action: str, words: Both, id: str, show: bool = True, priority: bool = False) -> Binding:
    """A binding that settings can rebind by its ``id``; ``keys`` are parted by commas, ``show`` puts it into the bar."""
    WORDS[id] = words
    return Binding(keys, action, words.zh, show=show, priority=priority, id=id)


def meaning(binding: Binding) -> str:
    """What the binding does; "" where nobody said."""
    words = WORDS.get(binding.id or "")
    return tell(words) if words else binding.description


def cap(pressed: str) -> str:
    """What is printed on the key: F2, Ctrl+S, 回车."""
    *modifiers, last = pressed.split("+")
    names = {
        "enter": say("回车", "Enter"),
        "space": say("空格", "Space"),
        "escape": "Esc",
        "insert": "Ins",
        "delete": "Del",
        "up": say("上", "Up"),
        "down": say("下", "Down"),
        "left": say("左", "Left"),
        "right": say("右", "Right"),
        "pageup": "PgUp",
        "pagedown": "PgDn",
        "question_mark": "?",
        "backspace": say("退格", "Backspace"),
    }
    return "+".join([*(word.capitalize() for word in modifiers), names.get(last) or last.capitalize()])
