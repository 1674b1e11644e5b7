"""A chart as Word has it: a part that draws the numbers (ECMA-376 part 1, 21.2), and the workbook in it to edit them by.

In black, greys and patterns, so that it reads on paper without colours.
"""

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.render.docx.additions import Addition
from drafter.render.docx.package import Part, packed
from drafter.render.measures import BODY_FACE, LATIN, WIDTH
from drafter.render.plots import LINES, PIE, Series, labelled, number, series_of

if TYPE_CHECKING:
    from drafter.model.block import Block

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: 150 x 80 mm in EMU (36,000 a mm).
_SIZE = (150 * 36000, 80 * 36000)
_TWIP = 635
_BLACK = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def _solid(grey: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{grey}"/></a:solidFill>'


def _pattern(name: str) -> str:
    ground = '<a:fgClr><a:srgbClr val="000000"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    return f'<a:pattFill prst="{name}">{ground}</a:pattFill>'


#: What tells columns and slices apart, and lines: dash and marker.
_FILLS = (
    _solid("595959"),
    _pattern("wdUpDiag"),
    _solid("D9D9D9"),
    _pattern("smGrid"),
    _solid("FFFFFF"),
    _pattern("dkHorz"),
    _solid("A6A6A6"),
    _pattern("pct25"),
)
_STROKES = (
    ("solid", "circle"), ("dash", "square"), ("sysDot", "triangle"), ("lgDashDot", "diamond"), ("solid", "x"), ("dash", "star"),
)  # fmt: skip


def paragraph(block: "Block", place: int, head: str = "", room: int = WIDTH) -> str:
    """The paragraph that shows chart ``place``, counted from 1; it stays on the page of its caption. ``room`` is the width of the
    text, in twips: a chart that is wider is drawn smaller.
    """
    wide = min(_SIZE[0], room * _TWIP)
    high = _SIZE[1] * wide // _SIZE[0]
    drawing = block.drawing
    alt = _escaped(drawing.alt) if drawing else ""
    name = _escaped(drawing.title) if drawing else ""
    graphic = (
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart"'
        f' xmlns:r="{_OFFICE}" r:id="{_id(place)}"/></a:graphicData></a:graphic>'
    )
    inline = (
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{1000 + place}" name="{name}" descr="{alt}"/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:inline>"
    )
    return (
        f'<w:p><w:pPr><w:keepNext/>{head}<w:snapToGrid w:val="0"/><w:spacing w:before="120" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f"<w:drawing>{inline}</w:drawing></w:r></w:p>"
    )


def additions(blocks: "Sequence[Block]") -> list[Addition]:
    """The parts of all charts: drawing, its relation, workbook."""
    charts = [block for block in blocks if block.kind == "chart"]
    made = []
    for place, block in enumerate(charts, 1):
        book = f"word/embeddings/drafterBook{place}.xlsx"
        name = f"word/charts/drafterChart{place}.xml"
        relations = (
            f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/package" Target="/{book}"/></Relationships>'
        )
        data = workbook(block.rows)
        made += [
            Addition(packed(name, chart_xml(block).encode()), _CHART_TYPE, f"{_OFFICE}/chart", _id(place)),
            Addition(packed(f"word/charts/_rels/drafterChart{place}.xml.rels", relations.encode())),
            Addition(Part(book, 0, zlib.crc32(data), data, len(data)), _BOOK_TYPE),  # compressed already
        ]
    return made


def _id(place: int) -> str:
    return f"drafterChart{place}"


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """The numbers as Word opens them in Excel; no clock, so the same numbers make the same bytes."""
    from io import BytesIO

    import xlsxwriter  # type: ignore[import-untyped]

    from drafter.render.xlsx import MADE

    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Sheet1")
    sheet.set_column(0, 0, 30)
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            value = number(text) if place and column else None
            if value is not None:
                sheet.write_number(place, column, float(value))
            elif text:
                sheet.write_string(place, column, text)
    book.close()
    return target.getvalue()


# The drawing


def chart_xml(block: "Block") -> str:
    drawing = block.drawing
    kind, unit = (drawing.kind, drawing.unit) if drawing else ("", "")
    series = series_of(block.rows)
    names = [row[0] for row in block.rows[1:]]
    if kind == PIE:
        plot = _pie(series[:1], names)
    elif kind == LINES:
        plot = _lines(series, names) + _axes(unit, None)
    else:
        positive = all(value is None or not value.startswith("-") for each in series for value in each.values)
        plot = _columns(series, names) + _axes(unit, 0 if positive else None)
    axes = kind != PIE
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(series) > 1 or not axes else ""
    face = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{BODY_FACE}"/>'
    text = f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1050">{_solid("000000")}{face}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    return (
        f'{_DECLARATION}<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}">'
        '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{_place(bool(legend)) if axes else "<c:layout/>"}{plot}</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>{text}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _place(legend: bool) -> str:
    """Where columns and lines are: below the unit, over the names and the legend; in parts of the whole."""
    sides = {"x": 0.1, "y": 0.13, "w": 0.87, "h": 0.63 if legend else 0.73}
    said = "".join(f'<c:{side} val="{value}"/>' for side, value in sides.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{said}</c:manualLayout></c:layout>"
    )


def _columns(series: Sequence[Series], names: Sequence[str]) -> str:
    drawn = "".join(
        _series(place, each, names, f"<c:spPr>{_FILLS[place % len(_FILLS)]}{_BLACK}</c:spPr>", '<c:invertIfNegative val="0"/>',
                _labels(each, "outEnd") if labelled(series) else "")
        for place, each in enumerate(series)
    )  # fmt: skip
    # A single column for a year would fill the page.
    gap = 100 if len(series) > 1 else 180
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{drawn}<c:gapWidth val="{gap}"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _lines(series: Sequence[Series], names: Sequence[str]) -> str:
    drawn = []
    for place, each in enumerate(series):
        dash, marker = _STROKES[place % len(_STROKES)]
        line = f'<a:ln w="19050">{_solid("000000")}<a:prstDash val="{dash}"/></a:ln>'
        fill = _solid("FFFFFF" if place % 2 else "000000")
        look = f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="{marker}"/><c:size val="7"/><c:spPr>{fill}{_BLACK}</c:spPr></c:marker>'
        drawn.append(_series(place, each, names, look, "", _labels(each, "t") if labelled(series) else "", '<c:smooth val="0"/>'))
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(drawn)}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def _pie(series: Sequence[Series], names: Sequence[str]) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:bubble3D val="0"/><c:spPr>{_FILLS[place % len(_FILLS)]}{_BLACK}</c:spPr></c:dPt>'
        for place in range(len(names))
    )
    labels = (
        '<c:dLbls><c:numFmt formatCode="0.0%" sourceLinked="0"/><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/>'
        '<c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/>'
        '<c:showLeaderLines val="1"/></c:dLbls>'
    )
    drawn = "".join(_series(place, each, names, "", points, labels) for place, each in enumerate(series))
    return f'<c:pieChart><c:varyColors val="1"/>{drawn}<c:firstSliceAng val="0"/></c:pieChart>'


