"""How readers speak of what they find: one short way to build a refusal, a warning or a note."""

from drafter.model.problem import Place, Problem, Refused, Severity
from drafter.model.text import visible
from drafter.model.words import NOTHING, Both

RENAME_FIX = Both("请用 Word 或 WPS 打开，另存为 .docx 后再导入。", "Open it in Word or WPS, save it as .docx, then import that.")


def refusal(code: str, name: str, message: Both, fix: Both = NOTHING, line: int | None = None) -> Refused:
    """A refused input (exit code 3). ``name`` is the file as the user knows it; ``line`` counts from 1."""
    return Refused(Problem(code, message, fix, "error", Place(shown(name), line)))


def note(code: str, name: str, message: Both, fix: Both = NOTHING, line: int | None = None) -> Problem:
    """Something the user should know; the text is complete all the same."""
    return _finding("info", code, name, message, fix, line)


def warning(code: str, name: str, message: Both, fix: Both = NOTHING, line: int | None = None) -> Problem:
    """Something the user should look at before the text is used."""
    return _finding("warning", code, name, message, fix, line)


def _finding(severity: Severity, code: str, name: str, message: Both, fix: Both, line: int | None) -> Problem:
    return Problem(code, message, fix, severity, Place(shown(name), line))


def shown(words: str, most: int = 60) -> str:
    """Words from outside as a message may quote them: on one line, without control characters, not too long."""
    safe = visible(words).replace("\n", "\\n")
    return safe if len(safe) <= most else f"{safe[: most - 1]}…"
