"""版本: a shorter document out of the same facts: what goes into it, and how long it may be."""

from dataclasses import dataclass, field

from drafter.model.fields import INTEGER, LINE, LINES, Source, word
from drafter.model.style import PARTS
from drafter.model.words import Both

#: What 部分 may name: the parts, and what stands around them. Word → attribute of the report.
AROUND = {"通知": "notice", "附件": "annexes", "附表": "tables", "附图": "charts"}
CHOSEN = (*PARTS, *AROUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the 版本 of a report. One that says nothing but its name is the whole report."""

    name: str = word("名称", LINE, "Name", Both("如 2000字版、一页版、报上级版", "such as 2000字版"), required=True)
    tags: tuple[str, ...] = word(
        "标签", LINES, "Tags", Both("只要有其中一个标签的条目；不填是全部", "only facts with one of these tags; all if none")
    )
    without: tuple[str, ...] = word(
        "不要", LINES, "Without", Both("有这些标签的条目不要", "facts with one of these tags stay out")
    )
    parts: tuple[str, ...] = word(
        "部分",
        LINES,
        "Parts",
        Both(
            "只要这几部分：成绩、问题、打算、通知、附件、附表、附图；不填是全部",
            "only these of 成绩, 问题, 打算, 通知, 附件, 附表, 附图; all if none",
        ),
    )
    characters: int | None = word(
        "字数", INTEGER, "Characters", Both("全文最多多少字，空格不算", "the most characters of the whole, blanks not counted")
    )
    pages: int | None = word("页数", INTEGER, "Pages", Both("最多几页", "the most pages"))
    source: Source | None = field(default=None, compare=False, repr=False)
