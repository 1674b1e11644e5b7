"""Pages as pictures: what pdftoppm says is read, and PNG is written."""

import shutil
import struct
import zlib

import pytest

from drafter.model.problem import Refused
from drafter.render import raster
from drafter.render.picture import Picture, png

RED, BLUE = b"\xff\0\0", b"\0\0\xff"


def test_png_says_what_the_picture_says() -> None:
    data = png(Picture(2, 2, RED + BLUE + BLUE + RED))
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(data):
        (size,) = struct.unpack_from(">L", data, at)
        name, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack_from(">L", data, at + 8 + size)[0] == zlib.crc32(name + content)
        chunks[name] = content
        at += 12 + size
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    assert struct.unpack(">2L5B", chunks[b"IHDR"]) == (2, 2, 8, 2, 0, 0, 0)
    assert zlib.decompress(chunks[b"IDAT"]) == b"\0" + RED + BLUE + b"\0" + BLUE + RED


@pytest.fixture
def no_pdfium(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "find_spec", lambda _: None)


def test_several_pages_of_one_stream(no_pdfium: None, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    program = tmp_path / "pdftoppm"
    program.write_text("#!/bin/sh\nprintf 'P6\\n1 2\\n255\\nabcdefP6\\n2 1\\n255\\nP6 255'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert raster.pictures(b"%PDF", 100) == [Picture(1, 2, b"abcdef"), Picture(2, 1, b"P6 255")]
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(Refused) as caught:
        raster.pictures(b"%PDF", 100)
    assert caught.value.problems[0].code == "raster-failed"


def test_without_a_program_it_says_what_to_install(no_pdfium: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused) as caught:
        raster.pictures(b"%PDF", 100)
    assert caught.value.problems[0].code == "raster-missing" and "pypdfium2" in caught.value.problems[0].fix.zh


@pytest.mark.office
def test_a_page_is_a4() -> None:
    from drafter.model.block import Block, Run
    from drafter.render.docx import write_docx
    from drafter.render.pdf import drawn
    from drafter.render.properties import Properties

    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        pytest.skip("LibreOffice and poppler are not here")
    made = drawn(write_docx([Block("paragraph", (Run("正文。"),))], None, Properties()))
    (page,) = raster.pictures(made.pdf, 72)
    assert made.program == "LibreOffice" and (page.width, page.height) == pytest.approx((595, 842), abs=1)
    assert len(page.points) == 3 * page.width * page.height and len(set(page.points)) > 2
