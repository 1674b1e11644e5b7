"""What a workspace lays down, and what a record accepts, is what a check tells."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.actions.accepting import accept, found, matching, open_settled
from drafter.actions.check import check, examine
from drafter.actions.opening import open_report
from drafter.model.acceptance import Acceptance, mark_of
from drafter.model.problem import Refused, errors, stoppers

REPORT = """\
单位: 某局
期间: 2024
标题: 2024年总结
成绩:
  # 签约
  - 正文: 与xx市签约。
    科室: 办公室
  - {正文: 与xx县签约。, 待更新: 是}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "facts" / "2024").mkdir(parents=True)
    file(tmp_path).write_text(REPORT, "utf-8")
    return tmp_path


def file(home: Path) -> Path:
    return home / "facts" / "2024" / "报告.yaml"


def rules(home: Path, text: str) -> None:
    folder = home / "templates" / "_checks"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "规则.yaml").write_text(text, "utf-8")


def codes(home: Path) -> list[tuple[str, str]]:
    return [(each.code, each.severity) for each in examine(open_report("2024", home)).problems]


def test_what_nobody_has_looked_at_yet_is_not_read(home: Path) -> None:
    examined = examine(open_report("2024", home))
    assert [(each.code, each.words, each.fact) for each in examined.problems] == [
        ("placeholder", "xx", "成绩/1"),
        ("carried-over", "", "成绩/2"),
    ]
    placeholder, carried = examined.problems
    assert carried.waits and not placeholder.waits
    # It stops what is final, and no draft.
    assert errors(examined.problems) == [placeholder, carried] and stoppers(examined.problems) == []


@pytest.mark.parametrize(("said", "severity"), [("提醒", "warning"), ("提示", "info"), ("错误", "error"), ("关", None)])
def test_a_workspace_says_how_grave_a_rule_is(home: Path, said: str, severity: str | None) -> None:
    rules(home, f"placeholder: {said}\ncarried-over: 关\n")
    assert [each for each in codes(home) if each[0] == "placeholder"] == ([("placeholder", severity)] if severity else [])
    assert ("carried-over", "error") in codes(home)  # what the program needs is not a workspace's to say


def test_a_grave_suspicion_stops_what_is_final_only(home: Path) -> None:
    file(home).write_text(REPORT.replace("科室: 办公室", "来自: 去年那条"), "utf-8")
    rules(home, "address-unreadable: 错误\n")
    problems = examine(open_report("2024", home)).problems
    (problem,) = [each for each in problems if each.code == "address-unreadable"]
    assert problem.severity == "error" and problem.gate


def test_a_finding_is_accepted_until_the_text_changes(home: Path) -> None:
    desk = open_settled("2024", home)
    wanted = matching(found(desk), "placeholder", "成绩/1", "x")
    assert accept(desk, wanted, "合作方  尚未公开") == 1
    written = file(home).read_text("utf-8")
    lines = REPORT.splitlines(keepends=True)
    assert [line for line in written.splitlines(keepends=True) if line not in lines] == [
        next(line for line in written.splitlines(keepends=True) if "认可" in line)
    ]
    examined = check(["2024"], home)["2024"]
    assert ("placeholder", "合作方 尚未公开") in [(problem.code, reason) for problem, reason in examined.accepted]
    assert "placeholder" not in [each.code for each in examined.problems]
    file(home).write_text(written.replace("与xx市签约。", "已与xx市签约。"), "utf-8")
    assert ("placeholder", "error") in codes(home)


def test_accepting_again_replaces_the_reason(home: Path) -> None:
    for reason in ("甲", "乙"):
        file(home).write_text(file(home).read_text("utf-8").replace("市签约", "市签约了"), "utf-8")
        desk = open_settled("2024", home)
        accept(desk, matching(found(desk), "placeholder", None, None), reason)
    assert file(home).read_text("utf-8").count("认可") == 1 and "乙" in file(home).read_text("utf-8")


def test_one_without_a_mark_holds_for_its_words(home: Path) -> None:
    file(home).write_text(REPORT.replace("科室: 办公室", "认可: [placeholder “xx” 尚未公开]"), "utf-8")
    assert ("placeholder", "error") not in codes(home)


@pytest.mark.parametrize("line", ["placeholder", "placeholder “xx”", "随便写的"])
def test_what_cannot_be_understood_accepts_nothing(home: Path, line: str) -> None:
    file(home).write_text(REPORT.replace("科室: 办公室", f"认可: [{line}]"), "utf-8")
    assert {("placeholder", "error"), ("acceptance-unreadable", "warning")} <= set(codes(home))


def test_what_must_be_mended_is_not_accepted(home: Path) -> None:
    desk = open_settled("2024", home)
    with pytest.raises(Refused) as refused:
        accept(desk, matching(found(desk), "carried-over", None, None), "看过")
    assert refused.value.exit_code == 2 and file(home).read_text("utf-8") == REPORT
    with pytest.raises(Refused):
        accept(desk, matching(found(desk), "placeholder", None, None), " ")
    file(home).write_text(REPORT.replace("科室: 办公室", "认可: [carried-over “” 看过]"), "utf-8")
    assert ("carried-over", "error") in codes(home)


def test_an_acceptance_reads_as_it_is_written() -> None:
    said = Acceptance("rank-unproven", "全省“第一”", "见省厅通报 第3号", "3f2a9c1d")
    read = Acceptance.parse(str(said))
    assert read == said._replace(words="全省‘第一’") and read.speaks_of("rank-unproven", "全省“第一”")
    assert Acceptance.parse('rank-unproven "全省第一" 见通报') == Acceptance("rank-unproven", "全省第一", "见通报")
    assert Acceptance.parse("全省第一") is None


def test_a_mark_changes_with_words_and_not_with_who_is_in_charge(home: Path) -> None:
    fact, _ = open_report("2024", home).report.achievements
    assert mark_of(fact) == mark_of(replace(fact, office="甲")) != mark_of(replace(fact, text="乙"))
