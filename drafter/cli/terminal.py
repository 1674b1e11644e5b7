"""The way from the command line into the terminal app: whether there is a terminal, then the app."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from drafter.cli.language import asked, current
from drafter.model.problem import Problem, Refused
from drafter.model.words import Both
from drafter.store.workspace import resolve


def open_app(report: str | None = None) -> int:
    """Opens the app on the workspace here, on ``report`` at once where one is named; returns its exit code.

    Raises Refused, exit code 2, where there is no terminal that can show it, or no such report.
    """
    if report is not None:
        resolve(report, Path.cwd())
    streams = (sys.stdin, sys.stdout, sys.stderr)
    lacking = unfit(all(stream is not None and stream.isatty() for stream in streams), os.environ)
    if lacking is not None:
        raise Refused(lacking, 2)
    from drafter.tui.app import run

    return run(Path.cwd(), report, current(), asked())


def unfit(terminal: bool, environment: Mapping[str, str]) -> Problem | None:
    """Why the app cannot be shown; None where it can. ``terminal``: whether all three standard streams are one."""
    kind = environment.get("TERM", "" if os.name != "nt" else "windows")
    if terminal and kind not in ("", "dumb", "unknown"):
        return None
    if terminal:
        message = Both(
            f"这个终端（TERM={kind or '空'}）显示不了填写界面。", f"This terminal (TERM={kind or 'unset'}) cannot show the app."
        )
    else:
        message = Both("这里不是终端，打不开填写界面。", "This is no terminal; the app cannot be opened.")
    return Problem(
        "terminal-none",
        message,
        Both(
            "在终端窗口里运行 drafter；或直接用命令，drafter --help 列出全部命令。",
            "Run drafter in a terminal window, or use its commands: drafter --help lists them.",
        ),
    )
