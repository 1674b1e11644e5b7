"""The editor of a list of lines, a line each: 标签, 其中, 名称 …"""

from collections.abc import Sequence

from drafter.tui.widgets.textbox import TextBox


class NamesEditor(TextBox):
    """Names, one a line. Blank lines may stand while typing; they are no names."""

    DEFAULT_CSS = """
    NamesEditor { min-height: 1; max-height: 8; }
    NamesEditor:focus { min-height: 2; background: $boost; }
    """

    @property
    def reading(self) -> list[str]:
        return _names(self.value)

    def set_value(self, value: str | Sequence[str]) -> None:
        super().set_value(_text(value))

    def replace_value(self, value: str | Sequence[str]) -> None:
        text = _text(value)
        if _names(text) != self.reading:
            super().replace_value(text)


def _names(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _text(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)
