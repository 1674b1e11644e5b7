"""Keys wait their turn: what is typed right after a change was told must meet the rows as that change leaves them."""

from textual import events
from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget


class Turns(Widget):
    """A widget that holds back keys and pasted texts while those around it deal with what it told.

    However fast one types, or pastes, or an input method sends a whole word: none of it meets the rows of before.
    """

    _waits = 0
    _held: "list[events.Key | events.Paste]"

    async def pressed(self, event: events.Key) -> bool:
        """A key whose turn has come. False when the widget has no use for it."""
        raise NotImplementedError

    def paste(self, text: str) -> None:
        """A pasted text whose turn has come."""
        raise NotImplementedError

    def ask(self, message: Message) -> None:
        """Tells ``message``; keys are held until all around the widget, up to the app, have dealt with it."""
        self.post_message(message)
        self._waits += 1
        self._follow(self.ancestors_with_self)

    def _follow(self, way: list[DOMNode]) -> None:
        """Goes the way of a message, right behind it, from queue to queue, and then back to the widget."""
        if way:
            way[0].call_later(self._follow, way[1:])
        else:
            self.call_later(self._go_on)

    async def _go_on(self) -> None:
        self._waits -= 1
        while self._held and not self._waits:
            await self._take(self._held.pop(0))

    async def _take(self, event: events.Key | events.Paste) -> None:
        if not self.has_focus:
            self.app.post_message(_again(event))
        elif isinstance(event, events.Paste):
            self.paste(event.text)
        elif not await self.pressed(event):
            self.app.post_message(_again(event))

    async def on_key(self, event: events.Key) -> None:
        if self._waits or self._held:
            self._held.append(event)
        elif not await self.pressed(event):
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self._waits or self._held:
            self._held.append(event)
        else:
            self.paste(event.text)


def _again(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """The same event, as if it came only now: one that was stopped once goes nowhere."""
    return events.Paste(event.text) if isinstance(event, events.Paste) else events.Key(event.key, event.character)
