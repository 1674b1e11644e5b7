from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

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
    every = schema()["definitions"]["Fact"]["allOf"][1:]
    rules = {rule["if"]["properties"]["类别"]["const"]: rule["then"]["properties"] for rule in every}
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


def problems(text: str) -> list[str]:
    """What an editor would underline. Every scalar is text, as it is to drafter."""
    return [error.message for error in Draft7Validator(schema()).iter_errors(yaml.load(text, yaml.BaseLoader))]


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "facts").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_example_is_valid(path: Path) -> None:
    assert problems(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "题目: 总结",
        "期间: 24年",
        "版式: [三段式]",
        "指标: [{编号: 甲}]",
        "指标: [{编号: 甲, 名称: 乙, 状态: 大概}]",
        "成绩: [{标题: 甲, 分项: [{题: 乙}]}]",
        "成绩: [{标题: 甲, 类别: 奖状}]",
        "成绩: [{标题: 甲, 类别: 荣誉, 金额: 3}]",
        "成绩: [{标题: 甲, 类别: 文件, 动作: 拨付}]",
        "成绩: [{标题: 甲, 金额: 3}]",
        "体例: {成绩: {二级: {标题: 居中}}}",
        "体例: {成绩: {七级: {标题: 另行}}}",
        "通知: 甲",
        "页面: {版心: A3}",
    ],
)
def test_the_schema_refuses(text: str) -> None:
    assert problems(text)
