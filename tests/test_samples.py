"""samples/: each document is what its generator makes, and import finds in it what its expected file says."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from drafter.cli import main
from drafter.model.text import fold

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
HOW = "run make samples"
DOCUMENTS = ["教育局全年总结.md", "卫健委半年总结.txt", "水利局半年总结.html", "镇政府半年总结.docx", "档案馆全年总结.txt"]
FRONT = {"title": "front", "cover": "front", "lead": "front"}
#: A piece of each document that is no part of the report.
RESIDUE = {
    "卫健委半年总结.txt": "第 1 页 共",
    "水利局半年总结.html": "上一篇",
    "镇政府半年总结.docx": "据初步统计",
    "档案馆全年总结.txt": "仅供学习参考",
}


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = spec_from_file_location("make_samples", SAMPLES / "make.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def expected(document: str, make: ModuleType) -> list[tuple[str, int, str]]:
    return [(row.role, row.level, fold(row.text)) for row in make.rows(Path(document).stem)]


def imported(document: str, capsys: pytest.CaptureFixture[str]) -> dict:
    assert main(["import", str(SAMPLES / document), "--dry-run", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_document_is_tested() -> None:
    assert sorted(DOCUMENTS) == sorted(
        path.name for path in SAMPLES.iterdir() if path.is_file() and path.name[0] != "." and path.suffix not in (".py", ".tsv")
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_document_is_current(document: str, make: ModuleType) -> None:
    assert (SAMPLES / document).read_bytes() == make.documents()[document], HOW


def test_rendered_documents_are_current(make: ModuleType) -> None:
    made = make.rendered()
    kept = {f"rendered/{path.name}": path.read_bytes() for path in (SAMPLES / "rendered").iterdir()}
    assert sorted(made) == sorted(kept)
    assert [name for name, data in made.items() if kept[name] != data] == [], HOW


@pytest.mark.parametrize("document", DOCUMENTS)
def test_outline_is_as_expected(document: str, make: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    outline = imported(document, capsys)["outline"]
    found = [(FRONT.get(row["role"], row["role"]), row["level"], fold(row["text"])) for row in outline]
    assert found == expected(document, make)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_parts_are_as_expected(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (SAMPLES / f"{Path(document).stem}.expected.tsv").read_text("utf-8").splitlines()[1:]
    assert [row["part"] for row in imported(document, capsys)["outline"]] == [line.split("\t")[2] for line in lines]


@pytest.mark.parametrize(
    ("document", "unit", "period"),
    [
        ("教育局全年总结.md", "鹤汀县教育局", "2024"),
        ("卫健委半年总结.txt", "安澜市卫生健康委员会", "2024-H1"),
        ("水利局半年总结.html", "石埠县水利局", "2024-H1"),
        ("镇政府半年总结.docx", "柳浦镇人民政府", "2024-H1"),
        ("档案馆全年总结.txt", "北渚区档案馆", "2024"),
    ],
)
def test_unit_and_period_are_proposed(document: str, unit: str, period: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = imported(document, capsys)["report"]
    assert (report["单位"], report["期间"]) == (unit, period)


@pytest.mark.parametrize("document", RESIDUE)
def test_residue_is_named(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    left_out = "\n".join(left["text"] for left in imported(document, capsys)["left_out"])
    assert RESIDUE[document] in left_out


@pytest.mark.parametrize("document", DOCUMENTS)
def test_render_gives_the_report_back(
    document: str, make: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Last year's document → facts → text: paragraph by paragraph the same."""
    assert main(["import", str(SAMPLES / document), "--unit", "某单位", "--to", str(tmp_path / "facts")]) == 0
    assert main(["render", str(tmp_path / "facts"), "-o", str(tmp_path / "out.txt")]) == 0
    capsys.readouterr()
    lines = (tmp_path / "out.txt").read_text("utf-8").splitlines()
    assert [fold(line) for line in lines] == [text for _, _, text in expected(document, make)]
