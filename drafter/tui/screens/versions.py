"""Which versions of the report go out, how long each is, and what it leaves out, before anything is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drafter.actions.attempt import Outcome
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.screens.dialog import row
from drafter.tui.speech import say
from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.making import FORMATS, Format
from drafter.tui.widgets.pick import Pick
from drafter.tui.wording import all_of, mark, message

if TYPE_CHECKING:
    from drafter.actions.opening import Opened
    from drafter.actions.versions import Versioned
    from drafter.model.report import Report

#: No version can be called so.
WHOLE, ALL = "\0whole", "\0all"


class VersionRows(VerticalGroup):
    """The choice of a version, with what is cut below it; out of sight where the report names none.

    ``editions`` are what prints; None while it is not known yet, and where the report cannot be cut.
    """

    DEFAULT_CSS = """
    VersionRows { display: none; }
    VersionRows #cut { padding: 0 0 0 10; max-height: 30vh; display: none; }
    VersionRows #cut-said { padding: 0 0 0 10; height: auto; color: $text-muted; display: none; }
    """

    class Changed(Message):
        """Another choice, or its editions are known now."""

    def __init__(self, value: str = WHOLE) -> None:
        super().__init__()
        self.value = value
        self.editions: list[Opened] | None = None
        self.opened: Opened | None = None
        self.listed: list[Problem | None] = []

    def compose(self) -> ComposeResult:
        yield row(say("版本", "Version"), _VersionPick())
        yield Static("", id="cut-said", markup=False)
        yield OptionList(id="cut", compact=True, markup=False)

    def offer(self, opened: "Opened") -> None:
        """The versions of a report as it is now."""
        self.opened = opened
        names = list(dict.fromkeys(version.name for version in opened.report.versions))
        self.display = bool(names)
        if self.value not in (WHOLE, *names, *([ALL] if names else [])):
            self.value = WHOLE
        self.query_one(_VersionPick).offer((WHOLE, *names, *([ALL] if len(names) > 1 else [])), self.value)
        self._cut()

    def on_choice_editor_changed(self, event: ChoiceEditor.Changed) -> None:
        event.stop()
        self.value = str(event.value)
        self._cut()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        problem = self.listed[event.option_index]
        if problem is not None:
            self.screen.dismiss(problem)

    def _cut(self) -> None:
        opened = self.opened
        if opened is None:
            return
        self.editions = [opened] if self.value == WHOLE else None
        self._show("" if self.value == WHOLE else say("正在看删去哪些......", "Cutting ..."), [])
        self.post_message(self.Changed())
        if self.value != WHOLE:
            from drafter.actions.issuing import some_versions

            names = None if self.value == ALL else [self.value]
            beside(self, lambda: some_versions(opened, names), self._made, "cut")

    def _made(self, made: "Outcome[list[Versioned]]") -> None:
        if made.value is None:
            self._show(all_of(made.problems), [])
            return
        self.editions = [each.opened for each in made.value]
        self._show("", [said for each in made.value for said in _told(each)])
        self.post_message(self.Changed())

    def _show(self, said: str, rows: "list[tuple[str, Problem | None]]") -> None:
        words = self.query_one("#cut-said", Static)
        words.update(said)
        words.display = bool(said)
        self.listed = [problem for _, problem in rows]
        options = self.query_one("#cut", OptionList)
        options.clear_options()
        options.add_options(Option(text, disabled=problem is None) for text, problem in rows)
        options.display = bool(rows)


class _VersionPick(Pick):
    def __init__(self) -> None:
        super().__init__((), "", {WHOLE: say("全文", "the whole"), ALL: say("每版一份", "each version")})
        self.id = "version"


def _told(made: "Versioned") -> "Iterator[tuple[str, Problem | None]]":
    """A line for the version, one for each remark on it, and one for each thing it leaves out, with what to go to."""
    name = line(made.version.name)
    count = len(made.left)
    size = say(f"{made.characters} 字，{made.pages} 页", f"{made.characters} characters, {made.pages} pages")
    gone = say("没有删去什么", "nothing left out") if not count else say(f"没有这 {count} 处：", f"without these {count}:")
    yield say(f"{name}：{size}，{gone}", f"{name}: {size}, {gone}"), None
    for problem in made.problems:
        yield f"{mark(problem)}  {message(problem)}", problem
    why = {True: say("超出篇幅", "too long"), False: say("不在此版", "not asked for")}
    for each in made.left:
        length = "" if each.length is None else say(f"{each.length} 字", f"{each.length} characters")
        words = "  ".join(filter(None, (line(each.heading), length, why[each.over])))
        yield f"  {words}", _going_to(each.key, each.heading)


def _going_to(key: str, heading: str) -> Problem:
    return Problem("version-left-out", Both(heading, heading), severity="info", fact=key)


def proposed(report: "Report", value: str, remark: str, form: Format, start: Path) -> str:
    """The place that is offered: a file called by its title, its version and ``remark``; for every version, the folder."""
    from drafter.actions.render import file_name

    if value == ALL:
        return line(str(start / "_"))[:-1]
    return line(str(start / f"{file_name(report, '' if value == WHOLE else value)}{remark}.{form}"))


def with_ending(place: str, form: Format) -> str:
    """A place that was typed, with the ending of the format where it has that of another."""
    path = Path(place)
    return str(path.with_suffix(f".{form}")) if path.suffix[1:].lower() in set(FORMATS) - {form} else place
