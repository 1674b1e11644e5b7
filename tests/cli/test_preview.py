"""preview: a PDF, pictures, the terminal; and again at every save."""

import os
import random
import sys
from pathlib import Path

import pytest

from drafter.actions import proof
from drafter.cli.pictures import columns_for, dpi_for, knows_pictures, shown
from drafter.render.pdf import Drawn
from drafter.render.picture import Picture

FACTS = "单位: 某局\n期间: 2024\n标题: 2024年工作总结\n成绩:\n- {标题: 甲, 正文: 一句话。}\n"
WHITE, BLACK, YELLOW = b"\xff\xff\xff", b"\0\0\0", b"\xff\xff\0"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "facts" / "2024" / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(FACTS, "utf-8")
    return file


@pytest.fixture(autouse=True)
def drawing(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A program that draws at once: as many pages as the text has the word 句."""
    seen: list[float] = []

    def rasterised(pdf: bytes, dpi: float) -> list[Picture]:
        seen.append(dpi)
        return [Picture(2, 1, WHITE + BLACK)] * pdf.count("句".encode())

    def render(opened: object, format: str) -> tuple[bytes, list[object]]:
        return ORIGINAL(opened, "txt" if format == "docx" else format)  # type: ignore[arg-type]

    monkeypatch.setattr(proof, "render", render)
    monkeypatch.setattr(proof, "draft", lambda opened, format: DRAFT(opened, "txt"))
    monkeypatch.setattr(proof, "drawn", lambda docx: Drawn(docx, "某程序"))
    monkeypatch.setattr(proof, "rasterised", rasterised)
    monkeypatch.setattr(proof, "chinese_there", lambda: True)
    return seen


ORIGINAL, DRAFT = proof.render, proof.draft


def test_a_pdf_and_who_drew_it(drafter, file: Path) -> None:
    ran = drafter("preview", "-o", "样子.pdf")
    assert (ran.code, ran.out) == (0, "样子.pdf\n")
    assert "某程序" in ran.err and "差几个字" in ran.err
    assert "一句话" in Path("样子.pdf").read_text("utf-8")
    assert "一句话" in drafter("preview", "2024", "-o", "-").out


VERSIONS = "版本: [{名称: 短版, 不要: [长]}]\n"
LONG = "- {标题: 乙, 正文: 又一句。, 标签: [长]}\n"


def test_a_version_and_what_is_not_in_it(drafter, file: Path) -> None:
    file.write_text(FACTS + LONG + VERSIONS, "utf-8")
    ran = drafter("preview", "--version", "短版", "-o", "样子")
    assert ran.out.split() == [str(Path("样子") / "page-1.png")] and "短版：" in ran.err and "不在此版" in ran.err
    assert "乙" in drafter("preview", "-o", "-").out
    assert drafter("preview", "--version", "长版", "-o", "-").code == 3


def test_a_draft_to_be_confirmed_with_its_table(drafter, file: Path) -> None:
    assert "数据核对表" in drafter("preview", "--draft", "-o", "-").out
    assert "数据核对表" not in drafter("preview", "-o", "-").out


def test_watch_cuts_the_version_anew_and_waits_where_it_is_gone(drafter, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [FACTS + LONG, FACTS + LONG.replace("标签: [长]", "标签: [短]") + VERSIONS, None]
    file.write_text(FACTS + LONG + VERSIONS, "utf-8")

    def wait(_: float) -> None:
        text = texts.pop(0)
        if text is None:
            raise KeyboardInterrupt
        file.write_text(text, "utf-8")
        os.utime(file, ns=(len(texts) * 10**9, len(texts) * 10**9))

    monkeypatch.setattr(proof.saves, "__defaults__", (wait,))
    ran = drafter("preview", "--version", "短版", "--draft", "-o", "样子", "--watch")
    assert ran.out.split() == [str(Path("样子") / f"page-{page}.png") for page in (1, 1, 2)]
    assert "没有“短版”" in ran.err


def test_a_machine_without_chinese_fonts(drafter, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "chinese_there", lambda: False)
    assert "方框" in drafter("preview", "-o", "样子.pdf").err


def test_pictures_in_a_folder(drafter, file: Path) -> None:
    file.write_text(FACTS.replace("一句话", "一句又一句"), "utf-8")
    ran = drafter("preview", "-o", "样子")
    assert ran.out.split() == [str(Path("样子") / "page-1.png"), str(Path("样子") / "page-2.png")]
    assert Path("样子/page-2.png").read_bytes().startswith(b"\x89PNG")


def test_usage(drafter, file: Path) -> None:
    assert drafter("preview").code == 2
    assert "不是终端" in drafter("preview").err
    assert "page" not in drafter("preview", "-o", "a.docx").out and drafter("preview", "-o", "a.docx").code == 2
    assert drafter("preview", "-o", "a.pdf", "--pages", "1").code == 2
    assert drafter("preview", "-o", "-", "--watch").code == 2
    assert drafter("preview", "2023", "-o", "a.pdf").code == 2


def test_in_the_terminal(drafter, file: Path, monkeypatch: pytest.MonkeyPatch, drawing: list[float]) -> None:
    for name in ("TERM", "TERM_PROGRAM", "KITTY_WINDOW_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "81")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = drafter("preview")
    assert "▀" in ran.out and ran.out.endswith("— 1 / 1 —\n")
    assert drawing == [pytest.approx(80 / (210 / 25.4))]
    assert drafter("preview", "--pages", "2").code == 2


def test_watch_draws_at_every_save_and_waits_over_a_fault(drafter, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [FACTS.replace("一句话", "一句又一句"), FACTS.replace("正文", "正纹"), FACTS, None]

    def wait(_: float) -> None:
        text = texts.pop(0)
        if text is None:
            raise KeyboardInterrupt
        file.write_text(text, "utf-8")
        os.utime(file, ns=(len(texts) * 10**9, len(texts) * 10**9))

    monkeypatch.setattr(proof.saves, "__defaults__", (wait,))
    ran = drafter("preview", "-o", "样子", "--watch")
    assert ran.code == 0 and ran.out.split() == [str(Path("样子") / f"page-{page}.png") for page in (1, 1, 2, 1)]
    assert "正纹" in ran.err and ran.err.count("Ctrl+C") == 4
    assert [path.name for path in Path("样子").iterdir()] == ["page-1.png"]  # the second page is no more


def test_nothing_is_drawn_again_unless_something_changed(file: Path) -> None:
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    seen = 0
    with pytest.raises(KeyboardInterrupt):
        for _ in proof.saves(file.parent, wait):
            seen += 1
    assert (seen, len(waits)) == (1, 3)


def test_half_blocks_are_two_points_a_character() -> None:
    text = shown(Picture(2, 3, WHITE * 2 + BLACK + YELLOW + WHITE * 2), 2, sharp=False)
    assert text == ("\x1b[38;5;231;48;5;232m▀\x1b[38;5;231;48;5;226m▀\x1b[0m\n\x1b[38;5;231;48;5;231m▀▀\x1b[0m\n")


def test_kitty_gets_the_picture_in_chunks() -> None:
    noise = random.Random(1).randbytes(3 * 60 * 60)
    text = shown(Picture(60, 60, noise), 50, sharp=True)
    chunks = text.strip().split("\x1b\\")[:-1]
    assert len(chunks) > 1 and chunks[0].startswith("\x1b_Gf=100,a=T,q=2,c=50,m=1;") and chunks[-1].startswith("\x1b_Gm=0;")


def test_which_terminal_takes_pictures() -> None:
    assert knows_pictures({"TERM": "xterm-kitty"}) and knows_pictures({"TERM_PROGRAM": "WezTerm"})
    assert not knows_pictures({"TERM": "xterm-256color"}) and not knows_pictures({"TERM": "xterm-kitty", "TMUX": "x"})
    assert columns_for(300) == 100 and columns_for(10) == 20 and dpi_for(50, True) > dpi_for(50, False)


def test_a_rendered_pdf_says_who_drew_it(drafter, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.render.pdf.drawn", lambda docx: Drawn(b"%PDF", "rdocx"))
    monkeypatch.setattr("drafter.render.pdf.program", lambda: "rdocx")
    ran = drafter("render", "-o", "a.pdf")
    assert ran.out == "a.pdf\n" and "由 rdocx 画出" in ran.err
