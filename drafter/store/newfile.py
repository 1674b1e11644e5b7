"""A whole report as the text of a new file."""

from drafter.model.fields import fields_of
from drafter.model.report import Report
from drafter.store import emit
from drafter.store.contents import plain


def write_report(report: Report) -> str:
    """The file of a new report: the fields that say something, in the order of the form; parts set off by an empty line."""
    return write_fields(plain(report))


def write_fields(fields: dict[str, emit.Plain]) -> str:
    """The file that says ``fields``, in this order."""
    lines: list[str] = []
    parts = {word for word, field in fields_of(Report).items() if field.form.kind == "records"}
    for word, value in fields.items():
        if word in parts and lines:
            lines.append("")
        lines += emit.entry_lines(word, value, 0)
    return "".join(line + "\n" for line in lines)