def _series(place: int, series: Series, names: Sequence[str], look: str, points: str, labels: str, end: str = "") -> str:
    column, last = chr(ord("B") + place), len(names) + 1
    title = f'<c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/>{_point(0, series.name)}</c:strCache></c:strRef></c:tx>'
    categories = "".join(_point(number, name) for number, name in enumerate(names))
    values = "".join(_point(number, value) for number, value in enumerate(series.values) if value is not None)
    count = f'<c:ptCount val="{len(names)}"/>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>{title}{look}{points}{labels}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{count}{categories}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{count}{values}</c:numCache></c:numRef></c:val>{end}</c:ser>"
    )


def _point(place: int, text: str) -> str:
    return f'<c:pt idx="{place}"><c:v>{_escaped(text)}</c:v></c:pt>'


def _labels(series: Series, where: str) -> str:
    """Each value at its column or point, with the decimals it was typed with."""
    return (
        f'<c:dLbls><c:numFmt formatCode="{_format(series)}" sourceLinked="0"/><c:dLblPos val="{where}"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        "</c:dLbls>"
    )


def _format(series: Series) -> str:
    decimals = {len(value.partition(".")[2]) for value in series.values if value is not None}
    return f"0.{'0' * decimals.pop()}" if len(decimals) == 1 and decimals != {0} else "General"


def _axes(unit: str, least: int | None) -> str:
    """Categories below, values at the left under the unit. Columns begin at nought."""
    line = f'<c:spPr><a:ln w="9525">{_solid("000000")}</a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_solid("D9D9D9")}</a:ln></c:spPr></c:majorGridlines>'
    said = ""
    if unit:
        run = f'<a:p><a:pPr><a:defRPr sz="1050" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1050" b="0"/><a:t>单位：{_escaped(unit)}</a:t></a:r></a:p>'
        said = (
            f'<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/>{run}</c:rich></c:tx><c:layout><c:manualLayout>'
            '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.01"/><c:y val="0.01"/></c:manualLayout></c:layout>'
            '<c:overlay val="0"/></c:title>'
        )
    lowest = f'<c:min val="{least}"/>' if least is not None else ""
    ends = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{ends}{line}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{lowest}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{grid}{said}<c:numFmt formatCode="General" sourceLinked="0"/>{ends}{line}<c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/></c:valAx>'
    )


def _escaped(text: str) -> str:
    """Text and attribute values; a line feed in an attribute would be lost."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")
