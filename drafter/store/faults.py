"""What the YAML parser stops at, in words that a clerk can act on."""

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.store.compose import SyntaxFault
from drafter.store.telling import problem

# libyaml's and PyYAML's own phrases → what they mean for a fact file, and the fix. The first that fits is taken.
_INDENT = (
    Both("这一行的缩进与上下行对不齐", "this line is not aligned with the lines around it"),
    Both("同一条里的栏目左边对齐，每深一层多两个空格", "align the fields of one record; two more spaces for each level"),
)
_QUOTE = (
    Both("引号没有关上", "a quotation mark is not closed"),
    Both("在这一段的末尾补上同样的引号", "add the same mark at the end of the text"),
)
_BRACKET = (
    Both("括号没有关上，或括号里少了逗号", "a bracket is not closed, or a comma is missing inside it"),
    Both("补上 ] 或 }；各项之间用半角逗号加空格", "close it with ] or }; put a comma and a space between items"),
)
_MEANINGS: tuple[tuple[str, tuple[Both, Both]], ...] = (
    (
        "could not find expected ':'",
        (
            Both("这一行缺少冒号", "there is no colon on this line"),
            Both("写成“栏目: 内容”，冒号是半角的，后面空一格", "write “field: value”, with a space after the colon"),
        ),
    ),
    (
        "mapping values are not allowed",
        (
            Both("这里不该有冒号，或缩进不对", "a colon is not expected here, or the indentation is off"),
            Both("内容里有冒号时用引号括起来；否则检查缩进", "quote a text that holds a colon; else look at the indentation"),
        ),
    ),
    ("unexpected end of stream", _QUOTE),
    ("unexpected document indicator", _QUOTE),
    ("',' or", _BRACKET),
    ("expected the node content", _BRACKET),
    ("did not find expected node content", _BRACKET),
    ("did not find expected '-' indicator", _INDENT),
    ("did not find expected key", _INDENT),
    ("expected <block end>", _INDENT),
    ("block sequence entries are not allowed", _INDENT),
    (
        "cannot start any token",
        (
            Both("这里的符号不能开头", "this character cannot stand at the beginning"),
            Both("用引号把内容括起来；缩进用空格", "quote the text; indent with spaces"),
        ),
    ),
    (
        "invalid Unicode character",
        (
            Both("引号里有不成字的编码（代理码 \\ud800—\\udfff）", "the quoted text holds a lone surrogate (\\ud800 to \\udfff)"),
            Both("删去这个 \\u 编码，直接写那个字", "delete the \\u code and write the character itself"),
        ),
    ),
    (
        "escape",
        (
            Both("双引号里的反斜杠 \\ 后面是不认识的代码", "the backslash inside double quotes begins an unknown code"),
            Both("改用单引号，或把 \\ 写成 \\\\", "use single quotes, or write \\\\ for \\"),
        ),
    ),
    (
        "directive",
        (Both("以 % 开头的一行会被当作指令", "a line that begins with % is read as a directive"), Both("删去它", "delete it")),
    ),
)
_UNKNOWN = (
    Both("这一行的写法读不懂", "this line cannot be understood"),
    Both("对照别的条目，检查缩进、冒号和引号", "compare it with other records: indentation, colons, quotes"),
)


def blame(lines: list[str], fault: SyntaxFault) -> int:
    """The line to name: where the construct began when the parser noticed only later, else where it stopped."""
    what = fault.what
    late = "could not find expected ':'" in what or "unexpected end" in what or "',' or" in what or "document ind" in what
    at = min(max(fault.since if late else fault.line, 1), max(len(lines), 1))
    while at > 1 and not lines[at - 1].strip():
        at -= 1
    return at


def explain(fault: SyntaxFault, at: int, file: str) -> Problem:
    """A fault at line ``at`` as a problem."""
    message, fix = next((meaning for phrase, meaning in _MEANINGS if phrase in fault.what), _UNKNOWN)
    column = fault.column if at == fault.line else 1
    return problem("yaml-syntax", message, fix, Place(file, at, column))
