"""联合行文: a document that several bodies issue together, in points and twips (GB/T 9704-2012, 7.2.4 and 7.3.5).

Their names stand under one another in equal width, the first in front, 文件 right of them at half their height. Without seals they sign
under one another; with seals side by side, up to three in a row, so that no seal touches another, the last of them over the date.
"""

from typing import TYPE_CHECKING, NamedTuple

from drafter.render.measures import CHARACTER, COMPRESSION, LARGEST_MARK, WIDTH, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.block import Block

FILE = "文件"
#: From one name to the next, and from the names to 文件, in characters of their size.
LEADING = 1.2
GAP = 1 / 3
#: How high the names may be together, in twips: so that the first page has room for number, rule, title, addressees and text.
_ROOM = 4385
#: A seal of 42 mm, what is kept between the middles of two where there is room, and how many stand in a row.
SEAL = 2381
_APART = 2948
_MOST = 3
#: From one row of seals to the next, and from the text to the first one, in lines. A seal is four lines high and a bit.
ROWS_APART, FIRST_ROW = 5, 2


class Marks(NamedTuple):
    """The names of the mark, whether 文件 stands right of them, and the size of all in points."""

    names: tuple[str, ...]
    file: bool
    size: int

    @property
    def widest(self) -> float:
        return max(map(width, self.names))

    def apart(self, name: str) -> float:
        """What is added behind each sign of a name but the last, in characters, to make it as wide as the widest."""
        return (self.widest - width(name)) / (len(name) - 1) if len(name) > 1 else 0

    def height(self, place: int) -> int:
        """Of the line of the name at ``place``, in twips: the first one begins where the mark does."""
        return round(self.size * 20 * (LEADING if place else 1))


def issuers(mark: str) -> list[str]:
    """The lines of 机关标志 as they print: one mark; or the names of several bodies and, where one of them says it, 文件."""
    lines = [line.strip() for line in mark.split("\n") if line.strip()]
    if len(lines) < 2:
        return lines
    names = [name for line in lines if (name := line.removesuffix(FILE).rstrip())]
    said = any(line.endswith(FILE) for line in lines)
    return [*names, FILE] if said else names


def marks(blocks: "Sequence[Block]", index: int) -> Marks | None:
    """The mark of several bodies that the block at ``index`` is part of; None where it is a mark alone, or none."""
    first = index
    while first and blocks[first].kind == blocks[first - 1].kind == "mark":
        first -= 1
    texts = []
    for block in blocks[first:]:
        if block.kind != "mark":
            break
        texts.append(block.text)
    if len(texts) < 2:
        return None
    file = texts[-1] == FILE
    names = tuple(texts[:-1] if file else texts)
    wide = max(map(width, names)) + (width(FILE) + GAP if file else 0)
    high = 1 + LEADING * (len(names) - 1)
    return Marks(names, file, max(1, min(LARGEST_MARK, int(WIDTH / 20 / max(wide, 1)), int(_ROOM / 20 / high))))


def begins(blocks: "Sequence[Block]", index: int) -> bool:
    """Whether no mark stands before the one at ``index``."""
    return index == 0 or blocks[index - 1].kind != "mark"


def signatures(lines: list[str], date: str, seal: bool) -> list[str]:
    """署名 as it prints: one a line, or where each gets a seal in rows, with tabs between."""
    if not seal or len(lines) < 2:
        return lines
    count = _in_row(lines, date)
    return ["\t".join(lines[start : start + count]) for start in range(0, len(lines), count)]


def signed_with(blocks: "Sequence[Block]", index: int) -> list[str]:
    """The signatures that stand together with the one at ``index``."""
    first = last = index
    while first and blocks[first - 1].kind == "signature":
        first -= 1
    while last < len(blocks) and blocks[last].kind == "signature":
        last += 1
    return [block.text for block in blocks[first:last]]


def longest(blocks: "Sequence[Block]", index: int) -> str:
    """The longest of the signatures that stand under one another: all begin where it does."""
    return max(signed_with(blocks, index), key=width)


def is_row(blocks: "Sequence[Block]", index: int) -> bool:
    """Whether a signature that gets a seal stands beside or below others."""
    return "\t" in blocks[index].text or len(signed_with(blocks, index)) > 1


def middles(blocks: "Sequence[Block]", index: int, date: str) -> list[int]:
    """Where the names of a row have their middle, from the left in twips: the last one is over the date, all rows in the same columns."""
    rows = [row.split("\t") for row in signed_with(blocks, index)]
    last = _last(date)
    apart = _pitch(max(2, *map(len, rows)), last, _room([name for row in rows for name in row]))
    return [last - apart * place for place in reversed(range(blocks[index].text.count("\t") + 1))]


def _last(date: str) -> int:
    """The middle of a date that ends four characters from the right (7.3.5.1)."""
    return WIDTH - 4 * CHARACTER - round(_wide(date) / 2)


def _pitch(count: int, last: int, room: int) -> int:
    """How far apart so many seals stand, each with as much room: the first of them keeps inside the text block."""
    return min(max(_APART, room), (last - room // 2) // (count - 1))


def _room(names: list[str]) -> int:
    """What a seal and the name below it take: no two touch each other."""
    return max(SEAL, round(max(map(_wide, names))) + CHARACTER) + 1


def _in_row(lines: list[str], date: str) -> int:
    """As many in a row as there is room for."""
    room = _room(lines)
    fitting = (count for count in range(min(_MOST, len(lines)), 1, -1) if _pitch(count, _last(date), room) >= room)
    return next(fitting, 1)


def half(name: str) -> int:
    """Half the width of a name in the text's characters, in twips."""
    return round(_wide(name) / 2)


def _wide(text: str) -> float:
    return (CHARACTER + COMPRESSION) * width(text)
