"""A foreign document as its reader hands it on: lines with what is known of their look, nothing interpreted yet."""

from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.model.outline import LeftOut
from drafter.model.problem import Problem


class Line(NamedTuple):
    """One physical line of a text file (``""`` for an empty one), or one paragraph of a structured document.

    ``level``: depth that the document itself claims (Word outline level or heading style, h1 to h6, # of Markdown), from 1;
    0 for none; Word's Title style and the like are level -1. ``numbered``: the ordinal at the start of ``text`` was
    automatic and has been resolved. ``align`` is ``left``, ``center``, ``right`` or ``""`` where unknown. ``bold``: the
    whole line is. ``number``: the line of a text file, or the paragraph, from 1, for messages. ``right``: what is free right of a line that is set to the right, in twips; 0 where unknown.
    """

    text: str
    level: int = 0
    numbered: bool = False
    align: str = ""
    bold: bool = False
    number: int | None = None
    right: int = 0


@dataclass(slots=True)
class Source:
    """``wrapped``: lines are physical lines, so a paragraph may run over several of them (text files, never Word or HTML)."""

    name: str
    wrapped: bool = False
    lines: list[Line] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: What the document says of itself apart from its text (meta tags, core properties): title, date, author …
    properties: dict[str, str] = field(default_factory=dict)
