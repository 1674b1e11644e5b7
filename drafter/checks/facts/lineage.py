"""Addresses in other reports (来自, 对应, 不再沿用): each should lead somewhere."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.lineage import Earlier, Origin, facts_of
from drafter.model.places import place
from drafter.model.problem import Place, Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "address-unreadable",
        "warning",
        Both("来自、对应的写法读不懂", "Address unreadable"),
        Both("写明是哪一期的哪一条，才能对照。", "Old and new are compared only where it is said what came from where."),
        SYSTEM,
        "来自: 去年那条",
        "来自: 2023/成绩/2",
    ),
    Rule(
        "address-astray",
        "warning",
        Both("来自、对应的条目不存在", "Address leads nowhere"),
        Both(
            "指向的那一条在那一期里没有，多半是编号写错了。",
            "There is no such thing in that report; the id is probably mistyped.",
        ),
        SYSTEM,
        "来自: 2023/强起",
        "来自: 2023/强企",
    ),
    Rule(
        "report-absent",
        "info",
        Both("提到的那一期不在", "Report not at hand"),
        Both("那一期的文件夹不在旁边，没法对照。", "The report that is named is not there to compare with."),
        SYSTEM,
        "来自: 2019",
        "（把2019的文件夹放回来）",
    ),
)


#: Looking for a near name takes long; so many wrong ones are helped.
_MOST_SUGGESTIONS = 20
#: The word of the field, the address in it, where that stands, and the key of the fact.
_Said = tuple[str, str, Place, str | None]


def check(subject: Subject) -> Iterator[Problem]:
    if subject.reached is None:  # no other reports are at hand
        return
    report = subject.report
    said: list[_Said] = [("不再沿用", address, place(report, "不再沿用"), None) for address in report.dropped]
    said += [
        ("来自", address, place(figure, "来自"), figure.id or None) for figure in report.figures for address in figure.origins
    ]
    for _, path, fact in facts_of(report):
        key = fact.id or path
        if fact.origin:
            said.append(("来自", fact.origin, place(fact, "来自"), key))
        said += [("对应", address, place(fact, "对应"), key) for address in fact.answers if "/" in address]
    known = {earlier.name: earlier for earlier in subject.known} if said or report.origins else {}
    for name in report.origins:
        if name not in known:
            yield _absent("来自", name, place(report, "来自"), None)
    yield from _addresses(said, known)


def _addresses(said: list[_Said], known: Mapping[str, Earlier]) -> Iterator[Problem]:
    absent: set[str] = set()
    helped = 0
    for word, address, where, key in said:
        origin = Origin.parse(address)
        if origin is None:
            yield _no_address(word, address, where, key)
        elif origin.report not in known:
            if origin.report not in absent:  # said once of each report
                absent.add(origin.report)
                yield _absent(word, origin.report, where, key)
        elif origin.key not in known[origin.report].items:
            helped += 1
            items = known[origin.report].items if helped <= _MOST_SUGGESTIONS else ()
            yield _astray(word, origin, get_close_matches(origin.key, items, 1, 0.5), where, key)


def _no_address(word: str, address: str, where: Place, key: str | None) -> Problem:
    return Problem(
        "address-unreadable",
        Both(
            f"“{word}”写的“{address}”看不出是哪一期的哪一条。", f"{word}: “{address}” does not say which report and what in it."
        ),
        Both(
            "写成 期间/编号，如 2023/强企、2023/成绩/2、2023/指标/高企净增。",
            "Write report/id, such as 2023/强企 or 2023/成绩/2.",
        ),
        severity="warning",
        place=where,
        fact=key,
    )


def _absent(word: str, name: str, where: Place, key: str | None) -> Problem:
    return Problem(
        "report-absent",
        Both(f"“{word}”提到的 {name} 不在旁边的文件夹里，没法对照。", f"{word} names {name}, which is not beside this report."),
        Both("那一期若另有存放，不用管；名字写错了就改过来。", "Leave it if that report is kept elsewhere; else mend the name."),
        severity="info",
        place=where,
        fact=key,
    )


def _astray(word: str, origin: Origin, near: list[str], where: Place, key: str | None) -> Problem:
    return Problem(
        "address-astray",
        Both(
            f"“{word}”写的“{origin}”：{origin.report} 里没有这一条。", f"{word}: there is no “{origin.key}” in {origin.report}."
        ),
        Both(f"是不是“{origin.report}/{near[0]}”？", f"Did you mean “{origin.report}/{near[0]}”?")
        if near
        else Both("改成那一期里有的编号，或删去。", "Name something that is there, or remove it."),
        severity="warning",
        place=where,
        fact=key,
    )
