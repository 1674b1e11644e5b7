"""Every plan and every issue of the last period is answered, and the answers are what the numbers say."""

from collections.abc import Iterator

from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.accounts import Account, Accounts
from drafter.model.fact import OPEN, Fact
from drafter.model.places import place
from drafter.model.problem import NOWHERE, Place, Problem
from drafter.model.progress import Progress, contradiction
from drafter.model.words import Both

RULES = (
    Rule(
        "plan-unanswered",
        "error",
        Both("上期打算没有答复", "Plan of the last period unanswered"),
        Both("上期说过要做的，这一期要逐条交代做得怎样。", "What was promised last time is answered for this time."),
        GENRE,
        "上期打算: [{来自: 2023/打算/1}]",
        "上期打算: [{来自: 2023/打算/1, 兑现: 完成}]",
        acceptable=False,
    ),
    Rule(
        "issue-unanswered",
        "error",
        Both("上期问题没有答复", "Issue of the last period unanswered"),
        Both("上期摆出来的问题，这一期要说清解决了没有。", "What was wrong last time is answered for this time."),
        GENRE,
        "上期问题: [{来自: 2023/问题/1}]",
        "上期问题: [{来自: 2023/问题/1, 现状: 已解决}]",
        acceptable=False,
    ),
    Rule(
        "plan-unlisted",
        "warning",
        Both("上期打算没有列入", "Plan of the last period not listed"),
        Both("上期的打算不声不响地没了下文，最容易被问到。", "A plan that silently disappears is what leaders ask for."),
        GENRE,
        "（2023年打算“建分馆”，2024年哪里都没提）",
        "上期打算: [{来自: 2023/打算/建分馆, 兑现: 推进中}]",
    ),
    Rule(
        "issue-unlisted",
        "warning",
        Both("上期问题没有列入", "Issue of the last period not listed"),
        Both("上期的问题不提了，看不出是解决了还是忘了。", "An issue that is not mentioned may be solved or forgotten."),
        GENRE,
        "（2023年问题“人手不足”，2024年没有列入）",
        "上期问题: [{来自: 2023/问题/1, 现状: 仍存在}]",
    ),
    Rule(
        "answer-contradicted",
        "warning",
        Both("答复与数字不符", "Answer against the numbers"),
        Both(
            "写着完成而数字没到目标，或数字到了却写未完成，必有一处错。", "An answer that the numbers deny is wrong on one side."
        ),
        GENRE,
        "兑现: 完成（目标 100，实际 82）",
        "兑现: 基本完成",
    ),
    Rule(
        "answer-reason",
        "warning",
        Both("没完成却没有说明", "No reason given"),
        Both("没有做到的，要写明原因。", "What fell short needs its reason."),
        GENRE,
        "兑现: 未完成",
        "兑现: 未完成，说明: 用地批复延后",
    ),
    Rule(
        "answer-unfollowed",
        "info",
        Both("没有下文", "Not taken up again"),
        Both(
            "还没做完、还没解决的，这一期的问题或打算里应当接着写。",
            "What is left undone should be taken up by an issue or a plan.",
        ),
        GENRE,
        "兑现: 推进中（打算里没有接着写）",
        "打算: [{标题: 建成分馆, 来自: 2023/打算/建分馆}]",
    ),
)


_SHOWN = 20  # characters of a name
#: Answers that fall short, and so need a reason.
_SHORT = ("基本完成", "推进中", "未完成")


def check(subject: Subject) -> Iterator[Problem]:
    report = subject.report
    # A report that was begun without those before it owes no answers here; nor are they read for it.
    if not (report.origins or report.commitments or report.concerns):
        return
    accounts = Accounts(report, subject.earlier())
    for account in accounts.plans:
        if account.entry is not None:
            yield from _plan(account, account.entry, accounts)
        elif not account.closed and not account.heirs:
            yield _unlisted(account, subject, Both("打算", "plan"), "上期打算")
    for account in accounts.issues:
        if account.entry is not None and not account.closed:
            yield _unanswered(account, account.entry, Both("问题", "issue"), "现状")
        elif account.entry is not None and account.entry.standing == OPEN and not account.entry.note:
            yield _reasonless(account, account.entry, OPEN)
        elif account.entry is None and not account.closed and not account.heirs:
            yield _unlisted(account, subject, Both("问题", "issue"), "上期问题")
    yield from _unfollowed(accounts)


