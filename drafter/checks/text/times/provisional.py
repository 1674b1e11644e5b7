"""Numbers that wait for the final ones: 预计 in what was achieved, and 1—9月 in the report on a whole year."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.quantities import within
from drafter.model.period import Period
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "provisional-left",
        "warning",
        Both("成绩里还是预计数", "Expected numbers left"),
        Both(
            "年度总结讲的是已经完成的事，预计数要等正式数出来后换掉。",
            "A report on the year tells of what was done, so expected numbers are to give way to the actual ones.",
        ),
        GENRE,
        "# 临江市交通运输局2024年工作总结⏎一、主要成绩⏎预计全年完成公路投资12.6亿元。",
        "# 临江市交通运输局2024年工作总结⏎一、主要成绩⏎全年完成公路投资12.4亿元。",
    ),
    Rule(
        "part-year",
        "info",
        Both("年度总结用了半截数", "Numbers of part of the year"),
        Both(
            "年度总结里的 1—9月、前三季度数，全年数出来后应当更新。",
            "Numbers of nine months are to be replaced once those of the year are known.",
        ),
        GENRE,
        "# 临江市教育局2024年工作总结⏎一、主要成绩⏎1—11月，资助学生3126人次。",
        "# 临江市教育局2024年工作总结⏎一、主要成绩⏎全年资助学生3300人次。",
    ),
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    period = manuscript.period
    expected = [span for span in _spans(manuscript, _EXPECTED, _NEAR) if _is_of_the_period(manuscript, span, period)]
    yield from _told("provisional-left", manuscript, expected, _LEFT, _ACTUAL, _gravity(manuscript))
    if period is not None and not period.part:
        parts = [span for span in _spans(manuscript, _PART, _FAR) if not _whole_year(manuscript, span)]
        yield from _told("part-year", manuscript, parts, _HALFWAY, _YEARLY)


#: What is expected of things to come is no number of the period.
_EXPECTED = re.compile("预计|预估|估算|估计")
_COMING = re.compile(
    "20[0-9]{2}年|明年|来年|下一?年|下半年|今后|未来|后|总投资|^投资|年产|年均|每年|年可|可|将|能|带动|拉动|惠及|节约|吸引|建成|投产|完工|竣工|用地|工期"
)
_BEFORE = re.compile(
    "(?:建成|投产|达产|投用|投运|投入使用|运营|完工|竣工|实施|建设|落地|落户)[^。，]{0,4}[，]?(?:后[，]?)?[^。，]{0,4}$|(?:投资|造价|成本)$|后，[^，]{0,6}$"
)
_PART = re.compile(
    "[1一]月?份?[—–－~～至到-]{1,2}(?:[789]|1[01]|[七八九]|十一?)月|前三季度|(?<!提)前(?:[789]|1[01]|[七八九]|十一?)个月"
    "|截[至止](?:20[0-9]{2}年)?(?:[789]|1[01])月"
)
_WHOLE = re.compile("全年|年底|年末|12月")
_SUMMARY = re.compile("总结|小结")
#: So far behind the word its number stands.
_NEAR, _FAR = 24, 40
_LEFT = Both("还是预计数", "is an expected number")
_HALFWAY = Both("不是全年的数", "is no number of the whole year")
_ACTUAL = Both("换成实际完成数，去掉“预计”。", "Put in the actual number, and delete the word.")
_YEARLY = Both("有了全年数就换上；没有就注明口径。", "Put in the number of the year where there is one; else say why not.")
Span = tuple[int, int]


def _spans(manuscript: Manuscript, words: re.Pattern[str], far: int) -> Iterator[Span]:
    """Where such words stand in what was done, with a number after them in their sentence."""
    for found in words.finditer(manuscript.text):
        end = min(manuscript.sentence(found.start())[1], found.end() + far)
        if manuscript.at(found.start()).part in ("", "成绩") and any(each.unit for each in within(manuscript, found.end(), end)):
            yield found.span()


def _is_of_the_period(manuscript: Manuscript, span: Span, period: Period | None) -> bool:
    start, end = span
    text, sentence = manuscript.text, manuscript.sentence(start)
    after = text[end : within(manuscript, end, sentence[1])[0].start]
    if period is not None:
        if period.part and re.search("全年|年底|年内|年末", after):
            return False
        after = after.replace(f"{period.year}年", "")
    return not _COMING.search(after) and not _BEFORE.search(text[sentence[0] : start])


def _whole_year(manuscript: Manuscript, span: Span) -> bool:
    start, end = manuscript.sentence(span[0])
    return _WHOLE.search(manuscript.text, start, end) is not None


def _gravity(manuscript: Manuscript) -> Severity:
    """A report that is given before the year is out, as to a congress, cannot but expect. In one made of facts the figures say
    which are expected, and why.
    """
    title = next((each.text for _, each in manuscript.of_role("title")), "")
    yearly = manuscript.period is not None and not manuscript.period.part
    return "warning" if manuscript.foreign and yearly and _SUMMARY.search(title) else "info"


def _told(
    code: str, manuscript: Manuscript, spans: list[Span], what: Both, fix: Both, severity: Severity | None = None
) -> Iterator[Finding]:
    if spans:
        start, end = spans[0]
        more = counted(len(spans))
        said = manuscript.text[start : min(manuscript.sentence(start)[1], end + _NEAR)]
        yield Finding(
            code, start, end, Both(f"“{said}”{more.zh}{what.zh}。", f"“{said}”{more.en} {what.en}."), fix, severity=severity
        )
