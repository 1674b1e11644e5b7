"""Which versions of a report a command prints; what each leaves out is said first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.cli import output
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.opening import Opened
    from drafter.actions.versions import Versioned


def editions(opened: "Opened", names: Sequence[str], every: bool = False) -> "list[Opened]":
    """The report as each of the versions called ``names``, or as ``every`` one, prints it; the whole where none is asked for.

    Raises Refused for a name that it has not, and where every version is asked for and there is none.
    """
    if not names and not every:
        return [opened]
    from drafter.actions.issuing import some_versions

    cut = some_versions(opened, None if every else names)
    for made in cut:
        _tell(made)
    return [made.opened for made in cut]


def _tell(made: "Versioned") -> None:
    from drafter.cli.shortened import left_out, size

    output.report(made.problems)
    without = say("，没有删去什么。", ", nothing left out.") if not made.left else say("，没有这些：", ", without:")
    output.tell(f"{made.version.name}{say('：', ': ')}{size(made)}{without}")
    for line in left_out(made):
        output.tell(line)
