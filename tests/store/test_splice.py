"""Splicing: what was meant is read back, and nothing else changes."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.problem import Refused
from drafter.store import splice
from drafter.store.reader import Document, encode, parse, read_document
from drafter.store.syntax import at, plain

EDITS = int(os.environ.get("DRAFTER_EDITS", "120"))
EXAMPLES = int(os.environ.get("DRAFTER_EXAMPLES", "150"))

SAMPLE = """\
# 临江市科技局 2024 年
单位: 临江市科技局   # 全称
期间: 2024
标题: "临江市科技局2024年工作总结"

导语: |
  第一段。
  第二段。

指标:
  # 企业
  - 编号: 高企净增
    名称: 高新技术企业净增数
    数值: 76  # 待核
    排名: {范围: 全市, 名次: 2}
    其中: [市区, '县域']
  - 编号: 投入
    名称: 研发投入
    数值: '11.30'

# 三个部分
成绩:
  - 编号: 创新
    标题: 抓创新主体   # 由一科写
    正文: >-
      折行的
      正文
    分项:
      - 标题: 培育企业
        正文: 全年净增{{ 高企净增 }}。

      # 平台
      - 标题: 建设平台
        标签: []
  - 标题: 抓成果转化
问题:
打算: []
"""


def document(text: str = SAMPLE, newline: str = "\n", bom: bool = False, final: bool = True) -> Document:
    text = text if final else text.rstrip("\n")
    found = parse(encode(text.replace("\n", newline), bom), "报告.yaml")
    assert found.sound, found.problems
    return found


def value(found: Document, *path: str | int) -> object:
    node = at(found.root, path)
    return None if node is None else plain(node)


def changed(before: Document, after: Document) -> tuple[list[str], list[str]]:
    """(lines gone, lines come), by a diff of raw lines with their ends."""
    import difflib

    gone, come = [], []
    for line in difflib.ndiff(before.text.splitlines(keepends=True), after.text.splitlines(keepends=True)):
        if line.startswith("- "):
            gone.append(line[2:])
        elif line.startswith("+ "):
            come.append(line[2:])
    return gone, come


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_changed_value_touches_its_line_only(newline: str) -> None:
    before = document(newline=newline)
    after = splice.set_field(before, ("指标", 0), "数值", "80")
    assert changed(before, after) == ([f"    数值: 76  # 待核{newline}"], [f"    数值: 80  # 待核{newline}"])


@pytest.mark.parametrize(
    ("path", "word", "text", "line"),
    [
        ((), "标题", "新的标题", '标题: "新的标题"'),
        (("指标", 1), "数值", "12.50", "    数值: '12.50'"),
        (("指标", 1), "名称", "A: B", '    名称: "A: B"'),
        (("指标", 1), "名称", "NO", '    名称: "NO"'),
        (("指标", 1), "单位", "%", '    单位: "%"'),
        ((), "单位", "临江市科学技术局", "单位: 临江市科学技术局   # 全称"),
        (("指标", 0, "排名"), "名次", "1", "    排名: {范围: 全市, 名次: 1}"),
        (("指标", 0, "排名"), "依据", "通报，第3期", '    排名: {范围: 全市, 名次: 2, 依据: "通报，第3期"}'),
    ],
)
def test_quoting_and_brackets_are_kept(path: tuple[str | int, ...], word: str, text: str, line: str) -> None:
    after = splice.set_field(document(), path, word, text)
    assert line in after.text.split("\n")
    assert value(after, *path, word) == text


def test_a_new_field_goes_where_the_form_has_it() -> None:
    before = document()
    after = splice.set_field(before, ("指标", 0), "单位", "家")
    assert changed(before, after) == ([], ["    单位: 家\n"])
    lines = after.text.split("\n")
    assert lines[lines.index("    单位: 家") - 1] == "    数值: 76  # 待核"


def test_a_first_field_takes_the_dash() -> None:
    after = splice.set_field(document(), ("成绩", 1), "编号", "转化")
    assert "  - 编号: 转化\n    标题: 抓成果转化\n" in after.text


def test_a_block_text_changes_by_lines() -> None:
    before = document()
    after = splice.set_field(before, (), "导语", "第一段。\n新的一段。\n第二段。")
    assert changed(before, after) == ([], ["  新的一段。\n"])


def test_a_line_becomes_a_block_and_back() -> None:
    before = document()
    after = splice.set_field(before, ("成绩", 0, "分项", 0), "正文", "甲。\n乙。")
    assert "        正文: |\n          甲。\n          乙。\n" in after.text
    again = splice.set_field(after, ("成绩", 0, "分项", 0), "正文", "甲。")
    assert value(again, "成绩", 0, "分项", 0, "正文") == "甲。"


def test_clearing_takes_the_lines_out() -> None:
    before = document()
    after = splice.clear_field(before, ("成绩", 0), "正文")
    gone, come = changed(before, after)
    assert gone == ["    正文: >-\n", "      折行的\n", "      正文\n"] and come == []


def test_clearing_the_first_field_of_an_item() -> None:
    after = splice.clear_field(document(), ("指标", 1), "编号")
    assert "  - 名称: 研发投入\n" in after.text


def test_clearing_what_is_not_there_changes_nothing() -> None:
    before = document()
    assert splice.clear_field(before, ("指标", 1), "单位") is before


def test_an_item_is_put_into_a_missing_an_empty_and_a_bracketed_list() -> None:
    found = document()
    found = splice.insert(found, ("问题",), 0, {"标题": "底子薄"})
    found = splice.insert(found, ("打算",), 0, {"标题": "再提升", "正文": "一。\n二。"})
    found = splice.insert(found, ("成绩", 1, "分项"), 0, {"正文": "一项"})
    assert "问题:\n  - 标题: 底子薄\n打算:\n  - 标题: 再提升\n    正文: |\n      一。\n      二。\n" in found.text
    assert "  - 标题: 抓成果转化\n    分项:\n      - 正文: 一项\n" in found.text
    found = splice.insert(found, ("指标", 0, "其中"), 1, "开发区")
    assert "    其中: [市区, 开发区, '县域']\n" in found.text


def test_an_item_is_deleted_with_its_lines_only() -> None:
    before = document()
    after = splice.delete(before, ("成绩", 0, "分项", 0))
    gone, come = changed(before, after)
    assert gone == ["      - 标题: 培育企业\n", "        正文: 全年净增{{ 高企净增 }}。\n"] and come == []
    assert "      # 平台\n" in after.text


def test_moving_takes_the_comment_above_along() -> None:
    before = document()
    after = splice.move(before, ("成绩", 0, "分项", 1), ("成绩",), 2)
    assert after.text.index("抓成果转化") < after.text.index("  # 平台\n  - 标题: 建设平台\n    标签: []\n")
    assert value(after, "成绩", 2, "标题") == "建设平台"


def test_indent_and_outdent_undo_each_other() -> None:
    before = document()
    inside = splice.indent(before, ("成绩", 1))
    assert value(inside, "成绩", 0, "分项", 2, "标题") == "抓成果转化"
    assert splice.outdent(inside, ("成绩", 0, "分项", 2)).text == before.text


def test_indenting_under_a_fact_without_items() -> None:
    found = splice.indent(document(), ("成绩", 0, "分项", 1))
    assert value(found, "成绩", 0, "分项", 0, "分项", 0, "标题") == "建设平台"


@pytest.mark.parametrize("act", [lambda d: splice.indent(d, ("成绩", 0)), lambda d: splice.outdent(d, ("成绩", 0))])
def test_what_cannot_be_renested_is_refused(act: object) -> None:
    with pytest.raises(Refused) as refused:
        act(document())  # type: ignore[operator]
    assert refused.value.problems[0].code == "splice-move"


def test_a_comment_is_not_swallowed_by_a_block_text() -> None:
    before = document("成绩:\n  - 标题: 甲\n      # 注\n  - 标题: 乙\n")
    after = splice.set_field(before, ("成绩", 0), "正文", "一。\n二。")
    assert value(after, "成绩", 0, "正文") == "一。\n二。"
    assert after.text.endswith("      二。\n    # 注\n  - 标题: 乙\n")
    after = splice.set_field(document("导语: 甲\n   # 注\n单位: 乙\n"), (), "导语", "一。\n二。")
    assert after.text == "导语: |\n  一。\n  二。\n# 注\n单位: 乙\n"


def test_a_fact_does_not_move_into_itself() -> None:
    with pytest.raises(Refused):
        splice.move(document(), ("成绩", 0), ("成绩", 0, "分项"), 0)


@pytest.mark.parametrize(
    ("path", "word", "text", "code"),
    [
        ((), "标题", "两\n行", "value-line"),
        (("指标", 0), "数值", "76家", "value-number"),
        (("指标", 0), "状态", "估计", "value-choice"),
        (("成绩", 0), "正文", "坏\ud800字", "file-character"),
        ((), "成文日期", "2025年2月30日", "value-date"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_by_name(path: tuple[str | int, ...], word: str, text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        splice.set_field(document(), path, word, text)
    problem = refused.value.problems[0]
    assert problem.code == code and word in problem.message.zh


def test_what_an_alias_stands_for_is_not_edited_behind_its_back() -> None:
    found = parse("指标:\n- &甲\n  编号: a\n  名称: n\n- *甲\n".replace("甲", "x").encode(), "f.yaml")
    with pytest.raises(Refused) as refused:
        splice.set_field(found, ("指标", 1), "名称", "m")
    assert refused.value.problems[0].code == "splice-refused"


def test_a_broken_document_is_not_spliced() -> None:
    with pytest.raises(Refused):
        splice.set_field(parse("标题：甲\n".encode(), "f.yaml"), (), "标题", "乙")


def test_an_empty_file_is_begun() -> None:
    found = splice.new_document("新.yaml")
    found = splice.set_field(found, (), "单位", "某局")
    found = splice.insert(found, ("成绩",), 0, {"标题": "一"})
    assert found.text == "单位: 某局\n成绩:\n  - 标题: 一\n"
    assert found.hash is None


def test_a_list_of_lines_keeps_its_other_items() -> None:
    before = document("成绩:\n- 标题: 甲\n  标签:\n  # 说明\n  - 一\n  - 二 # 二的注\n  - 三\n")
    after = splice.set_field(before, ("成绩", 0), "标签", ["一", "二", "四"])
    assert changed(before, after) == (["  - 三\n"], ["  - 四\n"])


TEXTS = st.text(st.characters(codec=None, categories=None), max_size=40) | st.lists(
    st.sampled_from(
        [
            "正文",
            ": ",
            " #",
            "\n",
            "{{ 甲 }}",
            "- ",
            "'",
            '"',
            "\\",
            "\t",
            "\r\n",
            " ",
            "\u3000",
            "：",
            "，",
            "[",
            "]",
            "}",
            "%",
            "@",
            "NO",
            "012",
            "\x85",
            "\u2028",
            "\ufeff",
            "<<<<<<<",
            "=======",
            "数值:",
            "数值：1",
            "|",
            ">",
            "~",
            "null",
            "1_0",
            "12:30",
            "\x00",
            "\x1b",
            "😀",
            "é",
        ]
    ),
    max_size=6,
).map("".join)
FIELDS = [
    ((), "单位"),
    ((), "标题"),
    ((), "导语"),
    (("指标", 0), "名称"),
    (("指标", 0), "数值"),
    (("指标", 0), "口径"),
    (("指标", 0, "排名"), "范围"),
    (("指标", 1), "编号"),
    (("成绩", 0), "标题"),
    (("成绩", 0), "正文"),
    (("成绩", 0, "分项", 0), "正文"),
    (("成绩", 0, "分项", 1), "正文"),
    (("成绩", 1), "依据"),
]


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    text=TEXTS,
    field=st.sampled_from(FIELDS),
    newline=st.sampled_from(["\n", "\r\n"]),
    final=st.booleans(),
)
def test_any_text_reads_back_equal_or_is_refused_by_name(
    text: str, field: tuple[tuple[str | int, ...], str], newline: str, final: bool
) -> None:
    path, word = field
    before = document(newline=newline, final=final)
    try:
        after = splice.set_field(before, path, word, text)
    except Refused as refused:
        assert refused.problems[0].code != "splice-refused"
        assert word in refused.problems[0].message.zh
        return
    again = parse(after.data, before.file)
    assert again.sound
    assert (value(again, *path, word) or "") == text


@settings(max_examples=EXAMPLES, deadline=None)
@given(texts=st.lists(TEXTS, max_size=4))
def test_any_list_of_texts_reads_back_equal(texts: list[str]) -> None:
    try:
        after = splice.set_field(document(), ("成绩", 0, "分项", 1), "标签", texts)
    except Refused as refused:
        assert refused.problems[0].code != "splice-refused" and "标签" in refused.problems[0].message.zh
        return
    assert (value(after, "成绩", 0, "分项", 1, "标签") or []) == texts
    back = splice.set_field(after, ("成绩", 0, "分项", 1), "标签", ["一", "二"])
    assert value(back, "成绩", 0, "分项", 1, "标签") == ["一", "二"]


def random_document(dice: random.Random) -> Document:
    """A report with comments, blank lines and every way of quoting, in one of the line ends."""
    quotes = ["{}", "'{}'", '"{}"']
    lines = ["# 开头的注释", f"单位: {dice.choice(quotes).format('某局')}", "期间: 2024"]
    offset = dice.choice(["", "  "])

    def facts(depth: int, indent: str) -> None:
        for number in range(dice.randint(1, 3)):
            if dice.random() < 0.3:
                lines.extend(["", f"{indent}# 第{number}条的注释"])
            lines.append(f"{indent}- 标题: {dice.choice(quotes).format(f'标题{number}')}{dice.choice(['', '  # 注'])}")
            if dice.random() < 0.5:
                lines.append(f"{indent}  正文: {dice.choice(['|', '>-', '|-'])}")
                lines.extend(f"{indent}    第{row}行" for row in range(dice.randint(1, 3)))
            if dice.random() < 0.4:
                lines.append(f"{indent}  标签: {dice.choice(['[甲, 乙]', '[]', '', '[ 甲 ]'])}")
            if depth < 2 and dice.random() < 0.5:
                lines.append(f"{indent}  分项:")
                facts(depth + 1, f"{indent}  {offset}")

    for part in ("成绩", "问题", "打算"):
        lines.append(f"{part}:")
        facts(0, offset)
    return document("\n".join(lines) + "\n", dice.choice(["\n", "\r\n"]), dice.random() < 0.3, dice.random() < 0.7)


def items(tree: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of all facts."""
    found: list[tuple[str | int, ...]] = []
    if isinstance(tree, dict):
        for word, below in tree.items():
            if isinstance(below, list) and word in ("成绩", "问题", "打算", "分项"):
                for number, item in enumerate(below):
                    found += [(*path, word, number), *items(item, (*path, word, number))]
    return found


