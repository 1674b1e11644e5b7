"""What stands around a report that is issued: the red head over it, the notice before it, annexes and 版记 after it."""

from dataclasses import dataclass, field

from drafter.model.exhibit import Chart, Table
from drafter.model.fields import DATE, LINE, TEXT, Source, choice, records, word
from drafter.model.words import Both


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """红头: 版头 of GB/T 9704-2012 (7.2), over the notice, or over the report where no notice issues it.

    The number under the mark is that document's own 文号.
    """

    mark: str = word(
        "机关标志",
        TEXT,
        "Mark",
        Both(
            "红色大字，如 临江市科学技术局文件；联合行文一行一个",
            "the name in red, such as 临江市科学技术局文件; joint issuers one a line",
        ),
    )
    signer: str = word("签发人", LINE, "Signer", Both("上行文才填；几个人用空格隔开", "upward documents only; several by spaces"))
    copy: str = word("份号", LINE, "Copy", Both("涉密公文才有，如 000001", "the number of a secret copy, such as 000001"))
    secrecy: str = word("密级", LINE, "Secrecy", Both("密级和保密期限，如 秘密★1年", "such as 秘密★1年"))
    urgency: str = word("紧急程度", choice("特急", "加急"), "Urgency", Both("不急就不填", "empty where there is no hurry"))
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """通知: the notice that a report is issued by (印发通知). It is printed before the report."""

    number: str = word("文号", LINE, "Number", Both("如 临科发〔2024〕16号", "such as 临科发〔2024〕16号"))
    title: str = word("标题", LINE, "Title", Both("关于印发……的通知", "the title of the notice"), refers=True)
    addressees: str = word("主送", LINE, "Addressees", Both("主送机关，末尾用冒号", "whom it goes to, ending with a colon"))
    text: str = word("正文", TEXT, "Text", Both("通知的正文，一段一行", "what the notice says, a paragraph a line"), refers=True)
    signature: str = word("署名", TEXT, "Signature", Both("印发机关，一行一个", "the body that issues it; one a line"))
    date: str = word("成文日期", DATE, "Date", Both("通知的日期，如 2025年1月8日", "the day of the notice, such as 2025年1月8日"))
    note: str = word("附注", LINE, "Note", Both("日期下面，括号不用写", "below the date; its brackets are added"))
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """附件: one a record. Where it holds nothing it is only named: it goes out as a file of its own."""

    title: str = word(
        "标题",
        LINE,
        "Title",
        Both("附件的名称；不填用第一张表或图的", "what it is called; if empty, as its first table or chart"),
        refers=True,
    )
    text: str = word(
        "正文",
        TEXT,
        "Text",
        Both("另起一页印在后面；正文、表格、图都不填只列名称", "on a new page; an annex that holds nothing is only named"),
        refers=True,
    )
    tables: tuple[Table, ...] = word(
        "表格", records(lambda: Table), "Tables", Both("印在附件正文后面的表", "tables after the text of the annex")
    )
    charts: tuple[Chart, ...] = word(
        "图", records(lambda: Chart), "Charts", Both("印在附件正文后面的图", "charts after the text of the annex")
    )
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """版记: at the foot of the last page (GB/T 9704-2012, 7.4)."""

    copies: str = word("抄送", LINE, "Copies to", Both("抄送机关，不写“抄送”二字", "who gets copies"))
    office: str = word("印发机关", LINE, "Printed by", Both("办文的机关，如 市科技局办公室", "the office that sends it out"))
    date: str = word("印发日期", DATE, "Printed on", Both("如 2025年1月9日", "such as 2025年1月9日"))
    source: Source | None = field(default=None, compare=False, repr=False)
