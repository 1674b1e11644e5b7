"""The app beside an empty Textual app, in one run on one machine: tui.py [RUNS=7] [KEYS=60].

First paint is from the start of the process until the first fact stands on the screen; key to paint from a byte written to the
terminal to the first byte of the repaint. Textual paints at 60 Hz, so up to 17 ms of a key is waiting.
"""

import statistics
import sys
import tempfile
from pathlib import Path

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


def measure(command: list[str], folder: Path, mark: str, runs: int, keys: int, way: list[bytes], key: bytes) -> dict[str, float]:
    """``way``: keys that lead to where ``key`` is then pressed ``keys`` times."""
    paints = []
    figures: dict[str, float] = {}
    for run in range(runs + 1):
        terminal = Terminal(command, folder)
        try:
            painted = terminal.until(mark)
            if run:
                paints.append(painted)
            if run == runs:
                terminal.quiet(0.8)
                for each in way:
                    terminal.press(each)
                times = [terminal.press(key) for _ in range(keys + 5)][5:] if key else [0.0]
                figures["key"], figures["p95"] = quantiles(times)
                figures["peak"] = terminal.peak()
        finally:
            terminal.close()
    return {"paint": statistics.median(paints), **figures}


def main(runs: int = 7, keys: int = 60) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "empty.py").write_text(EMPTY, encoding="utf-8")
        for facts, paragraph in ((300, 40), (10_000, 40), (301, 5_000)):
            report(home / str(facts) / "facts" / "2024", facts, paragraph)
        app = [sys.executable, "-m", "drafter", "--lang", "zh", "edit", "2024"]
        first = "第00000项"
        cases = [
            ("empty Textual app", [sys.executable, "empty.py"], home, "READY", [], b""),
            ("300 facts, outline", app, home / "300", first, [], DOWN),
            ("300 facts, typing", app, home / "300", first, [DOWN] * 3 + [b"\r"], TYPED),
            ("10,000 facts, outline", app, home / "10000", first, [], DOWN),
            ("10,000 facts, typing", app, home / "10000", first, [DOWN] * 3 + [b"\r"], TYPED),
            ("5,000-character paragraph", app, home / "301", first, [DOWN] * 3 + [b"\r", b"\t"], TYPED),
        ]
        print("| case | first paint ms | to empty | key to paint ms | p95 | peak MB | to empty |\n|---|---|---|---|---|---|---|")
        empty: dict[str, float] = {}
        for label, command, folder, mark, way, key in cases:
            found = measure(command, folder, mark, runs, keys, way, key)
            empty = empty or found
            print(
                f"| {label} | {found['paint']:.0f} | {found['paint'] / empty['paint']:.2f} | {found['key']:.1f} | {found['p95']:.1f} "
                f"| {found['peak']:.0f} | {found['peak'] / empty['peak']:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
