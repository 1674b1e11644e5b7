"""A Word file of the bureau's own as the base, taken apart and looked through: its parts, its fields, its place for the report.

What is wrong with it is told all at once, each with its paragraph. ``letter.py`` fills it for one report.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.model.problem import Place, Problem, Refused, errors
from drafter.model.words import Both
from drafter.render.docx.body import Marks, marks
from drafter.render.docx.fields import Paragraph, find, survey
from drafter.render.docx.guarding import guarded, guarded_codes
from drafter.render.docx.package import BrokenPackage, Copied, Part, lay_out, packed, read
from drafter.render.docx.place import WHOLE, WORDS, Filled, astray, begins_page, holding, look, misplaced, the_place, where
from drafter.render.docx.room import rooms, section_of
from drafter.render.docx.template import main_part, taken
from drafter.render.docx.values import words
from drafter.render.docx.writer import refused_base

_SPOKEN = re.compile(r"(?:header|footer|footnotes|endnotes)\d*\.xml")


class Sheet(NamedTuple):
    """A part that says something by fields: its bytes, and its paragraphs with theirs."""

    name: str
    data: bytes
    paragraphs: tuple[Filled, ...]


class Letterhead(NamedTuple):
    """A file taken apart, whatever the report; ``parts``, laid out in ``copied``, are those that say nothing of it. ``place`` is the paragraph of ``main`` that the report takes; ``whole``: it says
    报告, ``kept`` is what of it stays before and behind the report, ``begins_page``: it begins a page. ``problems`` are none that stop; ``lacks`` names the styles that were added.
    """

    file: str
    parts: tuple[Part, ...]
    copied: Copied
    main: Sheet
    others: tuple[Sheet, ...]
    place: Paragraph
    whole: bool
    kept: tuple[bytes, bytes]
    begins_page: bool
    core: str
    look: Marks
    problems: tuple[Problem, ...]
    lacks: tuple[str, ...]


def is_letterhead(data: bytes) -> bool:
    """Whether a base.docx says anything by fields; one that says nothing is taken for its styles alone."""
    try:
        plain = {part.name: part.inflated() for part in read(data)}
        return any(find(paragraph)[0] for name in _spoken(plain, main_part(plain)) for paragraph in survey(name, plain[name]))
    except BrokenPackage:
        return False


def _spoken(plain: dict[str, bytes], main: str) -> list[str]:
    """The parts that hold text of the document, the body first."""
    folder = main.rpartition("/")[0]
    others = sorted(name for name in plain if name.rpartition("/")[0] == folder and _SPOKEN.fullmatch(name.rpartition("/")[2]))
    return [main, *others]


class Looked(NamedTuple):
    """A file as it was looked through. ``place`` None: it has none, which ``problems`` say."""

    file: str
    parts: dict[str, Part]
    plain: dict[str, bytes]
    sheets: list[Sheet]
    place: Paragraph | None
    problems: list[Problem]


def look_through(data: bytes, file: str) -> Looked:
    """Raises Refused where ``data`` is no Word document."""
    try:
        parts = {part.name: part for part in read(data)}
        plain = {name: part.inflated() for name, part in parts.items()}
        main = main_part(plain)
        if main not in plain:
            raise BrokenPackage("其中缺少正文", "it lacks its document")
        problems = guarded(plain, file)
        sheets, found = _sheets(plain, main, file)
    except BrokenPackage as error:
        raise refused_base(file, error) from error
    problems += found
    place = the_place(main, sheets[0].paragraphs, file, problems)
    if place:
        problems += holding(where(main, place), plain[main][place.start : place.end], place.text.strip(), file)
    sheets[0] = sheets[0]._replace(paragraphs=tuple((one, () if one is place else of) for one, of in sheets[0].paragraphs))
    return Looked(file, parts, plain, sheets, place, problems)


@lru_cache(maxsize=4)
def load_letterhead(data: bytes, file: str, fonts: str = "", digits: str = "") -> Letterhead:
    """Raises Refused, with every problem that does not depend on the report and its place in ``file``."""
    return taken_apart(look_through(data, file), fonts, digits)


def taken_apart(looked: Looked, fonts: str = "", digits: str = "") -> Letterhead:
    """As :func:`load_letterhead`."""
    place, plain, sheets = looked.place, looked.plain, looked.sheets
    if place is None or errors(looked.problems):
        raise Refused(looked.problems, 3)
    text_style, kept = look(plain[sheets[0].name][place.start : place.end])
    changed = {name: packed(name, plain[name]) for name, part in looked.parts.items() if len(plain[name]) != part.size}
    try:
        template = taken({**looked.parts, **changed}, plain, text_style)
    except BrokenPackage as error:
        raise refused_base(looked.file, error) from error
    styles = template.styles[1]
    if fonts == "win10" or digits == "仿宋":
        from drafter.render.docx import variants

        styles = variants.digits(styles) if digits == "仿宋" else styles
        styles = variants.faces(styles) if fonts == "win10" else styles
    others = tuple(sheet for sheet in sheets[1:] if any(fields for _, fields in sheet.paragraphs))
    written = {sheet.name for sheet in others}
    kept_parts = (*(part for part in template.parts if part.name not in written), packed(template.styles[0], styles.encode()))
    section = section_of(sheets[0].data, place.end, kept[1])
    face = marks(template.ids, rooms=rooms(section[1] if section else ""))
    face.heads["paragraph", 0] = f'<w:pStyle w:val="{template.ids[""]}"/>'
    return Letterhead(
        looked.file,
        kept_parts,
        lay_out(kept_parts),
        sheets[0],
        others,
        place,
        WHOLE in place.text,
        kept,
        begins_page(plain[sheets[0].name][place.start : place.end]),
        template.core,
        face,
        tuple(looked.problems),
        template.added,
    )


def _sheets(plain: dict[str, bytes], main: str, file: str) -> tuple[list[Sheet], list[Problem]]:
    """The parts with text, and what in them is no field or would run."""
    sheets, problems = [], []
    for name in _spoken(plain, main):
        paragraphs = []
        for paragraph in survey(name, plain[name]):
            fields, slips = find(paragraph)
            paragraphs.append((paragraph, tuple(fields)))
            if not paragraph.copy:
                problems += [_slip(where(name, paragraph), slip, file) for slip in slips]
                problems += guarded_codes(paragraph, where(name, paragraph), file)
                problems += [
                    misplaced(where(name, paragraph), field, file) for field in fields if astray(name == main, paragraph, field)
                ]
        sheets.append(Sheet(name, plain[name], tuple(paragraphs)))
    return sheets, problems


def _slip(place: Both, said: str, file: str) -> Problem:
    meant = "".join(said.split()).strip("{}｛｝").partition("{")[0]
    fix = (
        Both(f"是不是 {{{{ {meant} }}}}？", f"Did you mean {{{{ {meant} }}}}?")
        if meant in (*words(), *WORDS)
        else Both("用半角花括号，里面只写一个栏目或指标的名字。", "Half-width braces, and one name of a field or figure in them.")
    )
    return Problem(
        "field-slip",
        Both(f"{place.zh}的“{said}”不是域：写成 {{{{ 栏目 }}}}。", f"“{said}” in {place.en} is no field: write {{{{ name }}}}."),
        fix,
        place=Place(file),
        words=said,
    )
