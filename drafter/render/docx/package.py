"""A DOCX is a zip of parts. Parts that do not change are copied still compressed; every date is the same.

Written by hand because zipfile costs 21 ms to import and would compress every part anew (APPNOTE 4.3).
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_STORED, _DEFLATED = 0, 8
_SMALL = 800  # bytes
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_FIRST_OF_1980 = 0x21  # MS-DOS date; the time is 0
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Far more than a template with a picture needs, far less than what would exhaust a small machine.
LARGEST = 64_000_000


class BrokenPackage(Exception):
    """The bytes are no zip that Word would open; the argument says why, in Chinese and in English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


class Part(NamedTuple):
    """One part, compressed as ``method`` says (0 stored, 8 deflated). ``size`` is the number of bytes inflated."""

    name: str
    method: int
    crc: int
    data: bytes
    size: int

    def inflated(self) -> bytes:
        """Raises BrokenPackage when the bytes are damaged."""
        try:
            inflater = zlib.decompressobj(-15)
            # One byte beyond what was promised is enough to see a lie, and no bomb goes off.
            plain = self.data if self.method == _STORED else inflater.decompress(self.data, self.size + 1)
        except zlib.error as error:
            raise _damaged(self.name) from error
        if len(plain) != self.size or zlib.crc32(plain) != self.crc:
            raise _damaged(self.name)
        return plain


def _damaged(name: str) -> BrokenPackage:
    return BrokenPackage(f"其中的 {name} 已损坏", f"its part {name} is damaged")


def packed(name: str, plain: bytes) -> Part:
    """A part to be written. Level 4: level 6 takes half as long again to save a thirtieth; the smallest parts are not worth either."""
    if len(plain) < _SMALL:
        return Part(name, _STORED, zlib.crc32(plain), plain, len(plain))
    deflater = zlib.compressobj(4, zlib.DEFLATED, -15)
    return Part(name, _DEFLATED, zlib.crc32(plain), deflater.compress(plain) + deflater.flush(), len(plain))


def _header(part: Part) -> tuple[bytes, bytes]:
    """What local record and directory entry say alike, and the name."""
    name = part.name.encode("utf-8")
    flags = 0 if part.name.isascii() else _UTF8_NAME
    return (
        struct.pack("<5H3L2H", 20, flags, part.method, 0, _FIRST_OF_1980, part.crc, len(part.data), part.size, len(name), 0),
        name,
    )


class Copied(NamedTuple):
    """Parts laid out once, to stand at the beginning of every package: their records and their directory."""

    records: bytes
    directory: bytes
    entries: int


def lay_out(parts: Iterable[Part], after: Copied = Copied(b"", b"", 0)) -> Copied:  # noqa: B008 - an immutable value
    """The records of ``parts`` behind those of ``after``."""
    records, directory = [after.records], [after.directory]
    offset, count = len(after.records), after.entries
    for part in parts:
        meta, name = _header(part)
        records += (b"PK\3\4", meta, name, part.data)
        directory += (b"PK\1\2\x14\0", meta, struct.pack("<3H2L", 0, 0, 0, 0, offset), name)
        offset += 4 + len(meta) + len(name) + len(part.data)
        count += 1
    return Copied(b"".join(records), b"".join(directory), count)


def zipped(laid: Copied) -> bytes:
    end = struct.pack("<4H2LH", 0, 0, laid.entries, laid.entries, len(laid.directory), len(laid.records), 0)
    return b"".join((laid.records, laid.directory, b"PK\5\6", end))


def read(data: bytes) -> list[Part]:
    """The parts of a package, in the order of its directory, whatever program wrote it.

    Sizes are taken from the directory, so that records with a data descriptor, as Word streams them, read the same.
    """
    if data.startswith(_OLE):
        raise _compound(data)
    end = data.rfind(b"PK\5\6", max(0, len(data) - 65_600))
    if end < 0 or len(data) < end + 22:
        raise BrokenPackage("它不是 Word 文档（.docx）", "it is no Word document (.docx)")
    count, _, at = struct.unpack_from("<HLL", data, end + 10)
    parts: list[Part] = []
    total = 0
    try:
        for _ in range(count):
            part, at = _entry(data, at)
            total += part.size
            if total > LARGEST:
                raise BrokenPackage("展开后超过 64 MB", "it unpacks to more than 64 MB")
            if not part.name.endswith("/"):
                parts.append(part)
    except (struct.error, UnicodeDecodeError) as error:
        raise BrokenPackage("文件不完整", "the file is incomplete") from error
    return parts


def _compound(data: bytes) -> BrokenPackage:
    """What a compound file (MS-CFB) is: a .docx with a password (MS-OFFCRYPTO 2.3), or a document of the time before .docx."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return BrokenPackage(
            "它有打开密码，请在 Word 里“文件—信息—保护文档”去掉密码再保存",
            "it has a password; take it off in Word (File, Info, Protect Document), and save",
        )
    return BrokenPackage("它是老式的 .doc 或 .wps，请另存为 .docx", "it is an old .doc or .wps; save it as .docx")


def _entry(data: bytes, at: int) -> tuple[Part, int]:
    """The part whose directory entry is at ``at``, and where the next entry is."""
    signature, flags, method, crc, packed_size, size, name_size, extra_size, comment_size, local = struct.unpack_from(
        "<4s4xHH4xLLLHHH8xL", data, at
    )
    name_at = at + 46
    raw = data[name_at : name_at + name_size]
    if signature != b"PK\1\2" or data[local : local + 4] != b"PK\3\4" or len(raw) < name_size:
        raise BrokenPackage("文件不完整", "the file is incomplete")
    if flags & _ENCRYPTED:
        raise BrokenPackage("它有密码", "it has a password")
    if method not in (_STORED, _DEFLATED):
        raise BrokenPackage("它用了 Word 不用的压缩方法", "it is compressed in a way that Word does not use")
    begin = local + 30 + sum(struct.unpack_from("<HH", data, local + 26))
    body = data[begin : begin + packed_size]
    if len(body) < packed_size:
        raise BrokenPackage("文件不完整", "the file is incomplete")
    part = Part(raw.decode("utf-8" if flags & _UTF8_NAME else "cp437"), method, crc, body, size)
    return part, name_at + name_size + extra_size + comment_size
