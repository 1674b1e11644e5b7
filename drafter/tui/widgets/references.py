"""The list of figures that opens under a field while a reference is written in it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from drafter.actions.editing.references import Offer
from drafter.tui import clean
from drafter.tui.speech import say
from drafter.tui.widgets.card import fitted

#: Keys that are the list's while it is open.
KEYS = frozenset({"up", "down", "enter", "tab", "escape"})
_ROWS = 6
_GAP = 2


class OfferList(Widget, can_focus=False):
    """A few offers, one marked, and a last line ``foot``. The keys stay with the text; its holder passes on those in :data:`KEYS`.

    It stands in the flow of its holder and not over other widgets: Textual cuts whatever lies over the edge of a widget, and
    a wide character on that edge would be lost.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--marked", "offers--detail"}
    DEFAULT_CSS = """
    OfferList {
        display: none; pointer: pointer; height: auto; padding: 0 1;
        background: $panel; color: $foreground; text-style: none;
        & .offers--marked { background: $primary; color: $text; }
        & .offers--detail { color: $text-muted; }
    }
    """

    class Picked(Message):
        """An offer was taken."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    class Placed(Message):
        """The list has its place on the screen, or another size there: only now can it be brought into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()
        self.foot = ""
        self.marked = 0

    def open(self, offers: Sequence[Offer], foot: str) -> None:
        """Shows ``offers``. The mark stays on the same offer where it can."""
        names = [offer.name for offer in offers]
        kept = self.offers[self.marked].name if self.offers else ""
        self.offers = offers
        self.foot = foot
        self.marked = names.index(kept) if kept in names else 0
        self.display = True
        self.refresh(layout=True)

    def close(self) -> None:
        self.offers = ()
        self.display = False

    def on_show(self) -> None:
        self.post_message(self.Placed())

    def on_resize(self) -> None:
        self.post_message(self.Placed())

    def press(self, key: str) -> None:
        """A key of :data:`KEYS`."""
        if key in ("up", "down"):
            self.marked = (self.marked + (1 if key == "down" else -1)) % len(self.offers)
            self.refresh()
        elif key in ("enter", "tab"):
            self.post_message(self.Picked(self.offers[self.marked]))

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and place.y < min(_ROWS, len(self.offers)):
            self.post_message(self.Picked(self.offers[self._top + place.y]))

    @property
    def _top(self) -> int:
        return max(0, min(self.marked - _ROWS // 2, len(self.offers) - _ROWS))

    def render(self) -> Text:
        width = self.size.width
        names = min(max((cell_len(clean.line(offer.name)) for offer in self.offers), default=0), width * 2 // 3)
        muted = self.get_component_rich_style("offers--detail", partial=True)
        lines = []
        for place, offer in enumerate(self.offers[self._top : self._top + _ROWS], self._top):
            line = Text(fitted(clean.line(offer.name), names) + " " * _GAP)
            detail = say("缺数，暂时印不出", "a number is missing") if offer.detail is None else clean.line(offer.detail)
            line.append(fitted(detail, width - names - _GAP), muted)
            if place == self.marked:
                line.stylize(self.get_component_rich_style("offers--marked", partial=True))
            lines.append(line)
        if self.foot:
            lines.append(Text(fitted(self.foot, width), muted))
        return Text("\n").join(lines)
