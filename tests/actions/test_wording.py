"""From a plan's words to those of what was done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.wording import done


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("力争全年衬砌渠道40公里。", "全年衬砌渠道40公里。"),
        ("确保水质进一步提升。", "水质提升。"),
        ("争取水库大坝通过验收。", "水库大坝通过验收。"),
        ("抓好申报，争取泵站获批。", "抓好申报，泵站获批。"),
        ("全年争取资金5000万元。", "全年争取资金5000万元。"),  # what one does with funds
        ("争取上级支持。", "争取上级支持。"),
        ("全局将继续开展巡查。", "全局继续开展巡查。"),
        ("将窗口设到村里。", "将窗口设到村里。"),  # not the future
        ("拟新聘水管员20名。", "新聘水管员20名。"),
        ("拟定模拟方案。", "拟定模拟方案。"),
        ("努力完成改造，计划在年底建成。", "完成改造，在年底建成。"),
        ("制定年度计划。", "制定年度计划。"),
        ("用好农技计划引才功能，全年计划引进技术员。", "用好农技计划引才功能，全年引进技术员。"),
        ("比上年更进一步。", "比上年更进一步。"),
        ("", ""),
    ],
)
def test_words_of_intention_go_and_nothing_else(plan: str, expected: str) -> None:
    assert done(plan) == expected


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("拟新聘水管员20名以上。", "新聘水管员23名。"),
        ("水费收入突破20万元。", "水费收入达到23万元。"),
        ("新装水表不少于20块", "新装水表达到23块"),
        ("新建２０公里", "新建23公里"),
        ("新建20公里，改造20公里", "新建20公里，改造20公里"),  # which of the two is not known
        ("新建120公里", "新建120公里"),
        ("新建十里", "新建十里"),
    ],
)
def test_the_number_reached_takes_the_place_of_the_target(plan: str, expected: str) -> None:
    assert done(plan, "20", "23") == expected


def test_without_a_number_reached_the_target_stays() -> None:
    assert done("新聘20名以上", "20", None) == "新聘20名以上"


@given(st.text(alphabet="力争取将继续拟新确保进一步达到20,，。以上 ", max_size=30))
def test_nothing_but_words_is_taken_out(text: str) -> None:
    left = iter(text)
    assert all(sign in left for sign in done(text))
