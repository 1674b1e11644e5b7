"""PDF by rdocx, where that is installed: within a quarter of a second, in the faces that the machine has."""

from importlib import import_module
from importlib.util import find_spec

from drafter.model.problem import Problem, Refused
from drafter.model.words import Both
from drafter.render.fonts import stand_ins


def there() -> bool:
    return find_spec("rdocx") is not None


def pdf(docx: bytes) -> bytes:
    """The document as PDF. Raises Refused where rdocx fails. It looks for a face by its very name, and draws all that are missing
    in one: so it is given what stands in for them.
    """
    rdocx = import_module("rdocx")
    try:
        made: bytes = rdocx.Document.from_bytes(docx).to_pdf(fonts=list(stand_ins()))
        return made
    except Exception as error:
        raise Refused(_failed(str(error)), 3) from error


def _failed(reason: str) -> Problem:
    return Problem(
        "rdocx-failed",
        Both(f"rdocx 没能把文档转成 PDF：{reason}", f"rdocx could not make a PDF of the document: {reason}"),
        Both("装上 LibreOffice 再试，或先生成 docx。", "Install LibreOffice and try again, or render docx."),
    )
