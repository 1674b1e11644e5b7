"""What a text claims of a project or a document, against its fields and those of the report before."""

import pytest
from compared import earlier, found, report

from drafter.model.fact import Fact
from drafter.model.problem import Problem


def project(status: str, text: str = "", **fields: object) -> Fact:
    return Fact(kind="项目", title="湿地公园", text=text, details={"状态": status}, **fields)  # type: ignore[arg-type]


def document(action: str, text: str) -> Fact:
    return Fact(kind="文件", text=text, details={"动作": action})


def told(fact: Fact, code: str = "status-overstated", *before: Fact) -> list[Problem]:
    return found(report("2024", achievements=(fact,)), earlier("2023", achievements=before), only=code)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("申报", "获批国家湿地公园。"),
        ("公示", "成功入选全省湿地名录。"),
        ("推荐", "被认定为省级示范单位。"),
        ("拟申报", "项目列入国家名单。"),
    ],
)
def test_a_project_is_not_told_as_granted(status: str, text: str) -> None:
    (problem,) = told(project(status, text))
    assert (problem.severity, problem.gate, problem.fact) == ("warning", False, "成绩/1")
    assert problem.message.zh.startswith(f"“状态”是“{status}”，“正文”却说")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("获批", "获批国家湿地公园。"),
        ("申报", "申报国家湿地公园，力争获批。"),
        ("推荐", "推荐申报省级示范单位，尚未获批。"),
        ("申报", "列入省级培育库，按认定办法准备材料。"),
        ("公示", "入选公示名单。"),
    ],
)
def test_hopes_and_lists_of_candidates_claim_nothing(status: str, text: str) -> None:
    assert told(project(status, text)) == []


def test_a_heading_claims_too_and_what_waits_does_not() -> None:
    heading = Fact(kind="项目", title="获批国家湿地公园", details={"状态": "申报"})
    assert "“标题”却说“获批”" in told(heading)[0].message.zh
    assert told(Fact(kind="项目", title="获批国家湿地公园", details={"状态": "申报"}, stale=True)) == []


def test_a_document_is_not_told_as_issued() -> None:
    assert "“动作”是“拟出台”，“正文”却说“印发”" in told(document("拟出台", "印发《河道管护办法》。"))[0].message.zh
    assert told(document("起草", "《河道管护办法》已出台。"))[0].severity == "warning"
    for text in (
        "拟出台《河道管护办法》。",
        "落实省里印发的《河道管护意见》，起草本市办法。",
        "《河道管护办法》印发后将开展培训。",
    ):
        assert told(document("拟出台", text)) == []
    assert told(document("印发", "印发《河道管护办法》。")) == []


def test_a_rise_wants_evidence() -> None:
    (problem,) = told(project("获批", origin="2023/成绩/1"), "status-unproven", project("公示"))
    assert problem.message.zh == "2023年的状态是“公示”，这里是“获批”，却没有写依据。" and problem.severity == "warning"
    assert told(project("获批", origin="2023/成绩/1", evidence="林湿发〔2024〕5号"), "status-unproven", project("公示")) == []
    assert told(project("获批", origin="2023/成绩/1"), "status-unproven", project("获批")) == []
    assert told(project("获批"), "status-unproven", project("公示")) == []
