"""What a person does with the app, as tests say it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.pilot import Pilot

from drafter.actions.editing.outline import rows_of
from drafter.tui.desk.screen import DeskScreen


async def until(pilot: Pilot[Any], happens: Callable[[], Any], what: str = "", most: int = 400) -> Any:
    """Waits until ``happens()`` is true; fails, saying ``what``, when it never is."""
    for _ in range(most):
        found = happens()
        if found:
            return found
        await pilot.pause(0.02)
    raise AssertionError(f"never: {what or happens}")


async def desk_of(pilot: Pilot[Any]) -> DeskScreen:
    """The desk, once everything on it is there and the report has been read back."""

    def ready() -> DeskScreen | None:
        found = next((each for each in pilot.app.screen_stack if isinstance(each, DeskScreen)), None)
        return found if found is not None and found.ready and found.desk.settled else None

    return await until(pilot, ready, "the desk is ready")


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Types ``text`` at the speed of a burst, then waits until the app has dealt with it."""
    names = {"\n": "enter", " ": "space"}
    for sign in text:
        pilot.app.post_message(Key(names.get(sign, sign), None if sign == "\n" else sign))
    await pilot.pause()
    await pilot.pause()


async def saved(pilot: Pilot[Any]) -> None:
    """Waits until everything typed is in the files and read back."""
    screen = await desk_of(pilot)
    await pilot.pause(0.05)
    if screen.saver is not None:
        await screen.saver.flush()

    def done() -> bool:
        desk = screen.desk
        return not desk.unsaved and desk.settled is not None and desk.settled.revision == desk.revision

    await until(pilot, done, "everything is saved")


def row_of(screen: DeskScreen, label: str) -> int:
    """The uid of the outline's row that begins with ``label``; 0 where there is none."""
    return next((row.uid for row in rows_of(screen.desk.root) if row.label.startswith(label)), 0)


async def go(pilot: Pilot[Any], label: str, into: bool = False) -> int:
    """Puts the cursor of the outline on a row; ``into``: opens its form."""
    screen = await desk_of(pilot)
    uid = row_of(screen, label)
    assert uid, label
    screen.outline.focus()
    screen.outline.go(uid)
    await pilot.pause()
    if into:
        await pilot.press("enter")
        await pilot.pause()
    return uid


def facts(workspace: Path, name: str = "2025") -> str:
    return (workspace / "facts" / name / "报告.yaml").read_text(encoding="utf-8")


def field(screen: DeskScreen, *words: str) -> Any:
    """The editor of a field of the form that is shown."""
    row = screen.centre.form._shown.reveal(words)  # type: ignore[union-attr]
    assert row is not None, words
    return row.editor
