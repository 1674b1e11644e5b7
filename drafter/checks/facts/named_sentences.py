"""句子 that name no sentence of the text, several, or one that another names: an edit may have moved the words."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.sentence import Sentence
from drafter.model.trimming import fitting, spans
from drafter.model.words import Both

RULES = (
    Rule(
        "sentence-not-found",
        "error",
        Both("“句”不在正文里", "A 句 that is not in the text"),
        Both(
            "正文改过之后，原来标的那一句就认不出来，该删的会留下，不该给的会给出去。",
            "Once the text was edited, a version would keep what was to go.",
        ),
        SYSTEM,
        "正文: 建成平台3个。兑现资金2亿元。 句子: [{句: 兑现奖补, 优先级: 低}]",
        "正文: 建成平台3个。兑现资金2亿元。 句子: [{句: 兑现资金, 优先级: 低}]",
        acceptable=False,
    ),
    Rule(
        "sentence-ambiguous",
        "error",
        Both("“句”认不准是哪一句", "A 句 that fits several sentences"),
        Both(
            "开头相同的有几句，或者同一句标了两次，就不知道按哪个办。",
            "It cannot be told which sentence is meant, or which of two marks holds.",
        ),
        SYSTEM,
        "正文: 建成平台3个。建成基地1个。 句子: [{句: 建成, 优先级: 低}]",
        "正文: 建成平台3个。建成基地1个。 句子: [{句: 建成基地, 优先级: 低}]",
        acceptable=False,
    ),
)
CODES = frozenset(rule.code for rule in RULES)
_SHOWN = 15


def check(subject: Subject) -> Iterator[Problem]:
    for _, path, fact in subject.facts:
        if fact.sentences:
            yield from _of(fact, fact.id or path)


def _of(fact: Fact, key: str) -> Iterator[Problem]:
    taken: dict[int, str] = {}
    for each in fact.sentences:
        if not each.begins.strip():
            continue
        places = fitting(fact.text, each.begins)
        if len(places) == 1 and places[0] not in taken:
            taken[places[0]] = each.begins
        elif len(places) == 1:
            yield _problem("sentence-ambiguous", each, key, _twice(each.begins, taken[places[0]]), _ONE)
        elif places:
            yield _problem("sentence-ambiguous", each, key, _several(each.begins, len(places)), _LONGER)
        else:
            yield _problem("sentence-not-found", each, key, *_nowhere(fact.text, each.begins))


_ONE = Both("两条合成一条。", "Make one of the two.")
_LONGER = Both("把这一句的开头多写几个字。", "Write more of its first words.")


def _twice(begins: str, other: str) -> Both:
    return Both(f"“{begins}”和“{other}”标的是同一句。", f"“{begins}” and “{other}” name the same sentence.")


def _several(begins: str, count: int) -> Both:
    return Both(f"正文里有 {count} 句以“{begins}”开头。", f"{count} sentences of the text begin with “{begins}”.")


def _nowhere(text: str, begins: str) -> tuple[Both, Both]:
    """What is wrong, and what to do: the words may stand inside a sentence."""
    at = text.find(begins.strip())
    around = next((text[start:end] for start, end in spans(text) if start <= at < end), None)
    if around is None:
        return (
            Both(f"正文里没有以“{begins}”开头的句子。", f"No sentence of the text begins with “{begins}”."),
            Both(
                "正文改过的，照现在的开头几个字写，{{ }} 也照写；那一句没有了就删去这一条。",
                "Write its first words as they stand now, or remove the mark.",
            ),
        )
    shown = around[:_SHOWN].split("\n")[0]
    return (
        Both(f"“{begins}”在一句话的中间，不能单独删。", f"“{begins}” stands inside a sentence, which goes as a whole."),
        Both(
            f"那一句从“{shown}”开始，“句”写它的开头，或在正文里断句。",
            f"That sentence begins with “{shown}”: name it so, or part it in the text.",
        ),
    )


def _problem(code: str, sentence: Sentence, key: str, said: Both, fix: Both) -> Problem:
    return Problem(code, said, fix, place=place(sentence, "句"), fact=key, gate=True)
