"""A draft comes out with its leftovers marked; what is final does not, unless told to."""

from pathlib import Path

import pytest

from drafter.actions.check import ready, unfinished, verdict
from drafter.actions.opening import Opened, open_report
from drafter.actions.render import leftovers, render
from drafter.model.problem import Problem, Refused
from drafter.model.words import Both
from drafter.render.marking import carried

OLD = """\
单位: 某局
期间: 2023
标题: 2023年工作总结
指标:
- {编号: 企业, 名称: 走访企业数, 数值: 836, 单位: 家}
- {编号: 净增, 名称: 净增数, 数值: 64, 单位: 家}
成绩:
- {编号: 走访, 标题: 走访, 正文: 走访重点企业和园区共计达到83家以上。}
- {编号: 宣讲, 标题: 宣讲, 正文: 围绕企业需求开展上门服务和政策宣讲。}
"""
NEW = """\
单位: 某局
期间: 2024
来自: 2023
标题: 2023年工作总结
导语: 净增{{ 净增 }}。
指标:
- {编号: 企业, 名称: 走访企业数, 数值: 836, 单位: 家}
- {编号: 净增, 名称: 净增数, 单位: 家, 来自: [2023/指标/净增], 待更新: 是}
成绩:
- {编号: 旧句, 标题: 走访, 正文: 走访重点企业和园区共计达到83家以上。}
- {编号: 待定, 标题: 甲, 正文: 沿用的话。, 来自: 2023/走访, 待更新: 是}
- {编号: 新事, 标题: 乙, 正文: 围绕企业需求开展上门服务和政策宣讲。}
"""


def put(root: Path, name: str, text: str) -> Path:
    file = root / "facts" / name / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    put(tmp_path, "2023", OLD)
    put(tmp_path, "2024", NEW)
    return open_report("2024", tmp_path)


def test_a_draft_comes_out_and_says_what_is_left(opened: Opened) -> None:
    document, problems = render(opened, "txt")
    assert "净增【待填】家。" in document.decode()
    assert not ready(problems) and [problem.fact for problem in problems if problem.gate] == ["净增", "待定"]


def test_it_marks_what_waits_and_what_is_suspected(opened: Opened) -> None:
    page = render(opened, "html")[0].decode()
    marks = [piece.partition("</mark>")[0] for piece in page.split("<mark>")[1:]]
    assert marks == ["2023年工作总结", "【待填】家", "走访", "走访重点企业和园区共计达到83家以上。", "甲", "沿用的话。"]
    both = leftovers(opened.report, render(opened, "txt")[1])
    assert both.figures == {"净增", "企业"} and carried(opened.report).figures == {"净增"}


def test_addresses_are_followed_into_any_report_that_is_there(tmp_path: Path, opened: Opened) -> None:
    put(tmp_path, "2021", OLD.replace("2023", "2021"))
    put(tmp_path, "2025", NEW.replace("期间: 2024", "期间: 2025").replace("2023/走访", "2021/走坊"))
    problems = render(open_report("2025", tmp_path), "txt")[1]
    assert ["2021/走访" in problem.fix.zh for problem in problems if problem.code == "address-astray"] == [True]


def test_a_final_document_is_refused_and_says_what_is_in_the_way(opened: Opened) -> None:
    with pytest.raises(Refused) as refused:
        render(opened, "txt", final=True)
    last = refused.value.problems[-1]
    assert refused.value.exit_code == 1 and last.code == "not-final" and last.message.zh == "还不能定稿：2 条待更新。"
    assert "--force" in last.fix.zh and sum(problem.gate for problem in refused.value.problems) == 2


def test_it_may_be_forced_and_then_marks_nothing(opened: Opened) -> None:
    document, problems = render(opened, "html", final=True, force=True)
    assert "<mark>" not in document.decode() and sum(problem.gate for problem in problems) == 2


def test_other_errors_stop_everything(tmp_path: Path, opened: Opened) -> None:
    put(tmp_path, "2025", NEW.replace("净增{{ 净增 }}", "净增{{ 没有 }}").replace("期间: 2024", "期间: 2025"))
    broken = open_report("2025", tmp_path)
    for final, force in ((False, False), (True, True)):
        with pytest.raises(Refused) as refused:
            render(broken, "txt", final, force)
        assert "not-final" not in {problem.code for problem in refused.value.problems}


def test_without_leftovers_a_draft_is_what_is_final(tmp_path: Path) -> None:
    put(tmp_path, "2023", OLD)
    sound = open_report("2023", tmp_path)
    for form in ("docx", "html", "txt"):
        assert render(sound, form)[0] == render(sound, form, final=True)[0]  # type: ignore[arg-type]


def with_template(root: Path, shown: str) -> Opened:
    template = root / "templates" / "三段式" / "report.html"
    template.parent.mkdir(parents=True)
    template.write_text(f"{{% for item in 成绩.条目 %}}<p>{{{{ {shown} }}}}</p>{{% endfor %}}", "utf-8")
    return open_report("2024", root)


def test_a_template_of_ones_own_prints_the_marks(tmp_path: Path, opened: Opened) -> None:
    document, problems = render(with_template(tmp_path, "item.标题"), "html")
    assert "<p><mark>甲</mark></p>" in document.decode() and "draft-unmarked" not in {problem.code for problem in problems}


def test_a_template_that_cuts_marked_texts_leaves_the_draft_unmarked(tmp_path: Path, opened: Opened) -> None:
    document, problems = render(with_template(tmp_path, "item.标题.partition('k')[0]"), "html")
    assert "<mark>" not in document.decode() and "draft-unmarked" in {problem.code for problem in problems}


def gate(code: str) -> Problem:
    return Problem(code, Both("", ""), gate=True)


def test_what_is_left_is_counted_by_kind() -> None:
    problems = [
        gate("plan-unanswered"),
        gate("carried-over"),
        gate("carried-over"),
        gate("issue-unanswered"),
        gate("others"),
        gate("figure-empty"),
    ]
    problems += [Problem("broken", Both("", "")), Problem("doubtful", Both("", ""), severity="warning")]
    assert unfinished(problems).zh == "2 条待更新，1 处数字待填，1 条承诺未答复，1 条上期问题未答复，1 条待办，1 处错误"
    assert verdict(problems).en.startswith(
        "Not ready to be made final: 2 to update, 1 numbers to fill in, 1 commitments unanswered"
    )
    assert verdict(problems[-1:]).zh == "可以定稿。" and ready(problems[-1:])
