"""Documents of the report: what is still missing, draft or final, in which layout, format and versions, where to; then open them."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.actions.attempt import Outcome
from drafter.model.problem import Problem, errors, stoppers
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.screens.asking import whether_to_replace
from drafter.tui.screens.dialog import Dialog, Entry, button, fault_of, row
from drafter.tui.screens.path import bare_path
from drafter.tui.screens.verdicts import Examined, announced, examine, explanations, how_it_stands, ordered, whether_to_force
from drafter.tui.screens.versions import WHOLE, VersionRows, proposed, with_ending
from drafter.tui.speech import say, tell
from drafter.tui.widgets.making import DRAFT, FINAL, NO_TABLE, Format, FormatPick, LayoutPick, StagePick, TablePick
from drafter.tui.wording import all_of, mark, message

if TYPE_CHECKING:
    from drafter.actions.issuing import Issued, Stage
    from drafter.actions.opening import Opened
    from drafter.actions.reviewing.audit import Format as TableFormat
    from drafter.tui.widgets.choice import ChoiceEditor

_MOST = 200  # problems listed

Reading = Callable[[str | None], "Opened"]  # in the layout of that name, or in its own


class RenderScreen(Dialog[Problem | None]):
    """Renders the report called ``name``, as seen from ``start``.

    Dismisses with the problem that was chosen from the list, for the desk to jump to; None when one only returned. ``read``
    gives the report where it is not to be read from disk: what is on the desk. It is called in a thread.
    """

    DEFAULT_CSS = """
    RenderScreen #problems { max-height: 9; }
    RenderScreen #made { display: none; height: auto; }
    RenderScreen.-made #made { display: block; }
    RenderScreen.-made #making, RenderScreen.-made #render, RenderScreen.-made #cancel { display: none; }
    RenderScreen #open, RenderScreen #folder, RenderScreen #back { display: none; }
    RenderScreen.-made #open, RenderScreen.-made #folder, RenderScreen.-made #back { display: block; }
    """

    # What Enter is for depends on what is found: the list of errors, or the button.
    AUTO_FOCUS = ""

    def __init__(self, name: str, start: Path, read: Reading | None = None) -> None:
        super().__init__()
        self.report_name = name
        self.start = start
        self.read = read or self._from_disk
        self.examined: Examined | None = None
        self.listed: list[Problem] = []
        self.done: Issued | None = None
        self.proposed = ""
        self.layout_name: str | None = None
        self.form: Format = "docx"
        #: None until it is known what it may be, or a person chooses.
        self.stage: Stage | None = None
        self.table: TableFormat | None = None
        self.version = WHOLE
        self.busy = False

    def heading(self) -> str:
        return say("生成文档", "Render a document")

    def rows(self) -> Iterable[Widget]:
        yield VerticalGroup(
            Static(say("正在检查......", "Checking ..."), id="state", classes="text", markup=False),
            OptionList(id="problems", compact=True, markup=False),
            Static("", classes="text", markup=False),
            row(say("用途", "For"), StagePick()),
            row(say("版式", "Layout"), LayoutPick([])),
            row(say("格式", "Format"), FormatPick(self.form)),
            row(say("核对表", "Figures"), TablePick(self.table or NO_TABLE)),
            VersionRows(self.version),
            row(say("存为", "Save as"), Entry(id="place")),
            fault_of("place"),
            id="making",
        )
        yield VerticalGroup(Static("", id="result", classes="text", markup=False), fault_of("result"), id="made")

    def buttons(self) -> Iterable[Widget]:
        yield button(say("生成", "Render"), "render", main=True)
        yield button(say("取消", "Cancel"), "cancel")
        yield button(say("打开", "Open"), "open", main=True)
        yield button(say("打开所在文件夹", "Open its folder"), "folder")
        yield button(say("返回", "Back"), "back")

    def on_mount(self) -> None:
        self.query_one("#problems").display = False
        self._examine(None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        actions: dict[str, Callable[[], object]] = {
            "render": self._render_asked,
            "cancel": self.action_leave,
            "back": self.action_leave,
            "open": lambda: self._show(self.done and self.done.paths[0]),
            "folder": lambda: self._show(self.done and self.done.paths[0].parent),
        }
        actions[event.button.id or ""]()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self.listed):
            self.dismiss(self.listed[event.option_index])

    def on_choice_editor_changed(self, event: "ChoiceEditor.Changed") -> None:
        if isinstance(event.editor, LayoutPick):
            self.layout_name = str(event.value)
            self._examine(self.layout_name)
        elif isinstance(event.editor, StagePick):
            self.stage = event.value  # type: ignore[assignment]  # it offers no other
            self._judge()
            self._propose()
        elif isinstance(event.editor, TablePick):
            self.table = None if event.value == NO_TABLE else event.value  # type: ignore[assignment]
        else:
            self.form = event.value  # type: ignore[assignment]  # it offers no other
            self._propose()

    def on_version_rows_changed(self) -> None:
        self.version = self.query_one(VersionRows).value
        self._allow()
        self._propose()

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.fault("place", "")

    def on_input_submitted(self) -> None:
        self._render_asked()

    def _from_disk(self, layout: str | None) -> "Opened":
        from drafter.actions.opening import open_report

        return open_report(self.report_name, self.start, layout)

    def _examine(self, layout: str | None) -> None:
        beside(self, lambda: examine(self.read(layout), self.start), self._examined, "examine")

    def refill(self) -> None:
        if self.done is not None:
            self._announce()
        self._examine(self.layout_name)

    def _examined(self, made: "Outcome[Examined]") -> None:
        if not self.query("#problems"):
            return  # made anew in another language just now, and examined again then
        found = made.value
        self.examined = found
        self._list(made.problems if found is None else found.problems)
        if found is None:
            self._allow()
            return
        if self.stage is None:
            self.stage = "draft" if errors(found.problems) else "final"
        self.query_one(StagePick).set_value(self.stage)
        self._judge()
        names = [layout.name for layout in found.layouts]
        self.query_one(LayoutPick).offer(names, found.opened.layout.name)
        self.query_one(VersionRows).offer(found.opened)
        self._allow()
        self._propose()
        if self.focused is None:
            self.query_one("#problems" if stoppers(found.problems) else "#render").focus()

    @property
    def final(self) -> bool:
        return self.stage == FINAL

    def _allow(self) -> None:
        """Nothing can be made while errors stand, or before it is shown what is cut."""
        examined = self.examined
        unknown = self.query_one(VersionRows).editions is None
        self.query_one("#render", Button).disabled = examined is None or unknown or bool(stoppers(examined.problems))

    def _list(self, problems: list[Problem]) -> None:
        self.listed = ordered(problems)[:_MOST]
        options = self.query_one("#problems", OptionList)
        options.clear_options()
        options.add_options(Option(f"{mark(each)}  {message(each)}") for each in self.listed)
        options.display = bool(self.listed)
        if self.listed:
            options.highlighted = 0
        self._judge(problems)

    def _judge(self, problems: list[Problem] | None = None) -> None:
        """Says how it stands."""
        if problems is None:
            problems = self.examined.problems if self.examined is not None else []
        self.query_one("#state", Static).update(how_it_stands(problems, self.final))

    def _propose(self) -> None:
        """The place that the format calls for, unless another has been typed."""
        place = self.query_one("#place", Input)
        if self.examined is None or place.value != self.proposed:
            place.value = with_ending(place.value, self.form)
            return
        self.proposed = proposed(self.examined.opened.report, self.version, tell(self._remark()), self.form, self.start)
        place.value = self.proposed

    def _remark(self) -> Both:
        from drafter.actions.issuing import remark

        assert self.examined is not None and self.stage is not None
        return remark(self.stage, self.examined.problems)

    def _render_asked(self) -> None:
        if self.examined is not None and self.final and errors(self.examined.problems):
            self._ask_to_force(self.examined.problems)
        else:
            self._write_out(replace=False)

    def _ask_to_force(self, problems: list[Problem]) -> None:
        def after(answer: str | None) -> None:
            if answer == "force":
                self._write_out(replace=False, force=True)
            elif answer == DRAFT:
                self.query_one(StagePick).action_choose(DRAFT)
                self.query_one("#render").focus()
            else:
                self.query_one("#problems").focus()

        self.app.push_screen(whether_to_force(problems), after)

    def _write_out(self, replace: bool, force: bool = False) -> None:
        examined, editions = self.examined, self.query_one(VersionRows).editions
        if examined is None or self.stage is None or editions is None or self.busy or stoppers(examined.problems):
            return
        typed = self.query_one("#place", Input).value.strip()
        if not typed:
            self.fault("place", say("写出存到哪里。", "Say where to save it."))
            return
        self.busy = True
        self.query_one("#state", Static).update(say("正在生成......", "Rendering ..."))
        target = str(self.start / bare_path(typed)) + ("/" if typed.endswith(("/", os.sep)) else "")

        from drafter.actions.issuing import Order, issue

        order = Order(self.form, self.stage, force, self.table, tell(self._remark()))
        beside(self, lambda: issue(editions, order, target, self.start, replace), self._made, "render")

    def _made(self, made: "Outcome[Issued]") -> None:
        self.busy = False
        examined = self.examined
        if made.value is None:
            self._judge(examined.problems if examined else [])
            if any(problem.code == "document-exists" for problem in made.problems):
                self._ask(made.problems)
            else:
                self.fault("place", all_of(made.problems))
            return
        self.done = made.value
        self._announce()
        self.add_class("-made")
        self.query_one("#open", Button).focus()

    def _announce(self) -> None:
        assert self.done is not None
        self.query_one("#result", Static).update(announced(self.done, self.stage or DRAFT))

    def _ask(self, problems: list[Problem]) -> None:
        def after(answer: str | None) -> None:
            if answer == "replace":
                # Who was asked whether it shall be final as it is has answered already.
                self._write_out(replace=True, force=self.final)
            else:
                self.query_one("#place", Input).focus()

        self.app.push_screen(whether_to_replace(problems), after)

    def _show(self, path: Path | None) -> None:
        if path is None:
            return
        from drafter.actions.delivering import show

        def shown(made: "Outcome[Problem | None]") -> None:
            problems = [*made.problems, *([made.value] if made.value else [])]
            self.fault("result", all_of(problems))

        beside(self, lambda: show(path), shown, "show")

    def helps(self) -> dict[str, tuple[str, str]]:
        return explanations()
