"""The rows of the ledger: one of each plan that had to be answered, one of each issue."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.actions.earlier import addressed
from drafter.actions.opening import Opened
from drafter.model.accounts import Account, Accounts, addresses
from drafter.model.fact import Fact, paragraphs
from drafter.model.lineage import Earlier, key_of
from drafter.model.progress import Bound, contradiction
from drafter.model.report import Report
from drafter.model.words import Both

_SHORT = 30  # characters of a text that stand for a heading


class Row(NamedTuple):
    """A plan of an earlier report. ``path`` is that of its entry, 上期打算/3; "" where the report lists none.

    ``title`` and ``text`` say what was promised; ``period`` is that of the report which promised it, in words, and ``origin``
    its address there. ``figure`` is the id and ``measure`` the name of the figure aimed at. ``bound`` says whether the
    target is the least (lower) or the most (upper) that will do. ``completion`` and ``progress``
    (时序进度) are shares, 49.6%; ``pace`` compares them, 低于时序进度0.4个百分点. ``outcome`` is one of 兑现, ``answered_in`` the
    address of what says so where that is not this report. ``suggestion`` is the outcome that the numbers speak for, and
    ``contradiction`` why they speak against the one that is given. ``continued_by``: addresses of plans in between that go on
    with it. ``fulfilled_by`` are keys of this report's 成绩, ``followed_by`` of its 打算 and 问题. ``dropped``: not listed, and
    named in 不再沿用. "" and None: not known.
    """

    path: str
    title: str
    text: str
    period: str
    figure: str
    measure: str
    target: str | None
    actual: str | None
    unit: str
    bound: Bound
    completion: str | None
    progress: str | None
    pace: str
    modality: str
    due: str
    office: str
    outcome: str
    note: str
    origin: str
    answered_in: str
    suggestion: str
    contradiction: Both | None
    continued_by: tuple[str, ...]
    fulfilled_by: tuple[str, ...]
    followed_by: tuple[str, ...]
    dropped: bool

    @property
    def listed(self) -> bool:
        return bool(self.path)

    @property
    def answered(self) -> bool:
        return bool(self.outcome) or self.dropped


class Concern(NamedTuple):
    """An issue of an earlier report; fields as those of :class:`Row`. ``standing`` is one of 现状; ``planned`` are the
    addresses of the plans that were to answer it.
    """

    path: str
    title: str
    text: str
    period: str
    office: str
    standing: str
    note: str
    origin: str
    answered_in: str
    continued_by: tuple[str, ...]
    planned: tuple[str, ...]
    fulfilled_by: tuple[str, ...]
    followed_by: tuple[str, ...]
    dropped: bool

    @property
    def listed(self) -> bool:
        return bool(self.path)

    @property
    def answered(self) -> bool:
        return bool(self.standing) or self.dropped


class Ledger(NamedTuple):
    """``unit`` and ``period`` are the report's. ``earlier`` are the words of the reports whose promises are answered."""

    title: Both
    unit: str
    period: str
    earlier: tuple[str, ...]
    rows: tuple[Row, ...]
    concerns: tuple[Concern, ...]

    @property
    def unanswered(self) -> int:
        """How many plans and issues have no answer yet. Nought: the ledger is closed."""
        return len([row for row in self.rows if not row.answered]) + len([row for row in self.concerns if not row.answered])


def ledger(opened: Opened) -> Ledger:
    """The ledger of a report. Reads earlier reports, the first time at least, so this belongs into a thread."""
    return ledger_of(opened.report, addressed(opened, addresses(opened.report)))


def ledger_of(report: Report, earlier: Sequence[Earlier]) -> Ledger:
    """As :func:`ledger`, of a report and those before it."""
    work = _Work(report, Accounts(report, earlier))
    words = report.period.words if report.period else ""
    period_en = str(report.period) if report.period else ""
    return Ledger(
        Both(f"{words}目标任务兑现情况表", f"Commitments answered in {period_en or 'the report'}"),
        report.unit,
        words,
        tuple(each.words for each in work.accounts.due),
        tuple(map(work.row, work.accounts.plans)),
        tuple(map(work.concern, work.accounts.issues)),
    )


class _Work:
    """What the rows of one ledger share, gathered once."""

    def __init__(self, report: Report, accounts: Accounts) -> None:
        self.accounts = accounts
        descent = accounts.descent
        self.done = descent.reaching(_keyed(report, ("成绩",)))
        self.next = descent.reaching(_keyed(report, ("打算", "问题")))

    def row(self, account: Account) -> Row:
        title, text = self.accounts.words(account)
        figure = self.accounts.figure(account)
        reached = self.accounts.progress(account)
        return Row(
            account.path,
            title or opening(text),
            text,
            _period(account),
            account.said("figure"),
            figure.name if figure else "",
            reached.target,
            reached.actual,
            reached.unit,
            reached.bound,
            reached.completion,
            reached.time,
            reached.pace,
            account.said("modality"),
            account.said("due"),
            account.said("office"),
            account.answer.word,
            account.answer.note,
            account.origin,
            account.answer.where,
            reached.suggestion,
            None if account.answer.where else contradiction(account.answer.word, reached),
            account.heirs,
            tuple(self.done.get(account.origin, ())),
            tuple(self.next.get(account.origin, ())),
            account.dropped,
        )

    def concern(self, account: Account) -> Concern:
        title, text = self.accounts.words(account)
        return Concern(
            account.path,
            title or opening(text),
            text,
            _period(account),
            account.said("office"),
            account.answer.word,
            account.answer.note,
            account.origin,
            account.answer.where,
            account.heirs,
            self.accounts.planned.get(account.origin, ()),
            tuple(self.done.get(account.origin, ())),
            tuple(self.next.get(account.origin, ())),
            account.dropped,
        )


def _period(account: Account) -> str:
    return account.before.earlier.words if account.before else ""


def opening(text: str) -> str:
    """The beginning of a text, to be known by: its first sentence, if that is short."""
    first = next(iter(paragraphs(text)), "").strip()
    sentence = first.partition("。")[0]
    return sentence if len(sentence) <= _SHORT else sentence[: _SHORT - 1] + "…"


def _keyed(report: Report, parts: tuple[str, ...]) -> Iterator[tuple[str, Fact]]:
    return ((key_of(fact, path), fact) for part, path, fact in report.facts() if part in parts)
