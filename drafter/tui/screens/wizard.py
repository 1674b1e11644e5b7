"""A new report: whose, for which period, in which layout, and where it will be."""

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
from drafter.actions.periods import named, proposed
from drafter.model.period import Period
from drafter.model.style import Layout
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.screens.dialog import Dialog, Entry, button, fault_of, row
from drafter.tui.speech import say
from drafter.tui.widgets.card import fitted
from drafter.tui.widgets.pick import Pick
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.tui.widgets.choice import ChoiceEditor


class WizardScreen(Dialog[str | None]):
    """Dismisses with the name of the report that was made; None when one left. ``today`` decides which periods are offered.

    Nothing is written before 新建 is pressed, and what exists already is never overwritten.
    """

    def __init__(self, start: Path, today: date) -> None:
        super().__init__()
        self.start = start
        self.present = {card.period for card in names(start) if card.period and card.name == str(card.period)}
        self.proposed = proposed(today, self.present)
        self.layouts: list[Layout] = []
        self.chosen = 0
        self.busy = False

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
        self._judge()

    def refill(self) -> None:
        self._offer_layouts(Outcome(self.layouts, []))

    def _offer_layouts(self, found: "Outcome[list[Layout]]") -> None:
        options = self.query_one("#layout", OptionList)
        self.layouts = found.value or []
        width = max((cell_len(line(layout.name)) for layout in self.layouts), default=0)
        options.add_options(Option(f"{fitted(line(layout.name), width)}  {line(layout.description)}") for layout in self.layouts)
        options.highlighted = self.chosen if self.chosen < len(self.layouts) else None
        self.fault("layout", all_of(found.problems))
        self._judge()

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
        return self.layouts[self.chosen] if self.chosen < len(self.layouts) else None

    def _judge(self, final: bool = False) -> bool:
        """Says what is wrong beside its field, and what will be made. ``final``: an empty field is wrong as well."""
        unit = self.query_one("#unit", Input).value.strip()
        typed = self.query_one("#period", Input).value
        period = named(typed)
        self.fault("unit", say("填上发文单位的全称。", "Name the body that reports.") if final and not unit else "")
        if period is None and (typed.strip() or final):
            self.fault(
                "period",
                say(
                    "看不懂这个期间。写成 2026年、2026年上半年、2026年第三季度 或 2026年1—9月。",
                    "Not a period. Write 2026, 2026-H1, 2026-Q3 or 2026-M09 (January to September).",
                ),
            )
        elif period in self.present:
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
        return bool(unit and period and layout and period not in self.present)

    def _outlook(self, period: Period | None, layout: Layout | None) -> str:
        """What will be made, and where."""
        if period is None or layout is None or period in self.present:
            return ""
        from drafter.actions.new import empty

        report = empty(period, self.query_one("#unit", Input).value.strip(), layout)
        sections = [fact.title for _, _, fact in report.facts()]
        parts = "、".join(sections)
        return "\n".join(
            (
                say("将会新建：", "This will be made:"),
                say("  标题  ", "  Title   ") + line(report.title),
                say("  栏目  ", "  Begins  ") + line(parts),
                say("  位置  ", "  Where   ") + line(str(workspace(self.start) / "facts" / str(period))),
            )
        )

    def _create(self) -> None:
        if self.busy or not self._judge(final=True):
            return
        period, layout = named(self.query_one("#period", Input).value), self.layout_chosen
        assert period is not None and layout is not None
        unit = self.query_one("#unit", Input).value.strip()
        self.busy = True
        beside(self, lambda: self._make(period, unit, layout.name), self._done, "make")

    def _make(self, period: Period, unit: str, layout: str) -> str:
        """In a thread: writes the report."""
        from drafter.actions.init import init
        from drafter.actions.new import new

        init(workspace(self.start))
        new(str(period), self.start, unit, layout)
        return str(period)

    def _done(self, made: "Outcome[str]") -> None:
        self.busy = False
        if made.value is not None:
            self.dismiss(made.value)
            return
        exists = any(problem.code == "report-exists" for problem in made.problems)
        self.fault("period" if exists else "layout", all_of(made.problems))
