"""The measure of pages, held against LibreOffice: as many pages, and each begins within a line of where it is printed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest

from drafter.actions.letters import surrounded
from drafter.actions.opening import Opened, open_report
from drafter.actions.render import blocks, document
from drafter.actions.versions import versions
from drafter.cli import main
from drafter.model.cover import Annex, Head, Imprint, Notice
from drafter.model.style import Page
from drafter.model.text import fold
from drafter.render.filling import PrintedPage
from drafter.render.pages import pages

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"
#: Characters of a line, some of them of half width.
LINE = 30
#: Roles whose lines a terminal shows otherwise than they print.
DRAWN = ("table", "chart", "mark")
TEXT = "市科技局坚持一张蓝图干到底，以国家创新型城市中期评估为牵引，聚力强主体、筑平台、促转化、优生态，净增企业71家。"


def issued(opened: Opened) -> Opened:
    """The report as a notice issues it in red head, with annexes and 版记."""
    report = replace(
        opened.report,
        head=Head(mark="安澜市科学技术局文件", signer="甲某"),
        notice=Notice(
            number="安科发〔2024〕18号",
            title="安澜市科学技术局关于印发2024年工作总结和2025年工作打算的通知",
            addressees="各县区科技局，各科室：",
            text="\n".join([TEXT * 3] * 4),
            signature="安澜市科学技术局",
            date="2025-01-09",
        ),
        sealed=True,
        annexes=(Annex(title="任务分解表", text="\n".join([TEXT * 2] * 12)), Annex(title="名单", text=TEXT)),
        imprint=Imprint(copies="市政府办公室，市委组织部。", office="安澜市科学技术局办公室", date="2025-01-10"),
    )
    return replace(opened, report=report)


def papers(folder: Path) -> Iterator[tuple[str, Opened]]:
    """(name, report): the examples, their versions, another sheet, what a notice issues, and the seeds where they are."""
    for name in ("2023", "2024-H1", "2024"):
        yield name, open_report(str(ROOT / "facts" / name), ROOT)
    whole = open_report(str(ROOT / "facts" / "2024"), ROOT)
    for number, made in enumerate(versions(whole)):
        yield f"version{number}", made.opened
    for lines in (5, 13):
        lead = "\n".join((whole.report.lead, *["补一行。"] * lines))
        yield f"moved{lines}", replace(whole, report=replace(whole.report, lead=lead))
    yield "print", replace(whole, report=replace(whole.report, page=Page(margins="GB33476", digits="仿宋")))
    yield "issued", issued(whole)
    yield "issued-half", issued(open_report(str(ROOT / "facts" / "2024-H1"), ROOT))
    for seed in sorted(SEEDS.glob("*.txt")):
        assert main(["import", str(seed), "--to", str(folder / seed.stem)]) == 0
        yield f"seed{seed.stem}", open_report(str(folder / seed.stem), folder)


@pytest.mark.office
def test_pages_begin_where_libreoffice_begins_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    monkeypatch.chdir(tmp_path)
    made = dict(papers(tmp_path))
    capfd.readouterr()
    for name, opened in made.items():
        (tmp_path / f"{name}.docx").write_bytes(document(opened, "docx"))
    _print(tmp_path, list(made))
    wrong = {name: said for name, opened in made.items() if (said := _differ(opened, _printed(tmp_path / f"{name}.pdf")))}
    assert wrong == {}


def _print(folder: Path, names: list[str]) -> None:
    """All in one run of LibreOffice, whose start takes longer than most of them."""
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(folder), *(str(folder / f"{name}.docx") for name in names)),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=240,
    )


def _differ(opened: Opened, printed: list[str]) -> list[str]:
    """What is off by more than a line: the number of pages, or where one begins or ends."""
    measured = pages(surrounded(opened, blocks(opened)), opened.printed.page)
    if len(measured) != len(printed):
        return [f"{len(measured)} pages, printed {len(printed)}"]
    whole = "".join(printed)
    ends = list(accumulate(map(len, printed)))
    return [
        f"page {number} {where} with {words}: {off} characters off"
        for number, (page, begin, end) in enumerate(zip(measured, [0, *ends], ends, strict=False), 1)
        for where, words, place in (("begins", _words(page), begin), ("ends", _words(page, last=True), end))
        if words and abs(off := _nearest(whole, words, place, where == "ends") - place) > LINE
    ]


def _words(page: PrintedPage, last: bool = False) -> str:
    """The first or the last words of the page; "" where they are not printed as they are shown."""
    lines = [line for line in page if line.text.strip()]
    if not lines or lines[-last].role in DRAWN:
        return ""
    said = fold(lines[-last].text)
    return said[-12:] if last else said[:12]


def _nearest(text: str, words: str, place: int, last: bool) -> int:
    """Where the words are printed that are nearest to ``place``: where they begin, or end."""
    found = [each.end() if last else each.start() for each in re.finditer(re.escape(words), text)]
    return min(found, key=lambda each: abs(each - place), default=-1_000)


def _printed(pdf: Path) -> list[str]:
    """The text of each page, without its number."""
    layout = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    found = [[fold(line) for line in page.splitlines()] for page in layout.split("\f") if page.strip()]
    return ["".join(line for line in page if not re.fullmatch(r"—\d+—", line)) for page in found]
