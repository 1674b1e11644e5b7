"""The template's variables for what stands around an issued report: 红头, 盖章, 版记 (GB/T 9704-2012, 7.2 and 7.4)."""

from typing import Any

from drafter.model.cover import Head, Imprint
from drafter.model.dates import printed_date
from drafter.model.report import Report
from drafter.render.joint import issuers


def cover(report: Report) -> dict[str, Any]:
    return {
        "红头": _head(report.head) if report.head else None,
        "盖章": report.sealed,
        "版记": _imprint(report.imprint) if report.imprint else None,
    }


def bracketed(note: str) -> str:
    """附注 stands in brackets (7.3.6)."""
    return f"（{note}）" if note and not note.startswith("（") else note


def _head(head: Head) -> dict[str, Any]:
    """标注: what stands flush left above the mark, from top to bottom (7.2.1 to 7.2.3)."""
    return {
        "标注": [text for text in (head.copy, head.secrecy, head.urgency) if text],
        "机关标志": issuers(head.mark),
        "签发人": "　".join(head.signer.split()),
    }


def _imprint(imprint: Imprint) -> dict[str, Any]:
    """抄送 ends with a stop; 印发机关 and the date, with 印发 behind it, share a line (7.4.2, 7.4.3)."""
    copies = imprint.copies.rstrip("。，；")
    date = printed_date(imprint.date)
    return {
        "抄送": f"抄送：{copies}。" if copies else "",
        "印发": f"{imprint.office}\t{date}印发" if date else imprint.office,
    }
