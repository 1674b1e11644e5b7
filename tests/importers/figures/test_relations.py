"""What the words around a number say of it."""

import pytest

from drafter.importers.figures import Found, Text, find


def one(text: str) -> Found:
    (found,) = find([Text("a", "成绩", text)])
    return found


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("粮食产量7.1万吨，同比增长1.4%。", ("同比增长1.4%",)),
        ("绿化率38%，比上年提高1.5个百分点。", ("比上年提高1.5个百分点",)),
        ("企业税收8亿元，占比88.9%。", ("占比88.9%",)),
        ("登记合同6亿元，占年度目标任务的52%。", ("占年度目标任务的52%",)),
        ("征集难题238项，是去年的3.6倍。", ("去年的3.6倍",)),
        ("客运量40万人，货运量26万吨，同比分别增长7%、3%。", None),
        ("油菜面积9万亩，增加近4万亩。", ("增加近4万亩",)),
        ("人均花费906元，较全省人均花费低174元。", ("较全省人均花费低174元",)),
        ("接待游客54万人次，恢复至2019年同期水平的81%。", ("恢复至2019年同期水平的81%",)),
        ("优良天数比例90%，低于时序进度0.4个百分点。", ("低于时序进度0.4个百分点",)),
    ],
)
def test_a_number_about_a_number_is_no_figure_of_its_own(text: str, relations: tuple[str, ...] | None) -> None:
    if relations is None:
        found = find([Text("a", "成绩", text)])
        assert [each.figure["数值"] for each in found] == ["40", "26"]
        assert found[1].relations == ("同比分别增长7%", "同比分别增长3%")
    else:
        assert one(text).relations == relations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("数字经济核心产业增加值占地区生产总值比重达9.1%。", "数字经济核心产业增加值占地区生产总值比重"),
        ("全市研发投入占GDP比重增长0.2个百分点。", "研发投入占GDP比重增长"),
        ("社区养老服务覆盖率64.1%。", "社区养老服务覆盖率"),
        ("信访批次同比下降66.7%。", "信访批次同比下降"),
    ],
)
def test_a_rate_that_stands_alone_is_a_figure(text: str, name: str) -> None:
    assert one(text).figure["名称"] == name


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("灰霾天数27天，比上年减少8天。", "35"),
        ("驿站30座，较去年增加5座。", "25"),
        ("驿站30座，比上年增加40座。", None),
        ("驿站30座，环比增加5座。", None),
    ],
)
def test_the_year_before_follows_from_an_exact_difference_only(text: str, before: str | None) -> None:
    found = one(text)
    assert found.figure.get("同期") == before and found.relations
    assert found.confidence < 0.9 or before is None


def test_a_rate_makes_no_base_up() -> None:
    assert "同期" not in one("产值40亿元，同比增长11.1%。").figure


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("注册志愿者8万人，居全省第3位。", {"范围": "全省", "名次": "3"}),
        ("新增驿站12座，总量保持苏中第一。", {"范围": "苏中", "名次": "1"}),
        ("建成分店4个，在全省县级市中数量排名第一。", {"范围": "全省县级市", "名次": "1"}),
        ("引进人才9名，排名第十二位。", {"名次": "12"}),
        ("引进人才9名，全省排位第8。", {"范围": "全省", "名次": "8"}),
        ("引进人才9名，我市位居第二位。", None),
        ("引进人才9名，举办第8届大赛。", None),
        ("引进人才9名，居全省前列。", None),
        ("引进人才9名，第二批正在申报。", None),
        ("引进人才9名；绿化率全省第一。", None),
    ],
)
def test_rank(text: str, rank: dict[str, str] | None) -> None:
    assert one(text).figure.get("排名") == rank


def test_a_rank_of_all_that_were_named() -> None:
    found = find([Text("a", "成绩", "专精特新企业净增9家，总数61家，净增数、总数均为苏北第一。")])
    assert [each.figure["排名"] for each in found] == [{"范围": "苏北", "名次": "1"}] * 2


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("预计完成产值66亿元、税收3亿元；已建成驿站5座。", ["预计", "预计", None]),
        ("预计产值66亿元，1—9月税收3亿元。", ["预计", None]),
    ],
)
def test_expected(text: str, states: list[str | None]) -> None:
    assert [each.figure.get("状态") for each in find([Text("a", "成绩", text)])] == states


def test_until_when_it_is_counted() -> None:
    assert one("截至6月底，注册志愿者8万人。").figure["口径"] == "截至6月底"
    assert one("2022年底有高新技术企业291家。").figure["口径"] == "2022年底"


def test_what_follows_a_bracket_is_about_what_stands_before_it() -> None:
    first, second = find([Text("a", "成绩", "旅客运输852万人次（全年预计960万人次），同比增长3%。")])
    assert (first.relations, second.relations) == (("同比增长3%",), ())
