"""The zip that a Word document is: opened within bounds, parsed without entities, nothing outside it ever fetched."""

import io
import posixpath
import struct
import zipfile
import zlib
from functools import cached_property
from lzma import LZMAError
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from drafter.importers.findings import RENAME_FIX, refusal, shown
from drafter.importers.word.names import Element, children
from drafter.model.problem import Refused
from drafter.model.words import Both

MAX_ENTRIES = 5_000
MAX_EXPANDED = 200 * 2**20  # bytes, all members together
MAX_PART = 24 * 2**20  # bytes of one XML part; a thousand-page report has six million
MAX_TAGS = 1_200_000  # tags in one part: a tree takes about 150 bytes for each
MAX_RATIO = 500  # expanded to packed, for members over a megabyte; Word's own XML reaches 60


class Relationship(NamedTuple):
    """A link from one part to another. ``target`` is a part name, or an address where ``external``."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """Parts by name. Raises ``Refused`` for a zip or an XML that is broken, oversized or hostile."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error):
            raise self.broken("压缩结构损坏", "its zip structure is damaged") from None
        self._members = self._checked(self._zip.infolist())

    def _checked(self, members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(members) > MAX_ENTRIES:
            raise self._oversized(f"含有 {len(members)} 个成员", f"it has {len(members)} members")
        if sum(member.file_size for member in members) > MAX_EXPANDED:
            raise self._oversized("解压后超过 200 MB", "it expands to more than 200 MB")
        found: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            if member.flag_bits & 1:
                raise self.broken("加了密码", "it has a password")
            if member.file_size > 2**20 and member.file_size > MAX_RATIO * max(1, member.compress_size):
                raise self._oversized(
                    f"成员 {shown(member.filename)} 的压缩比异常", f"{shown(member.filename)} is packed absurdly tight"
                )
            part = key(member.filename)
            if part in found:
                raise self.broken(f"有两个成员都叫 {shown(member.filename)}", f"two members are called {shown(member.filename)}")
            found[part] = member
        return found

    def has(self, part: str) -> bool:
        return key(part) in self._members

    def names(self) -> list[str]:
        """Names of all members, lower case, as they stand in the zip."""
        return list(self._members)

    def read(self, part: str) -> bytes:
        """The bytes of a part, ``b""`` where it is missing."""
        member = self._members.get(key(part))
        if member is None:
            return b""
        try:
            with self._zip.open(member) as stream:
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LZMAError):
            raise self.broken(f"成员 {shown(part)} 读不出来", f"{shown(part)} cannot be unpacked") from None
        if len(data) > MAX_PART:
            raise self._oversized(f"成员 {shown(part)} 超过 24 MB", f"{shown(part)} is over 24 MB")
        return data

    def xml(self, part: str) -> Element | None:
        """The root element of a part; None where the part is missing or empty."""
        data = self.read(part)
        if not data.strip():
            return None
        if _declares_a_type(data):
            raise self._hostile(part)
        if data.count(b"<") > MAX_TAGS:
            raise self._oversized(f"成员 {shown(part)} 的标记过多", f"{shown(part)} has too many tags")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            where = f"{shown(part)}:{line}" if line else shown(part)
            raise self.broken(f"XML 有错（{where}）", f"its XML is not valid ({where})") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._hostile(part)
        return root

    def relationships(self, part: str) -> list[Relationship]:
        """What a part links to; ``""`` is the package itself. Targets inside are resolved to part names."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [
            Relationship(
                link.get("Id", ""),
                link.get("Type", "").rpartition("/")[2],
                link.get("Target", "") if link.get("TargetMode") == "External" else _resolve(folder, link.get("Target", "")),
                link.get("TargetMode") == "External",
            )
            for link in children(root, "rel:Relationship")
        ]

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the text. Raises ``Refused`` where there is none."""
        for link in self.relationships(""):
            if link.kind == "officeDocument" and not link.external and self.has(link.target):
                return link.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise self.broken("找不到正文 word/document.xml", "its text, word/document.xml, is missing")

    def broken(self, zh: str, en: str) -> Refused:
        return refusal(
            "broken-document", self.name, Both(f"Word 文件打不开：{zh}。", f"The Word file cannot be opened: {en}."), RENAME_FIX
        )

    def _oversized(self, zh: str, en: str) -> Refused:
        return refusal(
            "too-large",
            self.name,
            Both(f"Word 文件大得不正常，已拒绝：{zh}。", f"The Word file is abnormally large and was refused: {en}."),
            RENAME_FIX,
        )

    def _hostile(self, part: str) -> Refused:
        return refusal(
            "unsafe-xml",
            self.name,
            Both(
                f"Word 文件里有不该出现的 DTD 或实体声明（{shown(part)}），已拒绝。",
                f"The Word file declares a DTD or entities ({shown(part)}) and was refused.",
            ),
            RENAME_FIX,
        )


def key(part: str) -> str:
    """Part names ignore case (ECMA-376 part 2, 6.2.2.3); some writers use backslashes."""
    return part.replace("\\", "/").lstrip("/").lower()


def _resolve(folder: str, target: str) -> str:
    target = unquote(target.replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _declares_a_type(data: bytes) -> bool:
    return any("<!DOCTYPE".encode(codec) in data for codec in ("ascii", "utf-16-le", "utf-16-be"))
