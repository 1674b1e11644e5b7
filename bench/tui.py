"""The app beside an empty Textual app, in one run on one machine: tui.py [RUNS=9] [KEYS=60].

First paint is from the start of the process until the first fact stands on the screen; key to paint from a byte written to the
terminal to the first byte of the repaint. Textual paints at 60 Hz, so up to 17 ms of a key is waiting.
"""

import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from terminal import Terminal

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    BINDINGS = [("ctrl+q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("READY")
Empty().run()
"""
SENTENCE = "围绕提升产业发展水平，针对重点企业组建产学研联盟，积极推进联盟建设，促进创新要素向企业集聚，完成第{}项任务。"
DOWN, TYPED = b"\x1b[B", "创".encode()


def report(folder: Path, facts: int, paragraph: int = 40) -> None:
    """A report of ``facts`` facts in groups of ten; the first fact of all has a paragraph of ``paragraph`` characters."""
    lines = ["单位: 安澜市科技局", "期间: 2024", "标题: 安澜市科技局2024年工作总结", "成绩:"]
    for number in range(facts):
        indent = "  " if number % 10 == 0 else "      "
        lines.append(f"{indent}- 标题: 第{number:05}项工作")
        text = (SENTENCE.format(number) * 100)[: paragraph if number == 0 else 50]
        lines.append(f"{indent}  正文: {text}")
        if number % 10 == 0 and number + 1 < facts:
            lines.append("    分项:")
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def quantiles(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95)]


class Case(NamedTuple):
    """``mark`` is on the screen at first paint; ``way`` are the keys that lead to where ``key`` is pressed again and again."""

    label: str
    command: list[str]
    folder: Path
    mark: str
    way: tuple[bytes, ...] = ()
    key: bytes = b""


def first_paint(case: Case) -> float:
    terminal = Terminal(case.command, case.folder)
    try:
        return terminal.until(case.mark)
    finally:
        terminal.close()


def session(case: Case, keys: int) -> tuple[float, float, float]:
    """Median and 95th percentile of key to paint, and the peak of memory in megabytes."""
    terminal = Terminal(case.command, case.folder)
    try:
        terminal.until(case.mark)
        terminal.quiet(0.8)
        for each in case.way:
            terminal.press(each)
        times = [terminal.press(case.key) for _ in range(keys + 5)][5:] if case.key else [0.0]
        return (*quantiles(times), terminal.peak())
    finally:
        terminal.close()


def main(runs: int = 9, keys: int = 60) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "empty.py").write_text(EMPTY, encoding="utf-8")
        for facts, paragraph in ((300, 40), (10_000, 40), (301, 5_000)):
            report(home / str(facts) / "facts" / "2024", facts, paragraph)
        app = [sys.executable, "-m", "drafter", "--lang", "zh", "edit", "2024"]
        first, form = "第00000项", (DOWN, DOWN, DOWN, b"\r")
        cases = [
            Case("empty Textual app", [sys.executable, "empty.py"], home, "READY"),
            Case("300 facts, outline", app, home / "300", first, (), DOWN),
            Case("300 facts, typing", app, home / "300", first, form, TYPED),
            Case("10,000 facts, outline", app, home / "10000", first, (), DOWN),
            Case("10,000 facts, typing", app, home / "10000", first, form, TYPED),
            Case("5,000-character paragraph", app, home / "301", first, (*form, b"\t"), TYPED),
        ]
        # One start of each in turn: a machine that is slower for a while is so for all of them. The first round warms up.
        rounds = [[first_paint(case) for case in cases] for _ in range(runs + 1)][1:]
        print(
            "| case | first paint ms (least) | to empty | key to paint ms | p95 | peak MB | to empty |\n|---|---|---|---|---|---|---|"
        )
        base = 0.0
        for number, case in enumerate(cases):
            paints = [each[number] for each in rounds]
            ratio = statistics.median(each[number] / each[0] for each in rounds)
            median, high, peak = session(case, keys)
            base = base or peak
            print(
                f"| {case.label} | {statistics.median(paints):.0f} ({min(paints):.0f}) | {ratio:.2f} | {median:.1f} | {high:.1f} "
                f"| {peak:.0f} | {peak / base:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
