import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from support import docx_paragraphs

from drafter.actions.diff import Difference, diff, document
from drafter.actions.differing.reading import two
from drafter.model.problem import Refused

FIRST = """
单位: 临江市水务局
期间: 2023
标题: 2023年工作总结
导语: 2023年，全局上下一心抓落实。
指标:
- {编号: 管网, 名称: 新建管网, 数值: 70, 单位: 公里, 汇总: 累加}
- {编号: 漏损, 名称: 管网漏损率, 数值: 12.5, 单位: '%', 汇总: 期末}
- {编号: 投资, 名称: 完成投资, 数值: 3.2, 单位: 亿元}
- {编号: 已无, 名称: 已无的数, 数值: 1, 单位: 项}
成绩:
- 标题: 防汛抗旱
  分项:
  - {标题: 备汛有序, 正文: 汛前检查水库27座，查出隐患63处。}
  - {编号: 抢险, 标题: 抢险及时, 正文: 青溪三次超警，转移群众1140人。}
  - {标题: 抗旱保苗, 正文: 龙门岭水库放水2300万立方米。}
问题:
- {标题: 水源单一, 正文: 中心城区八成用水依赖龙门岭水库。}
打算:
- {编号: 除险, 标题: 推进龙门岭水库除险加固, 正文: 完成大坝防渗墙。}
- {编号: 水厂, 标题: 加快城东水厂建设, 正文: 年底通水。}
- {编号: 备用, 标题: 谋划白鹭湖备用水源, 正文: 完成可行性研究。}
- {编号: 征费, 标题: 规范水资源税征收, 正文: 加强信息比对。}
- 标题: 深化水价改革
  编号: 水价
  指标: 管网
  分项:
  - {标题: 装表计量, 正文: 新装水表三千只。}
"""
MIDDLE = """
单位: 临江市水务局
期间: 2024-H1
标题: 2024年上半年工作总结
来自: [2023]
成绩:
- {编号: 大坝, 标题: 大坝合龙, 来自: 2023/打算/1}
- {编号: 处置, 标题: 险情处置, 来自: 2023/抢险}
"""
SECOND = """
单位: 临江市水务局
期间: 2024
标题: 2024年工作总结
来自: [2024-H1, 2023]
导语: 2024年，全局上下一心抓落实。
指标:
- {编号: 管网, 名称: 新建管网, 数值: 84, 单位: 公里, 汇总: 累加}
- {编号: 损失, 名称: 漏损率, 数值: 10, 单位: '%', 来自: [2023/指标/漏损]}
- {编号: 投资, 名称: 完成投资, 数值: 45000, 单位: 万元}
- {编号: 新数, 名称: 新的数, 数值: 5, 单位: 项, 状态: 预计}
成绩:
- 标题: 防汛抗旱
  分项:
  - {标题: 备汛有序, 正文: 汛前检查水库31座，查出隐患48处。}
  - {标题: 险情处置有力, 正文: 青溪堤防管涌得到处置。, 来自: 2024-H1/处置}
- {标题: 大坝加固完工, 正文: 防渗墙投入使用。, 来自: 2024-H1/大坝}
- {标题: 城东水厂通水, 正文: 城东水厂12月建成，日供水八万吨。}
- {标题: 党建走深走实, 正文: 与六个社区结对。}
问题:
- {标题: 水源单一, 正文: 中心城区八成用水依赖龙门岭水库。}
打算:
- {标题: 报批备用水源, 正文: 上半年批复。, 对应: [2023/打算/3]}
上期打算:
- {来自: 2023/水价, 标题: 深化水价改革, 兑现: 未完成, 说明: 价格听证推迟}
"""


def write(workspace: Path, name: str, text: str) -> None:
    folder = workspace / "facts" / name
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(text, "utf-8")


@pytest.fixture
def compare(tmp_path: Path) -> Callable[[str, str], Difference]:
    for name, text in (("2023", FIRST), ("2024-H1", MIDDLE), ("2024", SECOND)):
        write(tmp_path, name, text)

    def compared(old: str, new: str) -> Difference:
        read = two(old, new, tmp_path)
        assert not read.problems
        return diff(read.old, read.new, read.between)

    return compared


