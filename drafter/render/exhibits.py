"""Tables and charts as the template sees them: captions, units and rows of texts, whatever they were made of."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from markupsafe import Markup

from drafter.model.exhibit import FIGURES, LEDGER, SIDEWAYS, Chart, Table
from drafter.model.plotting import History, described, drawn_now, history, plot
from drafter.model.printing import resolved
from drafter.model.report import Report
from drafter.model.tabulation import Grid, Rows, figure_table, typed_table
from drafter.render.marking import Marks, marked_caption, marked_cells

#: A table of more columns than this is annexed on its side, unless 版面 says otherwise.
_UPRIGHT_COLUMNS = 8
Shown = Callable[[str], str]


class Beside(NamedTuple):
    """What tables and charts draw on beside the report: values of other periods, and the ledger as a table, with its title and the
    figures that its cells say (``Grid.figures``).
    """

    history: History
    ledger_title: str = ""
    ledger: Rows = ()
    ledger_figures: Rows = ()


class Exhibits:
    """Arranges those of one report. ``shown`` gives a text as it prints, its references to figures printed; ``marks``: what a
    draft marks.
    """

    def __init__(
        self, report: Report, shown: Shown, beside: Callable[[], Beside] | None = None, marks: Marks | None = None
    ) -> None:
        self.report, self.shown, self.marks = report, shown, marks
        self.figures = {figure.id: figure for figure in report.figures}
        self.beside = beside() if beside else Beside(history(report))

    def arranged(self, tables: Iterable[Table], charts: Iterable[Chart], annexed: bool = False) -> list[dict[str, Any]]:
        """The tables, then the charts; those that have nothing to show are left out. Only what is ``annexed`` turns a page by
        itself. 题注 is the caption to print.
        """
        made = [self._table(table, annexed) for table in tables] + [self._chart(chart) for chart in charts]
        return [{**each, "题注": each["标题"]} for each in made if each is not None]

    def _table(self, table: Table, annexed: bool) -> dict[str, Any] | None:
        grid = self._grid(table)
        if not grid.rows:
            return None
        many = annexed and max(map(len, grid.rows)) > _UPRIGHT_COLUMNS
        return {
            "类型": "",
            "标题": self.shown(table.title) or self._title(table),
            "单位": table.unit or grid.unit,
            "各行": marked_cells(grid.rows, grid.figures, self.marks) if self.marks and grid.figures else grid.rows,
            "附注": Markup("注：{}").format(self.shown(table.note)) if table.note else "",
            "横向": table.page == SIDEWAYS or (not table.page and many),
            "替代文字": "",
        }

    def _grid(self, table: Table) -> Grid:
        if table.content == LEDGER:
            return Grid(self.beside.ledger, "", self.beside.ledger_figures)
        if table.content == FIGURES:
            listed = [self.figures[name] for name in table.figures if name in self.figures] or list(self.report.figures)
            return figure_table(listed, self.report.period) if listed else Grid(())
        return Grid(tuple(tuple(map(self.shown, row)) for row in typed_table(table.rows)))

    def _title(self, table: Table) -> str:
        if table.content == LEDGER:
            return self.beside.ledger_title
        words = self.report.period.words if self.report.period else ""
        return f"{words}主要指标完成情况" if table.content == FIGURES else ""

    def _chart(self, chart: Chart) -> dict[str, Any] | None:
        plotted = plot(chart, self.figures, self.beside.history, self.report.period)
        if plotted is None:
            return None
        named = "、".join(self.figures[name].name for name in chart.figures if name in self.figures)
        title = resolved(chart.title, self.figures) or named
        points = drawn_now(chart, self.figures, self.beside.history, self.report.period) if self.marks else []
        caption = marked_caption(title, points, self.marks) if self.marks else None
        return {
            "类型": plotted.kind,
            "标题": caption or self.shown(chart.title) or named,
            "图题": title,
            "单位": plotted.unit,
            "各行": plotted.rows,
            "附注": f"资料来源：{chart.origin}" if chart.origin else "",
            "横向": False,
            "替代文字": chart.described or described(title, plotted),
        }


def wants_earlier(report: Report) -> bool:
    """Whether a chart compares periods that the report itself may not know the numbers of."""
    return any(isinstance(each, Chart) and each.periods for each, _ in report.exhibits())


def wants_ledger(report: Report) -> bool:
    return any(isinstance(each, Table) and each.content == LEDGER for each, _ in report.exhibits())
