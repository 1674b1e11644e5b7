"""Saying where a fact or figure of the report came from."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.actions.editing.desk import Desk
from drafter.model.problem import Problem

if TYPE_CHECKING:
    from drafter.actions.matching import Match

_FIGURES = "指标"


def link(desk: Desk, uid: int, address: str) -> None:
    """Sets 来自 of a fact or figure; one step, undone at once.

    A figure may come from several. A fact comes from one: what else it goes back to, as the plan that it answers, is listed in
    its 对应. Naming what is named already changes nothing.
    """
    record = desk.find(uid)
    if record is None or not uid:
        return
    if desk.part(uid) == _FIGURES:
        _add(desk, uid, "来自", address)
    elif not record.get("来自"):
        desk.set(uid, "来自", address)
    elif record.get("来自") != address:
        _add(desk, uid, "对应", address)


def link_all(place: Path, chosen: "Iterable[Match]") -> list[Problem]:
    """Links what was chosen and saves the report at ``place``. Nothing else in its files changes. Returns why they could not
    be written.
    """
    from drafter.actions.editing.settling import settle

    desk = Desk.open(str(place.absolute()), place)
    uids = settle(desk.snapshot(), write=False).settled.uids
    figures = {f"{_FIGURES}/{record.get('编号')}": record.uid for record in desk.root.get(_FIGURES, ())}
    with desk.together():
        for each in chosen:
            uid = figures.get(each.key) if each.kind == "figure" else uids.get(each.key)
            if uid is not None:
                link(desk, uid, each.address)
    return settle(desk.snapshot()).trouble


def _add(desk: Desk, uid: int, word: str, address: str) -> None:
    record = desk.find(uid)
    assert record is not None
    before = record.get(word) or []
    known = before if isinstance(before, list) else [before]
    if address not in known:
        desk.set(uid, word, [*known, address])
