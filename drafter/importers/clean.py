"""Characters that nobody sees: taken out of every line, and listed, before they reach a terminal or a document."""

import re

from drafter.importers.findings import warning
from drafter.importers.source import Source
from drafter.model.outline import LeftOut
from drafter.model.words import Both

# Controls (C0 but tab, DEL, C1), halves of surrogate pairs, non-characters, and the format characters that hide or turn
# text round: zero-width ones, soft hyphen, bidirectional marks, byte order mark (Unicode 16, 23.2 and 23.8).
_CONTROL = "\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_HIDING = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_UNSEEN = re.compile(f"[{_CONTROL}{_HIDING}]")
_CONTROLS = re.compile(f"[{_CONTROL}]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(source: Source) -> None:
    """Removes unseen characters from the lines, lists them in ``left_out`` and says where the first one stood."""
    removed: list[str] = []
    first: int | None = None
    for place, line in enumerate(source.lines):
        if _UNSEEN.search(line.text):
            removed.extend(_UNSEEN.findall(line.text))
            first = first or line.number
            source.lines[place] = line._replace(text=_UNSEEN.sub("", line.text))
    if not removed:
        return
    source.left_out.append(LeftOut("".join(removed), "不可见字符"))
    kinds = "、".join(f"U+{ord(sign):04X}" for sign in sorted(set(removed))[:5])
    source.problems.append(
        warning(
            "control-characters" if _CONTROLS.search("".join(removed)) else "unseen-characters",
            source.name,
            Both(f"去掉了 {len(removed)} 个不可见字符（{kinds}）。", f"{len(removed)} unseen characters were removed ({kinds})."),
            Both("请对照原文看这些地方是否缺字。", "Compare these places with the original for lost characters."),
            first,
        )
    )


def drop_forbidden(text: str) -> tuple[str, str]:
    """(text without the characters that no XML or HTML parser may be given, those characters). Line ends stay."""
    dropped = "".join(_FORBIDDEN.findall(text))
    return _FORBIDDEN.sub("", text), dropped
