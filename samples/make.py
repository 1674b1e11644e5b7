"""Makes the sample documents: `make samples`.

Each NAME.expected.tsv holds a report as rows (role, level, part, text). Here the rows are dressed as the files that clerks
really have: Word with automatic numbering and tracked changes, a government web page, a wrapped GBK text, a text on one
line, Markdown. The periods of facts/ are rendered beside them. Same input, same bytes.
"""

import csv
import io
import re
import zipfile
from html import escape
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


class Row(NamedTuple):
    role: str
    level: int
    text: str


def rows(name: str) -> list[Row]:
    """The rows of a sample's expected outline."""
    with (HERE / f"{name}.expected.tsv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["role"], int(row["level"]), row["text"]) for row in found]


def run_in(text: str) -> tuple[str, str]:
    """A run-in heading with its ordinal and 。, and the text after it."""
    head, stop, rest = text.partition("。")
    return head + stop, rest


# Markdown ---------------------------------------------------------------------------------------------------------------


def markdown(report: list[Row]) -> str:
    title, *body = report
    lines = [f"# {title.text}"]
    for row in body:
        if row.role == "heading":
            lines.append(f"{'#' * (row.level + 1)} {row.text}")
        elif row.role == "run-in":
            head, rest = run_in(row.text)
            lines.append(f"**{head}**{rest}")
        else:
            lines.append(row.text)
    return "\n\n".join(lines) + "\n"


# Text -------------------------------------------------------------------------------------------------------------------

_WIDTH, _PAGE = 36, 22
_CLOSING = "，。；：、）”》"


def wrapped(report: list[Row], header: str) -> str:
    """As copied from a PDF: lines of 36 characters, every 22 lines a page number, and from the second page on a running header."""
    lines: list[str] = []
    for row in report:
        text = row.text if row is report[0] else f"　　{row.text}"
        lines += re.findall(f".{{1,{_WIDTH}}}[{_CLOSING}]?", text)
    pages = [lines[start : start + _PAGE] for start in range(0, len(lines), _PAGE)]
    out: list[str] = []
    for number, page in enumerate(pages, 1):
        out += [header] * (number > 1) + [*page, f"第 {number} 页 共 {len(pages)} 页"]
    return "\r\n".join(out) + "\r\n"


def one_line(report: list[Row], notice: str) -> str:
    """As share sites give it: the title, a notice, and the whole report on one line."""
    title = report[0].text
    return f"{title}\n{notice} " + " ".join(row.text for row in report) + "\n"


# Web page ---------------------------------------------------------------------------------------------------------------

_PAGE_TOP = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_石埠县人民政府</title>
<meta name="ColumnName" content="总结计划">
<style>.nav li {{ float: left }} #zoom p {{ line-height: 2em }}</style>
<script>var _site = {{ "column": "zjjh" }};</script>
</head>
<body>
<div class="header"><div class="logo"><a href="/">石埠县人民政府门户网站</a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw/">新闻动态</a></li><li><a href="/zwgk/">政务公开</a></li>\
<li><a href="/bs/">办事服务</a></li><li><a href="/hd/">互动交流</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zjjh/">总结计划</a></div>
<table class="xxgk-info">
<tr><td>索引号：</td><td>014330027/2024-00117</td><td>发布机构：</td><td>县水利局</td></tr>
<tr><td>发布日期：</td><td>2024-07-16</td><td>文　　号：</td><td></td></tr>
</table>
<div class="article">
<h1>{title}</h1>
<div class="info">发布时间：2024-07-16 09:42　来源：县水利局　浏览次数：<span id="hits"></span>　字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div id="zoom">
"""

_PAGE_END = """</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="pager"><p>上一篇：<a href="#">石埠县水利局2024年部门预算公开</a></p><p>下一篇：<a href="#">关于白沙河段施工通告</a></p></div>
</div>
<div class="footer"><p>主办：石埠县人民政府办公室　承办：石埠县大数据管理中心</p><p>网站标识码：3299990001　政府网站找错</p></div>
</body>
</html>
"""


def web_page(report: list[Row]) -> str:
    title, *body = report
    lines = []
    for row in body:
        if row.role == "run-in":
            head, rest = run_in(row.text)
            said = f"<strong>{escape(head)}</strong>{escape(rest)}"
        elif row.role == "heading":
            said = f'<span style="font-family: 黑体">{escape(row.text)}</span>'
        else:
            said = escape(row.text)
        lines.append(f'<p style="text-indent: 2em">&nbsp;&nbsp;&nbsp;&nbsp;{said}</p>')
    return _PAGE_TOP.format(title=escape(title.text)) + "\n".join(lines) + "\n" + _PAGE_END


# Word -------------------------------------------------------------------------------------------------------------------

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ORDINALS = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|[一二三四五六七八九十]+是)")


def word(report: list[Row]) -> bytes:
    """A notice and its report as Word saves them: headings and points numbered by Word, one sentence under tracked changes."""
    title = next(place for place in range(len(report) - 1, -1, -1) if report[place].role == "front") - 1
    body = [_cover(row, place) for place, row in enumerate(report[:title])]
    body.append(_paragraph("Title", _run(report[title].text), '<w:pageBreakBefore w:val="1"/>'))
    lists = 2
    for before, row in zip(report[title:], report[title + 1 :], strict=False):
        if row.role == "point" and before.role != "point":
            lists += 1
        body.append(_body(row, lists))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml"), ("footer", "footer1.xml")]
        ),
        "word/document.xml": _document("".join(body)),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _numbering(lists),
        "word/header1.xml": f"{_XML}<w:hdr {_W}>{_paragraph('', _run('柳浦镇人民政府文件'))}</w:hdr>",
        "word/footer1.xml": f"{_XML}<w:ftr {_W}>{_paragraph('', _PAGE_NUMBER)}</w:ftr>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _cover(row: Row, place: int) -> str:
    sides = {0: "center", 1: "center", 4: "right", 5: "right"}
    look = f'<w:jc w:val="{sides[place]}"/>' if place in sides else ""
    return _paragraph("Title" if place == 1 else "", _run(row.text), look)


def _body(row: Row, numbered: int) -> str:
    if row.role == "heading":
        return _paragraph(f"Heading{row.level}", _run(_ORDINALS.sub("", row.text)))
    if row.role == "point":
        look = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>'
        return _paragraph("", _run(_ORDINALS.sub("", row.text)), look)
    if "占年度目标" in row.text:
        return _paragraph("", _tracked(row.text))
    half = len(row.text) // 2
    return _paragraph("", _run(row.text[:half]) + '<w:proofErr w:type="gramStart"/>' + _run(row.text[half:]))


def _tracked(text: str) -> str:
    """The first sentence was inserted and a phrase deleted, and nobody accepted the changes."""
    first, stop, rest = text.partition("。")
    who = 'w:author="党政办" w:date="2024-07-05T09:00:00Z"'
    deleted = f'<w:del w:id="2" {who}><w:r><w:delText>据初步统计，</w:delText></w:r></w:del>'
    return f'{deleted}<w:ins w:id="1" {who}>{_run(first + stop)}</w:ins>{_run(rest)}'


def _run(text: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(style: str, inside: str, look: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{look}</w:pPr>{inside}</w:p>"


def _document(body: str) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
        'w:header="851" w:footer="1417" w:gutter="0"/></w:sectPr>'
    )
    return f"{_XML}<w:document {_W} {_R}><w:body>{body}{section}</w:body></w:document>"


def _style(key: str, name: str, look: str, based: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr>{look}</w:pPr></w:style>'
    )


def _heading_style(level: int) -> str:
    look = f'<w:keepNext/><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", look)


_STYLES = (
    f'{_XML}<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    + _style("Title", "Title", '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>')
    + "".join(_heading_style(level) for level in (1, 2, 3))
    + "</w:styles>"
)
_PAGE_NUMBER = (
    '<w:r><w:t>— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "<w:r><w:t> —</w:t></w:r>"
)


def _numbering(lists: int) -> str:
    """List 1 numbers the headings (一、（一）1.); lists from 3 on the points (一是), each beginning anew."""
    headings = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in enumerate(
            (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
        )
    )
    points = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="%1是"/><w:lvlJc w:val="left"/></w:lvl>'
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{again}</w:num>' for number in range(3, lists + 1)
    )
    return (
        f'{_XML}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{headings}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{points}</w:abstractNum>'
        f"{numbers}</w:numbering>"
    )


def _relations(parts: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "numbering": "numbering", "header1": "header", "footer1": "footer"}
    inside = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in parts.items())
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


# All of it --------------------------------------------------------------------------------------------------------------


def documents() -> dict[str, bytes]:
    """File name → bytes of every sample document."""
    return {
        "教育局全年总结.md": markdown(rows("教育局全年总结")).encode(),
        "卫健委半年总结.txt": wrapped(rows("卫健委半年总结"), "安澜市卫生健康委员会　内部资料").encode("gbk"),
        "水利局半年总结.html": web_page(rows("水利局半年总结")).encode(),
        "镇政府半年总结.docx": word(rows("镇政府半年总结")),
        "档案馆全年总结.txt": one_line(rows("档案馆全年总结"), "本文档由用户上传分享，仅供学习参考，下载后可编辑").encode(),
    }


def rendered() -> dict[str, bytes]:
    """File name → bytes of every period of facts/, as Word and as text."""
    from drafter.actions.opening import open_report
    from drafter.actions.render import render

    found = {}
    for folder in sorted(path for path in (ROOT / "facts").iterdir() if path.is_dir()):
        opened = open_report(str(folder), ROOT)
        for form in ("docx", "txt"):
            found[f"rendered/{folder.name}.{form}"] = render(opened, form)[0]
    return found


def main() -> None:
    (HERE / "rendered").mkdir(exist_ok=True)
    for name, data in {**documents(), **rendered()}.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
