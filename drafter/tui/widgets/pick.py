"""A choice that is always made: as a form's choice, but never none of them by a person's hand."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size

from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.widgets.choice import ChoiceEditor


class Pick(ChoiceEditor):
    """One of ``choices``. It may begin with none chosen, or with no choices yet, and :meth:`set_value` may point at none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("down,enter", "app.focus_next", Both("下一栏", "Next field"), "pick.on", show=False),
        key("up", "app.focus_previous", Both("上一栏", "Field before"), "pick.back", show=False),
    ]

    def offer(self, choices: Sequence[str], value: str) -> None:
        """Other choices, one of them chosen; not told as a change."""
        self.choices = tuple(choices)
        self.value = value
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return super().get_content_height(container, viewport, width) if self.choices else 1

    def action_choose(self, choice: str) -> None:
        if choice:
            super().action_choose(choice)

    def action_step(self, step: int) -> None:
        if not self.choices:
            return
        at = self.choices.index(self.value) if self.value in self.choices else -1 if step > 0 else 0
        self.action_choose(self.choices[(at + step) % len(self.choices)])
