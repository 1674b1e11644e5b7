import shutil
from pathlib import Path

import pytest

from drafter.model.block import Block, Run
from drafter.model.problem import Refused
from drafter.render import fonts, native
from drafter.render.docx import write_docx
from drafter.render.pdf import drawn, pdf
from drafter.render.properties import Properties


def test_without_an_office_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(native, "there", lambda: False)
    with pytest.raises(Refused) as caught:
        pdf(b"")
    assert caught.value.problems[0].code == "office-missing" and "docx" in caught.value.problems[0].fix.zh


def test_an_office_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(Refused) as caught:
        pdf(b"")
    assert caught.value.problems[0].code == "office-failed"


def test_rdocx_draws_where_there_is_no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(native, "there", lambda: True)
    monkeypatch.setattr(native, "pdf", lambda docx: b"%PDF" + docx)
    assert drawn(b"x") == (b"%PDFx", "rdocx")


def test_rdocx_itself() -> None:
    pytest.importorskip("rdocx")
    docx = write_docx([Block("paragraph", (Run("正文。"),))], None, Properties())
    assert native.pdf(docx).startswith(b"%PDF")
    with pytest.raises(Refused) as caught:
        native.pdf(b"no document")
    assert caught.value.problems[0].code == "rdocx-failed"


def test_the_faces_that_stand_in_are_asked_for_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    font = tmp_path / "font.otf"
    font.write_bytes(b"OTTO")
    program = tmp_path / "fc-match"
    program.write_text(f"#!/bin/sh\ncase $3 in 黑体*) printf '/none\\nen';; *) printf '{font}\\nen|zh-cn';; esac\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    fonts.stand_ins.cache_clear()
    names = [name for name, data in fonts.stand_ins() if data == b"OTTO"]
    fonts.stand_ins.cache_clear()
    assert "仿宋_GB2312" in names and "Times New Roman" in names and "黑体" not in names
    assert fonts.chinese_there()
    program.write_text("#!/bin/sh\nprintf '/none\\nen|zh-cnx'\n")
    assert not fonts.chinese_there()
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert fonts.chinese_there()  # nobody can be asked


@pytest.mark.office
def test_a_document_becomes_a_pdf() -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not here")
    docx = write_docx([Block("paragraph", (Run("正文。"),))], None, Properties())
    assert pdf(docx).startswith(b"%PDF")
