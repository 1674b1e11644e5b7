"""Formats that are not read: told by their first bytes, refused by name, each with the way round."""

import re
from typing import NoReturn

from drafter.importers.findings import RENAME_FIX, refusal
from drafter.importers.readers import Reader
from drafter.importers.source import Source
from drafter.model.words import Both

_COPY_FIX = Both(
    "请在能打开它的软件里复制全部文字，存为 .docx 或 .txt 后再导入。",
    "Open it in its own program, copy all the text into a .docx or .txt file, then import that.",
)
_SCAN_FIX = Both(
    "请先做文字识别（OCR），存为 .docx 或 .txt 后再导入。",
    "Recognise the text (OCR), save it as .docx or .txt, then import that.",
)
_PDF_FIX = Both(
    "请向来文单位要 Word 稿；或用 WPS 把 PDF 转为 Word，核对后再导入。",
    "Ask for the Word file, or convert the PDF to Word, check it, then import that.",
)
_SHEET_FIX = Both(
    "总结要导入 Word、网页或文本；表里的数字请在“指标”里填写。",
    "Import a Word file, a web page or a text; type figures into 指标.",
)
_UNPACK_FIX = Both("请先解压，再导入里面的文件。", "Unpack it, then import the file inside.")

#: (pattern of the first bytes, what it is, what to do). Order matters only where one pattern begins another.
_SIGNATURES: tuple[tuple[bytes, Both, Both], ...] = (
    (rb"%PDF-", Both("PDF 文件", "a PDF file"), _PDF_FIX),
    (rb"\{\\rtf", Both("RTF 文件", "an RTF file"), RENAME_FIX),
    (
        rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM....\x00\x00\x00\x00|II\*\x00|MM\x00\*|RIFF....WEBP",
        Both("图片", "a picture"),
        _SCAN_FIX,
    ),
    (rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08", Both("压缩包", "a packed archive"), _UNPACK_FIX),
    (rb"MZ.{58,}?PE\x00\x00|\x7fELF", Both("程序文件", "a program"), _COPY_FIX),
    (rb"OFD", Both("OFD 版式文件", "an OFD file"), _PDF_FIX),
    (rb"(?:ID3|OggS|RIFF....WAVE|....ftyp)", Both("音频或视频", "audio or video"), _COPY_FIX),
    (rb"SQLite format 3\x00", Both("数据库", "a database"), _COPY_FIX),
)
# What a member of a zip says of the whole; an office suite's own type comes before the general one.
_MEMBERS: tuple[tuple[bytes, Both, Both], ...] = (
    (b"xl/workbook.", Both("Excel 表格（.xlsx）", "an Excel workbook (.xlsx)"), _SHEET_FIX),
    (b"ppt/presentation.", Both("演示文稿（.pptx）", "a presentation (.pptx)"), _COPY_FIX),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Both("ODT 文档", "an OpenDocument text (.odt)"), RENAME_FIX),
    (b"mimetypeapplication/vnd.oasis.opendocument", Both("OpenDocument 文件", "an OpenDocument file"), _COPY_FIX),
    (b"mimetypeapplication/epub", Both("电子书（.epub）", "an e-book (.epub)"), _COPY_FIX),
    (b"OFD.xml", Both("OFD 版式文件", "an OFD file"), _PDF_FIX),
    (b"Index/Document.iwa", Both("Pages 文稿", "a Pages document"), RENAME_FIX),
    (b"word/", Both("损坏的 Word 文档（缺少正文）", "a damaged Word document (its text is missing)"), RENAME_FIX),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Stream names inside an OLE file are UTF-16; each tells which program wrote it.
_STREAMS: tuple[tuple[str, Both, Both], ...] = (
    (
        "EncryptedPackage",
        Both("加了密码的 Office 文件", "an Office file with a password"),
        Both(
            "请用 Word 或 WPS 打开，去掉密码，另存为 .docx 后再导入。",
            "Open it, remove the password, save it as .docx, then import that.",
        ),
    ),
    ("WordDocument", Both("旧式 Word 文件（.doc）或 WPS 文字（.wps）", "an old Word (.doc) or WPS (.wps) file"), RENAME_FIX),
    ("Workbook", Both("旧式 Excel 表格（.xls）", "an old Excel workbook (.xls)"), _SHEET_FIX),
    ("PowerPoint Document", Both("旧式演示文稿（.ppt）", "an old presentation (.ppt)"), _COPY_FIX),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_FLAT_WORD = re.compile(rb"<\?mso-application\s+progid=.Word\.Document|<pkg:package|<w:wordDocument")
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")


def what_is(data: bytes) -> tuple[Both, Both] | None:
    """(what it is, what to do) for a format that is known and not read; None for what may be text."""
    if data.startswith(_ZIP):
        return next(
            ((what, fix) for sign, what, fix in _MEMBERS if sign in data), (Both("压缩包（zip）", "a zip archive"), _UNPACK_FIX)
        )
    if data.startswith(_OLE):
        for stream, what, fix in _STREAMS:
            if stream.encode("utf-16-le") in data:
                return what, fix
        return Both("旧式 Office 文件（.doc、.wps 或 .xls）", "an old Office file (.doc, .wps or .xls)"), RENAME_FIX
    head = data[:4096]
    for pattern, what, fix in _SIGNATURES:
        if re.match(pattern, head, re.DOTALL):
            return what, fix
    if _XML.match(head) and b"<html" not in head.lower():
        if _FLAT_WORD.search(head):
            return Both("Word 的 XML 文件", "a Word document in XML form"), RENAME_FIX
        return Both("XML 文件", "an XML file"), _COPY_FIX
    return None


def _read(name: str, data: bytes) -> NoReturn:
    what, fix = what_is(data) or (Both("", ""), _COPY_FIX)
    raise refusal(
        "unreadable-format",
        name,
        Both(f"这是{what.zh}，不能直接导入。", f"This is {what.en}, which cannot be imported as it is."),
        fix,
    )


def _claims(name: str, data: bytes) -> bool:
    return what_is(data) is not None


def _refuse(name: str, data: bytes) -> Source:
    _read(name, data)


READER = Reader(100, "", (), _claims, _refuse)
