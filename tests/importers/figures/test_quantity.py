"""Which numbers state a quantity, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.importers.figures.quantity import even, quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新建泵站12座", ["12 座"]),
        ("完成投资4.0亿元", ["4.0 亿元"]),
        ("发放补贴1,234.5万元", ["1,234.5 万元"]),
        ("接待游客1.2万人次", ["1.2 万人次"]),
        ("发电17.6亿千瓦时", ["17.6 亿千瓦时"]),
        ("森林覆盖率64.1%、绿化率38.5％", ["64.1 %", "38.5 %"]),
        ("提高0.2个百分点", ["0.2 个百分点"]),
        ("是上年的3.6倍", ["3.6 倍"]),
        ("走访20余家、80多户", ["20 家", "80 户"]),
        ("投资2亿多元", ["2 亿元"]),
        ("治理河道７．５公里", ["7.5 公里"]),
        ("浓度为28微克/立方米", ["28 微克/立方米"]),
        ("装机30MW", ["30 MW"]),
        ("用户突破10万，", ["10 万"]),
        ("增速为-3.2%", ["-3.2 %"]),
        ("审批时限压缩到2个工作日", ["2 个工作日"]),
        ("培训 15 场", ["15 场"]),
        ("占5.5%（3家）", ["5.5 %", "3 家"]),
    ],
)
def test_numbers_with_a_unit(text: str, found: list[str]) -> None:
    assert [f"{one.value} {one.unit}" for one in quantities(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日，5个月",
        "（临水发〔2024〕18号）",
        "第3批、第31届、第2位",
        "聚焦5个方面",
        "“科技创新40条”落地",
        "《安全30项措施》出台",
        "实施“335”工程和1+3+N模式",
        "5G基站、3D打印、A4纸、PM2.5",
        "电话12345678，邮编226600",
        "占全市1/3",
        "24小时值守，9时30分开始",
        "2.3家企业",
        "3—5家、60%至70%、2-3项",
        "一批项目、三家企业、双百行动",
        "时速120",
        "1" * 40 + "家",
        "{{ 高企5家 }}",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert list(quantities(text)) == []


def test_a_bound_is_told_from_a_quantity() -> None:
    found = list(quantities("实施50万元以上项目8项，其中100万元以上的3项，产量5吨以上。年收入超过5亿元的有2家"))
    assert [(one.value, one.bound) for one in found] == [
        ("50", True),
        ("8", False),
        ("100", True),
        ("3", False),
        ("5", False),
        ("5", True),
        ("2", False),
    ]


def test_from_a_number_to_a_number_are_two() -> None:
    assert [one.value for one in quantities("由2020年的40家增长到2024年的60家，从200户到2024年300户")] == [
        "40",
        "60",
        "200",
        "300",
    ]


def test_places_are_those_of_the_digits_and_the_unit() -> None:
    text = "共有 50余家，净增7户"
    far, near = quantities(text)
    assert (text[far.start : far.stop], text[far.end - 1 : far.end], far.tight) == ("50", "家", False)
    assert (text[near.start : near.end], near.tight) == ("7户", True)


@given(st.text(st.sampled_from("0123456789０５,.，。、 万亿家个％%年月日第“”《》（）-—至到余多净增其中\n{}"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    last = 0
    for one in quantities(text):
        assert last <= one.start < one.stop <= one.end <= len(text)
        assert even(text)[one.start : one.stop] == one.value and even(text)[: one.end].endswith(one.unit[-1])
        assert len(even(text)) == len(text)
        last = one.end


@pytest.mark.parametrize("piece", ["1", "1,111", "1个", "“", "(", "增长,", "占的", "{{ 高", "2024年1月", " "])
def test_hostile_runs_do_no_harm(piece: str) -> None:
    """A pattern that backtracks would not end."""
    assert len(list(quantities(piece * 20_000))) <= 20_000
