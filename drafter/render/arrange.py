"""The report as its template sees it: plain dictionaries in the words of the form, with levels and lists settled.

Templates get no live objects, only text, numbers, lists and dictionaries.
"""

from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from drafter.model.cover import Notice
from drafter.model.dates import printed_date
from drafter.model.fact import Fact, paragraphs
from drafter.model.figure import Figure
from drafter.model.numbering import NONE, scheme
from drafter.model.printing import Figures, resolved
from drafter.model.report import Report
from drafter.model.style import DEPTH, INLINE, PARTS, RUN_IN, Layout, ListStyle, Style, heading_text
from drafter.model.text import closed
from drafter.render.annexes import annexes, named, of_older_templates
from drafter.render.cover import bracketed, cover
from drafter.render.joint import signatures
from drafter.render.marking import Marks, marked, marked_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.render.exhibits import Beside, Exhibits

Node = dict[str, Any]

_NO_EXHIBITS: list[Node] = []
# 一是, 二要: an ordinal that is part of the sentence, so its item is a point and never a heading.
_POINT_MARKS = ("是", "要")


class _Setting(NamedTuple):
    """What is the same for every fact of the report. ``lists`` keeps the styles settled so far, by part and level;
    ``marks`` are None where nothing is marked.
    """

    style: Style
    figures: Figures
    lists: dict[tuple[str, int], ListStyle]
    marks: Marks | None
    exhibits: "Callable[[], Exhibits]"

    def list_style(self, part: str, level: int, own: ListStyle | None) -> ListStyle:
        settled = self.lists.get((part, level))
        if settled is None:
            settled = self.lists[part, level] = self.style.part(part).list(level)
        return own.over(settled) if own else settled

    def shown(self, text: str, whole: bool) -> str:
        """``text`` as it prints; ``whole``: all of it is marked."""
        if self.marks is None:
            return resolved(text, self.figures)
        return marked_whole(text, self.figures) if whole else marked(text, self.figures, self.marks.figures, self.marks.why)

    def front(self, word: str, text: str) -> str:
        """A text of 标题, 导语, 通知 or 附件."""
        return self.shown(text, self.marks is not None and word in self.marks.front)


def arrange(
    report: Report, layout: Layout, marks: Marks | None = None, beside: "Callable[[], Beside] | None" = None
) -> dict[str, Any]:
    """The template's variables: the report's own words, and 成绩, 问题, 打算 as parts to print. ``marks``: what a draft marks;
    ``beside`` finds what tables and charts take from elsewhere: it is asked only where there are some.
    """

    @cache
    def exhibits() -> "Exhibits":
        from drafter.render.exhibits import Exhibits

        return Exhibits(report, partial(setting.shown, whole=False), beside, marks)

    figures = {figure.id: figure for figure in report.figures}
    setting = _Setting((report.style or Style()).over(layout.style), figures, {}, marks, exhibits)
    signing = setting.style.signing or ("文末" if report.signature else "不印")
    annexed = annexes(report, setting.front, exhibits)
    context: dict[str, Any] = {
        "单位": report.unit,
        "期间": report.period.words if report.period else "",
        "下期": report.period.plan_words if report.period else "",
        "标题": setting.front("标题", report.title),
        "文号": report.number,
        "主送": report.addressees,
        "署名": signatures(paragraphs(report.signature), printed_date(report.date), report.sealed and not report.notice),
        "成文日期": printed_date(report.date),
        "附注": paragraphs(report.note),
        "落款": signing,
        "导语": [setting.front("导语", text) for text in paragraphs(report.lead)],
        "通知": _notice(report.notice, setting, report.sealed),
        **cover(report),
        "附件说明": named([annex["标题"] for annex in annexed]),
        "附件": annexed,
        "附表图": of_older_templates(annexed),
        "顺序": list(setting.style.order or PARTS),
        "指标": {figure.id: _figure(figure) for figure in report.figures},
    }
    for part in PARTS:
        context[part] = _part(part, report, setting)
    return {**context, "报告": context}


def _notice(notice: Notice | None, setting: _Setting, sealed: bool) -> dict[str, Any] | None:
    if notice is None:
        return None
    return {
        "文号": notice.number,
        "标题": setting.front("通知", notice.title),
        "主送": notice.addressees,
        "正文": [setting.front("通知", text) for text in paragraphs(notice.text)],
        "署名": signatures(paragraphs(notice.signature), printed_date(notice.date), sealed),
        "成文日期": printed_date(notice.date),
        "附注": bracketed(notice.note),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "编号": figure.id,
        "名称": figure.name,
        "数值": figure.value or "",
        "单位": figure.unit,
        "上期": figure.last or "",
        "同期": figure.year_before or "",
        "目标": figure.target or "",
        "状态": figure.status,
    }


