"""versions: what a report's versions come to, each as it prints."""

from dataclasses import replace
from difflib import get_close_matches
from typing import Any, NamedTuple

from drafter.actions.captions import mentions, renumbered
from drafter.actions.check import check_opened
from drafter.actions.letters import surrounded
from drafter.actions.opening import Opened
from drafter.actions.render import blocks, document
from drafter.checks.facts.named_sentences import CODES
from drafter.model.alone import sizes, without_lone_ordinals
from drafter.model.block import Block
from drafter.model.cutting import Left, cut, keyed
from drafter.model.places import place
from drafter.model.problem import Problem, Refused, stoppers
from drafter.model.report import Report
from drafter.model.style import Style
from drafter.model.version import Version
from drafter.model.words import Both
from drafter.render.pages import pages


class Versioned(NamedTuple):
    """``opened`` prints the version: ``characters`` without blanks, on so many ``pages``, without what ``left`` lists."""

    version: Version
    opened: Opened
    characters: int
    pages: int
    left: tuple[Left, ...]
    counts: tuple[tuple[str, str], ...]
    renumbered: tuple[tuple[str, str], ...] = ()

    @property
    def fits(self) -> bool:
        most, sheets = self.version.characters, self.version.pages
        return (most is None or self.characters <= most) and (sheets is None or self.pages <= sheets)

    @property
    def problems(self) -> list[Problem]:
        counted = [_count(self, key, words) for key, words in self.counts]
        counted += [_caption(self, label, now) for label, now in self.renumbered]
        return counted if self.fits else [_over(self), *counted]

    def to_json(self) -> dict[str, Any]:
        left = [
            {
                "key": each.key,
                "heading": each.heading,
                "sentence": each.sentence,
                "characters": each.length,
                "why": "length" if each.over else "choice",
            }
            for each in self.left
        ]
        return {
            "name": self.version.name,
            "characters": self.characters,
            "pages": self.pages,
            "most_characters": self.version.characters,
            "most_pages": self.version.pages,
            "fits": self.fits,
            "left_out": left,
        }


def versions(opened: Opened) -> list[Versioned]:
    """All that the report names. Raises Refused as :func:`version`."""
    _refuse_errors(opened)
    return [_made(opened, each) for each in opened.report.versions]


def version(opened: Opened, name: str) -> Versioned:
    """The version called ``name``. Raises Refused where there is none, and where the facts have errors that stop a document."""
    found = next((each for each in opened.report.versions if each.name == name), None)
    if found is None:
        raise Refused(_unknown(opened.report, name), 3)
    _refuse_errors(opened)
    return _made(opened, found)


def _refuse_errors(opened: Opened) -> None:
    """Sentences that are not known stop no other document, but a version may keep what was to stay out of it."""
    problems = check_opened(opened)
    if stoppers(problems) or any(problem.code in CODES for problem in problems):
        raise Refused(problems, 1)


def _made(opened: Opened, version: Version) -> Versioned:
    style = (opened.report.style or Style()).over(opened.layout.style)
    before = sizes(keyed(opened.report), style)

    def of(report: Report) -> Opened:
        return replace(opened, version=version.name, cut=without_lone_ordinals(report, before, style))

    def fits(report: Report) -> bool:
        """Pages are broken only where they count."""
        if version.characters is None and version.pages is None:
            return True
        tried = of(report)
        made = blocks(tried)
        if version.characters is not None and _characters(tried, made) > version.characters:
            return False
        return version.pages is None or _sheets(tried, made) <= version.pages

    proposed = cut(opened.report, version, fits)
    result = of(proposed.report)
    made = blocks(result)
    named = tuple(renumbered(blocks(opened), made)) if mentions(made) else ()
    return Versioned(version, result, _characters(result, made), _sheets(result, made), proposed.left, proposed.counts, named)


def _sheets(opened: Opened, made: list[Block]) -> int:
    """Pages, with what the bureau's own Word file says around the report."""
    return len(pages(surrounded(opened, made), opened.report.page))


def _characters(opened: Opened, made: list[Block]) -> int:
    """Of the whole document, white space not counted."""
    return len("".join(document(opened, "txt", made).decode().split()))


def _unknown(report: Report, name: str) -> Problem:
    names = [each.name for each in report.versions if each.name]
    close = get_close_matches(name, names, 1)
    listed = "、".join(names)
    return Problem(
        "version-unknown",
        Both(f"报告没有“{name}”这个版本。", f"The report has no version “{name}”."),
        Both(f"是不是“{close[0]}”？", f"Did you mean “{close[0]}”?")
        if close
        else Both(f"有这些：{listed}。", f"There are: {listed}.")
        if names
        else Both("先在报告里写“版本”，如 - {名称: 2000字版, 字数: 2000}。", "Write 版本 into the report first."),
    )


def _over(made: Versioned) -> Problem:
    name = made.version.name
    return Problem(
        "version-too-long",
        Both(
            f"“{name}”删到只剩导语和每部分一条，还有 {made.characters} 字、{made.pages} 页。",
            f"“{name}” still has {made.characters} characters on {made.pages} pages with the lead and one fact a part.",
        ),
        Both(
            "用“部分”去掉附件、附表、附图或整个部分，缩短导语，或放宽上限。",
            "Leave out annexes or a part with 部分, shorten the lead, or allow more.",
        ),
        severity="warning",
        place=place(made.version),
    )


def _count(made: Versioned, key: str, words: str) -> Problem:
    return Problem(
        "version-count",
        Both(
            f"“{made.version.name}”里“{words}”那一列删去了几条，数对不上了。",
            f"“{made.version.name}” lists fewer than “{words}” says.",
        ),
        Both("排出后改这个数；要整列都在，把各条的优先级写成高。", "Change it in the document, or keep the list by 优先级: 高."),
        severity="warning",
        place=place(next(fact for _, path, fact in made.opened.report.facts() if key in (fact.id, path)), "正文"),
        fact=key,
    )


def _caption(made: Versioned, label: str, now: str) -> Problem:
    name = made.version.name
    return Problem(
        "version-caption",
        Both(
            f"“{name}”的正文提到“{label}”，这一版里它是“{now}”。",
            f"The text of “{name}” names “{label}”, which is “{now}” there.",
        )
        if now
        else Both(f"“{name}”的正文提到“{label}”，这一版里没有了。", f"The text of “{name}” names “{label}”, which is not in it."),
        Both(
            "排出后改一下文字，或给那一句写上“句子”、让这一版不要它。",
            "Change the words afterwards, or mark the sentence (句子) to stay out.",
        ),
        severity="warning",
        place=place(made.version),
    )
