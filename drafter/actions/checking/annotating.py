"""What was found in a Word document, as comments in a copy of it, each at the very words."""

from collections.abc import Sequence
from pathlib import Path

from drafter.actions.importing import bytes_of
from drafter.importers.readers import suffix_of
from drafter.importers.word.comments import Remark, Signature, annotate
from drafter.model.problem import NOWHERE, Place, Problem, Refused
from drafter.model.words import Both, Language
from drafter.store.save import save

_AUTHOR, _INITIALS = "drafter", "dr"
_MARKS = {"error": Both("错误", "error"), "warning": Both("提醒", "warning"), "info": Both("提示", "note")}
#: Those of the files that Word opens as what they are.
_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def write_annotated(file: Path, target: Path, problems: Sequence[Problem], language: Language, date: str) -> Path:
    """Writes a copy of the Word document ``file``, with the problems that checking it found as comments, to ``target``, and
    returns that. ``date``: when the comments were made, ISO 8601.

    Raises Refused: exit code 2 for what is no Word document and for a target that cannot be; else as reading and saving do.
    """
    refuse_misuse(file, target)
    data = bytes_of(file)
    remarks = [remark(problem, language) for problem in problems]
    save(target, annotate(str(file), data, remarks, Signature(_AUTHOR, _INITIALS, date)))
    return target


def refuse_misuse(file: Path, target: Path) -> None:
    """Raises Refused, exit code 2, where no comments can be put into ``file``, or not into ``target``. Quick: for a face to ask
    before it has anything checked.
    """
    if not is_word(file):
        raise Refused(_not_word(file), 2)
    if target.exists() and target.samefile(file):
        raise Refused(_itself(target), 2)
    suffix = suffix_of(file.name)
    wanted = suffix if suffix in _SUFFIXES else _SUFFIXES[0]
    if suffix_of(target.name) != wanted or target.is_dir():
        raise Refused(_misnamed(target, wanted), 2)


def is_word(file: Path) -> bool:
    """Whether a file is a Word document of the newer kind, whatever it is called."""
    from drafter.importers.formats.word import READER

    return file.is_file() and READER.claims(file.name, bytes_of(file))


def remark(problem: Problem, language: Language) -> Remark:
    """A problem as one reads it in the margin: 【错误】what is wrong. what to do（code）."""
    mark, message, fix = (said.to(language) for said in (_MARKS[problem.severity], problem.message, problem.fix))
    other = problem.other.line
    if language == "zh":
        seen = f"对照第 {other} 段。" if other else ""
        text = f"【{mark}】{_closed(message, '。')}{seen}{fix}（{problem.code}）"
    else:
        seen = f"Compare paragraph {other}." if other else ""
        text = " ".join(part for part in (f"[{mark}]", _closed(message, "."), seen, fix, f"({problem.code})") if part)
    place = problem.place
    return Remark(text, place.line, (place.column or 1) - 1, problem.words)


def _closed(sentence: str, mark: str) -> str:
    """Messages end with a mark in most places."""
    return sentence if sentence.endswith(("。", ".", "？", "?", "！", "!")) else f"{sentence}{mark}"


def _not_word(file: Path) -> Problem:
    return Problem(
        "not-word",
        Both(
            f"只有 Word 文件（.docx）能加批注，{file.name} 不是。",
            f"Only Word files (.docx) carry comments; {file.name} is none.",
        ),
        Both(
            "去掉 -o 看检查结果；或先用 Word、WPS 另存为 .docx，报告先用 drafter render 生成 Word 文件。",
            "Check it without -o, or save it as .docx first (a report: drafter render).",
        ),
        place=Place(str(file)) if file.is_file() else NOWHERE,
    )


def _itself(target: Path) -> Problem:
    return Problem(
        "output-is-source",
        Both("批注要写到另一个文件，原件不改动。", "Comments go into another file; the original is never changed."),
        Both(
            f"换一个文件名，如 -o {target.stem}-批注{target.suffix}", f"Name another, as -o {target.stem}-comments{target.suffix}"
        ),
        place=Place(str(target)),
    )


def _misnamed(target: Path, wanted: str) -> Problem:
    return Problem(
        "output-misnamed",
        Both(
            f"{target.name} 不能用作输出文件：批注写在 {wanted} 文件里。",
            f"{target.name} cannot be written to: it is to be a {wanted} file.",
        ),
        Both(f"换一个文件名，如 -o 批注{wanted}", f"Name another, as -o comments{wanted}"),
        place=Place(str(target)),
    )
