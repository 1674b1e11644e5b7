"""The registry of readers: every module of ``formats`` that declares ``READER``. Nothing else names them."""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from drafter.importers.source import Source


class Reader(NamedTuple):
    """One format.

    ``claims(name, data)`` says, from the content first and the suffix second, whether it is this reader's; readers are
    asked by rising ``order`` and the first claim wins. ``read(name, data)`` raises ``Refused`` for what it cannot take.
    ``suffixes``: those under which the format may go without remark; ``label`` names it in a message.
    """

    order: int
    label: str
    suffixes: tuple[str, ...]
    claims: Callable[[str, bytes], bool]
    read: Callable[[str, bytes], Source]


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, in the order in which they are asked."""
    from drafter.importers import formats as package

    found = []
    for module in pkgutil.iter_modules(package.__path__):
        reader = getattr(import_module(f"{package.__name__}.{module.name}"), "READER", None)
        if isinstance(reader, Reader):
            found.append(reader)
    return tuple(sorted(found, key=lambda reader: reader.order))


def suffix_of(name: str) -> str:
    """``.docx`` of ``a/b.DOCX``; empty where there is none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, suffix = last.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
