"""Jump keys: a label over each thing on the screen that can take the focus; its key jumps there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click, Key
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.once import ModalOnce

#: Letters under the resting fingers first. The first ten places can be reached by a digit too: an input method lets those pass.
LETTERS = "asdfghjklqwertyuiopzxcvbnm"
DIGITS = "1234567890"


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the screen: ``widget`` gets the focus, then ``spot`` is handed to it where it has places inside."""

    region: Region
    widget: Widget
    spot: Any = None


@runtime_checkable
class HasSpots(Protocol):
    """A widget with places of its own to jump to, such as the rows of a list."""

    def jump_spots(self) -> Sequence[tuple[Region, Any]]:
        """(region on the screen, spot) of each place that is in sight."""

    def jump_to(self, spot: Any) -> None:
        """Goes to one of them. The widget has the focus by then."""


def targets(screen: Screen[Any]) -> list[Target]:
    """What can be jumped to, from top left to bottom right: widgets in sight that take the focus, or their own places."""
    found = []
    sight = screen.region
    for widget in screen.focus_chain:
        shown = widget.region.intersection(sight)
        for ancestor in widget.ancestors:
            if isinstance(ancestor, Widget):
                shown = shown.intersection(ancestor.region)
        if not shown:
            continue
        if isinstance(widget, HasSpots):
            found += [Target(region, widget, spot) for region, spot in widget.jump_spots()]
        else:
            found.append(Target(shown, widget))
    return sorted(found, key=lambda target: (target.region.y, target.region.x))[: len(LETTERS)]


class Jump(ModalOnce[Target | None]):
    """Labels over ``places``. Dismisses with the one whose key was pressed or which was clicked; None for any other key."""

    DEFAULT_CSS = """
    Jump { background: $background 30%; }
    Jump > Static { position: absolute; width: auto; height: 1; background: $accent; color: $background; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "dismiss(None)", Both("不跳", "Stay"), "jump.stay")]

    def __init__(self, places: Sequence[Target]) -> None:
        super().__init__()
        self.places = list(places)[: len(LETTERS)]

    def compose(self) -> ComposeResult:
        for number, target in enumerate(self.places):
            label = Static(_label(number), markup=False)
            label.styles.offset = (target.region.x, target.region.y)
            yield label

    def on_key(self, event: Key) -> None:
        pressed = (event.character or "").lower()
        place = max(LETTERS.find(pressed), DIGITS.find(pressed)) if pressed else -1
        event.stop()
        event.prevent_default()
        self.dismiss(self.places[place] if 0 <= place < len(self.places) else None)

    def on_click(self, event: Click) -> None:
        labels = list(self.query(Static))
        hit = next((place for place, label in enumerate(labels) if label.region.contains(event.screen_x, event.screen_y)), None)
        self.dismiss(None if hit is None else self.places[hit])


def go(target: Target | None) -> None:
    """Takes the focus there; nothing for None."""
    if target is None:
        return
    target.widget.focus()
    if isinstance(target.widget, HasSpots):
        target.widget.jump_to(target.spot)


def _label(number: int) -> str:
    """The letter, and the digit where there is one: `` a1 ``."""
    return f" {LETTERS[number]}{DIGITS[number] if number < len(DIGITS) else ''} "
