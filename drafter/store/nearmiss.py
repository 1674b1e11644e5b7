"""Near misses of hand editing: what was typed, what was meant.

A scanner goes over the lines and proposes a repair for each slip it knows. The reader applies the repairs in memory, so
that the rest of the file is read in the same run; the file itself is never changed. Repairs keep the number of lines.
"""

import re
from typing import NamedTuple

from drafter.model.problem import Place, Problem, Severity
from drafter.store import slips
from drafter.store.suspicion import split_lines
from drafter.store.telling import problem
from drafter.store.vocabulary import word_forms

MOST_BELOW = 100  # lines looked ahead
MOST_REPAIRS = 200  # beyond that a file is something else; the reader stops explaining

_CONFLICT = re.compile(r"[ \t]*(<{7}|>{7})(?:[ \t]|$)")
_MIDDLE = re.compile(r"[ \t]*(?:={7}|\|{7})(?:[ \t]|$)")
_BLOCK = re.compile(r"[|>][0-9+-]{0,2}[ \t]*(?:#.*)?$")


class Repair(NamedTuple):
    """A line (from 1) as it should read, with its own line end, and what is to be said about it."""

    line: int
    text: str
    problem: Problem | None


def line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def scan(text: str, file: str, broken: bool = False) -> list[Repair]:
    """Repairs for a text. ``broken``: the parser stopped somewhere, so what is legal but odd may be taken for the cause."""
    return _Scanner(split_lines(text), file, broken).run()


def repair(text: str, repairs: list[Repair]) -> str:
    """The text with its repairs."""
    if not repairs:
        return text
    lines = split_lines(text)
    for each in repairs:
        lines[each.line - 1] = each.text
    return "".join(lines)


