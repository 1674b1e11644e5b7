"""The list of figures that opens under the caret while a reference is written."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widget import Widget

from drafter.actions.editing.references import Offer
from drafter.tui import clean
from drafter.tui.speech import say

#: Keys that are the list's while it is open.
KEYS = frozenset({"up", "down", "enter", "tab", "escape"})
_ROWS = 6
_WIDEST = 48


class OfferList(Widget, can_focus=False):
    """A few offers, one marked. The keys stay with the text; its holder passes on those in :data:`KEYS`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--marked", "offers--detail"}
    DEFAULT_CSS = """
    OfferList {
        overlay: screen; constrain: inside inflect; position: absolute; display: none; pointer: pointer;
        width: auto; height: auto; background: $panel; color: $foreground; text-style: none; padding: 0 1;
        & .offers--marked { background: $primary; color: $text; }
        & .offers--detail { color: $text-muted; }
    }
    """

    class Picked(Message):
        """An offer was taken."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()
        self.marked = 0

    def open(self, offers: Sequence[Offer], caret: Region) -> None:
        """Shows ``offers`` under ``caret`` (a cell of the screen). The mark stays on the same offer where it can."""
        names = [offer.name for offer in offers]
        kept = self.offers[self.marked].name if self.offers else ""
        self.offers = offers
        self.marked = names.index(kept) if kept in names else 0
        self.absolute_offset = Offset(caret.x, caret.bottom)
        self.display = True
        self.refresh(layout=True)

    def close(self) -> None:
        self.offers = ()
        self.display = False

    def press(self, key: str) -> None:
        """A key of :data:`KEYS`."""
        if key in ("up", "down"):
            self.marked = (self.marked + (1 if key == "down" else -1)) % len(self.offers)
            self.refresh()
        elif key in ("enter", "tab"):
            self.post_message(self.Picked(self.offers[self.marked]))

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and self._top + place.y < len(self.offers):
            self.post_message(self.Picked(self.offers[self._top + place.y]))

    @property
    def _top(self) -> int:
        return max(0, min(self.marked - _ROWS // 2, len(self.offers) - _ROWS))

    def render(self) -> Text:
        seen = self.offers[self._top : self._top + _ROWS]
        names = max((cell_len(offer.name) for offer in self.offers), default=0)
        lines = []
        for place, offer in enumerate(seen, self._top):
            line = Text(clean.line(offer.name))
            line.pad_right(names - cell_len(offer.name) + 2)
            detail = say("缺数，暂时印不出", "a number is missing") if offer.detail is None else clean.line(offer.detail)
            line.append(detail, self.get_component_rich_style("offers--detail", partial=True))
            line.truncate(_WIDEST, overflow="ellipsis", pad=False)
            if place == self.marked:
                line.stylize(self.get_component_rich_style("offers--marked", partial=True))
            lines.append(line)
        widest = max((line.cell_len for line in lines), default=0)
        for line in lines:
            line.pad_right(widest - line.cell_len)
        return Text("\n").join(lines)
