"""What a check found, as SARIF 2.1.0 (OASIS): for editors and for servers that show findings beside a text.

Lines and columns count from 1, columns in characters. What was accepted is there too, as suppressed, with the reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from drafter.actions.checking.telling import Examination
from drafter.checks import rules
from drafter.checks.rule import Rule
from drafter.model.problem import NOWHERE, Place, Problem
from drafter.model.words import Language

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(checked: Iterable[Examination], base: Path, version: str, language: Language) -> dict[str, Any]:
    """One run with all findings. Files are named from ``base``."""
    examinations = list(checked)
    found = [problem for each in examinations for problem in (*each.problems, *(known for known, _ in each.accepted))]
    declared = {code: _rule(rule, language) for code, rule in rules().items()}
    told: dict[str, dict[str, Any]] = {problem.code: declared.get(problem.code, {"id": problem.code}) for problem in found}
    numbers = {code: number for number, code in enumerate(told)}
    results = [_result(problem, numbers, base, language) for each in examinations for problem in each.problems]
    results += [
        {**_result(problem, numbers, base, language), "suppressions": [{"kind": "inSource", "justification": reason}]}
        for each in examinations
        for problem, reason in each.accepted
    ]
    driver = {"name": "drafter", "version": version, "rules": list(told.values())}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.name.to(language)},
        "fullDescription": {"text": f"{rule.reason.to(language)} [{rule.source}]"},
        "help": {"text": f"✗ {rule.wrong}\n✓ {rule.right}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, numbers: Mapping[str, int], base: Path, language: Language) -> dict[str, Any]:
    message = " ".join(part for part in (problem.message.to(language), problem.fix.to(language)) if part)
    said: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": numbers[problem.code],
        "level": _LEVELS[problem.severity],
        "message": {"text": message},
    }
    places = list(_location(problem.place, problem.words, base))
    if places:
        said["locations"] = places
    others = list(_location(problem.other, "", base)) if problem.other != NOWHERE else []
    if others:
        said["relatedLocations"] = others
    return said


def _location(place: Place, words: str, base: Path) -> Iterator[dict[str, Any]]:
    if place.file is None:
        return
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file, base)}}
    if place.line:
        region: dict[str, Any] = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        if place.column and words:
            region |= {"endColumn": place.column + len(words), "snippet": {"text": words}}
        where["region"] = region
    yield {"physicalLocation": where}


def _uri(file: str, base: Path) -> str:
    path = (base / file).absolute()
    if path.is_relative_to(base.absolute()):
        return quote(path.relative_to(base.absolute()).as_posix())
    return path.as_uri()
