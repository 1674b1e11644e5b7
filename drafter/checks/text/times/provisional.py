"""Numbers that wait for the final ones: 预计 in what was achieved, and 1—9月 in the report on a whole year."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
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
    expected = {span for span in _spans(manuscript, _EXPECTED, _NEAR) if _is_of_the_period(manuscript, span, period)}
    expected.update(found.span(1) for found in _NOTED.finditer(manuscript.text) if _done(manuscript, found.start()))
    yield from _told("provisional-left", manuscript, sorted(expected), _LEFT, _ACTUAL, _gravity(manuscript))
    if period is not None and not period.part:
        parts = [span for span in _spans(manuscript, _PART, _FAR) if not _whole_year(manuscript, span)]
        yield from _told("part-year", manuscript, parts, _HALFWAY, _YEARLY)


#: What is expected of things to come is no number of the period.
_EXPECTED = Led(
    "预估有可初测推",
    "预计|预估|预期(?=[将可能]|全年|年底|年末|完成|达到?)|估算|估计|[有可]望|初步(?:统计|核算|测算|预测)|(?:测算|推算|预测)(?=，?[^，。]{0,4}(?:全年|年底|年末))",
)
_COMING = re.compile(
    "20[0-9]{2}年|明年|来年|下一?年|下半年|今后|未来|后|总投资|^投资|年产|年均|每年|年可|带动|拉动|惠及|节约|吸引|建成|投产|完工|竣工|用地|工期|^(?:和|、|与|编制)"
)
#: What comes of it, 可服务3万人, unless it is reached, 可达860万页, or within the year.
_EFFECT = re.compile("[可将能](?!达|完成|实现|突破|超|增|降|接近|审结|办结|结案)")
_WITHIN = re.compile("全年|年底|年末|年内")
_BEFORE = re.compile(
    "(?:建成|投产|达产|投用|投运|投入使用|运营|完工|竣工|实施|建设|落地|落户)[^。，]{0,4}[，]?(?:后[，]?)?[^。，]{0,4}$|(?:[总划目程]投资|造价|成本|损失)$|^投资$|[，。；]投资$|后，[^，]{0,6}$"
    "|(?:明年|来年|下一?年)[^，。]{0,8}$"
)
#: What was expected is a measure of what came: 超出年初预计数.
_MEASURED = re.compile(
    "(?:(?:年初|原先?|此前|当初|[超高低好快多少长短][过出于])[^，。；0-9]{0,2}|(?<![占之])比|较|不及|达到|符合)$"
)
#: Behind its number: 3260万吨（预计数）.
_NOTED = re.compile("（((?:预计|预估|估算|暂估|快报)数?)）")
_PART = Led(
    "1一前截至到",
    "[1一]月?(?:份|1日)?[—–－~～至到-]{1,2}(?:[789]|1[01]|[七八九]|十一?)月(?:[0-9]{1,2}日)?|(?:前|[1一][—–－~～至到-]{1,2})[3三]个?季度"
    "|(?<!提)前(?:[789]|1[01]|[七八九]|十一?)个月"
    "|(?:截[至止]到?|(?<![^，。；\n])[至到])(?:今年|20[0-9]{2}年)?(?:第?[三3]季度末?|(?:[3-9]|1[01]|[三四五六七八九]|十一?)月(?:[0-9]{1,2}日|[上中下]旬|[底末初])?)",
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


def _spans(manuscript: Manuscript, words: Led, far: int) -> Iterator[Span]:
    """Where such words stand in what was done, with a number after them in their sentence."""
    for found in words.finditer(manuscript.text):
        end = min(manuscript.sentence(found.start())[1], found.end() + far)
        if _done(manuscript, found.start()) and any(each.unit for each in within(manuscript, found.end(), end)):
            yield found.span()


def _done(manuscript: Manuscript, place: int) -> bool:
    """Whether that part of the text tells of what was done."""
    return manuscript.at(place).part in ("", "成绩")


def _is_of_the_period(manuscript: Manuscript, span: Span, period: Period | None) -> bool:
    start, end = span
    text, sentence = manuscript.text, manuscript.sentence(start)
    after = text[end : within(manuscript, end, sentence[1])[0].start]
    if period is not None:
        if period.part and re.search("全年|年底|年内|年末", after):
            return False
        after = after.replace(f"{period.year}年", "")
    before = text[sentence[0] : start]
    if _COMING.search(after) or _BEFORE.search(before) or _MEASURED.search(before):
        return False
    return _EFFECT.search(after) is None or _WITHIN.search(before + after) is not None


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
