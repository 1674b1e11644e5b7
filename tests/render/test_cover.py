"""The cover of an issued report: its variables, its markup, its lines on the page view."""

import pytest

from drafter.model.block import Block, Run
from drafter.model.cover import Annex, Head, Imprint, Notice
from drafter.model.report import Report
from drafter.model.style import Layout, Style
from drafter.render.arrange import arrange
from drafter.render.docx.cover import named
from drafter.render.marking import Marks
from drafter.render.pages import pages
from drafter.render.placing import mark_size, sealed
from drafter.render.vocabulary import MarkupError, read

LAYOUT = Layout("三段式", "", Style(), {})


def line(kind: str, *texts: str | Run) -> Block:
    return Block(kind, tuple(Run(text) if isinstance(text, str) else text for text in texts))


def test_a_report_without_a_cover_has_empty_variables() -> None:
    context = arrange(Report(unit="局", title="总结"), LAYOUT)
    assert [context[name] for name in ("红头", "盖章", "附件说明", "附件", "版记")] == [None, False, [], [], None]


def test_what_the_standard_adds_is_added_once() -> None:
    report = Report(
        unit="局",
        title="总结",
        notice=Notice(note="此件公开发布"),
        head=Head(mark="局文件", signer="甲某 乙某", secrecy="秘密★1年", urgency="加急"),
        annexes=(Annex(title="清单", text="一条\n两条"), Annex(title="名单")),
        imprint=Imprint(copies="市政府办公室。", office="局办公室", date="2024-07-09"),
    )
    context = arrange(report, LAYOUT)
    assert context["通知"]["附注"] == "（此件公开发布）"
    assert context["红头"] == {"标注": ["秘密★1年", "加急"], "机关标志": ["局文件"], "签发人": "甲某　乙某"}
    assert context["附件说明"] == ["附件：1.清单", "2.名单"]
    assert context["附件"] == [
        {"序": "附件1", "标题": "清单", "正文": ["一条", "两条"], "图表": [], "横向": False},
        {"序": "附件2", "标题": "名单", "正文": [], "图表": [], "横向": False},
    ]
    assert context["版记"] == {"抄送": "抄送：市政府办公室。", "印发": "局办公室\t2024年7月9日印发"}


def test_one_annex_has_no_number_and_is_marked_when_it_was_carried_over() -> None:
    report = Report(unit="局", title="总结", annexes=(Annex(title="甲<乙", text="丙"),))
    assert arrange(report, LAYOUT)["附件说明"] == ["附件：甲<乙"]
    context = arrange(report, LAYOUT, Marks(front=frozenset({"附件"})))
    assert context["附件说明"] == ["附件：<mark>甲&lt;乙</mark>"]
    (annex,) = context["附件"]
    assert (annex["序"], annex["标题"], annex["正文"]) == ("附件", "<mark>甲&lt;乙</mark>", ["<mark>丙</mark>"])


def test_the_signer_has_a_face_of_his_own() -> None:
    (made,) = read('<p class="number">临水发〔2025〕8号&#9;签发人：<span class="signer">甲某</span>等</p>')
    assert made == line("number", "临水发〔2025〕8号\t签发人：", Run("甲某", 2), "等")
    with pytest.raises(MarkupError) as caught:
        read('<p><span class="red">甲</span></p>')
    assert (caught.value.reason, caught.value.detail) == ("value", 'class="red"')


def test_sizes_and_indents() -> None:
    assert [mark_size(text) for text in ("局文件", "临江市水务局文件", "临江市防汛抗旱指挥部办公室文件", "", "长" * 600)] == [
        62,
        55,
        29,
        62,
        1,
    ]
    # A date of nine characters ends four from the right; a name of six is centred over it.
    assert sealed("临江市水务局", "二〇二五年七月八日") == 4 * 320 + round(1.5 * 315)
    assert sealed("长" * 27, "二〇二五年七月八日") == 0
    assert 'w:left="1900" w:firstLineChars="0" w:hanging="1260"' in named("附件：1.甲", True, 579)
    assert 'w:left="1900" w:firstLineChars="0" w:hanging="315"' in named("2.乙", False, 579)
    assert 'w:left="1585" w:firstLineChars="0" w:hanging="945"' in named("附件：甲", False, 579)


def test_the_page_view_counts_the_cover() -> None:
    head = [
        line("marking", "特急"),
        line("mark", "临江市水务局文件"),
        line("number", "临水发〔2025〕8号\t签发人：", Run("甲某", 2)),
    ]
    imprint = [line("copies", "抄送：市政府办公室。"), line("imprint", "办公室\t2025年7月9日印发")]
    (page,) = pages([*head, line("title", "总结"), line("paragraph", "水" * 26), *imprint])
    texts = [" " * each.indent + each.text for each in page]
    assert texts[0] == "特急" and texts[3].strip() == "临江市水务局文件"
    assert texts[6] == "  临水发〔2025〕8号" + " " * 16 + "签发人：甲某" or texts[6].endswith("签发人：甲某")
    assert texts[9].strip() == "总结"
    assert texts[-2:] == ["  抄送：市政府办公室。", "  办公室" + " " * (52 - 6 - 16) + "2025年7月9日印发"]
    assert 20 <= len(page) <= 22

    # A full page sends 版记 to another one, where it stands at the foot too.
    first, second = pages([line("paragraph", "水" * (26 + 28 * 20)), *imprint])
    assert len(first) == 21 and second[-1].role == "imprint" and len(second) > 20
