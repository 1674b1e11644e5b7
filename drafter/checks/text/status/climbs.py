"""A thing that is applied for in one place and granted in another: 申报 < 推荐 < 公示 < 获批 is a ladder."""

from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.model.words import Both

RULES = (
    Rule(
        "status-climbs",
        "info",
        Both("申报和获批并见", "Applied for and granted"),
        Both(
            "同一件事一处说申报、公示，一处说获批、入选，要核对到底到了哪一步。",
            "Where one thing is applied for in one place and granted in another, see how far it has come.",
        ),
        GENRE,
        "积极申报“全国示范性老年友好社区”。⏎成功获批“全国示范性老年友好社区”。",
        "成功获批“全国示范性老年友好社区”。⏎巩固“全国示范性老年友好社区”成果。",
    ),
)
_LOW = "拟申报|申报|推荐|公示|争创|申请|报送"
_HIGH = "获批|获评|入选|通过|荣获|获得|获授|认定为|评为|授予|命名为|列入"
_NAME = "[\u4e00-\u9fffA-Za-z（）·]"
#: The verb and the name after it, in marks or up to a stop; or a name in marks and the verb after it.
_AFTER = Led(
    "拟申推公争报获入通荣认评授命列“《",
    f"({_LOW}|{_HIGH})[了为]?(?:[“《]([^“”《》\n]{{6,40}})[”》]|({_NAME}{{6,24}})(?=[，。；、\n]|$))"
    f"|[“《]([^“”《》\n]{{6,40}})[”》](?:项目|工程|课题|案例)?(?:已|已经|正|正在|成功|顺利|被|经|参加|完成)*({_LOW}|{_HIGH})",
)
_LOWER = frozenset(_LOW.split("|"))


class _Step(NamedTuple):
    start: int
    end: int
    verb: str
    part: str


def check(manuscript: Manuscript) -> Iterator[Finding]:
    steps: dict[str, list[_Step]] = {}
    for found in _AFTER.finditer(manuscript.text):
        group = next(number for number in (2, 3, 4) if found[number])
        step = _Step(*found.span(group), found[1] or found[5], manuscript.at(found.start()).part)
        steps.setdefault(found[group], []).append(step)
    for name, told in steps.items():
        done = [step for step in told if step.part in ("", "成绩")]
        lows, highs = ([step for step in done if (step.verb in _LOWER) is low] for low in (True, False))
        pair = next(((low, high) for low in lows for high in highs if _apart(manuscript, low, high)), None)
        if pair:
            first, again = sorted(pair)
            yield Finding(
                "status-climbs",
                again.start,
                again.end,
                Both(
                    f"“{quoted(name)}”前面说“{first.verb}”，这里说“{again.verb}”。",
                    f"“{quoted(name)}” is “{first.verb}” before and “{again.verb}” here.",
                ),
                Both("核对到了哪一步；都属实就不用改。", "See how far it has come; leave it if both are true."),
                other=(first.start, first.end),
            )


def _apart(manuscript: Manuscript, low: _Step, high: _Step) -> bool:
    return manuscript.sentence(low.start) != manuscript.sentence(high.start)
