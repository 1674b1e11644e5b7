from drafter.actions.schema import schema
from drafter.kinds import kinds
from drafter.model.fields import fields_of
from drafter.model.report import Report


def test_every_word_of_the_report_is_described() -> None:
    properties = schema()["properties"]
    assert list(properties) == list(fields_of(Report))
    assert all(described.get("description") for described in properties.values())


def test_levels_stand_in_the_part_itself() -> None:
    assert {"标题", "级别", "一级", "六级"} <= set(schema()["definitions"]["PartStyle"]["properties"])


def test_a_kind_brings_its_fields_and_forbids_the_others() -> None:
    rules = {
        rule["if"]["properties"]["类别"]["const"]: rule["then"]["properties"] for rule in schema()["definitions"]["Fact"]["allOf"]
    }
    assert set(rules) == set(kinds())
    # One word, two kinds, two lists of choices.
    assert "印发" in rules["文件"]["动作"]["enum"] and "拨付" in rules["资金"]["动作"]["enum"]
    assert rules["荣誉"]["金额"] is False and rules["资金"]["金额"] is not False


def test_every_reference_leads_somewhere() -> None:
    whole = schema()

    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            return [found for key, inner in value.items() for found in ([inner] if key == "$ref" else references(inner))]
        return [found for inner in value for found in references(inner)] if isinstance(value, list) else []

    assert {name.removeprefix("#/definitions/") for name in references(whole)} <= set(whole["definitions"])
