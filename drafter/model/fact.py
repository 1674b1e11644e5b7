"""A fact: one thing achieved, one thing that went wrong, one thing planned. Facts form a tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from drafter.model.exhibit import Chart, Table
from drafter.model.fields import ACCEPTED, CARRIED, FLAG, ID, LINE, LINES, NUMBER, TEXT, Source, choice, record, records, word
from drafter.model.numbering import ordinal_number
from drafter.model.sentence import HIGH, LOW, MIDDLE, Sentence
from drafter.model.style import OWN_LINE, PARTS, RUN_IN, ListStyle
from drafter.model.words import Both

UNNUMBERED = "无"
#: How far a plan may have come, from done to given up (兑现); and how an issue may stand (现状).
OUTCOMES = ("完成", "基本完成", "推进中", "未完成", "取消")
RESOLVED, OPEN = "已解决", "仍存在"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One node of 成绩, 问题 or 打算.

    With a heading it is an item of the outline; without one its text is a point (numbered) or a plain paragraph
    (序号: 无). ``details`` holds the fields that its kind adds, by word.
    """

    id: str = word("编号", ID, "Id", Both("引用这一条时用的名字，可不填", "the name others refer to it by"))
    kind: str = word("类别", LINE, "Kind", Both("荣誉、项目、文件…… 决定多出哪些栏", "decides which further fields there are"))
    title: str = word("标题", LINE, "Heading", Both("小标题，不写序号", "the heading, without its ordinal"), refers=True)
    text: str = word(
        "正文",
        TEXT,
        "Text",
        Both("一段一行；可写 {{ 指标编号 }}", "a paragraph a line; {{ figure id }} is allowed"),
        refers=True,
    )
    part: str = word(
        "部分", choice(*PARTS), "Part", Both("夹在别的部分里时注明属于哪一部分", "when it stands inside another part")
    )
    number: str = word(
        "序号",
        LINE,
        "Number",
        Both(
            "一般不填；无 = 不编号，4 = 从四编起，4、 = 这一条就用这样的序号",
            "无 for none, 4 to count from four, or an ordinal of its own",
        ),
    )
    heading: str = word(
        "排法", choice(OWN_LINE, RUN_IN), "Heading set", Both("只改这一条的标题排法", "own line or run-in, for this one only")
    )
    below: ListStyle | None = word(
        "下级", record(lambda: ListStyle), "Lists below", Both("下一级怎样编号、排列", "the list below")
    )
    office: str = word("科室", LINE, "Office", Both("由谁负责、谁提供", "who is in charge"))
    evidence: str = word("依据", LINE, "Evidence", Both("文件、通报、报表", "the document that proves it"))
    tags: tuple[str, ...] = word(
        "标签", LINES, "Tags", Both("自己归类用的词，一行一个，不印出来", "words of your own to sort by, one a line; not printed")
    )
    priority: str = word(
        "优先级",
        choice(HIGH, MIDDLE, LOW),
        "Priority",
        Both(
            "压缩篇幅时低的先删；不填随上一级，都不填是中",
            "the lowest goes first from a short version; that of the fact above if empty",
        ),
    )
    sentences: tuple[Sentence, ...] = word(
        "句子",
        records(lambda: Sentence),
        "Sentences",
        Both("正文里哪一句可以先删、要另外挑选", "which sentences of the text may go first, or are picked apart"),
    )
    figure: str = word("指标", ID, "Figure", Both("打算所指的指标编号", "the figure that the plan aims at"))
    target: str | None = word("目标", NUMBER, "Target", Both("要达到的数", "the number to reach"))
    modality: str = word(
        "语气",
        choice("力争", "确保", "不少于", "超过", "争取", "拟"),
        "Modality",
        Both("力争不等于确保", "how firmly it is promised"),
    )
    due: str = word("期限", LINE, "Due", Both("何时完成，如 2025年6月底", "by when"))
    answers: tuple[str, ...] = word(
        "对应", LINES, "Answers", Both("对应哪些条目的编号", "the ids of what it answers or continues")
    )
    outcome: str = word(
        "兑现",
        choice(*OUTCOMES),
        "Outcome",
        Both("上一期的这条打算做到了哪一步", "how far this plan of the last period has come"),
    )
    actual: str | None = word(
        "实际",
        NUMBER,
        "Actual",
        Both("实际做到的数；写了“指标”就不用填", "the number reached; not needed where a figure is named"),
    )
    standing: str = word(
        "现状",
        choice(RESOLVED, OPEN),
        "Standing",
        Both("上一期的这个问题现在怎样", "how this issue of the last period stands now"),
    )
    note: str = word("说明", LINE, "Note", Both("没有完成、没有解决的原因", "why it fell short"))
    origin: str = word(
        "来自", LINE, "From", Both("由上一期哪一条而来，如 2023/成绩/2", "the fact of an earlier period it came from")
    )
    stale: bool = word("待更新", FLAG, "To update", CARRIED)
    accepted: tuple[str, ...] = word("认可", LINES, "Accepted", ACCEPTED)
    tables: tuple[Table, ...] = word(
        "表格", records(lambda: Table), "Tables", Both("印在这一条正文后面的表", "tables after the text of this fact")
    )
    charts: tuple[Chart, ...] = word(
        "图", records(lambda: Chart), "Charts", Both("印在这一条正文后面的图", "charts after the text of this fact")
    )
    children: tuple["Fact", ...] = word(
        "分项", records(lambda: Fact), "Items", Both("这一条下面的各条", "the facts under this one")
    )
    details: dict[str, Any] = field(default_factory=dict)
    source: Source | None = field(default=None, compare=False, repr=False)

    @property
    def paragraphs(self) -> list[str]:
        return paragraphs(self.text)

    @property
    def numbered(self) -> bool:
        return self.number != UNNUMBERED

    @property
    def start(self) -> int | None:
        """The number that counting begins at here; None to count on."""
        return ordinal_number(self.number)

    @property
    def numbering(self) -> str:
        """The scheme of an ordinal written out for this fact alone; "" when it is its list's."""
        return "" if self.number.isdecimal() or not self.numbered else self.number


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text field: one a line, empty lines left out."""
    return [line for line in text.split("\n") if line.strip()]


def walk(facts: tuple[Fact, ...], part: str, path: str = "") -> Iterator[tuple[str, str, Fact]]:
    """(part, path, fact) of every fact, parents first. The path counts from 1: 成绩/2/1."""
    for place, fact in enumerate(facts, 1):
        own = fact.part or part
        here = f"{path or part}/{place}"
        yield own, here, fact
        yield from walk(fact.children, own, here)
