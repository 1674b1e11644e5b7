"""A comparison as a document. Its words are those of the reports: Chinese."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, get_args

from drafter.actions.differing.facts import Change
from drafter.actions.differing.figures import Number
from drafter.actions.differing.plans import Fate
from drafter.actions.differing.sections import Section
from drafter.actions.reworded import Piece, pieces

if TYPE_CHECKING:
    from drafter.actions.diff import Difference

Format = Literal["txt", "json", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)

#: So many facts of a kind are listed in a terminal; more is nothing to read, and all of them are in the json.
_LISTED = 100
_WIDEST = 60  # characters of a line that says what a fact is
#: Of the longer text, what must have stayed for marks to be easier to read than both texts.
_STAYED = 0.5
_ENDS = {
    "成绩": "已有成效",
    "问题": "写进了问题",
    "打算": "继续打算",
    "已答复": "已答复",
    "随上级": "随上一级",
    "没有下文": "没有下文",
}


def written(difference: "Difference", format: Format) -> bytes:
    """The comparison in ``format``; txt and json are UTF-8."""
    if format == "docx":
        from drafter.actions.differing.page import page

        return page(difference)
    text = _txt(difference) if format == "txt" else _json(difference)
    return text.encode()


def title(difference: "Difference") -> str:
    unit = difference.new.report.unit
    return f"{unit}{difference.new.words}与{difference.old.words}报告对照"


def counts(difference: "Difference") -> str:
    """How many facts of each kind, in words."""
    found = Counter(change.state for change in difference.facts)
    kept = found["照旧"] + found["改数"]
    return f"新增{found['新增']}条，沿用{kept}条（其中只改了数字和年份的{found['改数']}条），改写{found['改写']}条，删去{found['删去']}条"


def share(section: Section) -> str:
    return f"{section.share:.0%}"


def outcome(fate: Fate) -> str:
    """Where a plan went, in a word: its answer where one is given."""
    return fate.outcome or _ENDS[fate.end]


def places(fate: Fate) -> str:
    """Where in the new report a plan is told of; a guess is marked."""
    return "、".join(f"{each.fact.path}{'' if each.linked else '（推测）'}" for each in fate.became)


# txt


def _txt(difference: "Difference") -> str:
    parts = [
        [title(difference), "", f"{counts(difference)}。"],
        _figures(difference),
        _plans(difference),
        _facts(difference, "新增"),
        _facts(difference, "删去"),
        _reworded(difference),
        _similarity(difference),
    ]
    return "".join(f"{line}\n" for part in parts if part for line in [*part, ""]).rstrip("\n") + "\n"


def _figures(difference: "Difference") -> list[str]:
    head = ("指标", difference.old.words, difference.new.words, "增减", "变化", "")
    rows = [(each.name, each.old or "—", each.new or "—", each.change or "", each.rate or "", remark(each)) for each in difference.figures]  # fmt: skip
    return ["指标", *_table(head, rows, (36, 14, 14, 16, 20, 22))] if rows else []


def remark(number: Number) -> str:
    if number.units:
        return "单位不同，不能相减"
    if number.spans:
        return "期间长短不同，不能相减"
    if number.state != "都有":
        return number.state
    return "预计数" if number.expected else ""


def _plans(difference: "Difference") -> list[str]:
    head = ("序号", "上期打算", "下落", "写在哪里", "说明")
    rows = [
        (str(place), short(fate.plan.line, 30), outcome(fate), places(fate), fate.note)
        for place, fate in enumerate(difference.plans, 1)
    ]
    return [f"{difference.old.words}打算的下落", *_table(head, rows, (4, 60, 10, 44, 30))] if rows else []


def _facts(difference: "Difference", state: Literal["新增", "删去"]) -> list[str]:
    found = difference.of(state)
    planned = {each.fact.path for fate in difference.plans for each in fate.became}
    lines = []
    for change in found[:_LISTED]:
        said = change.new or change.old
        assert said is not None
        promised = "（上期打算）" if change.new and said.path in planned else ""
        lines.append(f"  {said.path}  {promised}{short(said.line, _WIDEST)}")
    return [f"{state}（{len(found)}条）", *lines, *_more(len(found))] if found else []


def _reworded(difference: "Difference") -> list[str]:
    found = difference.of("改写")
    lines = []
    for change in found[:_LISTED]:
        old, new = change.old, change.new
        assert old is not None and new is not None
        guess = f"  （推测，把握{change.confidence:.0%}）" if change.sign == "相近" else ""
        where = new.path if new.path == old.path else f"{new.path} ← {old.path}"
        lines.append(f"  {where}{guess}")
        lines += [f"    {line}" for line in marked(difference, old.line, new.line)]
    note = f"改写（{len(found)}条；【-去掉的-】【+添上的+】）"
    return [note, *lines, *_more(len(found))] if found else []


def marked(difference: "Difference", old: str, new: str) -> list[str]:
    """The new text in the old one: what went as 【-…-】, what came as 【+…+】. Both texts, a line each, where little is left."""
    found = pieces(old, new, difference.old.report.period, difference.new.report.period)
    stayed = sum(len(piece.text) for piece in found if piece.fate == "")
    if stayed < _STAYED * max(len(old), len(new)):
        return [f"旧：{old}", f"新：{new}"]
    return ["".join(map(_mark, found))]


def _mark(piece: Piece) -> str:
    if piece.fate == "rolled":
        return f"【-{piece.text}-】【+{piece.became}+】"
    return {"": piece.text, "gone": f"【-{piece.text}-】", "new": f"【+{piece.text}+】"}[piece.fate]


def _similarity(difference: "Difference") -> list[str]:
    head = ("部分", "句数", "照抄", "只改数字", "改写", "雷同")
    rows = [(short(each.heading, 20), *map(str, each[2:]), share(each)) for each in (*difference.sections, difference.overall._replace(heading="合计"))]  # fmt: skip
    return ["与上期文字雷同", *_table(head, rows, (40, 6, 6, 8, 6, 6)), similar(difference)]


def similar(difference: "Difference") -> str:
    """One sentence about the text that is last time's."""
    whole, worst = difference.overall, difference.worst
    if worst is None:
        return f"全文{whole.sentences}句，没有和上期一样的句子。"
    return f"全文{whole.sentences}句，{whole.same + whole.masked}句和上期一样（{share(whole)}）；最多的是“{worst.heading}”，占{share(worst)}。"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], widest: tuple[int, ...]) -> list[str]:
    from drafter.render.columns import aligned

    return [f"  {line}" for row in aligned([head, *rows], widest) for line in row]


