"""A progress bar on stderr, for people, where something takes more than a moment."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

#: Work that ends sooner shows no bar.
_PATIENCE = 1.0


def over(things: Sequence[T], label: str) -> Iterator[T]:
    """``things``, one by one; after a second of work a bar is drawn, unless nobody is looking."""
    if len(things) < 2 or not sys.stderr.isatty():
        yield from things
        return
    import click

    begun = time.monotonic()
    bar = None
    for done, thing in enumerate(things):
        if bar is None and time.monotonic() - begun > _PATIENCE:
            bar = click.progressbar(length=len(things), label=label, file=sys.stderr)
            bar.__enter__()
            bar.update(done)
        yield thing
        if bar is not None:
            bar.update(1)
    if bar is not None:
        bar.__exit__(None, None, None)
