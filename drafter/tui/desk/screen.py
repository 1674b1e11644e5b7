"""The desk screen: the outline on the left, the form in the middle, the page or the last report on the right."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widget import Widget

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.history import Focus
from drafter.model.problem import Refused
from drafter.model.words import Both
from drafter.tui.desk.figures import Figures
from drafter.tui.desk.lineage import Lineage
from drafter.tui.desk.lists import Lists
from drafter.tui.desk.panels import Panels
from drafter.tui.desk.status import StatusLine
from drafter.tui.desk.structure import Structure
from drafter.tui.keys import key
from drafter.tui.speech import say, tell
from drafter.tui.widgets.keybar import KeyBar
from drafter.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from drafter.tui.widgets.form.form import Form

SOON = 0.005  # seconds
WIDE = 130  # columns from which on a side panel stands beside the form; below, it takes the place of the outline


class DeskScreen(Structure, Lists, Figures, Lineage, Panels):
    """One report. What is typed goes to the desk at once; the saver brings it into the files."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "keep", Both("保留", "Keep"), "desk.keep"),
        key("f10,ctrl+o", "update", Both("修改", "Update"), "desk.update"),
        key("shift+f9,shift+delete", "drop", Both("不再沿用", "Drop"), "desk.drop"),
        key("shift+f8,alt+pagedown", "next_waiting", Both("下一条待更新", "Next to look at"), "desk.next_waiting", show=False),
        key("f2", "figures", Both("指标", "Figures"), "desk.figures"),
        key("f3", "earlier", Both("上期", "Last report"), "desk.earlier"),
        key("f4", "page", Both("预览", "Page"), "desk.page"),
        key("f5", "problems", Both("问题", "Problems"), "desk.problems"),
        key("f7", "render", Both("生成", "Render"), "desk.render"),
        key("ctrl+z", "undo", Both("撤销", "Undo"), "desk.undo", priority=True),
        key("ctrl+y,ctrl+shift+z", "redo", Both("重做", "Redo"), "desk.redo", priority=True, show=False),
        key("ctrl+f", "find", Both("查找", "Find"), "desk.find", priority=True),
        key("ctrl+s", "save", Both("马上保存", "Save now"), "desk.save", priority=True, show=False),
        key("f6", "next_area", Both("换区", "Next area"), "desk.next_area", show=False),
        key("f8", "conflicts", Both("处理不同改动", "Settle conflicts"), "desk.conflicts", show=False),
        key("shift+f4", "document", Both("全文预览", "Whole document"), "desk.document", show=False),
        key("ctrl+t,shift+f5", "ledger", Both("承诺台账", "Ledger"), "desk.ledger", show=False),
        key("shift+f2", "proposals", Both("找出正文里的数字", "Find the numbers in the texts"), "desk.proposals", show=False),
        key("shift+f6", "matching", Both("与上期对应", "Match with last time"), "desk.matching", show=False),
        key("shift+f7", "differences", Both("两期比较", "Compare two periods"), "desk.differences", show=False),
        key("escape", "back", Both("返回", "Back"), "desk.back", show=False),
    ]
    DEFAULT_CSS = """
    DeskScreen #body { height: 1fr; }
    DeskScreen.-bare #body { margin: 1 0; }
    DeskScreen Outline { width: 28; border-right: solid $panel-lighten-2; }
    DeskScreen.-wide Outline { width: 40; }
    DeskScreen #centre { width: 1fr; padding: 0 1; }
    DeskScreen #side { display: none; width: 50%; border-left: solid $panel-lighten-2; padding: 0 1; }
    DeskScreen.-side #side { display: block; }
    DeskScreen.-wide #side { width: 62; }
    DeskScreen.-side Outline { display: none; }
    DeskScreen.-table Outline { display: none; }
    DeskScreen.-wide Outline { display: block; }
    """

    def compose(self) -> ComposeResult:
        """The outline alone: what is around it comes a moment after the first sight of it."""
        with Horizontal(id="body"):
            yield Outline(self._rows(), id="outline")

    def on_mount(self) -> None:
        self.add_class("-bare")
        self.outline.focus()
        self._await_paint()

    def _await_paint(self) -> None:
        """What comes next would hold up the first sight of the outline."""
        self.set_timer(SOON, self._begin if self.outline.drawn else self._await_paint)

    async def _begin(self) -> None:
        """The outline is on the screen; now what is around it, the rest of a large report, the form, and the saving."""
        with self.app.batch_update():
            await self.mount(StatusLine(), before="#body")
            await self.mount(KeyBar())
            await self.query_one("#body").mount(Vertical(id="side"))
            self.remove_class("-bare")
        self.show_state()
        if self.desk.partial:
            try:
                self.desk = await asyncio.to_thread(Desk.open, self.desk.name, self.start)
            except Refused as refusal:
                self.notify(tell(refusal.problems[0].message), severity="error", markup=False)
                self.dismiss()
                return
            self.refresh_outline()
        from drafter.tui.desk.centre import Centre
        from drafter.tui.desk.saving import Saver

        await self.query_one("#body").mount(Centre(id="centre"), after=self.outline)
        self.saver = Saver(self.desk, self, self.settled, measured=self.cap is not None)
        self.show_record(self.outline.cursor_uid or ROOT)
        if self._wanted:
            self.centre.focus_field(self.chosen, ())
        self.saver.start()
        self.refresh_bindings()
        self.offer_drafts()
        await self.begin_with()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width >= WIDE, "-wide")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is changed before everything is there."""
        return super().check_action(action, parameters) if self.ready or action == "back" else None

    # What is chosen and what is shown

    def on_outline_highlighted(self, event: Outline.Highlighted) -> None:
        if event.uid is not None and event.uid != self.chosen:
            self.show_record(event.uid)
            self.refresh_bindings()

    def on_outline_opened(self, event: Outline.Opened) -> None:
        if not self.ready:
            self._wanted = True
            return
        self.show_record(event.uid)
        self.centre.focus_field(event.uid, ())

    def on_descendant_focus(self) -> None:
        """A table needs the whole width of a small screen; the outline is back as soon as one leaves the table."""
        self.set_class(self.focused is not None and self.focused.id == "figures", "-table")

    def on_outline_typed_ahead(self, event: Outline.TypedAhead) -> None:
        """Puts letters that came before the caret did where the caret came to."""
        from drafter.tui.widgets.textbox import TextBox

        editor = self.focused
        if isinstance(editor, TextBox) and not editor.read_only:
            editor.type_ahead(event.text)

    # Changes

    def on_form_changed(self, event: "Form.Changed") -> None:
        self.desk.set(event.uid, event.path, event.value)
        self.refresh_row(event.uid)
        if event.uid == self.chosen:
            self.centre.draft_sentence(self.desk, event.uid)
        self.touched()

    def action_undo(self) -> None:
        self._travelled(self.desk.undo(), say("没有可以撤销的了", "Nothing to undo"))

    def action_redo(self) -> None:
        self._travelled(self.desk.redo(), say("没有可以重做的了", "Nothing to redo"))

    def _travelled(self, focus: Focus | None, nothing: str) -> None:
        if focus is None:
            self.tell(nothing)
            return
        self.refresh_all()
        if self.desk.find(focus.uid) is not None:
            self.choose(focus.uid, focus.words)
        self.touched()

    # Saving

    def settled(self, changed: bool, clash: bool) -> None:
        """A settling is done: problems, marks and the page are as of now.

        ``changed``: others' changes came in; ``clash``: some of them contradict what was typed here.
        """
        if self._first is not None:
            self.go_to(self._first)
            self._first = None
        if changed:
            self.refresh_all()
            self.tell(say("别人也改了这份报告，已经合并进来。", "Someone else changed this report; both are kept."))
        else:
            self.refresh_outline()
        self.centre.settled(self.desk)
        self.follow(self.chosen)
        self.renew_document()
        self.renew_lineage()
        self.renew_problems()
        self.show_state()
        if clash:
            # Never a question that opens by itself: the next key typed would answer it.
            self.app.bell()
            self.tell(say("别人改了同一处。按 F8 看两种写法，选一种。", "Someone else changed the same field. F8 shows both."))

    def action_save(self) -> None:
        if self.saver is not None:
            self.saver.settle()

    async def leave(self) -> bool:
        """Before the screen goes: everything into the files. False when something could not be written and is only a draft."""
        await self.flush()
        return not self.desk.unsaved

    def on_unmount(self) -> None:
        if self.saver is not None:
            self.saver.close()

    def explanation(self) -> tuple[str, str]:
        """What F1 says of the field in focus."""
        return self.centre.form.help_of_focus() if self.ready else ("", "")

    def action_back(self) -> None:
        """From a side panel or the form to the outline, from there to the reports. What came unasked is not left for itself."""
        if self.has_class("-side") and not self._unasked:
            self.close_side()
        elif not self.outline.has_focus:
            self.outline.focus()
        else:
            self.app.run_worker(self.app.leave_desk)  # type: ignore[attr-defined]

    def action_next_area(self) -> None:
        areas: list[Widget] = [area for area in (self.outline, self.centre, self.query_one("#side")) if area.display]
        here = next((number for number, area in enumerate(areas) if area.has_focus_within or area.has_focus), 0)
        for step in range(1, len(areas) + 1):
            area = areas[(here + step) % len(areas)]
            target = area if area.can_focus else next((w for w in area.query("*") if w.focusable), None)
            if target is not None:
                target.focus()
                return
