"""A document of the report: what is still missing, draft or final, in which layout and format, where to; then open it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.actions.attempt import Outcome
from drafter.model.problem import Problem, errors, stoppers
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.screens.asking import whether_to_replace
from drafter.tui.screens.dialog import Dialog, Entry, button, fault_of, row
from drafter.tui.screens.path import bare_path
from drafter.tui.screens.verdicts import announced, explanations, how_it_stands, whether_to_force
from drafter.tui.speech import say
from drafter.tui.widgets.making import DRAFT, FINAL, FORMATS, Format, FormatPick, LayoutPick, StagePick
from drafter.tui.wording import all_of, mark, message

if TYPE_CHECKING:
    from drafter.actions.opening import Opened
    from drafter.model.style import Layout
    from drafter.tui.widgets.choice import ChoiceEditor

_MOST = 200  # problems listed

Reading = Callable[[str | None], "Opened"]  # in the layout of that name, or in its own


class Examined(NamedTuple):
    """A report as it is now, and all that is wrong with it."""

    opened: "Opened"
    problems: list[Problem]
    layouts: "list[Layout]"


class Done(NamedTuple):
    """A document that was written, and what was noticed on the way."""

    path: Path
    problems: list[Problem]


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
        self.done: Done | None = None
        self.proposed = ""
        self.layout_name: str | None = None
        self.form: Format = "docx"
        #: Whether it shall be final; None until it is known whether it may be, or a person chooses.
        self.final: bool | None = None
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
            "open": lambda: self._show(self.done and self.done.path),
            "folder": lambda: self._show(self.done and self.done.path.parent),
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
            self.final = event.value == FINAL
            self._judge()
            self._propose()
        else:
            self.form = event.value  # type: ignore[assignment]  # it offers no other
            self._propose()

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.fault("place", "")

    def on_input_submitted(self) -> None:
        self._render_asked()

    def _from_disk(self, layout: str | None) -> "Opened":
        from drafter.actions.opening import open_report

        return open_report(self.report_name, self.start, layout)

    def _examine(self, layout: str | None) -> None:
        from drafter.actions.check import check_opened
        from drafter.actions.layouts import layouts

        def look() -> Examined:
            opened = self.read(layout)
            return Examined(opened, check_opened(opened), layouts(self.start)[0])

        beside(self, look, self._examined, "examine")

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
        self.query_one("#render", Button).disabled = found is None or bool(stoppers(found.problems))
        if found is None:
            return
        if self.final is None:
            self.final = not errors(found.problems)
        self.query_one(StagePick).set_value(FINAL if self.final else DRAFT)
        self._judge()
        names = [layout.name for layout in found.layouts]
        self.query_one(LayoutPick).offer(names, found.opened.layout.name)
        self._propose()
        if self.focused is None:
            self.query_one("#problems" if stoppers(found.problems) else "#render").focus()

    def _list(self, problems: list[Problem]) -> None:
        """Errors first: they must go before there is a document, and what is left of last time before it is final."""
        order = {"error": 0, "warning": 2, "info": 3}
        self.listed = sorted(problems, key=lambda problem: problem.waits or order[problem.severity])[:_MOST]
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
        self.query_one("#state", Static).update(how_it_stands(problems, bool(self.final)))

    def _propose(self) -> None:
        """The place that the format calls for, unless another has been typed."""
        from drafter.actions.render import file_name

        place = self.query_one("#place", Input)
        if self.examined is None or place.value != self.proposed:
            ending = Path(place.value).suffix[1:].lower()
            if ending in FORMATS and ending != self.form:
                place.value = str(Path(place.value).with_suffix(f".{self.form}"))
            return
        marked = not self.final and errors(self.examined.problems)
        draft = say("（草稿）", " (draft)") if marked else ""
        self.proposed = line(str(self.start / f"{file_name(self.examined.opened.report)}{draft}.{self.form}"))
        place.value = self.proposed

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
        examined, final = self.examined, bool(self.final)
        if examined is None or self.busy or stoppers(examined.problems):
            return
        typed = self.query_one("#place", Input).value.strip()
        if not typed:
            self.fault("place", say("写出存到哪里。", "Say where to save it."))
            return
        self.busy = True
        form = self.form
        self.query_one("#state", Static).update(say("正在生成......", "Rendering ..."))
        target = str(self.start / bare_path(typed))

        def make() -> Done:
            from drafter.actions.delivering import deliver
            from drafter.actions.render import place_for, render

            path = place_for(examined.opened, target, form, self.start)
            document, problems = render(examined.opened, form, final, force)
            return Done(deliver(document, path, examined.opened.place, replace), problems)

        beside(self, make, self._made, "render")

    def _made(self, made: "Outcome[Done]") -> None:
        self.busy = False
        examined = self.examined
        if made.value is None:
            self._judge(examined.problems if examined else [])
            if any(problem.code == "document-exists" for problem in made.problems):
                self._ask(made.problems[0])
            else:
                self.fault("place", all_of(made.problems))
            return
        self.done = made.value
        self._announce()
        self.add_class("-made")
        self.query_one("#open", Button).focus()

    def _announce(self) -> None:
        assert self.done is not None
        self.query_one("#result", Static).update(announced(*self.done, bool(self.final)))

    def _ask(self, problem: Problem) -> None:
        def after(answer: str | None) -> None:
            if answer == "replace":
                # Who was asked whether it shall be final as it is has answered already.
                self._write_out(replace=True, force=bool(self.final))
            else:
                self.query_one("#place", Input).focus()

        self.app.push_screen(whether_to_replace(problem), after)

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
