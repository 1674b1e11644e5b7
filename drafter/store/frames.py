"""Sentence frames are text files, ``_frames/<类别>.txt`` along the template folders, looked up one file at a time."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from drafter.kinds import kinds
from drafter.kinds.frame import FIGURE, fields_in, stray_mark, words_for
from drafter.model.problem import Place, Problem
from drafter.model.words import NOTHING, Both
from drafter.store.decode import decode
from drafter.store.layouts import find_template_file
from drafter.store.save import reason
from drafter.store.telling import problem
from drafter.store.vocabulary import nearest

FOLDER = "_frames"
_SUFFIX = ".txt"


def stamps(folders: Iterable[Path]) -> tuple[tuple[str, int], ...]:
    """The files of frames along the path, and when each was changed: while this stays the same, so do the frames."""
    found: list[tuple[str, int]] = []
    for folder in folders:
        with suppress(OSError), os.scandir(folder / FOLDER) as entries:
            found += sorted((entry.path, entry.stat().st_mtime_ns) for entry in entries)
    return tuple(found)


def read_frames(folders: list[Path]) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Kind, or 指标 → its frames, best first, and what is wrong with the files, as warnings: no report is stopped by them.

    A frame with a fault is left out; the other lines of its file serve. A file without frames is its owner's wish that nothing
    be drafted.
    """
    frames: dict[str, tuple[str, ...]] = {}
    problems = list(_for_no_kind(folders))
    for kind in (*kinds(), FIGURE):
        path = find_template_file(f"{FOLDER}/{kind}{_SUFFIX}", folders)
        if path is None:
            continue
        lines, found = _lines(path)
        faults = {number: list(_faults(line, kind, path, number)) for number, line in lines}
        frames[kind] = tuple(line for number, line in lines if not faults[number])
        problems += [*found, *(fault for each in faults.values() for fault in each)]
    return frames, problems


def _lines(path: Path) -> tuple[list[tuple[int, str]], list[Problem]]:
    """The lines that are frames, numbered from 1: not the blank ones, nor comments."""
    try:
        decoded = decode(path.read_bytes(), str(path))
    except OSError as error:
        why = reason(error)
        unreadable = Both(f"句式文件打不开：{why.zh}", f"the frames cannot be read: {why.en}")
        return [], [problem("file-unreadable", unreadable, NOTHING, Place(str(path)), "warning")]
    lines = enumerate((line.strip() for line in (decoded.text or "").splitlines()), 1)
    told = [replace(problem, severity="warning") for problem in decoded.problems]
    return [(number, line) for number, line in lines if line and not line.startswith("#")], told


def _faults(frame: str, kind: str, path: Path, line: int) -> Iterator[Problem]:
    stray = stray_mark(frame)
    if stray is not None:
        yield problem(
            "frame-marks",
            Both(f"句式里的“{frame[stray]}”没有配对", f"“{frame[stray]}” has no partner in this frame"),
            Both(
                "栏目写成 {栏目}，可省的部分写成 […]，不要套叠", "write {field}, and […] around what may be left out, not nested"
            ),
            Place(str(path), line, stray + 1),
            "warning",
        )
        return
    known = words_for(kind) or ()
    for word, at in fields_in(frame):
        if word not in known:
            yield problem(
                "frame-field",
                Both(f"“{kind}”没有“{word}”这一栏", f"{kind} has no field “{word}”"),
                _suggestion(word, known),
                Place(str(path), line, at + 1),
                "warning",
            )


def _for_no_kind(folders: list[Path]) -> Iterator[Problem]:
    """Files whose name is no kind would never be used, whoever wrote them."""
    known = (*kinds(), FIGURE)
    for folder in folders:
        for path in sorted((folder / FOLDER).glob(f"*{_SUFFIX}")):
            if path.stem not in known:
                yield problem(
                    "frame-kind",
                    Both(
                        f"没有“{path.stem}”这个类别，这个句式文件用不上",
                        f"there is no kind “{path.stem}”; its frames serve nothing",
                    ),
                    _suggestion(path.stem, known),
                    Place(str(path)),
                    "warning",
                )


def _suggestion(word: str, known: tuple[str, ...]) -> Both:
    meant = nearest(word, known)
    if meant:
        return Both(f"是不是“{meant}”", f"did you mean “{meant}”?")
    return Both(f"可用：{'、'.join(known)}", f"one of: {', '.join(known)}")
