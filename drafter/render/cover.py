"""The template's variables for what stands around an issued report: 红头, 盖章, 附件说明, 附件, 版记 (GB/T 9704-2012, 7.2 to 7.4)."""

from collections.abc import Callable
from typing import Any

from drafter.model.cover import Annex, Head, Imprint
from drafter.model.dates import printed_date
from drafter.model.fact import paragraphs
from drafter.model.report import Report

#: (the field of the report that a text belongs to, the text) → as it prints.
Shown = Callable[[str, str], str]


def cover(report: Report, shown: Shown) -> dict[str, Any]:
    titles = [shown("附件", annex.title) for annex in report.annexes]
    return {
        "红头": _head(report.head) if report.head else None,
        "盖章": report.sealed,
        "附件说明": _named(titles),
        "附件": [_annex(annex, place, titles, shown) for place, annex in enumerate(report.annexes)],
        "版记": _imprint(report.imprint) if report.imprint else None,
    }


def bracketed(note: str) -> str:
    """附注 stands in brackets (7.3.6)."""
    return f"（{note}）" if note and not note.startswith("（") else note


def _head(head: Head) -> dict[str, Any]:
    """标注: what stands flush left above the mark, from top to bottom (7.2.1 to 7.2.3)."""
    return {
        "标注": [text for text in (head.copy, head.secrecy, head.urgency) if text],
        "机关标志": head.mark,
        "签发人": "　".join(head.signer.split()),
    }


def _named(titles: list[str]) -> list[str]:
    """附件：甲, or 附件：1.甲 and 2.乙, without a stop (7.3.4)."""
    if len(titles) == 1:
        return ["附件：" + titles[0]]
    return [("" if place > 1 else "附件：") + f"{place}." + title for place, title in enumerate(titles, 1)]


def _annex(annex: Annex, place: int, titles: list[str], shown: Shown) -> dict[str, Any]:
    return {
        "序": f"附件{place + 1}" if len(titles) > 1 else "附件",
        "标题": titles[place],
        "正文": [shown("附件", text) for text in paragraphs(annex.text)],
    }


def _imprint(imprint: Imprint) -> dict[str, Any]:
    """抄送 ends with a stop; 印发机关 and the date, with 印发 behind it, share a line (7.4.2, 7.4.3)."""
    copies = imprint.copies.rstrip("。，；")
    date = printed_date(imprint.date)
    return {
        "抄送": f"抄送：{copies}。" if copies else "",
        "印发": f"{imprint.office}\t{date}印发" if date else imprint.office,
    }