def _more(count: int) -> list[str]:
    return [f"  另有{count - _LISTED}条"] if count > _LISTED else []


def short(text: str, most: int) -> str:
    """``text`` cut to ``most`` characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


# json


def _json(difference: "Difference") -> str:
    """``{"old", "new", "facts": [...], "figures": [...], "plans": [...], "sections": [...], "overall", "worst"}``, an item a line."""
    said = {
        "old": {"name": difference.old.name, "period": difference.old.words},
        "new": {"name": difference.new.name, "period": difference.new.words},
        "facts": [_change(each) for each in difference.facts],
        "figures": [each._asdict() for each in difference.figures],
        "plans": [_fate(each) for each in difference.plans],
        "sections": [_section(each) for each in difference.sections],
        "overall": _section(difference.overall),
        "worst": difference.worst.heading if difference.worst else None,
    }
    return "{\n" + ",\n".join(f'"{key}": {_items(value)}' for key, value in said.items()) + "\n}\n"


def _items(value: Any) -> str:
    """A list with an item a line: json's own indentation takes ten times as long."""
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in value) + "\n]"


def _change(change: Change) -> dict[str, Any]:
    return {
        "state": change.state,
        "sign": change.sign,
        "confidence": round(change.confidence, 2),
        "old": change.old._asdict() if change.old else None,
        "new": change.new._asdict() if change.new else None,
    }


def _fate(fate: Fate) -> dict[str, Any]:
    return {
        "plan": fate.plan._asdict(),
        "end": fate.end,
        "outcome": fate.outcome,
        "note": fate.note,
        "became": list(_became(fate)),
    }


def _became(fate: Fate) -> Iterator[dict[str, Any]]:
    for each in fate.became:
        yield {"fact": each.fact._asdict(), "linked": each.linked, "confidence": round(each.confidence, 2)}


def _section(section: Section) -> dict[str, Any]:
    return {**section._asdict(), "share": round(section.share, 3), "likeness": round(section.likeness, 3)}
