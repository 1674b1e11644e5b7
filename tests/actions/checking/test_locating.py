"""Places to the character: in fact files, however they write a text, and in documents from elsewhere."""

from pathlib import Path

import pytest

from drafter.actions.check import check_opened
from drafter.actions.checking.document import check_document
from drafter.actions.opening import open_report
from drafter.model.problem import Place, Problem

WORDS = "placeholder"


def of(problems: list[Problem], code: str = WORDS) -> list[Place]:
    return [problem.place for problem in problems if problem.code == code]


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("正文: 与xx市签约，又与xx市签约。", [(5, 10), (5, 18)]),
        ('正文: "与xx市签约，又与xx市签约。"', [(5, 11), (5, 19)]),
        ("正文: |\n      第一段。\n\n      与xx市签约，又与xx市签约。", [(8, 8), (8, 16)]),
        ("正文: >-\n      与xx市签约，\n      又与xx市签约。", [(6, 8), (7, 9)]),
        ('正文: "与\\u0078x市签约。"', [(5, 9)]),  # the file writes it otherwise: the field itself
    ],
)
def test_words_in_fact_files(tmp_path: Path, written: str, places: list[tuple[int, int]]) -> None:
    file = tmp_path / "2024" / "报告.yaml"
    file.parent.mkdir()
    file.write_text(f"单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n  - {written}\n", "utf-8")
    found = of(check_opened(open_report(str(file.parent), tmp_path)))
    assert found == [Place(str(file), *place) for place in places]


def test_words_beside_a_reference(tmp_path: Path) -> None:
    file = tmp_path / "2024" / "报告.yaml"
    file.parent.mkdir()
    text = "单位: 某局\n期间: 2024\n标题: 总结\n指标: [{编号: 甲, 名称: 甲数, 数值: 7, 单位: 家}]\n成绩:\n- 正文: 有{{ 甲 }}，与xx市{{ 甲 }}。\n"
    file.write_text(text, "utf-8")
    (place,) = of(check_opened(open_report(str(file.parent), tmp_path)))
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith("xx市")  # type: ignore[operator]


def test_words_in_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "总结.txt"
    lines = [
        "临江市档案局2024年工作总结",
        "",
        "一、工作情况",
        "　　全年接待查档1200人次，与xx市",
        "签订协议，又与xx县签订协议。",
        "— 1 —",
        "二、打算  建成xx馆。",
    ]
    file.write_text("\n".join(lines), "utf-8")
    found = of(check_document(file, tmp_path))
    assert [(place.line, place.column) for place in found] == [(4, 17), (5, 8), (7, 9)]
    assert all(lines[place.line - 1][place.column - 1 :].startswith("xx") for place in found)  # type: ignore[operator]
