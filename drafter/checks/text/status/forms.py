"""How a document is called: 《关于…的通知》, and how its number is written: 临卫发〔2024〕5号."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, quoted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import LAYOUT, Rule
from drafter.checks.text.status.naming import documents
from drafter.model.words import Both

RULES = (
    Rule(
        "document-title-form",
        "info",
        Both("文件名称缺“关于”", "A document without 关于"),
        Both(
            "公文标题由发文机关、“关于”引出的事由和文种组成，引用时不要漏字。",
            "The title of a document is made of issuer, subject after 关于, and kind; none of it is left out.",
        ),
        f"{LAYOUT} 7.3.1",
        "印发《加快推进校园食堂改造的通知》。",
        "印发《关于加快推进校园食堂改造的通知》。",
    ),
    Rule(
        "number-form",
        "warning",
        Both("发文字号写法不规范", "Form of a document number"),
        Both(
            "发文字号的年份写全四位、用六角括号括起，序号前不加“第”、不补 0。",
            "The year of a document number stands in full in 〔〕, its serial number without 第 and leading zeros.",
        ),
        f"{LAYOUT} 7.2.5",
        "落实《校园食堂管理办法》（临教发[2024]05号）。",
        "落实《校园食堂管理办法》（临教发〔2024〕5号）。",
    ),
)
_KINDS = "通知|通告|公告|决定|批复|请示|函|(?:实施|指导|若干|工作)?意见"
_LOST = re.compile(f"(?!.*(?:关于|印发|转发|批转|贯彻|征求|收集|征集)).{{4,}}的(?:{_KINDS})(?:（[^（）]*）)?")
#: The sign of who issued it, the year, the serial number. Courts number cases with the year before the sign, in round brackets.
_NUMBER = re.compile("[〔\\[［【（﹝〖](?<=[\u4e00-\u9fff].)((?:19|20)?[0-9]{2})年?[〕\\]］】）﹞〗]第?\\s?([0-9]{1,4})(?=号)")
_OTHER_NUMBERS = re.compile("[令告释约]$|合同$|证$")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    yield from _lost(manuscript)
    yield from _numbers(manuscript)


def _lost(manuscript: Manuscript) -> Iterator[Finding]:
    told = set()
    for each in documents(manuscript):
        if each.name not in told and _LOST.fullmatch(each.name):
            told.add(each.name)
            yield Finding(
                "document-title-form",
                each.start,
                each.end,
                Both(f"《{quoted(each.name)}》像是漏了“关于”。", f"《{quoted(each.name)}》 seems to lack 关于."),
                Both("核对文件原标题。", "Look up its title."),
            )


def _numbers(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    places: list[Place] = []
    for found in _NUMBER.finditer(text):
        year, serial = found.groups()
        if _OTHER_NUMBERS.search(text, max(0, found.start() - 2), found.start()):
            continue
        right = f"〔{year if len(year) == 4 else f'20{year}'}〕{int(serial)}"
        if found[0] != right:
            places.append((found.span(), (*found.span(), right)))
    shown = manuscript.words(*places[0][0]) if places else ""

    def said(number: int) -> Both:
        more = counted(number)
        return Both(f"发文字号“{shown}号”{more.zh}写法不规范。", f"The document number “{shown}号”{more.en} is not in form.")

    yield from together("number-form", places, said, Both("写成“〔2024〕5号”的样子。", "Write it as 〔2024〕5号."))
