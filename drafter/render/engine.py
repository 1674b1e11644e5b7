"""A report in its layout: the context goes through the template, and the strict markup it writes into blocks."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from drafter.model.block import Block
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.render.compiled import compiled_templates
from drafter.render.faults import fault
from drafter.render.lookup import Folders, Foreign
from drafter.render.sandbox import Environment, policy
from drafter.render.vocabulary import ELEMENTS, MarkupError, read

ENTRY = "report.html"
SHARED = "_shared"
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
        return read("".join(_bounded(template.generate(context))) if foreign else template.render(context))
    except MarkupError as error:
        raise Refused(_markup(error, layout, folders), 3) from error
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


def _markup(error: MarkupError, layout: str, folders: Sequence[Path]) -> Problem:
    file, line = _find(f"<{error.tag}" if error.tag in ELEMENTS or error.reason == "unknown" else error.tag, layout, folders)
    tag, detail = error.tag, error.detail
    said = {
        "unknown": Both(f"模板里的标签 <{tag}> 不能用。", f"The template uses <{tag}>, which is no tag of a report."),
        "nested": Both(f"模板里的 <{tag}> 写在了另一段落里面。", f"The template opens <{tag}> inside another paragraph."),
        "misplaced": Both(
            f"模板里的 <{tag}> 放错了位置：table 里只有 tr，tr 里只有 th、td，th、td 里只有文字和 b，b 只在段落和单元格里。",
            f"The template opens <{tag}> in the wrong place: table holds tr, tr holds th and td, "
            "a cell holds text and b, and b stands in a paragraph or a cell.",
        ),
        "attribute": Both(
            f"模板里的 <{tag}> 不能写属性 {detail}。", f"The template gives <{tag}> the attribute {detail}, which it has not."
        ),
        "value": Both(
            f"模板里的 <{tag} {detail}> 写得不对。", f"The template writes <{tag} {detail}>, which is no value for it."
        ),
        "loose text": Both(f"模板里的文字“{tag}”不在任何段落里。", f"The template writes “{tag}” outside any paragraph."),
        "malformed": Both(f"模板的标签没有成对（<{tag}> 附近）。", f"The tags of the template do not match (near <{tag}>)."),
    }[error.reason]
    fix = {
        "attribute": Both(
            "属性只有 class data-number data-start data-level data-fact，哪个标签可写哪个见 docs/templates.md。",
            "Attributes: class data-number data-start data-level data-fact; docs/templates.md says which tag has which.",
        ),
        "value": Both(
            "data-level 写 1 至 6，data-start 写数字，class 的写法见 docs/templates.md。",
            "data-level is 1 to 6, data-start a number; docs/templates.md has the classes.",
        ),
    }
    tags = "title h1…h6 p b table tr th td hr section div"
    return Problem(
        "template-markup",
        said,
        fix.get(error.reason, Both(f"可用的标签：{tags}。", f"Tags: {tags}.")),
        place=Place(file, line),
    )


def _find(words: str, layout: str, folders: Sequence[Path]) -> tuple[str, int | None]:
    """The template file and line where ``words`` stand; the layout's own entry file when they cannot be found."""
    entry = f"{layout}/{ENTRY}"
    for folder in folders:
        candidates = [folder / entry, *sorted((folder / SHARED).glob("*.html"))]
        for path in candidates:
            if not path.is_file():
                continue
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if words in line:
                    return str(path), number
    return entry, None
