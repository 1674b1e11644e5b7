"""A zip again with some of its members changed; all others keep their compressed bytes."""

import io
import struct
import zipfile
from collections.abc import Mapping
from copy import copy

from drafter.importers.word.package import key

_LOCAL = 30  # bytes of a local header before the name (APPNOTE 4.3.7)
_DESCRIBED = 0x08  # sizes stand behind the data; here they are known before


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip ``data``, which was read before, with the members ``changed``, new ones last. Their date is fixed, so the same
    input makes the same bytes.
    """
    left = {key(name): (name, content) for name, content in changed.items()}
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for member in old.infolist():
            own = left.pop(key(member.filename), None)
            if own is not None:
                new.writestr(_dated(member.filename), own[1])
            else:
                _copy(data, member, new, packed)
        for name, content in left.values():
            new.writestr(_dated(name), content)
    return packed.getvalue()


def _dated(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _copy(data: bytes, member: zipfile.ZipInfo, new: zipfile.ZipFile, packed: io.BytesIO) -> None:
    """A member as it is, under a header of the plainest form."""
    begin = member.header_offset + _LOCAL + sum(struct.unpack_from("<HH", data, member.header_offset + 26))
    plain = copy(member)
    plain.flag_bits &= ~_DESCRIBED
    plain.extra = b""
    plain.header_offset = packed.tell()
    packed.write(plain.FileHeader())
    packed.write(data[begin : begin + member.compress_size])
    new.filelist.append(plain)
    new.NameToInfo[plain.filename] = plain
    new.start_dir = packed.tell()
