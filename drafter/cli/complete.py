"""Shell completion of the names that only the workspace knows."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_report(_context: click.Context, _parameter: click.Parameter, typed: str) -> "list[CompletionItem]":
    """The workspace's reports, then files."""
    from click.shell_completion import CompletionItem

    from drafter.store.workspace import report_names

    names = [name for name in report_names(Path.cwd()) if name.startswith(typed)]
    return [*(CompletionItem(name) for name in names), CompletionItem(typed, type="file")]


def complete_layout(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    from drafter.store.layouts import list_layouts, search_path
    from drafter.store.workspace import find_workspace

    known = list_layouts(search_path(find_workspace(Path.cwd())))
    return [name for name in known if name.startswith(typed)]


def complete_version(context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """The versions of the report that the line names so far."""
    from drafter.actions.opening import open_report
    from drafter.model.problem import Refused

    # An option that still waits for its value keeps click from telling arguments apart.
    named = context.params.get("report") or next(iter(context.args), None)
    try:
        report = open_report(named, Path.cwd()).report
    except (Refused, OSError):
        return []
    return [each.name for each in report.versions if each.name.startswith(typed)]
