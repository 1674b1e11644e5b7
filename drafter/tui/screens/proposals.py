"""The numbers that stand in the texts, proposed as figures: which are taken, and under which name."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Static

from drafter.actions.attempt import Outcome
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.figures import figures_by_id
from drafter.actions.editing.outline import FIGURES
from drafter.actions.editing.validity import verdict
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.keys import key
from drafter.tui.screens.listing import DeskListing
from drafter.tui.speech import say, tell
from drafter.tui.widgets.line import LineEditor
from drafter.tui.widgets.linelist import LineList
from drafter.tui.widgets.proposals import HEADS, NAMES, entry, id_of, renamed, text_of
from drafter.tui.widgets.register import Entry, TickList
from drafter.tui.widgets.textbox import TextBox
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.opening import Opened
    from drafter.actions.prose import Proposal

_FIELDS = fields_of(Figure)


class ProposalsScreen(DeskListing):
    """Dismisses with the place of the figures once some were taken; None when one only looked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "accept", Both("采用选中的", "Take those ticked"), "proposals.accept"),
        key("ctrl+a", "all", Both("全选", "All or none"), "proposals.all"),
        key("ctrl+r", "sure", Both("只选很有把握的", "The certain ones"), "proposals.sure"),
    ]
    DEFAULT_CSS = """
    ProposalsScreen #edited { height: auto; padding: 0 1; background: $panel; }
    ProposalsScreen #edited Static { width: 6; color: $text-muted; }
    ProposalsScreen #edited LineEditor { width: 1fr; margin: 0 1 0 0; }
    """

    def __init__(self, desk: Desk, touched: Callable[[], None]) -> None:
        super().__init__(desk, touched)
        self.found: list[Proposal] = []
        self.ticked: list[bool] = []
        self._revision = -1
        self._looked = False

    def register(self) -> TickList:
        return TickList(HEADS, self._entry, self._nothing)

    def beneath(self) -> Iterable[Widget]:
        yield HorizontalGroup(
            Static(say("名称", "Name"), markup=False),
            LineEditor(),
            Static(say("编号", "Id"), markup=False),
            LineEditor(),
            id="edited",
        )

    def on_mount(self) -> None:
        self.listed.focus()
        self.changed()

    # What is found

    def changed(self) -> None:
        """Looks through the texts, beside the screen."""
        from drafter.actions.prose import proposals

        root, self._revision = self.desk.root, self.desk.revision
        self._head()
        beside(self, lambda: proposals(root), self._take, "find")

    def renew(self, _opened: "Opened") -> None:
        """The report was read back; where its texts are others now, they are looked through again."""
        if self.desk.revision != self._revision:
            self.changed()

    def _take(self, made: "Outcome[list[Proposal]]") -> None:
        """What was ticked or left by hand stays so."""
        before = {id_of(each): ticked for each, ticked in zip(self.found, self.ticked, strict=True)}
        self.found = made.value or []
        self.ticked = [before.get(id_of(each), each.sure) for each in self.found]
        self._looked = True
        if made.problems:
            self.state(all_of(made.problems))
        self._show()

    def _show(self, at: int | None = None) -> None:
        self.listed.show_entries(len(self.found), at)
        self._head()
        self._edit(self.listed.cursor)

    def _head(self) -> None:
        if not self._looked:
            self.head(say("正在找正文里的数字......", "Looking for numbers in the texts ..."))
            return
        count, ticked = len(self.found), sum(self.ticked)
        self.head(say(f"从正文找出的数字：{count} 个，选中 {ticked} 个", f"Numbers found in the texts: {count}, {ticked} ticked"))

    def _nothing(self) -> str:
        if not self._looked:
            return ""
        return say("没有找到还没记成指标的数字。", "There is no number that is not a figure yet.")

    # The rows

    def _entry(self, index: int) -> Entry:
        return entry(self.found[index], self.ticked[index], self.desk)

    # The name of the one under the cursor

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        self._edit(event.index)

    def _edit(self, index: int | None) -> None:
        each = self.found[index] if index is not None and index < len(self.found) else None
        for editor, word in zip(self.query(LineEditor), NAMES, strict=True):
            editor.subject = word
            editor.read_only = each is None or bool(each.known)
            editor.set_value(text_of(each.figure, word) if each is not None else "")

    def on_text_box_changed(self, event: TextBox.Changed) -> None:
        index, word, said = self.listed.cursor, str(event.subject), str(event.value).strip()
        if index >= len(self.found):
            return
        if word == "编号":
            self.found = renamed(self.found, index, said)
        else:
            each = self.found[index]
            self.found[index] = each._replace(figure={**each.figure, word: said})
        self.listed.refresh_row(index)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A name that is being typed is not on the desk: to undo would take back something else."""
        return not isinstance(self.focused, LineEditor) if action in ("undo", "redo") else True

    # Taking them

    def on_tick_list_ticked(self, event: TickList.Ticked) -> None:
        self.ticked[event.index] = not self.ticked[event.index]
        self._tick(self.ticked)

    def action_all(self) -> None:
        self._tick([not all(self.ticked)] * len(self.found))

    def action_sure(self) -> None:
        self._tick([each.sure for each in self.found])

    def _tick(self, ticked: list[bool]) -> None:
        self.ticked = ticked
        self.listed.refresh()
        self._head()

    def action_accept(self) -> None:
        from drafter.actions.prose import accept

        places = [place for place, ticked in enumerate(self.ticked) if ticked]
        if not places:
            self.notify(say("还没有选。空格选一个。", "Nothing is ticked; the space bar ticks one."), markup=False)
            return
        fault = self._fault(places)
        if fault is not None:
            self.listed.cursor, said = fault
            self.state(said)
            return
        texts = accept(self.desk, [self.found[place] for place in places])
        self.touched()
        self.app.notify(
            say(
                f"采用了 {len(places)} 个数，{texts} 处文字改成了引用。Ctrl+Z 可以撤销。",
                f"{len(places)} numbers are taken, {texts} texts refer to them. Ctrl+Z takes it back.",
            ),
            markup=False,
        )
        self.dismiss(FIGURES)

    def _fault(self, places: Sequence[int]) -> tuple[int, str] | None:
        """The first one that cannot be taken as it is named now, and why."""
        taken = set(figures_by_id(self.desk.root))
        for place in places:
            each = self.found[place]
            if each.known:
                continue
            name = id_of(each)
            wrong = verdict(_FIELDS["编号"], name)
            if not name or not text_of(each.figure, "名称"):
                return place, say("这一个还缺名称或编号，按 Tab 去填。", "This one lacks its name or its id; Tab goes there.")
            if wrong is not None and wrong.severity == "error":
                return place, tell(wrong.message)
            if name in taken:
                return place, say(f"编号“{name}”已经有了，换一个。", f"There is an id {name} already; choose another.")
            taken.add(name)
        return None

    def explanation(self) -> tuple[str, str]:
        return say("从正文找出的数字", "Numbers found in the texts"), say(
            "每一行是正文里的一个数。选上的记成指标，正文里的数改成引用，印出来一字不变；以后改一处就处处都改。空格选或不选，Tab 去改名称。",
            "Each row is a number of the texts. Those ticked become figures; the texts refer to them and print the same as before. Space ticks, Tab goes to the name.",
        )
