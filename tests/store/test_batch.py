"""Many changes of one file at once, and nothing else of it."""

import pytest

from drafter.model.problem import Refused
from drafter.store.batch import Adding, Setting, fits, together
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


def test_texts_and_items_in_one_go_and_every_other_byte_stays() -> None:
    settings = [Setting(("成绩", 1), "标题", "2"), Setting(("成绩", 0), "正文", "第一段\n改了"), Setting((), "单位", "某某局")]
    done = together(document(), settings, [Adding(("指标",), ({"编号": "丙"}, {"编号": "丁", "数值": "4.0"}))])
    assert done is not None
    wanted = TEXT.replace("单位: 某局 ", "单位: 某某局 ").replace("第二段", "改了").replace("标题: 二", "标题: '2'")
    added = "  - 编号: 丙\n  - 编号: 丁\n    数值: 4.0\n"
    assert sorted(done.text.replace("'", "").splitlines()) == sorted((wanted.replace("'", "") + added).splitlines())
    assert [figure["编号"] for figure in plain(done.root)["指标"]] == ["甲", "乙", "丙", "丁"]
    assert done.disk == document().disk


def test_a_list_is_begun() -> None:
    done = together(document("单位: 某局\n"), [], [Adding(("问题",), ({"正文": "一"}, {"正文": "二"}))])
    assert done is not None and plain(done.root)["问题"] == [{"正文": "一"}, {"正文": "二"}]


@pytest.mark.parametrize("text", ["指标: [{编号: 甲}]\n", "指标: 无\n", "指标: []\n"])
def test_a_list_in_brackets_is_left_to_others(text: str) -> None:
    assert together(document(text), [], [Adding(("指标",), ({"编号": "丙"},))]) is None


def test_what_touches_one_place_is_left_to_others() -> None:
    settings = [Setting((), "单位", "甲局"), Setting((), "单位", "乙局")]
    assert together(document(), settings, []) is None


def test_what_the_file_cannot_hold_is_refused() -> None:
    with pytest.raises(Refused):
        together(document(), [Setting((), "单位", "\ud800")], [])
    with pytest.raises(Refused):
        together(document(), [], [Adding(("指标",), ({"编号": "\udfff"},))])


def test_a_text_behind_an_alias_stays_with_both() -> None:
    shared = document("单位: &a 某局\n标题: *a\n")
    assert not fits(shared, (), "标题", "总结") and fits(document(), (), "单位", "新局")
    assert (
        not fits(document(), (), "单位", "") and not fits(document(), (), "导语", "新") and not fits(document(), (), "指标", "无")
    )
