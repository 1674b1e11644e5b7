"""What was typed before the app was last ended, and is not in the files: shown as a difference, brought back only if wanted."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Button, Static

from drafter.actions.editing.changes import Change
from drafter.actions.editing.passages import differing
from drafter.model.words import Both
from drafter.tui.clean import clean
from drafter.tui.keys import key
from drafter.tui.naming import place_of
from drafter.tui.once import ModalOnce
from drafter.tui.speech import say

Answer = Literal["restore", "discard", "later"]
_ANSWERS: tuple[Answer, ...] = ("restore", "discard", "later")
MOST = 200  # changes that are listed; a person does not read more before deciding
_ALIKE = 24  # characters shown on either side of what differs
_LONGEST = 400  # characters of one text


class RecoverScreen(ModalOnce[Answer]):
    """Shows a draft and asks what to do with it. Esc leaves it for the next time.

    ``conflicts`` says how many of the changes touch what someone else has changed since. To discard is asked again.
    """

    DEFAULT_CSS = """
    RecoverScreen { align: center middle; }
    RecoverScreen > VerticalGroup { width: 100; max-width: 96%; height: 90%; max-height: 40; padding: 0 1; background: $surface; border: round $primary; }
    RecoverScreen .title { height: 1; color: $primary; text-style: bold; }
    RecoverScreen .remark { height: auto; color: $text-muted; }
    RecoverScreen VerticalScroll { height: 1fr; margin: 1 0; scrollbar-size-vertical: 1; }
    RecoverScreen Horizontal { height: 1; }
    RecoverScreen Button { margin: 0 2 0 0; min-width: 10; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "answer('later')", Both("先不管", "Not now"), "recover.later"),
        key("left", "app.focus_previous", Both("前一个", "Previous"), "recover.previous", show=False),
        key("right", "app.focus_next", Both("后一个", "Next"), "recover.next", show=False),
        key("up", "scroll(-1)", Both("往上", "Up"), "recover.up", show=False),
        key("down", "scroll(1)", Both("往下", "Down"), "recover.down", show=False),
        key("pageup", "scroll(-10)", Both("往上翻", "Page up"), "recover.page_up", show=False),
        key("pagedown", "scroll(10)", Both("往下翻", "Page down"), "recover.page_down", show=False),
    ]
    AUTO_FOCUS = "#restore"

    def __init__(self, when: datetime, changes: Sequence[Change], conflicts: int = 0) -> None:
        super().__init__()
        self._when = when
        self._changes = changes
        self._conflicts = conflicts

    def compose(self) -> ComposeResult:
        with VerticalGroup():
            yield Static(say("上次没有保存完的内容", "What was not saved last time"), classes="title", markup=False)
            yield Static(self._remark(), classes="remark", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(told(self._changes), markup=False)
            with Horizontal():
                yield self._button("restore", 1, say("恢复", "Restore"), "primary")
                yield self._button("discard", 2, say("放弃", "Discard"))
                yield self._button("later", 3, say("先不管", "Not now"))

    def _remark(self) -> str:
        count = len(self._changes)
        said = say(f"{self._when:%Y-%m-%d %H:%M} 输入，共 {count} 处。", f"Typed {self._when:%Y-%m-%d %H:%M}, {count} changes.")
        if self._conflicts:
            said += say(
                f"\n其中 {self._conflicts} 处别人后来也改了，恢复之后会逐一问您用哪个。",
                f"\nOthers have changed {self._conflicts} of them too; you will be asked about each.",
            )
        return said

    def _button(self, answer: str, number: int, label: str, variant: str = "default") -> Button:
        return Button(Content(f"{number} {label}"), id=answer, variant=variant, compact=True)  # type: ignore[arg-type]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_answer(next(answer for answer in _ANSWERS if answer == event.button.id))

    def on_key(self, event: Key) -> None:
        """A digit answers, even where an input method takes the letters."""
        if event.key in ("1", "2", "3"):
            event.stop()
            self.action_answer(_ANSWERS[int(event.key) - 1])

    def action_answer(self, answer: Answer) -> None:
        if answer == "discard":
            self._ask()
        else:
            self.dismiss(answer)

    def _ask(self) -> None:
        """What is discarded is lost, so a key that is held down must not do it."""
        from drafter.tui.screens.asking import Ask, Choice

        question = say("这些内容删掉就找不回来了。真的不要了吗？", "Once discarded, this cannot be brought back. Discard it?")
        delete, keep = Choice("discard", say("永远删掉", "Discard for good"), grave=True), Choice("keep", say("留着", "Keep it"))
        self.app.push_screen(Ask(question, [delete, keep], "keep"), self._asked)

    def _asked(self, answer: str | None) -> None:
        if answer == "discard":
            self.dismiss("discard")

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def told(changes: Sequence[Change]) -> Content:
    """The changes one below the other: where, what it said, what was typed."""
    parts: list[tuple[str, str] | str] = []
    for change in changes[:MOST]:
        parts += [(place_of(change.trail, change.words), "bold"), f" {_sort(change)}\n" if not change.words else "\n"]
        old, new = excerpts(clean(change.old), clean(change.new))
        parts += [(f"- {said}\n", "$text-error") for said in old.split("\n") if old]
        parts += [(f"+ {said}\n", "$text-success") for said in new.split("\n") if new]
        parts.append("\n")
    if len(changes) > MOST:
        left = len(changes) - MOST
        parts.append(
            (say(f"还有 {left} 处没有列出，恢复时一并恢复。", f"{left} more are not listed; all are restored."), "$text-muted")
        )
    return Content.assemble(*parts)


def _sort(change: Change) -> str:
    return {"added": say("新增", "added"), "removed": say("删去", "removed"), "moved": say("移动", "moved")}.get(change.sort, "")


def excerpts(old: str, new: str) -> tuple[str, str]:
    """What differs between two texts, with a little of what is around it; what is left out is three dots."""
    head, stop = differing(old, new)
    start, left_out = max(0, head - _ALIKE), max(0, len(new) - stop - _ALIKE)
    return _excerpt(old, start, left_out), _excerpt(new, start, left_out)


def _excerpt(text: str, start: int, left_out: int) -> str:
    shown = text[start : len(text) - left_out]
    more = len(shown) - _LONGEST
    if more > 0:
        shown = shown[:_LONGEST] + say(f"...（还有 {more} 字）", f"... ({more} more characters)")
    return f"{'...' if start else ''}{shown}{'...' if left_out else ''}"
