"""A choice that is always made: as a form's choice, but never none of them by a person's hand."""

from drafter.tui.widgets.choice import ChoiceEditor


class Pick(ChoiceEditor):
    """One of ``choices``. It may begin with none chosen, and :meth:`set_value` may point at none."""

    def action_choose(self, choice: str) -> None:
        if choice:
            super().action_choose(choice)

    def action_step(self, step: int) -> None:
        if not self.choices:
            return
        at = self.choices.index(self.value) if self.value in self.choices else -1 if step > 0 else 0
        self.action_choose(self.choices[(at + step) % len(self.choices)])
