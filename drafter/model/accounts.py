"""What became of each plan and issue of the last period: the answers of this report, brought together with what they answer.

An account is closed by the answer in 上期打算 or 上期问题; by one that was written beside the plan itself; by a final one that
a report in between gave; or by the answer to the plan that continues it (the second half's plan, of one for the year).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from drafter.model.commitment import concerns, promised
from drafter.model.fact import RESOLVED, Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier, Origin, Trace, trace
from drafter.model.printing import resolved
from drafter.model.progress import Aim, Progress, months, progress
from drafter.model.report import Report

PLANS, ISSUES = "上期打算", "上期问题"
#: Answers that need not be given again by the next report.
FINAL = frozenset({"完成", "取消", RESOLVED})


class Answer(NamedTuple):
    """``word`` is one of 兑现 or of 现状, "" where nothing is answered. ``where``: the address of what says so where that is
    another report; "" for this one.
    """

    word: str = ""
    note: str = ""
    where: str = ""


@dataclass(frozen=True, eq=False)
class Account:
    """A plan or an issue of an earlier report, and this report's ``entry`` for it: None where it lists none.

    ``path`` is the entry's, 上期打算/3; ``origin`` the address of what was promised and ``before`` what stands there, None
    where it is not found. ``heirs`` are the addresses of what continues it in a later one of the earlier reports.
    ``dropped``: not listed, and named in 不再沿用.
    """

    entry: Fact | None
    path: str
    origin: str
    before: Trace | None
    heirs: tuple[str, ...] = ()
    dropped: bool = False
    answer: Answer = Answer()

    @property
    def closed(self) -> bool:
        return bool(self.answer.word) or self.dropped

    @property
    def listed(self) -> bool:
        return self.entry is not None

    def said(self, name: str) -> str:
        """A field of the entry; that of the plan itself where the entry leaves it open."""
        found = getattr(self.entry, name) if self.entry is not None else ""
        return found or (getattr(self.before.item, name, "") if self.before else "") or ""


class Descent:
    """Who comes from whom: the ways from facts of a report, by 来自 and 对应, into the reports before it."""

    def __init__(self, earlier: Sequence[Earlier]) -> None:
        self.earlier = earlier
        self._found: dict[str, Trace | None] = {"": None}

    def canonical(self, address: str) -> str:
        """The one address of what ``address`` names; as it is where that is not found."""
        found = self.find(address)
        return found.earlier.addresses[id(found.item)] if found else address.strip()

    def find(self, address: str) -> Trace | None:
        """What ``address`` names, in whichever of the earlier reports; None where there is nothing of the kind."""
        if address not in self._found:
            self._found[address] = trace(address, self.earlier)
        return self._found[address]

    def above(self, item: Fact | Figure) -> tuple[str, ...]:
        """The addresses of all that ``item`` comes from or answers in earlier reports, nearest first. A circle, which only a
        hand can have written, ends where it began.
        """
        found: dict[str, None] = {}
        waiting = list(_named(item))
        for address in waiting:
            name = self.canonical(address)
            if name not in found:
                found[name] = None
                before = self.find(name)
                waiting += _named(before.item) if before else ()
        return tuple(found)

    def reaching(self, facts: Iterable[tuple[str, Fact]]) -> Mapping[str, list[str]]:
        """Canonical address → the keys of the facts, given as (key, fact), that come from it."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, fact in facts:
            for name in self.above(fact):
                found[name].append(key)
        return found


def _named(item: Fact | Figure) -> Iterator[str]:
    if isinstance(item, Figure):
        yield from item.origins
        return
    if item.origin:
        yield item.origin
    yield from (name for name in item.answers if "/" in name and Origin.parse(name))


def addresses(report: Report) -> set[str]:
    """All that a report's facts and answers name in earlier reports."""
    facts = (fact for _, _, fact in report.facts())
    return {name for fact in (*facts, *report.commitments, *report.concerns) for name in _named(fact)}


