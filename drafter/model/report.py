"""A report: one unit, one period, one layout, its figures and its facts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.model.cover import Annex, Head, Imprint, Notice
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact, walk
from drafter.model.fields import ACCEPTED, DATE, FLAG, LINE, LINES, PERIOD, TEXT, Source, record, records, word
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.style import Page, Style
from drafter.model.version import Version
from drafter.model.words import Both


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that the fact files of one folder say. Field order is the order of the form and of a new file."""

    unit: str = word("单位", LINE, "Unit", Both("发文单位全称", "the body that reports"), required=True)
    period: Period | None = word(
        "期间", PERIOD, "Period", Both("2024、2024-H1、2024-Q3、2024-M09", "2024, 2024-H1, 2024-Q3, 2024-M09"), required=True
    )
    layout: str = word(
        "版式",
        LINE,
        "Layout",
        Both("三段式、亮点前置式、问题内嵌式、二段式或自己的版式；不填是三段式", "one of the layouts; 三段式 if none"),
    )
    title: str = word("标题", LINE, "Title", Both("总结的标题", "the title of the report"), required=True, refers=True)
    number: str = word("文号", LINE, "Number", Both("总结本身的文号，可不填", "the report's own number, if any"))
    addressees: str = word("主送", LINE, "Addressees", Both("报给谁，末尾用冒号", "whom it goes to, ending with a colon"))
    signature: str = word("署名", TEXT, "Signature", Both("填了就印在文末；联合署名一行一个", "printed at the end; one a line"))
    note: str = word("附注", TEXT, "Note", Both("日期之后的说明，如附件名称", "what follows the date"))
    date: str = word("成文日期", DATE, "Date", Both("如 2025年1月8日", "such as 2025年1月8日"))
    as_of: str = word("数据截至", DATE, "Data as of", Both("数字统计到哪一天", "the day the numbers are counted to"))
    notice: Notice | None = word("通知", record(lambda: Notice), "Notice", Both("由通知印发时填写", "when a notice issues it"))
    head: Head | None = word(
        "红头",
        record(lambda: Head),
        "Red head",
        Both("红头文件的版头，填了就印", "over what goes out in red head; printed once filled"),
    )
    sealed: bool = word(
        "盖章", FLAG, "Sealed", Both("署名处要盖章，日期右空四字", "the place of the date leaves room for a seal")
    )
    annexes: tuple[Annex, ...] = word(
        "附件", records(lambda: Annex), "Annexes", Both("随文的附件，一条一个", "what is annexed, one each")
    )
    imprint: Imprint | None = word(
        "版记",
        record(lambda: Imprint),
        "Imprint",
        Both("末页底部的抄送和印发，填了就印", "at the last page's foot; printed once filled"),
    )
    style: Style | None = word(
        "体例", record(lambda: Style), "Style", Both("改动版式的序号、标题排法", "departures from the layout")
    )
    page: Page | None = word(
        "页面", record(lambda: Page), "Page", Both("纸面尺寸和字体，一般不用改", "margins and typefaces; seldom changed")
    )
    versions: tuple[Version, ...] = word(
        "版本", records(lambda: Version), "Versions", Both("同一份报告的几种篇幅", "the same report at several lengths")
    )
    origins: tuple[str, ...] = word(
        "来自", LINES, "From", Both("由哪几期报告而来，如 2024、2024-H1", "the reports it was begun from, such as 2024, 2024-H1")
    )
    dropped: tuple[str, ...] = word(
        "不再沿用",
        LINES,
        "Dropped",
        Both("前几期里不再沿用的条目，再次带入时跳过", "what of the earlier reports is not to be carried over again"),
    )
    stale: bool = word(
        "待更新",
        FLAG,
        "To update",
        Both(
            "标题、导语、通知、附件沿用上期，尚未核对", "title, lead, notice and annexes were carried over and not yet looked at"
        ),
    )
    accepted: tuple[str, ...] = word("认可", LINES, "Accepted", ACCEPTED)
    lead: str = word("导语", TEXT, "Lead", Both("标题之后的开头几段", "the paragraphs before the first heading"), refers=True)
    figures: tuple[Figure, ...] = word(
        "指标", records(lambda: Figure), "Figures", Both("数字，一条一个", "the numbers, one each")
    )
    achievements: tuple[Fact, ...] = word(
        "成绩", records(lambda: Fact), "Achievements", Both("做了什么、成效如何", "what was done, and what came of it")
    )
    issues: tuple[Fact, ...] = word("问题", records(lambda: Fact), "Issues", Both("不足和原因", "what fell short, and why"))
    plans: tuple[Fact, ...] = word("打算", records(lambda: Fact), "Plans", Both("下一步做什么", "what comes next"))
    tables: tuple[Table, ...] = word(
        "附表",
        records(lambda: Table),
        "Tables annexed",
        Both("附在文后的表，一张是一个附件", "tables after the end, each an annex"),
    )
    charts: tuple[Chart, ...] = word(
        "附图",
        records(lambda: Chart),
        "Charts annexed",
        Both("附在文后的图，一张是一个附件", "charts after the end, each an annex"),
    )
    commitments: tuple[Fact, ...] = word(
        "上期打算",
        records(lambda: Fact),
        "Plans of the last period",
        Both("上一期的打算，逐条答复兑现情况；不印出来", "what was promised last time, each to be answered; not printed"),
    )
    concerns: tuple[Fact, ...] = word(
        "上期问题",
        records(lambda: Fact),
        "Issues of the last period",
        Both("上一期的问题，逐条答复现状；不印出来", "what was wrong last time, each to be answered; not printed"),
    )
    source: Source | None = field(default=None, compare=False, repr=False)

    def part(self, part: str) -> tuple[Fact, ...]:
        """The facts of 成绩, 问题 or 打算."""
        return {"成绩": self.achievements, "问题": self.issues, "打算": self.plans}[part]

    def facts(self) -> Iterator[tuple[str, str, Fact]]:
        """(part, path, fact) of every fact of the report."""
        for part in ("成绩", "问题", "打算"):
            yield from walk(self.part(part), part)

    def annexed(self) -> tuple[Annex, ...]:
        """All that is annexed, in the order of its numbers: 附件, then each of 附表 and each of 附图 as an annex that holds it."""
        if not (self.tables or self.charts):
            return self.annexes
        alone = (*(Annex(tables=(table,)) for table in self.tables), *(Annex(charts=(chart,)) for chart in self.charts))
        return (*self.annexes, *alone)

    def exhibits(self) -> Iterator[tuple[Table | Chart, str | None]]:
        """(table or chart, key of the fact it belongs to); those annexed come first and belong to none."""
        for annex in self.annexed():
            yield from _held(annex, None)
        for _, path, fact in self.facts():
            yield from _held(fact, fact.id or path)


def _held(holder: Annex | Fact, key: str | None) -> Iterator[tuple[Table | Chart, str | None]]:
    for table in holder.tables:
        yield table, key
    for chart in holder.charts:
        yield chart, key
