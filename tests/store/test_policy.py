"""What a workspace lays down for its checks: files that are good, files laid over others, and what is said of bad ones.

Each folder of bad_policy/ holds ``_checks/`` and, in ``expected``, the problems that are told of it, as of bad/.
After a change of wording: DRAFTER_ACCEPT=1 pytest tests/store/test_policy.py, then read the diff.
"""

import os
from pathlib import Path

import pytest

from drafter.checks import rules
from drafter.model.lexicon import Lexicon, Wording
from drafter.model.period import Period
from drafter.model.policy import OFF, Policy
from drafter.model.problem import Problem
from drafter.store.layouts import packaged
from drafter.store.policy import files, read_policy

BAD = Path(__file__).parent / "bad_policy"
CASES = sorted(path.name for path in BAD.iterdir())
CODES = ("placeholder", "residue", "wrong-word")


def laid(*folders: Path) -> tuple[Policy, list[Problem]]:
    return read_policy(files(list(folders)), lambda: CODES)


def written(folder: Path, **texts: str) -> Path:
    (folder / "_checks").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "_checks" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def told(problems: list[Problem]) -> str:
    lines = []
    for each in problems:
        where = f"{Path(each.place.file or '').name}:{each.place.line or '-'}:{each.place.column or '-'}"
        lines.append(f"{where} {each.severity} {each.code} {each.message.zh} {each.fix.zh}".rstrip() + "\n")
    return "".join(lines)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_is_explained(name: str) -> None:
    _, problems = laid(BAD / name)
    found = told(problems)
    expected = BAD / name / "expected"
    if os.environ.get("DRAFTER_ACCEPT"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")
    assert found, "a bad file without a problem"
    assert all(problem.severity == "warning" and problem.message.en for problem in problems)


def test_what_ships_is_good() -> None:
    policy, problems = read_policy(files([packaged("templates")]), rules().keys)
    assert told(problems) == ""
    assert policy.severities == {} and policy.lexicon.cap is None and policy.lexicon.names == {}
    assert policy.lexicon.words["台帐"] == "台账"
    assert Wording("国土资源部", "自然资源部", Period(2018)) in policy.lexicon.wordings


def test_no_right_word_that_ships_holds_a_wrong_one() -> None:
    words = read_policy(files([packaged("templates")]), rules().keys)[0].lexicon.words
    assert [(wrong, right) for right in words.values() for wrong in words if wrong in right] == []


def test_nothing_laid_down_is_no_problem(tmp_path: Path) -> None:
    assert laid(tmp_path) == (Policy(), [])
    assert laid(written(tmp_path / "空", 规则="", 词语="# 还没有\n", 名称="", 提法="\n")) == (Policy(), [])


def test_each_file_says_its_own(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        规则="placeholder: 提醒\nresidue: 关\nwrong-word: 提示\n字数上限: 3000\n",
        词语="渡假: 度假\n",
        名称="临江市档案馆: [市档案馆, 档案馆]\n临江滨河湿地公园:\n青禾县融媒体中心: 融媒体中心\n",
        提法="- {旧: 国土资源部, 新: 自然资源部, 自: 2018}\n- {旧: 村官, 新: 大学生村官}\n- {旧: 老提法, 自: 2020-H2}\n",
    )
    policy, problems = laid(folder)
    assert problems == []
    assert policy.severities == {"placeholder": "warning", "residue": OFF, "wrong-word": "info"}
    assert policy.lexicon == Lexicon(
        {"渡假": "度假"},
        {"临江市档案馆": ("市档案馆", "档案馆"), "临江滨河湿地公园": (), "青禾县融媒体中心": ("融媒体中心",)},
        (
            Wording("国土资源部", "自然资源部", Period(2018)),
            Wording("村官", "大学生村官"),
            Wording("老提法", "", Period(2020, "H2")),
        ),
        3000,
    )


def test_a_severity_is_that_of_the_rule_unless_laid_down(tmp_path: Path) -> None:
    policy, _ = laid(written(tmp_path, 规则="placeholder: 提示\nresidue: 关\n"))
    assert policy.severity("placeholder", "error") == "info"
    assert policy.severity("residue", "warning") is None
    assert policy.severity("wrong-word", "warning") == "warning"


def test_the_nearest_folder_is_laid_over_those_behind_it(tmp_path: Path) -> None:
    behind = written(
        tmp_path / "behind",
        规则="placeholder: 关\nresidue: 提示\n字数上限: 5000\n",
        词语="渡假: 度假\n布署: 部署\n",
        名称="临江市档案馆: 市档案馆\n",
        提法="- {旧: 国土资源部, 新: 自然资源部, 自: 2018}\n- {旧: 环保局, 新: 生态环境局}\n",
    )
    near = written(
        tmp_path / "near",
        规则="placeholder: 错误\n字数上限: 2000\n",
        词语="渡假: 关\n布署: 布置\n",
        名称="临江市档案馆: 关\n临江市图书馆:\n",
        提法="- {旧: 国土资源部, 新: 关}\n- {旧: 环保局, 新: 生态环境分局, 自: 2019}\n",
    )
    policy, problems = laid(near, behind)
    assert problems == []
    assert policy.severities == {"placeholder": "error", "residue": "info"}
    assert policy.lexicon == Lexicon(
        {"布署": "布置"}, {"临江市图书馆": ()}, (Wording("环保局", "生态环境分局", Period(2019)),), 2000
    )


def test_a_bad_entry_leaves_the_others_alone(tmp_path: Path) -> None:
    policy, problems = laid(written(tmp_path, 规则="没有的规则: 关\nplaceholder: 关\n", 词语="渡假:\n布署: 部署\n"))
    assert len(problems) == 2
    assert policy.severities == {"placeholder": OFF} and policy.lexicon.words == {"布署": "部署"}


def test_the_rules_there_are_are_asked_for_only_where_one_is_named(tmp_path: Path) -> None:
    def ask() -> tuple[str, ...]:
        raise AssertionError

    policy, problems = read_policy(files([written(tmp_path, 规则="字数上限: 800\n", 词语="渡假: 度假\n")]), ask)
    assert problems == [] and policy.lexicon.cap == 800
