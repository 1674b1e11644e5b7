"""Which fields a form shows, in which order, and which of them wait under 更多 until they are wanted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from drafter.actions.editing.book import OUTLINED
from drafter.kinds import kinds
from drafter.model.fields import LINE, LINES, TEXT, Field, choice, record
from drafter.model.style import LEVELS, PARTS
from drafter.model.words import Both

#: The list that a record stands in ("" for the report itself) → the words that a form begins with.
FIRST: dict[str, tuple[str, ...]] = {
    "": ("单位", "期间", "版式", "标题", "导语", "主送", "署名", "成文日期", "数据截至"),
    "指标": ("编号", "名称", "数值", "单位", "口径", "状态", "上期", "同期", "目标", "科室", "依据"),
    "成绩": ("标题", "正文", "类别", "科室", "依据"),
    "问题": ("标题", "正文", "类别", "科室", "依据"),
    "打算": ("标题", "正文", "类别", "目标", "语气", "期限", "兑现", "科室", "依据"),
    "上期打算": ("兑现", "实际", "说明", "标题", "正文", "指标", "目标", "语气", "期限", "科室"),
    "上期问题": ("现状", "说明", "标题", "正文", "科室"),
}
#: Answers to what the last period left: a fact that is printed has none, so its form does not ask.
_ANSWERS = ("实际", "现状")
KIND = "类别"
MAIN, OF_KIND, STRANGE, RARE = "main", "kind", "strange", "rare"
_NO_CHOICES: Mapping[str, Sequence[str]] = {}


class Placed(NamedTuple):
    """A field in its place. ``group`` is one of MAIN, OF_KIND, STRANGE (typed for another kind), RARE; ``owner`` names the kind
    of a field OF_KIND, because two kinds may give one word to different fields.
    """

    field: Field
    group: str
    owner: str = ""


def arrange(
    fields: Sequence[Field], values: Mapping[str, Any], part: str | None, choices: Mapping[str, Sequence[str]] = _NO_CHOICES
) -> list[Placed]:
    """The fields of a record in the order of its form. Lists of facts and of figures are the outline's and left out.

    ``part`` is a key of :data:`FIRST`; None puts every field first, as in a record inside another. ``choices``: what there is
    to choose from for a word whose field declares a text (版式).
    """
    known = {field.word: _as_held(field, values) for field in _levels_apart(fields) if not _outlined(field)}
    held = {field.word for field in fields} | known.keys()
    first = [word for word in FIRST[part] if word in known] if part is not None else list(known)
    placed: list[Placed] = []
    own: Collection[str] = ()
    for word in first:
        field = known[word]
        offered = kinds() if word == KIND else choices.get(word)
        if offered:
            field = replace(field, form=choice(*offered))
        placed.append(Placed(field, MAIN))
        if word == KIND and isinstance(values.get(KIND), str):
            of_kind = _of_kind(values[KIND].strip())
            own = {one.field.word for one in of_kind}
            placed += of_kind
    if KIND in known:
        placed += [Placed(_unknown(word, values[word]), STRANGE) for word in values if word not in held and word not in own]
    unasked = _ANSWERS if part in PARTS else ()
    placed += [
        Placed(field, RARE)
        for word, field in known.items()
        if word not in first and not (word in unasked and not values.get(word))
    ]
    return placed


def _outlined(field: Field) -> bool:
    return field.form.kind == "records" and field.word in OUTLINED


def _of_kind(word: str) -> list[Placed]:
    kind = kinds().get(word)
    return [Placed(field, OF_KIND, word) for field in kind.fields] if kind else []


def _levels_apart(fields: Sequence[Field]) -> list[Field]:
    """一级 … 六级 stand in the record itself, each a record of its own."""
    apart: list[Field] = []
    for field in fields:
        if field.form.kind == "levels" and field.form.record is not None:
            form = record(field.form.record)
            names = (f"Level {place}" for place in range(1, len(LEVELS) + 1))
            apart += [Field(word, form, name, field.help) for word, name in zip(LEVELS, names, strict=True)]
        else:
            apart.append(field)
    return apart


def _as_held(field: Field, values: Mapping[str, Any]) -> Field:
    """A record that holds a text is shown as that text: nothing hides."""
    held = values.get(field.word)
    misplaced = field.form.kind == "record" and isinstance(held, str) and held.strip()
    return replace(field, form=LINE) if misplaced else field


def _unknown(word: str, value: object) -> Field:
    """A field for what was typed while the fact was of another kind."""
    form = LINES if isinstance(value, list) else TEXT if isinstance(value, str) and "\n" in value else LINE
    help = Both(
        "这一栏不属于现在的类别，内容留着，不会丢；不要了就清空", "kept, though the kind has no such field; clear it if unwanted"
    )
    return Field(word, form, word, help)
