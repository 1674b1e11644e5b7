"""What was carried over and waits to be looked at: kept as it is, brought up to date, or dropped for good."""

from collections.abc import Iterator, Sequence
from typing import Any

from drafter.actions.earlier import read_all
from drafter.actions.editing.book import listed
from drafter.actions.editing.desk import CHILDREN, ROOT, Desk
from drafter.actions.editing.figures import figure_records, typed, uses_of
from drafter.actions.editing.outline import carried, label_of
from drafter.actions.editing.tree import Record, records
from drafter.model.figure import Figure
from drafter.model.lineage import Origin, trace
from drafter.model.problem import Problem
from drafter.model.style import PARTS
from drafter.model.words import Both

STALE, ORIGIN, DROPPED, ANSWERS = "待更新", "来自", "不再沿用", "对应"
ENTRIES = ("上期打算", "上期问题")
_NAMED = 15  # characters of a text without a heading that tell which one is meant
#: What a heading over other facts may have and still say nothing itself.
_SILENT = frozenset({"编号", ORIGIN, "标题", "序号", "排法", "下级", "部分", "科室", "标签", "优先级", CHILDREN})


def pending(root: Record) -> list[int]:
    """The uids of what is in quarantine: 0 for the report's own fields, then figures, then facts in reading order."""
    found = [ROOT] if carried(root) else []
    found += [figure.uid for figure in figure_records(root) if carried(figure)]
    for part in PARTS:
        found += [record.uid for _, record in records(listed(root, part)) if carried(record)]
    return found


def following(root: Record, uid: int, waits: Sequence[int]) -> int:
    """Of ``waits``, which is not empty, the first that stands behind the record ``uid`` in reading order; else the first of all."""
    order = [ROOT, *(figure.uid for figure in figure_records(root))]
    order += [record.uid for part in (*PARTS, *ENTRIES) for _, record in records(listed(root, part))]
    place = {each: number for number, each in enumerate(order)}
    here = place.get(uid, -1)
    return next((each for each in waits if place.get(each, -1) > here), waits[0])


def texts_of(value: Any) -> list[str]:
    """The lines of a field that holds several, which a clerk may also write as one text."""
    if isinstance(value, str):
        return [value] if value else []
    return [each for each in value or () if isinstance(each, str)]


def keep(desk: Desk, uid: int) -> Problem | None:
    """It stands as it is: a text as it was rolled over; a figure without a value has the one of last time again.

    One undo step, as the others here. Returns why it cannot be done; then nothing has changed.
    """
    record = desk.find(uid)
    if record is None:
        return None
    if not desk.writable(uid):
        return _locked()
    figure = desk.part(uid) == "指标"
    value, last = typed(record, "数值").strip(), typed(record, "上期").strip()
    if figure and not value and not last:
        return Problem(
            "carried-nothing",
            Both(f"“{_name(record)}”没有上期数，没有可以保留的。", f"“{_name(record)}” has no 上期 that could be kept."),
            Both("填上本期的数，再标为已更新。", "Fill in this period's number, then call it updated."),
            fact=typed(record, "编号") or None,
        )
    with desk.together():
        if figure and not value:
            desk.set(uid, "数值", last)
            _as_then(desk, uid, record)
        desk.set(uid, STALE, "")
    return None


def _as_then(desk: Desk, uid: int, record: Record) -> None:
    """Target and rank are what they were too, where they are not known better: texts may name them."""
    names = [origin.report for address in texts_of(record.get(ORIGIN)) if (origin := Origin.parse(address))]
    earlier = read_all(names, desk.place)
    then = next((found.item for address in texts_of(record.get(ORIGIN)) if (found := trace(address, earlier))), None)
    if not isinstance(then, Figure):
        return
    if then.target and not typed(record, "目标").strip():
        desk.set(uid, "目标", then.target)
    rank = record.get("排名")
    if then.rank and then.rank.place and not (isinstance(rank, Record) and rank.get("名次")):
        desk.set(uid, ("排名", "范围"), then.rank.scope)
        desk.set(uid, ("排名", "名次"), str(then.rank.place))


def update(desk: Desk, uid: int) -> Problem | None:
    """It says what it should by now: the mark comes off."""
    if desk.find(uid) is None:
        return None
    if not desk.writable(uid):
        return _locked()
    desk.set(uid, STALE, "")
    return None


