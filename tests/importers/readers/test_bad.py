"""Bad and hostile inputs, each with what is said of it: refused or read, never a traceback, within two seconds of work."""

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.importers.read import read_source
from drafter.model.problem import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
# The bounds of spec/reliability on an idle machine; a busy one counts more CPU time for the same work.
MEGABYTES = 200


class Case(NamedTuple):
    """``make(docx)`` gives the bytes; ``code`` and a piece of the Chinese message are expected."""

    name: str
    make: Callable[[Callable[..., bytes]], bytes]
    code: str
    says: str


def just(data: bytes) -> Callable[[Callable[..., bytes]], bytes]:
    return lambda docx: data


def archive(*members: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members:
            out.writestr(name, content)
    return packed.getvalue()


def document(content: str | bytes) -> Callable[[Callable[..., bytes]], bytes]:
    return lambda docx: docx(members={"word/document.xml": content})


def part(name: str, content: str | bytes) -> Callable[[Callable[..., bytes]], bytes]:
    return lambda docx: docx("<w:p/>", members={name: content})


def twice(docx: Callable[..., bytes]) -> bytes:
    packed = io.BytesIO(docx("<w:p/>", members={"word/documenT.xml": "<a/>"}))
    return packed.getvalue()


def encrypted(docx: Callable[..., bytes]) -> bytes:
    """The bit that says so, set in every header."""
    data = bytearray(docx("<w:p/>"))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def corrupted(docx: Callable[..., bytes]) -> bytes:
    """The packed text overwritten, so that its checksum cannot hold."""
    data = bytearray(docx("<w:p><w:r><w:t>" + "字" * 3000 + "</w:t></w:r></w:p>"))
    at = data.index(b"word/document.xml") + 30
    data[at : at + 20] = bytes(20)
    return bytes(data)


def lying(docx: Callable[..., bytes]) -> bytes:
    """A member that claims to expand to a few bytes and holds sixty megabytes."""
    data = bytearray(docx(members={"word/document.xml": b"<a>" + b" " * (60 << 20) + b"</a>"}))
    at = data.rindex(b"word/document.xml")
    data[at - 46 + 24 : at - 46 + 28] = struct.pack("<I", 64)
    return bytes(data)


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
DEEP = "<w:p>" * 5000

CASES = [
    Case("leer.txt", just(b""), "empty-file", "空的"),
    Case("blank.docx", just(b" \r\n\t "), "empty-file", "空的"),
    Case("zeros.txt", just(bytes(5000)), "empty-file", "空的"),
    Case("a.pdf", just(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "unreadable-format", "PDF"),
    Case("a.docx", just(b"%PDF-1.4 renamed"), "unreadable-format", "PDF"),
    Case("a.rtf", just(b"{\\rtf1\\ansi x}"), "unreadable-format", "RTF"),
    Case("a.doc", just(b"{\\rtf1 renamed}"), "unreadable-format", "RTF"),
    Case("a.doc", just(OLE + "WordDocument".encode("utf-16-le")), "unreadable-format", ".doc"),
    Case("a.docx", just(OLE + "WordDocument".encode("utf-16-le")), "unreadable-format", "旧式 Word"),
    Case("a.wps", just(OLE), "unreadable-format", ".wps"),
    Case("a.xls", just(OLE + "Workbook".encode("utf-16-le")), "unreadable-format", ".xls"),
    Case("a.ppt", just(OLE + "PowerPoint Document".encode("utf-16-le")), "unreadable-format", "演示文稿"),
    Case("a.docx", just(OLE + "EncryptedPackage".encode("utf-16-le")), "unreadable-format", "密码"),
    Case("a.png", just(b"\x89PNG\r\n\x1a\n" + bytes(20)), "unreadable-format", "图片"),
    Case("a.docx", just(b"\xff\xd8\xff\xe0" + bytes(20)), "unreadable-format", "图片"),
    Case("a.zip", just(archive(("总结.txt", b"x"))), "unreadable-format", "压缩包"),
    Case("a.xlsx", just(archive(("xl/workbook.xml", b"<a/>"))), "unreadable-format", "Excel"),
    Case("a.docx", just(archive(("xl/workbook.xml", b"<a/>"))), "unreadable-format", "Excel"),
    Case("a.pptx", just(archive(("ppt/presentation.xml", b"<a/>"))), "unreadable-format", "演示文稿"),
    Case("a.odt", lambda docx: stored("application/vnd.oasis.opendocument.text"), "unreadable-format", "ODT"),
    Case("a.ofd", just(archive(("OFD.xml", b"<a/>"))), "unreadable-format", "OFD"),
    Case("a.rar", just(b"Rar!\x1a\x07\x00xx"), "unreadable-format", "压缩包"),
    Case("a.exe", just(b"\x7fELF\x02\x01\x01" + bytes(9)), "unreadable-format", "程序"),
    Case("a.xml", just(b"<?xml version='1.0'?><a>x</a>"), "unreadable-format", "XML"),
    Case("a.xml", just(b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><x/>"), "unreadable-format", "Word 的 XML"),
    Case("empty.zip", just(archive()), "unreadable-format", "压缩包"),
    Case("no-text.docx", just(archive(("word/styles.xml", b"<a/>"))), "unreadable-format", "缺少正文"),
    Case("other.docx", just(archive(("word/document2.bin", b"<a/>"))), "broken-document", "word/document.xml"),
    Case("cut.docx", lambda docx: docx("<w:p/>")[:-40], "broken-document", "压缩结构"),
    Case("head.docx", lambda docx: docx("<w:p/>")[:300] + b"word/document.xml", "broken-document", "压缩结构"),
    Case("sum.docx", corrupted, "broken-document", "读不出来"),
    Case("secret.docx", encrypted, "broken-document", "密码"),
    Case("twice.docx", twice, "broken-document", "两个成员"),
    Case("open.docx", document("<w:document>"), "broken-document", "word/document.xml:1"),
    Case("none.docx", document(""), "broken-document", "正文是空的"),
    Case("alien.docx", document("<a/>"), "broken-document", "正文是空的"),
    Case("amp.docx", document("<a>AT&T</a>"), "broken-document", "XML 有错"),
    Case("control.docx", document("<a>\x01</a>"), "broken-document", "XML 有错"),
    Case("bytes.docx", document(b"<a>\xff\xfe\x80</a>"), "broken-document", "XML 有错"),
    Case("styles.docx", lambda docx: docx("<w:p/>", styles="", members={"word/styles.xml": "<a>"}), "broken-document", "styles.xml"),
    Case("rels.docx", part("_rels/.rels", "<a>"), "broken-document", "_rels/.rels"),
    Case("laughs.docx", document(ENTITIES + "]><w>&i;</w>"), "unsafe-xml", "实体"),
    Case("passwd.docx", document(OUTSIDE), "unsafe-xml", "实体"),
    Case("utf16.docx", document(OUTSIDE.encode("utf-16")), "unsafe-xml", "实体"),
    Case("dtd.docx", document('<!DOCTYPE w SYSTEM "http://192.0.2.1/x.dtd"><w/>'), "unsafe-xml", "DTD"),
    Case("deep.docx", document(DEEP), "broken-document", "XML 有错"),
    Case("bomb.docx", document(b"<a>" + b" " * (210 << 20) + b"</a>"), "too-large", "200 MB"),
    Case("tight.docx", document(b"<a>" + b" " * (20 << 20) + b"</a>"), "too-large", "压缩比"),
    Case("lying.docx", lying, "broken-document", ""),
    Case("tags.docx", document("<a>" + "".join(f"<b/>{n}" for n in range(1_250_000)) + "</a>"), "too-large", "标记过多"),
    Case("many.docx", lambda docx: docx(members={f"m{i}": "" for i in range(5100)}), "too-large", "成员"),
    Case("mixed.txt", just("全年工作".encode("gb18030") + b"\n" + "二、打算".encode() + b"\xff\xff"), "encoding", "第 2 行"),
    Case("latin.txt", just(b"caf\xe9 cr\xe8me, d\xe9j\xe0 vu"), "encoding", "看不出"),
    Case("noise.txt", just(bytes(range(1, 32)) * 40), "encoding", "看不出"),
    Case("half.txt", just("全年".encode("utf-16") + b"\x4e"), "encoding", "utf-16"),
    Case("bom.txt", just(b"\xef\xbb\xbf" + "好\n年".encode() + b"\xb9"), "encoding", "第 2 行"),
    Case("u32.txt", just(b"\xff\xfe\x00\x00" + b"\xff\xff\xff\xff"), "encoding", "utf-32"),
    Case("huge.txt", just(b"a" * (17 << 20)), "too-large", "16 MB"),
    Case("deep.html", just(b"<html><body>" + b"<div>" * 3000 + b"x"), "too-deep", "嵌套"),
    Case("tags.html", just(b"<html><body>" + b"<b>x</b>" * 100_000), "too-large", "网页"),
    Case("empty.mht", just(b"From: a\nMIME-Version: 1.0\nContent-Type: text/plain\n\nx"), "broken-document", "MHTML"),
    Case("cut.mht", just(b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'), "broken-document", "MHTML"),
]  # fmt: skip


def stored(kind: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("mimetype", kind)
    return packed.getvalue()


@pytest.mark.parametrize("case", CASES, ids=[f"{place:02d}-{case.name}" for place, case in enumerate(CASES)])
def test_bad_input(docx: Callable[..., bytes], case: Case) -> None:
    data = case.make(docx)
    with pytest.raises(Refused) as refused:
        read_source(case.name, data)
    (problem,) = refused.value.problems
    assert (problem.code, problem.severity, problem.place.file, refused.value.exit_code) == (case.code, "error", case.name, 3)
    assert case.says in problem.message.zh
    assert problem.fix.zh
    assert problem.fix.en


HOSTILE = {
    # Read as far as they go, but nothing may hang or grow large.
    "flat.docx": "docx('<w:p><w:r><w:t>字</w:t></w:r></w:p>' * 40_000)",
    "nested.docx": "docx('<w:tbl><w:tr><w:tc>' * 60 + '<w:p><w:r><w:t>字</w:t></w:r></w:p>' + '</w:tc></w:tr></w:tbl>' * 60)",
    "fields.docx": "docx('<w:p>' + '<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>' * 3000 + '<w:r><w:t>字</w:t></w:r></w:p>')",
    "deep.html": "b'<html><body>' + b'<div>' * 200 + b'<p>x</p>' * 45_000",
    "links.html": "b'<html><body>' + b'<ul><li><a href=x>x</a></li></ul>' * 15_000",
    "tools.html": "('<html><body><p>' + '大小' * 50 + 'x</p></body></html>').encode()",
    "open.md": "b'<!--' * 200_000",
    "ticks.md": "b'`' * 200_000",
    "stars.md": "b'*a ' * 200_000",
    "spaces.md": "b'# ' + b' ' * 500_000 + b'x'",
    "brackets.md": "b'[' * 200_000",
    "line.txt": "('字' * 2_000_000).encode()",
    "garbled.txt": "('锛x' * 500_000).encode()",
    "lost.txt": "('\\ufffdx' * 500_000).encode()",
    "controls.txt": "('好好好好好好好好好好' * 50 + '\\x01').encode() * 2000",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_hostile_input_stays_within_bounds(name: str) -> None:
    """In a process of its own, so that its memory can be told."""
    before = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from conftest import make_docx as docx; "
    script = before + (
        f"data = {HOSTILE[name]}\nfrom drafter.importers.read import read_source\n"
        "peak = lambda: int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])\n"
        f"base = peak()\nread_source({name!r}, data)\n"
        "print((peak() - base) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < MEGABYTES