class Accounts:
    """All accounts of a report, in the order of its lists, then what these leave out, in that of the earlier reports."""

    def __init__(self, report: Report, earlier: Sequence[Earlier]) -> None:
        self.report = report
        self.descent = Descent(earlier)
        self.due = due(report, earlier)
        self._dropped = {self.descent.canonical(address) for address in report.dropped}

    @cached_property
    def plans(self) -> tuple[Account, ...]:
        return self._accounts(PLANS, self.report.commitments, promised, "outcome")

    @cached_property
    def issues(self) -> tuple[Account, ...]:
        return self._accounts(ISSUES, self.report.concerns, concerns, "standing")

    def words(self, account: Account) -> tuple[str, str]:
        """Heading and text of what was promised, as they were printed then."""
        figures = self._then(account)
        return resolved(account.said("title"), figures), resolved(account.said("text"), figures)

    def printed(self, account: Account, fact: Fact) -> tuple[str, str]:
        """Heading and text of a fact of the report that promised it, as they were printed then."""
        figures = self._then(account)
        return resolved(fact.title, figures), resolved(fact.text, figures)

    @cached_property
    def planned(self) -> Mapping[str, tuple[str, ...]]:
        """Address of an issue → those of the plans of the same report that answer it, whichever of the two says so."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for each in self.descent.earlier:
            parts = {id(fact): part for part, _, fact in each.report.facts()}
            for part, _, fact in each.report.facts():
                for name in fact.answers:
                    other = each.items.get(name)
                    if isinstance(other, Fact) and {part, parts.get(id(other))} == {"打算", "问题"}:
                        plan, issue = (fact, other) if part == "打算" else (other, fact)
                        found[each.addresses[id(issue)]][each.addresses[id(plan)]] = None
        return {issue: tuple(plans) for issue, plans in found.items()}

    def figure(self, account: Account) -> Figure | None:
        """The report's figure that a plan aims at: the one that came from the earlier report's, else that of the same 编号."""
        name = account.said("figure")
        if not name:
            return None
        then = self._then(account).get(name)
        address = account.before.earlier.addresses[id(then)] if account.before and then else ""
        return self._figures.get(address) or self._figures.get(name)

    def progress(self, account: Account) -> Progress:
        """How far the plan of an account has come."""
        made = account.before.earlier.report.period if account.before else None
        aim = Aim(
            "\n".join(self.words(account)), account.said("target") or None, account.said("modality"), account.said("due"), made
        )
        reached = progress(aim, self.report.period, self.figure(account), account.entry.actual if account.entry else None)
        then = self._then(account).get(account.said("figure"))
        return reached if reached.unit or then is None else reached._replace(unit=then.unit)

    def _then(self, account: Account) -> Mapping[str, Figure]:
        return self._printing[account.before.earlier.name] if account.before else self._own

    @cached_property
    def _own(self) -> Mapping[str, Figure]:
        return {figure.id: figure for figure in self.report.figures}

    @cached_property
    def _printing(self) -> Mapping[str, Mapping[str, Figure]]:
        return {each.name: {figure.id: figure for figure in each.report.figures} for each in self.descent.earlier}

    @cached_property
    def _figures(self) -> Mapping[str, Figure]:
        """The report's figures by 编号, and by the addresses of those they came from."""
        found = dict(self._own)
        for figure in self.report.figures:
            for address in self.descent.above(figure):
                found.setdefault(address, figure)
        return found

    def _accounts(
        self,
        word: str,
        entries: Iterable[Fact],
        asked: Callable[[Report], Iterator[tuple[str, Fact]]],
        name: str,
    ) -> tuple[Account, ...]:
        found: list[Account] = []
        known: set[str] = set()
        for place, entry in enumerate(entries, 1):
            origin = self.descent.canonical(entry.origin)
            known.add(origin)
            found.append(Account(entry, f"{word}/{place}", origin, self.descent.find(entry.origin)))
        for each in self.due:
            for _, fact in asked(each.report):
                origin = each.addresses[id(fact)]
                if origin not in known:
                    known.add(origin)
                    found.append(Account(None, "", origin, Trace(each, fact), dropped=origin in self._dropped))
        return self._answered(found, name)

    def _answered(self, found: list[Account], name: str) -> tuple[Account, ...]:
        """The accounts with their heirs, and with the answers that reach them."""
        lines = [self.descent.above(each.before.item) if each.before is not None else () for each in found]
        heirs: dict[str, list[str]] = defaultdict(list)
        for each, line in zip(found, lines, strict=True):
            for above in line:
                if above != each.origin:
                    heirs[above].append(each.origin)
        between = self._given_between(name)
        own = [_own_answer(each, name) or between.get(each.origin, Answer()) for each in found]
        given = {each.origin: answer for each, answer in zip(found, own, strict=True) if answer.word}
        listed = {each.origin for each in found if each.listed}
        result = []
        for each, line, answer in zip(found, lines, own, strict=True):
            after = tuple(heirs.get(each.origin, ()))
            # What the report lists itself it answers itself, or in what goes on with it; what it leaves out may also have been
            # answered with what it goes back to.
            others = after if each.listed else (*after, *(above for above in line if above in listed))
            handed = (given[other]._replace(where=given[other].where or other) for other in others if other in given)
            said = answer if answer.word else next(handed, Answer())
            result.append(replace(each, heirs=after, answer=said))
        return tuple(result)

    def _given_between(self, name: str) -> Mapping[str, Answer]:
        """Final answers that earlier reports gave to still earlier ones."""
        found: dict[str, Answer] = {}
        for earlier in self.descent.earlier:
            listed = earlier.report.commitments if name == "outcome" else earlier.report.concerns
            for entry in listed:
                word = getattr(entry, name)
                if word in FINAL:
                    answer = Answer(word, entry.note, earlier.addresses[id(entry)])
                    found.setdefault(self.descent.canonical(entry.origin), answer)
        return found


def _own_answer(account: Account, name: str) -> Answer | None:
    """The answer of the entry; else the one beside the plan itself. None where neither says anything."""
    entry, before = account.entry, account.before.item if account.before else None
    if entry is not None and getattr(entry, name):
        return Answer(getattr(entry, name), entry.note)
    if isinstance(before, Fact) and getattr(before, name):
        return Answer(getattr(before, name), (entry.note if entry else "") or before.note, account.origin)
    return None


def due(report: Report, earlier: Sequence[Earlier]) -> tuple[Earlier, ...]:
    """The earlier reports whose plans fall into this one's period; where there is none such, the latest of them. A report that
    is there for its figures only, the same half of last year, was answered long ago.
    """
    now = report.period
    if now is None:
        return tuple(earlier)
    start, end = months(now)
    planned = [(*months(each.report.period.next), each) for each in earlier if each.report.period is not None]
    found = tuple(each for first, last, each in planned if first <= end and last >= start)
    past = [(first, each) for first, _, each in planned if first <= end]
    return found or tuple(each for _, each in sorted(past, key=lambda one: one[0])[-1:])
