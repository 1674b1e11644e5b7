"""What was found in a Word document, written into a copy of it."""

import io
import zipfile
from pathlib import Path

import pytest

from drafter.actions.checking.annotating import remark, write_annotated
from drafter.actions.checking.document import check_document
from drafter.importers.read import read_source
from drafter.importers.word.comments import Remark
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both, Language

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
WORD = next(SAMPLES.glob("*.docx"))
TEXT = next(SAMPLES.glob("*.txt"))
NOW = "2025-07-08T09:30:00"


def part(file: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        return package.read(name).decode()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "收到的.docx"
    file.write_bytes(WORD.read_bytes())
    return file


def write(file: Path, target: Path) -> Path:
    return write_annotated(file, target, check_document(file, file.parent), "zh", NOW)


def test_every_finding_is_a_comment_and_the_original_is_untouched(source: Path, tmp_path: Path) -> None:
    problems = check_document(source, tmp_path)
    assert problems
    written = write_annotated(source, tmp_path / "批注.docx", problems, "zh", NOW)
    assert source.read_bytes() == WORD.read_bytes()
    said = part(written, "word/comments.xml")
    assert said.count("<w:comment ") == len(problems)
    assert all(f"（{problem.code}）" in said for problem in problems) and f'w:date="{NOW}"' in said
    assert read_source("a.docx", written.read_bytes()).lines == read_source("a.docx", source.read_bytes()).lines


def test_the_words_of_a_finding_are_within_its_comment(source: Path, tmp_path: Path) -> None:
    problem = next(each for each in check_document(source, tmp_path) if each.words)
    text = part(write_annotated(source, tmp_path / "b.docx", [problem], "zh", NOW), "word/document.xml")
    inside = text[text.index("<w:commentRangeStart") : text.index("<w:commentRangeEnd")]
    assert "".join(piece.split("</w:t>")[0] for piece in inside.split('<w:t xml:space="preserve">')[1:]) == problem.words


SAID = Both("数字不一致", "The numbers differ")
FIX = Both("核对后改正", "Correct it")


@pytest.mark.parametrize(
    ("severity", "language", "other", "text"),
    [
        ("error", "zh", Place(), "【错误】数字不一致。核对后改正（x-y）"),
        ("warning", "zh", Place("a.docx", 3, 1), "【提醒】数字不一致。对照第 3 段。核对后改正（x-y）"),
        ("info", "en", Place("a.docx", 3, 1), "[note] The numbers differ. Compare paragraph 3. Correct it (x-y)"),
    ],
)
def test_what_a_comment_says(severity: str, language: Language, other: Place, text: str) -> None:
    problem = Problem("x-y", SAID, FIX, severity, Place("a.docx", 7, 4), other=other, words="三")  # type: ignore[arg-type]
    assert remark(problem, language) == Remark(text, 7, 3, "三")


def test_a_finding_about_the_file_has_no_line() -> None:
    assert remark(Problem("x", Both("只读。", "Read only.")), "zh") == Remark("【错误】只读。（x）", None, 0, "")


def test_only_word_files_carry_comments(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_annotated(TEXT, tmp_path / "批注.docx", [], "zh", NOW)
    (problem,) = refused.value.problems
    assert (refused.value.exit_code, problem.code) == (2, "not-word") and ".docx" in problem.fix.zh
    assert not (tmp_path / "批注.docx").exists()


def test_a_word_file_is_one_whatever_it_is_called(source: Path, tmp_path: Path) -> None:
    renamed = source.rename(tmp_path / "总结.doc")
    assert write(renamed, tmp_path / "批注.docx").is_file()
    text = tmp_path / "假的.docx"
    text.write_text("2024年工作总结\n", "utf-8")
    with pytest.raises(Refused) as refused:
        write(text, tmp_path / "b.docx")
    assert refused.value.problems[0].code == "not-word"


@pytest.mark.parametrize("way", ["same", "dotted", "symlink", "hardlink"])
def test_never_over_the_source(source: Path, tmp_path: Path, way: str) -> None:
    target = {"same": source, "dotted": tmp_path / "x" / ".." / source.name}.get(way, tmp_path / "另一个.docx")
    if way == "dotted":
        (tmp_path / "x").mkdir()
    elif way == "symlink":
        target.symlink_to(source)
    elif way == "hardlink":
        target.hardlink_to(source)
    with pytest.raises(Refused) as refused:
        write(source, target)
    assert (refused.value.exit_code, refused.value.problems[0].code) == (2, "output-is-source")
    assert source.read_bytes() == WORD.read_bytes()


@pytest.mark.parametrize("name", ["批注.txt", "批注", "批注.docm", "报告.yaml", "夹.docx"])
def test_the_copy_is_a_word_file_of_the_same_kind(source: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "夹.docx").mkdir()
    with pytest.raises(Refused) as refused:
        write(source, tmp_path / name)
    assert (refused.value.exit_code, refused.value.problems[0].code) == (2, "output-misnamed")
    assert sorted(tmp_path.iterdir()) == sorted([source, tmp_path / "夹.docx"])


def test_a_disk_that_refuses_is_said_by_save(source: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write(source, tmp_path / "没有" / "批注.docx")
    assert (refused.value.exit_code, refused.value.problems[0].code) == (4, "save-failed")
