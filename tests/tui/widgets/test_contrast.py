"""Two reports as lists: each kind of change as a person sees it."""

from dataclasses import replace
from typing import Any

import pytest

from drafter.actions.diff import diff
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.tui.widgets.contrast import View, summary, views
from drafter.tui.widgets.register import Entry

OLD = Report(
    unit="临江市水务局",
    period=Period(2025),
    title="总结",
    figures=(
        Figure(id="管网", name="新建管网", value="20", unit="公里"),
        Figure(id="泵站", name="改造泵站", value="3", unit="座"),
        Figure(id="水量", name="供水量", value="2", unit="亿立方米"),
    ),
    achievements=(
        Fact(title="抓建设", text="全年新建供水管网20公里，群众用水更加安心。"),
        Fact(title="抓节水", text="节水型小区创建工作走在全市前列，居民参与热情很高。"),
        Fact(title="抓河长", text="河长巡河制度化、常态化，问题发现一处整改一处。"),
    ),
    plans=(Fact(title="编预案", text="修订防汛应急预案。"),),
)
NOW = Report(
    unit="临江市水务局",
    period=Period(2026),
    title="总结",
    figures=(
        Figure(id="管网", name="新建管网", value="18", unit="公里", status="预计"),
        Figure(id="水量", name="供水量", value="21000", unit="万立方米"),
        Figure(id="水厂", name="新建水厂", value="1", unit="座"),
    ),
    achievements=(
        Fact(title="抓建设", text="全年新建供水管网18公里，群众用水更加安心。", origin="2025/成绩/1"),
        Fact(title="抓节水", text="节水型小区创建工作走在全市前列，居民参与热情很高。", origin="2025/成绩/2"),
        Fact(title="抓河长", text="河湖管护换了打法，无人机每周飞一遍，隐患当天销号。", origin="2025/成绩/3"),
        Fact(title="抓法治", text="办结行政复议案件两起。"),
    ),
)


def shown(new: Report = NOW) -> dict[str, View]:
    return {view.name.zh: view for view in views(diff(Earlier("2025", OLD), Earlier("2026", new)))}


def told(entry: Entry) -> str:
    """The row, and what unfolds."""
    more = [text if isinstance(text, str) else "".join(piece.text for piece in text) for _, text in entry.more]
    return "|".join([*(cell.text for cell in entry.cells), *more])


def test_facts_by_what_became_of_them() -> None:
    found = shown()
    assert found["新增"].total == 1 and "抓法治：办结行政复议案件两起。" in told(found["新增"].entry(0))
    assert found["新增"].key(0) == "成绩/4"
    kept = [told(found["沿用"].entry(at)) for at in range(found["沿用"].total)]
    assert any("管网[-20-][+18+]公里" in each for each in kept)
    (rewritten,) = [told(found["改写"].entry(at)) for at in range(found["改写"].total)]
    assert rewritten.endswith(
        "河长巡河制度化、常态化，问题发现一处整改一处。|抓河长：河湖管护换了打法，无人机每周飞一遍，隐患当天销号。"
    )


def test_figures_that_moved_came_went_or_cannot_be_compared() -> None:
    figures = shown()["指标"]
    said = {entry.cells[0].text: told(entry) for entry in map(figures.entry, range(figures.total))}
    assert said["新建管网"] == "新建管网|20公里|18公里|-2公里|下降10%|下降10%  预计数"
    assert "单位不同" in said["供水量"] and "新增" in said["新建水厂"] and "删去" in said["改造泵站"]


@pytest.mark.parametrize(
    ("new", "end", "answer"),
    [
        (NOW, "没有下文", ""),
        (replace(NOW, origins=("2025",), commitments=(Fact(title="编预案", outcome="取消", note="并入新区", origin="2025/打算/1"),)), "已答复", "取消  并入新区"),
        (replace(NOW, issues=(Fact(title="预案未修订", origin="2025/打算/1"),)), "写进了问题", "预案未修订"),
    ],
)  # fmt: skip
def test_where_plans_went(new: Any, end: str, answer: str) -> None:
    said = told(shown(new)["打算的下落"].entry(0))
    assert said.startswith(f"{end}|编预案：修订防汛应急预案。|") and said.endswith(answer)


def test_how_much_of_the_text_is_old() -> None:
    section = shown()["文字沿用"].entry(0)
    assert section.cells[0].text == "成绩" and section.cells[-1].text.endswith("%")
    assert "文字沿用" in summary(diff(Earlier("2025", OLD), Earlier("2026", NOW)))
    fresh = Report(unit="甲", period=Period(2026), title="总结")
    assert summary(diff(Earlier("2025", OLD), Earlier("2026", fresh))) == "没有和上期一样的句子。"
    assert "文字沿用" not in shown(fresh)
