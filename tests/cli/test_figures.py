"""``figures``: the list a clerk chooses from, and what comes of the choice."""

import json
from pathlib import Path

import pytest

from drafter.cli import main

REPORT = """\
单位: 云溪县水务局
期间: {period}
标题: 工作总结
指标:
  - {{编号: 河长, 名称: 河长总数, 数值: 340, 单位: 名}}
成绩:
  # 第一条
  - 标题: 抓建设
    正文: 截至6月底，新增泵站12座，居全省第2位。河长总数340名。总投资{rounded}，预计产值9亿元。
打算:
  - 正文: 力争新增泵站20座。
"""


class Ran:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def drafter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """Runs ``drafter`` in a folder with one report, in Chinese."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    home = tmp_path / "facts" / "2024"
    home.mkdir(parents=True)
    (home / "报告.yaml").write_text(REPORT.format(period="2024", rounded="60多万元"), "utf-8")

    def run(*arguments: str) -> Ran:
        code = main(list(arguments))
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


def text() -> str:
    return Path("facts/2024/报告.yaml").read_text("utf-8")


def test_the_list_shows_every_number_in_its_words(drafter) -> None:
    before = text()
    ran = drafter("figures")
    assert ran.code == 0 and not ran.err and text() == before
    lines = ran.out.splitlines()
    assert lines[0] == "  1. 新增泵站  12座  〔新增泵站〕  口径 截至6月底  排名 全省第2  把握 90%"
    assert lines[1] == "      成绩/1 正文  截至6月底，新增泵站【12座】，居全省第2位。"
    assert "河长总数  340名  〔河长〕" in ran.out and "已有这个指标" in ran.out
    assert "状态 预计" in ran.out and "总投资【60】多万元" in ran.out
    assert "新增泵站  目标20座  〔新增泵站目标〕" in ran.out


def test_the_list_in_english(drafter) -> None:
    ran = drafter("--lang", "en", "figures", "2024")
    assert ran.code == 0 and "target 20座" in ran.out and "known already" in ran.out and "90% sure" in ran.out


def test_json(drafter) -> None:
    ran = drafter("figures", "--json")
    figures = json.loads(ran.out)["figures"]
    assert [each["number"] for each in figures] == [1, 2, 3, 4, 5]
    assert figures[0]["figure"]["排名"] == {"范围": "全省", "名次": "2"} and figures[0]["sure"]
    assert figures[1]["known"] == "河长"
    (use,) = figures[2]["uses"]
    assert (use["fact"], use["field"], use["text"], use["part"]) == ("成绩/1", "正文", "60", "数值")
    assert figures[4]["aims"] == "新增泵站"


def test_accepting_some_leaves_the_rest_of_the_file(drafter) -> None:
    before = text()
    ran = drafter("figures", "--accept", "1，3-4")
    assert ran.code == 0 and "收入 3 个指标，改了 1 处文字" in ran.err
    after = text()
    assert "新增泵站{{ 新增泵站 }}，居全省第2位。河长总数340名。总投资{{ 总投资.数值 }}多万元，预计产值{{ 产值 }}。" in after
    assert "# 第一条" in after and "{编号: 河长, 名称: 河长总数, 数值: 340, 单位: 名}" in after
    assert [line for line in before.splitlines() if line not in after] == [
        "    正文: 截至6月底，新增泵站12座，居全省第2位。河长总数340名。总投资60多万元，预计产值9亿元。"
    ]
    assert drafter("check").code == 0


def test_accepting_all_prints_the_same(drafter) -> None:
    drafter("render", "-o", "a.txt", "--format", "txt")
    ran = drafter("figures", "--accept", "all")
    assert ran.code == 0 and "收入 4 个指标，改了 2 处文字" in ran.err and not ran.out
    assert "河长总数{{ 河长 }}" in text() and "指标: 新增泵站\n" in text()
    drafter("render", "-o", "b.txt", "--format", "txt")
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes() != b""
    again = drafter("figures")
    assert again.code == 0 and not again.out and "没有可以收入的数字" in again.err


def test_accepting_what_is_sure_only(drafter) -> None:
    ran = drafter("figures", "--sure", "--json")
    taken = {each["figure"]["编号"] for each in json.loads(ran.out)["figures"] if each["sure"] and not each["known"]}
    assert 0 < len(taken) < 5 and all(f"编号: {name}\n" in text() for name in taken)
    assert f"收入 {len(taken)} 个指标" in ran.err and "编号: 产值" not in text()


def test_nothing_sure_changes_nothing(drafter) -> None:
    Path("facts/2024/报告.yaml").write_text("单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n- 正文: 由9天缩短。\n", "utf-8")
    before = text()
    ran = drafter("figures", "--sure")
    assert ran.code == 0 and text() == before and "没有把握大的" in ran.err


@pytest.mark.parametrize("chosen", ["0", "6", "3-1", "x", "1,", "1-x", "-", "²"])
def test_a_number_that_is_not_on_the_list(drafter, chosen: str) -> None:
    before = text()
    ran = drafter("figures", "--accept", chosen)
    assert ran.code == 2 and "不是这里的序号" in ran.err and text() == before


def test_one_choice_at_a_time(drafter) -> None:
    assert drafter("figures", "--accept", "1", "--sure").code == 2
    assert drafter("figures", "2031").code == 2


def test_two_numbers_for_one_name_are_told(drafter) -> None:
    clash = REPORT.format(period="2024", rounded="6亿元。河长总数350名")
    Path("facts/2024/报告.yaml").write_text(clash, "utf-8")
    assert "与〔河长〕同名不同数" in drafter("figures").out
    half = clash.replace("期间: 2024", "期间: 2024-H1")
    Path("facts/2024/报告.yaml").write_text(half, "utf-8")
    assert "新增泵站  12座  〔新增泵站〕  口径 截至6月底  目标 20  排名 全省第2" in drafter("figures").out


def test_a_file_that_cannot_be_written(drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.model.problem import Problem, Refused
    from drafter.model.words import Both
    from drafter.store import splice

    def full(*_: object, **__: object) -> None:
        raise Refused(Problem("disk-full", Both("磁盘满了", "disk full")), 4)

    monkeypatch.setattr(splice, "save", full)
    before = text()
    ran = drafter("figures", "--accept", "all")
    assert ran.code == 4 and "磁盘满了" in ran.err and text() == before


def test_a_file_with_faults_is_left_and_it_is_said(drafter) -> None:
    broken = text() + "问题: [\n"
    Path("facts/2024/报告.yaml").write_text(broken, "utf-8")
    ran = drafter("figures", "--accept", "all")
    assert ran.code != 0 and ran.err and text() == broken
