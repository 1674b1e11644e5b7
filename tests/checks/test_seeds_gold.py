"""The five seeds, read closely: every true defect that was seen, and every finding judged.

``seeds.tsv`` has a line each: seed, code, the first words of it, verdict. 真: told, and true. 假: told, and false; it is there until
it is mended. 漏: true, and no rule tells it; the code is that of the rule that would, or -. A seed's own words are quoted no further than to
know the place.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from conftest import SEEDS

from drafter.actions.checking.document import check_document
from drafter.model.problem import Problem

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="shared/ is not here")
TABLE = Path(__file__).parent / "seeds.tsv"
#: What reading itself says of a document, and not of its words.
READING = {"unit-unknown", "period-guessed", "period-differs"}
QUOTED = 12


@cache
def judged() -> list[tuple[str, str, str, str]]:
    lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line]
    return [(seed, code, words, verdict) for seed, code, words, verdict in lines]


@cache
def told() -> list[tuple[str, Problem]]:
    seeds = sorted(SEEDS.glob("*.txt"))
    return [(seed.stem, each) for seed in seeds for each in check_document(seed, SEEDS) if each.code not in READING]


def key(seed: str, problem: Problem) -> tuple[str, str, str]:
    return seed, problem.code, " ".join(problem.words.split())[:QUOTED]


def test_every_finding_was_judged_and_is_still_there() -> None:
    wanted = Counter((seed, code, words) for seed, code, words, verdict in judged() if verdict in "真假")
    assert Counter(key(*each) for each in told()) == wanted


def test_many_distinct_defects_are_found() -> None:
    true = {(seed, code, words) for seed, code, words, verdict in judged() if verdict == "真"}
    assert len(true) >= 60 and len({code for _, code, _ in true}) >= 25


def test_what_is_grave_is_true_and_nearly_all_that_is_warned_of() -> None:
    verdicts = {(seed, code, words): verdict for seed, code, words, verdict in judged()}
    for severity, least in (("error", 1.0), ("warning", 0.9)):
        found = [verdicts[key(*each)] for each in told() if each[1].severity == severity]
        assert found and found.count("真") >= least * len(found), severity
