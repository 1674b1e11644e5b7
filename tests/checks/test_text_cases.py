"""Every rule over text finds what is planted for it, in other wording and departments, and leaves alone what only looks alike."""

from collections import defaultdict

import pytest
from text_cases import Case, cases, found, words

from drafter.checks import modules
from drafter.checks.rule import Rule

RULES = [rule for module in modules("text") for rule in module.RULES]
CASES = list(cases())
#: So many variants a rule; so many of a hundred must be found.
FEWEST, RECALL = 5, 90


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_what_is_planted(rule: Rule) -> None:
    planted = [case for case in CASES if case.code == rule.code and case.words is not None]
    assert len(planted) >= FEWEST
    missed = [case for case in planted if case.words not in words(case.text, rule.code)]
    assert 100 * (len(planted) - len(missed)) >= RECALL * len(planted), missed


@pytest.mark.parametrize("case", [case for case in CASES if case.words is None], ids=str)
def test_a_rule_leaves_alone_what_only_looks_alike(case: Case) -> None:
    assert words(case.text, case.code) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_its_example_is_true(rule: Rule) -> None:
    assert found(rule.wrong, rule.code) and not found(rule.right, rule.code)


def test_every_file_of_cases_is_of_a_rule() -> None:
    assert {case.code for case in CASES} <= {rule.code for rule in RULES}


def test_codes_are_one_rule_each() -> None:
    owners = defaultdict(list)
    for kind in ("facts", "text"):
        for module in modules(kind):
            for rule in getattr(module, "RULES", ()):
                owners[rule.code].append(module.__name__)
    assert [names for names in owners.values() if len(names) > 1] == []
