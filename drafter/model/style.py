"""How a report is set out: numbering, headings and points, by part and by level.

A style is settled in three steps, the nearest wins: the fact's own 下级, the report's 体例 for its part and level, the
layout's settings. Levels are those of the document: 1 is 一、.
"""

from dataclasses import dataclass, field

from drafter.model.fields import INTEGER, LINE, LINES, Form, Source, choice, record, word
from drafter.model.numbering import NONE
from drafter.model.period import Period
from drafter.model.words import Both

LEVELS = ("一级", "二级", "三级", "四级", "五级", "六级")
DEPTH = len(LEVELS)
PARTS = ("成绩", "问题", "打算")
#: The layout of a report that names none.
DEFAULT_LAYOUT = "三段式"
# GB/T 9704-2012, 7.3.3; deeper lists follow the custom of the genre.
STANDARD_NUMBERING = ("一、", "（一）", "1.", "（1）", "①", "一是")
OWN_LINE, RUN_IN = "另行", "接排"
SEPARATE, INLINE = "单列", "并段"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStyle:
    """How a list of sibling facts is printed. An empty field is settled by the next step."""

    numbering: str = word(
        "序号",
        LINE,
        "Numbering",
        Both("写出第一个序号：一、 （一） 1. 1、 （1） 一是；不编号写 无", "its first ordinal; 无 for none"),
    )
    heading: str = word(
        "标题", choice(OWN_LINE, RUN_IN), "Heading", Both("标题另起一行，还是与正文接排", "on its own line or run into the text")
    )
    flow: str = word(
        "段落",
        choice(SEPARATE, INLINE),
        "Paragraphs",
        Both("各成一段，还是并入前段", "a paragraph each, or inside the one before"),
    )
    source: Source | None = field(default=None, compare=False, repr=False)

    def over(self, base: "ListStyle") -> "ListStyle":
        """This style, with ``base`` where it says nothing."""
        return ListStyle(
            numbering=self.numbering or base.numbering, heading=self.heading or base.heading, flow=self.flow or base.flow
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStyle:
    """The heading of a part and the lists in it. 标题 无: the part has no heading, its facts stand in its place."""

    title: str = word(
        "标题", LINE, "Heading", Both("这一部分的标题；写 无 则各条直接作为上一级标题", "the part's heading; 无 lifts its facts")
    )
    level: int | None = word("级别", INTEGER, "Level", Both("标题是第几级，一般为 1", "the level of the heading, 1 as a rule"))
    levels: dict[str, ListStyle] = word(
        "级",
        Form("levels", record=lambda: ListStyle),
        "Lists by level",
        Both("这一级的条目怎样编号、排列", "how the facts of this level are numbered and set"),
    )
    source: Source | None = field(default=None, compare=False, repr=False)

    def over(self, base: "PartStyle") -> "PartStyle":
        merged = dict(base.levels)
        for level, style in self.levels.items():
            merged[level] = style.over(merged.get(level, ListStyle()))
        return PartStyle(title=self.title or base.title, level=base.level if self.level is None else self.level, levels=merged)

    def list(self, level: int) -> ListStyle:
        """How the lists at ``level`` are printed when their parent says nothing: the part's style over the standard's."""
        step = min(level, DEPTH) - 1
        standard = ListStyle(numbering=STANDARD_NUMBERING[step], heading=OWN_LINE)
        said = self.levels.get(LEVELS[step])
        return said.over(standard) if said else standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """体例 of a report, or of a layout."""

    achievements: PartStyle | None = word(
        "成绩", record(lambda: PartStyle), "Achievements", Both("成绩部分的标题和排法", "heading and lists of the achievements")
    )
    issues: PartStyle | None = word(
        "问题", record(lambda: PartStyle), "Issues", Both("问题部分的标题和排法", "heading and lists of the issues")
    )
    plans: PartStyle | None = word(
        "打算", record(lambda: PartStyle), "Plans", Both("打算部分的标题和排法", "heading and lists of the plans")
    )
    order: tuple[str, ...] = word("顺序", LINES, "Order", Both("各部分的先后，如 [成绩, 打算, 问题]", "the order of the parts"))
    signing: str = word(
        "落款", choice("文末", "题下", "不印"), "Signature", Both("署名和日期印在哪里", "where signature and date are printed")
    )
    source: Source | None = field(default=None, compare=False, repr=False)

    def part(self, part: str) -> PartStyle:
        style = {"成绩": self.achievements, "问题": self.issues, "打算": self.plans}[part]
        return style or PartStyle()

    def over(self, base: "Style") -> "Style":
        return Style(
            achievements=self.part("成绩").over(base.part("成绩")),
            issues=self.part("问题").over(base.part("问题")),
            plans=self.part("打算").over(base.part("打算")),
            order=self.order or base.order,
            signing=self.signing or base.signing,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """页面: the two margin profiles and font sets that spec/gbt9704 allows."""

    margins: str = word(
        "版心",
        choice("GB9704", "GB33476"),
        "Margins",
        Both("GB/T 9704 的尺寸；GB33476 按印后裁切留量", "GB/T 9704, or GB/T 33476.2 profile B for print"),
    )
    fonts: str = word(
        "字库", choice("国标", "win10"), "Fonts", Both("win10 用系统自带的仿宋、楷体", "win10: faces that come with the system")
    )
    digits: str = word(
        "数字", choice("Times New Roman", "仿宋"), "Digits", Both("阿拉伯数字用什么字体", "the face of Arabic digits")
    )
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Layout:
    """A 版式: its settings, and the facts that a new report of this layout begins with (part → headings).

    ``template``: whose report.html it is printed by, where that is not its own.
    """

    name: str
    description: str
    style: Style
    sections: dict[str, tuple[str, ...]]
    title: str = ""
    template: str = ""


def heading_text(title: str, period: Period | None) -> str:
    """A layout's heading with {期间} and {下期} filled in; 无 means no heading."""
    if not title or title == NONE:
        return ""
    if "{" in title:
        title = title.replace("{期间}", period.words if period else "").replace("{下期}", period.plan_words if period else "")
    return title
