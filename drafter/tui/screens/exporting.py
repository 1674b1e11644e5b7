"""A table that is shown goes into a file: in which format, and where."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Button, Input

from drafter.actions.attempt import Outcome
from drafter.actions.cards import workspace
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.screens.asking import whether_to_replace
from drafter.tui.screens.dialog import Dialog, Entry, button, fault_of, row
from drafter.tui.screens.path import bare_path
from drafter.tui.speech import say, tell
from drafter.tui.widgets.pick import Pick
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.opening import Opened
    from drafter.tui.widgets.choice import ChoiceEditor


class ExportScreen(Dialog[Path | None]):
    """Writes what ``make`` makes of a format, in a thread, and dismisses with the path; None when one left.

    ``name`` is the file's, without its ending; it is proposed in the workspace of the report ``opened``.
    """

    def __init__(self, title: Both, opened: "Opened", name: str, formats: Sequence[str], make: Callable[[str], bytes]) -> None:
        super().__init__()
        self.words = title
        self.opened = opened
        self.make = make
        self.formats = tuple(formats)
        self.form = self.formats[0]
        self.home = workspace(opened.place)
        self.file_name = name
        self.busy = False

    def heading(self) -> str:
        return tell(self.words)

    def rows(self) -> Iterable[Widget]:
        yield row(say("格式", "Format"), Pick(self.formats, self.form, _labels()))
        yield row(say("存为", "Save as"), Entry(self._proposed(self.form), id="place"))
        yield fault_of("place")

    def buttons(self) -> Iterable[Widget]:
        yield button(say("存", "Save"), "save", main=True)
        yield button(say("取消", "Cancel"), "cancel")

    def on_mount(self) -> None:
        self.query_one("#save").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self._save(replace=False)
        else:
            self.action_leave()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The ending that is typed says the format."""
        self.fault("place", "")
        ending = Path(event.value).suffix[1:].lower()
        if ending in self.formats:
            self.form = ending
            self.query_one(Pick).set_value(ending)

    def on_input_submitted(self) -> None:
        self._save(replace=False)

    def on_choice_editor_changed(self, event: "ChoiceEditor.Changed") -> None:
        place, before = self.query_one("#place", Input), self.form
        self.form = str(event.value)
        if place.value.endswith(f".{before}"):
            place.value = place.value.removesuffix(before) + self.form

    def _proposed(self, form: str) -> str:
        return str(self.home / f"{self.file_name}.{form}")

    def _save(self, replace: bool) -> None:
        typed = self.query_one("#place", Input).value.strip()
        if self.busy:
            return
        if not typed:
            self.fault("place", say("写出存到哪里。", "Say where to save it."))
            return
        self.busy = True
        self.fault("place", say("正在存......", "Saving ..."), grave=False)
        form, target = self.form, str(self.home / bare_path(typed))

        def work() -> Path:
            from drafter.actions.delivering import deliver
            from drafter.actions.render import place_for

            return deliver(self.make(form), place_for(self.opened, target, form, self.home), self.opened.place, replace)

        beside(self, work, self._saved, "export")

    def _saved(self, made: "Outcome[Path]") -> None:
        self.busy = False
        if made.value is not None:
            self.dismiss(made.value)
        elif any(problem.code == "document-exists" for problem in made.problems):
            self._ask(made.problems)
        else:
            self.fault("place", all_of(made.problems))

    def _ask(self, problems: list[Problem]) -> None:
        def after(answer: str | None) -> None:
            if answer == "replace":
                self._save(replace=True)
            else:
                self.fault("place", "")
                self.query_one("#place", Input).focus()

        self.app.push_screen(whether_to_replace(problems), after)


def saved_at(path: Path) -> str:
    """Where it went, in one sentence."""
    return say(f"已存为 {line(str(path))}", f"Saved as {line(str(path))}")


def _labels() -> Mapping[str, str]:
    return {
        "docx": say("Word、WPS (docx)", "Word (docx)"),
        "xlsx": say("表格 (xlsx)", "Excel (xlsx)"),
        "txt": say("纯文本 (txt)", "text (txt)"),
    }