def lines_of(found: Document) -> list[str]:
    return found.text.replace("\r\n", "\n").split("\n")


def test_random_edits_change_only_what_was_edited() -> None:
    """The bulk run is DRAFTER_EDITS=1000."""
    from collections import Counter

    dice = random.Random(9704)
    done = 0
    while done < EDITS:
        before = random_document(dice)
        for _ in range(5):
            paths = items(plain(before.root) if before.root else {})
            if not paths:
                break
            path = dice.choice(paths)
            act = dice.choice(["set", "add", "text", "clear", "insert", "delete", "indent", "outdent", "move", "tags"])
            try:
                after = edit(before, act, path, dice)
            except Refused as refused:
                assert refused.problems[0].code == "splice-move", (act, path, before.text)
                continue
            done += 1
            assert after.newline == before.newline and after.bom == before.bom
            if "\r\n" in before.text:
                assert after.text.count("\n") == after.text.count("\r\n")
            gone = Counter(lines_of(before)) - Counter(lines_of(after))
            come = Counter(lines_of(after)) - Counter(lines_of(before))
            touched = lines_touched(before, path, act)
            assert set(gone) <= touched, (act, path, gone, before.text, after.text)
            if act in ("set", "add", "insert"):
                assert sum(come.values()) <= 3, (act, path, come, before.text, after.text)
            assert parse(after.data, "x").sound
            before = after


