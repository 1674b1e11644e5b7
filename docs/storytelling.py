"""One page of docs/故事/: an app is driven in a terminal, and what is pressed and seen is written down.

What changes from run to run is taken out of the screens: the clock stands still, and the workspace is always the same
folder. The years that a new report is offered for are those of the day on which this runs.
"""

import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from terminal import Terminal

PAGES = Path(__file__).resolve().parent / "故事"
FOLDER = Path(tempfile.gettempdir()) / "总结"
NARROW, WIDE = (80, 24), (160, 50)
DRAFTER = [str(Path(sys.executable).with_name("drafter")), "--lang", "zh"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_TODAY = re.compile(r"(今天|昨天) \d\d:\d\d")
_CAPS = {
    "Enter": "回车",
    "Escape": "Esc",
    "Down": "下",
    "Up": "上",
    "Left": "左",
    "Right": "右",
    "Insert": "Ins",
    "Delete": "Del",
    "M": "Alt",
    "C": "Ctrl",
    "S": "Shift",
}

_HEAD = """# {title}

<!-- Made by docs/stories.py from the app itself. Do not edit: run `make stories`. -->

{about}
"""


class Page:
    """One story: an app (or two) in an empty folder, and the text that tells what is pressed and seen."""

    def __init__(self, title: str, about: str) -> None:
        self.parts = [_HEAD.format(title=title, about=about)]
        self.apps: list[Terminal] = []
        shutil.rmtree(FOLDER, ignore_errors=True)
        self.work.mkdir(parents=True)

    @property
    def work(self) -> Path:
        """The clerk's folder, in which the app is started."""
        return FOLDER / "工作"

    def open(self, *arguments: str, who: str = "家") -> Terminal:
        """Starts ``drafter`` in the clerk's folder. ``who``: whose settings and drafts; two clerks have their own."""
        home = FOLDER / who
        own = {"HOME": home, "DRAFTER_STATE": home / "草稿", "DRAFTER_CONFIG": home / "设置", "TERM": "tmux-256color"}
        environment = {name: str(value) for name, value in own.items()}
        self.apps.append(Terminal([*DRAFTER, *arguments], self.work, {**environment, "LC_ALL": "C.UTF-8"}, NARROW))
        return self.apps[-1]

    def example(self) -> None:
        """Puts the example's reports into the clerk's folder."""
        subprocess.run([*DRAFTER, "demo", str(self.work)], check=True, capture_output=True)

    def say(self, text: str) -> None:
        self.parts.append(f"{text}\n")

    def press(self, app: Terminal, *keys: str, until: str = "") -> str:
        """Presses ``keys`` and waits until ``until`` stands on a calm screen, which is returned; the page says nothing of it."""
        app.press(*keys)
        return app.calm(until)

    def do(self, app: Terminal, text: str, *keys: str, until: str = "") -> None:
        """The same, told: what is done, with which keys, and the screen that it leads to."""
        app.wait_for_toasts()
        seen = self.press(app, *keys, until=until)
        self.say(f"{text}（按键：{'，'.join(map(_said, keys))}）" if keys else text)
        self.show(seen)

    def show(self, seen: str) -> None:
        stopped = _TODAY.sub(r"\1 09:00", _DAY.sub("2026-01-05 09:00", seen))
        self.parts.append(f"```text\n{stopped.rstrip()}\n```\n")

    def wide(self, app: Terminal, text: str, *keys: str, until: str = "") -> None:
        """The same in a large window."""
        app.wait_for_toasts()
        app.resize(*WIDE)
        app.calm()
        self.do(app, text, *keys, until=until)

    def close(self) -> str:
        for app in self.apps:
            with contextlib.suppress(Exception):
                app.close()
        shutil.rmtree(FOLDER, ignore_errors=True)
        return "\n".join(self.parts)


def _said(key: str) -> str:
    """A key as the manual writes it: Alt+Ins, 回车; what is typed stands in 「」."""
    if key.startswith("t:"):
        return f"输入「{key.removeprefix('t:')}」"
    *modifiers, last = key.split("-")
    return "+".join(_CAPS.get(part, part.capitalize()) for part in (*modifiers, last))


@contextlib.contextmanager
def story(number: int, title: str, about: str) -> Iterator[Page]:
    """A page that is written once its story has been told to the end."""
    page = Page(title, about)
    try:
        yield page
    finally:
        text = page.close()
    PAGES.mkdir(exist_ok=True)
    (PAGES / f"{number}-{title}.md").write_text(text, "utf-8")
