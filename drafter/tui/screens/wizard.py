"""A new report: whose, for which period, from which earlier ones, in which layout, and where it will be."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.actions.attempt import Outcome
from drafter.actions.cards import names, workspace
from drafter.actions.periods import following, named, proposed
from drafter.model.period import Period
from drafter.model.problem import Problem, Refused
from drafter.model.style import Layout
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.screens.dialog import Dialog, Entry, button, fault_of, row
from drafter.tui.speech import say
from drafter.tui.widgets.card import fitted
from drafter.tui.widgets.pick import Pick
from drafter.tui.widgets.several import Several
from drafter.tui.widgets.sources import SourcePicks, called
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.new import Made
    from drafter.tui.widgets.choice import ChoiceEditor


class WizardScreen(Dialog[str | None]):
    """Dismisses with the name of the report that was made; None when one left. ``today`` decides which periods are offered.

    ``source`` names the report that was asked to be begun from. Nothing is written before 新建 is pressed, and what exists
    already is never overwritten.
    """

    def __init__(self, start: Path, today: date, source: str = "") -> None:
        super().__init__()
        self.start = start
        #: Name → period of the reports that are there; one in a folder of its own has a name of its own.
        self.known = {card.name: card.period for card in names(start) if card.period}
        self.present = {period for name, period in self.known.items() if name == str(period)}
        self.source = source
        begun = self.known.get(source)
        ways = following(begun, today) if begun is not None else []
        offered = (*(each for each in ways if each not in self.present), *proposed(today, self.present))
        self.proposed = list(dict.fromkeys(offered))
        self.layouts: list[Layout] = []
        self.chosen = 0
        self.busy = False
        #: Whether the first option is the layout that comes along.
        self._same_offered = False
        #: What a person chose to begin from, by period.
        self.picked: dict[Period, tuple[str, ...]] = {}

    def heading(self) -> str:
        return say("新建一份总结", "A new report")

    def rows(self) -> Iterable[Widget]:
        first = self.proposed[0]
        yield row(say("单位", "Unit"), Entry(id="unit", placeholder=say("发文单位全称", "the full name of the body")))
        yield fault_of("unit")
        yield row(
            say("期间", "Period"), Entry(first.words, id="period", placeholder=say("如 2026年上半年、2026-H1", "such as 2026-H1"))
        )
        picks = Pick([str(period) for period in self.proposed], str(first), {str(each): each.words for each in self.proposed})
        yield row("", picks)
        yield fault_of("period")
        if self.known:
            yield row(say("沿用哪期", "From"), SourcePicks(self.known, self.source, self.picked))
        yield row(say("版式", "Layout"), OptionList(id="layout", compact=True, markup=False))
        yield fault_of("layout")
        yield Static("", id="outlook", classes="part", markup=False)

    def buttons(self) -> Iterable[Widget]:
        yield button(say("新建", "Create"), "create", main=True)
        yield button(say("取消", "Cancel"), "cancel")

    def helps(self) -> dict[str, tuple[str, str]]:
        return {
            "unit": (
                say("单位", "Unit"),
                say(
                    "写总结的单位全称。这里的总结都是同一个单位时，自动填好。",
                    "The body that reports; filled in where the reports here agree on it.",
                ),
            ),
            "period": (
                say("期间", "Period"),
                say(
                    "写 2026年、2026年上半年、2026年第三季度、2026年1—9月 都行，也可在下面选。",
                    "2026, 2026-H1, 2026-Q3 or 2026-M09 (January to September); or choose below.",
                ),
            ),
            "sources": (
                say("沿用哪期", "From"),
                say(
                    "选中的各期会带进来：条目先标“待更新”，逐条保留、修改或删去；数字变成上期数。空格选上或取消，都不选就从空白开始。",
                    "What is chosen comes along: facts wait to be kept, updated or dropped; numbers become those of the last"
                    " period. Space chooses; with none chosen it begins empty.",
                ),
            ),
            "layout": (
                say("版式", "Layout"),
                say(
                    "总结分哪几部分、先后和序号。以后可以换，内容不受影响。",
                    "Which parts, in which order, how numbered. It can be changed later.",
                ),
            ),
        }

    def on_mount(self) -> None:
        self.query_one("#unit", Input).focus()
        from drafter.actions.layouts import layouts
        from drafter.actions.new import the_unit

        beside(self, lambda: layouts(self.start)[0], self._offer_layouts, "layouts")
        beside(self, lambda: the_unit(self.start), lambda made: self._offer_unit(made.value or ""), "unit")
        self._offer_sources(named(self.query_one("#period", Input).value))
        self._judge()

    def refill(self) -> None:
        self._offer_sources(named(self.query_one("#period", Input).value))
        self._offer_layouts(Outcome(self.layouts, []))

    def _offer_layouts(self, found: "Outcome[list[Layout]]") -> None:
        self.layouts = found.value or []
        self._list_layouts()
        self.fault("layout", all_of(found.problems))
        self._judge()

    def _list_layouts(self) -> None:
        """The layout need not be chosen where one comes along."""
        options = self.query_one("#layout", OptionList)
        width = max((cell_len(line(layout.name)) for layout in self.layouts), default=0)
        same = [Option(say("和上期一样", "as last time"))] if self._same_offered and self.layouts else []
        chosen = self.chosen
        options.clear_options()
        options.add_options(same)
        options.add_options(Option(f"{fitted(line(layout.name), width)}  {line(layout.description)}") for layout in self.layouts)
        options.highlighted = chosen if chosen < options.option_count else 0 if options.option_count else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the reports that it shall begin from."""
        picks = self.query(SourcePicks)
        return picks.first().values if picks else ()

    def _offer_sources(self, period: Period | None) -> None:
        picks = self.query(SourcePicks)
        if period is not None and picks and picks.first().offer_for(period):
            self._sources_changed()

    def on_several_changed(self, _event: Several.Changed) -> None:
        self._sources_changed()
        self._judge()

    def _sources_changed(self) -> None:
        """The layout of the last period is the one to begin with; what was chosen instead stays chosen."""
        if bool(self.sources) != self._same_offered:
            self._same_offered = bool(self.sources)
            self.chosen = 0 if not self.chosen else self.chosen + (1 if self.sources else -1)
            self._list_layouts()

    def _offer_unit(self, unit: str) -> None:
        """Only where nothing has been typed meanwhile."""
        entry = self.query_one("#unit", Input)
        if unit and not entry.value:
            entry.value = unit
            entry.cursor_position = len(entry.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "period":
            period = named(event.value)
            self.query_one(Pick).set_value(str(period) if period in self.proposed else "")
            self._offer_sources(period)
        self._judge()

    def on_choice_editor_changed(self, event: "ChoiceEditor.Changed") -> None:
        period = Period.parse(str(event.value))
        if period is not None:
            self.query_one("#period", Input).value = period.words

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.chosen = event.option_index
        self._judge()

    def on_option_list_option_selected(self) -> None:
        self.query_one("#create", Button).focus()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "cancel":
            self.dismiss(None)
        else:
            self._create()

    @property
    def layout_chosen(self) -> Layout | None:
        """None while they are looked for, and where the layout of the last period stays."""
        at = self.chosen - 1 if self._same_offered else self.chosen
        return self.layouts[at] if 0 <= at < len(self.layouts) else None

    def _judge(self, final: bool = False) -> bool:
        """Says what is wrong beside its field, and what will be made. ``final``: an empty field is wrong as well."""
        unit = self.query_one("#unit", Input).value.strip()
        typed = self.query_one("#period", Input).value
        period = named(typed)
        wanted = final and not unit and not self.sources
        self.fault("unit", say("填上发文单位的全称。", "Name the body that reports.") if wanted else "")
        if period is None and (typed.strip() or final):
            self.fault(
                "period",
                say(
                    "看不懂这个期间。写成 2026年、2026年上半年、2026年第三季度 或 2026年1—9月。",
                    "Not a period. Write 2026, 2026-H1, 2026-Q3 or 2026-M09 (January to September).",
                ),
            )
        elif period and self.report_name(period) in self.known:
            self.fault(
                "period",
                say(
                    f"{period.words}的总结已经有了，不会覆盖。按 Esc 返回后打开它，或换一个期间。",
                    f"There is a report for {period} already, and it stays. Esc, then open it; or choose another period.",
                ),
            )
        else:
            self.fault("period", "")
        layout = self.layout_chosen
        self.query_one("#outlook", Static).update(self._outlook(period, layout))
        return bool(period and self.report_name(period) not in self.known and (self.sources or (unit and layout)))

    def report_name(self, period: Period) -> str:
        """What the report will be called: 甲局/2025 where it begins from 甲局/2024, beside which it will stand."""
        folder = self.sources[0].rpartition("/")[0] if self.sources else ""
        return f"{folder}/{period}" if folder else str(period)

    def _outlook(self, period: Period | None, layout: Layout | None) -> str:
        """What will be made, and where."""
        if period is None or self.report_name(period) in self.known or not (layout or self.sources):
            return ""
        where = say("  位置  ", "  Where   ") + line(str(workspace(self.start) / "facts" / self.report_name(period)))
        made = say("将会新建：", "This will be made:")
        if self.sources:
            told = say("、", ", ").join(called(name, self.known[name]) for name in self.sources)
            brought = say(
                f"  内容  {told}的条目、指标带进来，逐条核对", f"  Begins  with facts and figures of {told}, to be looked at"
            )
            asked = say("  承诺  上期的打算和问题列出来，逐条答复", "  Asks    how the plans and issues of last time stand")
            return "\n".join((made, line(brought), asked, where))
        assert layout is not None
        from drafter.actions.new import empty

        report = empty(period, self.query_one("#unit", Input).value.strip(), layout)
        parts = "、".join(fact.title for _, _, fact in report.facts())
        title = say("  标题  ", "  Title   ") + line(report.title)
        return "\n".join((made, title, say("  栏目  ", "  Begins  ") + line(parts), where))

    def _create(self) -> None:
        if self.busy or not self._judge(final=True):
            return
        period, layout = named(self.query_one("#period", Input).value), self.layout_chosen
        assert period is not None
        name, sources = self.report_name(period), self.sources
        unit = self.query_one("#unit", Input).value.strip()
        self.busy = True
        beside(self, lambda: self._make(name, period, unit, layout.name if layout else "", sources), self._done, "make")

    def _make(self, name: str, period: Period, unit: str, layout: str, sources: tuple[str, ...]) -> "tuple[str, Made]":
        """In a thread: writes the report."""
        from drafter.actions.init import init
        from drafter.actions.new import new

        home = workspace(self.start)
        init(home)
        folder = home / "facts" / name
        if name in {card.name for card in names(self.start)}:
            raise Refused(_there_already(folder), 4)
        return name, new(str(period), self.start, unit, layout, folder, sources)

    def _done(self, made: "Outcome[tuple[str, Made]]") -> None:
        self.busy = False
        if made.value is not None:
            name, notes = made.value[0], made.value[1].notes
            if notes:
                from drafter.tui.screens.notes import NotesScreen

                self.app.push_screen(NotesScreen(notes), lambda _: self.dismiss(name))
            else:
                self.dismiss(name)
            return
        exists = any(problem.code == "report-exists" for problem in made.problems)
        self.fault("period" if exists else "layout", all_of(made.problems))


def _there_already(home: Path) -> Problem:
    return Problem(
        "report-exists",
        Both(f"{home} 里已经有报告。", f"{home} holds a report already."),
        Both("按 Esc 返回后打开它，或换一个期间。", "Esc, then open it; or choose another period."),
    )