@pytest.fixture
def found(compare: Callable[[str, str], Difference]) -> Difference:
    return compare("2023", "2024")


def told(found: Difference) -> dict[str, tuple[str, str]]:
    """Heading → (state, sign) of each fact but the plans."""
    return {
        (each.new or each.old).heading: (each.state, each.sign)  # type: ignore[union-attr]
        for each in found.facts
        if (each.new or each.old).part != "打算"  # type: ignore[union-attr]
    }


def test_what_is_new_goes_on_was_reworded_or_dropped(found: Difference) -> None:
    assert told(found) == {
        "防汛抗旱": ("照旧", "标题"),
        "备汛有序": ("改数", "标题"),
        "险情处置有力": ("改写", "来自"),
        "大坝加固完工": ("新增", ""),
        "城东水厂通水": ("新增", ""),
        "党建走深走实": ("新增", ""),
        "水源单一": ("照旧", "标题"),
        "抗旱保苗": ("删去", ""),
    }


def test_what_a_report_in_between_passed_on_counts(compare: Callable[[str, str], Difference]) -> None:
    passed = next(each for each in compare("2023", "2024").facts if each.new and each.new.heading == "险情处置有力")
    assert passed.old and (passed.old.key, passed.old.path) == ("抢险", "成绩/1/2")
    assert told(compare("2024-H1", "2024"))["险情处置有力"] == ("改写", "来自")


def test_figures_change_by_number_and_rate_or_say_why_not(found: Difference) -> None:
    figures = {each.name: each for each in found.figures}
    assert (figures["新建管网"].old, figures["新建管网"].new) == ("70公里", "84公里")
    assert (figures["新建管网"].change, figures["新建管网"].rate, figures["新建管网"].moved) == ("+14公里", "增长20%", True)
    assert (figures["漏损率"].change, figures["漏损率"].rate) == ("-2.5个百分点", "下降2.5个百分点")
    assert figures["完成投资"].units and figures["完成投资"].change is figures["完成投资"].rate is None
    assert (figures["新的数"].state, figures["新的数"].expected, figures["已无的数"].state) == ("新增", True, "删去")


def test_what_was_done_in_half_a_year_is_not_held_against_a_year(tmp_path: Path) -> None:
    figures = "指标:\n- {{编号: 甲, 名称: 甲, 数值: {}, 单位: 家, 汇总: 累加}}\n- {{编号: 乙, 名称: 乙, 数值: {}, 单位: 家, 汇总: 期末}}\n"
    write(tmp_path, "2024-H1", "单位: 某局\n期间: 2024-H1\n标题: 总结\n" + figures.format(5, 5))
    write(tmp_path, "2024", "单位: 某局\n期间: 2024\n标题: 总结\n" + figures.format(9, 9))
    read = two("2024-H1", "2024", tmp_path)
    first, second = diff(read.old, read.new).figures
    assert (first.spans, first.rate, second.spans, second.change) == (True, None, False, "+4家")
    assert "期间长短不同" in document(diff(read.old, read.new), "txt").decode()


def test_each_plan_has_an_end(found: Difference) -> None:
    ends = {each.plan.heading: (each.end, [(one.fact.heading, one.linked) for one in each.became]) for each in found.plans}
    assert ends == {
        "推进龙门岭水库除险加固": ("成绩", [("大坝加固完工", True)]),
        "加快城东水厂建设": ("成绩", [("城东水厂通水", False)]),
        "谋划白鹭湖备用水源": ("打算", [("报批备用水源", True)]),
        "规范水资源税征收": ("没有下文", []),
        "深化水价改革": ("已答复", []),
        "装表计量": ("随上级", []),
    }
    answered = next(each for each in found.plans if each.plan.heading == "深化水价改革")
    assert (answered.outcome, answered.note) == ("未完成", "价格听证推迟")


def test_an_answer_beside_the_plan_itself_counts(tmp_path: Path) -> None:
    write(tmp_path, "2023", "单位: 某局\n期间: 2023\n标题: 总结\n打算:\n- {标题: 建水厂, 兑现: 取消, 说明: 并入二期}\n")
    write(tmp_path, "2024", "单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n- 标题: 抓党建\n")
    read = two("2023", "2024", tmp_path)
    [fate] = diff(read.old, read.new).plans
    assert (fate.end, fate.outcome, fate.note) == ("已答复", "取消", "并入二期")


