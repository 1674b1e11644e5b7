"""Makes base.docx: styles, footers, settings and fonts of GB/T 9704-2012, with a specimen of every style to restyle.

``python -m drafter.render.docx.base OUT`` writes it; the same code always writes the same bytes.
"""

import sys
from pathlib import Path

from drafter.model.block import Block, Run
from drafter.render.docx.body import body, marks, section
from drafter.render.docx.package import lay_out, packed, zipped
from drafter.render.docx.styles import definitions, fonts, normal, size
from drafter.render.docx.template import PACKAGE, R, W
from drafter.render.docx.theme import theme
from drafter.render.measures import BODY_FACE, LATIN, STAND_INS

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOTERS = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: Part under word/ → the last word of its content type and of its relation to the document.
_PARTS = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "footer1": "footer", "footer2": "footer"}


def _document() -> str:
    level = ("一、一级标题", "（一）二级标题", "1.三级标题", "（1）四级标题", "五级标题", "六级标题")
    blocks = [
        Block("marking", (Run("份号、密级、紧急程度"),)),
        Block("mark", (Run("发文机关标志"),)),
        Block("number", (Run("红头字号"),)),
        Block("title", (Run("标题"),)),
        Block("number", (Run("发文字号"),)),
        Block("byline", (Run("题下署名"),)),
        Block("addressees", (Run("主送机关："),)),
        Block("paragraph", (Run("正文。这些文字只是各样式的样张，生成报告时不会保留；在 Word 里修改样式即可改变报告的外观。"),)),
        *(Block("heading", (Run(text, n),), n) for n, text in enumerate(level, 1)),
        *(Block("paragraph", (Run(text + "。", n), Run("接排的正文。"))) for n, text in enumerate(level[:4], 1)),
        Block("caption", (Run("表题"),)),
        Block("table", rows=(("表头", "表头"), ("表文", "表文"))),
        Block("signature", (Run("署名"),)),
        Block("date", (Run("成文日期"),)),
        Block("annex-note", (Run("附件：附件说明"),)),
        Block("annex", (Run("附件序号"),)),
        Block("copies", (Run("抄送：版记。"),)),
        Block("imprint", (Run("印发机关\t印发日期"),)),
    ]
    look = marks(default_ids())
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body(blocks, look)}{section(_FOOTERS)}</w:body></w:document>'


def default_ids() -> dict[str, str]:
    """Name of a style → its id in base.docx."""
    return {name: look.partition('w:styleId="')[2].partition('"')[0] for name, look in definitions().items()}


def _styles() -> str:
    language = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = f"<w:rPrDefault><w:rPr>{fonts(BODY_FACE)}{size(32)}{language}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults>{defaults}</w:docDefaults>{normal()}{"".join(definitions().values())}</w:styles>'
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table() -> str:
    chinese = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="default"/></w:font>'
        for face, others in STAND_INS.items()
    )
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    return f'<w:fonts xmlns:w="{W}">{chinese}{latin}</w:fonts>'


def _footer(side: str) -> str:
    """— 1 — one character from the outer edge: right on odd pages, left on even ones (7.5)."""

    def run(inner: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{inner}</w:r>'

    field = "".join(
        run(inner)
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    dashes = run('<w:t xml:space="preserve">— </w:t>'), run('<w:t xml:space="preserve"> —</w:t>')
    place = f'<w:ind w:{side}="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{side}"/>'
    return (
        f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{place}</w:pPr>{dashes[0]}{field}{dashes[1]}</w:p></w:ftr>'
    )


def _content_types() -> str:
    overrides = {f"word/{name}": f"{_WORD}.{kind}+xml" for name, kind in {"document": "document.main", **_PARTS}.items()}
    overrides["word/theme1"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["docProps/core"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["docProps/app"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def make() -> bytes:
    """base.docx."""
    core = f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>'
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>drafter</Application></Properties>"
    )
    package = [
        (f"{R}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{R}/extended-properties", "docProps/app.xml"),
    ]
    inside = [(f"{R}/{kind}", f"{name}.xml") for name, kind in (*_PARTS.items(), ("theme1", "theme"))]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(package),
        "word/_rels/document.xml.rels": _relations(inside),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
        "word/theme1.xml": theme(),
        "docProps/app.xml": app,
        "docProps/core.xml": core,
        "word/document.xml": _document(),
    }
    return zipped(lay_out(packed(name, (_DECLARATION + xml).encode()) for name, xml in parts.items()))


def main() -> None:
    Path(sys.argv[1]).write_bytes(make())


if __name__ == "__main__":
    main()
