"""Where the parts of the cover stand, in twips, by what they say and by the blocks around them (GB/T 9704-2012, 7.2 to 7.4)."""

from typing import TYPE_CHECKING

from drafter.render.measures import CHARACTER, COMPRESSION, LARGEST_MARK, MARK_DROP, SMALL, WIDTH, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.block import Block

#: 版记, at the foot of the last page; further lines of 抄送 begin three characters further in.
IMPRINT = frozenset({"copies", "imprint"})
HANGING = 3 * SMALL


def drop(blocks: "Sequence[Block]", index: int, pitch: int) -> int:
    """What is free above 发文机关标志, in twips: it stands 35 mm down the text block, whatever else stands in that room (7.2.4)."""
    if index and blocks[index - 1].kind == "mark":
        return 0
    above = 0
    while above < index and blocks[index - above - 1].kind == "marking":
        above += 1
    return max(0, MARK_DROP - above * pitch)


def seal_below(blocks: "Sequence[Block]", index: int) -> str:
    """The date below the signature at ``index``, where a seal is put over both; else ""."""
    below = next((block for block in blocks[index:] if block.kind != "signature"), None)
    return below.text if below and below.kind == "sealed" else ""


def sealed(signature: str, date: str) -> int:
    """Right indent in twips of 署名 centred over a 成文日期 with a seal, which ends four characters from the right (7.3.5.1)."""
    step = CHARACTER + COMPRESSION
    return max(0, 4 * CHARACTER + round(step * (width(date) - width(signature)) / 2))


def mark_size(mark: str) -> int:
    """发文机关标志 in points: as large as one line allows (7.2.4)."""
    return max(1, min(LARGEST_MARK, int(WIDTH / 20 / max(width(mark), 1))))


def annex_note(text: str) -> tuple[int, int]:
    """Where the second line of a name under 附件： begins, and how much left of that the first does, in twips (7.3.4).

    Two characters are free before 附件：; the names behind it, each after its numeral, stand under each other.
    """
    label = "附件："
    step = CHARACTER + COMPRESSION
    names = 2 * CHARACTER + 3 * step
    start = 2 * CHARACTER if text.startswith(label) else names
    numeral = text.removeprefix(label).partition(".")[0]
    if numeral.isdecimal():
        names += round(step * width(f"{numeral}."))
    return names, names - start
