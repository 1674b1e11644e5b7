"""Word files as bureaus have them, made as Word makes them: ids of styles in its own words, texts cut into runs, marks of places,
text boxes kept twice. Tests fill them and break them.
"""

import io
import struct
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="{R}" xmlns:w="{W}"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
BODY_LOOK = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
FANGSONG = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>'
)


def run(text: str, look: str = "") -> str:
    return f'<w:r w:rsidRPr="00A1B2C3"><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cut(text: str, look: str = "") -> str:
    """A text as Word cuts it, a sign a run, with a mark of the spelling between."""
    return '<w:proofErr w:type="spellStart"/>'.join(run(sign, look) for sign in text)


def line(content: str, look: str = "") -> str:
    return f'<w:p w:rsidR="00D4E5F6" w14:paraId="{zlib.crc32(content.encode()) & 0x7FFFFFFE | 1:08X}"><w:pPr>{look}</w:pPr>{content}</w:p>'


def place(words: str = "{{ 正文 }}") -> str:
    """The place for the report, where the writer last worked: Word leaves its mark there."""
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    return line(cut(words, FANGSONG) + mark, BODY_LOOK)


def box(content: str, wide: int = 5_600_000, high: int = 900_000) -> str:
    """A text box, and the copy of it for old programs."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><w:rPr/><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"'
        ' simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
        f'<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="{wide}" cy="{high}"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="7" name="文本框 7"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        '</mc:Choice><mc:Fallback><w:pict><v:shape id="box7" style="width:440pt;height:70pt"><v:textbox>'
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    wide = 8800 // len(rows[0])
    cells = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{line(cell)}</w:tc>' for cell in row)
        + "</w:tr>"
        for row in rows
    )
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "bottom", "insideH"))
    grid = f'<w:gridCol w:w="{wide}"/>' * len(rows[0])
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="8800" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"
    )


def section(refs: str = "", first: str = "") -> str:
    return (
        f'<w:sectPr w:rsidR="00D4E5F6">{refs}{first}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474"'
        ' w:bottom="1984" w:left="1588" w:header="851" w:footer="1200" w:gutter="0"/><w:pgNumType w:start="5"/>'
        '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    )


PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_CENTRED = '<w:jc w:val="center"/>'


def _styles() -> str:
    """As a new document of a Chinese Word: 五号 in theme fonts, a title of its own, no headings."""
    fonts = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    )
    return (
        f'<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:kern w:val="2"/><w:sz w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:qFormat/><w:pPr>'
        f'{_CENTRED}</w:pPr><w:rPr><w:rFonts w:eastAsia="华文中宋"/><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="footer"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )


def _theme() -> bytes:
    from drafter.render.docx.theme import theme

    return theme().encode()


def png() -> bytes:
    """A red square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xd0\x10\x10" * 8) * 8
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="3" name="徽标"/>'
    '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="3" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)

Relations = list[tuple[str, str, bool]]


def relations(listed: Relations) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if out else ""}/>'
        for number, (kind, target, out) in enumerate(listed, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


#: What every file has, as rId1 … of its document.
_ALWAYS: Relations = [
    ("styles", "styles.xml", False),
    ("settings", "settings.xml", False),
    ("theme", "theme/theme1.xml", False),
    ("fontTable", "fontTable.xml", False),
]


def parts(body: str, extra: dict[str, str | bytes] | None = None, linked: Relations | None = None) -> dict[str, bytes]:
    """The parts of a file. ``linked`` are relations of the document, rId5 …; ``extra`` are parts of word/."""
    kinds = {"header": "header", "footer": "footer", "footnotes": "footnotes"}
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name in extra or {}
        for prefix, kind in kinds.items()
        if name.startswith(prefix)
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{main}.styles+xml"/><Override PartName="/word/settings.xml"'
        f' ContentType="{main}.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="{main}.fontTable+xml"/><Override PartName="/word/theme/theme1.xml"'
        f' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>{types}</Types>',
        "_rels/.rels": relations([("officeDocument", "word/document.xml", False)]),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations([*_ALWAYS, *(linked or [])]),
        "word/styles.xml": _styles(),
        "word/settings.xml": f'<w:settings {_SPACES}><w:zoom w:percent="100"/></w:settings>',
        "word/theme/theme1.xml": _theme(),
        "word/fontTable.xml": f'<w:fonts {_SPACES}><w:font w:name="宋体"><w:charset w:val="86"/></w:font></w:fonts>',
        **{f"word/{name}": content for name, content in (extra or {}).items()},
    }
    return {name: one if isinstance(one, bytes) else (_DECLARED + one).encode() for name, one in made.items()}


