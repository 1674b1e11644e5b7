"""The problems of the report on a screen of their own; the chosen one leads to its field, or is dealt with here."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from drafter.model.problem import Problem, errors
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.once import Once
from drafter.tui.speech import say
from drafter.tui.widgets.findings import Finding, Findings
from drafter.tui.widgets.keybar import KeyBar


class Ways(NamedTuple):
    """What whoever opened the list does about a problem; once that is done, it shows the list anew.

    ``quote`` is the text of the field that a problem is about, "" where it has none.
    """

    accept: Callable[[Problem], None]
    mend: Callable[[Problem], None]
    mend_all: Callable[[], None]
    undo: Callable[[], None]
    quote: Callable[[Problem], str]


class ProblemsScreen(Once[Problem | None]):
    """Dismisses with the problem that was chosen; None for Esc. Without ``ways`` one can only look."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f8", "accept", Both("认可", "Accept"), "problems.accept"),
        key("f9", "mend", Both("改正", "Mend"), "problems.mend"),
        key("shift+f9", "mend_all", Both("全部改正", "Mend all"), "problems.mend_all"),
        key("ctrl+z", "undo", Both("撤销", "Undo"), "problems.undo", priority=True),
        key("escape,f5", "dismiss(None)", Both("返回", "Back"), "problems.leave"),
    ]
    DEFAULT_CSS = """
    ProblemsScreen #heading { height: 1; padding: 0 1; background: $panel; color: $primary; text-style: bold; }
    """

    def __init__(self, findings: Sequence[Finding], ways: Ways | None = None) -> None:
        super().__init__()
        self._findings = findings
        self._ways = ways
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Static(self._heading(), id="heading", markup=False)
        yield Findings(self._findings, quote=self._ways.quote if self._ways else None)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Findings).focus()

    def show(self, findings: Sequence[Finding]) -> None:
        """The problems as of now; the cursor stays where it was."""
        self._findings = findings
        self.query_one(Findings).show(findings)
        self.query_one("#heading", Static).update(self._heading())
        self.refresh_bindings()

    def tell(self, said: str) -> None:
        """What was just done, in the heading: a message would lie over the list."""
        self._said = said
        self.query_one("#heading", Static).update(self._heading())

    def on_findings_selected(self, event: Findings.Selected) -> None:
        self.dismiss(event.problem)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("accept", "mend", "mend_all"):
            return self._ways is not None and bool(self._findings)
        return self._ways is not None if action == "undo" else True

    def action_accept(self) -> None:
        if self._ways and self._findings:
            self._ways.accept(self._chosen)

    def action_mend(self) -> None:
        if self._ways and self._findings:
            self._ways.mend(self._chosen)

    def action_mend_all(self) -> None:
        if self._ways:
            self._ways.mend_all()

    def action_undo(self) -> None:
        if self._ways:
            self._ways.undo()

    @property
    def _chosen(self) -> Problem:
        listed = self.query_one(Findings)
        return listed.at(listed.cursor).problem

    def _heading(self) -> str:
        problems = [finding.problem for finding in self._findings]
        left, count = sum(problem.waits for problem in errors(problems)), len(problems)
        grave = len(errors(problems)) - left
        said = say(f"问题：{count} 处，其中错误 {grave} 处", f"Problems: {count}, of them {grave} errors")
        said += say(f"，定稿前待处理 {left} 处", f", {left} to settle before it is final") if left else ""
        return f"{said}  {self._said}".rstrip()
