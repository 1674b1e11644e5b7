"""Whatever a clerk can type in any field reads back from the documents, or is refused naming the field."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import docx_paragraphs

from drafter.actions.check import check_opened
from drafter.actions.opening import Opened, find_layout
from drafter.actions.render import blocks, document
from drafter.model.block import text_of
from drafter.model.cover import Notice
from drafter.model.fact import Fact, paragraphs
from drafter.model.period import Period
from drafter.model.problem import errors
from drafter.model.report import Report
from drafter.model.style import Style
from drafter.store.folder import join
from drafter.store.layouts import search_path
from drafter.store.newfile import write_report
from drafter.store.reader import parse_text

FOLDERS = search_path(None)

# All of Unicode, with what breaks writers well represented.
AWKWARD = ["&", "<", ">", "]]>", "{{", "}}", "{%", "%}", "{#", "\\", '"', "'", ": ", " #", "- ", "\t", "\x00", "\x07", "\x85", "\xa0", "\u2028", "\u200d", "\ufeff", "\ufffd", "\ud800", "\uffff", "𠮷", "é", "〇", "　", "|", "*", "`", "@", "---", "<<<<<<<"]  # fmt: skip
TEXT = (
    st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=6)), max_size=6).map("".join).map(lambda text: text.strip("\n"))
)


def opened(report: Report) -> Opened:
    return Opened(Path(), report, find_layout("三段式", FOLDERS)[0], [], FOLDERS)


def html_lines(markup: str) -> list[str]:
    body = markup[markup.index("<body") :]
    found = re.findall(r"<(p|h[1-6])\b[^>]*>(.*?)</\1>", body, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]*>", "", inner)) for _, inner in found]


def with_text(field: str, text: str) -> Report:
    """A sound report with ``text`` in one field."""
    report = Report(unit="某局", period=Period(2024), title="总结", lead="开头。", achievements=(Fact(title="甲", text="乙。"),))
    match field:
        case "标题" | "导语" | "主送" | "署名" | "文号" | "附注":
            name = {"标题": "title", "导语": "lead", "主送": "addressees", "署名": "signature", "文号": "number", "附注": "note"}[
                field
            ]
            return replace(report, **{name: text})
        case "通知":
            return replace(report, notice=Notice(title=text or "通知", text=text))
        case "成绩标题":
            return replace(report, achievements=(Fact(title=text, text="正文。"),))
        case "成绩正文":
            return replace(report, achievements=(Fact(title="甲", text=text),))
        case "问题":
            return replace(report, issues=(Fact(title=text, text=text),))
        case "分项":
            return replace(report, achievements=(Fact(title="甲", children=(Fact(title="子", text=text), Fact(text=text))),))
        case _:
            return replace(report, style=Style(signing="题下"), signature=text, date="2024年1月")


FIELDS = ["标题", "导语", "主送", "署名", "文号", "附注", "通知", "成绩标题", "成绩正文", "问题", "分项", "题下"]


@pytest.mark.parametrize("field", FIELDS)
@given(text=TEXT)
def test_any_text_in_any_field(field: str, text: str) -> None:
    one_line = field in ("标题", "主送", "文号", "成绩标题", "问题")
    text = text.replace("\n", " ").replace("\r", " ") if one_line else text
    report = opened(with_text(field, text))
    found = errors(check_opened(report))
    if found:
        assert all(problem.message.zh for problem in found)
        assert any("“" in problem.message.zh for problem in found)
        return
    said = text_of(blocks(report)).split("\n")[:-1]
    for line in paragraphs(text):
        assert any(_literal(line) in shown for shown in said), (line, said)
    assert docx_paragraphs(document(report, "docx")) == said
    assert html_lines(document(report, "html").decode()) == said


def _literal(line: str) -> str:
    """What a text that names no figure prints: itself, but for the backslash that keeps braces."""
    return re.sub(r"\\(\{\{[ \t\u3000]*[^\W\d_][\w-]*(?:[.．][^\W\d_]\w*)?[ \t\u3000]*\}\})", r"\1", line)


@pytest.mark.parametrize("field", FIELDS)
@given(text=TEXT)
def test_any_text_survives_the_fact_file(field: str, text: str) -> None:
    report = with_text(field, text)
    reading = join([parse_text(write_report(report), "报告.yaml")])
    if errors(reading.problems):
        assert any(ord(sign) < 32 or ord(sign) in range(0x7F, 0xA0) or ord(sign) > 0xD7FF for sign in text), (
            text,
            reading.problems,
        )
        return
    assert reading.report == report
