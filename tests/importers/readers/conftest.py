"""Builders of foreign documents, in raw XML, so that a test says exactly what a part holds."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")


def make_docx(
    body: str = "", *, strict: bool = False, members: dict[str, Any] | None = None, links: str = "", **parts: str
) -> bytes:
    """A .docx of ``body`` (children of w:body) and the named parts (children of their root); ``members`` replace or add files."""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr"}
    files: dict[str, Any] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{REL}"><Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="c" Type="{REL}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    found = "".join(f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in KINDS if kind in parts)
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{REL}">{found}{links}</Relationships>'
    for kind, inside in parts.items():
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    files.update(members or {})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if content is None:
                continue
            if strict and isinstance(content, str):
                content = (
                    content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                    .replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                    .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/math",
                        "http://purl.oclc.org/ooxml/officeDocument/math",
                    )
                )
            archive.writestr(name, content)
    return packed.getvalue()


def make_paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    return make_docx


@pytest.fixture(scope="session")
def paragraph() -> Callable[..., str]:
    return make_paragraph
