"""What a foreign report says of itself: unit, period, number, date. Proposed to the clerk, with a word on each guess."""

import re
from dataclasses import dataclass, field

from drafter.importers.outline.chrome import LABEL
from drafter.importers.outline.covers import find_date
from drafter.importers.source import Source
from drafter.importers.unit import find_unit
from drafter.model.ordinals import even
from drafter.model.outline import Outline
from drafter.model.period import Period
from drafter.model.problem import Place, Problem
from drafter.model.words import Both

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=[ \u3000]*(?:年|[-—–－至～~/]|度))")
_CHINESE_YEAR = re.compile(r"([一二][〇○零九八七六五四三二一]{3})年")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PLAN_HALF = re.compile(r"(?:暨|及|和|与|、|以及|\s)(?=[^暨及和与、]{0,20}(?:打算|计划|安排|思路|要点|展望|设想|谋划|举措|意见))")
_PLAN_ONLY = re.compile(r"打算|计划|要点|安排|思路|规划|设想")
_SUMMARY = re.compile(r"总结|情况|汇报|报告|小结|回顾|述职")
_MONTHS = re.compile(r"(?:1|一|元)月?(?:份)?[ \u3000]*[-—–－至到～~]+[ \u3000]*(\d{1,2}|[一二三四五六七八九十]{1,2})月")
_DAY = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_TERM = re.compile(r"((?:19|20)\d\d)(?:年?[-—–－至~～]+\d{2,4})?学年(?:度)?第?([一二上下])学期")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_ORDER = "一二三四五六七八九十"
_NUMBER_LABELS = ("发文字号", "文号")
_DATE_LABELS = ("成文日期", "发文日期", "生成日期", "成文时间", "发文时间")
_PUBLISHED_LABELS = ("发布日期", "发布时间", "公开日期", "公开时间", "日期", "时间", "更新时间", "上传时间")


@dataclass(slots=True)
class Proposal:
    """Proposed values; ``""`` or None where the document says nothing. ``problems`` tell which ones are guesses."""

    unit: str = ""
    period: Period | None = None
    title: str = ""
    number: str = ""
    date: str = ""
    addressees: str = ""
    signature: str = ""
    problems: list[Problem] = field(default_factory=list)


def propose(source: Source, outline: Outline) -> Proposal:
    """Proposals from the cover, the title, the metadata that was left out, the headings and the lead, in this order."""
    metadata = _metadata(source, outline)
    proposal = Proposal(
        title=_title(source, outline),
        number=_cover(outline, "number") or _labelled(metadata, _NUMBER_LABELS),
        date=_written_date(outline, metadata),
        addressees=_cover(outline, "addressees"),
        signature=_cover(outline, "signature"),
    )
    place = Place(source.name)
    proposal.unit = find_unit(proposal.signature, proposal.title, metadata, _opening(outline))
    if not proposal.unit:
        proposal.problems.append(_unknown("unit", "单位", place))
    _propose_period(proposal, outline, metadata, place)
    return proposal


def _title(source: Source, outline: Outline) -> str:
    found = next((row.text for row in outline.rows if row.role == "title"), "")
    return found or source.properties.get("title", "")


def _cover(outline: Outline, kind: str) -> str:
    return next((row.text for row in outline.rows if row.role == "cover" and row.kind == kind), "")


def _opening(outline: Outline) -> str:
    """The first running text."""
    return next((row.text for row in outline.rows if row.role in ("lead", "para")), "")


def _metadata(source: Source, outline: Outline) -> dict[str, str]:
    """Label → value, of all lines that were left out as metadata, and of the document's own properties."""
    found: dict[str, str] = {}
    for left in outline.left_out:
        labels = list(LABEL.finditer(left.text))
        if not labels and len(left.text) < 60 and find_date(left.text):
            found.setdefault("发布日期", left.text)
        for index, label in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else len(left.text)
            value = left.text[label.end() : end].strip().strip("[]【】").strip()
            name = "".join(label[1].split())
            if value:
                found.setdefault(name, value)
    for name, value in source.properties.items():
        found.setdefault(name, value)
    return found


def _labelled(metadata: dict[str, str], labels: tuple[str, ...]) -> str:
    return next((metadata[label] for label in labels if metadata.get(label)), "")


def _written_date(outline: Outline, metadata: dict[str, str]) -> str:
    """The date of writing; a date of publication is another one."""
    text = _cover(outline, "date") or _labelled(metadata, _DATE_LABELS)
    found = find_date(text)
    if found is None:
        return ""
    year, month, day = found
    return f"{year}年{month}月{day}日" if day else f"{year}年{month}月"


@dataclass(frozen=True, slots=True)
class _Said:
    """What one text says of the period; None and ``""`` where it says nothing."""

    year: int | None
    part: str


def _read(text: str) -> _Said:
    """A day is when something was said, not what it is about; a term lies in one half of a calendar year."""
    text = _DAY.sub("", even("".join(text.split())))
    term = _TERM.search(text)
    if term:
        return _Said(int(term[1]), "H2") if term[2] in "一上" else _Said(int(term[1]) + 1, "H1")
    found = _YEAR.search(text)
    chinese = _CHINESE_YEAR.search(text)
    year = int(found[1]) if found else int(chinese[1].translate(_DIGITS)) if chinese else None
    return _Said(year if year is not None and 1980 <= year <= 2100 else None, _part(text))


