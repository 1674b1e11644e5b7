"""Text that was garbled on its way here, and signs that no other machine can show."""

from collections import defaultdict
from collections.abc import Iterator
from unicodedata import category

from drafter.checks.finding import Finding, Place, counted, quoted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import SYSTEM, Rule
from drafter.model.garbled import Garbled, garbled
from drafter.model.words import Both

RULES = (
    Rule(
        "garbled",
        "warning",
        Both("疑似乱码", "Garbled text"),
        Both(
            "复制、转码时坏掉的字谁也读不懂，印出去就是事故。",
            "Nobody can read words that broke when they were copied or converted.",
        ),
        SYSTEM,
        "全年锟斤拷成档案移交两批。",
        "全年完成档案移交两批。",
    ),
)

_FIX = Both("对照原件改正。", "Correct it from the original.")
_ALIKE_FIX = Both("换成通常的字。", "Put in the ordinary characters.")
_PRIVATE_FIX = Both("删去，或换成通常的符号。", "Delete them, or put in ordinary signs.")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    raw = manuscript.raw
    alike: list[Place] = []
    private: list[Place] = []
    broken: defaultdict[tuple[int, bool], list[Garbled]] = defaultdict(list)
    for place in garbled(raw):
        if place.meant:
            alike.append(((place.start, place.end), (place.start, place.end, place.meant)))
        elif category(raw[place.start]) == "Co":
            private.append(((place.start, place.end), None))
        else:
            broken[manuscript.index(place.start), place.certain].append(place)
    for (_, certain), places in broken.items():
        yield _broken(raw, places, certain)
    yield from together("garbled", alike, lambda number: _alike(raw, alike[0], number), _ALIKE_FIX)
    yield from together("garbled", private, _private, _PRIVATE_FIX)


def _broken(raw: str, places: list[Garbled], certain: bool) -> Finding:
    """One finding for what is garbled in a paragraph."""
    start, end = min(places)[:2]
    more = counted(len(places))
    words = quoted(raw[start:end])
    if certain:
        message = Both(f"“{words}”{more.zh}是乱码。", f"“{words}”{more.en} is garbled.")
    else:
        message = Both(f"“{words}”{more.zh}看上去是乱码。", f"“{words}”{more.en} looks garbled.")
    return Finding("garbled", start, end, message, _FIX, severity="error" if certain else "warning")


def _alike(raw: str, place: Place, number: int) -> Both:
    start, end = place[0]
    more = counted(number)
    return Both(
        f"“{raw[start:end]}”{more.zh}看着像常用字，其实是部首或兼容字，查找不到，别的机器上可能显示不出。",
        f"“{raw[start:end]}”{more.en} looks like a common character but is another: it cannot be searched for.",
    )


def _private(number: int) -> Both:
    return Both(
        f"有 {number} 处专用区的符号，换一台机器就显示成方框。",
        f"{number} signs are of a private font: other machines show boxes.",
    )
