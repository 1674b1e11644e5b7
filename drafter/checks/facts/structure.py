"""The tree of facts, and whether its layout prints all of it."""

from collections.abc import Iterator

from drafter.checks.rule import LAYOUT, SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.kinds.frame import Frames, draft, fact_values
from drafter.model.fact import Fact
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.style import DEPTH, PARTS, PartStyle, Style, heading_text
from drafter.model.words import Both

RULES = (
    Rule(
        "fact-empty",
        "warning",
        Both("条目是空的", "Empty fact"),
        Both("没有标题也没有正文的条目，印出来是一个光秃秃的序号。", "A fact without heading and text prints a bare ordinal."),
        SYSTEM,
        "成绩: [{科室: 办公室}]",
        "成绩: [{标题: 建好分馆, 科室: 办公室}]",
    ),
    Rule(
        "fact-unprinted",
        "warning",
        Both("填了栏目没有正文", "Fields without a text"),
        Both("只填了类别的栏目，报告里什么也不印。", "The fields of a kind are not printed; the text is."),
        SYSTEM,
        "类别: 荣誉，名目: 先进集体",
        "正文: 市档案馆获评先进集体。",
    ),
    Rule(
        "part-repeated",
        "error",
        Both("顺序里重复", "Part named twice"),
        Both("一部分只能印一次。", "A part is printed once."),
        SYSTEM,
        "顺序: [成绩, 成绩, 打算]",
        "顺序: [成绩, 打算]",
        acceptable=False,
    ),
    Rule(
        "part-unknown",
        "error",
        Both("没有这一部分", "No such part"),
        Both("报告只有成绩、问题、打算三部分。", "A report has three parts."),
        SYSTEM,
        "顺序: [亮点, 打算]",
        "顺序: [成绩, 打算]",
        acceptable=False,
    ),
    Rule(
        "part-not-printed",
        "error",
        Both("写了却不印", "Part not printed"),
        Both("版式不印这一部分，写的内容就悄悄丢了。", "What a layout does not print would silently be lost."),
        SYSTEM,
        "版式: 二段式，又写了 问题:",
        "版式: 三段式",
        acceptable=False,
    ),
    Rule(
        "report-empty",
        "warning",
        Both("报告还没有内容", "Empty report"),
        Both("成绩、问题、打算一条都没有。", "There are no achievements, issues or plans yet."),
        SYSTEM,
        "（只有标题）",
        "成绩: [{标题: 建好分馆}]",
        acceptable=False,
    ),
    Rule(
        "level-unknown",
        "error",
        Both("级别不对", "No such level"),
        Both("标题的级别有定数，超出了排不出来。", "Headings have so many levels and no more."),
        f"{LAYOUT} 7.3.3",
        "级别: 9",
        "级别: 1",
        acceptable=False,
    ),
    Rule(
        "level-too-deep",
        "error",
        Both("层次太深", "Too deep"),
        Both(
            "公文的结构层次一般不超过四层，这里再留两层给段内的点。",
            "Official documents have four levels; two more serve points.",
        ),
        f"{LAYOUT} 7.3.3",
        "分项套了七层",
        "提到上一层",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    yield from _parts(subject)
    yield from _part_levels(subject)
    first = {part: _first_level(subject, part) for part in PARTS}
    for _, path, fact in subject.facts:
        key = fact.id or path
        if not (fact.title or fact.text.strip() or fact.children or fact.details):
            yield Problem(
                "fact-empty",
                Both(f"{path} 是空的，没有标题也没有正文。", f"{path} is empty: no heading, no text."),
                Both("写上内容，或删去这一条。", "Write it, or delete it."),
                severity="warning",
                place=place(fact),
                fact=key,
            )
        elif fact.details and not (fact.title or fact.text.strip()):
            yield _unprinted(fact, key, subject.frames())
        # The standard has four levels (GB/T 9704-2012, 7.3.3); two more serve points inside points.
        if first[path.partition("/")[0]] + path.count("/") - 1 > DEPTH:
            yield _deep(fact, path, key)


def _parts(subject: Subject) -> Iterator[Problem]:
    report = subject.report
    printed = (report.style.order if report.style else ()) or subject.layout.style.order or PARTS
    where = place(report.style, "顺序") if report.style else place(report)
    for index, part in enumerate(printed):
        if part in printed[:index]:
            yield Problem(
                "part-repeated",
                Both(f"“顺序”里“{part}”写了两次。", f"“顺序” names “{part}” twice."),
                Both("每一部分只写一次。", "Name each part once."),
                place=where,
            )
        if part not in PARTS:
            yield Problem(
                "part-unknown",
                Both(f"“顺序”里没有“{part}”这一部分。", f"“顺序” names “{part}”, which is no part."),
                Both(f"只能写 {'、'.join(PARTS)}。", f"The parts are {', '.join(PARTS)}."),
                place=where,
            )
    for part in PARTS:
        facts = report.part(part)
        if facts and part not in printed:
            yield Problem(
                "part-not-printed",
                Both(
                    f"版式“{subject.layout.name}”不印“{part}”，但这里写了 {len(facts)} 条。",
                    f"The layout “{subject.layout.name}” does not print {part}, which has {len(facts)} facts.",
                ),
                Both(
                    f"换一个版式，或在 体例: 下写 顺序: [成绩, 问题, 打算]，或删去“{part}”。",
                    "Choose another layout, or set 顺序 under 体例, or delete them.",
                ),
                place=place(facts[0]),
            )
    if not any(report.part(part) for part in PARTS):
        yield Problem(
            "report-empty",
            Both("报告还没有成绩、问题、打算的内容。", "The report has no achievements, issues or plans yet."),
            Both("在 成绩:、问题:、打算: 下各加几条。", "Add facts under 成绩:, 问题: and 打算:."),
            severity="warning",
            place=place(report),
        )


def _unprinted(fact: Fact, key: str, frames: Frames) -> Problem:
    """The fields of a kind are facts about the fact; the page shows its words."""
    sentence = draft(frames.get(fact.kind, ()), fact_values(fact))
    return Problem(
        "fact-unprinted",
        Both(
            f"这一条只填了“{fact.kind}”的栏目，没有正文，报告里不会印出来。",
            f"Only the fields of {fact.kind} are filled; without 正文 nothing of it is printed.",
        ),
        Both(f"加上 正文: {sentence}" if sentence else "加上 正文:。", f"Add 正文: {sentence}" if sentence else "Add 正文."),
        severity="warning",
        place=place(fact),
        fact=key,
    )


def _first_level(subject: Subject, part: str) -> int:
    """The level at which a part's facts are printed."""
    style = _style(subject, part)
    level = style.level or 1
    return level + 1 if heading_text(style.title, None) else level


def _style(subject: Subject, part: str) -> PartStyle:
    return (subject.report.style or Style()).over(subject.layout.style).part(part)


def _part_levels(subject: Subject) -> Iterator[Problem]:
    for part in PARTS:
        own = subject.report.style.part(part) if subject.report.style else PartStyle()
        if own.level is not None and not 1 <= own.level <= DEPTH:
            yield Problem(
                "level-unknown",
                Both(
                    f"“{part}”的“级别”是 {own.level}，只能是 1 到 {DEPTH}。",
                    f"The level of {part} is {own.level}; levels are 1 to {DEPTH}.",
                ),
                Both("一般写 1。", "It is 1 as a rule."),
                place=place(own, "级别"),
            )


def _deep(fact: Fact, path: str, key: str) -> Problem:
    return Problem(
        "level-too-deep",
        Both(
            f"{path} 太深：分项连同各部分的标题最多 {DEPTH} 级。",
            f"{path} is too deep: with its part’s heading, levels go {DEPTH} down at most.",
        ),
        Both("把它提到上一层。", "Move it one level up."),
        place=place(fact),
        fact=key,
    )
