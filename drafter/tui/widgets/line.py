"""The editor of a text on one line."""

from textual import events

from drafter.tui.widgets.textbox import TextBox


class LineEditor(TextBox):
    """One line, in as many rows as it needs, up to three; beyond them it scrolls, and shows its beginning while others have the
    focus. Enter goes on to the next field.
    """

    SEVERAL_LINES = False

    DEFAULT_CSS = """
    LineEditor { max-height: 3; overflow: hidden hidden; }
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

    def _on_blur(self, event: events.Blur) -> None:
        self.scroll_to(0, 0, animate=False, force=True)
