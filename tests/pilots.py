"""Driving the app in tests: a story is a coroutine that gets Textual's Pilot; a screen is compared as text, line by line."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.pilot import Pilot

Story = Callable[[Pilot[Any]], Awaitable[None]]


def play(app: App[Any], story: Story, size: tuple[int, int] = (80, 24), toasts: bool = False) -> None:
    """Runs ``app`` without a terminal and tells it ``story``. ``toasts``: words in passing are shown as well."""

    async def run() -> None:
        async with app.run_test(size=size, notifications=toasts) as pilot:
            await pilot.pause()
            await story(pilot)

    asyncio.run(run())


def screen_lines(app: App[Any]) -> list[str]:
    """What stands on the screen, a text a line; a wide character takes the place of two. Trailing blanks are left out."""
    strips = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


def screen_text(app: App[Any]) -> str:
    return "\n".join(screen_lines(app)).rstrip() + "\n"
