"""PDF by way of LibreOffice, where there is one."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from drafter.model.problem import Problem, Refused
from drafter.model.words import Both

_SECONDS = 120


def pdf(docx: bytes) -> bytes:
    """The document as PDF. Raises Refused where no LibreOffice is installed or it fails."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Refused(
            Problem(
                "office-missing",
                Both(
                    "这台电脑没有 LibreOffice，不能直接生成 PDF。",
                    "There is no LibreOffice on this machine, so no PDF can be made.",
                ),
                Both("先生成 docx，用 WPS 或 Word 打开后另存为 PDF。", "Render docx and save it as PDF from Word or WPS."),
            ),
            3,
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        source.write_bytes(docx)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            return source.with_suffix(".pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise Refused(
                Problem(
                    "office-failed",
                    Both("LibreOffice 没能把文档转成 PDF。", "LibreOffice could not make a PDF of the document."),
                    Both(
                        "关闭正在运行的 LibreOffice 后再试，或先生成 docx。", "Close LibreOffice and try again, or render docx."
                    ),
                ),
                3,
            ) from error
