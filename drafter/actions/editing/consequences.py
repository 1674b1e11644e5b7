"""What follows from the answers to last period's plans and issues: facts proposed for 成绩, 问题 and 打算.

What was done becomes an achievement; what fell short becomes an issue, and a plan once more. Nothing that the report has
already, by 来自 or 对应 and the chain of reports behind them, is proposed again.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from drafter.actions.editing.reading import Read
from drafter.actions.sentences import draft_figure
from drafter.actions.wording import done
from drafter.kinds.frame import Frames
from drafter.model.accounts import Account, Accounts
from drafter.model.fact import OPEN, Fact
from drafter.model.figure import POINTS, RATES, Figure, decimal
from drafter.model.lineage import key_of
from drafter.model.progress import Progress
from drafter.model.reference import literal, references
from drafter.model.rolling import postponed, rolled
from drafter.model.text import closed
from drafter.model.words import Both
from drafter.store.contents import plain

DONE, SHORT = ("完成", "基本完成"), ("推进中", "未完成")


class Draft(NamedTuple):
    """A fact proposed for ``part``: ``values`` by word, marked 待更新 since it is a guess. ``entry`` is the uid of the answer
    that it follows from. ``ties``: the 来自 of the plans that an issue is answered by, or of the issues that a plan answers.
    """

    part: str
    values: dict[str, Any]
    why: Both
    entry: int
    ties: tuple[str, ...] = ()


def offered(read: Read, accounts: Accounts, frames: Frames) -> Iterator[Draft]:
    """The drafts of a report, in the order of its answers."""
    work = _Work(read, accounts, frames)
    for account in accounts.plans:
        if account.entry is not None:
            yield from work.of_plan(account, read.uid(account.entry))
    for account in accounts.issues:
        if account.entry is not None and account.answer.word == OPEN:
            yield from work.of_issue(account, read.uid(account.entry))


class _Work:
    def __init__(self, read: Read, accounts: Accounts, frames: Frames) -> None:
        self.report = read.report
        self.accounts = accounts
        self.frames = frames
        self.figures = {figure.id: figure for figure in self.report.figures}
        self.there = {part: self._reached(part) for part in ("成绩", "问题", "打算")}
        self.dropped = {accounts.descent.canonical(address) for address in self.report.dropped}
        self.plans = {account.origin: account for account in accounts.plans}
        self.answered = {each.origin for each in (*accounts.plans, *accounts.issues) if each.answer.word}

    def of_plan(self, account: Account, entry: int) -> Iterator[Draft]:
        """A plan that a later one continues is spoken for by that, once it is answered, and as long as neither is."""
        reached, word = self.accounts.progress(account), account.answer.word
        if any(not word or heir in self.answered for heir in account.heirs) or not account.origin:
            return
        figure = self.accounts.figure(account)
        if not word and figure is not None and figure.stale:
            return  # the number is not this period's yet
        if word in DONE and self.open(account, "成绩"):
            yield Draft("成绩", self.achievement(account, reached), _why(account, word), entry)
        if word == "取消" or not (word in SHORT or _short(reached, word)):
            return
        why = _why(account, word if word in SHORT else "", reached)
        if self.open(account, "问题") and _troubles(account, reached, word):
            yield Draft("问题", self.issue(account, reached), why, entry, (account.origin,))
        if self.open(account, "打算"):
            yield Draft("打算", self.again(account), why, entry, (account.origin,))

    def of_issue(self, account: Account, entry: int) -> Iterator[Draft]:
        if any(heir in self.answered for heir in account.heirs) or not account.origin:
            return
        why = Both(f"上期问题“{_name(account)}”仍存在", f"last period's issue “{_name(account)}” is still there")
        plans = self.accounts.planned.get(account.origin, ())
        if self.open(account, "问题"):
            yield Draft("问题", self.again(account), why, entry, plans)
        for address in plans:
            plan = self.plans.get(address)
            if plan is not None and plan.answer.word not in (*DONE, *SHORT, "取消") and self.open(plan, "打算"):
                yield Draft("打算", self.again(plan), why, entry, (account.origin,))

    def open(self, account: Account, part: str) -> bool:
        """Whether nothing in ``part`` comes from the plan or issue yet, and the clerk has not said to leave it away.

        不再沿用 does not say which copy of a plan was left away. That an achieved plan is not planned again says nothing of
        the achievement, so there it counts only while the plan itself still stands among the plans.
        """
        if account.origin in self.there[part]:
            return False
        return account.origin not in self.dropped or (part == "成绩" and account.origin not in self.there["打算"])

    def achievement(self, account: Account, reached: Progress) -> dict[str, Any]:
        """In the sentence frame of the figure, so that the number stays in one place; else in the plan's own words."""
        title, text = self.accounts.words(account)
        figure = self.accounts.figure(account)
        said = draft_figure(figure, self.figures, self.frames, refer=True) if figure is not None and figure.value else ""
        said = said or literal(done(text, reached.target, reached.actual))
        return _values(account, {"标题": literal(done(title)), "正文": said, "科室": account.said("office")})

    def issue(self, account: Account, reached: Progress) -> dict[str, Any]:
        title, text = self.accounts.words(account)
        figure = self.accounts.figure(account)
        measure = figure.name if figure is not None else title
        state = "还没有完成" if account.answer.word == "未完成" or not account.answer.word else "还在推进"
        heading = f"{measure}{'进度偏慢' if reached.time != '100%' else '没有达到目标'}" if reached.met is False else ""
        note = account.answer.note
        said = [_shortfall(measure, figure, reached)] if reached.met is False else []
        said += [note] if note else []
        if not said:
            said = [done(text) or title]
        sentence = "".join(each if closed(each) else f"{each}。" for each in said)
        own = heading or (f"“{title}”{state}" if title else "")
        return _values(account, {"标题": literal(own), "正文": sentence, "科室": account.said("office")})

    def again(self, account: Account) -> dict[str, Any]:
        """The plan or issue as it stood, a period on; where it is still the same year that is planned for, as it stood."""
        before = account.before
        if before is None or not isinstance(before.item, Fact):
            entry = account.entry or Fact()
            return _values(account, {"标题": entry.title, "正文": entry.text, "科室": entry.office})
        made, now = before.earlier.report.period, self.report.period
        rolls = made is not None and now is not None and made.next.year != now.next.year

        def on(fact: Fact, outermost: bool = False) -> Fact:
            title, text = self.texts(account, fact)
            due = fact.due
            if rolls and made is not None and now is not None:
                title, text, due = rolled(title, made, now), rolled(text, made, now), postponed(due, made, now)
            return replace(
                fact,
                id="",
                title=title,
                text=text,
                part="",
                answers=(),
                target=None if rolls else fact.target,
                due=due,
                figure=fact.figure if fact.figure in self.figures else "",
                outcome="",
                actual=None,
                standing="",
                note="",
                origin=account.origin if outermost else "",
                stale=outermost,
                children=tuple(map(on, fact.children)),
            )

        return dict(plain(on(before.item, outermost=True)))

    def texts(self, account: Account, fact: Fact) -> tuple[str, str]:
        """Heading and text as they are written, if the figures that they name are this report's too; else as printed then."""
        if all(found.name in self.figures for text in (fact.title, fact.text) for found in references(text)):
            return fact.title, fact.text
        title, text = self.accounts.printed(account, fact)
        return literal(title), literal(text)

    def _reached(self, part: str) -> set[str]:
        facts = ((key_of(fact, path), fact) for own, path, fact in self.report.facts() if own == part)
        return set(self.accounts.descent.reaching(facts))


