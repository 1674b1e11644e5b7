"""Many changes of one file at once, and nothing else of it."""

import pytest

from drafter.model.problem import Refused
from drafter.store.batch import Adding, Removal, Setting, together
from drafter.store.reader import Document, parse
from drafter.store.syntax import plain

TEXT = """\
单位: 某局   # 全称
指标:
  - {编号: 甲}   # 手填
  - 编号: 乙
    # 乙的说明
成绩:
  - 标题: "一"
    正文: |
      第一段
      第二段
  - 标题: 二
"""


def document(text: str = TEXT) -> Document:
    return parse(text.encode(), "a.yaml")


def done(changes: list[Setting | Adding | Removal], text: str = TEXT) -> tuple[str, list[int]]:
    changed, numbers = together(document(text), changes)
    return changed.text, sorted(numbers)


def test_texts_and_items_in_one_go_and_every_other_byte_stays() -> None:
    changes = [
        Setting(("成绩", 1), "标题", "2"),
        Setting(("成绩", 0), "正文", "第一段\n改了"),
        Setting((), "单位", "某某局"),
        Adding(("指标",), 2, ({"编号": "丙"}, {"编号": "丁", "数值": "4.0"})),
        Adding(("指标",), 0, ({"编号": "零"}, {"编号": "半"})),
    ]
    changed, numbers = together(document(), changes)
    assert sorted(numbers) == [0, 1, 2, 3, 4]
    wanted = TEXT.replace("单位: 某局 ", "单位: 某某局 ").replace("第二段", "改了").replace("标题: 二", "标题: 2")
    wanted = wanted.replace("  - {编号: 甲}", "  - 编号: 零\n  - 编号: 半\n  - {编号: 甲}")
    assert changed.text == wanted.replace("    # 乙的说明\n", "  - 编号: 丙\n  - 编号: 丁\n    数值: 4.0\n    # 乙的说明\n")
    assert [figure["编号"] for figure in plain(changed.root)["指标"]] == ["零", "半", "甲", "乙", "丙", "丁"]
    assert changed.disk == document().disk


def test_fields_come_and_go() -> None:
    changes = [
        Setting(("成绩", 0), "标题", ""),
        Setting(("成绩", 1), "正文", "新"),
        Setting(("指标", 0), "名称", "数"),
        Setting((), "单位", ""),
    ]
    text, numbers = done(changes)
    assert numbers == [0, 1, 2, 3]
    assert text == TEXT.replace("单位: 某局   # 全称\n", "").replace('标题: "一"\n    正文', "正文").replace(
        "标题: 二\n", "标题: 二\n    正文: 新\n"
    ).replace("{编号: 甲}", "{编号: 甲, 名称: 数}")


def test_items_go() -> None:
    assert done([Removal(("成绩", 0)), Removal(("指标", 1))]) == (
        "单位: 某局   # 全称\n指标:\n  - {编号: 甲}   # 手填\n    # 乙的说明\n成绩:\n  - 标题: 二\n",
        [0, 1],
    )
    assert done([Removal(("列", 0)), Removal(("列", 2))], "列: [甲, 乙, 丙]\n") == ("列: [乙]\n", [0, 1])
    assert done([Removal(("列", 1))], "列:\n- 甲\n- 乙") == ("列:\n- 甲", [0]), "a file without a last line end"


def test_a_list_is_begun_or_goes_on_in_brackets() -> None:
    text, _ = done([Adding(("问题",), 0, ({"正文": "一"}, {"正文": "二"}))], "单位: 某局\n")
    assert text == "单位: 某局\n问题:\n  - 正文: 一\n  - 正文: 二\n"
    assert (
        done([Adding(("来自",), 1, ("乙", "丙")), Adding(("来自",), 0, ("零",))], "来自: [甲]\n")[0] == "来自: [零, 甲, 乙, 丙]\n"
    )


@pytest.mark.parametrize(
    "changes",
    [
        [Adding(("指标",), 3, ({"编号": "丙"},))],
        [Adding(("单位",), 0, ({"编号": "丙"},))],
        [Removal(("指标", 2))],
        [Removal(("单位", 0))],
        [Setting(("没有",), "标题", "一")],
        [Setting((), "指标", "无")],
        [Setting((), "导语", "")],
    ],
)
def test_what_is_not_there_is_left_to_others(changes: list[Setting | Adding | Removal]) -> None:
    assert done(changes) == (TEXT, [])


def test_of_what_touches_one_place_only_one_is_done() -> None:
    assert done([Setting((), "单位", "甲局"), Setting((), "单位", "乙局")])[1] == [0]
    nested = "成绩:\n- 标题: 一\n  分项:\n  - 标题: 二\n"
    text, numbers = done([Adding(("成绩",), 1, ({"标题": "三"},)), Adding(("成绩", 0, "分项"), 1, ({"标题": "四"},))], nested)
    assert len(numbers) == 1 and text.startswith(nested)
    assert done([Removal(("成绩", 0)), Setting(("成绩", 0, "分项", 0), "标题", "五")], nested)[1] in ([0], [1])


def test_comments_stay_with_what_stands_above_them() -> None:
    text = "成绩:\n- 正文: |\n    一\n  # 甲\n- 标题: 二   # 乙\n# 末\n"
    assert done([Setting(("成绩", 0), "正文", "改\n了"), Setting(("成绩", 1), "标题", "2")], text)[0] == text.replace(
        "    一\n", "    改\n    了\n"
    ).replace("标题: 二", "标题: 2")


def test_what_the_file_cannot_hold_is_refused() -> None:
    for change in (Setting((), "单位", "\ud800"), Adding(("指标",), 2, ({"编号": "\udfff"},))):
        with pytest.raises(Refused):
            together(document(), [change])


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(Refused):
        together(document("单位: [\n"), [Setting((), "单位", "新")])


def test_what_stands_behind_an_alias_is_refused() -> None:
    shared = document("甲: &a {标题: 一}\n乙: *a\n")
    with pytest.raises(Refused):
        together(shared, [Setting(("乙",), "标题", "二")])
