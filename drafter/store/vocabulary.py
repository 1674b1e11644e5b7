"""The words that may stand before a colon, and where each belongs: for explaining what is not understood."""

from functools import cache
from typing import Any

from drafter.model.cover import Annex, Head, Imprint, Notice
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.fields import Field, fields_of
from drafter.model.figure import Figure, Rank
from drafter.model.report import Report
from drafter.model.sentence import Sentence
from drafter.model.style import LEVELS, ListStyle, Page, PartStyle, Style
from drafter.model.version import Version
from drafter.model.words import Both

RECORDS: dict[type, Both] = {
    Report: Both("报告最外层", "the report itself"),
    Fact: Both("成绩、问题、打算的每一条", "a fact of 成绩, 问题 or 打算"),
    Sentence: Both("条目的“句子”", "the 句子 of a fact"),
    Figure: Both("指标", "a figure (指标)"),
    Rank: Both("指标的“排名”", "the 排名 of a figure"),
    Notice: Both("“通知”", "通知"),
    Head: Both("“红头”", "红头"),
    Annex: Both("“附件”", "附件"),
    Imprint: Both("“版记”", "版记"),
    Style: Both("“体例”", "体例"),
    PartStyle: Both("“体例”里的成绩、问题、打算", "a part of 体例"),
    ListStyle: Both("“下级”或“体例”里的一级、二级……", "下级, or 一级, 二级 … of 体例"),
    Page: Both("“页面”", "页面"),
    Version: Both("“版本”的每一条", "one of 版本"),
    Table: Both("“表格”或“附表”的每一张", "a table of 表格 or 附表"),
    Chart: Both("“图”或“附图”的每一张", "a chart of 图 or 附图"),
}

LAYOUT_WORDS = ("名称", "说明", "标题", "体例", "栏目")


def kinds() -> dict[str, Any]:
    """Word → kind of fact (类别). Loaded only where a fact names one."""
    import drafter.kinds

    found = getattr(drafter.kinds, "kinds", None)
    return dict(found()) if found else {}


def kind_fields(kind: Any) -> dict[str, Field]:
    """Word → field that a kind adds to a fact; their values go to ``Fact.details`` by word."""
    return {field.word: field for field in kind.fields}


@cache
def word_forms() -> dict[str, frozenset[str]]:
    """Every word that may stand before a colon → the kinds of form it has, over all records."""
    forms: dict[str, set[str]] = {level: {"record"} for level in LEVELS}
    for declared in _all_fields():
        forms.setdefault(declared.word, set()).add(declared.form.kind)
    for word in LAYOUT_WORDS:
        forms.setdefault(word, {"line"})
    return {word: frozenset(found) for word, found in forms.items()}


def homes(word: str) -> list[Both]:
    """Where a word belongs: the records that declare it, and the kinds that add it."""
    found = [name for record, name in RECORDS.items() if word in words_of(record)]
    adding = [kind_word for kind_word, kind in kinds().items() if word in kind_fields(kind)]
    if adding:
        listed = "、".join(adding)
        found.append(Both(f"类别为 {listed} 的条目", f"facts of 类别 {listed}"))
    return found


def words_of(record: type) -> tuple[str, ...]:
    """The keys of a record, in the order of the form; levels by their own words."""
    words: list[str] = []
    for word, declared in fields_of(record).items():
        words += LEVELS if declared.form.kind == "levels" else [word]
    return tuple(words)


def _all_fields() -> list[Field]:
    found = [declared for record in RECORDS for declared in fields_of(record).values() if declared.form.kind != "levels"]
    for kind in kinds().values():
        found += kind.fields
    return found


def nearest(word: str, choices: "list[str] | tuple[str, ...]") -> str | None:
    """The choice that was probably meant; None when none is near. Loaded late: only mistakes need it."""
    import difflib

    folded = {choice.casefold(): choice for choice in choices}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.5)
    if found:
        return folded[found[0]]
    inside = [choice for choice in choices if len(choice) > 1 and (choice in word or (len(word) > 1 and word in choice))]
    return inside[0] if inside else None
