"""The one sanitiser before every widget: no control character from a file or a clipboard reaches the terminal."""

import re

# Everything that a terminal acts upon or that reorders and hides text: C0, DEL, C1, bidi and zero-width signs, line and
# paragraph separators, surrogates, private tags. A line feed is for the widget to lay out.
_ACTIVE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421", 0x09: " "}
_UNNAMED = "\u2426"


def clean(text: str) -> str:
    """``text`` for the screen: each active character gives way to one picture of it (␛), so that offsets stay what they were."""
    return _ACTIVE.sub(lambda found: _PICTURES.get(ord(found[0]), _UNNAMED), text)


def line(text: str) -> str:
    """As :func:`clean`, on one line."""
    return clean(text).replace("\n", " ")
