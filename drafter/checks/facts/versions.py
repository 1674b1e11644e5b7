"""Versions that could not be told apart, or ask for what there is not."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.version import CHOSEN, Version
from drafter.model.words import Both

RULES = (
    Rule(
        "version-repeated",
        "error",
        Both("版本重名", "Two versions of one name"),
        Both("版本按名称来选，重名就不知道是哪一个。", "A version is chosen by its name."),
        SYSTEM,
        "版本: [{名称: 简版, 字数: 2000}, {名称: 简版, 页数: 1}]",
        "版本: [{名称: 2000字版, 字数: 2000}, {名称: 一页版, 页数: 1}]",
        acceptable=False,
    ),
    Rule(
        "version-part-unknown",
        "error",
        Both("版本里没有这一部分", "No such part in a version"),
        Both("部分写错了，这一版就少了一块。", "A version would lack what its 部分 misspells."),
        SYSTEM,
        "部分: [亮点, 打算]",
        "部分: [成绩, 打算]",
        acceptable=False,
    ),
    Rule(
        "version-tag-unknown",
        "warning",
        Both("没有条目有这个标签", "A tag that no fact has"),
        Both("标签写得不一样，就什么也挑不出来、去不掉。", "A tag that no fact has picks nothing and keeps nothing out."),
        SYSTEM,
        "版本里 标签: [报上级]，条目里 标签: [报市政府]",
        "版本里 标签: [报市政府]",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    versions = subject.report.versions
    if not versions:
        return
    tags = {tag for _, _, fact in subject.facts for tag in fact.tags}
    tags |= {tag for _, _, fact in subject.facts for sentence in fact.sentences for tag in sentence.tags}
    seen: set[str] = set()
    for version in versions:
        if version.name and version.name in seen:
            yield _repeated(version)
        seen.add(version.name)
        for part in version.parts:
            if part not in CHOSEN:
                yield _no_part(version, part)
        for word, listed in (("标签", version.tags), ("不要", version.without)):
            for tag in listed:
                if tag not in tags:
                    yield _no_tag(version, word, tag)


def _repeated(version: Version) -> Problem:
    return Problem(
        "version-repeated",
        Both(f"有两个版本都叫“{version.name}”。", f"Two versions are called “{version.name}”."),
        Both("改掉其中一个的名称。", "Give one of them another name."),
        place=place(version, "名称"),
    )


def _no_part(version: Version, part: str) -> Problem:
    known = "、".join(CHOSEN)
    return Problem(
        "version-part-unknown",
        Both(f"版本“{version.name}”要的“{part}”不是报告的部分。", f"“{version.name}” asks for “{part}”, which is no part."),
        Both(f"可以写：{known}。", f"There are: {known}."),
        place=place(version, "部分"),
    )


def _no_tag(version: Version, word: str, tag: str) -> Problem:
    return Problem(
        "version-tag-unknown",
        Both(
            f"版本“{version.name}”的“{word}”写了“{tag}”，没有条目有这个标签。",
            f"“{version.name}” names the tag “{tag}” under {word}; no fact has it.",
        ),
        Both("改成条目里的标签，或给条目加上它。", "Write a tag that facts have, or give it to some."),
        severity="warning",
        place=place(version, word),
    )
