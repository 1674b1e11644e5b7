"""Whether a text may hold a slip of hand editing: cheap enough to ask of every file, so that clean ones load nothing more."""

import re

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")

# What can go wrong without the parser noticing. A clean file, the common case, pays only for these searches.
_STARTS = re.compile(
    "^(?:[ -]*[\t\u3000\xa0]|[ \t]*(?:<{7}|>{7})|[ ]*(?:-[^\\s-]|[－—–−•●])|[ -]*[“‘「][^\\s：:”’」]{1,8}[”’」][ \u3000]*[：:]"
    "|[ -]*[\"']?[^\\s：:\"']{1,8}[\"']?[ \u3000]*(?:：|:[^\\s]))",
    re.MULTILINE,
)
_FLOW_COMMA = re.compile(r"[:-][ \t]+\[[^\]\n]{0,400}，|[:-][ \t]+[［【｛]|\{[^{}\n]{0,400}[：，]|[{,][ ]*[^\s:,{]{1,8}:[^\s]")
_CUT = re.compile(r":[ \t][^\n]*[ \t]#[^\s]")
_BRACES = re.compile(r"[:-][ \t]+\{\{")


def suspicious(text: str) -> bool:
    """Whether the scanner of near misses could find anything in a text that parses."""
    return bool(
        _STARTS.search(text)
        or (("，" in text or "{" in text or "［" in text or "【" in text) and _FLOW_COMMA.search(text))
        or (" #" in text and _CUT.search(text))
        or ("{{" in text and _BRACES.search(text))
    )


def split_lines(text: str) -> list[str]:
    """The lines with their ends. Only LF, CRLF and CR end a line, as in YAML 1.2."""
    return _LINES.findall(text)