def _part(text: str) -> str:
    months = _MONTHS.search(text)
    if months:
        last = int(months[1]) if months[1].isdecimal() else (_ORDER.find(months[1]) + 1 or 10 + _ORDER.find(months[1][-1]) + 1)
        return "H1" if last == 6 else "" if last == 12 or not 0 < last < 12 else f"M{last:02}"
    if "前三季度" in text:
        return "M09"
    quarter = _QUARTER.search(text)
    if quarter:
        return f"Q{quarter[1] if quarter[1].isdecimal() else _ORDER.find(quarter[1]) + 1}"
    if re.search(r"上半年|(?<!下)半年", text):
        return "H1"
    return "H2" if "下半年" in text else ""


def _propose_period(proposal: Proposal, outline: Outline, metadata: dict[str, str], place: Place) -> None:
    """The period: its part from the title, its year from the first text that names one."""
    title = proposal.title
    own_words, plan_words = _halves(title)
    own = _read(own_words)
    inside = _inside(outline)
    part = own.part or ("" if own.year or title else inside.part)
    planned = _read(plan_words).year
    if own.year is not None:
        proposal.period = Period(own.year, part)
        _compare(proposal, inside, place)
        return
    if inside.year is not None:
        proposal.period = Period(inside.year, part)
        contradicts = planned is not None and planned == inside.year and not part
        proposal.problems.append(
            _contradiction(proposal.period, place) if contradicts else _guess(proposal.period, "正文", "the text", place)
        )
        return
    if planned is not None:
        proposal.period = Period(planned if part else planned - 1, part)
        proposal.problems.append(_guess(proposal.period, "标题里打算的年份", "the year of the plans in the title", place))
        return
    _from_date(proposal, part, metadata, place)


def _halves(title: str) -> tuple[str, str]:
    """The words of the summary and those of the plan; a mere plan counts as its own summary."""
    if _PLAN_ONLY.search(title) and not _SUMMARY.search(title):
        return title, ""
    split = _PLAN_HALF.search(title)
    return (title[: split.start()], title[split.end() :]) if split else (title, "")


def _inside(outline: Outline) -> _Said:
    """What the first heading of the achievements says, else the beginning of the lead."""
    headings = [row.text for row in outline.rows if row.level == 1 and row.part == "achievements"][:2]
    leads = [row.text[:60] for row in outline.rows if row.role == "lead"][:2]
    said = [_read(text) for text in headings + leads]
    year = next((one.year for one in said if one.year is not None), None)
    return _Said(year, next((one.part for one in said if one.part), ""))


def _compare(proposal: Proposal, inside: _Said, place: Place) -> None:
    period = proposal.period
    if period is not None and inside.year is not None and inside.year != period.year and inside.year != period.year + 1:
        proposal.problems.append(
            Problem(
                "period-differs",
                Both(
                    f"标题是 {period.year} 年，正文写的是 {inside.year} 年",
                    f"The title says {period.year}, the text {inside.year}",
                ),
                Both("请核对期间", "Check the period"),
                "warning",
                place,
            )
        )


def _from_date(proposal: Proposal, part: str, metadata: dict[str, str], place: Place) -> None:
    """A report written in the first months of a year is about the year before."""
    found = (
        find_date(proposal.date)
        or find_date(proposal.title)
        or find_date(_labelled(metadata, _PUBLISHED_LABELS))
        or _any_date(metadata)
    )
    if found is None:
        proposal.problems.append(_unknown("period", "期间", place))
        return
    year, month, _ = found
    ends = {"": 12, "H1": 6, "H2": 12}.get(part) or (int(part[1:]) * 3 if part[0] == "Q" else int(part[1:]))
    # Summaries are written from a month before their period ends: in June for the half year, in November for the year.
    proposal.period = Period(year if month >= ends - 1 else year - 1, part)
    proposal.problems.append(_guess(proposal.period, f"日期 {year}-{month:02}", f"the date {year}-{month:02}", place))


def _any_date(metadata: dict[str, str]) -> tuple[int, int, int | None] | None:
    return next((date for value in metadata.values() if len(value) < 40 and (date := find_date(value))), None)


def _guess(period: Period, zh: str, en: str, place: Place) -> Problem:
    message = Both(
        f"标题没有写明期间，按{zh}推定为 {period}", f"The title does not name the period; {period} was inferred from {en}"
    )
    return Problem("period-guessed", message, Both("不对时请用 --period 指定", "Give --period if it is wrong"), "info", place)


def _contradiction(period: Period, place: Place) -> Problem:
    message = Both(
        f"标题和正文的年份对不上：总结和打算都写 {period.year} 年，暂按 {period} 处理",
        f"Summary and plan both say {period.year}; {period} is proposed",
    )
    return Problem(
        "period-differs", message, Both("请核对年份，用 --period 指定期间", "Check the year and give --period"), "warning", place
    )


def _unknown(code: str, word: str, place: Place) -> Problem:
    message = Both(f"文中看不出{word}", f"The document does not name the {code}")
    return Problem(f"{code}-unknown", message, Both(f"请填写{word}", f"Fill in {word}"), "info", place)
