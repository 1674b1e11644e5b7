"""Answering last period's plans and issues, and what follows from the answers: drafts of achievements, issues and plans."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from drafter.actions.editing.consequences import Draft as Draft
from drafter.actions.editing.consequences import offered
from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.reading import Read
from drafter.actions.editing.tree import Record, records
from drafter.actions.ledger.rows import Concern, Row
from drafter.model.accounts import ISSUES, PLANS, Accounts, addresses
from drafter.model.fact import OPEN, OUTCOMES, RESOLVED
from drafter.model.problem import Problem
from drafter.model.words import Both

STANDINGS = (RESOLVED, OPEN)
_SIGNS = re.compile(r"[^\w]")
_ID_LENGTH = 12  # characters of a heading that make an id


def answer(desk: Desk, uid: int, outcome: str, note: str | None = None, actual: str | None = None) -> Problem | None:
    """Answers an entry of 上期打算; one step. "" takes the answer back. A ``note`` or ``actual`` of None leaves what is there.

    Returns why it cannot, where the entry is none or the word is no answer. That a plan given up needs a reason is for check
    to say: one types the reason after the answer.
    """
    if desk.part(uid) != PLANS or (outcome and outcome not in OUTCOMES):
        return _unanswerable(PLANS, OUTCOMES)
    with desk.together():
        desk.set(uid, "兑现", outcome)
        if actual is not None:
            desk.set(uid, "实际", actual.strip())
        _note(desk, uid, note)
    return None


def stand(desk: Desk, uid: int, standing: str, note: str | None = None) -> Problem | None:
    """As :func:`answer`, for an entry of 上期问题."""
    if desk.part(uid) != ISSUES or (standing and standing not in STANDINGS):
        return _unanswerable(ISSUES, STANDINGS)
    with desk.together():
        desk.set(uid, "现状", standing)
        _note(desk, uid, note)
    return None


def enlist(desk: Desk, item: Row | Concern) -> tuple[str, int]:
    """Lists a plan or an issue of the ledger that the report does not list, at the end of its list; one step.

    Returns path and uid of the entry.
    """
    name = PLANS if isinstance(item, Row) else ISSUES
    values = {"标题": item.title, "科室": item.office, "来自": item.origin}
    if isinstance(item, Row):
        values |= {"指标": item.figure, "目标": item.target or "", "语气": item.modality, "期限": item.due}
    place = len(desk.root.get(name) or ())
    uid = desk.add(ROOT, name, place, {word: value for word, value in values.items() if value})
    return f"{name}/{place + 1}", uid


def drafts(desk: Desk) -> list[Draft]:
    """What follows from the answers given so far and is not in the report yet, in the order of the answers. Reads earlier
    reports, the first time at least, so this belongs into a thread.
    """
    from dataclasses import replace

    from drafter.actions.earlier import addressed
    from drafter.actions.opening import opened
    from drafter.actions.sentences import load
    from drafter.store.folder import Reading

    read = Read(desk.root)
    settled = desk.settled
    now = replace(settled.opened, report=read.report) if settled else opened(desk.place, Reading(read.report, []))
    earlier = addressed(now, addresses(read.report))
    return list(offered(read, Accounts(read.report, earlier), load(now.folders)[0]))


def take(desk: Desk, draft: Draft) -> int:
    """Puts a draft at the end of its part and returns its uid; one step. One that was taken is there already: its uid."""
    return take_all(desk, [draft])[0]


def take_all(desk: Desk, chosen: Sequence[Draft]) -> list[int]:
    """As :func:`take`, of several at once. Issues and the plans that answer them come to name each other."""
    there = _Taken(desk)
    for draft in chosen:
        there.put(draft)
    for draft in chosen:
        there.tie(draft)
    with desk.together():
        return there.apply(desk, chosen)


class _Taken:
    """Facts by part and 来自: those of the report, as they are, and those that come in, as they will be."""

    def __init__(self, desk: Desk) -> None:
        self.there = {(part, _origin(record)): record for part, record in _facts(desk)}
        self.names = {str(record["编号"]) for _, record in records(desk.root) if record.get("编号")}
        self.changed: dict[int, dict[str, Any]] = {}
        self.fresh: dict[tuple[str, str], dict[str, Any]] = {}

    def put(self, draft: Draft) -> None:
        if _key(draft) not in self.there:
            self.fresh.setdefault(_key(draft), dict(draft.values))

    def tie(self, draft: Draft) -> None:
        """The plan names the issue that it answers, which gets an id for that where it has none."""
        origin = str(draft.values["来自"])
        for other in draft.ties:
            issue = ("问题", origin if draft.part == "问题" else other)
            plan = ("打算", origin if draft.part == "打算" else other)
            if all(key in self.fresh or key in self.there for key in (issue, plan)):
                name = str(self._said(issue, "编号") or "")
                if not name:
                    name = _free(self.fresh.get(issue) or self.there[issue], self.names)
                    self._say(issue, "编号", name)
                listed = self._said(plan, "对应") or []
                listed = listed if isinstance(listed, list) else [listed]
                if name not in listed:
                    self._say(plan, "对应", [*listed, name])

    def _said(self, key: tuple[str, str], word: str) -> Any:
        if key in self.fresh:
            return self.fresh[key].get(word)
        record = self.there[key]
        return self.changed.get(record.uid, record).get(word)

    def _say(self, key: tuple[str, str], word: str, value: Any) -> None:
        if key in self.fresh:
            self.fresh[key] = {word: value, **self.fresh[key]} if word == "编号" else self.fresh[key] | {word: value}
        else:
            record = self.there[key]
            self.changed.setdefault(record.uid, dict(record))[word] = value

    def apply(self, desk: Desk, chosen: Sequence[Draft]) -> list[int]:
        """The uid of each; what stood there is changed before places shift by what comes in."""
        for uid, values in self.changed.items():
            for word in ("编号", "对应"):
                desk.set(uid, word, values.get(word))
        uids = {key: record.uid for key, record in self.there.items()}
        counts = {part: len(desk.root.get(part) or ()) for part in ("成绩", "问题", "打算")}
        for (part, origin), values in self.fresh.items():
            uids[part, origin] = desk.add(ROOT, part, counts[part], values)
            counts[part] += 1
        return [uids[_key(draft)] for draft in chosen]


def _key(draft: Draft) -> tuple[str, str]:
    return draft.part, str(draft.values["来自"])


def _free(issue: Mapping[str, Any], names: set[str]) -> str:
    """An id for an issue, after its heading, that nothing has; it is taken from now on."""
    heading = _SIGNS.sub("", str(issue.get("标题") or issue.get("正文") or ""))
    stem = f"问题-{heading[:_ID_LENGTH]}" if heading else "问题"
    name = next(name for number in count(1) if (name := stem if number == 1 else f"{stem}-{number}") not in names)
    names.add(name)
    return name


def _facts(desk: Desk) -> Iterator[tuple[str, Record]]:
    for part in ("成绩", "问题", "打算"):
        yield from ((part, record) for _, record in records(desk.root.get(part) or []))


def _origin(record: Record) -> str:
    found = record.get("来自")
    return found.strip() if isinstance(found, str) else ""


def _note(desk: Desk, uid: int, note: str | None) -> None:
    if note is not None:
        desk.set(uid, "说明", " ".join(note.split()))


def _unanswerable(word: str, answers: tuple[str, ...]) -> Problem:
    listed = "、".join(answers)
    return Problem(
        "answer-refused",
        Both(
            f"这里不是“{word}”里的条目，或者答复不是{listed}之一。",
            f"This is no entry of {word}, or the answer is none of: {listed}.",
        ),
        Both(f"在“{word}”里选一条，从{listed}里选一个答复。", f"Choose an entry of {word}, and one of: {listed}."),
    )
