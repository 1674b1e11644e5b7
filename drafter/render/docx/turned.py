"""Page numbers of pages that lie on their side: they stand where those of upright pages do (GB/T 9704-2012, 8).

The head of such a table is at the left of the upright sheet: at the binding edge of an odd page, at the outer one of an even
page. So what is below the text of an upright page is left of it here, turned by a quarter. Word and LibreOffice turn no footer,
but the text of a box: the footer's paragraphs go into one as wide as the text block, and so find their own place in it.
"""

import re
from collections.abc import Callable

from drafter.render.docx.additions import Addition
from drafter.render.docx.landscape import sideways
from drafter.render.docx.package import packed

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = (
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="{_SHAPE}"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_EMU = 635  # a twip
_BOXES = 900_000  # ids of drawings count from here, above those that files have
_FOOTER = re.compile(r"<w:footerReference\b[^>]*>")
_ID = re.compile(r'\br:id="([^"]*)"')
_PARTS = re.compile(r"(.*?<w:ftr\b[^>]*>)(.*)(</w:ftr>\s*)", re.DOTALL)
#: Cannot stand in a box: what refers to other parts, is a box itself, or is as wide as the page.
_FIXED = re.compile(r"<w:(?:drawing|pict|object|tbl)\b|\br:\w+=")
_COUNTED = re.compile(r"instrText[^>]*>\s*PAGE\b|w:instr=\"\s*PAGE\b")
_OWN_IDS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
#: Holds the box, and no room: the text block of these pages begins right above it.
_HOLDER = (
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    "<w:r>%s</w:r></w:p>"
)
_LOWEST, _NARROWEST = 60, 284


def turned(section: str, document: str, part: Callable[[str], bytes]) -> tuple[str, list[Addition]]:
    """``section``, of an upright page, as that of a page on its side, and the footers that it has there. ``part`` gives what a
    part of the document holds; b"" where there is none. A footer without a number, or that cannot be turned, stays below.
    """
    folder, _, file = document.rpartition("/")
    targets = _targets(_text(part(f"{folder}/_rels/{file}.rels".lstrip("/"))))
    made: list[Addition] = []

    def own(found: re.Match[str]) -> str:
        id = _ID.search(found[0])
        target = targets.get(id[1], "") if id else ""
        name = target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        text = _footer(_text(part(name)), section, len(made) + 1) if id and target else ""
        if not id or not text:
            return found[0]
        called = f"drafterTurned{len(made) + 1}"
        added = packed(f"{folder}/{called}.xml".lstrip("/"), text.encode())
        made.append(Addition(added, _TYPE, f"{_OFFICE}/footer", called))
        return found[0].replace(id[0], f'r:id="{called}"')

    side = sideways(_FOOTER.sub(own, section))
    if made:
        lowest = max(0, _said(section, "right") - _LOWEST)
        side = re.sub(r'w:footer="(\d+)"', lambda found: f'w:footer="{min(int(found[1]), lowest)}"', side)
    return side, made


def _text(data: bytes) -> str:
    """ "" for what is not in UTF-8, as Word writes it."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def _targets(relations: str) -> dict[str, str]:
    """Id of a relation → the part it leads to."""
    found = (dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall(r"<Relationship\b[^>]*>", relations))
    return {each.get("Id", ""): each.get("Target", "") for each in found if each.get("TargetMode") != "External"}


def _footer(text: str, section: str, place: int) -> str:
    """The footer ``text`` with its paragraphs in a box; "" where they had better stay."""
    parts = _PARTS.fullmatch(text)
    if not parts or not _COUNTED.search(parts[2]) or _FIXED.search(parts[2]):
        return ""
    return f"{parts[1]}{_HOLDER % _box(_OWN_IDS.sub('', parts[2]), section, place)}{parts[3]}"


def _box(paragraphs: str, section: str, place: int) -> str:
    """Box ``place``, in twips from the corner of the page on its side: the foot of the upright page is at its left."""
    left, top = _said(section, "footer"), _said(section, "left")
    wide = max(_said(section, "bottom") - left, _NARROWEST)
    high = 11906 - top - _said(section, "right")
    x, y, cx, cy = (side * _EMU for side in (left, top, wide, high))
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{_BOXES + place}" name="页码"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    style = (
        f"position:absolute;margin-left:{left / 20:g}pt;margin-top:{top / 20:g}pt;width:{wide / 20:g}pt;height:{high / 20:g}pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page;v-text-anchor:bottom"
    )
    older = (
        f'<w:pict><v:rect style="{style}" filled="f" stroked="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">'
        f"<w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:rect></w:pict>"
    )
    return (
        f'<mc:AlternateContent {_SPACES}><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )


def _said(section: str, side: str) -> int:
    """A measure of the page in twips."""
    found = re.search(rf'<w:pgMar\b[^>]*\bw:{side}="(\d+)"', section)
    return int(found[1]) if found else 0
