import pytest

from drafter.model.figure import Figure, Rank
from drafter.model.printing import printed, resolved

FIGURES = {
    figure.id: figure
    for figure in (
        Figure(id="总数", name="企业总数", value="300", unit="家", target="280", parts=("其一", "其二")),
        Figure(id="其一", name="大企业", value="105", unit="家", last="100", year_before="120", rank=Rank(scope="全市", place=2)),
        Figure(id="资金", name="资金", value="4.0", unit="亿元", year_before="4.0"),
        Figure(id="比重", name="投入占比", value="38.0", unit="%", year_before="36.5", last="38"),
        Figure(id="空", name="还没有数"),
    )
}


@pytest.mark.parametrize(
    ("name", "part", "text"),
    [
        ("总数", "", "300家"),
        ("总数", "数值", "300"),
        ("总数", "完成率", "107.1%"),
        ("其一", "占比", "35%"),
        ("其一", "同比", "下降12.5%"),
        ("其一", "环比", "增长5%"),
        ("其一", "增减", "-15家"),
        ("其一", "上期", "100家"),
        ("其一", "排名", "全市第2位"),
        ("资金", "", "4.0亿元"),
        ("资金", "同比", "持平"),
        ("比重", "同比", "提高1.5个百分点"),
        ("比重", "环比", "持平"),
        ("比重", "增减", "1.5个百分点"),
        ("总数", "同比", None),
        ("资金", "占比", None),
        ("空", "", None),
        ("没有", "", None),
        ("总数", "没有", None),
    ],
)
def test_what_a_reference_prints(name: str, part: str, text: str | None) -> None:
    assert printed(name, part, FIGURES) == text


def test_a_reference_that_cannot_be_printed_stays() -> None:
    assert resolved("共{{ 总数 }}，新增{{ 空 }}。", FIGURES) == "共300家，新增{{ 空 }}。"


def test_numbers_of_thirty_digits_are_exact() -> None:
    figures = {"大": Figure(id="大", name="大", value="9" * 30, unit="家", year_before="1" + "0" * 29, last="1")}
    assert printed("大", "增减", figures) == "8" + "9" * 29 + "家"
    assert printed("大", "同比", figures) == "增长900%"
    assert printed("大", "环比", figures) == "增长" + "9" * 29 + "800%"


def test_halves_are_rounded_up() -> None:
    figures = {"半": Figure(id="半", name="半", value="1", target="16")}
    assert printed("半", "完成率", figures) == "6.3%"
