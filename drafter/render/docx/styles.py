"""The styles that the writer uses, as WordprocessingML: base.docx is made of them, and a base that lacks one gets it.

A style is found by its name, as Word may give it another id when it saves. Children of pPr and rPr stand in the order of
the schema (ECMA-376 part 1, 17.3).
"""

from drafter.render.docx.cover import RED_RULE
from drafter.render.measures import (
    BODY_FACE,
    CHARACTER,
    COMPRESSION,
    FIRST_FACE,
    HEADING_FACES,
    LATIN,
    NUMBER_FACE,
    SECOND_FACE,
    SHEET,
    SMALL,
    SMALL_LINE,
    TITLE_FACE,
    WIDTH,
)

NORMAL = "Normal"
LINE = SHEET.pitch
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def fonts(face: str, latin: str = LATIN) -> str:
    """The hint keeps “ ” — … wide; every slot is named, so that no theme font steps in."""
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(kind: str, id: str, name: str, links: str, look: str, custom: bool) -> str:
    mark = ' w:customStyle="1"' if custom else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{id}"><w:name w:val="{name}"/>{links}{look}</w:style>'


def _paragraph(
    id: str, name: str, ppr: str, rpr: str = "", *, links: str = "", custom: bool = False, following: str = NORMAL
) -> str:
    head = f'<w:basedOn w:val="{NORMAL}"/><w:next w:val="{following}"/>{links}<w:qFormat/>'
    look = (f"<w:pPr>{ppr}</w:pPr>" if ppr else "") + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return _style("paragraph", id, name, head, look, custom)


_LATIN_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'


def normal() -> str:
    """Body text: 28 characters of 三号仿宋 a line, first line indented by two (7.3.3).

    Digits and Latin letters are English: where they count as Chinese, LibreOffice breaks a line inside a number.
    """
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr>{fonts(BODY_FACE)}<w:spacing w:val="{COMPRESSION}"/>{size(32)}{_LATIN_LANGUAGE}</w:rPr></w:style>'
    )


def _heading(level: int) -> str:
    return _paragraph(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>',
        fonts(HEADING_FACES[level]) + size(32),
        links=f'<w:link w:val="Heading{level}Char"/><w:uiPriority w:val="9"/>',
    )


def _run_in(level: int) -> str:
    """A run-in heading wears its face only: a character style stays out of the outline."""
    links = f'<w:link w:val="Heading{level}"/><w:uiPriority w:val="9"/>'
    look = f"<w:rPr>{fonts(HEADING_FACES[level])}{size(32)}</w:rPr>"
    return _style("character", f"Heading{level}Char", f"Heading {level} Char", links, look, custom=True)


def _cells() -> dict[str, str]:
    line = '<w:snapToGrid w:val="0"/><w:spacing w:line="360" w:lineRule="exact"/>' + _FLUSH + '<w:jc w:val="center"/>'
    border = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
    sides = "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
    return {
        "表头": _paragraph("TableHead", "表头", "<w:keepNext/>" + line, fonts(FIRST_FACE) + size(24), custom=True),
        "表文": _paragraph("TableText", "表文", line, size(24), custom=True, following="TableText"),
        "table grid": _style(
            "table", "TableGrid", "Table Grid", "", f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders>{margins}</w:tblPr>", False
        ),
    }


def _cover() -> dict[str, str]:
    """Red head, 附件说明, 附件 and 版记 (7.2, 7.3.4, 7.3.7, 7.4). Text of another size says its own blank lines."""
    red = '<w:color w:val="FF0000"/>'
    centred = '<w:jc w:val="center"/>'
    number_tab, imprint_tab = (f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH - free}"/></w:tabs>' for free in (CHARACTER, SMALL))
    small = imprint_tab + f'<w:snapToGrid w:val="0"/><w:spacing w:line="{SMALL_LINE}" w:lineRule="exact"/>'
    looks = {
        "版头标注": ("Marking", _FLUSH, fonts(FIRST_FACE)),
        "发文机关标志": (
            "IssuerMark",
            '<w:snapToGrid w:val="0"/>' + _FLUSH + centred,
            fonts(TITLE_FACE, TITLE_FACE) + red + '<w:spacing w:val="0"/>',
        ),
        "红头字号": (
            "RedHeadNumber",
            RED_RULE
            + number_tab
            + f'<w:snapToGrid w:val="0"/><w:spacing w:before="{2 * LINE}" w:after="{2 * LINE}"/>{_FLUSH}{centred}',
            "",
        ),
        "附件说明": ("AnnexNote", "", ""),
        "附件序号": ("AnnexNumber", f'<w:spacing w:after="{LINE}"/>{_FLUSH}', fonts(FIRST_FACE)),
        "版记": ("Imprint", small + _FLUSH, '<w:spacing w:val="0"/>' + size(SMALL // 10)),
    }
    return {name: _paragraph(id, name, ppr, rpr, custom=True) for name, (id, ppr, rpr) in looks.items()}


def definitions() -> dict[str, str]:
    """Name in small letters → the style. Blank lines of the standard are spacing, so no paragraph is empty."""
    title = '<w:snapToGrid w:val="0"/>' + f'<w:spacing w:after="{LINE}"/>' + _FLUSH + '<w:jc w:val="center"/>'
    styles = {
        "title": _paragraph("Title", "Title", title, fonts(TITLE_FACE, TITLE_FACE) + '<w:spacing w:val="0"/>' + size(44)),
        "发文字号": _paragraph(
            "DocumentNumber",
            "发文字号",
            f'<w:spacing w:after="{2 * LINE}"/>{_FLUSH}<w:jc w:val="center"/>',
            custom=True,
            following="Title",
        ),
        **_cover(),
        "题下署名": _paragraph(
            "Byline",
            "题下署名",
            f'<w:spacing w:after="{LINE}"/>{_FLUSH}<w:jc w:val="center"/>',
            fonts(SECOND_FACE),
            custom=True,
        ),
        "主送机关": _paragraph("Addressees", "主送机关", _FLUSH, custom=True),
        "signature": _paragraph(
            "Signature",
            "Signature",
            f'<w:spacing w:before="{LINE}"/><w:ind w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>',
            following="Date",
        ),
        "date": _paragraph("Date", "Date", '<w:ind w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>'),
        "caption": _paragraph("Caption", "caption", f'<w:keepNext/>{_FLUSH}<w:jc w:val="center"/>', fonts(FIRST_FACE) + size(28)),
        **_cells(),
        "footer": _paragraph(
            "Footer",
            "footer",
            '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>' + _FLUSH,
            fonts(NUMBER_FACE, NUMBER_FACE) + '<w:spacing w:val="0"/>' + size(28),
            following="Footer",
        ),
    }
    for level in HEADING_FACES:
        styles[f"heading {level}"] = _heading(level)
        styles[f"heading {level} char"] = _run_in(level)
    return styles
