from pathlib import Path

import pytest

from drafter.kinds import kinds
from drafter.kinds.frame import draft, fields_in, words_for
from drafter.store.frames import read_frames, stamps
from drafter.store.layouts import packaged, search_path

PACKAGED = packaged("templates")


@pytest.mark.parametrize("kind", [*kinds(), "指标"])
def test_every_kind_has_packaged_frames_that_end_as_sentences(kind: str) -> None:
    frames, problems = read_frames([PACKAGED])
    assert problems == []
    for frame in frames[kind]:
        assert draft([frame], dict.fromkeys(words_for(kind) or (), "某")).endswith("某。") or frame.endswith("。")
        required = {word for word, _ in fields_in(frame)}
        sentence = draft([frame], dict.fromkeys(required, "某"))
        assert sentence.endswith("。") and not set(sentence) & set("{}[]")


def own(tmp_path: Path, **files: str) -> list[Path]:
    folder = tmp_path / "templates"
    (folder / "_frames").mkdir(parents=True)
    for kind, text in files.items():
        (folder / "_frames" / f"{kind}.txt").write_text(text, "utf-8")
    return [folder, PACKAGED]


def test_own_frames_take_the_place_of_the_packaged_file_and_of_no_other(tmp_path: Path) -> None:
    frames, problems = read_frames(own(tmp_path, 荣誉="# 本局的说法\n\n  {主体}喜获{名目}。\n{名目}。\n", 文件=""))
    assert problems == []
    assert frames["荣誉"] == ("{主体}喜获{名目}。", "{名目}。")
    assert frames["文件"] == ()
    assert frames["走访"] == read_frames([PACKAGED])[0]["走访"] != ()


def test_a_field_that_there_is_not_is_told_with_its_place_and_the_likely_one(tmp_path: Path) -> None:
    frames, problems = read_frames(own(tmp_path, 荣誉="# 说法\n{授与}{方式}{名目}。\n{名目}。\n"))
    told = problems[0]
    assert frames["荣誉"] == ("{名目}。",)
    assert (told.code, told.severity, told.place.line, told.place.column) == ("frame-field", "warning", 2, 2)
    assert told.place.file == str(tmp_path / "templates" / "_frames" / "荣誉.txt")
    assert "“授与”" in told.message.zh and told.fix.zh == "是不是“授予”。"


def test_marks_names_and_bytes_that_do_not_fit_are_told(tmp_path: Path) -> None:
    folders = own(tmp_path, 走访="深入{对象。\n", 荣耀="{名目}。\n")
    (tmp_path / "templates" / "_frames" / "文件.txt").write_bytes("{动作}《{名目}》。".encode("gbk"))
    frames, problems = read_frames(folders)
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("frame-kind", "warning"),
        ("file-encoding", "warning"),
        ("frame-marks", "warning"),
    ]
    assert problems[0].fix.zh == "是不是“荣誉”。"
    assert frames["走访"] == frames["文件"] == ()


def test_stamps_tell_a_change(tmp_path: Path) -> None:
    folders = own(tmp_path, 荣誉="{名目}。\n")
    before = stamps(folders)
    (tmp_path / "templates" / "_frames" / "荣誉.txt").write_text("{主体}{名目}。\n", "utf-8")
    assert stamps(folders) != before and stamps(search_path(None)) == stamps(search_path(None))