def test_old_text_is_counted_section_by_section(found: Difference) -> None:
    counted = {each.heading: each[2:] for each in found.sections}
    assert counted["导语"] == (1, 0, 1, 0)
    assert counted["防汛抗旱"] == (2, 0, 1, 0)
    assert counted["问题"] == (1, 1, 0, 0)
    assert found.overall[2:] == tuple(sum(column) for column in zip(*counted.values(), strict=True))
    assert found.worst and found.worst.share == 1.0 and found.worst.heading in ("导语", "问题")


def test_plans_are_one_section_whatever_stands_below_them(tmp_path: Path) -> None:
    plan = "单位: 某局\n期间: {}\n标题: 总结\n打算:\n- {{标题: 引水, 正文: 打通南线引水隧洞。, 分项: [{{正文: 落实用地指标。}}]}}\n- 正文: 清淤。\n"
    for name in ("2023", "2024"):
        write(tmp_path, name, plan.format(name))
    read = two("2023", "2024", tmp_path)
    assert [(each.heading, each.sentences) for each in diff(read.old, read.new).sections] == [("打算", 2)]


def test_a_reworded_sentence_is_told_from_a_new_one(tmp_path: Path) -> None:
    text = "单位: 某局\n期间: {}\n标题: 总结\n成绩:\n- 标题: 供水\n  正文: {}\n"
    write(tmp_path, "2023", text.format(2023, "城东水厂完成取水口和清水池主体工程。"))
    write(tmp_path, "2024", text.format(2024, "城东水厂取水口和清水池主体工程全部完成。新招青年干部十二名。"))
    read = two("2023", "2024", tmp_path)
    [section] = diff(read.old, read.new).sections
    assert section[2:] == (2, 0, 0, 1) and section.share == 0 and section.likeness == 0.5


def test_words_of_the_period_that_only_rolled_over_are_no_new_text(tmp_path: Path) -> None:
    text = "单位: 某局\n期间: {}\n标题: 总结\n成绩:\n- 标题: 供水\n  正文: {}共维修泵站三座，群众满意。\n"
    write(tmp_path, "2024-H1", text.format("2024-H1", "上半年"))
    write(tmp_path, "2024-H2", text.format("2024-H2", "下半年"))
    read = two("2024-H1", "2024-H2", tmp_path)
    found = diff(read.old, read.new)
    assert [each.state for each in found.facts] == ["改数"] and found.sections[0][2:] == (1, 0, 1, 0)


def test_a_report_is_no_different_from_itself(compare: Callable[[str, str], Difference]) -> None:
    same = compare("2023", "2023")
    assert {each.state for each in same.facts} == {"照旧"} and same.overall.share == 1.0
    assert not any(each.moved for each in same.figures)


def test_an_empty_report_compares(tmp_path: Path) -> None:
    for name in ("2023", "2024"):
        write(tmp_path, name, f"单位: 某局\n期间: {name}\n标题: 总结\n")
    read = two("2023", "2024", tmp_path)
    empty = diff(read.old, read.new)
    assert empty.worst is None and empty.overall.share == 0
    assert "没有和上期一样的句子" in document(empty, "txt").decode()
    assert document(empty, "docx")


def test_the_text_is_for_the_clerk(found: Difference) -> None:
    lines = document(found, "txt").decode().splitlines()
    assert lines[0] == "临江市水务局2024年与2023年报告对照"
    assert "新增3条，沿用3条（其中只改了数字和年份的1条），改写2条，删去1条。" in lines
    assert any(re.fullmatch(r"  新建管网 +70公里 +84公里 +\+14公里 +增长20%", line) for line in lines)
    assert any("单位不同，不能相减" in line for line in lines)
    assert any(re.search(r"规范水资源税征收.* 没有下文$", line) for line in lines)
    assert any(re.search(r"加快城东水厂建设.*成绩/3（推测）", line) for line in lines)
    assert any("（上期打算）大坝加固完工" in line for line in lines)
    assert "    旧：抢险及时：青溪三次超警，转移群众1140人。" in lines
    assert lines[-1].startswith("全文") and "最多的是" in lines[-1]


