"""What became of the plans of the old report: done, planned again, lamented, answered, or gone without a word."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from drafter.actions.differing.facts import Pair
from drafter.actions.differing.sides import Said, Side
from drafter.model.accounts import Accounts, Descent
from drafter.model.alignment import Node, kept
from drafter.model.commitment import promised
from drafter.model.lineage import Earlier

#: Where it is told of in the new report: done, lamented, planned again; answered in 上期打算; with the plan that it is a part of;
#: or nowhere.
End = Literal["成绩", "问题", "打算", "已答复", "随上级", "没有下文"]


_MANY = 1000


class Became(NamedTuple):
    """A fact of the new report that a plan became. ``linked``: 来自 or 对应 says so; else it was guessed."""

    fact: Said
    linked: bool
    confidence: float = 1.0


class Fate(NamedTuple):
    """``outcome`` and ``note`` are the answer, 兑现 and 说明; "" where none is given. ``under``: the plan that it is a part of is
    told of.
    """

    plan: Said
    became: tuple[Became, ...]
    outcome: str = ""
    note: str = ""
    under: bool = False

    @property
    def end(self) -> End:
        """The first that says most: what was done before what is planned again."""
        parts = {each.fact.part for each in self.became}
        for part in ("成绩", "问题", "打算"):
            if part in parts:
                return part
        return "已答复" if self.outcome else "随上级" if self.under else "没有下文"


def fates(old: Side, new: Side, found: Sequence[Pair], descent: Descent, between: Iterable[Earlier]) -> list[Fate]:
    """One of each promised plan, in the order of the old report."""
    known = {node.path: node for node in old.nodes}
    plans = [(old.earlier.addresses[id(fact)], known[path]) for path, fact in promised(old.earlier.report) if path in known]
    answers = _answers(old, new, between)
    linked = descent.reaching((node.path, node.fact) for node in new.nodes if node.fact.origin or node.fact.answers)
    by_path = {node.path: node for node in new.nodes}
    again = {pair.old.path: pair for pair in found if pair.old.part == "打算"}
    guessed = _guessed([node for _, node in plans], new, found)
    made = []
    told: set[str] = set()
    for address, node in plans:
        became = [Became(new.said(by_path[path]), True) for path in linked.get(address, ())]
        if not became:
            became = [Became(new.said(other), False, sure) for other, sure in guessed.get(node.path, ())]
        pair = again.get(node.path)
        if pair is not None and pair.new.path not in {each.fact.path for each in became}:
            became.append(Became(new.said(pair.new), pair.sign == "来自", pair.confidence))
        outcome, note = answers.get(address, (node.fact.outcome, node.fact.note))
        above = node.path.rpartition("/")[0]
        told.update([node.path] if became or outcome or above in told else [])
        made.append(Fate(old.said(node), tuple(became), outcome, note, above in told))
    return made


def _guessed(plans: list[Node], new: Side, found: Sequence[Pair]) -> dict[str, list[tuple[Node, float]]]:
    done = [node for node in new.nodes if node.part in ("成绩", "问题")]
    if len(done) > _MANY:  # then what has stood under its heading before is not looked at: it answers a plan least of all
        known = {pair.new.path for pair in found if pair.sign in ("编号", "标题", "正文")}
        done = [node for node in done if node.path not in known]
    return {each.old.path: [(each.new, each.confidence)] for each in kept(plans, done)}


def _answers(old: Side, new: Side, between: Iterable[Earlier]) -> dict[str, tuple[str, str]]:
    """Address of a plan → what the new report, or one in between, answers."""
    if not _asks(new):
        return {}
    accounts = Accounts(new.earlier.report, [old.earlier, *between])
    return {each.origin: (each.answer.word, each.answer.note) for each in accounts.plans if each.answer.word}


def _asks(side: Side) -> bool:
    return bool(side.earlier.report.commitments or side.earlier.report.origins)