class _Scanner:
    """Goes down the lines; inside block texts only conflict marks count."""

    def __init__(self, lines: list[str], file: str, broken: bool) -> None:
        self.lines = lines
        self.file = file
        self.broken = broken
        self.repairs: list[Repair] = []
        self.at = 0
        self.dropped = range(0)  # the second side of a conflict
        self.block: int | None = None  # column of the key whose block text this is
        self.block_indent = 0
        self.outer: list[tuple[int, str]] = []  # (indent, word) of the keys that are open
        self.quote = ""  # the quote that an earlier line left open

    def run(self) -> list[Repair]:
        while self.at < len(self.lines) and len(self.repairs) < MOST_REPAIRS:
            body = self.lines[self.at].rstrip("\r\n")
            if self.at in self.dropped:
                self.at += 1
                continue
            if _CONFLICT.match(body):
                self.conflict()
                continue
            self.at += 1
            if not self.inside(body) and body.strip(" " if self.broken else " \t") and not body.lstrip().startswith("#"):
                self.content(body)
        return self.repairs

    def tell(self, slip: slips.Slip, column: int, severity: Severity = "error") -> Problem:
        return problem(slip.code, slip.message, slip.fix, Place(self.file, self.at, column), severity)

    def replace(self, text: str, problem: Problem | None, line: int | None = None) -> None:
        number = self.at if line is None else line
        self.repairs.append(Repair(number, text + line_end(self.lines[number - 1]), problem))

    def conflict(self) -> None:
        """Both sides of a git conflict: the first is kept, so that the rest can be read."""
        first = self.at
        middle = last = None
        for number in range(first + 1, len(self.lines)):
            body = self.lines[number]
            found = _CONFLICT.match(body.rstrip("\r\n"))
            if found:
                last = number if found[1][0] == ">" else None
                break
            if middle is None and _MIDDLE.match(body.rstrip("\r\n")):
                middle = number
        self.at += 1
        whole = middle is not None and last is not None
        self.replace("", self.tell(slips.conflict(last + 1 if whole and last is not None else None), 1))
        if whole and middle is not None and last is not None:
            self.dropped = range(middle, last + 1)
            for number in self.dropped:
                self.replace("", None, number + 1)

    def inside(self, body: str) -> bool:
        """Whether the line belongs to a block text, or to a quoted text that an earlier line began."""
        if self.quote:
            if self.quote in body:
                self.quote = ""
            return True
        if self.block is None:
            return False
        spaces = len(body) - len(body.lstrip(" "))
        if not body.strip() or spaces > self.block:
            self.block_indent = self.block_indent or (spaces if body.strip() else 0)
            return True
        if body[spaces] in "\t\u3000\xa0" or (self.broken and slips.is_prose(body)):
            pad = self.block_indent or self.block + 2
            self.replace(" " * pad + body.lstrip(" \t\xa0"), self.tell(slips.block_indent(), 1))
            return True
        self.block, self.block_indent = None, 0
        return False

    def content(self, body: str) -> None:
        problems: list[Problem] = []
        original = body
        for step in (self.indent, self.dash, self.key):
            body = step(body, problems)
        body = self.value(body, problems)
        for each in problems:
            self.replace(body, each)
        if body != original and not problems:
            self.replace(body, None)

    def indent(self, body: str, problems: list[Problem]) -> str:
        """Tabs and full-width spaces before the first character."""
        stripped = body.lstrip(" \t\u3000\xa0")
        lead = body[: len(body) - len(stripped)]
        if not lead.strip(" "):
            return body
        column = len(lead) - len(lead.lstrip(" ")) + 1
        if not stripped:
            problems.append(self.tell(slips.indent(lead), column))
            return ""
        width = sum(1 if sign in " \xa0" else 2 for sign in lead)
        problems.append(self.tell(slips.indent(lead), column))
        columns = {open_at for open_at, _ in self.outer} | {0}
        if self.outer:
            columns.add(self.outer[-1][0] + 2)
        return " " * min(columns, key=lambda known: (abs(known - width), -known)) + stripped

    def dash(self, body: str, problems: list[Problem]) -> str:
        """A list dash that is not ``- ``."""
        found = _DASH.match(body)
        if found is None:
            return body
        lead, dash, gap, rest = found.groups()
        if dash == "-" and (not rest or (gap and not gap.strip(" "))):
            return body
        wide = dash != "-" or gap.strip(" ")
        known = slips.key_of(rest) in word_forms()
        if dash == "-" and not gap and not known and not (self.broken and not rest.startswith("-")):
            return body
        if wide and not (known or self.broken or self.in_list(len(lead))):
            return body
        problems.append(self.tell(slips.dash(dash, bool(gap)), len(lead) + 1))
        return f"{lead}- {rest}"

    def in_list(self, column: int) -> bool:
        """Whether a list item may stand here: under a key that still waits for its value."""
        return bool(self.outer) and self.outer[-1][0] <= column and self.outer[-1][1].endswith(":")

    def key(self, body: str, problems: list[Problem]) -> str:
        """The word before the colon, and the colon."""
        found = _KEY.match(body)
        if found is None:
            return body
        lead, quote, word, closing, _, colon, after = found.groups()
        column = len(lead)
        if word not in word_forms() or (quote and closing != _CLOSING[quote]):
            return body
        if "-" in lead and self.lines_above(lead.index("-")) and colon != ":":
            return body
        value = body[found.end() :]
        odd_quote = quote in "“‘「" if quote else False
        if colon == ":" and (after or not value) and not odd_quote:
            return body
        if odd_quote:
            problems.append(self.tell(slips.key_quotes(word), column + 1))
        elif colon == "：":
            problems.append(self.tell(slips.colon(word, value.strip()), found.start(6) + 1))
        else:
            problems.append(self.tell(slips.no_space(word, value.strip()), found.start(6) + 1))
        value = value.lstrip(" \u3000")
        return f"{lead}{word}: {value}".rstrip(" ")

    def lines_above(self, column: int) -> bool:
        """Whether the list here is one of texts (标签, 对应 …), where ``依据：……`` is a text like any other."""
        above = [word for at, word in self.outer if at <= column]
        return bool(above) and word_forms().get(above[-1].rstrip(":"), frozenset()) == {"lines"}

    def value(self, body: str, problems: list[Problem]) -> str:
        """What stands after the colon or the dash; notes the open keys, block texts and quotes."""
        found = _VALUE.match(body)
        if found is None:
            return body
        lead, word, value = found[1], found[2] or "", found[3]
        column = len(lead)
        while self.outer and self.outer[-1][0] >= column:
            self.outer.pop()
        if word:
            self.outer.append((column, word if value else word + ":"))
        bare = value.split(" #")[0].rstrip()
        if _BLOCK.match(value):
            dash = lead.rfind("-")
            self.block, self.block_indent = (column if word else max(dash, 0)), 0
            return body
        if not bare:
            return body
        here = slips.Value(word, word_forms().get(word, frozenset()), value, self.broken, self.below(column))
        for check in slips.VALUE_CHECKS:
            result = check(here)
            if result is not None:
                problem = self.tell(result.slip, found.start(3) + 1 + result.offset, result.severity)
                problems.append(problem)
                return body[: found.start(3)] + result.text
        if value[0] in "\"'" and slips.closing_quote(value) is None:
            self.quote = value[0]
        return body

    def below(self, column: int) -> str:
        """The next line that says something, if it is not deeper than this one; else empty."""
        for number in range(self.at, min(self.at + MOST_BELOW, len(self.lines))):
            body = self.lines[number].rstrip()
            if body and not body.lstrip().startswith("#"):
                return body if len(body) - len(body.lstrip(" -")) <= column else ""
        return "-"


_DASH = re.compile("( *)([-－—–−•●]+)([ \u3000]*)(.*)$")
_KEY = re.compile("([ ]*(?:- +)*)([“‘「\"']?)([^\\s：:“”‘’「」\"'{\\[]{1,8})([”’」\"']?)([ \u3000]*)([：:])([ \t]*)")
_CLOSING = {"“": "”", "‘": "’", "「": "」", '"': '"', "'": "'"}
_VALUE = re.compile("([ ]*(?:- +)*)(?:[\"']?([^\\s：:\"'{\\[]{1,20})[\"']?[ ]*:(?:[ \t]+|$))?(.*)$")
