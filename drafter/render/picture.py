"""A page as a picture: rows of points, and the PNG that is made of them."""

import struct
import zlib
from typing import NamedTuple


class Picture(NamedTuple):
    """``points``: red, green and blue of each, a byte each, row by row."""

    width: int
    height: int
    points: bytes


def png(picture: Picture) -> bytes:
    """PNG (ISO/IEC 15948) of 8-bit truecolour. The same picture always gives the same bytes."""
    row = 3 * picture.width
    lines = b"".join(b"\0" + picture.points[at : at + row] for at in range(0, row * picture.height, row))
    head = struct.pack(">2L5B", picture.width, picture.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
