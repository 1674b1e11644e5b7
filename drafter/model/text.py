"""Characters: which ones a Word document can hold, and how texts are compared."""

import re
import unicodedata

# XML 1.0, 2.2: everything else cannot be written in a DOCX part, not even as a reference. A carriage return can, but every
# reader turns it into a line feed.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def forbidden(text: str) -> re.Match[str] | None:
    """The first character that no document can hold; None when all can."""
    return _FORBIDDEN.search(text)


_SENTENCE_END = re.compile(r"[。！？；：，、,.!?;:…—][”’』」）)\"']*$")


def closed(heading: str) -> bool:
    """Whether a heading brings its own end mark, so that a text run into it needs no 。 between."""
    return _SENTENCE_END.search(heading) is not None


def fold(text: str) -> str:
    """For comparing: NFKC, no white space. （一） equals (一), a wrapped line equals a whole one."""
    return "".join(unicodedata.normalize("NFKC", text).split())


_PLAIN_SPACE = "\n\t\u3000\xa0"


def visible(text: str) -> str:
    """Control characters as escapes, so that text from a file never drives a terminal."""
    return "".join(sign if sign.isprintable() or sign in _PLAIN_SPACE else f"\\u{ord(sign):04x}" for sign in text)
