"""版记, at the foot of the last page: 抄送, 印发机关 and 印发日期 (GB/T 9704-2012, 7.4), and what older documents have there."""

import re
from typing import NamedTuple

from drafter.importers.outline.chrome import is_chrome
from drafter.importers.outline.covers import is_body_name
from drafter.importers.outline.paragraph import Physical
from drafter.importers.outline.signs import ends_sentence, length
from drafter.model.ordinals import even
from drafter.model.outline import LeftOut, Row

#: 某办公室　2025年1月9日印发; in a table the two may stand in cells, so on lines of their own.
PRINTED = re.compile(
    r"(?:印发(?:机关|单位)[:：])?[ \u3000]*(?P<office>[^，。；：:\d]{2,40}?)?[ \u3000\t]*(?:印发日期[:：])?[ \u3000]*"
    r"(?P<date>(?:(?:19|20)\d\d|[一二][〇○Ｏ零一二三四五六七八九]{3})年[ \u3000]*[\d元一二三四五六七八九十]{1,3}[ \u3000]*月[ \u3000]*[\d一二三四五六七八九十]{1,3}[ \u3000]*日)[ \u3000]*印[ \u3000]*发?"
)
COPIES = re.compile(r"抄[ \u3000]*送[ \u3000]*[:：]")
#: What 版记 of GB/T 9704-2012 no longer has, or has no place for here.
_OTHER = {
    "主题词": re.compile(r"主[ \u3000]*题[ \u3000]*词[ \u3000]*[:：].{1,120}"),
    "抄报和主送": re.compile(r"(?:抄[ \u3000]*报|主[ \u3000]*送|分[ \u3000]*送|发[ \u3000]*送)[ \u3000]*[:：].{1,300}"),
    "印数": re.compile(r"[（(]?[ \u3000]*共?印[ \u3000]*\d{1,5}[ \u3000]*份[ \u3000]*[)）]?"),
    "经办人": re.compile(r"(?:(?:校对|打字|打印|录入|拟稿|核稿)人?[ \u3000]*[:：][\u4e00-\u9fff \u3000]{0,12})+"),
}
_COUNT_BEHIND = re.compile(r"[ \u3000\t]*[（(]?共?印[ \u3000]*\d{1,5}[ \u3000]*份[)）]?$")
_MOST = 14
_LONGEST = 400


class Imprint(NamedTuple):
    """``lines``: all others, in their order."""

    rows: list[Row]
    left_out: list[LeftOut]
    lines: list[Physical]


def take_imprint(lines: list[Physical]) -> Imprint:
    """The lines at the end that are 版记; nothing where neither 抄送 nor 印发 stands among them."""
    end = len(lines)
    while end and is_chrome(lines[end - 1].text) and _other(lines[end - 1].text) is None:
        end -= 1
    start = _start(lines, end)
    copies: list[str] = []
    printed: list[str] = []
    left_out: list[LeftOut] = []
    for line in lines[start:end]:
        text, reason = line.text, _other(line.text)
        if reason is None and (count := _COUNT_BEHIND.search(text)):
            left_out.append(LeftOut(count[0].strip(), "印数"))
            text = text[: count.start()]
        if reason is not None:
            left_out.append(LeftOut(text, reason))
        elif printed or PRINTED.fullmatch(even(text)) or not (copies or COPIES.match(text)) or ends_sentence("".join(copies)):
            printed.append(text)
        else:
            copies.append(text)
    rows = [Row("cover", 0, "", _run_on(copies), "copies")] if copies else []
    rows += [Row("cover", 0, "", "\t".join(printed), "imprint")] if printed else []
    return Imprint(rows, left_out, lines[:start] + lines[end:])


def _start(lines: list[Physical], end: int) -> int:
    """Where 版记 begins, looking back from ``end``; ``end`` where there is none."""
    found, start, sure = end, end, False
    for index in range(end - 1, max(0, end - _MOST), -1):
        text = lines[index].text
        bare = _COUNT_BEHIND.sub("", text)
        printed = PRINTED.fullmatch(even(bare))
        if COPIES.match(text) or printed or _other(text) is not None:
            sure = sure or bool(COPIES.match(text) or printed)
            start = index
        elif not _goes_on(text):
            break
        elif _office_above(lines, index):
            start = index
        if start == index and sure:
            found = index
    return found


def _office_above(lines: list[Physical], index: int) -> bool:
    """Whether a line is 印发机关 alone, with the date in the cell behind it, or below 抄送."""
    if not is_body_name(lines[index].text):
        return False
    below = PRINTED.fullmatch(even(lines[index + 1].text)) if index + 1 < len(lines) else None
    return bool((below and not below["office"]) or (index and COPIES.match(lines[index - 1].text)))


def _goes_on(text: str) -> bool:
    """Whether a line may be a further one of 抄送, or 印发机关."""
    return length(text) < 60 and (text.count("，") + text.count("、") > 0 or is_body_name(text.rstrip("。，；、")))


def _other(text: str) -> str | None:
    """What 版记 says beside 抄送 and 印发; None for any other line."""
    if length(text) > _LONGEST:
        return None
    return next((reason for reason, pattern in _OTHER.items() if pattern.fullmatch(even(text.strip()))), None)


def _run_on(texts: list[str]) -> str:
    """Lines of 抄送 as one; names that stand one a line are parted."""
    made = texts[0] if texts else ""
    for text in texts[1:]:
        apart = is_body_name(made.rpartition("：")[2]) and is_body_name(text.rstrip("。"))
        made += f" {text}" if apart else text
    return made
