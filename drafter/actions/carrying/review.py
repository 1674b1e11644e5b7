"""What of a report is in quarantine, old text beside new; and the settling of it without the app."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from drafter.actions.earlier import read_all
from drafter.actions.editing.book import listed
from drafter.actions.editing.carried import drop, keep, pending, texts_of, update
from drafter.actions.editing.desk import CHILDREN, ROOT, Desk
from drafter.actions.editing.figures import figure_records, figures_by_id, typed
from drafter.actions.editing.outline import label_of
from drafter.actions.editing.settling import settle
from drafter.actions.editing.tree import Record
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier, Origin, trace
from drafter.model.period import Period
from drafter.model.printing import Figures, resolved
from drafter.model.problem import Problem, Refused
from drafter.model.rolling import rolls
from drafter.model.style import PARTS
from drafter.model.words import Both

#: What the report's own fields (title, lead, notice) are called among the keys; and what means every key.
REPORT, ALL = "报告", "all"
_VERBS: dict[str, Callable[[Desk, int], Problem | None]] = {"drop": drop, "keep": keep, "update": update}


@dataclass(frozen=True)
class Item:
    """One thing in quarantine. ``key``: 编号, else the path; 指标/高企净增; 报告. ``old`` and ``new`` as printed, the numbers of each
    time in them; ``rolled``: (old words, new words); ``origin``: where the old text stands, "" where that is not known.
    """

    key: str
    heading: str
    origin: str
    old: str
    new: str
    rolled: tuple[tuple[str, str], ...]
    uid: int = 0

    def to_json(self) -> dict[str, Any]:
        said = asdict(self)
        del said["uid"]
        return {**said, "rolled": [{"old": old, "new": new} for old, new in self.rolled]}


def review(desk: Desk) -> list[Item]:
    """All that is in quarantine, in the order of :func:`pending`."""
    waiting = set(pending(desk.root))
    figures = figures_by_id(desk.root)
    found = [(REPORT, desk.root)] if ROOT in waiting else []
    found += [(f"指标/{typed(each, '编号')}", each) for each in figure_records(desk.root) if each.uid in waiting]
    found += [(key, each) for part in PARTS for key, each in _keyed(listed(desk.root, part), part) if each.uid in waiting]
    named = dict.fromkeys(texts_of(desk.root.get("来自")))
    addresses = [address for key, record in found if key != REPORT for address in texts_of(record.get("来自"))]
    named |= dict.fromkeys(origin.report for address in addresses if (origin := Origin.parse(address)))
    earlier = read_all(named, desk.place)
    period = Period.parse(typed(desk.root, "期间"))
    return [_item(key, record, earlier, figures, period) for key, record in found]


def settle_keys(desk: Desk, wishes: Iterable[tuple[str, Sequence[str]]]) -> list[Problem]:
    """Keeps, updates or drops what ``wishes`` name, (verb, keys), and writes it. Returns what could not be done, and why.

    Raises Refused for a key that is not in quarantine, exit code 2, and where the files cannot be written.
    """
    items = review(desk)
    known = {item.key: item.uid for item in items}
    troubles: list[Problem] = []
    for verb, keys in wishes:
        # A heading that says nothing waits for nobody, but may go.
        there = known if verb != "drop" else _origins(desk) | known
        unknown = [key for key in keys if key != ALL and key not in there]
        if unknown:
            raise Refused([_not_waiting(key, there) for key in unknown], 2)
        uids = [item.uid for item in items] if ALL in keys else [there[key] for key in keys]
        # Facts first: a figure can go once no text names it.
        order = sorted(uids, key=lambda uid: desk.part(uid) == "指标") if verb == "drop" else uids
        troubles += _all(desk, order, _VERBS[verb])
    settlement = settle(desk.snapshot())
    if settlement.trouble:
        raise Refused(settlement.trouble, 4)
    desk.accept(settlement)
    return troubles


def _all(desk: Desk, uids: list[int], act: Callable[[Desk, int], Problem | None]) -> list[Problem]:
    """Goes on as long as something can be done: a figure that is part of another one goes after it."""
    left = uids
    while True:
        refused = [(uid, problem) for uid in left if (problem := act(desk, uid)) is not None]
        if not refused or len(refused) == len(left):
            return [problem for _, problem in refused]
        left = [uid for uid, _ in refused]


def _origins(desk: Desk) -> dict[str, int]:
    """Key → uid of every fact that came from an earlier report."""
    facts = (pair for part in PARTS for pair in _keyed(listed(desk.root, part), part))
    return {key: record.uid for key, record in facts if record.get("来自")}


def _keyed(facts: Sequence[Any], path: str) -> Iterator[tuple[str, Record]]:
    for place, fact in enumerate(facts, 1):
        if isinstance(fact, Record):
            here = f"{path}/{place}"
            name = typed(fact, "编号")
            yield name if name and "/" not in name else here, fact
            yield from _keyed(listed(fact, CHILDREN), here)


def _item(key: str, record: Record, earlier: Sequence[Earlier], figures: Figures, period: Period | None) -> Item:
    origins = texts_of(record.get("来自"))
    found = next((found for origin in origins if (found := trace(origin, earlier))), None)
    if key == REPORT:
        first = earlier[0] if earlier else None
        old = [first.report.title, first.report.lead] if first else []
        new = [typed(record, "标题"), typed(record, "导语")]
        return _texted(key, REPORT, first.name if first else "", first, old, new, figures, period)
    if found is not None and isinstance(found.item, Figure):
        new_value = figures.get(typed(record, "编号"))
        return Item(key, label_of(record, dict), origins[0], found.item.text, new_value.text if new_value else "", (), record.uid)
    source = found.earlier if found else None
    old = [found.item.title, found.item.text] if found and not isinstance(found.item, Figure) else []
    item = _texted(key, label_of(record, lambda: figures), origins[0] if origins else "", source, old,
                   [typed(record, "标题"), typed(record, "正文")], figures, period)  # fmt: skip
    return Item(**{**item.__dict__, "uid": record.uid})


def _texted(
    key: str,
    heading: str,
    origin: str,
    source: Earlier | None,
    old: list[str],
    new: list[str],
    figures: Figures,
    period: Period | None,
) -> Item:
    then = {figure.id: figure for figure in source.report.figures} if source else {}
    before = source.report.period if source else None
    changed = [(roll.old, roll.new) for text in old for roll in rolls(text, before, period)] if before and period else []
    return Item(
        key,
        heading,
        origin,
        resolved("\n".join(filter(None, old)), then),
        resolved("\n".join(filter(None, new)), figures),
        tuple(dict.fromkeys(changed)),
    )


def _not_waiting(key: str, known: Iterable[str]) -> Problem:
    from drafter.store.vocabulary import nearest

    near = nearest(key, list(known))
    return Problem(
        "carried-unknown",
        Both(f"“{key}”不在待核对的条目里。", f"“{key}” is not waiting to be looked at."),
        Both(f"是不是“{near}”？", f"Did you mean “{near}”?")
        if near
        else Both("drafter carried 列出待核对的条目。", "drafter carried lists what waits."),
    )
