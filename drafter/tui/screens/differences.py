"""A report beside an earlier one: what is new, reworded, gone; figures, plans, and how much of the text is old."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Static

from drafter.actions.attempt import Outcome
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.keys import key
from drafter.tui.screens.listing import Listing
from drafter.tui.speech import say, tell
from drafter.tui.widgets.contrast import View, summary, views
from drafter.tui.widgets.linelist import LineList
from drafter.tui.widgets.pick import Pick
from drafter.tui.widgets.register import Entry, Register
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.diff import Difference, Format
    from drafter.actions.neighbours import Neighbour
    from drafter.actions.opening import Opened
    from drafter.tui.widgets.choice import ChoiceEditor


class ReportPick(Pick):
    """The earlier report."""


class ViewPick(Pick):
    """The list that is shown."""


class Lists(Register):
    """The list that is shown, from which one turns to the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right", "screen.view(1)", Both("下一张表", "Next list"), "differences.next"),
        key("left", "screen.view(-1)", Both("前一张表", "List before"), "differences.before", show=False),
    ]


class DifferencesScreen(Listing):
    """Compares what ``read`` gives, called in a thread, with one earlier report at a time.

    ``find`` gives the uid of the fact with a key, for the desk to go to; None where there is no desk.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f6", "reports", Both("换一份上期", "Another report"), "differences.reports"),
        key("f7", "export", Both("导出", "Export"), "differences.export"),
    ]
    DEFAULT_CSS = """
    DifferencesScreen HorizontalGroup { height: auto; padding: 0 1; }
    DifferencesScreen HorizontalGroup Static { width: 8; color: $text-muted; }
    ReportPick, ViewPick { width: 1fr; }
    """

    def __init__(self, read: "Callable[[], Opened]", find: Callable[[str], int | None] | None = None) -> None:
        super().__init__()
        self.read = read
        self.find = find
        self.opened: Opened | None = None
        self.reports: dict[str, Neighbour] = {}
        self.chosen = ""
        self.difference: Difference | None = None
        self.views: list[View] = []
        self.at = 0
        self._looked = False

    def register(self) -> Register:
        return Lists((), self._entry, self._nothing)

    def above(self) -> Iterable[Widget]:
        yield HorizontalGroup(Static(say("上一期", "Earlier"), markup=False), ReportPick([]))
        yield HorizontalGroup(Static(say("看什么", "Shown"), markup=False), ViewPick([]))

    def on_mount(self) -> None:
        self.listed.focus()
        self._head()
        beside(self, self._beside, self._offer, "reports")

    # With which report

    def _beside(self) -> "tuple[Opened, list[Neighbour]]":
        from drafter.actions.neighbours import neighbours

        opened = self.read()
        return opened, neighbours(opened)

    def _offer(self, made: "Outcome[tuple[Opened, list[Neighbour]]]") -> None:
        if made.value is None:
            self._looked = True
            self.state(all_of(made.problems))
            self._show()
            return
        self.opened, found = made.value
        self.reports = {each.name: each for each in found}
        self.chosen = next(iter(self.reports), "")
        self._show_reports()
        if self.chosen:
            self._look()
        else:
            self._looked = True
            self._show()

    def _show_reports(self) -> None:
        pick = self.query_one(ReportPick)
        pick.labels = {"": "", **{name: each.words for name, each in self.reports.items()}}
        pick.offer(list(self.reports), self.chosen)

    def on_choice_editor_changed(self, event: "ChoiceEditor.Changed") -> None:
        if isinstance(event.editor, ReportPick):
            self.chosen = str(event.value)
            self._look()
        else:
            self._turn(int(str(event.value)))

    def action_reports(self) -> None:
        self.query_one(ReportPick).focus()

    def _look(self) -> None:
        opened, neighbour = self.opened, self.reports[self.chosen]
        assert opened is not None
        self._looked, self.difference, self.views = False, None, []
        self._show()

        def work() -> "Difference":
            from drafter.actions.diff import diff
            from drafter.actions.earlier import earlier_reports, home_of, name_of
            from drafter.actions.neighbours import taken
            from drafter.model.lineage import Earlier

            old = taken(neighbour)
            new = Earlier(name_of(home_of(opened.place), opened.place), opened.report)
            return diff(old, new, [each for each in earlier_reports(opened) if each.name != old.name])

        beside(self, work, self._take, "diff")

    def _take(self, made: "Outcome[Difference]") -> None:
        self._looked, self.difference = True, made.value
        self.views = views(made.value) if made.value is not None else []
        self.at = 0
        self.state(summary(made.value) if made.value is not None else all_of(made.problems))
        self._show()

    # What is shown

    def _show(self) -> None:
        pick = self.query_one(ViewPick)
        pick.labels = {"": "", **{str(at): f"{tell(view.name)} {view.total}" for at, view in enumerate(self.views)}}
        pick.offer([str(at) for at in range(len(self.views))], str(self.at) if self.views else "")
        self._turn(self.at)
        self._head()

    def _turn(self, at: int) -> None:
        """To another list."""
        self.at = at
        self.listed.heads = list(self.views[at].heads) if self.views else []
        self.listed.show_entries(self.views[at].total if self.views else 0, 0)
        self.query_one(ViewPick).set_value(str(at) if self.views else "")

    def action_view(self, by: int) -> None:
        if self.views:
            self._turn((self.at + by) % len(self.views))

    def _entry(self, index: int) -> Entry:
        return self.views[self.at].entry(index)

    def _head(self) -> None:
        if self.difference is None:
            self.head(say("两期比较", "Two periods compared") if self._looked else say("正在比较......", "Comparing ..."))
            return
        old, new = self.difference.old.words, self.difference.new.words
        self.head(say(f"两期比较：{new}和{old}", f"Two periods compared: {new} and {old}"))

    def _nothing(self) -> str:
        if not self._looked:
            return ""
        if not self.reports:
            return say("旁边没有更早的报告可比。", "There is no earlier report to compare with.")
        return say("没有可比的内容。", "There is nothing to compare.")

    # Beyond the lists

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Enter goes to the fact, where there is a desk to go to."""
        uid = self.find(self.views[self.at].key(event.index)) if self.find is not None and self.views else None
        if uid is not None:
            self.dismiss(uid)

    def action_export(self) -> None:
        from drafter.actions.diff import document
        from drafter.tui.screens.exporting import ExportScreen, saved_at

        found, opened = self.difference, self.opened
        if found is None or opened is None:
            return

        def after(path: Path | None) -> None:
            if path is not None:
                self.state(saved_at(path))

        name = f"{found.new.words}与{found.old.words}对照"
        words = Both("导出两期比较", "Export the comparison")
        made = ExportScreen(words, opened, name, ("docx", "txt"), lambda form: document(found, cast("Format", form)))
        self.app.push_screen(made, after)

    def explanation(self) -> tuple[str, str]:
        return say("两期比较", "Two periods compared"), say(
            "左右键换一张表：改写、新增、删去、沿用的条目，指标的增减，打算的下落，文字沿用的多少。回车去那一条。",
            "Left and right turn to another list: facts reworded, new, gone, kept; figures; plans; how much of the text is old. Enter goes to the fact.",
        )
