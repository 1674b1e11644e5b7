"""A document on its way out: its format, by the ending of the file that was named, and its bytes."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.language import say


def ending(target: str | None, formats: Sequence[str], default: str) -> str:
    """The format that the ending of ``target`` names; ``default`` for no ending, a folder, or standard output. Raises a usage
    error for any other ending.
    """
    found = Path(target).suffix[1:].lower() if target else ""
    if found in formats:
        return found
    if found and target is not None and not Path(target).is_dir():
        known = "、".join(formats)
        raise click.UsageError(
            say(
                f"不认识 .{found} 这种格式。文件名用 {known} 结尾，或加上 --format。",
                f".{found} is no format. End the name in one of {known}, or add --format.",
            )
        )
    return default


def tell_drawn(program: str) -> None:
    """Pages are as some program draws them, and said to be."""
    output.tell(
        say(
            f"由 {program} 画出，与 Word、WPS 里可能差几个字、几行。",
            f"Drawn by {program}: near to what Word prints; lines may break elsewhere.",
        )
    )


def deliver(data: bytes, path: Path | None) -> None:
    """Writes the file and says its name, or writes to standard output where ``path`` is None. Raises Refused as ``save``."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    from drafter.store.save import save

    save(path, data)
    output.data(str(path))
