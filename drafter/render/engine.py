"""Jinja, kept in a sandbox: no Python from a template, no undefined name that prints nothing, everything escaped."""

import re
import traceback
from collections.abc import Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.loaders import BaseLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.model.block import Block
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.render.compiled import compiled_templates
from drafter.render.limits import limited
from drafter.render.vocabulary import ELEMENTS, MarkupError, read

ENTRY = "report.html"
SHARED = "_shared"
#: A rendered report is 100 KB of markup; a runaway template is stopped long before memory runs out.
_LARGEST_TEXT = 20_000_000
_LARGEST_POWER = 10**12

# A report needs these and no more; the others can be made to build texts of any size.
_FILTERS = frozenset(["batch", "count", "default", "d", "dictsort", "e", "escape", "first", "forceescape", "groupby", "int", "float", "items", "join", "last", "length", "list", "lower", "map", "reject", "rejectattr", "replace", "round", "select", "selectattr", "sort", "sum", "string", "trim", "unique", "upper"])  # fmt: skip


class _Folders(BaseLoader):
    """``name`` is looked up folder by folder, one file at a time: workspace, then user, then packaged."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        for folder in self.folders:
            path = folder / template
            try:
                text = path.read_text("utf-8")
                changed = path.stat().st_mtime_ns
            except OSError:
                continue
            return text, str(path), lambda path=path, changed=changed: _same(path, changed)
        raise TemplateNotFound(template)


def _same(path: Path, changed: int) -> bool:
    try:
        return path.stat().st_mtime_ns == changed
    except OSError:
        return False


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox stops Python; this also stops the operators that build huge values."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Dictionaries, which is what a template gets, are looked up by key first: it is four times faster."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "%" and isinstance(left, str):
            raise SecurityError("text formatting with %")
        if operator == "**" and (abs(left) > 1000 or abs(right) > 12):
            raise SecurityError("a power too large")
        if operator == "*":
            size = (
                len(left) * right if isinstance(left, str | list) else len(right) * left if isinstance(right, str | list) else 0
            )
            if size > 10_000:
                raise SecurityError("a repetition too long")
            if not size and isinstance(left, int) and isinstance(right, int) and abs(left * right) > _LARGEST_POWER:
                raise SecurityError("a number too large")
        return super().call_binop(context, operator, left, right)


@cache
def _environment(folders: tuple[Path, ...]) -> _Environment:
    environment = _Environment(
        loader=_Folders(folders),
        bytecode_cache=compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters = {name: how for name, how in environment.filters.items() if name in _FILTERS}
    environment.globals = {"range": environment.globals["range"]}
    return environment


def render(layout: str, context: dict[str, Any], folders: Sequence[Path]) -> list[Block]:
    """The blocks of ``context`` in ``layout``. Raises Refused, naming template and line, when the template is wrong."""
    environment = _environment(tuple(folders))
    name = f"{layout}/{ENTRY}"
    try:
        # The templates that ship need no watching, and a clock costs more than some templates do.
        with limited() if len(folders) > 1 else nullcontext():
            template = environment.get_template(name)
            markup = template.render(context)
        if len(markup) > _LARGEST_TEXT:
            raise SecurityError("more than 20 MB of text")
        return read(markup)
    except TemplateNotFound as error:
        raise Refused(_missing(str(error.name)), 3) from error
    except TemplateSyntaxError as error:
        raise Refused(_broken(error.filename or name, error.lineno, str(error.message)), 3) from error
    except UndefinedError as error:
        raise Refused(_undefined(error, name), 3) from error
    except MarkupError as error:
        raise Refused(_markup(error, layout, folders), 3) from error
    except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
        raise Refused(_broken(*_where(error, name), str(error)), 3) from error
    except (MemoryError, RecursionError, TimeoutError) as error:
        raise Refused(_runaway(*_where(error, name)), 3) from error


def _where(error: BaseException, name: str) -> tuple[str, int | None]:
    """File and line of the innermost template frame."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return (frames[-1].filename, frames[-1].lineno) if frames else (name, None)


def _missing(name: str) -> Problem:
    return Problem(
        "template-missing",
        Both(f"找不到模板 {name}。", f"There is no template {name}."),
        Both("用 drafter layouts 查看可用的版式。", "drafter layouts lists what there is."),
    )


def _broken(file: str, line: int | None, reason: str) -> Problem:
    return Problem(
        "template-error",
        Both(f"模板写错了：{reason}", f"The template is wrong: {reason}"),
        Both(
            "改正模板的这一行，或删去自己的模板改用自带的。", "Mend this line, or remove your template to use the packaged one."
        ),
        place=Place(file, line),
    )


def _undefined(error: UndefinedError, name: str) -> Problem:
    reason = str(error)
    found = re.search(r"'([^']+)' is undefined|no attribute '([^']+)'", reason)
    missing = (found[1] or found[2]) if found else reason
    return Problem(
        "template-undefined",
        Both(f"模板里的名字“{missing}”没有定义。", f"The template names “{missing}”, which is not defined."),
        Both("检查拼写；可用的名字见 docs/templates.md。", "Check the spelling; docs/templates.md lists the names."),
        place=Place(*_where(error, name)),
    )


def _runaway(file: str, line: int | None) -> Problem:
    return Problem(
        "template-runaway",
        Both(
            "模板运行过久或占用内存过多，已停止，原有文件没有改动。",
            "The template ran too long or too large and was stopped; no file was changed.",
        ),
        Both("检查循环和重复。", "Look for loops and repetitions."),
        place=Place(file, line),
    )


def _markup(error: MarkupError, layout: str, folders: Sequence[Path]) -> Problem:
    file, line = _find(f"<{error.tag}" if error.tag in ELEMENTS or error.reason == "unknown" else error.tag, layout, folders)
    said = {
        "unknown": Both(f"模板里的标签 <{error.tag}> 不能用。", f"The template uses <{error.tag}>, which is no tag of a report."),
        "nested": Both(
            f"模板里的 <{error.tag}> 写在了另一段落里面。", f"The template opens <{error.tag}> inside another paragraph."
        ),
        "loose text": Both(
            f"模板里的文字“{error.tag}”不在任何段落里。", f"The template writes “{error.tag}” outside any paragraph."
        ),
        "malformed": Both(
            f"模板的标签没有成对（<{error.tag}> 附近）。", f"The tags of the template do not match (near <{error.tag}>)."
        ),
    }[error.reason]
    return Problem(
        "template-markup",
        said,
        Both(
            "可用的标签：title h1…h6 p b table tr th td hr section div。", "Tags: title h1…h6 p b table tr th td hr section div."
        ),
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
