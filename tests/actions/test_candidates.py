"""Documents that lie about, and the completion of a typed path."""

import os
from pathlib import Path

from drafter.actions.candidates import candidates, common, complete


def test_documents_newest_first_without_what_is_none(tmp_path: Path) -> None:
    here, desk = tmp_path / "here", tmp_path / "desk"
    for folder in (here, desk):
        folder.mkdir()
    for age, name in enumerate(("新.docx", "旧.TXT", "~$新.docx", ".藏.docx", "表.xlsx")):
        (here / name).write_text("x", "utf-8")
        os.utime(here / name, (1000 - age, 1000 - age))
    (here / "夹.docx").mkdir()
    (desk / "网页.html").write_text("x", "utf-8")
    assert [path.name for path in candidates(here, [desk, tmp_path / "gone"])] == ["新.docx", "旧.TXT", "网页.html"]


def test_completion(tmp_path: Path) -> None:
    (tmp_path / "去年").mkdir()
    for name in ("总结甲.docx", "总结乙.docx", "总结.xlsx"):
        (tmp_path / "去年" / name).write_text("x", "utf-8")
    assert complete("去", tmp_path) == [f"去年{os.sep}"]
    ways = complete(f"去年{os.sep}总", tmp_path)
    assert len(ways) == 2 and common(ways) == f"去年{os.sep}总结"
    assert complete(str(tmp_path / "去年" / "总结甲"), Path("/")) == [str(tmp_path / "去年" / "总结甲.docx")]
    assert complete("没有/x", tmp_path) == []
