"""What the forms that are not the report have in common: labelled rows, a fault beside its field, buttons, Esc to leave."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from drafter.model.words import Both
from drafter.tui.clean import line
from drafter.tui.keys import key
from drafter.tui.once import Once
from drafter.tui.widgets.keybar import KeyBar

T = TypeVar("T")


class Entry(Input):
    """A line to type in. Whatever gets into it is cleaned first, since it is shown as it stands."""

    def __init__(self, value: str = "", id: str | None = None, placeholder: str = "") -> None:
        super().__init__(value, id=id, placeholder=placeholder, compact=True)

    def validate_value(self, value: str) -> str:
        return line(value)


class Dialog(Once[T]):
    """A form on a screen of its own. Subclasses yield their rows in ``rows`` and their buttons in ``buttons``."""

    DEFAULT_CSS = """
    Dialog { background: $background; }
    Dialog .title { height: 2; padding: 0 2; color: $primary; text-style: bold; }
    Dialog #rows { padding: 0 2; height: 1fr; scrollbar-size-vertical: 1; }
    Dialog .row { height: auto; }
    Dialog .label { width: 10; color: $text-muted; }
    Dialog .fault { height: auto; padding: 0 0 0 10; color: $text-error; }
    Dialog .fault.-none { display: none; }
    Dialog .fault.-remark { color: $text-muted; }
    Dialog .text { height: auto; }
    Dialog .part { height: auto; margin: 1 0 0 0; color: $text-muted; }
    Dialog Input { width: 1fr; background: $surface; }
    Dialog Input:focus { background: $surface-lighten-2; }
    Dialog OptionList { background: $surface; border: none; padding: 0; height: auto; }
    Dialog #buttons { height: 1; margin: 1 2; }
    Dialog Button { margin: 0 2 0 0; min-width: 10; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", Both("返回", "Back"), "dialog.leave"),
        key("up", "app.focus_previous", Both("上一栏", "Field above"), "dialog.above", show=False),
        key("down", "app.focus_next", Both("下一栏", "Field below"), "dialog.below", show=False),
        key("pagedown", "page(1)", Both("往下翻", "Page down"), "dialog.down", show=False),
        key("pageup", "page(-1)", Both("往上翻", "Page up"), "dialog.up", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Static(line(self.heading()), classes="title", markup=False)
        with VerticalScroll(id="rows", can_focus=False):
            yield from self.rows()
        yield Horizontal(*self.buttons(), id="buttons")
        yield KeyBar()

    async def recompose(self) -> None:
        """Made anew, in another language: what was typed stays."""
        typed = {entry.id: entry.value for entry in self.query(Input)}
        focus = self.focused.id if self.focused else None
        await super().recompose()
        for entry in self.query(Input):
            entry.value = typed.get(entry.id, "")
        self.refill()
        if focus:
            self.query_one(f"#{focus}").focus()

    def refill(self) -> None:
        """Shows again what was found after the form was made."""

    def heading(self) -> str:
        """The title of the form."""
        raise NotImplementedError

    def rows(self) -> Iterable[Widget]:
        raise NotImplementedError

    def buttons(self) -> Iterable[Widget]:
        return ()

    def action_leave(self) -> None:
        self.dismiss(None)

    def explanation(self) -> tuple[str, str]:
        """What F1 says of the field in focus: its label and its help."""
        label, help = self.helps().get(self.focused.id or "" if self.focused else "", (self.heading(), ""))
        return label, help

    def helps(self) -> dict[str, tuple[str, str]]:
        """Id of a field → its label and its help, in the reader's language."""
        return {}

    def action_page(self, pages: int) -> None:
        """Scrolls what is longer than the screen, wherever the focus is."""
        rows = self.query_one("#rows")
        rows.scroll_relative(y=pages * max(1, rows.size.height - 2), animate=False)

    def fault(self, field: str, text: str, grave: bool = True) -> None:
        """Says what is wrong with a field right below it; "" takes it away. Not ``grave``: a remark, not a fault."""
        said = self.query_one(f"#{field}-fault", Static)
        said.update(text)
        said.set_class(not text, "-none")
        said.set_class(not grave, "-remark")


def row(label: str, *widgets: Widget) -> HorizontalGroup:
    return HorizontalGroup(Static(label, classes="label", markup=False), *widgets, classes="row")


def fault_of(field: str) -> Static:
    """Where a field's fault will stand."""
    return Static("", id=f"{field}-fault", classes="fault -none", markup=False)


def button(label: str, id: str, main: bool = False) -> Button:
    """One line high. ``main``: what Enter is most likely for."""
    return Button(Content(label), id=id, variant="primary" if main else "default", compact=True)
