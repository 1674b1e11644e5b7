"""Where a record came from, as the strip over the form tells it."""

import pytest

from drafter.actions.editing.tree import Record, grown
from drafter.model.figure import Figure
from drafter.tui.desk.origins import told_of
from drafter.tui.speech import speak

FIGURES = {"苗圃": Figure(id="苗圃", name="苗圃数", value="9", unit="个"), "空": Figure(id="空", name="空的", unit="亩")}


def record(**said: object) -> Record:
    found: Record = grown(said)
    return found


@pytest.mark.parametrize(
    ("said", "part", "waits", "told"),
    [
        ({"来自": "2024-H1/强企"}, "成绩", True, "来自2024年上半年（强企），还没有核对："),
        ({"来自": "2024/成绩/2/1"}, "成绩", False, "来自2024年（成绩/2/1）"),
        ({"来自": ["2024-H1/指标/苗圃", "2023/指标/苗圃"]}, "指标", True, "来自2024年上半年（苗圃）、2023年（苗圃），还没有核对："),
        ({"来自": ["../一科/2024"]}, "", True, "来自一科 2024年。标题、导语还没有核对："),
        ({}, "成绩", True, "从上期带来，还没有核对："),
        ({}, "成绩", False, ""),
        ({"来自": "2024/打算/1", "指标": "苗圃", "目标": "12"}, "上期打算", False,
         "上期的打算，来自2024年（打算/1）。目标 12个，现在 9个，完成 75%。请选“兑现”。"),
        ({"指标": "空", "目标": "12", "兑现": "取消"}, "上期打算", False, "上期的打算。目标 12亩。"),
        ({"指标": "苗圃", "实际": "10"}, "上期打算", False, "上期的打算。现在 10个。请选“兑现”。"),
        ({"目标": "十二", "实际": "3"}, "上期打算", False, "上期的打算。目标 十二，现在 3。请选“兑现”。"),
        ({"来自": "2024/问题/1"}, "上期问题", False, "上期的问题，来自2024年（问题/1）。请选“现状”。"),
        ({"现状": "已解决"}, "上期问题", False, "上期的问题。"),
    ],
)  # fmt: skip
def test_it_is_told_in_words(said: dict[str, object], part: str, waits: bool, told: str) -> None:
    assert told_of(record(**said), part, FIGURES, waits) == told


def test_in_english_too() -> None:
    speak("en")
    plan = record(来自="2024/打算/1", 指标="苗圃", 目标="12")
    assert told_of(plan, "上期打算", FIGURES, False) == (
        "A plan of last time, from 2024 (打算/1). Aim 12个, now 9个, 75% done. Choose Outcome."
    )
