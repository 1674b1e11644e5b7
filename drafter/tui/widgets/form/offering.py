"""Figures offered where a text is being typed: a list after ``{{``, a line under the field for a number that a figure holds."""

from collections.abc import Mapping

from drafter.actions.editing import references
from drafter.model.figure import Figure
from drafter.tui.speech import say
from drafter.tui.widgets.form.rows import FieldRow
from drafter.tui.widgets.references import KEYS, OfferList
from drafter.tui.widgets.textbox import TextBox


class Offering:
    """What is offered now, and in which row. Offers begin with typing, never with moving about.

    An offer that is taken is looked up anew: the text may have gone on since it was shown.
    """

    def __init__(self) -> None:
        self.row: FieldRow | None = None
        self._figures: Mapping[str, Figure] = {}
        self._holders: references.Holders | None = None
        self._number = False

    @property
    def list(self) -> OfferList | None:
        """The list, while it is open."""
        return self.row.open_list if self.row is not None else None

    def set_figures(self, figures: Mapping[str, Figure]) -> None:
        """The figures that texts may name, by id."""
        if figures is not self._figures:
            self._figures = figures
            self._holders = None

    def consider(self, row: FieldRow, typed: bool) -> None:
        """Opens, changes or closes what is offered at the caret of ``row``."""
        editor = row.editor
        if not row.field.refers or not isinstance(editor, TextBox) or editor.read_only:
            return
        found = references.offers(editor.value, editor.caret, self._figures) if typed or self.list is not None else []
        if found:
            foot = say("名称后打一个点：同比、增减等", "a full stop after the name: 同比, 增减 etc.")
            row.offer(found, foot if found[0].whole else "")
            editor.yielded = KEYS
        else:
            row.offer([])
            editor.yielded = frozenset()
        self.row = row
        number = None if found else self._number_offer(editor)
        self._number = number is not None
        if number is None:
            row.judge()
            return
        row.tell(
            say(
                f"“{number.detail}”就是指标“{number.name}”，按 ctrl+r 或点这里改成引用",
                f"“{number.detail}” is the figure {number.name}: ctrl+r or a click refers to it",
            ),
            "offer",
        )

    def press(self, editor: TextBox, key: str) -> None:
        """A key that the text yielded to the list. Enter is given back where the text has gone on and nothing is offered now."""
        offered = editor is self._editor() and references.offers(editor.value, editor.caret, self._figures)
        if key == "escape" or not offered or self.list is None:
            self.close()
        else:
            self.list.press(key)
        if key == "enter" and not offered:
            editor.enter()

    def take(self, offer: references.Offer) -> None:
        """Puts an offer of the list into the text."""
        editor = self._editor()
        if editor is not None:
            now = references.offers(editor.value, editor.caret, self._figures)
            self._put(editor, next((one for one in now if one.text == offer.text), None))

    def refer(self) -> None:
        """Puts the reference for the number, if one is offered."""
        editor = self._editor()
        if editor is not None and self._number:
            self._put(editor, self._number_offer(editor))

    def close(self) -> None:
        """Takes back all that is offered."""
        row, self.row, self._number = self.row, None, False
        if row is not None and isinstance(row.editor, TextBox):
            row.offer([])
            row.editor.yielded = frozenset()
            row.judge()

    def _put(self, editor: TextBox, offer: references.Offer | None) -> None:
        self.close()
        if offer is not None:
            editor.change_span(offer.start, offer.end, offer.text)

    def _editor(self) -> TextBox | None:
        editor = self.row.editor if self.row is not None else None
        return editor if isinstance(editor, TextBox) else None

    def _number_offer(self, editor: TextBox) -> references.Offer | None:
        if self._holders is None:
            self._holders = references.holders(self._figures)
        return references.number_offer(editor.value, editor.caret, self._holders)
