"""Templates that did not come with drafter run in a process of their own, which can be limited and killed.

The sandbox refuses what it can tell beforehand. What a template takes in time and memory only the system can hold, and an
operation of Python's core cannot be interrupted from within. Both ends of the pipe are here; what passes is JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from markupsafe import Markup

from drafter.model.block import Block, Cell, Drawing, Run
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.render import limits

# Isolated (-I -S), so that no Python file beside the data is run: modules come from where this process has its own.
_START = "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); from drafter.render.confined import answer; answer()"  # fmt: skip
_PACKAGE = str(Path(__file__).parents[2])
_OUT_OF_MEMORY = 70


def render_confined(layout: str, context: dict[str, Any], folders: Sequence[Path]) -> list[Block]:
    """As engine.render, at the price of starting Python. Raises Refused also when the process had to be killed."""
    request = {
        "layout": layout,
        "context": _to_json(context),
        "folders": [str(folder) for folder in folders],
        "seconds": limits.SECONDS,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _START],
            input=f"{json.dumps([*sys.path, _PACKAGE])}\n{json.dumps(request)}".encode(),
            capture_output=True,
            timeout=limits.SECONDS + limits.GRACE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(_runaway(layout), 3) from None
    if done.returncode < 0 or done.returncode == _OUT_OF_MEMORY:
        raise Refused(_runaway(layout), 3)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    reply = json.loads(done.stdout)
    if "problems" in reply:
        raise Refused([_problem(fields) for fields in reply["problems"]], 3)
    return [_block(*fields) for fields in reply["blocks"]]


def answer() -> None:
    """The other end: reads one request from stdin and writes the blocks, or what is wrong, to stdout."""
    request = json.load(sys.stdin.buffer)
    limits.confine(request["seconds"])
    try:
        sys.stdout.buffer.write(json.dumps(_answer(request)).encode())
        sys.stdout.buffer.flush()
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from drafter.render.engine import render_here

    folders = [Path(folder) for folder in request["folders"]]
    try:
        with limits.limited(request["seconds"]):
            blocks = render_here(request["layout"], _from_json(request["context"]), folders, foreign=True)
    except Refused as refused:
        return {"problems": [asdict(problem) for problem in refused.problems]}
    return {"blocks": blocks}


def _to_json(value: Any) -> Any:
    """``value`` with each text marked as text or as markup, which is not escaped again."""
    if isinstance(value, str):
        return ("m" if isinstance(value, Markup) else "t") + str(value)
    if isinstance(value, dict):
        return {key: _to_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_to_json(item) for item in value]
    return value


def _from_json(value: Any) -> Any:
    if isinstance(value, str):
        return Markup(value[1:]) if value[0] == "m" else value[1:]
    if isinstance(value, dict):
        return {key: _from_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_from_json(item) for item in value]
    return value


def _block(
    kind: str,
    runs: list[Any],
    level: int,
    fact: str | None,
    rows: list[list[str]],
    drawing: list[str] | None,
    cells: list[tuple[int, int, list[Any]]],
) -> Block:
    drawn = Drawing(*drawing) if drawing else None
    marked = tuple(Cell(row, column, _runs(said)) for row, column, said in cells)
    return Block(kind, _runs(runs), level, fact, tuple(tuple(row) for row in rows), drawn, marked)


def _runs(runs: list[Any]) -> tuple[Run, ...]:
    return tuple(Run(text, level, bold, mark, tuple(notes)) for text, level, bold, mark, notes in runs)


def _problem(fields: dict[str, Any]) -> Problem:
    said = {word: Both(*fields[word]) for word in ("message", "fix")} | {
        word: Place(*fields[word]) for word in ("place", "other")
    }
    return Problem(**{**fields, **said})


def _runaway(layout: str) -> Problem:
    from drafter.render.faults import runaway

    return runaway(Place(f"{layout}/report.html"))