def packed(made: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def header(content: str) -> str:
    return f"<w:hdr {_SPACES}>{content}</w:hdr>"


def footer(content: str) -> str:
    return f"<w:ftr {_SPACES}>{line(content, '<w:pStyle w:val=' + chr(34) + 'a4' + chr(34) + '/>' + _CENTRED)}</w:ftr>"


def red_head() -> dict[str, bytes]:
    """红头: the mark in a text box, the number over a red rule, 版记 in a table, the period in the footer."""
    red = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="FF0000"/><w:sz w:val="80"/>'
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="12" w:color="FF0000"/></w:pBdr>' + _CENTRED
    right = '<w:ind w:right="640"/><w:jc w:val="right"/>'
    body = (
        line(box(line(cut("{{单位}}", red) + run("文件", red), _CENTRED)))
        + line(cut("{{ 文号 }}", FANGSONG), rule)
        + line("")
        + line(run("{{ 标", "") + run("题 ", "") + run("}}"), '<w:pStyle w:val="a3"/>')
        + line(run("{{主送}}", FANGSONG))
        + place()
        + line(cut("{{ 署名 }}", FANGSONG), right)
        + line(run("{{ 成文日期 }}", FANGSONG), right)
        + table((run("抄送：市委办公室，市政府办公室。"),), (run("{{ 单位 }}办公室　　{{ 成文日期 }}印发"),))
        + line("")
        + section('<w:footerReference w:type="default" r:id="rId5"/>')
    )
    return parts(
        body, {"footer1.xml": footer(run("{{ 期间 }}工作总结　第 ") + PAGE + run(" 页"))}, [("footer", "footer1.xml", False)]
    )


def cover_page() -> dict[str, bytes]:
    """A cover with a table of who and when, figures in a second table, and the report in a section of its own."""
    refs = '<w:headerReference w:type="default" r:id="rId5"/>'
    ending = BODY_LOOK + section(refs)
    body = (
        line(cut("{{ 单位 }}"), '<w:pStyle w:val="a3"/>')
        + table(
            (run("报告名称"), cut("{{ 标题 }}")), (run("报告期间"), run("{{期间}}")), (run("报送日期"), run("{{ 成文日期 }}"))
        )
        + line("", section(refs, '<w:type w:val="nextPage"/>'))
        + line(cut("{{ 报告 }}", FANGSONG), ending)
        + line(run("附：几个数"))
        + table((run("净增高企"), run("{{ 高企净增 }}")), (run("同比"), cut("{{ 高企净增.同比 }}")))
        + line("")
        + section(refs)
    )
    head = header(table((run("{{ 单位 }}"), cut("{{ 标题 }}"))) + line(run("内部资料")))
    return parts(body, {"header1.xml": head}, [("header", "header1.xml", False)])


def bulletin() -> dict[str, bytes]:
    """简报: a logo in the header, a link, an attached template, a control around a field, and a box at the end."""
    body = (
        line(run("工作简报", '<w:b/><w:color w:val="C00000"/><w:sz w:val="72"/>'), _CENTRED)
        + f'<w:sdt><w:sdtPr><w:id w:val="44"/></w:sdtPr><w:sdtContent>{line(run("{{ 单位 }}编　") + cut("{{ 成文日期 }}"))}</w:sdtContent></w:sdt>'
        + place("{{正文}}")
        + line('<w:hyperlink r:id="rId6" w:history="1">' + run("网上查看") + "</w:hyperlink>")
        + line(box(line(run("联系人：{{ 单") + run("位 }}办公室"))))
        + section('<w:headerReference w:type="default" r:id="rId5"/>')
    )
    made = parts(
        body,
        {
            "header1.xml": header(line(PICTURE + run("　{{ 期间 }}"))),
            "_rels/header1.xml.rels": relations([("image", "media/logo.png", False)]),
            "media/logo.png": png(),
            "_rels/settings.xml.rels": relations([("attachedTemplate", "file:///C:/Templates/局.dotm", True)]),
        },
        [("header", "header1.xml", False), ("hyperlink", "http://example.com/", True)],
    )
    settings = made["word/settings.xml"].replace(b"</w:settings>", b'<w:attachedTemplate r:id="rId1"/></w:settings>')
    return {**made, "word/settings.xml": settings}


FILES = {"red-head": red_head, "cover-page": cover_page, "bulletin": bulletin}
