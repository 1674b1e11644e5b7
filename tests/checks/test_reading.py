"""The manuscript of a report: its paragraphs in reading order, and the way back to what is written."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.reading import literal, of_report, written
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.printing import resolved
from drafter.model.reference import references
from drafter.model.report import Report
from drafter.model.style import RUN_IN, Layout, ListStyle, PartStyle, Style

STYLE = Style(achievements=PartStyle(title="一年来的工作"), issues=PartStyle(title="无"), order=("成绩", "问题", "打算"))
LAYOUT = Layout("三段式", "", STYLE, {})
FIGURES = {"高企": Figure(id="高企", name="高企数", value="76", unit="家")}


def report(**fields: object) -> Report:
    return Report(**{"unit": "某局", "period": Period(2024), "title": "总结", **fields})  # type: ignore[arg-type]


def test_paragraphs_stand_in_reading_order_with_their_roles() -> None:
    child = Fact(title="建分馆", text="建成3个。\n\n还有2个在建。", heading=RUN_IN)
    made = of_report(
        report(
            notice=Notice(title="关于印发总结的通知", text="现印发。"),
            lead="开头。",
            achievements=(Fact(title="馆舍", children=(child,)), Fact(text="点。"), Fact(text="段。", number="无")),
            issues=(Fact(id="人", text="人少。", stale=True),),
        ),
        LAYOUT,
    )
    assert [(each.role, each.level, each.part, each.text) for each in made.paragraphs] == [
        ("cover", 0, "", "关于印发总结的通知"),
        ("cover", 0, "", "现印发。"),
        ("title", 0, "", "总结"),
        ("lead", 0, "", "开头。"),
        ("heading", 1, "成绩", "一年来的工作"),
        ("heading", 2, "成绩", "馆舍"),
        ("run-in", 3, "成绩", "建分馆"),
        ("para", 0, "成绩", "建成3个。"),
        ("para", 0, "成绩", "还有2个在建。"),
        ("point", 0, "成绩", "点。"),
        ("para", 0, "成绩", "段。"),
        ("point", 0, "问题", "人少。"),
    ]
    assert [each.fact for each in made.paragraphs][-3:] == ["成绩/2", "成绩/3", "人"]
    assert made.paragraphs[-1].stale and not made.foreign and made.period == Period(2024)
    assert made.paragraphs[8].offset == len("建成3个。\n\n")
    assert made.paragraphs[7].written == child.text and made.paragraphs[4].written == ""


def test_a_heading_that_the_report_sets_itself_leads_to_its_field() -> None:
    own = Style(achievements=PartStyle(title="主要做法", levels={"二级": ListStyle(heading=RUN_IN)}))
    made = of_report(report(style=own, achievements=(Fact(title="馆舍"),)), LAYOUT)
    heading, item = made.paragraphs[1:]
    assert (heading.written, heading.above, heading.word) == ("主要做法", ("体例", "成绩"), "标题")
    assert item.role == "run-in"


def test_words_of_a_reference_are_the_figures() -> None:
    text = "净增{{ 高企 }}，共{{ 高企.数值 }}家\\{{ 高企 }}。"
    assert resolved(text, FIGURES) == "净增76家，共76家{{ 高企 }}。"
    assert written(text, 0, 2, FIGURES) == (0, 2)
    assert written(text, 2, 5, FIGURES) is None  # 76家
    assert written(text, 1, 6, FIGURES) == (1, 11)  # 增76家，
    assert text[slice(*(written(text, 9, 10, FIGURES) or ()))] == "家"
    assert text[slice(*(written(text, 10, 18, FIGURES) or ()))] == "{{ 高企 }}"
    assert literal(text, 0, 2) and not literal(text, 1, 11)


@given(
    st.lists(st.one_of(st.just("{{ 高企 }}"), st.just("{{ 高企.数值 }}"), st.text("甲乙，。{} ", max_size=5)), max_size=6),
    st.data(),
)
def test_what_is_found_in_print_is_found_in_writing(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    printed = resolved(text, FIGURES)
    start = data.draw(st.integers(0, len(printed)))
    end = data.draw(st.integers(start, len(printed)))
    span = written(text, start, end, FIGURES)
    if span is not None and not references(text[span[0] : span[1]]):
        # Without a reference in it the words are the same, but for a reference that only touches them.
        assert printed[start:end].find(text[slice(*span)]) >= 0
