"""Kinds of facts, one file each: the fields that a kind adds.

A kind is found by being here: a module with a ``KIND``. Nothing else is edited to add one; its
sentence frames are a file of ``templates/_frames``.
"""

import pkgutil
from functools import cache
from importlib import import_module

from drafter.kinds.kind import Kind


@cache
def kinds() -> dict[str, Kind]:
    """Word → kind, in the order of the words' files."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        kind = getattr(import_module(f"{__name__}.{module.name}"), "KIND", None)
        if kind is not None:
            found[kind.word] = kind
    return found
