"""Which plan is answered where: by the report, beside the plan, in between, or with what continues it."""

from drafter.model.accounts import Account, Accounts, Answer, addresses, due
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.report import Report


def report(period: str, **fields: object) -> Report:
    return Report(period=Period.parse(period), **fields)  # type: ignore[arg-type]


LAST = Earlier(
    "2023",
    report(
        "2023",
        figures=(Figure(id="渠道", name="衬砌渠道", value="30", unit="公里"),),
        plans=(
            Fact(id="修渠", title="修渠道", text="已修{{ 渠道 }}，再修40公里。", target="40", figure="渠道", office="工程科"),
            Fact(title="装水表", text="装表百块。"),
            Fact(id="收费", title="收水费", outcome="完成", note="九月收齐"),
        ),
        issues=(Fact(id="缺人", title="缺人", answers=("装表",)), Fact(title="缺水", text="旱。")),
    ),
)
HALF = Earlier(
    "2024-H1",
    report(
        "2024-H1",
        plans=(Fact(id="再修", title="接着修", origin="2023/打算/1"),),
        commitments=(
            Fact(origin="2023/修渠", outcome="推进中", note="汛期停工"),
            Fact(origin="2023/打算/2", outcome="取消", note="改装智能表"),
        ),
        concerns=(Fact(origin="2023/缺人", standing="已解决"),),
    ),
)


def year(*earlier: Earlier, **fields: object) -> Accounts:
    return Accounts(report("2024", **fields), earlier or (HALF, LAST))


def by_origin(accounts: tuple[Account, ...]) -> dict[str, Account]:
    return {each.origin: each for each in accounts}


def test_an_entry_says_what_it_answers_and_the_plan_says_the_rest() -> None:
    entry = Fact(origin="2023/打算/1", title="修渠", outcome="完成", target="42")
    (account, *_) = year(LAST, commitments=(entry,)).plans
    assert (account.path, account.origin) == ("上期打算/1", "2023/修渠")
    assert (account.said("title"), account.said("target"), account.said("office")) == ("修渠", "42", "工程科")
    assert account.answer == Answer("完成") and account.closed


def test_plans_that_are_not_listed_come_last_and_are_open() -> None:
    accounts = year(LAST, commitments=(Fact(origin="2023/打算/2"),)).plans
    assert [(each.origin, each.listed, each.closed) for each in accounts] == [
        ("2023/打算/2", True, False),
        ("2023/修渠", False, False),
        ("2023/收费", False, True),
    ]


def test_an_answer_beside_the_plan_itself_counts() -> None:
    account = by_origin(year(LAST).plans)["2023/收费"]
    assert account.answer == Answer("完成", "九月收齐", "2023/收费")
    listed = by_origin(year(LAST, commitments=(Fact(origin="2023/收费", note="已收齐"),)).plans)["2023/收费"]
    assert listed.answer == Answer("完成", "已收齐", "2023/收费")


def test_a_final_answer_in_between_counts_and_another_does_not() -> None:
    accounts = by_origin(year(commitments=(Fact(origin="2023/打算/2"), Fact(origin="2023/修渠"))).plans)
    assert accounts["2023/打算/2"].answer == Answer("取消", "改装智能表", "2024-H1/上期打算/2")
    assert not accounts["2023/修渠"].answer.word
    assert by_origin(year().issues)["2023/缺人"].answer.word == "已解决"


def test_a_plan_is_answered_with_the_one_that_continues_it() -> None:
    accounts = by_origin(year(commitments=(Fact(origin="2024-H1/再修", outcome="基本完成", note="差一公里"),)).plans)
    assert accounts["2023/修渠"].heirs == ("2024-H1/再修",)
    assert accounts["2023/修渠"].answer == Answer("基本完成", "差一公里", "2024-H1/再修")
    assert accounts["2024-H1/再修"].answer == Answer("基本完成", "差一公里")


def test_what_is_left_out_is_answered_with_what_it_goes_back_to_but_what_is_listed_is_not() -> None:
    answered = Fact(origin="2023/修渠", outcome="完成")
    assert by_origin(year(commitments=(answered,)).plans)["2024-H1/再修"].answer.where == "2023/修渠"
    both = year(commitments=(answered, Fact(origin="2024-H1/再修")))
    assert not by_origin(both.plans)["2024-H1/再修"].closed


