import shutil
from pathlib import Path

import pytest

from drafter.model.block import Block, Run
from drafter.model.problem import Refused
from drafter.render.docx import write_docx
from drafter.render.pdf import pdf
from drafter.render.properties import Properties


def test_without_an_office_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
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


@pytest.mark.office
def test_a_document_becomes_a_pdf() -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not here")
    docx = write_docx([Block("paragraph", (Run("正文。"),))], None, Properties())
    assert pdf(docx).startswith(b"%PDF")
