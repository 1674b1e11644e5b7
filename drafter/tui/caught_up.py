"""Waiting until what was typed has reached those who take it in: a key is handled by several widgets, one after the other."""

import asyncio
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

ROUNDS = 4  # a widget that handles a message may tell itself of another, and so may the one that holds it
MOST = 0.5  # seconds for one widget; one that has left the screen never answers


async def caught_up(screen: Screen[Any]) -> None:
    """Returns once the focused widget of ``screen`` and all that hold it have dealt with what was sent to them before."""
    focused = screen.focused
    holders = [each for each in focused.ancestors_with_self if isinstance(each, Widget)] if focused is not None else [screen]
    for _ in range(ROUNDS):
        for each in holders:
            answered = asyncio.Event()
            if each.call_later(answered.set):
                try:
                    await asyncio.wait_for(answered.wait(), MOST)
                except TimeoutError:
                    return
