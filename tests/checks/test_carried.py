"""Quarantine: what was carried over is told once, with both places, and stops only what is final."""

from compared import earlier, found, report

from drafter.model.fact import Fact
from drafter.model.fields import Source
from drafter.model.figure import Figure
from drafter.model.problem import Place, stoppers


def read(line: int, **fields: tuple[int, int]) -> Source:
    return Source("报告.yaml", (), {"": (line, 1), **fields})


OLD = earlier(
    "2023",
    achievements=(Fact(id="强企", title="培育企业", text="净增企业。", source=read(20)),),
    figures=(Figure(id="净增", name="净增数", value="64", unit="家", source=read(9)),),
    source=read(1, 标题=(3, 5)),
)


def test_a_fact_names_what_it_came_from() -> None:
    fact = Fact(title="做强企业", origin="2023/强企", stale=True, source=read(7, 待更新=(9, 6)))
    (problem,) = found(report("2024", achievements=(fact,)), OLD)
    assert (problem.code, problem.severity, problem.gate, problem.fact) == ("carried-over", "error", True, "成绩/1")
    assert problem.message.zh == "“做强企业”沿用2023年的“培育企业”，尚未核对。"
    assert (problem.place, problem.other) == (Place("报告.yaml", 9, 6), Place("报告.yaml", 20, 1))
    assert stoppers([problem]) == []


def test_what_kept_its_name_is_named_once_and_a_long_text_in_part() -> None:
    same = Fact(title="培育企业", origin="2023/强企", stale=True)
    long = Fact(text="一二三四五六七八九十一二三四五六七八。", origin="2022/成绩/9", stale=True)
    nothing = Fact(text="短。", stale=True)
    numbered = Fact(text="新增{{ 净增.数值 }}家。", stale=True)
    messages = [
        problem.message.zh
        for problem in found(report("2024", achievements=(same, long, nothing, numbered)), OLD, only="carried-over")
    ]
    assert messages == [
        "“培育企业”沿用2023年，尚未核对。",
        "“一二三四五六七八九十一二三四五六……”沿用 2022/成绩/9 ，尚未核对。",
        "“短。”沿用上期，尚未核对。",
        "“新增净增家。”沿用上期，尚未核对。",
    ]


def test_a_figure_says_how_often_its_number_is_wanted_and_the_texts_say_nothing() -> None:
    figures = (
        Figure(id="净增", name="净增数", unit="家", origins=("2022/指标/净增", "2023/指标/净增"), stale=True),
        Figure(id="总数", name="总数", value="9", unit="家", parts=("净增",), stale=True),
        Figure(id="全部", name="全部", unit="家", parts=("总数",), stale=True),
    )
    now = report("2024", figures=figures, lead="净增{{ 净增 }}，{{ 净增.同比 }}，总数{{ 总数.完成率 }}，占{{ 总数.占比 }}。")
    problems = [problem for problem in found(now, OLD) if problem.code != "report-absent"]
    assert [(problem.code, problem.gate) for problem in problems] == [("carried-over", True)] * 3
    assert problems[0].message.zh == "指标“净增”沿用2023年，本期数还没有填，正文有 2 处要用。" and problems[0].other.line == 9
    assert [problem.message.zh for problem in problems[1:]] == [
        "指标“总数”沿用上期，尚未核对。",
        "指标“全部”沿用上期，本期数还没有填。",
    ]


def test_a_figure_that_was_looked_at_must_have_its_number() -> None:
    now = report("2024", figures=(Figure(id="净增", name="净增数", unit="家"),), lead="净增{{ 净增 }}。")
    (problem,) = found(now, OLD)
    assert problem.code == "figure-empty" and stoppers([problem])


def test_one_that_came_from_before_stops_only_what_is_final() -> None:
    kept = Figure(id="净增", name="净增数", value="5", unit="家", origins=("2023/指标/净增",))
    (problem,) = found(report("2024", figures=(kept,), lead="为目标的{{ 净增.完成率 }}。"), OLD)
    assert (problem.code, problem.gate) == ("figure-empty", True) and "还缺目标" in problem.message.zh


def test_the_front_of_the_report() -> None:
    stale = report("2024", origins=("2023",), stale=True, source=read(1, 待更新=(5, 6)))
    (problem,) = found(stale, OLD, only="carried-over")
    assert "标题、导语和通知沿用2023年" in problem.message.zh and problem.fact is None
    assert (problem.place.line, problem.other.line) == (5, 3)
    (alone,) = found(report("2024", stale=True), only="carried-over")
    assert "沿用上期" in alone.message.zh
