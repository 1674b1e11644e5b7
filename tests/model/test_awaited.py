"""Numbers that were carried over empty: a blank in a draft, with the unit that the number will have."""

import pytest

from drafter.model.figure import Figure, Rank
from drafter.model.printing import awaited, resolved

OPEN = Figure(id="净增", name="净增数", unit="家", stale=True)
SHARE = Figure(id="覆盖率", name="覆盖率", unit="%", stale=True)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("净增{{ 净增 }}", "净增【待填】家"),
        ("{{ 净增.数值 }}余{{ 净增.单位 }}", "【待填】余家"),
        ("同比{{ 净增.同比 }}、{{ 净增.环比 }}", "同比【待填】、【待填】"),
        ("为目标{{ 净增.目标 }}的{{ 净增.完成率 }}", "为目标【待填】家的【待填】%"),
        ("占{{ 净增.占比 }}，增{{ 净增.增减 }}", "占【待填】%，增【待填】家"),
        ("位居{{ 净增.排名 }}（{{ 净增.口径 }}）", "位居【待填】（【待填】）"),
        ("达{{ 覆盖率 }}，提高{{ 覆盖率.增减 }}", "达【待填】%，提高【待填】个百分点"),
        ("{{ 净增.名称 }}", "净增数"),
        ("{{ 净增.没有 }}{{ 没有 }}", "{{ 净增.没有 }}{{ 没有 }}"),
    ],
)
def test_the_blank(text: str, printed: str) -> None:
    assert resolved(text, {figure.id: figure for figure in (OPEN, SHARE)}) == printed


@pytest.mark.parametrize("part", ["上期", "同期", "目标", "口径", "排名", "同比", "环比", "增减", "完成率"])
def test_a_number_without_what_it_is_compared_with(part: str) -> None:
    figure = Figure(id="净增", name="净增数", value="5", unit="家", stale=True, rank=Rank(scope="全市"))
    assert awaited("净增", part, {"净增": figure}) is figure


def test_a_number_that_was_asked_for_and_not_given_still_waits() -> None:
    kept = Figure(id="净增", name="净增数", unit="家", origins=("2023/指标/净增",))
    assert awaited("净增", "", {"净增": kept}) is kept and resolved("净增{{ 净增 }}", {"净增": kept}) == "净增【待填】家"


def test_a_share_waits_for_its_whole() -> None:
    part = Figure(id="省级", name="省级", value="3", unit="个")
    whole = Figure(id="总数", name="总数", unit="个", parts=("省级",), stale=True)
    assert resolved("占{{ 省级.占比 }}", {"省级": part, "总数": whole}) == "占【待填】%"
    assert not awaited("省级", "占比", {"省级": part})


def test_what_does_not_wait() -> None:
    empty = Figure(id="净增", name="净增数", unit="家")
    nought = Figure(id="净增", name="净增数", value="5", unit="家", year_before="0", stale=True)
    assert not awaited("净增", "", {"净增": empty}) and not awaited("没有", "", {"净增": empty})
    assert not awaited("净增", "同比", {"净增": nought})
    assert resolved("净增{{ 净增 }}", {"净增": empty}) == "净增{{ 净增 }}"
