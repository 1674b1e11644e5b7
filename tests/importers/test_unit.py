"""The body that a report is by, from what a document says of itself."""

import pytest

from drafter.importers.unit import find_unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("白沙街道办事处2023年工作总结", "白沙街道办事处"),
        ("市图书馆2019年度工作总结及2020年工作计划", "市图书馆"),
        ("县总工会上半年工作总结", "县总工会"),
        ("2022年青禾镇政府工作报告", "青禾镇政府"),
        ("关于宁和县水务局2021年工作情况的汇报", "宁和县水务局"),
        ("柳浦镇2024年上半年工作总结", "柳浦镇"),
        ("市公安局交通警察支队二〇〇八年工作总结", "市公安局交通警察支队"),
        ("2023年老干部工作总结", ""),
        ("创建文明城市工作总结", ""),
        ("第十届职工代表大会关于政府采购工作的报告", ""),
        ("我局2023年工作总结", ""),
    ],
)
def test_unit_in_the_title(title: str, unit: str) -> None:
    assert find_unit("", title, {}, "") == unit


@pytest.mark.parametrize(
    ("signature", "title", "metadata", "unit"),
    [
        ("青禾镇人民政府（公章）", "青禾镇2023年工作总结", {}, "青禾镇人民政府"),
        ("青禾镇人民政府镇长　王海", "政府工作报告", {}, "青禾镇人民政府"),
        ("汇报人：李东明", "县档案馆2023年工作总结", {}, "县档案馆"),
        ("（根据录音整理）", "2023年工作总结", {}, ""),
        ("", "石埠县水利局2024年上半年工作总结", {"发布机构": "县水利局\n"}, "石埠县水利局"),
        ("", "县水利局2024年上半年工作总结", {"来源": "石埠县水利局"}, "石埠县水利局"),
        ("", "上半年工作总结", {"来源": "网友投稿"}, ""),
    ],
)
def test_the_fullest_name_is_taken(signature: str, title: str, metadata: dict[str, str], unit: str) -> None:
    assert find_unit(signature, title, metadata, "") == unit


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        ("2023年，宁和县水务局在县委、县政府正确领导下，各项工作稳步推进。", "宁和县水务局"),
        ("今年以来，青禾镇党委坚持以高质量发展统揽全局。", "青禾镇党委"),
        ("今年以来，我局坚持以高质量发展统揽全局。", ""),
        ("在县委正确领导下，各项工作稳步推进。", ""),
    ],
)
def test_the_opening_words_tell_where_nothing_else_does(opening: str, unit: str) -> None:
    assert find_unit("", "2023年工作总结", {}, opening) == unit
