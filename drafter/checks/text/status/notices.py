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
_SUMMARY = "总结|打算|计划|报告|要点|情况|小结"
_NAMED = re.compile(
    f"《([^《》\n]*(?:{_SUMMARY})[^《》\n]*)》|(?:印发|转发|报送)([^《》“”，。\n]{{4,60}}(?:{_SUMMARY}))的(?:通知|报告|函)"
)
_SPACES = re.compile(r"[\s（）]+")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    title = next(((start, each) for start, each in manuscript.of_role("title")), None)
    known = (title[0], title[0] + len(title[1].text), _bare(title[1].text)) if title else None
    told: set[str] = set()
    for start, each in manuscript.of_role("cover"):
        found = _NAMED.search(manuscript.text, start, start + len(each.text)) if each.kind in ("title", "text") else None
        if found is None:
            continue
        group = 1 if found[1] else 2
        name = _bare(found[group])
        if known is None:
            known = (*found.span(group), name)
        elif name not in told and not (known[2].endswith(name) or name.endswith(known[2])):
            told.add(name)
            yield Finding(
                "title-differs",
                *found.span(group),
                Both(
                    f"通知里叫“{found[group]}”，总结的标题是“{manuscript.words(*known[:2])}”。",
                    f"The notice calls it “{found[group]}”, its title is “{manuscript.words(*known[:2])}”.",
                ),
                Both("改成一致。", "Make them agree."),
                other=known[:2],
            )


def _bare(title: str) -> str:
    return _SPACES.sub("", title)
