"""Offers of figures: while a reference is being written, and for a number that a figure holds."""

import pytest

from drafter.actions.editing.references import Offer, holders, number_offer, offers
from drafter.model.figure import Figure, Rank

FIGURES = {
    figure.id: figure
    for figure in (
        Figure(id="入园企业", name="当年入园企业数", value="76", unit="家", year_before="64", target="70"),
        Figure(id="企业总数", name="园区企业总数", value="1,208", unit="家"),
        Figure(id="研发占比", name="研发投入占比", value="2.95", unit="%"),
        Figure(id="位次", name="综合位次", value="", rank=Rank(scope="全市", place=2)),
        Figure(id="课题", name="课题", value="9", unit="个"),
    )
}
KNOWN = holders(FIGURES)


def names(text: str) -> list[str]:
    """What is offered at the bar in ``text``."""
    return [offer.name for offer in offers(text.replace("|", ""), text.index("|"), FIGURES)]


def put(text: str, offer: Offer | None) -> str:
    assert offer is not None
    return text[: offer.start] + offer.text + text[offer.end :]


def test_all_figures_are_offered_after_two_braces_and_fewer_as_one_types() -> None:
    assert names("增加{{|") == list(FIGURES)
    assert names("增加{{ 企业|") == ["企业总数", "入园企业"]  # what begins with it comes first
    assert names("增加{{投入|") == ["研发占比"]  # found by its name
    assert names("增加{{ 没有|") == []


@pytest.mark.parametrize("text", ["增加{|", "|{{", "\\{{ 企业|", "{{ 企业总数 }}|", "{{ 7*|", "{{\n企业|"])
def test_nothing_is_offered_outside_an_open_reference(text: str) -> None:
    assert names(text) == []


def test_an_offer_says_name_and_value() -> None:
    (offer,) = offers("{{研发", 4, FIGURES)
    assert offer.detail == "研发投入占比  2.95%"
    assert put("{{研发", offer) == "{{ 研发占比 }}"


def test_a_reference_that_is_written_already_is_replaced_as_a_whole() -> None:
    text = "净增{{ 企业总数 }}，居前"
    offer = next(one for one in offers(text, text.index("总"), FIGURES) if one.name == "入园企业")
    assert put(text, offer) == "净增{{ 入园企业 }}，居前"


def test_what_a_chinese_input_method_types_for_braces_and_full_stop_is_understood() -> None:
    assert names("增加｛｛ 企业|") == ["企业总数", "入园企业"]
    (offer,) = offers("增加｛｛企业总｝｝", 7, FIGURES)
    assert put("增加｛｛企业总｝｝", offer) == "增加{{ 企业总数 }}" and offer.whole
    offer = offers("增加{{ 入园企业。完", 11, FIGURES)[0]
    assert put("增加{{ 入园企业。完", offer) == "增加{{ 入园企业.完成率 }}" and not offer.whole


def test_a_dot_after_the_beginning_of_the_only_name_that_fits_offers_its_parts() -> None:
    assert put("{{入园.同", offers("{{入园.同", 6, FIGURES)[0]) == "{{ 入园企业.同比 }}"
    assert names("{{企业.|") == [] and names("{{.|") == []


def test_parts_are_offered_after_a_dot_with_what_they_print_now() -> None:
    found = offers("同比{{ 入园企业.", 10, FIGURES)
    said = {offer.name: offer.detail for offer in found}
    assert [offer.name for offer in found][:3] == ["同比", "增减", "完成率"]
    assert (said["同比"], said["增减"], said["完成率"]) == ("增长18.8%", "12家", "108.6%")
    assert said["排名"] is None and found[-1].detail is None  # what cannot be printed comes last
    assert names("{{ 入园企业.同|") == ["同比", "同期"]
    assert put("{{ 位次.排", offers("{{ 位次.排", 7, FIGURES)[0]) == "{{ 位次.排名 }}"
    assert names("{{ 没有.|") == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("新增76家", "新增{{ 入园企业 }}"),
        ("新增76", "新增{{ 入园企业 }}"),
        ("新增７６家，", "新增{{ 入园企业 }}，"),
        ("总数1208家企业", "总数{{ 企业总数 }}企业"),
        ("总数1,208家", "总数{{ 企业总数 }}"),
        ("占2.95%", "占{{ 研发占比 }}"),
        ("立项9个", "立项{{ 课题 }}"),
        ("前面{{ 课题 }}后76家", "前面{{ 课题 }}后{{ 入园企业 }}"),
    ],
)
def test_a_number_that_a_figure_holds_offers_to_become_a_reference(text: str, after: str) -> None:
    assert put(text, number_offer(text, len(text), KNOWN)) == after


@pytest.mark.parametrize(
    "text",
    [
        "176家", "76.5家", "0.76家", "760", "2024-76", "2024/76", "第76家", "76—80家", "76-80", "A76", "76年", "76月", "76个",
        "76%", "12:76", "1,208,000家", "3,76家", "9", "9个月", "{{ x76", "{{ 课题76", "新增76家以后又写了很多别的内容一直写下去",
        "76家\n", "（一）7",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert number_offer(text, len(text), KNOWN) is None


def test_no_number_inside_a_reference_is_offered() -> None:
    known = holders({"指标76": Figure(id="指标76", name="", value="76", unit="家")})
    text = "新增{{ 指标76 }}"
    assert number_offer(text, len(text), known) is None
    assert number_offer(text, text.index("76") + 2, known) is None


def test_the_last_number_before_the_caret_counts() -> None:
    text = "新增76家，总数1208家"
    assert put(text, number_offer(text, 5, KNOWN)) == "新增{{ 入园企业 }}，总数1208家"
    assert put(text, number_offer(text, len(text), KNOWN)) == "新增76家，总数{{ 企业总数 }}"


def test_a_figure_whose_numbers_are_still_being_typed_is_offered_too() -> None:
    typed = {"甲": Figure(id="甲", name="甲", value="七十", target="80", unit="家")}
    assert {offer.name: offer.detail for offer in offers("{{甲.", 4, typed)}["完成率"] is None
    assert holders(typed) == {}


def test_among_ten_thousand_figures_in_a_long_paragraph() -> None:
    many = {f"指标{n}": Figure(id=f"指标{n}", name=f"名称{n}", value=str(n), unit="家") for n in range(10_000)}
    known = holders(many)
    text = "一段很长的话，" * 1000 + "{{ 名称99"
    assert offers(text, len(text), many)
    assert number_offer(text + "。", len(text), known) is None
