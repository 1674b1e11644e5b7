from dataclasses import replace
from pathlib import Path

import pytest

from drafter.actions.earlier import read
from drafter.actions.importing import look, store_import
from drafter.actions.matching import SURE, Match, between, matches
from drafter.actions.opening import Opened, open_report
from drafter.model.lineage import Earlier
from drafter.model.problem import Refused

SUCCESSIVE = Path(__file__).parent / "fixtures" / "successive"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Opened, Earlier]:
    """Two reports of one bureau, a year apart, imported from text: reworded, split, merged, dropped."""
    workspace = tmp_path_factory.mktemp("水务局")
    for year in ("2022", "2023"):
        home = workspace / "facts" / year
        store_import(look(SUCCESSIVE / f"{year}.txt", workspace, period=year), workspace, home)
    earlier = read(workspace / "facts" / "2022", "2022")
    assert earlier is not None
    return open_report("2023", workspace), earlier


def labelled() -> dict[str, str]:
    """Heading of a plan → heading of what became of it, as a person read them."""
    lines = (line.split("\t") for line in (SUCCESSIVE / "plans.tsv").read_text("utf-8").splitlines() if line[0] != "#")
    return {plan: became for plan, became in lines if became}


def test_one_in_ten_is_wrong_at_most_and_half_is_found(two: tuple[Opened, Earlier]) -> None:
    true = labelled()
    found = [each for each in matches(*two) if each.kind == "plan"]
    right = [each for each in found if true.get(heading(each.old)) == heading(each.new)]
    assert len(right) >= 0.9 * len(found)
    assert len(right) >= 0.5 * len(true) > 8


def heading(said: str) -> str:
    return said.partition("：")[0]


#: What goes on from year to year, as a person read them; sections by their place.
GOES_ON = {
    ("城东水厂开工", "城东水厂如期通水"),
    ("老旧管网改造起步", "管网漏损明显下降"),
    ("清四乱持续发力", "河湖监管从严从实"),
    ("节水载体创建", "节水型社会建设提质"),
    ("数字水务试点", "智慧水务上线运行"),
    ("城区供水格局单一", "备用水源仍未落地"),
    ("提高行业管理水平", "改革和管理稳步推进"),
    ("推动河湖面貌改善", "水生态环境持续向好"),
    ("开展白鹭湖应急备用水源前期工作", "加快白鹭湖备用水源报批"),
    ("实施青溪中游堤防提标工程", "完成青溪中游堤防扫尾"),
    ("加快城东水厂建设", "实施城东水厂二期"),
    ("扩大城乡供水一体化覆盖面", "把剩余2个乡镇并入城市管网，新增受益群众2.3万人。"),
}


def test_facts_that_go_on_are_told_from_those_that_do_not(two: tuple[Opened, Earlier]) -> None:
    found = {(heading(each.old), heading(each.new)) for each in matches(*two) if each.kind == "fact"}
    assert len(found & GOES_ON) >= 0.9 * len(found) and len(found & GOES_ON) >= 0.5 * len(GOES_ON)


def test_what_is_linked_is_left_alone_and_makes_nothing_else_likelier(two: tuple[Opened, Earlier]) -> None:
    opened, earlier = two
    found = matches(opened, earlier)
    linked = {each.key: each.address for each in found if each.kind == "plan"} | {
        each.key: each.address for each in found if each.kind == "fact"
    }
    answers = {each.key: each.address for each in found if each.kind == "plan"}

    def with_links(facts, part):
        made = []
        for number, fact in enumerate(facts, 1):
            key = f"{part}/{number}"
            named = (answers[key],) if key in answers else ()
            made.append(replace(fact, origin=linked.get(key, ""), answers=named, children=with_links(fact.children, key)))
        return tuple(made)

    report = opened.report
    after = replace(
        report,
        achievements=with_links(report.achievements, "成绩"),
        issues=with_links(report.issues, "问题"),
        plans=with_links(report.plans, "打算"),
    )
    assert matches(replace(opened, report=after), earlier) == []


OLD = """
单位: 某局
期间: 2023
标题: 总结
指标:
- {编号: 管网, 名称: 新建管网, 数值: 70, 单位: 公里}
- {编号: 旧号, 名称: 用水户数, 数值: 8, 单位: 户}
- {编号: 漏损, 名称: 漏损, 数值: 8, 单位: '%'}
- {编号: 已连, 名称: 已连, 数值: 8}
成绩:
- {编号: 强企, 标题: 强企}
- {标题: 抓培训}
"""
NEW = """
单位: 某局
期间: 2024
标题: 总结
指标:
- {编号: 管网, 名称: 管网长度, 数值: 76, 单位: 公里}
- {编号: 新号, 名称: 用水户数, 数值: 9, 单位: 户}
- {编号: 漏损, 名称: 漏损量, 数值: 8, 单位: 万吨}
- {编号: 别的, 名称: 别的, 数值: 1}
- {编号: 已连, 名称: 已连, 数值: 9, 来自: [2023/指标/已连]}
- {编号: 户数, 名称: 用水户数, 单位: 户}
成绩:
- {编号: 强企, 标题: 强县}
- {标题: 抓培训, 来自: 2022/成绩/9}
"""


def write(workspace: Path, name: str, text: str) -> Path:
    folder = workspace / "facts" / name
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(text, "utf-8")
    return folder


def test_figures_are_known_by_id_or_by_name_and_unit(tmp_path: Path) -> None:
    write(tmp_path, "2023", OLD)
    write(tmp_path, "2024", NEW)
    place, found = between("2024", "2023", tmp_path)
    figures = [each for each in found if each.kind == "figure"]
    assert place == tmp_path / "facts" / "2024"
    assert [(each.key, each.address, each.how) for each in figures] == [
        ("指标/管网", "2023/指标/管网", "编号"),
        ("指标/新号", "2023/指标/旧号", "名称"),
        ("指标/漏损", "2023/指标/漏损", "编号"),
    ]
    assert figures[0].confidence >= SURE > figures[2].confidence, "another unit may be another number"
    assert figures[0].new == "管网长度 76公里"
    assert found[-1] == Match("强企", "2023/强企", 0.98, "编号", "fact", "强县", "强企")


def test_the_other_report_need_not_be_named_where_there_is_one(tmp_path: Path) -> None:
    write(tmp_path, "2023", OLD)
    write(tmp_path, "2024", NEW)
    assert between(None, "2023", tmp_path) == between("2024", "2023", tmp_path)
    write(tmp_path, "2022", OLD)
    with pytest.raises(Refused) as refused:
        between(None, "2023", tmp_path)
    assert (refused.value.problems[0].code, refused.value.exit_code) == ("report-which", 2)


def test_a_document_and_the_report_itself_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "2023", OLD)
    (tmp_path / "总结.txt").write_text("总结", "utf-8")
    with pytest.raises(Refused, match="document"):
        between("2023", "总结.txt", tmp_path)
    with pytest.raises(Refused, match="itself"):
        between("2023", "2023", tmp_path)
