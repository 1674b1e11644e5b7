"""What a rule is, told apart from what it finds."""

from dataclasses import dataclass

from drafter.model.problem import Severity
from drafter.model.words import Both


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. ``code`` is stable: scripts match on it, and a workspace sets its severity by it.

    ``reason`` says in one sentence why it matters, ``source`` who says so: a standard with its clause, 体裁 (the custom of the
    genre), 工作区 (what the workspace itself lays down), 系统 (what the program needs). ``wrong`` and ``right`` are an example
    and its mending; of a rule over text they are tried by a test, ``⏎`` parting paragraphs. ``acceptable``: whether a clerk may
    let a finding stand, with a reason.
    """

    code: str
    severity: Severity
    name: Both
    reason: Both
    source: str
    wrong: str
    right: str
    acceptable: bool = True


GENRE, WORKSPACE, SYSTEM = "体裁", "工作区", "系统"
PUNCTUATION, NUMERALS, LAYOUT = "GB/T 15834—2011", "GB/T 15835—2011", "GB/T 9704—2012"
