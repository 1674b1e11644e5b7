from pathlib import Path

import pytest

from drafter.actions.check import check
from drafter.actions.sentences import draft, draft_figure, load
from drafter.model.figure import Figure, Rank
from drafter.model.printing import resolved
from drafter.store.layouts import search_path

FRAMES = load(search_path(None))[0]

SENTENCES = [
    (
        "荣誉",
        {"主体": "某厂", "方式": "获批", "授予": "", "名目": "省级示范", "范围": "全省", "家数": "4"},
        "某厂获批省级示范，全省仅4家。",
    ),
    ("荣誉", {"主体": "某厂"}, ""),
    ("项目", {"主体": "某厂", "名目": "泵站改造", "状态": "推荐", "资金": "120"}, "某厂承担的泵站改造推荐，资金120万元。"),
    ("文件", {"动作": "印发", "名目": "管理办法", "文号": "临发〔2024〕1号"}, "印发《管理办法》（临发〔2024〕1号）。"),
    ("文件", {"名目": "管理办法"}, ""),
    ("会议活动", {"名目": "政策宣讲", "场次": "6", "人次": "300"}, "举办政策宣讲6场，参加300人次。"),
    ("走访", {"对象": ["甲厂", "乙厂"], "家数": "20"}, "深入甲厂、乙厂等20家单位。"),
    ("走访", {"对象": ["甲厂"], "事由": "送政策上门"}, "深入甲厂，送政策上门。"),
    (
        "资金",
        {"来源": "省厅", "动作": "争取", "名目": "专项资金", "修饰": "超过", "金额": "300"},
        "从省厅争取专项资金超过300万元。",
    ),
    ("名单", {"名目": "示范企业", "名称": ["甲厂", "乙厂"]}, "示范企业：甲厂、乙厂。"),
    ("没有的类别", {"名目": "某"}, ""),
]


@pytest.mark.parametrize(("kind", "values", "sentence"), SENTENCES)
def test_a_kind_is_drafted_from_its_fields(kind: str, values: dict[str, object], sentence: str) -> None:
    assert draft(kind, values, FRAMES) == sentence


TOTAL = Figure(id="专利", name="专利授权量", value="200", unit="件", parts=("发明",))
PART = Figure(
    id="发明", name="发明专利授权量", value="50", unit="件", year_before="40", target="60", rank=Rank(scope="全市", place=2)
)
FIGURES = {figure.id: figure for figure in (TOTAL, PART)}


def test_a_figure_is_drafted_with_what_is_computed_of_it() -> None:
    sentence = draft_figure(PART, FIGURES, FRAMES)
    assert sentence == "发明专利授权量50件，占专利授权量的25%，同比增长25%，完成年度目标任务的83.3%，居全市第2位。"
    assert draft_figure(TOTAL, FIGURES, FRAMES) == "专利授权量200件。"
    assert draft_figure(Figure(id="空", name="未填"), FIGURES, FRAMES) == ""


def test_a_draft_that_refers_prints_the_same_and_follows_the_figure() -> None:
    text = draft_figure(PART, FIGURES, FRAMES, refer=True)
    assert text.startswith("发明专利授权量{{ 发明 }}，占专利授权量的{{ 发明.占比 }}，")
    assert resolved(text, FIGURES) == draft_figure(PART, FIGURES, FRAMES)


def test_what_is_expected_says_so_and_only_a_gain_is_one() -> None:
    expected = Figure(id="增", name="入库数", value="9", unit="家", status="预计", last="10")
    assert draft_figure(expected, {}, FRAMES) == "入库数预计达到9家。"
    gains = {"指标": ("{名称}{数值}{单位}，净增{净增}。",)}
    assert draft_figure(expected, {}, gains) == ""
    assert draft_figure(Figure(id="增", name="总数", value="12", unit="家", last="10"), {}, gains) == "总数12家，净增2家。"


def test_an_edited_frame_is_seen_and_a_faulty_one_is_told_by_check(tmp_path: Path) -> None:
    frame = tmp_path / "templates" / "_frames" / "荣誉.txt"
    frame.parent.mkdir(parents=True)
    (tmp_path / "facts" / "2024").mkdir(parents=True)
    (tmp_path / "facts" / "2024" / "报告.yaml").write_text(
        "单位: 某局\n期间: 2024\n标题: 2024年总结\n成绩:\n- {类别: 荣誉, 名目: 先进单位, 主体: 我局}\n", "utf-8"
    )
    frame.write_text("{主体}喜获{名目}。\n", "utf-8")
    (problem,) = check(["2024"], tmp_path)["2024"].problems
    assert (problem.code, problem.fix.zh) == ("fact-unprinted", "加上 正文: 我局喜获先进单位。")
    frame.write_text("{主体}荣获{名木}。\n{主体}荣膺{名目}。\n", "utf-8")
    told = check(["2024"], tmp_path)["2024"].problems
    assert [problem.code for problem in told] == ["frame-field", "fact-unprinted"]
    assert told[1].fix.zh == "加上 正文: 我局荣膺先进单位。"


def test_a_sound_report_with_packaged_frames_reads_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "facts" / "2024").mkdir(parents=True)
    (tmp_path / "facts" / "2024" / "报告.yaml").write_text(
        "单位: 某局\n期间: 2024\n标题: 2024年总结\n成绩:\n- {标题: 甲, 正文: 乙。}\n", "utf-8"
    )
    monkeypatch.setattr("drafter.actions.sentences.read_frames", lambda folders: pytest.fail("read for nothing"))
    monkeypatch.setattr("drafter.actions.sentences._read", lambda folders, stamps: pytest.fail("read for nothing"))
    assert check(["2024"], tmp_path)["2024"].problems == []
