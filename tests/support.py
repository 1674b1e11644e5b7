"""What tests of several folders read documents with."""

import csv
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree


def expected_rows(seed: Path) -> list[dict[str, str]]:
    """The rows of a seed's expected outline."""
    with seed.with_suffix(".expected.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def docx_paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a Word document that have text, as Word would read them."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = []
    for paragraph in root.iter(f"{w}p"):
        marks = (node for run in paragraph.iter(f"{w}r") for node in run if node.tag in (f"{w}t", f"{w}tab"))
        parts = ["\t" if node.tag == f"{w}tab" else node.text or "" for node in marks]
        if parts:
            paragraphs.append("".join(parts))
    return paragraphs
