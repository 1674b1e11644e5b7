"""A report in its layout: the context goes through the template, and the strict markup it writes into blocks."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from drafter.model.block import Block
from drafter.model.problem import Refused
from drafter.render.compiled import compiled_templates
from drafter.render.faults import fault
from drafter.render.lookup import Folders, Foreign
from drafter.render.markup_faults import markup_fault
from drafter.render.sandbox import Environment, policy
from drafter.render.vocabulary import MarkupError, read

ENTRY = "report.html"
#: A rendered report is 100 KB of markup; a runaway template is stopped long before memory runs out.
_LARGEST_TEXT = 20_000_000
_FAULTS = (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError, MemoryError, RecursionError, TimeoutError)  # fmt: skip


@cache
def _environment(folders: tuple[Path, ...], foreign: bool) -> Environment:
    return Environment(loader=Folders(folders, foreign), bytecode_cache=None if foreign else compiled_templates(policy()))


def render(layout: str, context: dict[str, Any], folders: Sequence[Path]) -> list[Block]:
    """The blocks of ``context`` in ``layout``. Raises Refused, naming template and line, when the template is wrong.

    The last of ``folders`` is the packaged one. A report that needs a template of another folder is rendered in a process
    of its own, under limits; ``context`` is then passed as JSON.
    """
    try:
        return render_here(layout, context, folders)
    except Foreign:
        pass
    from drafter.render.confined import render_confined

    return render_confined(layout, context, folders)


def render_here(layout: str, context: dict[str, Any], folders: Sequence[Path], foreign: bool = False) -> list[Block]:
    """As render, in this process. Raises Foreign at a template that is not packaged, unless ``foreign`` ones are let in."""
    environment = _environment(tuple(folders), foreign)
    name = f"{layout}/{ENTRY}"
    try:
        template = environment.get_template(name)
        markup = "".join(_bounded(template.generate(context))) if foreign else template.render(context)
        try:
            return read(markup)
        except MarkupError as error:
            raise Refused(markup_fault(error, markup, environment, name), 3) from error
    except _FAULTS as error:
        raise Refused(fault(error, name), 3) from error


def _bounded(pieces: Iterable[str]) -> Iterator[str]:
    """``pieces`` up to the largest text, where the system itself sets no limit to memory."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _LARGEST_TEXT:
            raise MemoryError
        yield piece
