"""What is lost when the app dies while one types? python bench/kill_typing.py [TIMES] [kill|hup|term|close ...]

The real app in a pseudo-terminal; Chinese text at about 20 characters a second into one field; after a random while the app is
killed (kill -9), told to end (SIGHUP, SIGTERM), or its terminal is closed. Then the files and the draft together are read.
After a kill at most one second or 50 characters may be missing; otherwise nothing, the process is gone within two seconds, and the
terminal has its modes back.
"""

import contextlib
import os
import random
import signal
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from terminal import Terminal

from drafter.actions.editing.baseline import read
from drafter.actions.editing.drafts import abandoned

ROOT = Path(__file__).resolve().parents[1]
FACTS = """\
单位: 柳塘县交通运输局
期间: 2025
标题: 柳塘县交通运输局2025年工作总结
成绩:
  - 标题: 公路养护
    正文: 起。
"""
FIRST = 0x4E00  # every character is typed once, so it is seen which are missing
PACE = 0.05
DOWN, END, ENTER = b"\x1b[B", b"\x1b[F", b"\r"
ALTERNATE_SCREEN_LEFT = b"\x1b[?1049l"
SIGNALS = {"kill": signal.SIGKILL, "hup": signal.SIGHUP, "term": signal.SIGTERM}
ALL = [*SIGNALS, "close"]


@dataclass
class Outcome:
    """``lost`` characters, ``seconds`` from the first of them to the end; ``gone`` is None where the process had to be killed."""

    typed: int
    lost: int
    seconds: float
    gone: float | None
    restored: bool
    offered: bool


def one(way: str, dice: random.Random) -> Outcome:
    """Starts the app, types for a while, ends it in one way, and reads what is left."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home) / "facts" / "2025"
        place.mkdir(parents=True)
        (place / "报告.yaml").write_text(FACTS, "utf-8")
        with _environment(home):
            terminal = Terminal(
                [sys.executable, "-m", "drafter", "--lang", "zh", "edit", "2025"], Path(home), PYTHONPATH=str(ROOT)
            )
            try:
                _open_text(terminal)
                times = _type(terminal, dice.uniform(0.3, 8.0))
                ended, gone, restored, shown = _end(terminal, way)
                kept, offered = _kept(place)
            finally:
                terminal.process.kill()
                terminal.process.wait()
                for handle in {terminal.master, terminal.slave}:
                    with contextlib.suppress(OSError):
                        os.close(handle)
    # What the terminal had not shown may still have been on its way to the app: it is counted after a kill alone.
    missing = [
        number
        for number in range(len(times))
        if chr(FIRST + number) not in kept and (way == "kill" or chr(FIRST + number) in shown)
    ]
    return Outcome(len(times), len(missing), ended - times[missing[0]] if missing else 0.0, gone, restored, offered)


@contextlib.contextmanager
def _environment(home: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(DRAFTER_STATE=f"{home}/state", HOME=home, TMPDIR=home, XDG_CONFIG_HOME=f"{home}/config")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _open_text(terminal: Terminal) -> None:
    """Goes to the text of the first fact."""
    terminal.until("公路养护")
    terminal.quiet()
    for keys in (DOWN, DOWN, DOWN, ENTER, DOWN, END):
        os.write(terminal.master, keys)
        terminal.quiet(0.15)


def _type(terminal: Terminal, seconds: float) -> list[float]:
    """Types for some seconds; the time of each character."""
    times: list[float] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        os.write(terminal.master, chr(FIRST + len(times)).encode())
        times.append(time.monotonic())
        following = times[-1] + PACE
        while (left := following - time.monotonic()) > 0:
            terminal.read(left)
    return times


def _end(terminal: Terminal, way: str) -> tuple[float, float | None, bool, str]:
    """When it was ended, the seconds that it took to go, whether the terminal is as it was before, and what it had shown."""
    shown = terminal.screen.decode("utf-8", "replace")
    ended = time.monotonic()
    if way == "close":
        os.close(terminal.slave)
        os.close(terminal.master)
        terminal.slave = terminal.master = -1
    else:
        terminal.process.send_signal(SIGNALS[way])
    while terminal.process.poll() is None and time.monotonic() < ended + 5:
        if way == "close":
            time.sleep(0.01)
        else:
            terminal.read(0.01)
    gone = time.monotonic() - ended if terminal.process.poll() is not None else None
    if way in ("kill", "close"):
        return ended, gone, True, shown
    terminal.quiet(0.05)
    restored = termios.tcgetattr(terminal.slave) == terminal.before and ALTERNATE_SCREEN_LEFT in terminal.screen
    return ended, gone, restored, shown


def _kept(place: Path) -> tuple[str, bool]:
    """The text that the files hold, with the draft where there is one; whether there is one that changes anything."""
    documents, trees, _ = read(place)
    text = "".join(tree["成绩"][0].get("正文", "") for tree in trees.values())
    found = abandoned(place)
    if found.problems:
        print(found.problems)
    files = {file: (document, trees[file]) for file, document in documents.items()}
    offered = False
    for draft in found.drafts[:1]:
        merges = draft.applied(files)
        conflicts = [conflict for merge in merges.values() for conflict in merge.conflicts]
        if conflicts:
            print("asked:", conflicts)
        text = "".join(merge.tree["成绩"][0].get("正文", "") for merge in merges.values())
        offered = bool(draft.changes(files))
    return text, offered


def _passed(way: str, outcome: Outcome) -> bool:
    if way == "kill":
        return outcome.lost <= 50 or outcome.seconds <= 1
    return not outcome.lost and outcome.restored and outcome.gone is not None and outcome.gone <= 2


def main(times: int, ways: list[str]) -> int:
    """Prints a line for each way and returns the number of runs that failed."""
    failed = 0
    for way in ways:
        dice = random.Random(f"9704 {way}")
        outcomes = [one(way, dice) for _ in range(times)]
        bad = [outcome for outcome in outcomes if not _passed(way, outcome)]
        failed += len(bad)
        slowest = max((outcome.gone if outcome.gone is not None else float("inf") for outcome in outcomes), default=0.0)
        print(
            f"{way}: {times} times, {sum(outcome.typed for outcome in outcomes)} characters typed; at most"
            f" {max(outcome.lost for outcome in outcomes)} lost, {max(outcome.seconds for outcome in outcomes):.2f} s;"
            f" gone after {slowest:.2f} s at most; {sum(not outcome.restored for outcome in outcomes)} terminals not restored;"
            f" {sum(outcome.offered for outcome in outcomes)} drafts offered; {len(bad)} failed"
        )
        for outcome in bad[:5]:
            print("   ", outcome)
    return failed


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, sys.argv[2:] or ALL)))
