"""What rules declare: every code that a rule yields is declared, once, with a reason, a source and an example."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from drafter.checks import modules, rules
from drafter.checks.rule import GENRE, LAYOUT, NUMERALS, PUNCTUATION, SYSTEM, WORKSPACE, Rule

MODULES = [module for kind in ("facts", "text") for module in modules(kind)]
SOURCES = (GENRE, LAYOUT, NUMERALS, PUNCTUATION, SYSTEM, WORKSPACE)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.removeprefix("drafter.checks."))
def test_every_code_that_is_yielded_is_declared(module: ModuleType) -> None:
    assert set(yielded(module)) <= set(rules())


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_a_rule_says_why_and_who_says_so(rule: Rule) -> None:
    assert rule.source.startswith(SOURCES)
    assert rule.reason.zh.endswith("。") and rule.reason.en.endswith(".")
    assert rule.name.zh and rule.name.en and rule.wrong and rule.right and rule.wrong != rule.right


def yielded(module: ModuleType) -> Iterator[str]:
    """The codes that are written out where problems and findings are made."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Problem", "Finding", "together"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant):
                yield str(first.value)