def _part(part: str, report: Report, setting: _Setting) -> Node:
    style = setting.style.part(part)
    level = style.level or 1
    title = heading_text(style.title, report.period)
    facts = report.part(part)
    items: list[Node] = []
    _add(items, facts, part, None, level + 1 if title else level, part, setting)
    return {
        "部分": part,
        "标题": title if facts else "",
        "级": level,
        "标记": _marks("", False, setting.list_style(part, level, None).numbering, None, ""),
        "条目": items,
    }


def _add(
    items: list[Node], facts: tuple[Fact, ...], part: str, own: ListStyle | None, level: int, path: str, setting: _Setting
) -> None:
    """Adds the facts of one list to ``items``, each followed by the list below it: reading order."""
    style = setting.list_style(part, level, own)
    inline = style.flow == INLINE
    for place, fact in enumerate(facts, 1):
        key = f"{path}/{place}"
        own_part = fact.part or part
        items.append(_node(fact, own_part, style, inline and fact.numbered, level, key, setting))
        if fact.children:
            _add(items, fact.children, own_part, fact.below, level + 1, key, setting)


def _node(fact: Fact, part: str, style: ListStyle, inline: bool, level: int, key: str, setting: _Setting) -> Node:
    """One fact. 正文 is a list of paragraphs; 标记 the attributes by which it is numbered, joined and found again."""
    texts = fact.paragraphs
    title = fact.title
    whole = setting.marks is not None and (fact.id or key) in setting.marks.facts
    if whole or "{{" in fact.text or "{{" in title:
        texts = [setting.shown(text, whole) for text in texts]
        title = setting.shown(title, whole)
    # A heading with nothing after it stands alone, however headings are set.
    run_in = (fact.heading or style.heading) == RUN_IN and bool(texts or _goes_on_below(fact, part, level, setting))
    if title and run_in and not closed(resolved(fact.title, setting.figures)):
        title += "。"
    numbering = fact.numbering or style.numbering
    if not fact.numbered or numbering == NONE:
        numbering = ""
    if title and is_point(numbering):
        texts = [title + texts[0], *texts[1:]] if texts and run_in else [title, *texts]
        title = ""
    level = min(level, DEPTH)
    marked = str(escape(fact.id)) if fact.id else key
    return {
        "键": fact.id or key,
        "部分": part,
        "类别": fact.kind,
        "科室": fact.office,
        "标题": title,
        "正文": texts,
        "图表": setting.exhibits().arranged(fact.tables, fact.charts) if fact.tables or fact.charts else _NO_EXHIBITS,
        "级": level,
        "标记": _marks(
            "" if title else str(level), inline, numbering, fact.start if fact.number else None, marked, run_in and bool(title)
        ),
    }


def _goes_on_below(fact: Fact, part: str, level: int, setting: _Setting) -> bool:
    """Whether the first fact below goes on in this one's paragraph."""
    if not fact.children or not fact.children[0].numbered:
        return False
    return setting.list_style(part, level + 1, fact.below).flow == INLINE


def _marks(level: str, inline: bool, numbering: str, start: int | None, key: str, run_in: bool = False) -> Markup:
    """The attributes of render.vocabulary, ready to stand in a tag. ``key`` is escaped already."""
    marks = _CLASSES[run_in, inline]
    if level:
        marks += f' data-level="{level}"'
    if numbering:
        marks += _number_mark(numbering)
    if start is not None:
        marks += f' data-start="{start}"'
    if key:
        marks += f' data-fact="{key}"'
    return Markup(marks)


_CLASSES = {
    (False, False): "",
    (True, False): ' class="run-in"',
    (False, True): ' class="inline"',
    (True, True): ' class="run-in inline"',
}


@cache
def _number_mark(numbering: str) -> str:
    return f' data-number="{escape(numbering)}"'


@cache
def is_point(numbering: str) -> bool:
    """Whether a scheme's ordinal belongs to the sentence (一是, 一要)."""
    ordinal = scheme(numbering)
    return ordinal is not None and ordinal.kind == "一" and not ordinal.before and ordinal.after in _POINT_MARKS
