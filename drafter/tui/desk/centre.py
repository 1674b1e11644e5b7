"""The middle of the desk: the form of a fact or of the report, the table of figures, or a word about a part."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.figures import figures_by_id
from drafter.actions.editing.outline import ANSWERS, FIGURES, PART_UIDS
from drafter.actions.editing.remarks import remarks, remarks_inside
from drafter.actions.editing.tree import Record
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.printing import Figures
from drafter.model.report import Report
from drafter.tui.speech import say
from drafter.tui.widgets.carried import CarriedStrip
from drafter.tui.widgets.form.form import Form

if TYPE_CHECKING:
    from drafter.tui.widgets.figures import FiguresTable

_PARTS = {uid: part for part, uid in PART_UIDS.items()}


class Centre(Vertical):
    """Shows one record of a desk; what is edited goes out as the messages of the form and of the table."""

    DEFAULT_CSS = """
    Centre > .part { height: auto; padding: 1 2; color: $text-muted; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._known: tuple[object, Figures] | None = None
        self.strip = CarriedStrip()

    def compose(self) -> ComposeResult:
        yield self.strip
        yield Form(id="form")

    @property
    def form(self) -> Form:
        return self.query_one(Form)

    def show(self, desk: Desk, uid: int) -> None:
        """``uid`` is a record's, or one of the outline's negative ones: the figures, a part."""
        record = desk.find(uid) if uid >= ROOT else None
        if record is not None and desk.part(uid) != "指标":
            self._switch(self.form)
            self._show_form(desk, record)
        elif uid == FIGURES or record is not None:
            self.show_figures(desk, uid if record is not None else None)
        else:
            self._switch(self._part(_PARTS.get(uid, ""), desk))

    def refresh_record(self, desk: Desk, uid: int) -> None:
        """The same record, after it was changed from elsewhere: the caret stays."""
        record = desk.find(uid) if uid >= ROOT else None
        if record is not None and self.form.display and self.form.uid == uid:
            self.form.set_figures(self.figures(desk))
            self.form.refresh_values(record)
            self.draft_sentence(desk, uid)
            self.form.set_remarks(remarks(desk, uid), remarks_inside(desk, uid))
        else:
            self.show(desk, uid)

    def show_figures(self, desk: Desk, uid: int | None) -> None:
        """The table after a change of it, its cursor on the figure ``uid`` where one is given."""
        table = self._table(desk)
        if uid is not None:
            table.go(uid)
        self._switch(table)

    def focus_field(self, uid: int, words: tuple[str, ...]) -> None:
        """Puts the caret into a field of what is shown, or of a record in its lists; into the first one where no words are given, or
        none such is there."""
        shown = next(child for child in self._views if child.display)
        if words and shown.id == "figures":
            shown.go(uid, words[0])  # type: ignore[attr-defined]
        if isinstance(shown, Form):
            if not shown.focus_field(words, uid):
                shown.focus_first()
        elif shown.can_focus:
            shown.focus()

    def figures(self, desk: Desk) -> Figures:
        """The figures as typed so far, by id."""
        typed = desk.root.get("指标")
        if self._known is None or self._known[0] is not typed:
            self._known = (typed, figures_by_id(desk.root))
        return self._known[1]

    def settled(self, desk: Desk) -> None:
        """The report was read back: frames of its templates are known now, and what is wrong."""
        uid = self.form.uid or ROOT
        self.draft_sentence(desk, uid)
        self.form.set_remarks(remarks(desk, uid), remarks_inside(desk, uid))

    def draft_sentence(self, desk: Desk, uid: int) -> None:
        """The sentence that the fields of the fact's kind make, or the figure that a plan aims at, under its fields."""
        record = desk.find(uid)
        if record is None or uid <= ROOT or desk.settled is None:
            return
        kind, figure = record.get("类别"), self.figures(desk).get(str(record.get("指标")))
        if (not kind and figure is None) or desk.part(uid) in ANSWERS:  # what is asked of the last period is not printed
            self.form.set_sentence("")
            return
        from drafter.actions.sentences import draft, draft_figure, load

        frames = load(desk.settled.opened.folders)[0]
        sentence = draft(str(kind), record, frames) if kind else ""
        if not sentence and figure is not None:
            sentence = draft_figure(figure, self.figures(desk), frames, refer=True)
        self.form.set_sentence(sentence)

    def _show_form(self, desk: Desk, record: Record) -> None:
        form, uid = self.form, record.uid
        if not desk.writable(uid):
            form.set_read_only(
                say("这个文件有写法错误，改好之前只能看（F5 看问题）", "The file has faults of syntax: read only (F5)")
            )
        else:
            form.set_read_only(None)
        form.set_figures(self.figures(desk))
        if uid == ROOT:
            from drafter.actions.layouts import names

            form.set_layouts(names(desk.place))
        form.show(record, tuple(fields_of(Report if uid == ROOT else Fact).values()), desk.part(uid), uid)
        form.set_remarks(remarks(desk, uid), remarks_inside(desk, uid))
        self.draft_sentence(desk, uid)

    def _switch(self, shown: Widget) -> None:
        for child in self._views:
            child.display = child is shown

    @property
    def _views(self) -> list[Widget]:
        """Those of which one is shown at a time."""
        return [child for child in self.children if child is not self.strip]

    def _table(self, desk: Desk) -> "FiguresTable":
        from drafter.actions.editing.figures import FigureRows
        from drafter.tui.widgets.figures import FiguresTable

        rows = FigureRows(desk.root, writable=desk.writable)
        found = self.query(FiguresTable)
        if found:
            found.first().show_figures(rows)
            return found.first()
        table = FiguresTable(rows, id="figures")
        self.mount(table)
        return table

    def _part(self, part: str, desk: Desk) -> Widget:
        found = self.query(".part")
        if found:
            said = found.first(Static)
        else:
            said = Static("", classes="part", markup=False)
            self.mount(said)
        count = len(desk.root.get(part) or ())
        said.update(
            say(
                f"{part}：{count} 条。\n\n按 Ins（或 Ctrl+N）在这里加一条；按右方向键进入第一条。",
                f"{fields_of(Report)[part].label}: {count}.\n\nIns (or Ctrl+N) adds one here; the right arrow goes to the first.",
            )
            if part
            else ""
        )
        return said