def drop(desk: Desk, uid: int) -> Problem | None:
    """It goes, with all below it, and does not come back by itself: where it came from is noted under 不再沿用.

    A heading above that holds nothing else, and says nothing, goes along. Of the report itself lead and notice go; its title stays.
    """
    record = desk.find(uid)
    if record is None:
        return None
    if not desk.writable(uid):
        return _locked()
    if uid == ROOT:
        with desk.together():
            for word in ("导语", "通知", STALE):
                desk.set(ROOT, word, "")
        return None
    if desk.part(uid) == "指标" and (uses := _uses(desk, record)):
        return _used(desk, record, uses)
    with desk.together():
        _drop(desk, uid)
    return None


def _drop(desk: Desk, uid: int) -> None:
    above = [each for each in reversed(desk.ancestors(uid)) if each.uid != uid]
    record = desk.find(uid)
    for holder in above:
        if not holder.get(ORIGIN) or len(listed(holder, CHILDREN)) > 1 or not holder.keys() <= _SILENT:
            break
        record = holder
    if record is None:
        return
    noted = [*texts_of(desk.root.get(DROPPED))]
    noted += [origin for origin in dict.fromkeys(_origins(desk, record)) if origin not in noted]
    gone = {name for _, each in records(record) if (name := typed(each, "编号").strip())}
    desk.remove(record.uid)
    desk.set(ROOT, DROPPED, noted)
    _forget(desk, gone)


def _origins(desk: Desk, record: Record) -> Iterator[str]:
    """Where it and all below it came from, and what it stood for as well (addresses under 对应)."""
    asked = {text for word in ENTRIES for entry in listed(desk.root, word) for text in texts_of(entry.get(ORIGIN))}
    known = set(texts_of(desk.root.get(ORIGIN)))
    achieved = desk.part(record.uid) == PARTS[0]
    for _, each in records(record):
        yield from texts_of(each.get(ORIGIN))
        for text in texts_of(each.get(ANSWERS)):
            origin = Origin.parse(text)
            # An achievement names the plans that it fulfils; those were not merged into it.
            if origin is not None and origin.report in known and not (achieved and text in asked):
                yield text


def _forget(desk: Desk, gone: set[str]) -> None:
    """Takes the ids of what is gone out of what the others point to."""
    if not gone:
        return
    gone -= {typed(each, "编号").strip() for _, each in records(desk.root)}
    for _, each in list(records(desk.root)):
        named = texts_of(each.get(ANSWERS))
        left = [name for name in named if name not in gone]
        if len(left) < len(named):
            desk.set(each.uid, ANSWERS, left)


def _uses(desk: Desk, figure: Record) -> list[int]:
    """The records that would name nothing without the figure; what is asked about last time's plans does not count."""
    name = typed(figure, "编号").strip()
    twins = [each for each in figure_records(desk.root) if typed(each, "编号").strip() == name]
    if not name or len(twins) > 1:
        return []
    return [uid for uid in uses_of(desk.root).get(name, ()) if uid != figure.uid and desk.part(uid) not in ENTRIES]


def _used(desk: Desk, figure: Record, uses: list[int]) -> Problem:
    names = "、".join(f"“{_short(_name(record))}”" for uid in uses[:3] if (record := desk.find(uid)) is not None)
    more = f"等 {len(uses)} 处" if len(uses) > 3 else ""
    english = f" and {len(uses) - 3} more" if len(uses) > 3 else ""
    return Problem(
        "carried-figure-used",
        Both(
            f"“{_name(figure)}”还有 {names}{more}在用，没有删去。",
            f"“{_name(figure)}” is still named by {names}{english}; it stays.",
        ),
        Both("先改掉那里的文字，或先删去那几条。", "Change those texts first, or drop them."),
        fact=typed(figure, "编号") or None,
    )


def _name(record: Record) -> str:
    return label_of(record, dict) or typed(record, "编号") or "导语"


def _short(name: str) -> str:
    return name if len(name) <= _NAMED else f"{name[:_NAMED]}……"


def _locked() -> Problem:
    return Problem(
        "file-locked",
        Both("所在的文件写得不对，没法改。", "Its file has faults, so nothing in it can be changed."),
        Both("先按检查里说的改好那个文件。", "Mend that file first, as the check says."),
    )
