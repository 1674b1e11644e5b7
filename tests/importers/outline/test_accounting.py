"""Whatever comes in, every sign is accounted for, and time grows with length."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.importers.outline import recover
from drafter.importers.proposals import propose
from drafter.importers.source import Line, Source

_SCRAPS = st.sampled_from(
    [
        "一、",
        "（一）",
        "(二)",
        "1.",
        "2、",
        "3．",
        "①",
        "一是",
        "二要",
        "第一部分",
        "第二章",
        "工作总结",
        "2023年",
        "打算",
        "存在问题",
        "。",
        "；",
        "：",
        "，",
        "、",
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        "—",
        "3",
        "\x0c",
        "\t",
        "\u3000",
        "\u200b",
        "\ufeff",
        "来源：",
        "索引号:",
        "首页>",
        "附件：",
        "目录",
        "……",
        "临江县水利局",
        "2023年7月6日",
        "各科室：",
        "现将",
        "印发给你们",
        "〔2022〕16号",
        "XX",
        "某某",
        "—",
        "1",
        "—",
        "第1页",
        "下载",
        "上传",
        "文档",
        ".docx",
        "１",
        "Ａ",
        "é",
        "😀",
        "完成投资三亿元",
        "深入推进各项工作",
        "下一步",
        "我们",
        "扫一扫",
    ]
) | st.text(max_size=6)
_LINES = st.lists(st.lists(_SCRAPS, max_size=12).map("".join).map(lambda text: "".join(text.splitlines())), max_size=25)


def signs(texts: list[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if not sign.isspace())


@settings(max_examples=250, deadline=None)
@given(lines=_LINES, wrapped=st.booleans(), styled=st.booleans())
def test_every_sign_is_in_one_row_or_left_out(lines: list[str], wrapped: bool, styled: bool) -> None:
    made = [Line(text, level=index % 4 - 1 if styled else 0, number=index + 1) for index, text in enumerate(lines)]
    source = Source("x", wrapped, made)
    outline, problems = recover(source)
    assert signs(lines) == signs([row.text for row in outline.rows] + [left.text for left in outline.left_out])
    assert all(left.reason for left in outline.left_out)
    assert all(row.level > 0 if row.role in ("heading", "run-in") else row.level == 0 for row in outline.rows)
    assert sum(row.role == "title" for row in outline.rows) <= 1
    assert all(problem.message.zh and problem.message.en for problem in problems)
    propose(source, outline)


_HOSTILE = ["一、", "1.", "9", "（", "“", "。 ", "  ", "来源: ", "首页>", "。 1.一是", "X", "文档下载上传"]


@pytest.mark.parametrize(("unit", "size"), [("（一）", 1_000_000), ("一", 1_000_000), *((unit, 100_000) for unit in _HOSTILE)])
def test_hostile_repetition_is_read_to_its_end(unit: str, size: int) -> None:
    text = unit * (size // len(unit))
    outline, _ = recover(Source("x", True, [Line(text, number=1)]))
    assert signs([text]) == signs([row.text for row in outline.rows] + [left.text for left in outline.left_out])


def test_sixty_pages_are_recovered_whole() -> None:
    page = ["（一）加强渠道管护"] + ["全县水利干部职工走村入户，摸清渠道底数，列出整改清单。" * 6] * 3 + [""]
    lines = [
        "某县水利局2023年工作总结",
        "2023年，全县水利工作稳步推进，成效明显。",
        *[f"{line}" for _ in range(75) for line in page],
    ]
    outline, _ = recover(Source("x", True, [Line(line, number=number) for number, line in enumerate(lines, 1)]))
    assert signs(lines) == signs([row.text for row in outline.rows] + [left.text for left in outline.left_out])
