"""The editor of a text on one line."""

from textual import events

from drafter.tui.widgets.textbox import TextBox


class LineEditor(TextBox):
    """One line that scrolls sideways. Enter and the arrows up and down go on to the fields beside it."""

    SEVERAL_LINES = False

    DEFAULT_CSS = """
    LineEditor { height: 1; overflow: hidden hidden; }
    LineEditor:focus { background: $boost; }
    """

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and "enter" not in self.yielded:
            event.stop()
            event.prevent_default()
            self.enter()

    def enter(self) -> None:
        self.screen.focus_next()

    def pasted(self, text: str) -> str:
        lines = (line.strip() for line in super().pasted(text).split("\n"))
        return " ".join(line for line in lines if line)

    def action_cursor_up(self, select: bool = False) -> None:
        self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:
        self.screen.focus_next()