def _short(reached: Progress, word: str) -> bool:
    """Whether the numbers say that the target was missed: while time runs nothing is missed yet."""
    return reached.met is False and (word in DONE or reached.time == "100%")


def _troubles(account: Account, reached: Progress, word: str) -> bool:
    """Whether there is an issue in it: a plan under way is none unless it lags, or a reason is given."""
    if word != "推进中" or reached.time == "100%":
        return True
    return bool(account.answer.note) or (reached.ahead is not None and reached.ahead < 0)


def _shortfall(measure: str, figure: Figure | None, reached: Progress) -> str:
    """技术合同成交额21.84亿元，完成目标44亿元的49.6%，低于时序进度0.4个百分点. The number follows the figure, where one holds it."""
    unit = reached.unit
    held = figure is not None and figure.id and figure.value == reached.actual
    now = f"{{{{ {figure.id} }}}}" if held and figure is not None else f"{reached.actual}{unit}"
    aim = f"{reached.target}{unit}"
    if reached.bound == "upper":
        return f"{measure}{now}，目标是{aim}"
    gap = abs((decimal(reached.target) or Decimal()) - (decimal(reached.actual) or Decimal()))
    behind = reached.pace if reached.ahead is not None else f"还差{gap:f}{POINTS if unit in RATES else unit}"
    if reached.completion and unit not in RATES:
        return f"{measure}{now}，完成目标{aim}的{reached.completion}，{behind}"
    return f"{measure}{now}，距目标{aim}{behind}"


def _values(account: Account, said: dict[str, Any]) -> dict[str, Any]:
    return {word: value for word, value in (said | {"来自": account.origin, "待更新": "是"}).items() if value}


def _name(account: Account) -> str:
    return account.said("title") or account.said("text")[:20]


def _why(account: Account, word: str, reached: Progress | None = None) -> Both:
    name = _name(account)
    if word or reached is None:
        return Both(f"上期打算“{name}”：{word}", f"last period's plan “{name}”: {word}")
    numbers = f"{reached.actual}{reached.unit} / {reached.target}{reached.unit}"
    return Both(f"上期打算“{name}”没有达到目标：{numbers}", f"last period's plan “{name}” missed its target: {numbers}")