def test_changed_words_are_marked_where_most_stayed(tmp_path: Path) -> None:
    text = "单位: 某局\n期间: {}\n标题: 总结\n成绩:\n- 标题: 供水\n  正文: {}\n"
    write(tmp_path, "2023", text.format(2023, "更换灰口铸铁管36公里，城区管网漏损率降到百分之十二。"))
    write(tmp_path, "2024", text.format(2024, "更换球墨铸铁管36公里，城区管网漏损率降到百分之十二。"))
    read = two("2023", "2024", tmp_path)
    assert "供水：更换【-灰口-】【+球墨+】铸铁管36公里，" in document(diff(read.old, read.new), "txt").decode()


def test_a_long_list_says_how_many_more_there_are(tmp_path: Path) -> None:
    facts = "".join(f"- {{标题: 第{number}件事}}\n" for number in range(103))
    write(tmp_path, "2023", "单位: 某局\n期间: 2023\n标题: 总结\n")
    write(tmp_path, "2024", f"单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n{facts}")
    read = two("2023", "2024", tmp_path)
    text = document(diff(read.old, read.new), "txt").decode()
    assert "新增（103条）" in text and "  另有3条\n" in text
    page = docx_paragraphs(document(diff(read.old, read.new), "docx"))
    assert "新增：第0件事；第1件事；第2件事，另有100项。" in page


def test_the_json_holds_all_of_it(found: Difference) -> None:
    said = json.loads(document(found, "json"))
    assert (said["old"]["period"], said["new"]["name"]) == ("2023年", "2024")
    assert len(said["facts"]) == len(found.facts) and len(said["figures"]) == 5 and len(said["plans"]) == 6
    assert said["facts"][0]["new"]["path"] == "成绩/1" and said["worst"] and said["overall"]["sentences"]
    guess = next(each for each in said["plans"] if each["plan"]["heading"] == "加快城东水厂建设")
    assert guess["end"] == "成绩" and guess["became"][0]["linked"] is False and 0.5 < guess["became"][0]["confidence"] < 1


def test_the_page_says_what_a_leader_asks(found: Difference) -> None:
    data = document(found, "docx")
    paragraphs = docx_paragraphs(data)
    assert paragraphs[0] == "临江市水务局2024年与2023年报告对照"
    assert any("上期打算6项" in line and "没有下文的：规范水资源税征收。" in line for line in paragraphs)
    assert any(line.startswith("文字雷同：") for line in paragraphs)
    assert document(found, "docx") == data, "the same facts make the same bytes"
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None


def test_documents_are_compared_as_they_came(tmp_path: Path) -> None:
    folder = Path(__file__).parent / "fixtures" / "successive"
    read = two(str(folder / "2022.txt"), str(folder / "2023.txt"), tmp_path)
    found = diff(read.old, read.new, read.between)
    assert (found.old.words, found.new.words, len(found.plans)) == ("2022年", "2023年", 20)
    assert sum(each.end == "没有下文" for each in found.plans) == 3


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, "2023", "单位: 某局\n期间: 2023\n标题: 总结\n成绩: [\n")
    write(tmp_path, "2024", "单位: 某局\n期间: 2024\n标题: 总结\n")
    assert [problem.severity for problem in two("2023", "2024", tmp_path).problems] == ["error"]
    with pytest.raises(Refused):
        two("2022", "2024", tmp_path)


def test_in_a_large_report_plans_are_looked_for_among_what_is_new(tmp_path: Path) -> None:
    names = [f"{chr(0x4E00 + number)}{chr(0x5E00 + number)}村" for number in range(1010)]
    same = "".join(f"- {{标题: {name}通路}}\n" for name in names)
    write(tmp_path, "2023", f"单位: 某局\n期间: 2023\n标题: 总结\n成绩:\n{same}打算:\n- {{标题: 加快城东水厂建设}}\n")
    write(tmp_path, "2024", f"单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n{same}- {{标题: 城东水厂通水}}\n")
    read = two("2023", "2024", tmp_path)
    [fate] = diff(read.old, read.new).plans
    assert [each.fact.heading for each in fate.became] == ["城东水厂通水"]
