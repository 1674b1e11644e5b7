"""Any rows at all, in any order and with any ordinals, come back from the page in their order."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.importers.build import build
from drafter.importers.proposals import Proposal
from drafter.model.block import text_of
from drafter.model.outline import Outline, Row
from drafter.model.text import fold
from drafter.render.arrange import arrange
from drafter.render.engine import render
from drafter.store.folder import join
from drafter.store.layouts import list_layouts, read_layout, search_path
from drafter.store.newfile import write_report
from drafter.store.reader import parse_text

FOLDERS = search_path(None)
LAYOUTS = {name: layout for name in list_layouts(FOLDERS) if (layout := read_layout(name, FOLDERS)[0])}

ORDINALS = [
    "",
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "（三）",
    "1.",
    "2.",
    "3.",
    "4、",
    "2、",
    "（1）",
    "①",
    "一是",
    "二是",
    "三是",
    "第一，",
    "2.1 ",
    "十一、",
]
WORDS = [
    "抓统筹",
    "开了会",
    "强基础",
    "三个到位",
    "“四个强化”",
    "一是一，二是二",
    "（一）里说的",
    "见2.1节",
    "{{ 高企 }}",
    "2024年",
    "补短板（办公室）",
]
ENDS = ["", "。", "；", "：", "。办了五件事。", "：办了五件事；", "。一是建机制。定了办法。二是聚合力。", "：一是人少；二是钱少。", "。“好。”真好。"]  # fmt: skip
PARTS = ["achievements", "issues", "plans"]


@st.composite
def bodies(draw: st.DrawFn) -> list[Row]:
    rows = []
    for _ in range(draw(st.integers(1, 9))):
        role, level = draw(
            st.sampled_from(
                [
                    ("heading", 1),
                    ("heading", 2),
                    ("heading", 3),
                    ("run-in", 2),
                    ("run-in", 3),
                    ("point", 0),
                    ("para", 0),
                    ("heading", 5),
                ]
            )
        )
        text = draw(st.sampled_from(ORDINALS)) + draw(st.sampled_from(WORDS)) + draw(st.sampled_from(ENDS))
        rows.append(Row(role, level, draw(st.sampled_from(PARTS)), text))
    return rows


KINDS = ["number", "title", "addressees", "text", "signature", "date"]
COVER = st.builds(
    lambda kind, text: Row("cover", 0, "", text, kind),
    st.sampled_from(KINDS),
    st.sampled_from(["2024年1月8日", "临发〔2024〕1号", "各科室：", "某局"]),
)
FRONT = st.lists(st.one_of(COVER, st.just(Row("title", 0, "", "总结")), st.just(Row("lead", 0, "", "开头。"))), max_size=5)


@given(FRONT, bodies(), st.lists(COVER, max_size=3))
def test_rows_come_back(front: list[Row], body: list[Row], end: list[Row]) -> None:
    outline = Outline([*front, *body, *end])
    report = build(outline, Proposal(), LAYOUTS)
    reading = join([parse_text(write_report(report), "报告.yaml")])
    assert reading.problems == [] and reading.report == report
    printed = text_of(render(report.layout, arrange(report, LAYOUTS[report.layout]), FOLDERS)).splitlines()
    assert [fold(line) for line in printed] == [fold(row.text) for row in outline.rows]
