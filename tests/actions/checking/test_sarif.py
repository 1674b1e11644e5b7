"""SARIF 2.1.0: what other tools need of a finding."""

from pathlib import Path

from drafter.actions.checking.sarif import to_sarif
from drafter.actions.checking.telling import Examination
from drafter.model.problem import Place, Problem
from drafter.model.words import Both

HOME = Path("/somewhere/工作区")
WORDS = Both("还没有换。", "Not replaced.")


def problem(code: str, place: Place, **more: object) -> Problem:
    return Problem(code, WORDS, Both("换掉。", "Replace it."), "warning", place, **more)  # type: ignore[arg-type]


def test_a_log_names_rules_places_and_what_was_accepted() -> None:
    first = problem("placeholder", Place("facts/报告.yaml", 3, 7), words="xx", other=Place("/else/甲.yaml", 2))
    second = problem("near-colon", Place(str(HOME / "facts" / "甲.yaml")))
    third = problem("range-mark", Place("稿.txt", 1, 2), words="8-10")
    log = to_sarif([Examination([first, second], [(third, "原件如此")])], HOME, "1.2", "zh")
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], run["columnKind"]) == ("drafter", "1.2", "unicodeCodePoints")
    assert [rule["id"] for rule in driver["rules"]] == ["placeholder", "near-colon", "range-mark"]
    assert (
        driver["rules"][0]["defaultConfiguration"] == {"level": "error"}
        and "体裁" in driver["rules"][0]["fullDescription"]["text"]
    )
    one, two, three = run["results"]
    assert one["message"]["text"] == "还没有换。 换掉。" and one["level"] == "warning" and one["ruleIndex"] == 0
    assert one["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "facts/%E6%8A%A5%E5%91%8A.yaml"},
                "region": {"startLine": 3, "startColumn": 7, "endColumn": 9, "snippet": {"text": "xx"}},
            }
        }
    ]
    assert one["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///else/")
    assert "region" not in two["locations"][0]["physicalLocation"] and "suppressions" not in two
    assert three["suppressions"] == [{"kind": "inSource", "justification": "原件如此"}] and three["ruleIndex"] == 2


def test_what_has_no_place_has_no_location() -> None:
    (result,) = to_sarif([Examination([problem("placeholder", Place())])], HOME, "1", "en")["runs"][0]["results"]
    assert "locations" not in result and result["message"]["text"] == "Not replaced. Replace it."
