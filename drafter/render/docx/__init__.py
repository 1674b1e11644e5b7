"""The Word document: package, styles, text."""

from drafter.render.docx.writer import write_docx

__all__ = ["write_docx"]
