"""The whole of a Word document, put together from its parts."""

from drafter.importers.source import Source
from drafter.importers.word import extras
from drafter.importers.word.body import Blocks
from drafter.importers.word.names import Element, child
from drafter.importers.word.numbering import Numbering
from drafter.importers.word.package import Package
from drafter.importers.word.reading import Reading
from drafter.importers.word.styles import read_styles
from drafter.model.outline import LeftOut


def read_document(name: str, data: bytes) -> Source:
    """``Source`` of a .docx. Raises ``Refused``."""
    package = Package(name, data)
    reading = begin(package)
    source = Source(name, lines=Blocks(reading).read(body_of(package)), properties=extras.properties_of(package))
    extras.leave_notes(package, reading)
    extras.leave_headers(package, reading)
    extras.leave_drawings(package, reading)
    extras.leave_embedded(package, reading)
    if reading.bullets:
        reading.left_out.append(LeftOut("".join(reading.bullets), "标记"))
    source.left_out = reading.left_out
    extras.say_not_imported(source, reading)
    extras.say_links(package, source)
    return source


def body_of(package: Package) -> Element:
    """The element that holds the text. Raises ``Refused`` where there is none."""
    body = child(package.xml(package.main), "w:body")
    if body is None:
        raise package.broken("正文是空的", "its text part is empty")
    return body


def begin(package: Package) -> Reading:
    """What must be known of styles and lists before the text is read."""
    styles = read_styles(part_of(package, "styles"))
    return Reading(styles, Numbering(part_of(package, "numbering"), styles))


def part_of(package: Package, relation: str) -> Element | None:
    """The root of the part that the text links to by ``relation``; None where there is none."""
    for link in package.relationships(package.main):
        if link.kind == relation and not link.external:
            return package.xml(link.target)
    return None