def test_what_is_dropped_is_closed_unless_it_is_listed() -> None:
    accounts = by_origin(year(LAST, dropped=("2023/打算/1",)).plans)
    assert accounts["2023/修渠"].dropped and accounts["2023/修渠"].closed
    listed = year(LAST, dropped=("2023/修渠",), commitments=(Fact(origin="2023/修渠"),))
    assert not by_origin(listed.plans)["2023/修渠"].closed


def test_entries_that_name_nothing_stand_by_themselves() -> None:
    entries = (Fact(title="甲", outcome="完成"), Fact(title="乙"), Fact(title="丙", origin="2019/没有"))
    first, second, third, *_ = year(LAST, commitments=entries).plans
    assert (first.closed, second.closed, third.closed) == (True, False, False)
    assert (third.origin, third.before, third.said("target")) == ("2019/没有", None, "")


def test_words_are_those_that_were_printed_then() -> None:
    accounts = year(LAST, figures=(Figure(id="渠道", name="衬砌渠道", value="75"),))
    assert accounts.words(by_origin(accounts.plans)["2023/修渠"]) == ("修渠道", "已修30公里，再修40公里。")


def test_the_figure_is_the_one_that_came_from_the_earlier_one() -> None:
    own = (Figure(id="渠道", name="别的", value="1"), Figure(id="衬砌", name="渠道", value="41", origins=("2023/指标/渠道",)))
    accounts = year(LAST, figures=own)
    account = by_origin(accounts.plans)["2023/修渠"]
    found = accounts.figure(account)
    assert found is not None and found.id == "衬砌"
    assert accounts.progress(account).actual == "41"
    assert accounts.figure(by_origin(accounts.plans)["2023/打算/2"]) is None


def test_a_figure_that_is_missing_now_lends_its_unit() -> None:
    accounts = year(LAST)
    reached = accounts.progress(by_origin(accounts.plans)["2023/修渠"])
    assert (reached.target, reached.actual, reached.unit) == ("40", None, "公里")


def test_which_plans_were_to_answer_an_issue_whoever_says_so() -> None:
    earlier = Earlier(
        "2023",
        report(
            "2023",
            issues=(Fact(id="缺人", answers=("招人", "没有")), Fact(id="缺钱"), Fact(id="缺水")),
            plans=(Fact(id="招人"), Fact(id="筹款", answers=("缺钱", "招人")), Fact(id="节流", answers=("缺钱",))),
        ),
    )
    assert year(earlier).planned == {
        "2023/缺人": ("2023/招人",),
        "2023/缺钱": ("2023/筹款", "2023/节流"),
    }


def test_descent_goes_through_the_reports_in_between() -> None:
    descent = year().descent
    fact = Fact(origin="2024-H1/再修", answers=("本期条目", "2023/打算/2"))
    assert descent.above(fact) == ("2024-H1/再修", "2023/打算/2", "2023/修渠")
    assert descent.above(Fact(origin="2024-H1/上期打算/1")) == ("2024-H1/上期打算/1", "2023/修渠")
    assert dict(descent.reaching([("甲", fact)])) == {name: ["甲"] for name in descent.above(fact)}


def test_a_circle_ends() -> None:
    circle = Earlier(
        "2023", report("2023", plans=(Fact(id="甲", title="甲", origin="2023/乙"), Fact(id="乙", title="乙", origin="2023/甲")))
    )
    assert year(circle).descent.above(Fact(origin="2023/甲")) == ("2023/甲", "2023/乙")
    assert [each.heirs for each in year(circle).plans] == [("2023/乙",), ("2023/甲",)]


def test_only_plans_for_this_period_are_due_else_the_latest() -> None:
    def names(period: str, *earlier: str) -> list[str]:
        made = [Earlier(name, report(name)) for name in earlier]
        return [each.name for each in due(report(period), made)]

    assert names("2024", "2024-H1", "2023", "2022") == ["2024-H1", "2023"]
    assert names("2024-H1", "2023", "2023-H1") == ["2023"]
    assert names("2024", "2021", "2022") == ["2022"]
    assert names("2024") == []
    undated = Earlier("草稿", Report())
    assert due(Report(), [undated]) == (undated,) and due(report("2024"), [undated]) == ()


def test_all_addresses_that_a_report_names() -> None:
    named = report(
        "2024",
        achievements=(Fact(origin="2023/甲", answers=("本期", "2023/乙")),),
        commitments=(Fact(origin="2023/丙"),),
        concerns=(Fact(origin="2023/丁"),),
    )
    assert addresses(named) == {"2023/甲", "2023/乙", "2023/丙", "2023/丁"}
