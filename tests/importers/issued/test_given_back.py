"""A red-headed document of the product's own is read back into the fields it was printed from, and prints the same again."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.importing import Taken, look
from drafter.actions.opening import Opened, find_layout
from drafter.actions.render import Format, blocks, document
from drafter.model.block import text_of
from drafter.model.cover import Annex, Head, Imprint, Notice
from drafter.model.fact import Fact
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.store.layouts import search_path

FOLDERS = search_path(None)
FORMATS: tuple[Format, ...] = ("docx", "html", "txt")
LAYOUT = find_layout("三段式", FOLDERS)[0]
COVER = ("head", "notice", "annexes", "imprint", "title", "number", "addressees", "signature", "date", "note", "lead")

BASE = Report(
    unit="青禾县水利局",
    period=Period(2024),
    layout="三段式",
    title="青禾县水利局2024年工作总结和2025年工作打算",
    lead="2024年，全局围绕防汛、供水两件大事，修堤筑渠，附件材料和抄送文书一并清理，任务较好完成。",
    achievements=(
        Fact(title="修渠筑坝", text="修渠十里，筑坝两座，群众用水更有保障。"),
        Fact(title="供水到户", text="新增供水户三百户，详见附件1。"),
    ),
    issues=(Fact(title="老渠漏损偏高", text="一些老渠年久失修。"), Fact(title="人手不足", text="基层水管员少。")),
    plans=(Fact(title="再修新渠", text="再修渠二十里，力争年内完工。"), Fact(title="培训人手", text="开班两期。")),
)
NOTICE = Notice(
    number="青水发〔2025〕3号",
    title="青禾县水利局关于印发2024年工作总结和2025年工作打算的通知",
    addressees="各乡镇水利站，局机关各科室：",
    text="现将《青禾县水利局2024年工作总结和2025年工作打算》印发给你们，请结合实际抓好落实。\n执行中的问题，请及时报告。",
    signature="青禾县水利局",
    date="2025年1月8日",
)
ANNEXES = (Annex(title="2025年重点任务分解表", text="防汛由工程科牵头。\n供水由农水科牵头。"), Annex(title="联系人名单"))
IMPRINT = Imprint(copies="县政府办公室，市水利局", office="青禾县水利局办公室", date="2025年1月9日")

heads = st.builds(
    Head,
    mark=st.sampled_from(["青禾县水利局文件", "中共青禾县水利局党组文件"]),
    signer=st.sampled_from(["", "李强", "李强　王小明"]),
    copy=st.sampled_from(["", "000012"]),
    secrecy=st.sampled_from(["", "秘密★1年", "机密★长期"]),
    urgency=st.sampled_from(["", "特急", "加急"]),
)
notices = st.builds(
    lambda note, number, signature: replace(NOTICE, note=note, number=number, signature=signature),
    st.sampled_from(["", "此件公开发布", "联系人：张三，电话：12345678"]),
    st.sampled_from(["青水发〔2025〕3号", "青水办〔2025〕12号"]),
    st.sampled_from(["青禾县水利局", "青禾县水利局\n青禾县财政局"]),
)
imprints = st.builds(
    lambda copies: replace(IMPRINT, copies=copies), st.sampled_from(["", "县政府办公室", "县委，县人大，县政协办公室，市水利局"])
)
annexes = st.sampled_from([(), ANNEXES, ANNEXES[:1], ANNEXES[1:], (ANNEXES[1], ANNEXES[0], Annex(title="名册", text="张三。"))])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any parts together: issued by a notice, or signed and sent itself."""
    report = replace(
        BASE,
        head=draw(st.none() | heads),
        annexes=draw(annexes),
        imprint=draw(st.none() | imprints),
    )
    if draw(st.booleans()):
        return replace(report, notice=draw(notices), sealed=draw(st.booleans()), date=NOTICE.date)
    return replace(
        report,
        number="青水〔2025〕3号",
        addressees="县人民政府：",
        signature="青禾县水利局",
        date="2025年1月8日",
        sealed=draw(st.booleans()),
        note=draw(st.sampled_from(["", "（联系人：张三，电话：12345678）"])),
    )


def opened(report: Report) -> Opened:
    return Opened(Path(), report, LAYOUT, [], FOLDERS)


def taken(report: Report, form: Format, folder: Path) -> Taken:
    file = folder / f"报告.{form}"
    file.write_bytes(document(opened(report), form))
    return look(file, folder)


def lines(report: Report) -> list[str]:
    return text_of(blocks(opened(report))).splitlines()


@pytest.mark.parametrize("form", FORMATS)
@given(report=reports())
def test_whatever_stands_around_it_comes_back(form: Format, report: Report, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = taken(report, form, tmp_path_factory.mktemp("importing")).report
    assert {name: getattr(found, name) for name in COVER} == {name: getattr(report, name) for name in COVER}
    assert [(fact.title, fact.text) for *_, fact in found.facts()] == [(fact.title, fact.text) for *_, fact in report.facts()]
    assert lines(replace(found, sealed=report.sealed)) == lines(report)
    # Only Word shows how far from the edge a date stands; signatures side by side show it everywhere.
    shown = form == "docx" or (report.notice is not None and "\n" in report.notice.signature)
    assert found.sealed == (report.sealed and shown)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_without_any_of_it_is_read_as_before(form: Format, tmp_path: Path) -> None:
    found = taken(BASE, form, tmp_path).report
    assert (found.head, found.notice, found.annexes, found.imprint, found.sealed) == (None, None, (), None, False)
    assert lines(found) == lines(BASE)
