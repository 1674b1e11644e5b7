"""The line at the top of the desk: which report this is, and whether everything is in its files."""

from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.widget import Widget

from drafter.tui.clean import line

State = Literal["saved", "typing", "trouble"]


class StatusLine(Widget):
    """``show`` the name of the report on the left and the state of saving on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--saved", "status--typing", "status--trouble"}
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $foreground; }
    StatusLine > .status--saved { color: $text-success; background: $panel; }
    StatusLine > .status--typing { color: $text-muted; background: $panel; }
    StatusLine > .status--trouble { color: $text-error; background: $panel; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._report, self._said, self._state = "", "", "saved"

    def show(self, name: str, said: str, state: State) -> None:
        """Both texts may come from files; what does not fit is cut from the name."""
        shown = (line(name), line(said), state)
        if shown != (self._report, self._said, self._state):
            self._report, self._said, self._state = shown
            self.refresh()

    def render(self) -> Text:
        room = max(0, self.size.width - 2)
        said = self._said if cell_len(self._said) <= room else set_cell_size(self._said, room)
        left = max(0, room - cell_len(said) - 1)
        text = Text(" ", no_wrap=True, overflow="crop")
        text.append(set_cell_size(self._report, left)).append(" ")
        return text.append(said, self.get_component_rich_style(f"status--{self._state}", partial=True))
