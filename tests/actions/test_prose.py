"""Numbers in texts become figures, and the report prints what it printed before."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.figures import figures_by_id
from drafter.actions.editing.tree import Record, grown, records
from drafter.actions.opening import open_report
from drafter.actions.prose import Proposal, accept, in_report, paths, proposals, saved
from drafter.model.printing import resolved

REPORT = """\
单位: 云溪县水务局
期间: {period}
标题: 工作总结
导语: 全年新增泵站12座。   # 办公室写
指标:
  - 编号: 河长
    名称: 河长总数
    数值: 340
    单位: 名
成绩:
  - 标题: 抓建设
    正文: |
      新增泵站12座，比上年增加2座，投资4.0亿元。
      河长总数340名，走访50余户，治理河道７．５公里。
    分项:
      - {{正文: "培育平台30个，其中省级6个。"}}
问题:
  - 正文: 缺口约 8 座。
打算:
  - {{标题: 扩面, 正文: 力争新增泵站20座。}}
  - {{标题: 提质, 正文: "改造桥梁5座、水闸6座。"}}
"""


def write(folder: Path, text: str, period: str = "2024") -> Path:
    home = folder / "facts" / period
    home.mkdir(parents=True)
    (home / "报告.yaml").write_text(text.format(period=period), "utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.open("2024", write(tmp_path, REPORT))


def by_id(found: list[Proposal]) -> dict[str, Proposal]:
    return {str(each.figure["编号"]): each for each in found}


def printed(root: Record) -> list[str]:
    """Every text of the report as it prints."""
    figures = figures_by_id(root)
    facts = [record for path, record in records(root) if path[:1] != ("指标",)]
    return [resolved(record.get(word, ""), figures) for record in facts for word in ("标题", "导语", "正文")]


def test_proposals_name_the_texts_they_come_from(desk: Desk) -> None:
    found = by_id(proposals(desk.root))
    assert list(found) == [
        "新增泵站",
        "投资",
        "河长总数",
        "走访",
        "治理河道",
        "培育平台",
        "省级平台",
        "缺口",
        "新增泵站目标",
        "改造桥梁",
        "改造水闸",
    ]
    lead, body = found["新增泵站"].uses
    assert (lead.uid, lead.word, lead.text) == (ROOT, "导语", "12座")
    assert paths(desk.root)[body.uid] == "成绩/1" and found["新增泵站"].figure["同期"] == "10"
    assert found["新增泵站"].relations == ("比上年增加2座",)
    assert found["河长总数"].known == "河长" and not found["投资"].known


def test_accepting_all_prints_the_same_and_is_one_step(desk: Desk) -> None:
    before, state = printed(desk.root), desk.state
    assert accept(desk, proposals(desk.root)) == 6
    root = desk.root
    assert printed(root) == before
    assert root["导语"] == "全年新增泵站{{ 新增泵站 }}。"
    first, second = root["成绩"][0]["正文"].splitlines()
    assert first == "新增泵站{{ 新增泵站 }}，比上年增加2座，投资{{ 投资 }}。"
    assert second == "河长总数{{ 河长 }}，走访{{ 走访.数值 }}余户，治理河道７．５公里。"
    assert root["问题"][0]["正文"] == "缺口约 {{ 缺口.数值 }} 座。"
    figures = {figure["编号"]: figure for figure in root["指标"]}
    assert next(iter(figures)) == "河长" and "河长总数" not in figures
    assert figures["投资"] == {"编号": "投资", "名称": "投资", "数值": "4.0", "单位": "亿元"}
    assert figures["治理河道"]["数值"] == "7.5" and figures["培育平台"]["其中"] == ["省级平台"]
    assert desk.undo() is not None and desk.state == state and desk.undo() is None


def test_a_plan_says_what_it_aims_at(desk: Desk) -> None:
    accept(desk, proposals(desk.root))
    first, second = desk.root["打算"]
    assert first["正文"] == "力争新增泵站{{ 新增泵站目标.目标 }}。"
    assert {word: first[word] for word in ("指标", "目标", "语气")} == {"指标": "新增泵站", "目标": "20", "语气": "力争"}
    # Of two promises neither is the one.
    assert "指标" not in second and second["正文"] == "改造桥梁{{ 改造桥梁.目标 }}、水闸{{ 改造水闸.目标 }}。"


def test_in_a_half_year_the_target_is_that_figures(tmp_path: Path) -> None:
    desk = Desk.open("2024-H1", write(tmp_path, REPORT, "2024-H1"))
    before = printed(desk.root)
    accept(desk, proposals(desk.root))
    figure = next(figure for figure in desk.root["指标"] if figure["编号"] == "新增泵站")
    assert (figure["数值"], figure["目标"]) == ("12", "20")
    assert desk.root["打算"][0]["正文"] == "力争新增泵站{{ 新增泵站.目标 }}。" and desk.root["打算"][0]["指标"] == "新增泵站"
    assert printed(desk.root) == before


def test_some_may_be_accepted_and_the_rest_later(desk: Desk) -> None:
    found = by_id(proposals(desk.root))
    assert accept(desk, [found["培育平台"]]) == 1
    assert "其中" not in desk.root["指标"][1]
    again = by_id(proposals(desk.root))
    assert "培育平台" not in again and again["省级平台"].figure["名称"] == "省级平台"
    assert accept(desk, list(again.values())) == 6 and accept(desk, proposals(desk.root)) == 0
    assert [str(each.figure["编号"]) for each in proposals(desk.root)] == ["治理河道2"]


def test_nothing_accepted_changes_nothing(desk: Desk) -> None:
    state = desk.state
    assert accept(desk, []) == 0 and desk.state is state


def test_a_figure_changed_by_the_clerk_replaces_only_what_it_prints(desk: Desk) -> None:
    found = by_id(proposals(desk.root))
    wrong = found["投资"]._replace(figure={**found["投资"].figure, "数值": "4"})
    named = found["新增泵站"]._replace(figure={**found["新增泵站"].figure, "编号": "泵站"})
    before = printed(desk.root)
    assert accept(desk, [wrong, named]) == 2
    assert desk.root["导语"] == "全年新增泵站{{ 泵站 }}。" and "投资4.0亿元" in desk.root["成绩"][0]["正文"]
    assert printed(desk.root) == before


def test_a_text_that_changed_meanwhile_is_left(desk: Desk) -> None:
    found = proposals(desk.root)
    desk.set(ROOT, "导语", "全年新增的泵站共12座。")
    accept(desk, found)
    assert desk.root["导语"] == "全年新增的泵站共12座。"


def test_a_file_that_cannot_be_written_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = proposals(desk.root)
    fact = desk.root["成绩"][0].uid
    monkeypatch.setattr(desk, "writable", lambda uid: uid != fact)
    assert accept(desk, found) == 5
    assert "{{" not in desk.root["成绩"][0]["正文"] and "{{" in desk.root["导语"]


def test_a_report_that_cannot_be_written_takes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "writable", lambda uid: False)
    state = desk.state
    assert accept(desk, proposals(desk.root)) == 0 and desk.state is state


def test_a_figure_of_that_name_with_another_number_clashes(tmp_path: Path) -> None:
    text = REPORT.replace("河长总数340名", "河长总数350名").replace("标题: 抓建设", "标题: 抓建设\n    编号: 投资")
    found = by_id(proposals(Desk.open("2024", write(tmp_path, text)).root))
    assert found["河长总数"].clash == "河长" and not found["河长总数"].known and not found["河长总数"].sure
    # Facts and figures share their ids.
    assert "投资2" in found and found["培育平台"].sure


def test_a_target_follows_the_figure_there_is(tmp_path: Path) -> None:
    text = REPORT.replace("力争新增泵站20座", "力争河长总数达到400名")
    desk = Desk.open("2024", write(tmp_path, text))
    found = by_id(proposals(desk.root))
    assert found["河长总数"].known == "河长"
    (target,) = [each for each in found.values() if each.figure.get("目标") == "400"]
    assert target.aims == "河长" and not target.clash
    accept(desk, [target])
    assert (desk.root["打算"][0]["指标"], desk.root["打算"][0]["目标"]) == ("河长", "400")


def test_saving_writes_only_what_changed(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "facts" / "2024" / "报告.yaml"
    before = file.read_text("utf-8").splitlines()
    found = by_id(proposals(desk.root))
    accept(desk, [found["新增泵站"]])
    assert saved(desk) == []
    after = file.read_text("utf-8").splitlines()
    kept = [line for line in before if line in after]
    assert [line for line in before if line not in kept] == [
        "导语: 全年新增泵站12座。   # 办公室写",
        "      新增泵站12座，比上年增加2座，投资4.0亿元。",
    ]
    assert "导语: 全年新增泵站{{ 新增泵站 }}。   # 办公室写" in after
    report = open_report("2024", tmp_path).report
    assert [figure.id for figure in report.figures] == ["河长", "新增泵站"]
    assert len(in_report(report)) == len(found) - 1


def test_saving_says_why_it_could_not(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.model.problem import Problem, Refused
    from drafter.model.words import Both
    from drafter.store import splice

    def full(*_: object, **__: object) -> None:
        raise Refused(Problem("disk-full", Both("磁盘满了", "disk full")), 4)

    accept(desk, proposals(desk.root))
    monkeypatch.setattr(splice, "save", full)
    assert [problem.code for problem in saved(desk)] == ["disk-full"]


def test_what_is_no_list_of_facts_is_passed_over() -> None:
    root = grown({"期间": "2024", "成绩": "新增泵站12座", "打算": ["改造桥梁5座", {"正文": "改造桥梁6座。"}], "指标": "无"})
    assert [each.figure["目标"] for each in proposals(root)] == ["6"]


PIECES = """
新增泵站 总数达到 其中 占比 同比增长 引进 博士 ， 、 。 ； 等 约 余 第 年 的 以上 12 7 4.0 1,200 ５ 3—5
家 座 亿元 % ％ 个百分点 {{ }} （ ） “ ”
"""
_WORDS = st.sampled_from([*PIECES.split(), " ", "\n", "{{ 河长 }}", "\\{{ 河长 }}"])


@given(st.lists(st.lists(_WORDS, max_size=25).map("".join), min_size=1, max_size=4))
def test_whatever_the_texts_say_they_print_the_same(texts: list[str]) -> None:
    from drafter.actions.editing.baseline import Baseline

    facts = [{"正文": text} for text in texts]
    tree = grown({"期间": "2024-H1", "导语": texts[0], "指标": [{"编号": "河长", "名称": "河长", "数值": "340", "单位": "名"}]})
    tree["成绩"], tree["打算"] = grown(facts), grown(facts)
    desk = Desk(Path("2024-H1"), "2024-H1", Baseline({}, {"a.yaml": tree}, {}))
    desk.writable = lambda uid: True  # type: ignore[method-assign]
    before = printed(desk.root)
    accept(desk, proposals(desk.root))
    assert printed(desk.root) == before
    ids = [figure["编号"] for figure in desk.root["指标"]]
    assert len(ids) == len(set(ids))
