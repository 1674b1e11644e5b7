"""Someone else changed what was changed here too: both versions side by side, and a person says which one stands."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.events import Key, Resize
from textual.widgets import Button, Static

from drafter.actions.editing.changes import told
from drafter.actions.editing.merge import Conflict
from drafter.actions.editing.passages import both_kept, differing
from drafter.actions.editing.questions import Question
from drafter.model.words import Both
from drafter.tui.clean import clean, line
from drafter.tui.keys import key
from drafter.tui.naming import field_at, place_of
from drafter.tui.once import ModalOnce
from drafter.tui.speech import say
from drafter.tui.widgets.textbox import TextBox

WIDE = 100  # columns from which on the versions stand side by side
Answers = list[tuple[Conflict, Any]]


class ConflictScreen(ModalOnce[Answers]):
    """Asks one question after the other and dismisses with (conflict, value) of those answered.

    A value of None removes the record. Esc leaves the rest open: what was typed here stands in the app, and they are asked again.
    """

    DEFAULT_CSS = """
    ConflictScreen { align: center middle; }
    ConflictScreen > VerticalGroup { width: 140; max-width: 96%; height: 90%; max-height: 32; padding: 0 1; background: $surface; border: round $warning; }
    ConflictScreen .title { height: 1; color: $warning; text-style: bold; }
    ConflictScreen .remark { height: auto; color: $text-muted; }
    ConflictScreen .place { height: auto; text-style: bold; }
    ConflictScreen #versions { height: 1fr; margin: 1 0; layout: horizontal; }
    ConflictScreen.-narrow #versions { layout: vertical; }
    ConflictScreen .version { width: 1fr; height: 1fr; padding: 0 1 0 0; scrollbar-size-vertical: 1; }
    ConflictScreen .name { height: 1; color: $text-accent; }
    ConflictScreen TextBox { width: 1fr; height: 1fr; display: none; }
    ConflictScreen.-by-hand TextBox { display: block; }
    ConflictScreen.-by-hand #base, ConflictScreen.-by-hand #ours { display: none; }
    ConflictScreen Horizontal { height: 1; }
    ConflictScreen #by-hand { display: none; }
    ConflictScreen.-by-hand #by-hand { display: block; }
    ConflictScreen.-by-hand #answers { display: none; }
    ConflictScreen Button { margin: 0 2 0 0; min-width: 8; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "back", Both("以后再说", "Later"), "conflict.back"),
        key("left", "app.focus_previous", Both("前一个", "Previous"), "conflict.previous", show=False),
        key("right", "app.focus_next", Both("后一个", "Next"), "conflict.next", show=False),
        key("up", "scroll(-1)", Both("往上", "Up"), "conflict.up", show=False),
        key("down", "scroll(1)", Both("往下", "Down"), "conflict.down", show=False),
        key("pageup", "scroll(-5)", Both("往上翻", "Page up"), "conflict.page_up", show=False),
        key("pagedown", "scroll(5)", Both("往下翻", "Page down"), "conflict.page_down", show=False),
        key("f9", "use_edited", Both("用改好的", "Use the edited text"), "conflict.use_edited"),
    ]

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self._questions = list(questions)
        self._answers: Answers = []
        self._edited: dict[int, str] = {}
        self._warned = False

    @property
    def question(self) -> Question:
        """The one that is shown."""
        return self._questions[len(self._answers)]

    @property
    def _done(self) -> bool:
        """Whether all is answered: what is pressed before the screen is gone has nothing to answer."""
        return len(self._answers) == len(self._questions)

    def compose(self) -> ComposeResult:
        with VerticalGroup():
            for name in ("title", "remark", "place"):
                yield Static("", classes=name, markup=False)
            with Container(id="versions"):
                for name in ("base", "ours", "theirs"):
                    with VerticalScroll(id=name, classes="version", can_focus=False):
                        yield Static("", classes="name", markup=False)
                        yield Static("", classes="said", markup=False)
                yield TextBox()
            yield Horizontal(id="answers")
            with Horizontal(id="by-hand"):
                yield Button(Content(say("F9 用改好的", "F9 Use the edited text")), id="use", variant="primary", compact=True)
                yield Button(Content(say("Esc 回到选择", "Esc Back to the choice")), id="return", compact=True)

    def on_mount(self) -> None:
        # The versions have children of their own, which come a moment later.
        self.call_after_refresh(self._show)

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width < WIDE, "-narrow")

    async def _show(self) -> None:
        question, number = self.question, len(self._answers) + 1
        total = len(self._questions)
        self.remove_class("-by-hand")
        self._warned = False
        self._say(
            "title", say(f"两个人改得不一样：第 {number} 处，共 {total} 处", f"Changed differently by two: {number} of {total}")
        )
        self._say("remark", _who(question))
        self._say("place", place_of(question.trail, question.conflict.words))
        names = (say("原来的", "Before"), say("我写的", "Mine"), say("对方写的", "Theirs"))
        for panel, name, said in zip(("base", "ours", "theirs"), names, _versions(question.conflict), strict=True):
            scroll = self.query_one(f"#{panel}", VerticalScroll)
            scroll.query_one(".name", Static).update(Content(name))
            scroll.query_one(".said", Static).update(said)
            scroll.scroll_home(animate=False)
        row = self.query_one("#answers", Horizontal)
        await row.remove_children()
        labels = [(answer, f"{place} {label}") for place, (answer, label) in enumerate(choices(question).items(), 1)]
        await row.mount_all(
            Button(Content(label), compact=True, name=answer)
            for answer, label in [*labels, ("later", say("Esc 以后再说", "Esc Later"))]
        )
        row.query(Button).first().focus()

    def _say(self, name: str, text: str) -> None:
        self.query_one(f"VerticalGroup > .{name}", Static).update(Content(text))

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "use":
            await self.action_use_edited()
        elif event.button.id == "return" or event.button.name == "later":
            self.action_back()
        else:
            await self._choose(str(event.button.name))

    async def on_key(self, event: Key) -> None:
        """A digit answers, even where an input method takes the letters."""
        if self._done:
            return
        answers = list(choices(self.question))
        if not self.has_class("-by-hand") and event.key in ("1", "2", "3", "4") and int(event.key) <= len(answers):
            event.stop()
            await self._choose(answers[int(event.key) - 1])

    async def _choose(self, answer: str) -> None:
        if self._done:
            return
        conflict = self.question.conflict
        if answer == "hand":
            self._by_hand()
        elif answer == "both":
            await self._answer(_both(conflict.ours, conflict.theirs))
        else:
            await self._answer(conflict.ours if answer == "ours" else conflict.theirs)

    async def _answer(self, value: Any) -> None:
        self._answers.append((self.question.conflict, value))
        if len(self._answers) == len(self._questions):
            self.dismiss(self._answers)
        else:
            await self._show()

    # By hand

    def _by_hand(self) -> None:
        self.add_class("-by-hand")
        editor = self.query_one(TextBox)
        editor.set_value(self._edited.get(len(self._answers), _text(self.question.conflict.ours)))
        editor.focus()

    def _keep_edited(self) -> None:
        self._edited[len(self._answers)] = self.query_one(TextBox).value
        self.remove_class("-by-hand")
        self.query_one("#answers").query(Button).last().focus()

    async def action_use_edited(self) -> None:
        if self.has_class("-by-hand") and not self._done:
            text, conflict = self.query_one(TextBox).value, self.question.conflict
            as_lines = isinstance(conflict.ours or conflict.theirs, list)
            await self._answer([each for each in text.split("\n") if each.strip()] if as_lines else text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.has_class("-by-hand") if action == "use_edited" else True

    def action_back(self) -> None:
        """From editing back to the choice; from there away. What was edited and not used goes only at the second press."""
        edited = self._edited.get(len(self._answers))
        if self.has_class("-by-hand"):
            self._keep_edited()
        elif edited not in (None, _text(self.question.conflict.ours)) and not self._warned:
            self._warned = True
            self.notify(
                say("刚才自己改的还没有用上，再按一次 Esc 就不要它了。", "What you edited is not used yet; Esc again drops it."),
                severity="warning",
            )
        else:
            self.dismiss(self._answers)

    def action_scroll(self, lines: int) -> None:
        for panel in self.query(".version").results(VerticalScroll):
            panel.scroll_relative(y=lines, animate=False)


def choices(question: Question) -> dict[str, str]:
    """What can be answered, and how that is called."""
    conflict = question.conflict
    if conflict.removal:
        removed, kept = say("（删掉这一条）", " (remove it)"), say("（留下这一条）", " (keep it)")
        return {
            "ours": say("用我的", "Mine") + (removed if conflict.ours is None else kept),
            "theirs": say("用对方的", "Theirs") + (removed if conflict.theirs is None else kept),
        }
    found = {"ours": say("用我的", "Mine"), "theirs": say("用对方的", "Theirs")}
    if not all(_simple(side) for side in (conflict.ours, conflict.theirs)):
        return found
    field = field_at(question.trail, conflict.words)
    several = field is None or field.form.kind in ("text", "lines")
    if several and conflict.ours and conflict.theirs:
        found["both"] = say("两段都留", "Keep both")
    return {**found, "hand": say("自己改", "Edit by hand")}


def _simple(value: Any) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def _both(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*ours, *(each for each in theirs if each not in ours)]
    return both_kept(_text(ours), _text(theirs))


def _text(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) and _simple(value) else told(value)


def _who(question: Question) -> str:
    file = line(question.file)
    if question.changed is None:
        return say(f"文件 {file} 被别人改过。", f"The file {file} was changed by someone else.")
    time = f"{question.changed:%Y-%m-%d %H:%M}"
    return say(f"文件 {file} 在 {time} 被别人改过。", f"The file {file} was changed by someone else, {time}.")


def _versions(conflict: Conflict) -> tuple[Content, Content, Content]:
    """Before, mine and theirs; what differs from before stands out."""
    nothing = say("（删掉了）", "(removed)") if conflict.removal else say("（空着）", "(empty)")
    base, ours, theirs = (clean(_text(side)) for side in conflict[2:])

    def marked(text: str, style: str) -> Content:
        if not text:
            return Content.styled(nothing, "$text-muted")
        start, stop = differing(base, text)
        return Content.assemble(text[:start], (text[start:stop], style), text[stop:])

    shown = Content(base) if base else Content.styled(nothing, "$text-muted")
    return shown, marked(ours, "$text-success"), marked(theirs, "$text-warning")
