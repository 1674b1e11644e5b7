"""The problems of the report on a screen of their own; the chosen one leads to its field."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from drafter.model.problem import Problem, errors, stoppers
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.once import Once
from drafter.tui.speech import say
from drafter.tui.widgets.findings import Finding, Findings
from drafter.tui.widgets.keybar import KeyBar


class ProblemsScreen(Once[Problem | None]):
    """Dismisses with the problem that was chosen; None for Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape,f5", "dismiss(None)", Both("返回", "Back"), "problems.leave")]
    DEFAULT_CSS = """
    ProblemsScreen #heading { height: 1; padding: 0 1; background: $panel; color: $primary; text-style: bold; }
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self._findings = findings

    def compose(self) -> ComposeResult:
        yield Static(self._heading(), id="heading", markup=False)
        yield Findings(self._findings)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Findings).focus()

    def on_findings_selected(self, event: Findings.Selected) -> None:
        self.dismiss(event.problem)

    def _heading(self) -> str:
        problems = [finding.problem for finding in self._findings]
        grave, count = len(stoppers(problems)), len(problems)
        left = len(errors(problems)) - grave
        said = say(f"问题：{count} 处，其中错误 {grave} 处", f"Problems: {count}, of them {grave} errors")
        return said + (say(f"，定稿前待处理 {left} 处", f", {left} to settle before it is final") if left else "")
