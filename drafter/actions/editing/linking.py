"""Saying where a fact or figure of the report came from."""

from drafter.actions.editing.desk import Desk

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


def _add(desk: Desk, uid: int, word: str, address: str) -> None:
    record = desk.find(uid)
    assert record is not None
    before = record.get(word) or []
    known = before if isinstance(before, list) else [before]
    if address not in known:
        desk.set(uid, word, [*known, address])
