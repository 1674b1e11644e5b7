"""What was typed survives a kill, is offered as a difference, and never overwrites a newer file by itself."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.actions.editing.drafts import Abandoned, DraftKeeper, Files, abandoned
from drafter.actions.editing.matching import adopted
from drafter.actions.editing.tree import Record, grown, rewritten
from drafter.model.problem import Refused
from drafter.store import drafts as storing
from drafter.store.reader import Document, read_document
from drafter.store.syntax import plain

TEXT = """\
单位: 柳塘县交通运输局
成绩:
  - 标题: 公路养护   # 批注
    正文: |
      大修干线公路十二公里。
      清理边沟。
  - 标题: 公交换新
    正文: 更新纯电公交六辆。
"""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(storing.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    return tmp_path / "state" / "drafts"


@pytest.fixture
def place(tmp_path: Path, state: Path) -> Path:
    folder = tmp_path / "facts" / "2024"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(TEXT, "utf-8")
    return folder


def read(place: Path) -> dict[str, tuple[Document, Record]]:
    documents = [read_document(path) for path in sorted(place.glob("*.yaml"))]
    return {document.file: (document, adopted(Record(), plain(document.root) if document.root else {})) for document in documents}


def typing(files: Files, *path: Any, **fields: Any) -> dict[str, tuple[Document, Record, Record]]:
    return {
        file: (document, tree, rewritten(tree, path, lambda record: record.update(fields)))
        for file, (document, tree) in files.items()
    }


def left(place: Path, *path: Any, **fields: Any) -> None:
    """A draft whose app is gone."""
    keeper = DraftKeeper(place)
    keeper.keep(typing(read(place), *path, **fields))
    keeper.close()


def only(found: Abandoned) -> Any:
    assert not found.problems
    (draft,) = found.drafts
    return draft


def test_a_draft_brings_back_what_was_typed(place: Path) -> None:
    left(place, "成绩", 0, 正文="大修干线公路十五公里。\n清理边沟。")
    draft = only(abandoned(place))
    files = read(place)
    (merge,) = draft.applied(files).values()
    ((file, (_, tree)),) = files.items()
    assert list(draft.applied(files)) == [file]
    assert merge.tree["成绩"][0]["正文"].startswith("大修干线公路十五") and not merge.conflicts
    assert merge.tree["成绩"][1] is tree["成绩"][1]
    (change,) = draft.changes(files)
    assert change[1:] == (
        "changed",
        ("成绩", "公路养护"),
        ("正文",),
        "大修干线公路十二公里。\n清理边沟。",
        "大修干线公路十五公里。\n清理边沟。",
    )
    assert abs(draft.when.timestamp() - time.time()) < 60


def test_a_draft_in_use_is_nobody_elses(place: Path) -> None:
    keeper = DraftKeeper(place)
    keeper.keep(typing(read(place), 单位="柳塘县交通局"))
    assert abandoned(place) == ([], [])
    keeper.close()
    assert only(abandoned(place))
    assert abandoned(place.parent) == ([], [])


def test_a_killed_app_leaves_its_draft(place: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; sys.path[:0] = sys.argv[2:]\n"
        "from drafter.actions.editing.drafts import DraftKeeper; from drafter.actions.editing.tree import grown\n"
        "from drafter.store.reader import parse\n"
        "base = grown({'单位': '甲'}); keeper = DraftKeeper(Path(sys.argv[1]))\n"
        "keeper.keep({'报告.yaml': (parse('单位: 甲'.encode(), '报告.yaml'), base, grown({'单位': '乙'}))})\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    root = str(Path(__file__).parents[3])
    subprocess.run([sys.executable, "-c", program, str(place), root], check=False, env={**os.environ, "PYTHONUTF8": "1"})
    draft = only(abandoned(place))
    assert [(change.words, change.new) for change in draft.changes(read(place))] == [(("单位",), "乙")]
    draft.discard()
    assert abandoned(place) == ([], [])


def test_a_newer_file_is_merged_not_overwritten(place: Path) -> None:
    left(place, "成绩", 0, 正文="大修干线公路十五公里。\n清理边沟。")
    newer = TEXT.replace("清理边沟。", "清理边沟一千米。").replace("公交换新", "公交更新")
    (place / "报告.yaml").write_text(newer, "utf-8")
    draft = only(abandoned(place))
    files = read(place)
    (merge,) = draft.applied(files).values()
    assert not merge.conflicts
    assert [fact["标题"] for fact in merge.tree["成绩"]] == ["公路养护", "公交更新"]
    assert merge.tree["成绩"][0]["正文"] == "大修干线公路十五公里。\n清理边沟一千米。"
    assert [change.words for change in draft.changes(files)] == [("正文",)]
    assert (place / "报告.yaml").read_text("utf-8") == newer


def test_the_same_field_of_a_newer_file_is_asked(place: Path) -> None:
    left(place, 单位="柳塘县交通局")
    (place / "报告.yaml").write_text(TEXT.replace("柳塘县", "柳塘市"), "utf-8")
    files = read(place)
    (merge,) = only(abandoned(place)).applied(files).values()
    ((_, tree),) = files.values()
    (conflict,) = merge.conflicts
    assert conflict == (tree.uid, ("单位",), "柳塘县交通运输局", "柳塘县交通局", "柳塘市交通运输局")


def test_a_file_that_is_gone_comes_back_with_what_was_typed(place: Path) -> None:
    left(place, "成绩", 1, 正文="更新纯电公交八辆。")
    (place / "报告.yaml").unlink()
    draft = only(abandoned(place))
    ((file, merge),) = draft.applied({}).items()
    assert Path(file) == place / "报告.yaml"
    assert merge.tree == {"成绩": [{"标题": "公交换新", "正文": "更新纯电公交八辆。"}]}
    assert [change.sort for change in draft.changes({})] == ["added"]


def test_a_file_that_never_was_is_kept_too(place: Path) -> None:
    keeper = DraftKeeper(place)
    keeper.keep({"新.yaml": (Document("新.yaml", "", False, None), Record(), grown({"标题": "新写的"}))})
    keeper.close()
    ((_, merge),) = only(abandoned(place)).applied(read(place)).items()
    assert merge.tree == {"标题": "新写的"}


def test_any_text_survives(place: Path) -> None:
    odd = "孤\ud83d\udc00\udfff\x00\x1b[31m\u202e“引号”\\n\u2028𠮷"
    left(place, "成绩", 0, 正文=odd)
    (merge,) = only(abandoned(place)).applied(read(place)).values()
    assert merge.tree["成绩"][0]["正文"] == odd


def test_facts_that_came_went_and_moved_are_told(place: Path) -> None:
    files = read(place)
    ((file, (document, tree)),) = files.items()
    items = tree["成绩"]
    changed = rewritten(
        tree, (), lambda root: root.update(成绩=[grown({"标题": "新桥", "分项": [{"正文": "通车"}]}), items[1]], 问题=[items[0]])
    )
    keeper = DraftKeeper(place)
    keeper.keep({file: (document, tree, changed)})
    keeper.close()
    found = only(abandoned(place)).changes(read(place))
    assert [change[1:] for change in found] == [
        ("added", ("成绩", "新桥"), (), "", "标题：新桥\n分项：正文：通车"),
        ("moved", ("问题", "公路养护"), (), "成绩", "问题"),
    ]


def test_clearing_leaves_nothing_behind(place: Path, state: Path) -> None:
    keeper = DraftKeeper(place)
    keeper.clear()
    assert not state.exists()
    keeper.keep(typing(read(place), 单位="甲"))
    keeper.clear()
    (slot,) = state.iterdir()
    assert [path.name for path in slot.iterdir()] == ["lock"]
    keeper.close()
    assert not list(state.iterdir())


def test_typing_it_back_takes_the_draft_away(place: Path, state: Path) -> None:
    keeper = DraftKeeper(place)
    keeper.keep(typing(read(place), 单位="甲"))
    keeper.keep(typing(read(place)))
    keeper.close()
    assert not list(state.iterdir())


def test_a_file_is_copied_once(place: Path, state: Path) -> None:
    keeper = DraftKeeper(place)
    files = read(place)
    keeper.keep(typing(files, 单位="甲"))
    (copy,) = state.glob("*/*.base")
    assert copy.read_bytes() == TEXT.encode()
    before = copy.stat().st_ino
    keeper.keep(typing(files, 单位="甲乙"))
    assert copy.stat().st_ino == before
    (place / "报告.yaml").write_text(TEXT + "# 存过一次\n", "utf-8")
    keeper.keep(typing(read(place), 单位="甲乙丙"))
    (other,) = state.glob("*/*.base")
    assert other != copy and "存过" in other.read_text("utf-8")


def test_the_same_again_is_not_written(place: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = DraftKeeper(place)
    typed = typing(read(place), 单位="甲")
    keeper.keep(typed)
    monkeypatch.setattr(storing, "save", lambda *_: pytest.fail("written"))
    keeper.keep(typed)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"drafter": 99, "files": []}',
        '{"drafter": 1, "files": [{"name": "../x.yaml", "hash": null, "operations": [], "saving": []}]}',
        '{"drafter": 1, "files": [{"name": "报告.yaml", "hash": "00", "operations": [], "saving": []}]}',
        '{"drafter": 1, "files": [{"name": "报告.yaml", "hash": null, "operations": [["set", ["成绩", 7], "标题", "甲", [], 0]], "saving": []}]}',
        '{"drafter": 1, "files": [{"name": "报告.yaml", "hash": null, "operations": [["drop", [], "标题", "甲", [], 0]], "saving": []}]}',
        '{"drafter": 1, "files": [{"name": "报告.yaml", "hash": null, "operations": [["set", 5]], "saving": []}]}',
        "[" * 100_000,
    ],
)
def test_a_foreign_draft_is_said_and_left_alone(place: Path, state: Path, content: str) -> None:
    left(place, 单位="甲")
    (draft,) = state.glob("*/draft.json")
    draft.write_text(content, "utf-8")
    drafts, problems = abandoned(place)
    assert not drafts and [problem.code for problem in problems] == ["draft-unreadable"]
    assert problems[0].place.file == str(draft.parent)
    assert draft.read_text("utf-8") == content


def test_a_damaged_copy_is_not_trusted(place: Path, state: Path) -> None:
    left(place, 单位="甲")
    (copy,) = state.glob("*/*.base")
    copy.write_bytes(copy.read_bytes()[:-5])
    assert [problem.code for problem in abandoned(place).problems] == ["draft-unreadable"]


def test_empty_folders_of_killed_apps_are_removed(place: Path, state: Path) -> None:
    left(place, 单位="甲")
    (slot,) = state.iterdir()
    for name, age in (("aaaa-1-young", 0), ("aaaa-2-old", 3600)):
        (state / name).mkdir()
        (state / name / "lock").touch()
        os.utime(state / name, (time.time() - age,) * 2)
    abandoned(place)
    assert {path.name for path in state.iterdir()} == {slot.name, "aaaa-1-young"}


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "getuid"), reason="POSIX")
def test_the_temporary_folder_takes_over(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("DRAFTER_STATE", str(blocked))
    left(place, 单位="甲")
    (slot,) = (tmp_path / "temporary" / f"drafter-{os.getuid()}" / "drafts").iterdir()
    assert slot.stat().st_mode & 0o077 == 0
    only(abandoned(place)).discard()
    assert not slot.exists()


def test_no_disk_at_all_is_said(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("DRAFTER_STATE", str(blocked))
    monkeypatch.setattr(storing.tempfile, "gettempdir", lambda: str(blocked))
    with pytest.raises(Refused) as refused:
        left(place, 单位="甲")
    assert refused.value.problems[0].code == "draft-failed" and refused.value.exit_code == 4


def test_a_full_disk_moves_the_draft(place: Path, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = DraftKeeper(place)
    keeper.keep(typing(read(place), 单位="甲"))
    save: Callable[..., str] = storing.save

    def full(path: Path, data: bytes) -> str:
        if state in path.parents:
            raise Refused([], 4)
        return save(path, data)

    monkeypatch.setattr(storing, "save", full)
    keeper.keep(typing(read(place), 单位="乙"))
    keeper.keep(typing(read(place), 单位="丙"))
    keeper.close()
    assert [change.new for change in only(abandoned(place)).changes(read(place))] == ["丙"]


def test_the_draft_says_nothing_of_other_fields(place: Path, state: Path) -> None:
    left(place, "成绩", 0, 标题="公路大修")
    (draft,) = state.glob("*/draft.json")
    content = json.loads(draft.read_text("utf-8"))
    assert content["files"][0]["operations"] == [["set", ["成绩", 0], "标题", "公路大修", [], 0]]
    assert content["files"][0]["saving"] == []


def with_fact(text: str) -> dict[str, Any]:
    return {"标题": "桥梁检测", "正文": text}


def after_a_kill(place: Path, saved: str, typed: str, told: bool) -> dict[str, Any]:
    """The app wrote the file with a new fact, and was killed before the draft followed. ``told``: the draft knew of the save."""
    files = read(place)
    ((file, (document, tree)),) = files.items()
    item = grown(with_fact(saved))
    state = rewritten(tree, ("成绩",), lambda items: items.append(item))
    state = rewritten(state, (), lambda root: root.update(单位=saved))
    later = rewritten(state, ("成绩", 2), lambda record: record.update(正文=typed))
    later = rewritten(later, (), lambda root: root.update(单位=typed))
    keeper = DraftKeeper(place)
    if told:
        keeper.saving({file: state})
    keeper.keep({file: (document, tree, later)})
    keeper.close()
    written = TEXT.replace("柳塘县交通运输局", saved) + f"  - 标题: 桥梁检测\n    正文: {saved}\n"
    (place / "报告.yaml").write_text(written, "utf-8")
    return only(abandoned(place)).applied(read(place))


def test_a_draft_goes_on_from_what_its_app_has_saved(place: Path) -> None:
    (merge,) = after_a_kill(place, "检测八座", "检测八座，合格", told=True).values()
    assert not merge.conflicts and merge.tree["单位"] == "检测八座，合格"
    assert merge.tree["成绩"][2:] == [with_fact("检测八座，合格")]


def test_a_fact_that_is_in_the_file_already_is_not_put_in_twice(place: Path) -> None:
    (merge,) = after_a_kill(place, "检测八座", "检测八座，合格", told=False).values()
    assert merge.tree["成绩"][2:] == [with_fact("检测八座，合格")]
    assert {conflict.words for conflict in merge.conflicts} == {("单位",), ("正文",)}


def test_what_was_saved_whole_changes_nothing(place: Path) -> None:
    after_a_kill(place, "检测八座", "检测八座", told=False)
    assert only(abandoned(place)).changes(read(place)) == []


def test_typing_before_the_answer_is_kept_beside_the_draft(place: Path) -> None:
    left(place, "成绩", 0, 正文="大修干线公路十五公里。")
    files = {
        file: (document, rewritten(tree, ("成绩",), lambda items: items.insert(0, grown(with_fact("新")))))
        for file, (document, tree) in read(place).items()
    }
    (merge,) = only(abandoned(place)).applied(files).values()
    assert [fact["正文"] for fact in merge.tree["成绩"]] == ["新", "大修干线公路十五公里。", "更新纯电公交六辆。"]
