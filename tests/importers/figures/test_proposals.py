"""Which numbers are one figure, and what it holds."""

from drafter.importers.figures import Text, Use, find


def test_the_same_number_named_twice_is_one_figure() -> None:
    (found,) = find([Text("导语", "", "新增泵站12座。"), Text("正文", "成绩", "今年以来，新增泵站12座，运行良好。")])
    assert found.figure == {"编号": "新增泵站", "名称": "新增泵站", "数值": "12", "单位": "座"}
    assert found.uses == (Use("导语", 4, 7, "12座", ""), Use("正文", 9, 12, "12座", ""))


def test_the_fuller_of_two_near_names_is_kept() -> None:
    (found,) = find([Text(1, "成绩", "备案中小企业318家。"), Text(2, "成绩", "备案科技型中小企业318家。")])
    assert (found.figure["名称"], len(found.uses)) == ("备案科技型中小企业", 2)


def test_one_value_of_two_things_is_two_figures() -> None:
    assert len(find([Text(1, "成绩", "新增泵站12座，改造桥梁12座。")])) == 2
    assert len(find([Text(1, "成绩", "拆除水闸1座。"), Text(2, "成绩", "新建老水闸1座。")])) == 2


def test_one_name_with_two_values_is_a_clash() -> None:
    lead, body = find([Text(1, "", "改造桥梁12座。"), Text(2, "成绩", "改造桥梁13座。")])
    assert (lead.clash, body.clash) == (body.figure["编号"], lead.figure["编号"])
    (alone,) = find([Text(1, "", "改造桥梁12座。")])
    assert not alone.clash and lead.confidence < alone.confidence


def test_a_number_in_a_plan_is_a_target() -> None:
    (found,) = find([Text(1, "打算", "力争新增泵站20座以上。")])
    assert found.figure == {"编号": "新增泵站", "名称": "新增泵站", "单位": "座", "目标": "20"}
    assert found.uses[0].part == "目标" and found.uses[0].modality == "不少于"
    (firm,) = find([Text(1, "打算", "确保新增泵站20座。")])
    assert firm.uses[0].modality == "确保"


def test_the_target_of_another_year_is_a_figure_beside_the_one_it_follows() -> None:
    done, planned = find([Text(1, "成绩", "泵站总数达到61座。"), Text(2, "打算", "泵站总数力争超过80座。")])
    assert (planned.figure["编号"], planned.aims) == ("泵站总数目标", done.figure["编号"])
    assert "目标" not in done.figure and not done.aims


def test_the_target_of_the_same_year_is_that_figures() -> None:
    texts = [Text(1, "成绩", "净增高新技术企业31家。"), Text(2, "打算", "全年高新技术企业净增70家。")]
    (found,) = find(texts, same_year=True)
    assert (found.figure["数值"], found.figure["目标"]) == ("31", "70")
    assert [(use.key, use.part) for use in found.uses] == [(1, ""), (2, "目标")]
    assert len(find(texts)) == 2


def test_parts_are_named_by_their_whole() -> None:
    whole, first, second = find([Text(1, "成绩", "培育平台30个，其中省级6个、市级20个。建成驿站3座。")])[:3]
    assert whole.figure["其中"] == [first.figure["编号"], second.figure["编号"]]
    assert "其中" not in first.figure


def test_parts_in_another_unit_are_no_parts() -> None:
    whole = find([Text(1, "成绩", "培育平台30个，其中省级投入6万元。")])[0]
    assert "其中" not in whole.figure


def test_what_no_reference_would_print_stays() -> None:
    parts = {
        text: find([Text(1, "成绩", text)])[0].uses[0] for text in ("走访50余户。", "走访 50 户。", "走访５０户。", "走访50户。")
    }
    assert [use.part for use in parts.values()] == ["数值", "数值", None, ""]
    assert [use.text for use in parts.values()] == ["50", "50", "５０户", "50户"]
    (plan,) = find([Text(1, "打算", "培训500余人次。")])
    assert plan.uses[0].part is None
    (percent,) = find([Text(1, "成绩", "绿化率38％。")])
    assert percent.figure["单位"] == "％" and percent.uses[0].part == ""


def test_a_number_after_a_reference_may_be_about_it() -> None:
    texts = [Text(1, "成绩", "净增{{ 高企净增 }}，总数达到61家，比上年增加9家。"), Text(2, "成绩", "占比{{ 不明 }}，共5家企业。")]
    total, other = find(texts, names={"高企净增": "高新技术企业净增数"})
    assert total.figure["名称"] == "高新技术企业总数" and other.figure["名称"] == "企业"
    assert find([Text(1, "成绩", "净增{{ 高企净增 }}，比上年增加9家。")], names={"高企净增": "高新技术企业净增数"}) == []


def test_many_numbers_of_one_value_stay_apart() -> None:
    texts = [Text(number, "成绩", f"甲{chr(0x4E00 + number)}乙{chr(0x5E00 + number)}工程12处。") for number in range(60)]
    assert len(find(texts)) == 60
