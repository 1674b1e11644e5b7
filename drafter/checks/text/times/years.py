"""Years and halves of another period in a foreign document. In a report made of facts a rule over facts looks, which also knows
what it was begun from.
"""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.times.another import Said, left, likely, mending, message, others
from drafter.model.ordinals import read_ordinal
from drafter.model.period import Period
from drafter.model.words import Both

RULES = (
    Rule(
        "time-of-another-period",
        "warning",
        Both("年份、期间像是前一期的", "Time of another period"),
        Both(
            "套用上一期的稿子，最容易留下上一期的年份和“上半年”。",
            "Years and halves of the report before are what is most often left in one begun from it.",
        ),
        GENRE,
        "# 临江市民政局2024年工作总结⏎一、2023年工作完成情况⏎走访困难家庭83户。",
        "# 临江市民政局2024年工作总结⏎一、2024年工作完成情况⏎走访困难家庭83户。",
    ),
)
#: A report to a congress is named by the year it is given in, which is not that it tells of.
_GIVEN = re.compile("政府工作报告|代表大会|全体会议|全委会")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    period = manuscript.period
    if not manuscript.foreign or period is None or _GIVEN.search(manuscript.text, 0, _FRONT):
        return
    past, named = others(period, (period.previous, Period(period.year - 1))), _hint(period)
    hinted = {manuscript.index(found.start()) for found in named.finditer(manuscript.text)}
    for index in sorted(hinted):
        start, paragraph = manuscript.starts[index], manuscript.paragraphs[index]
        begin = start + _words(paragraph)
        text = manuscript.text[begin : start + len(paragraph.text)]
        said = Said(text, paragraph.part, paragraph.role == "title" or (paragraph.role == "heading" and paragraph.level == 1))
        found = left(said, past, period) if _suspect(said, past, period) else None
        if found:
            place = begin + found.start
            yield Finding("time-of-another-period", place, place + len(found.old), message(found, period), mending(found))
        elif paragraph.role == "heading" and (done := _DONE.search(text)) and done[1] == str(period.year + 1):
            yield _ahead(begin + done.start(), period)


def _hint(period: Period) -> re.Pattern[str]:
    """What a paragraph has that names a time at all."""
    years = "|".join(str(year) for year in (period.year - 1, period.year, period.year + 1))
    return re.compile(f"[上下]半年|全年|季度|个月|[0-9一二]月|(?:{years})年")


def _suspect(said: Said, past: tuple[Period, ...], period: Period) -> bool:
    promise = said.part == "打算" and said.text.startswith(f"{period.year}年")
    return said.heading or promise or likely(past, period).search(said.text) is not None


def _ahead(start: int, period: Period) -> Finding:
    """A heading over what was done names the year after that of the title, which then was left from the report before."""
    year = f"{period.year + 1}年"
    return Finding(
        "time-of-another-period",
        start,
        start + len(year),
        Both(
            f"“{year}”：讲成绩的标题写的是{year}，全文却是{period.words}的报告。",
            f"“{year}”: this heading over what was done is of another year than the report, which is of {period}.",
        ),
        Both("核对总标题和这里的年份，改成一致。", "Make the year of the title and this one agree."),
    )


#: A heading over what was done in a year.
_DONE = re.compile("([0-9]{4})年[^打计安思目]{0,10}(?:情况|回顾|成效|成绩|总结|亮点)")
#: Where the title stands.
_FRONT = 200


def _words(paragraph: Paragraph) -> int:
    """Where its words begin, after the ordinal."""
    ordinal = read_ordinal(paragraph.text)
    return len(paragraph.text) - len(ordinal.rest) if ordinal else 0
