"""What a table tells those around it: cells and rows that shall change. It changes none itself."""

from typing import NamedTuple

from textual.message import Message


class Change(NamedTuple):
    """A cell and the text it shall have."""

    row_key: int
    column_key: str
    text: str


class CellChanged(Message, namespace="grid"):
    """A cell was typed, cleared or switched to another choice."""

    def __init__(self, row_key: int, column_key: str, text: str) -> None:
        super().__init__()
        self.row_key = row_key
        self.column_key = column_key
        self.text = text


class CellsPasted(Message, namespace="grid"):
    """A block was pasted: ``cells`` to be set; ``beyond``, rows that there are none for, texts by column.

    ``dropped`` counts the texts that met a cell that cannot be typed in, or none.
    """

    def __init__(self, cells: list[Change], beyond: list[dict[str, str]], dropped: int) -> None:
        super().__init__()
        self.cells = cells
        self.beyond = beyond
        self.dropped = dropped


class RowAsked(Message, namespace="grid"):
    """A row was meant; None in a table without rows."""

    def __init__(self, row_key: int | None) -> None:
        super().__init__()
        self.row_key = row_key


class RowAdd(RowAsked, namespace="grid"):
    """A new row after this one."""


class RowRemove(RowAsked, namespace="grid"):
    """This row is to go."""


class RowMove(RowAsked, namespace="grid"):
    """This row is to change places with the next one (``by`` 1) or the one before it (-1)."""

    def __init__(self, row_key: int, by: int) -> None:
        super().__init__(row_key)
        self.by = by


class RowHighlighted(RowAsked, namespace="grid"):
    """The cursor has come to this cell."""

    def __init__(self, row_key: int | None, column_key: str) -> None:
        super().__init__(row_key)
        self.column_key = column_key