def edit(found: Document, act: str, path: tuple[str | int, ...], dice: random.Random) -> Document:
    words = dice.choice(["新内容", "有: 冒号", "有 #号", "“引号”", "NO", "a'b"])
    if act == "set":
        return splice.set_field(found, path, "标题", words)
    if act == "add":
        return splice.set_field(found, path, dice.choice(["科室", "依据", "编号"]), "值-1")
    if act == "text":
        return splice.set_field(found, path, "正文", f"{words}\n第二行" if dice.random() < 0.5 else words)
    if act == "clear":
        return splice.clear_field(found, path, dice.choice(["标题", "正文", "标签"]))
    if act == "insert":
        return splice.insert(found, path[:-1], dice.choice([0, int(path[-1])]), {"标题": "新的一条", "正文": "内容"})
    if act == "delete":
        return splice.delete(found, path)
    if act == "tags":
        return splice.set_field(found, path, "标签", dice.sample(["甲", "乙", "丙，丁"], 2))
    if act == "move":
        return splice.move(found, path, ("打算",), 0)
    return splice.indent(found, path) if act == "indent" else splice.outdent(found, path)


def lines_touched(found: Document, path: tuple[str | int, ...], act: str) -> set[str]:
    """The lines that an edit may take away: those of its fact, and an empty list's key that it fills."""
    from drafter.store import spans

    item = at(found.root, path)
    assert item is not None
    text = found.text
    start = spans.line_start(text, spans.dash_of(text, item))
    stop = spans.line_stop(text, spans.content_end(text, item))
    touched = set(text[start:stop].replace("\r\n", "\n").split("\n"))
    above = text[:start].replace("\r\n", "\n").split("\n")
    if act in ("move", "indent", "outdent"):
        touched |= {line for line in above[-6:] if line.lstrip().startswith("#")}
    return touched


def test_saving_a_document_refuses_over_anothers_work(tmp_path: Path) -> None:
    path = tmp_path / "报告.yaml"
    path.write_text(SAMPLE, encoding="utf-8", newline="")
    mine = splice.set_field(read_document(path), (), "标题", "我的")
    theirs = splice.save_document(splice.set_field(read_document(path), (), "标题", "他的"))
    with pytest.raises(Refused) as refused:
        splice.save_document(mine)
    assert refused.value.exit_code == 4
    again = splice.save_document(splice.set_field(theirs, (), "标题", "他的第二稿"))
    assert path.read_bytes() == again.data
