"""A document into its file, and to the program that shows it. A file that someone else made, or changed since, is not
replaced unasked: a Word file that was rendered last week may hold a leader's changes by now.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from drafter.actions.attempt import attempt
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.store.reader import digest
from drafter.store.save import ANYTHING, save

Standing = Literal["free", "ours", "other"]

#: Documents that are remembered; older ones are asked about again.
_MOST = 300
_PATIENCE = 2.0  # seconds that an opener may take to say that it cannot


def standing(path: Path, report: Path) -> Standing:
    """What stands at ``path``: nothing; what was last rendered there from ``report`` and is unchanged since; or something else."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return "free"
    except OSError:
        return "other"
    return "ours" if _remembered().get(_name(path)) == [_name(report), digest(data)] else "other"


def deliver(data: bytes, path: Path, report: Path, replace: bool = False) -> Path:
    """Writes the document of ``report`` (its folder or file) and returns its path.

    Raises Refused, code ``document-exists``, rather than replace what is not this report's unchanged earlier document, unless
    told to ``replace``; and where the disk refuses.
    """
    if replace:
        digested = save(path, data, ANYTHING)
    else:
        found = standing(path, report)
        if found == "other":
            raise Refused(_exists(path), 4)
        digested = save(path, data, None if found == "free" else _remembered()[_name(path)][1])
    # The document is written; a memory that cannot be kept only means that one is asked next time.
    attempt(lambda: _remember(path, report, digested))
    return path


def deliver_all(files: Sequence[tuple[Path, bytes]], report: Path, replace: bool = False) -> None:
    """Writes all of them as :func:`deliver`, or none where one would take the place of something else: then every such place is named."""
    others = [] if replace else [path for path, _ in files if standing(path, report) == "other"]
    if others:
        raise Refused([_exists(path) for path in others], 4)
    for path, data in files:
        deliver(data, path, report, replace)


def show(path: Path) -> Problem | None:
    """Opens a file, or a folder, with the system's own program. The problem, where there is none or it fails."""
    try:
        if os.name == "nt":
            os.startfile(path)  # type: ignore[attr-defined,unused-ignore]
            return None
        program = "open" if sys.platform == "darwin" else "xdg-open"
        quiet = subprocess.DEVNULL
        started = subprocess.Popen([program, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            code = started.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            return None
        return _unshown(path) if code else None
    except OSError:
        return _unshown(path)


def _memory() -> Path:
    own = os.environ.get("DRAFTER_STATE")
    if own:
        return Path(own) / "documents.json"
    from platformdirs import user_state_path

    return user_state_path("drafter", appauthor=False) / "documents.json"


def _remembered() -> dict[str, list[str]]:
    """Document → the report it was made from, and its hash. Empty where nothing sound is kept."""
    try:
        kept = json.loads(_memory().read_bytes())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _remember(path: Path, report: Path, digested: str) -> None:
    memory = _memory()
    kept = _remembered()
    kept.pop(_name(path), None)
    kept[_name(path)] = [_name(report), digested]
    memory.parent.mkdir(parents=True, exist_ok=True)
    save(memory, json.dumps(dict(list(kept.items())[-_MOST:]), ensure_ascii=False).encode("utf-8", "surrogateescape"))


def _name(path: Path) -> str:
    return str(path.resolve())


def _exists(path: Path) -> Problem:
    return Problem(
        "document-exists",
        Both(
            f"已经有 {path.name}，不是这里上次生成的原样：可能有人改过，或是别的文件。",
            f"{path.name} exists, and is not what was rendered here last: someone may have changed it, or it is another file.",
        ),
        Both("换一个文件名，或确认替换。", "Choose another name, or confirm that it may be replaced."),
        place=Place(str(path)),
    )


def _unshown(path: Path) -> Problem:
    return Problem(
        "opener-missing",
        Both(f"这台电脑没能打开 {path.name}。", f"This machine could not open {path.name}."),
        Both(f"请自己打开：{path}", f"Open it yourself: {path}"),
        "warning",
    )
