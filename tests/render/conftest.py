"""Readers of their own, so that what is written is read by other code than what wrote it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from html.parser import HTMLParser

import pytest
from lxml import etree

from drafter.model.block import Block, Drawing, Run, text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _paragraph(element: etree._Element) -> str:
    """A break that was typed says so (textWrapping); one that only sets a title carries no text."""
    said = []
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}t":
            kept = node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            said.append((node.text or "") if kept else (node.text or "").strip())  # as Word does
        elif node.tag == f"{W}tab":
            said.append("\t")
        elif node.get(f"{W}type") == "textWrapping":
            said.append("\n")
    return "".join(said)


def _docx_lines(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        root = etree.fromstring(package.read("word/document.xml"))
    lines = []
    for element in root[0]:
        if element.tag == f"{W}p":
            lines.append(_paragraph(element))
        elif element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                lines.append("\t".join(_paragraph(cell) for cell in row.iter(f"{W}tc")))
    return [line for line in "\n".join(lines).split("\n") if line]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.row: list[str] = []
        self.open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("p", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"):
            self.open = []
        elif tag == "tr":
            self.row = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.open is not None:
            self.row.append("".join(self.open))
            self.open = None
        elif tag == "tr":
            self.lines.append("\t".join(self.row))
        elif self.open is not None and tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6"):
            self.lines.append("".join(self.open))
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open is not None:
            self.open.append(data)


def _html_lines(html: str) -> list[str]:
    parser = _Html()
    parser.feed(html)
    parser.close()
    return [line for line in "\n".join(parser.lines).split("\n") if line]


def _txt_lines(blocks: Sequence[Block]) -> list[str]:
    return [line for line in text_of([block for block in blocks if block.kind != "chart"]).split("\n") if line]


@pytest.fixture(scope="session")
def docx_lines() -> Callable[[bytes], list[str]]:
    """The text of a DOCX, a line a paragraph or table row; paragraphs without text are not text."""
    return _docx_lines


@pytest.fixture(scope="session")
def html_lines() -> Callable[[str], list[str]]:
    """The text of the HTML that drafter writes, in the same form."""
    return _html_lines


@pytest.fixture(scope="session")
def txt_lines() -> Callable[[Sequence[Block]], list[str]]:
    """What ``--format txt`` says, in the same form, but for the numbers of charts: elsewhere they are drawn."""
    return _txt_lines


def _line(kind: str, *texts: str | Run, level: int = 0) -> Block:
    return Block(kind, tuple(Run(text) if isinstance(text, str) else text for text in texts), level)


@pytest.fixture(scope="session")
def report() -> list[Block]:
    """A report with every kind of block: a notice, then the report on a new page."""
    text = "河道管护由一处一策转为一河一档，巡查、保洁、执法三支队伍合署办公。"
    return [
        _line("marking", "000001"),
        _line("marking", "特急"),
        _line("mark", "临江市水务局文件"),
        _line("number", "临水发〔2025〕18号\t签发人：", Run("甲某", 2)),
        _line("title", "临江市水务局关于印发2025年上半年工作总结和下半年工作打算的通知"),
        _line("addressees", "各科室、各水管所："),
        _line("paragraph", "现将《2025年上半年工作总结和下半年工作打算》印发给你们，请结合实际抓好落实。"),
        _line("annex-note", "附件：1.任务分解表"),
        _line("annex-note", "2.联系人名单"),
        _line("signature", "临江市水务局"),
        _line("sealed", "2025年7月8日"),
        Block("break"),
        _line("title", "临江市水务局2025年上半年工作总结和下半年工作打算"),
        _line("byline", "临江市水务局"),
        _line("byline", "（2025年7月8日）"),
        _line("paragraph", text * 4),
        _line("heading", "一、上半年工作完成情况", level=1),
        _line("heading", "（一）守牢防汛底线", level=2),
        _line("paragraph", Run("1.压实责任。", 3), text, Run("汛前检查全部完成。", 0, True)),
        _line("paragraph", Run("（1）备足物资。", 4), "储备编织袋12.6万只、块石 3000 吨，“人、料、机”——一项不缺……"),
        _line("paragraph", Run("（二）提升水质。", 2), text),
        _line("paragraph", Run("二、短板。", 1), text),
        _line("heading", "1.三级标题", level=3),
        _line("heading", "（1）四级标题", level=4),
        _line("heading", "①五级标题", level=5),
        _line("heading", "一是六级标题", level=6),
        _line("caption", "表1 主要指标完成情况"),
        Block("table", rows=(("指标", "上半年", "全年目标", "完成率"), ("清淤（公里）", "38.5", "60", "64.2%"), ("合计",))),
        Block("table", rows=(("独行", "备注较长的一栏文字用来换行，看它是否左对齐，再写长一些，直到一行放不下为止，还要再长"),)),
        Block(
            "chart",
            rows=(("单位：公里", "2024年", "2025年"), ("清淤", "36.5", "38.5")),
            drawing=Drawing("柱形图", "清淤", "公里", "图"),
        ),
        _line("caption", "图1 清淤"),
        _line("note", "资料来源：河道处"),
        Block("landscape"),
        _line("caption", "表2 河道"),
        _line("unit", "单位：公里"),
        Block("table", rows=(("河道", "长度"), ("甲", "12.75"), ("乙", "8"))),
        Block("portrait"),
        _line("signature", "临江市水务局"),
        _line("date", "2025年7月8日"),
        Block("break"),
        _line("annex", "附件1"),
        _line("title", "任务分解表"),
        _line("paragraph", text),
        _line("copies", "抄送：市政府办公室，市防汛抗旱指挥部。"),
        _line("imprint", "临江市水务局办公室\t2025年7月9日印发"),
    ]
