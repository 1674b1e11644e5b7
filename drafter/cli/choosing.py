"""Numbers of a list that was shown: 1,3,5-8, or all."""

import click

from drafter.cli.language import say


def numbers(chosen: str, most: int) -> list[int]:
    """The numbers that ``chosen`` names, each once, of a list of ``most``. Raises a usage error for anything else."""
    if chosen.strip() == "all":
        return list(range(1, most + 1))
    found: dict[int, None] = {}
    for piece in chosen.replace("，", ",").split(","):
        first, dash, last = piece.strip().partition("-")
        last = last if dash else first
        if not (first.isdecimal() and last.isdecimal()) or not 1 <= int(first) <= int(last) <= most:
            raise click.UsageError(
                say(
                    f"“{piece}”不是这里的序号；序号是 1 到 {most}，写成 1,3,5-8，全部是 all。",
                    f"“{piece}” is no number of the list: 1 to {most}, such as 1,3,5-8, or all.",
                )
            )
        found.update(dict.fromkeys(range(int(first), int(last) + 1)))
    return list(found)