def _plan(account: Account, entry: Fact, accounts: Accounts) -> Iterator[Problem]:
    if not account.closed:
        yield _unanswered(account, entry, Both("打算", "plan"), "兑现")
        return
    reached = accounts.progress(account)
    if entry.outcome == "取消" and not entry.note:
        yield _given_up(account, entry)
    elif entry.outcome in _SHORT and not entry.note and not (entry.outcome == "推进中" and _on_its_way(reached)):
        yield _reasonless(account, entry, entry.outcome)
    why = contradiction(entry.outcome, reached)
    if why is not None:
        yield Problem(
            "answer-contradicted",
            Both(f"上期打算“{_name(account)}”：{why.zh}。", f"Last period's plan “{_name(account)}”: {why.en}."),
            Both("核对数字，或改“兑现”。", "Look at the numbers, or change the answer (兑现)."),
            severity="warning",
            place=place(entry, "兑现"),
            fact=entry.id or account.path,
        )


def _on_its_way(reached: Progress) -> bool:
    """Whether there is time left, and no less done than of it has passed, as far as that can be told."""
    return reached.time not in (None, "100%") and not (reached.ahead is not None and reached.ahead < 0)


def _unfollowed(accounts: Accounts) -> Iterator[Problem]:
    """Plans that were not kept and issues that are still there, of which this report says nothing more."""
    left = [
        *(each for each in accounts.plans if each.entry and each.entry.outcome in ("推进中", "未完成")),
        *(each for each in accounts.issues if each.entry and each.entry.standing == OPEN),
    ]
    if not left:
        return
    facts = ((path, fact) for part, path, fact in accounts.report.facts() if part in ("问题", "打算"))
    followed = accounts.descent.reaching(facts)
    for account in left:
        if account.origin in followed or account.entry is None:
            continue
        said = account.entry.outcome or account.entry.standing
        yield Problem(
            "answer-unfollowed",
            Both(
                f"上期的“{_name(account)}”{said}，这一期的问题和打算里却没有再提到。",
                f"“{_name(account)}” is {said}, and neither an issue nor a plan of this report takes it up.",
            ),
            Both(
                "在问题或打算里写上，并在“来自”里注明；drafter ledger --draft 会写好草稿。",
                "Take it up and name it under 来自; drafter ledger --draft writes a draft.",
            ),
            severity="info",
            place=place(account.entry, "兑现" if account.entry.outcome else "现状"),
            fact=account.entry.id or account.path,
            other=_there(account),
        )


def _unanswered(account: Account, entry: Fact, what: Both, word: str) -> Problem:
    return Problem(
        f"{_CODES[word]}-unanswered",
        Both(f"上期{what.zh}“{_name(account)}”还没有答复。", f"Last period's {what.en} “{_name(account)}” is not answered."),
        _ANSWERS[word],
        place=place(entry, word),
        fact=entry.id or account.path,
        other=_there(account),
        gate=True,
    )


def _given_up(account: Account, entry: Fact) -> Problem:
    return Problem(
        "answer-reason",
        Both(
            f"上期打算“{_name(account)}”取消了，却没有说明原因。",
            f"Last period's plan “{_name(account)}” was given up without a reason.",
        ),
        Both("在“说明”里写上原因。", "Give the reason under 说明."),
        place=place(entry, "兑现"),
        fact=entry.id or account.path,
        gate=True,
    )


def _reasonless(account: Account, entry: Fact, said: str) -> Problem:
    return Problem(
        "answer-reason",
        Both(f"上期的“{_name(account)}”{said}，没有说明原因。", f"“{_name(account)}” is {said}, and no reason is given."),
        Both("在“说明”里写上原因。", "Give the reason under 说明."),
        severity="warning",
        place=place(entry, "兑现" if entry.outcome else "现状"),
        fact=entry.id or account.path,
    )


def _unlisted(account: Account, subject: Subject, what: Both, word: str) -> Problem:
    words = account.before.earlier.words if account.before else ""
    return Problem(
        f"{_CODES[word]}-unlisted",
        Both(
            f"{words}的{what.zh}“{_name(account)}”没有列入“{word}”，也没有注明不再沿用。",
            f"The {what.en} “{_name(account)}” of {words} is neither listed under {word} nor left out on purpose (不再沿用).",
        ),
        Both(
            f"在“{word}”里加一条 来自: {account.origin} 并答复；确实不用的，写进“不再沿用”。",
            f"List it under {word} with 来自: {account.origin}, or name it under 不再沿用.",
        ),
        severity="warning",
        place=place(subject.report, word),
        other=_there(account),
    )


_CODES = {"兑现": "plan", "现状": "issue", "上期打算": "plan", "上期问题": "issue"}
_ANSWERS = {
    "兑现": Both(
        "在“兑现”里填 完成、基本完成、推进中、未完成 或 取消。", "Fill in 兑现: 完成, 基本完成, 推进中, 未完成 or 取消."
    ),
    "现状": Both("在“现状”里填 已解决 或 仍存在。", "Fill in 现状: 已解决 or 仍存在."),
}


def _there(account: Account) -> Place:
    return place(account.before.item) if account.before else NOWHERE


def _name(account: Account) -> str:
    name = account.said("title") or account.said("text").strip().partition("\n")[0]
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
