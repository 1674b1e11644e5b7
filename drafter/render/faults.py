"""What can be wrong with a template, told with its file and line where they are known for certain."""

import re
import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.render.sandbox import Forbidden


def fault(error: BaseException, name: str) -> Problem:
    """What ``error`` says of the template ``name``, which was being rendered."""
    if isinstance(error, TemplateSyntaxError):
        return _broken(Place(error.filename or name, error.lineno), str(error.message))
    place = _where(error, name)
    if isinstance(error, TemplateNotFound):
        return _missing(str(error.name), place, error.name == name)
    if isinstance(error, UndefinedError):
        return _undefined(str(error), place)
    if isinstance(error, SecurityError):
        return _forbidden(error, place)
    if isinstance(error, MemoryError | RecursionError | TimeoutError):
        return runaway(place)
    return _broken(place, str(error))


def _where(error: BaseException, name: str) -> Place:
    """File and line of the innermost template frame."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return Place(frames[-1].filename, frames[-1].lineno) if frames else Place(name)


def _missing(name: str, place: Place, entry: bool) -> Problem:
    fix = (
        Both("用 drafter layouts 查看可用的版式。", "drafter layouts lists what there is.")
        if entry
        else Both("检查 include、import 后面的文件名。", "Check the file named after include or import.")
    )
    return Problem("template-missing", Both(f"找不到模板 {name}。", f"There is no template {name}."), fix, place=place)


def not_utf8(path: Path) -> Problem:
    """A template that is text in another encoding, or no text at all."""
    return Problem(
        "template-encoding",
        Both(f"模板 {path.name} 不是 UTF-8 编码的文本。", f"The template {path.name} is not text in UTF-8."),
        Both("在编辑器里另存为 UTF-8 编码。", "Save it as UTF-8 in your editor."),
        place=Place(str(path)),
    )


def unreadable(path: Path, error: OSError) -> Problem:
    """A template that is there but may not be read."""
    return Problem(
        "template-unreadable",
        Both(f"模板 {path.name} 打不开：{error.strerror}。", f"The template {path.name} cannot be read: {error.strerror}."),
        Both("检查文件的权限，或删去它改用自带的。", "Check its permissions, or remove it to use the packaged one."),
        place=Place(str(path)),
    )


def _broken(place: Place, reason: str) -> Problem:
    return Problem(
        "template-error",
        Both(f"模板写错了：{reason}", f"The template is wrong: {reason}"),
        Both(
            "改正模板的这一行，或删去自己的模板改用自带的。", "Mend this line, or remove your template to use the packaged one."
        ),
        place=place,
    )


def _undefined(reason: str, place: Place) -> Problem:
    found = re.search(r"(?:no attribute|requested name) '([^']+)'|'([^']+)' is undefined", reason)
    missing = (found[1] or found[2]) if found else reason
    return Problem(
        "template-undefined",
        Both(f"模板里的名字“{missing}”没有定义。", f"The template names “{missing}”, which is not defined."),
        Both("检查拼写；可用的名字见 docs/templates.md。", "Check the spelling; docs/templates.md lists the names."),
        place=place,
    )


def _forbidden(error: SecurityError, place: Place) -> Problem:
    said = error.said if isinstance(error, Forbidden) else Both(str(error), str(error))
    return Problem(
        "template-forbidden",
        Both(f"模板里有不允许的写法：{said.zh}。", f"The template does what no template may: {said.en}."),
        Both("改用 docs/templates.md 里的名字和写法。", "Use the names and ways of docs/templates.md."),
        place=place,
    )


def runaway(place: Place) -> Problem:
    """The template was stopped before it used up the machine."""
    return Problem(
        "template-runaway",
        Both(
            "模板运行过久或占用内存过多，已停止，原有文件没有改动。",
            "The template ran too long or too large and was stopped; no file was changed.",
        ),
        Both("检查循环和重复。", "Look for loops and repetitions."),
        place=place,
    )
