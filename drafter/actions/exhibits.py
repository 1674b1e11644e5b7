"""What tables and charts of a report draw on beside it: numbers of earlier reports, and the ledger."""

from drafter.actions.earlier import earlier_reports
from drafter.actions.opening import Opened
from drafter.model.plotting import history
from drafter.render.exhibits import Beside, wants_earlier, wants_ledger


def beside(opened: Opened) -> Beside:
    """Reads earlier reports only where a table or a chart asks for them."""
    report = opened.report
    known = history(report, earlier_reports(opened) if wants_earlier(report) else ())
    if not wants_ledger(report):
        return Beside(known)
    from drafter.actions.ledger.documents import plan_figures, plan_table
    from drafter.actions.ledger.rows import ledger

    made = ledger(opened)
    if not made.rows:
        return Beside(known, made.title.zh)
    return Beside(known, made.title.zh, plan_table(made), plan_figures(made, {figure.id: figure for figure in report.figures}))
