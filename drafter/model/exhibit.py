"""Tables and charts as they are asked for: typed in full, or made of the report's figures and of its ledger."""

from dataclasses import dataclass, field

from drafter.model.fields import LINE, LINES, TEXT, Source, choice, word
from drafter.model.words import Both

FIGURES, LEDGER = "主要指标", "承诺台账"
UPRIGHT, SIDEWAYS = "纵向", "横向"
CHARTS = COLUMNS, LINE_CHART, PIE = "柱形图", "折线图", "饼图"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """附表 of a report, 表格 of a fact."""

    title: str = word("标题", LINE, "Title", Both("表题，不写“表1”；可不填", "the caption, without its number"), refers=True)
    content: str = word(
        "内容",
        choice(FIGURES, LEDGER),
        "Content",
        Both("由指标或台账自动成表；自己填“各行”就不选", "made of the figures or of the ledger; empty where 各行 is typed"),
    )
    figures: tuple[str, ...] = word(
        "指标", LINES, "Figures", Both("主要指标表里列哪些指标，写编号；不填是全部", "ids of the figures to list; all if none")
    )
    rows: str = word(
        "各行",
        TEXT,
        "Rows",
        Both(
            "一行写一行，栏之间用 | 隔开，第一行是表头，如 县区 | 净增 | 总数；也可以从 Excel 粘贴",
            "a row a line, cells set off by |, the head first, as 县区 | 净增 | 总数; rows may be pasted from Excel",
        ),
        refers=True,
    )
    unit: str = word("单位", LINE, "Unit", Both("整张表同一个计量单位时填", "the unit, where all numbers share one"))
    page: str = word(
        "版面",
        choice(UPRIGHT, SIDEWAYS),
        "Page",
        Both("栏目多时横着排；不填由程序定", "sideways for many columns; settled by the number of columns if empty"),
    )
    note: str = word("附注", LINE, "Note", Both("表下面的说明", "what stands below the table"), refers=True)
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """附图 of a report, 图 of a fact."""

    kind: str = word("类型", choice(*CHARTS), "Kind", Both("不填是柱形图", "a column chart if empty"))
    title: str = word("标题", LINE, "Title", Both("图题，不写“图1”", "the caption, without its number"), refers=True)
    figures: tuple[str, ...] = word(
        "指标",
        LINES,
        "Figures",
        Both("画哪些指标，写编号；饼图只写一个时画它的“其中”", "ids of the figures; a pie of one shows what it is made of"),
        required=True,
    )
    periods: tuple[str, ...] = word(
        "时期",
        LINES,
        "Periods",
        Both(
            "比较哪几期，如 2022、2023、2024 三期，数从前几期的报告里取；不填是上期、同期和本期",
            "which periods, such as 2022, 2023, 2024, taken from earlier reports; last, year before and this if none",
        ),
    )
    origin: str = word("来源", LINE, "Source", Both("资料来源，印在图下面", "where the numbers come from; printed below"))
    described: str = word(
        "替代文字",
        LINE,
        "Alternative text",
        Both("给看不见图的人听的一句话；不填由程序写", "what a screen reader says; written from the numbers if empty"),
    )
    source: Source | None = field(default=None, compare=False, repr=False)
