"""new --from and carried as a clerk or a script meets them."""

import json
from pathlib import Path

import pytest

from drafter.cli import main

FACTS = """\
单位: 临江市水务局
期间: 2023
标题: 2023年工作总结和2024年工作打算
导语: 2023年新建管网{{ 管网 }}。
指标:
- {编号: 管网, 名称: 新建管网, 数值: 76, 单位: 公里}
成绩:
- 编号: 建设
  标题: 抓建设
  分项:
  - {标题: 管网, 正文: "2023年新建管网{{ 管网 }}。"}
"""


@pytest.fixture
def drafter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    path = Path("facts/2023/报告.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(FACTS, "utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return run


def test_new_says_what_it_wrote_and_the_second_time_that_it_did_not(drafter) -> None:
    code, out, err = drafter("new", "2024", "--from", "2023")
    assert code == 0 and Path(out.strip()) == Path("facts/2024/报告.yaml").absolute() and not err
    before = Path("facts/2024/报告.yaml").read_bytes()
    code, out, err = drafter("new", "2024", "--from", "2023")
    assert code == 0 and "带入过" in err and "--again" in err and Path(out.strip()).name == "2024"
    assert Path("facts/2024/报告.yaml").read_bytes() == before


def test_an_unknown_source_names_a_near_one(drafter) -> None:
    code, out, err = drafter("new", "2024", "--from", "2032")
    assert code == 2 and "是不是 2023" in err and not out


def test_again_needs_a_source(drafter) -> None:
    code, _, err = drafter("new", "2024", "--again")
    assert code == 2 and "--from" in err


def test_carried_shows_old_beside_new(drafter) -> None:
    drafter("new", "2024", "--from", "2023")
    code, out, err = drafter("carried", "2024")
    assert code == 0 and "还有 3 条" in err
    assert (
        "成绩/1/1\t管网\t2023/成绩/1/1\n    旧  管网\n    旧  2023年新建管网76公里。\n    新  管网\n    新  2024年新建管网{{ 管网 }}。\n    换  2023年 → 2024年\n"
        in out
    )
    assert "指标/管网\t新建管网\t2023/指标/管网\n    旧  76公里\n" in out
    code, out, _ = drafter("carried", "2024", "--json")
    found = {item["key"]: item for item in json.loads(out)["carried"]}
    assert list(found) == ["报告", "指标/管网", "成绩/1/1"]
    assert found["报告"]["rolled"] == [{"old": "2023年", "new": "2024年"}, {"old": "2024年", "new": "2025年"}]
    assert found["成绩/1/1"]["origin"] == "2023/成绩/1/1" and "uid" not in found["成绩/1/1"]


def test_carried_settles_what_is_named(drafter) -> None:
    drafter("new", "2024", "--from", "2023")
    code, out, err = drafter("carried", "2024", "--keep", "指标/管网", "--update", "报告")
    assert code == 0 and "还有 1 条" in err and out.startswith("成绩/1/1")
    code, out, err = drafter("carried", "2024", "--keep", "all")
    assert code == 0 and not out and "没有待核对的了" in err
    assert "待更新" not in Path("facts/2024/报告.yaml").read_text("utf-8")


def test_a_figure_in_use_is_not_dropped(drafter) -> None:
    drafter("new", "2024", "--from", "2023")
    code, _, err = drafter("carried", "2024", "--drop", "指标/管网")
    assert code == 1 and "没有删去" in err and "编号: 管网" in Path("facts/2024/报告.yaml").read_text("utf-8")


def test_all_may_be_dropped_and_a_heading_by_name(drafter) -> None:
    drafter("new", "2024", "--from", "2023")
    code, _, err = drafter("carried", "2024", "--drop", "建设")
    assert code == 0 and "还有 2 条" in err
    code, _, err = drafter("carried", "2024", "--drop", "all")
    text = Path("facts/2024/报告.yaml").read_text("utf-8")
    assert code == 0 and "没有待核对的了" in err and "2023/建设" in text and "编号" not in text


def test_a_key_that_does_not_wait(drafter) -> None:
    drafter("new", "2024", "--from", "2023")
    before = Path("facts/2024/报告.yaml").read_bytes()
    code, _, err = drafter("carried", "2024", "--keep", "成绩/1/2")
    assert code == 2 and "成绩/1/2" in err and "成绩/1/1" in err and Path("facts/2024/报告.yaml").read_bytes() == before
