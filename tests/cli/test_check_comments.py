"""check -o: the findings as comments in a copy of a Word file."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WORD = next(SAMPLES.glob("*.docx")).read_bytes()
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def received(drafter: Run) -> Path:
    """A Word file in the folder where ``drafter`` runs."""
    file = Path("收到的.docx")
    file.write_bytes(WORD)
    return file


def comments(file: str) -> int:
    with zipfile.ZipFile(file) as package:
        return package.read("word/comments.xml").count(b"<w:comment ")


def test_the_copy_is_written_and_named(drafter: Run, received: Path) -> None:
    plain = drafter("check", received.name)
    code, out, err = drafter("check", received.name, "-o", "批注.docx")
    assert (code, out, err) == (plain[0], "批注.docx\n", plain[2])
    found = json.loads(drafter("check", received.name, "--json")[1])["problems"]
    assert comments("批注.docx") == len(found) > 0
    assert received.read_bytes() == WORD


def test_json_has_standard_output_for_itself(drafter: Run, received: Path) -> None:
    code, out, err = drafter("check", received.name, "--json", "--output", "批注.docx")
    assert json.loads(out)["problems"] and err == "批注.docx\n" and code in (0, 1)
    assert Path("批注.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("收到的.docx", "-o", "收到的.docx"), "output-is-source"),
        (("收到的.docx", "-o", "批注.txt"), "output-misnamed"),
        (("2024", "-o", "批注.docx"), "not-word"),
        (("收到的.docx", "收到的.docx", "-o", "批注.docx"), "-o 要和一份 Word 文件一起用"),
        (("-o", "批注.docx"), "-o 要和一份 Word 文件一起用"),
        (("收到的.docx", "--fix", "-o", "批注.docx"), "-o 要和一份 Word 文件一起用"),
    ],
)
def test_misuse_is_refused_before_anything_is_checked(
    drafter: Run, received: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = drafter("check", *arguments)
    assert (code, out) == (2, "") and said in err and len(err.splitlines()) <= 3
    assert [file.name for file in Path().iterdir() if file.suffix] == [received.name] and received.read_bytes() == WORD


def test_a_broken_file_is_refused_and_nothing_is_written(drafter: Run, received: Path) -> None:
    received.write_bytes(WORD[: len(WORD) // 2])
    code, out, err = drafter("check", received.name, "-o", "批注.docx")
    assert (code, out) == (3, "") and err.count("broken-document") == 1
    assert not Path("批注.docx").exists()
