"""Ordinals as people type them."""

import pytest

from drafter.model.ordinals import read_ordinal


@pytest.mark.parametrize(
    ("text", "sample", "number", "rest"),
    [
        ("一、工作开展情况", "一、", 1, "工作开展情况"),
        ("十二、保障措施", "一、", 12, "保障措施"),
        ("一百二十三、杂项", "一、", 123, "杂项"),
        ("三. 下步计划", "一.", 3, "下步计划"),
        ("（二）强化培训", "（一）", 2, "强化培训"),
        ("(二)强化培训", "（一）", 2, "强化培训"),
        ("㈡强化培训", "（一）", 2, "强化培训"),
        ("3.开展走访", "1.", 3, "开展走访"),
        ("3．开展走访", "1.", 3, "开展走访"),
        ("⒊开展走访", "1.", 3, "开展走访"),
        ("3、开展走访", "1、", 3, "开展走访"),
        ("(4)开展走访", "（1）", 4, "开展走访"),
        ("⑷开展走访", "（1）", 4, "开展走访"),
        ("4）开展走访", "1）", 4, "开展走访"),
        ("②开展走访", "①", 2, "开展走访"),
        ("第二，人手偏紧", "第一，", 2, "人手偏紧"),
        ("二是人手偏紧", "一是", 2, "人手偏紧"),
        ("三要压实责任", "一要", 3, "压实责任"),
        ("第二部分 明年打算", "第一部分", 2, "明年打算"),
        ("第三章　保障", "第一章", 3, "保障"),
        ("2.3 开展走访", "1.1 ", 3, "开展走访"),
        ("1.2024年重点工作", "1.", 1, "2024年重点工作"),
        ("一、2024年工作开展情况", "一、", 1, "2024年工作开展情况"),
        ("二、三大行动见成效", "一、", 2, "三大行动见成效"),
        ("\ufeff\u3000一、工作", "一、", 1, "工作"),
        ("五、", "一、", 5, ""),
        ("2 工作开展情况", "1 ", 2, "工作开展情况"),
        ("1 2023年工作总结", "1 ", 1, "2023年工作总结"),
        ("三　2024年工作计划", "一 ", 3, "2024年工作计划"),
    ],
)
def test_reads_scheme_number_and_rest(text: str, sample: str, number: int, rest: str) -> None:
    found = read_ordinal(text)
    assert found is not None
    assert (found.sample, found.number, found.rest) == (sample, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022年，全局上下",
        "1.5亿元用于",
        "1.5 亿元用于",
        "10余家企业",
        "12 所学校完成改造",
        "3 月份",
        "4.26知识产权日活动",
        "12.4国家宪法日",
        "一带一路建设",
        "一是一、二是二",
        "十四五规划",
        "一批项目",
        "三个五工程",
        "1-5月，",
        "一、二季度",
        "1、2月份",
        "1,200人参加",
        "3:1的比例",
        "（2022）12号",
        "一二、不是数",
        "一要素",
        "3  个项目",
        "第一季度",
        "第三方评估",
        "第一批名单",
    ],
)
def test_words_and_figures_are_no_ordinals(text: str) -> None:
    assert read_ordinal(text) is None


def test_family_joins_what_people_mix() -> None:
    families = [found.family for text in ("1.甲", "1、甲", "1．甲") if (found := read_ordinal(text))]
    assert families == ["1."] * 3
    points = [found.is_point for text in ("一是甲", "第一，甲", "其一，甲", "一、甲") if (found := read_ordinal(text))]
    assert points == [True, True, True, False]
