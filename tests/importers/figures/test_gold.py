"""Two real reports against a reading of every number in them (gold_*.tsv, written before any was looked for).

``kind`` figure: a number with a unit that states something. ``core``: words that its name must have (a / between
alternatives); ``whole``: the fullest name, outside of which a name may say nothing.
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import SEEDS

from drafter.actions.importing import look
from drafter.importers.figures import Text, find
from drafter.model.places import spots

NUMBER = re.compile(r"[0-9０-９]+[0-9,.．０-９]*")
FILLING = "数额总量率累计、人次"


class Score(NamedTuple):
    total: int
    found: int
    named: int
    false: int


def score(seed: str) -> Score:
    report = look(SEEDS / f"{seed}.txt", Path()).report
    parts = {id(fact): part for part, _, fact in report.facts()}
    texts = [
        Text(place, parts.get(id(spot.record), ""), spot.value) for place, spot in enumerate(spots(report)) if spot.field.refers
    ]
    proposed = {(use.key, use.start): one.figure for one in find(texts) for use in one.uses}
    with (Path(__file__).parent / f"gold_{seed}.tsv").open(encoding="utf-8", newline="") as file:
        gold = list(csv.DictReader(file, delimiter="\t"))
    numbers = [(text.key, number) for text in texts for number in NUMBER.finditer(text.text)]
    assert [number[0].rstrip(",.") for _, number in numbers] == [row["number"] for row in gold]
    total = found = named = false = 0
    for (key, number), row in zip(numbers, gold, strict=True):
        figure = proposed.get((key, number.start()))
        if row["kind"] != "figure":
            false += figure is not None
            continue
        total += 1
        if figure and figure["单位"] == row["unit"] and row["number"] in (figure.get("数值"), figure.get("目标")):
            found += 1
            named += right(str(figure["名称"]), row["core"], row["whole"])
    return Score(total, found, named, false)


def right(name: str, core: str, whole: str) -> bool:
    said = all(any(word in name for word in words.split("/")) for words in core.split())
    return said and len(name) <= 20 and set(name) <= set(whole + FILLING)


@pytest.mark.parametrize("seed", ["000", "003"])
def test_numbers_of_a_real_report(seed: str) -> None:
    if not (SEEDS / f"{seed}.txt").is_file():
        pytest.skip("the seeds are not here")
    reached = score(seed)
    assert reached.found >= 0.97 * reached.total, reached
    assert reached.named >= 0.95 * reached.found, reached
    assert reached.false <= 0.02 * reached.found, reached


def test_a_name_that_says_something_else_is_not_right() -> None:
    assert right("新增泵站", "泵站", "新增泵站")
    assert not right("泵站", "泵站 新增", "新增泵站")
    assert not right("新增泵站和桥梁", "泵站", "新增泵站")
