"""Where a record came from, in a sentence for the clerk, with what is to be done with it."""

from collections.abc import Callable, Mapping

from drafter.actions.editing.outline import ANSWERS
from drafter.actions.editing.tree import Record
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure, decimal, percent
from drafter.model.lineage import FIGURES, Origin
from drafter.model.period import Period
from drafter.tui.speech import say


def told_of(record: Record, part: str, figures: Mapping[str, Figure], waits: bool) -> str:
    """``part`` is the list that it stands in, "" for the report itself; ``waits``: it is to be looked at. "" where nothing is
    to be told.
    """
    origin = came_from(record, _report if part == "" else _place)
    if part in ANSWERS:
        return _promise(record, part, figures, origin)
    if not origin and not waits:
        return ""
    here = say(f"来自{origin}", f"from {origin}") if origin else say("从上期带来", "carried over")
    if not waits:
        return here
    if part == "":
        return here + say("。标题、导语还没有核对：", ". Title and lead are still to be looked at:")
    return here + say("，还没有核对：", ", still to be looked at:")


def came_from(record: Record, word: Callable[[str], str]) -> str:
    """The addresses of 来自, each made a word of: 2024年上半年（强企）、2023年（打算/3）; "" where there are none."""
    found = record.get("来自")
    texts = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return say("、", ", ").join(word(text) for text in texts if isinstance(text, str) and text.strip())


def _place(address: str) -> str:
    origin = Origin.parse(address)
    if origin is None:
        return _report(address)
    key = origin.key.removeprefix(f"{FIGURES}/")
    return say(f"{_report(origin.report)}（{key}）", f"{_report(origin.report)} ({key})")


def _report(name: str) -> str:
    """A report in words: 一科 2024年."""
    folder, _, last = name.rpartition("/")
    period = Period.parse(last)
    words = say(period.words, str(period)) if period else last
    folder = folder.lstrip("./")  # ../一科 is how one gets there from here
    return f"{folder} {words}" if folder else words


def _promise(record: Record, part: str, figures: Mapping[str, Figure], origin: str) -> str:
    """A plan or an issue of the last period: how far it has come, and what is asked."""
    what = say("上期的打算", "A plan of last time") if part == "上期打算" else say("上期的问题", "An issue of last time")
    said = f"{what}{say('，来自', ', from ')}{origin}" if origin else what
    progress = _progress(record, figures) if part == "上期打算" else ""
    asked = (
        "" if record.get(ANSWERS[part]) else say(f"。请选“{ANSWERS[part]}”", f". Choose {fields_of(Fact)[ANSWERS[part]].label}")
    )
    return f"{said}{progress}{asked}{say('。', '.')}"


def _progress(record: Record, figures: Mapping[str, Figure]) -> str:
    figure = figures.get(str(record.get("指标") or ""))
    typed = record.get("实际")
    actual = typed if isinstance(typed, str) and typed.strip() else figure.value if figure is not None else None
    unit = figure.unit if figure is not None else ""
    target = record.get("目标")
    if not isinstance(target, str) or not target.strip():
        return say(f"。现在 {actual}{unit}", f". Now {actual}{unit}") if actual else ""
    said = say(f"。目标 {target}{unit}", f". Aim {target}{unit}")
    if not actual:
        return said
    said += say(f"，现在 {actual}{unit}", f", now {actual}{unit}")
    try:
        share = percent(decimal(actual), decimal(target))
    except ArithmeticError:  # being typed
        share = None
    return said + say(f"，完成 {share}", f", {share} done") if share else said
