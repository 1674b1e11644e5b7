"""Word files tried as bases. What is told of each broken one stands in bad_word_files/: severity, code, words, message, fix.

After a change of wording: DRAFTER_ACCEPT=1 pytest tests/actions/test_linting.py, then read the diff.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import word_files
from word_files import box, line, parts, place, run, section, table

from drafter.actions.linting import lint
from drafter.model.problem import Problem, Refused, errors

BAD = Path(__file__).parent / "bad_word_files"
Parts = dict[str, bytes]


def body(*content: str) -> Parts:
    return parts("".join(content) + section())


def changed(made: Parts, name: str, old: str, new: str) -> Parts:
    assert old.encode() in made[name]
    return {**made, name: made[name].replace(old.encode(), new.encode())}


def linked(kind: str, target: str, outside: bool = False) -> Parts:
    """A file with one more relation."""
    made = parts(place() + section(), {}, [(kind, target, outside)])
    return made if outside else {**made, f"word/{target}": b"MZ" * 500}


def code(words: str) -> str:
    """A field of Word's own."""
    return line(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in (words[:3], words[3:]))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("9")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def with_footer(words: str) -> Parts:
    made = word_files.red_head()
    return changed(made, "word/footer1.xml", "{{ 期间 }}", words)


BROKEN: dict[str, Callable[[], Parts]] = {
    "01-no-place": lambda: body(line(run("{{ 单位 }}"))),
    "02-two-places": lambda: body(place(), line(run("又")), place("{{ 报告 }}")),
    "03-place-in-a-table": lambda: body(table((run("{{ 正文 }}"),)), line("")),
    "04-place-among-words": lambda: body(line(run("正文如下：{{ 正文 }}"))),
    "05-unknown-name": lambda: body(line(run("安澜")), line(run("{{ 单") + run("围 }}")), place()),
    "06-unknown-part": lambda: body(table((run("净增"), run("{{ 高企净增.同北 }}"))), place()),
    "07-wide-braces": lambda: body(line(run("｛｛ 单位 ｝｝")), place()),
    "08-a-program": lambda: body(line(run("{% for x in y %}{{ 7*7 }}{% endfor %}")), place()),
    "09-not-closed": lambda: body(line(run("{{ 单位 和 {{ 期间 }}")), place()),
    "10-macro": lambda: linked("vbaProject", "vbaProject.bin"),
    "11-ole": lambda: linked("oleObject", "embeddings/oleObject1.bin"),
    "12-linked-picture": lambda: linked("image", "http://example.com/logo.png", True),
    "13-dde": lambda: body(code(" DDEAUTO excel c:\\x.xls a1 "), place()),
    "14-included-text": lambda: body(table((code(' INCLUDETEXT "c:\\\\x.docx" '),)), place()),
    "15-in-a-footer": lambda: with_footer("{{ 期问 }}"),
    "16-in-a-text-box": lambda: body(line(box(line(run("{{ 单位名 }}")))), place()),
    "17-has-macros-by-its-kind": lambda: changed(
        body(place()), "[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml"
    ),
    "18-dtd": lambda: changed(
        with_footer("{{ 期间 }}"), "word/footer1.xml", "<w:ftr ", '<!DOCTYPE w:ftr [<!ENTITY b "c">]><w:ftr '
    ),
    "19-another-document": lambda: linked("aFChunk", "afchunk.docx"),
    "20-place-in-a-footer": lambda: with_footer("{{ 报告 }}"),
    "21-figure-without-a-number": lambda: body(line(run("{{ 高企净增.占比 }}")), place()),
    "22-many-at-once": lambda: body(line(run("{{ 单围 }}{{}}")), table((run("{{ 正文 }}"), run("{{ 文 号 }}"))), line("")),
    "23-two-copies-that-differ": lambda: changed(
        body(line(box(line(run("{{ 单位 }}")))), place()),
        "word/document.xml",
        "{{ 单位 }}</w:t></w:r></w:p></w:txbxContent></v:textbox>",
        "{{ 期间 }}</w:t></w:r></w:p></w:txbxContent></v:textbox>",
    ),
    "24-body-text-too-small": lambda: body(line(run("{{ 正文 }}"))),
    "25-braces-in-a-comment": lambda: {**body(place()), "word/comments.xml": b"<w:comments>{{ x }}</w:comments>"},
    "27-fetched-picture": lambda: body(
        line('<w:r><w:pict><v:shape id="s"><v:imagedata src="http://example.com/a.png"/></v:shape></w:pict></w:r>'), place()
    ),
    "28-signed": lambda: linked("digital-signature/origin", "origin.sigs"),
    "29-place-in-a-control": lambda: body(
        f'<w:sdt><w:sdtPr><w:id w:val="44"/></w:sdtPr><w:sdtContent>{place()}</w:sdtContent></w:sdt>', line("")
    ),
    "30-place-in-wide-braces": lambda: body(line(run("｛｛正文｝｝"))),
    "31-mixed-braces": lambda: body(line(run("{｛ 单位 ｝}")), place()),
    "32-picture-beside-the-place": lambda: body(line(run("{{ 正文 }}") + box(line(run("红头"))))),
    "33-page-break-behind-the-place": lambda: body(line(run("{{ 正文 }}") + '<w:r><w:br w:type="page"/></w:r>')),
    "34-a-template": lambda: changed(body(place()), "[Content_Types].xml", "document.main+xml", "template.main+xml"),
    "35-strict": lambda: {name: strict(data) for name, data in body(place()).items()},
    "36-utf-16": lambda: {**body(place()), "word/document.xml": body(place())["word/document.xml"].decode().encode("utf-16")},
    "37-tracked-changes": lambda: body(
        line(f'<w:ins w:id="2" w:author="某" w:date="2025-01-01T00:00:00Z">{run("{{ 单位 }}")}</w:ins>'), place()
    ),
    "26-strange-face": lambda: body(line(run("{{ 单位 }}", '<w:rFonts w:eastAsia="华文行楷"/>')), place()),
}


