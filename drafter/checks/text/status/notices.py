"""A notice that issues a report calls it by its name."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.model.words import Both

RULES = (
    Rule(
        "title-differs",
        "warning",
        Both("通知和附件标题不一致", "Title of the notice differs"),
        Both("印发通知里的名称应与所印发的总结标题一字不差。", "A notice names what it issues word for word."),
        GENRE,
        "# 关于印发《临江市2024年档案工作总结》的通知⏎⏎各科室：⏎⏎《临江市2024年档案工作总结》已经局党组同意，现印发给你们，请认真贯彻落实。⏎⏎临江市档案局⏎2025年1月8日⏎⏎临江市2024年档案管理工作总结⏎⏎2024年，全局接收档案3126卷。⏎⏎一、主要工作⏎接收档案。",
        "# 关于印发《临江市2024年档案工作总结》的通知⏎⏎各科室：⏎⏎《临江市2024年档案工作总结》已经局党组同意，现印发给你们，请认真贯彻落实。⏎⏎临江市档案局⏎2025年1月8日⏎⏎临江市2024年档案工作总结⏎⏎2024年，全局接收档案3126卷。⏎⏎一、主要工作⏎接收档案。",
    ),
)
_SUMMARY = "总结|打算|计划|报告|要点|情况|小结|汇报|回顾|安排|思路"
_NAMED = re.compile(
    f"《([^《》\n]*(?:{_SUMMARY})[^《》\n]*)》|(?:印发|转发|报送|上报|现将)([^《》“”，。\n]{{4,60}}(?:{_SUMMARY}))(?=的(?:通知|报告|函)|印发|转发|报[送上])"
)
#: What a notice rests on, or asks to be read along, is not what it issues: 根据《关于……的通知》要求.
_ASIDE = re.compile("(?:根据|按照?|依据|依照|遵照|对照|参照|结合|落实|贯彻|围绕|执行)[^，。；《》\n]{0,24}$")
_SPACES = re.compile(r"[\s（）]+")
_Name = tuple[int, int, str]


def check(manuscript: Manuscript) -> Iterator[Finding]:
    title = next(((start, each) for start, each in manuscript.of_role("title")), None)
    known = (title[0], title[0] + len(title[1].text), _bare(title[1].text)) if title else None
    told: set[str] = set()
    for start, each in manuscript.of_role("cover"):
        names = list(_issued(manuscript, start, start + len(each.text))) if each.kind in ("title", "text") else []
        if not names:
            continue
        first = names[0]
        if known is None:
            known = first
        elif first[2] not in told and not any(_agree(known[2], name) for *_, name in names):
            told.add(first[2])
            called, issued = (manuscript.words(*place[:2]) for place in (first, known))
            yield Finding(
                "title-differs",
                *first[:2],
                Both(
                    f"通知里叫“{called}”，总结的标题是“{issued}”。", f"The notice calls it “{called}”, its title is “{issued}”."
                ),
                Both("改成一致。", "Make them agree."),
                other=known[:2],
            )


def _issued(manuscript: Manuscript, start: int, end: int) -> Iterator[_Name]:
    """The names of what a line of a notice issues, with where they stand."""
    for found in _NAMED.finditer(manuscript.text, start, end):
        if not _ASIDE.search(manuscript.text, start, found.start()):
            group = 1 if found[1] else 2
            yield *found.span(group), _bare(found[group])


def _agree(title: str, name: str) -> bool:
    """One of them may leave out whose it is."""
    return title.endswith(name) or name.endswith(title)


def _bare(title: str) -> str:
    return _SPACES.sub("", title)
