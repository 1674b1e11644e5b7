"""What the numbers of a sentence are of."""

import pytest

from drafter.importers.figures import Text, find


def names(text: str, part: str = "成绩") -> list[str]:
    found = find([Text("a", part, text)])
    return [f"{one.figure['名称']} {one.figure.get('数值') or one.figure['目标']}{one.figure['单位']}" for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Before the number.
        ("截至10月底，全市共建成口袋公园18个。", ["建成口袋公园 18个"]),
        ("全年完成港口货物吞吐量4.0亿吨，同比增长3.1%。", ["港口货物吞吐量 4.0亿吨"]),
        ("通过“一窗通办”兑现奖补资金320万元。", ["兑现奖补资金 320万元"]),
        ("线上线下举办各类农技培训、政策宣讲会6场。", ["农技培训政策宣讲会 6场"]),
        ("临河镇预计完成工业总产值66.5亿元。", ["临河镇工业总产值 66.5亿元"]),
        ("实施10万元以上技改项目55项。", ["10万元以上技改项目 55项"]),
        ("惠及农户200户。", ["惠及农户 200户"]),
        # Behind the unit.
        ("引进7名博士。", ["引进博士 7名"]),
        ("水务局、林业局等5个牵头部门签订责任书。", ["牵头部门 5个"]),
        ("9个项目列入省“绿色低碳”示范目录。", ["列入省绿色低碳示范目录项目 9个"]),
        ("建成了800平方米的集展示、培训于一体的科普馆。", ["科普馆 800平方米"]),
        ("对12家连续三年未申报的企业逐户走访。", ["连续三年未申报的企业 12家"]),
        ("整治3处省级、4处市级隐患点。", ["整治省级 3处", "市级隐患点 4处"]),
        ("为16家企业落实税费减免近1.5亿元。", ["落实税费减免企业 16家", "税费减免 1.5亿元"]),
        ("在港口设立3个面向渔民的便民服务站。", ["便民服务站 3个"]),
        # From the number before.
        ("专精特新企业净增9家，总数达到61家。", ["专精特新企业净增数 9家", "专精特新企业总数 61家"]),
        ("建成充电站40座，其中公交专用站6座。", ["建成充电站 40座", "公交专用站 6座"]),
        ("市级平台达到30个，其中国家级2个。", ["市级平台 30个", "国家级平台 2个"]),
        ("组织护林员培训4场、150余人次。", ["护林员培训 4场", "护林员培训人次 150人次"]),
        ("新增家庭农场20家、农民合作社8家。", ["新增家庭农场 20家", "新增农民合作社 8家"]),
        (
            "办理取水许可33件，新办2件、延期25件、注销6件。",
            ["办理取水许可 33件", "取水许可新办 2件", "取水许可延期 25件", "取水许可注销 6件"],
        ),
        ("青溪镇入选国家水利风景区，全省仅3家。", ["全省国家水利风景区 3家"]),
        ("演出66场；国内观众7万人次。", ["演出 66场", "国内观众 7万人次"]),
        ("3个城市受到通报表扬。", ["受到通报表扬城市 3个"]),
        ("立项省级课题2项，南溪共5项。", ["立项省级课题 2项", "南溪立项省级课题 5项"]),
        ("完成旅客运输852万人次（全年预计960万人次），同比增长3%。", ["旅客运输 852万人次", "全年旅客运输 960万人次"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_name_is_no_longer_than_twenty_signs() -> None:
    long = "推动全市农村人居环境整治提升五年行动重点任务清单所列村庄公共厕所改造提升工程"
    (name,) = names(f"完成{long}12个。")
    assert name == "村庄公共厕所改造提升工程 12个" or len(name) <= 24
    assert long.endswith(name.split()[0])


def test_what_nothing_names_is_proposed_with_little_confidence() -> None:
    (found,) = find([Text("a", "成绩", "5.5%。")]) or [None]
    assert found is None
    (found,) = find([Text("a", "成绩", "由60天压缩到更短。")])
    assert found.confidence < 0.5


def test_ids_can_be_referred_to() -> None:
    text = "高新技术企业净增9家，总数61家。10万元以上技改项目5项。其他规模以上工业企业研发机构4家、PM2.5浓度28微克/立方米。"
    ids = [str(one.figure["编号"]) for one in find([Text("a", "成绩", text)])]
    assert ids == ["高企净增", "高企总数", "技改项目", "其他规上企业研发机构", "PM25浓度"]


def test_an_id_that_is_taken_gets_a_number() -> None:
    found = find([Text("a", "成绩", "建成驿站5座。"), Text("b", "成绩", "建成驿站6座。")], {"建成驿站"})
    assert [one.figure["编号"] for one in found] == ["建成驿站2", "建成驿站3"]