def strict(data: bytes) -> bytes:
    """As Word saves a Strict Open XML document."""
    data = data.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    return data.replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), ".doc 或 .wps"),
        (b"<html><body>x</body></html>", "不是 Word 文档"),
        (b"", "不是 Word 文档"),
    ],
    ids=["encrypted", "old", "page", "empty"],
)
def test_what_is_no_package_is_told_as_what_it_is(data: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "局文件.docx"
    file.write_bytes(data)
    with pytest.raises(Refused) as caught:
        lint(file, tmp_path)
    (problem,) = caught.value.problems
    assert problem.code == "base-broken" and said in problem.message.zh and problem.place.file == str(file)


def told(problems: list[Problem]) -> str:
    """Which styles are added depends on what the example has: they are left out."""
    return "".join(
        f"{each.severity} {each.code} [{each.words}] {each.message.zh} {each.fix.zh}\n"
        for each in problems
        if each.code != "base-style-added"
    )


@pytest.mark.parametrize("name", BROKEN)
def test_a_bad_file_is_explained(name: str, tmp_path: Path) -> None:
    file = tmp_path / "局文件.docx"
    file.write_bytes(word_files.packed(BROKEN[name]()))
    try:
        specimen, problems = lint(file, tmp_path)
    except Refused as refused:
        specimen, problems = None, refused.problems
    found = told(problems).replace(str(file), file.name)
    expected = BAD / f"{name}.expected"
    if os.environ.get("DRAFTER_ACCEPT"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")
    assert found, "a bad file without a problem"
    assert (specimen is None) == bool(errors(problems))
    for problem in problems:
        assert problem.message.en and problem.place.file == str(file)
        assert problem.fix.en or problem.severity == "info"


def test_every_case_has_its_file() -> None:
    assert {path.stem for path in BAD.glob("*.expected")} == set(BROKEN)
