"""Whatever a report says: carried over and kept it says the same, dropped it is gone for good, and the old one is never touched."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from drafter.actions.carrying.review import review, settle_keys
from drafter.actions.editing.desk import Desk
from drafter.actions.new import new
from drafter.actions.opening import open_report
from drafter.actions.render import render
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.rolling import rolled
from drafter.store.folder import read_report
from drafter.store.newfile import write_report

#: Each example writes and renders two reports; making a failing one small would take minutes.
SOME = settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
TITLES = ["抓建设", "强化服务", "2023年重点", "上半年走访", "惠民生", "下半年任务"]
TEXTS = [
    "2023年新建管网{{ 甲 }}。",
    "走访企业{{ 乙 }}，比2022年多。",
    "上半年举办宣传活动9场。",
    "落实《2023年要点》要求。",
    "2023年5月通车。",
    "全年接待群众3万人次。",
    "2024年力争完成{{ 甲 }}。\n截至2023年底，总数达到{{ 乙 }}。",
]
FIGURES = (
    Figure(id="甲", name="新建管网", value="76", unit="公里", combine="累加"),
    Figure(id="乙", name="走访企业", value="4.0", unit="家", parts=("甲",), rank=None, evidence="通报"),
)
leaves = st.builds(Fact, title=st.sampled_from(TITLES), text=st.sampled_from(TEXTS), office=st.sampled_from(["", "综合科"]))
branches = st.builds(
    Fact, title=st.sampled_from(TITLES), text=st.sampled_from(["", *TEXTS]), children=st.lists(leaves, max_size=3).map(tuple)
)
trees = st.builds(Fact, title=st.sampled_from(TITLES), children=st.lists(branches, max_size=3).map(tuple))
lists = st.lists(st.one_of(leaves, branches, trees), max_size=3).map(tuple)
PERIODS = st.sampled_from(
    [("2023", "2024"), ("2023", "2024-H1"), ("2023-H1", "2023"), ("2023-H1", "2024-H1"), ("2023-H1", "2023-H2")]
)
reports = st.builds(
    Report,
    unit=st.just("某局"),
    title=st.just("某局2023年工作总结"),
    lead=st.sampled_from(["", "2023年，全局工作平稳。", "今年以来，完成{{ 甲 }}。\n全年共{{ 乙 }}。"]),
    figures=st.just(FIGURES),
    achievements=lists,
    issues=lists,
    plans=lists,
)


@contextmanager
def carried(report: Report, old: str, period: str) -> Iterator[tuple[Path, bytes, Path]]:
    """(workspace, the old file, the new file)."""
    folder = Path(tempfile.mkdtemp())
    try:
        file = folder / "facts" / old / "报告.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(write_report(report).replace("标题:", f"期间: {old}\n标题:", 1), "utf-8")
        before = file.read_bytes()
        made = new(period, folder, sources=[old])
        yield folder, before, made.path
        assert file.read_bytes() == before and [each.name for each in file.parent.iterdir()] == ["报告.yaml"]
    finally:
        shutil.rmtree(folder)


def all_of(file: Path, verb: str) -> None:
    desk = Desk.open(str(file.parent), file.parent)
    assert settle_keys(desk, [(verb, ["all"])]) == []
    assert review(desk) == []


def said(name: str, folder: Path) -> list[str]:
    document, _ = render(open_report(name, folder), "txt", final=True, force=True)
    return document.decode().split("\n")


@SOME
@given(reports, PERIODS)
def test_kept_it_says_the_same_with_the_words_that_roll(report: Report, periods: tuple[str, str]) -> None:
    old, period = periods
    one, other = Period.parse(old), Period.parse(period)
    assert one and other
    with carried(report, old, period) as (folder, _, file):
        all_of(file, "keep")
        assert said(period, folder) == [rolled(line, one, other) for line in said(old, folder)]


@SOME
@given(reports, PERIODS)
def test_dropped_it_is_gone_and_does_not_come_back(report: Report, periods: tuple[str, str]) -> None:
    old, period = periods
    with carried(report, old, period) as (folder, _, file):
        all_of(file, "drop")
        left = read_report(file).report
        assert list(left.facts()) == [] and left.figures == () and left.lead == "" and left.title
        before = file.read_bytes()
        assert not new(period, folder, sources=[old]).changed
        assert not new(period, folder, sources=[old], again=True).changed
        assert file.read_bytes() == before


@SOME
@given(reports, PERIODS, st.booleans())
def test_twice_is_as_good_as_once(report: Report, periods: tuple[str, str], again: bool) -> None:
    old, period = periods
    with carried(report, old, period) as (folder, _, file):
        before = file.read_bytes()
        assert not new(period, folder, sources=[old], again=again).changed
        assert file.read_bytes() == before
