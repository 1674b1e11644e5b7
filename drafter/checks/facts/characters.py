"""Characters that no Word document can hold (XML 1.0, 2.2): refused here by field, never dropped when printing."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.problem import Problem
from drafter.model.text import forbidden
from drafter.model.words import Both

RULES = (
    Rule(
        "character-forbidden",
        "error",
        Both("有 Word 存不下的字符", "Character that no document can hold"),
        Both(
            "控制字符写不进 Word 文件，带着它就生成不了文档。", "No Word file can hold a control character, so none can be made."
        ),
        SYSTEM,
        "召开\\u0007推进会。",
        "召开推进会。",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    for spot in subject.spots:
        texts = spot.value if isinstance(spot.value, tuple | list) else (spot.value,)
        found = next((hit for text in texts if isinstance(text, str) and (hit := forbidden(text))), None)
        if found:
            sign = f"U+{ord(found[0]):04X}"
            yield Problem(
                "character-forbidden",
                Both(
                    f"“{spot.field.word}”里有 Word 文档存不下的控制字符 {sign}（第 {found.start() + 1} 个字）。",
                    f"{spot.field.label} ({spot.field.word}) has the control character {sign}, character {found.start() + 1}, "
                    "which no Word document can hold.",
                ),
                Both("删去这个字符；它多半是从网页或表格粘贴进来的。", "Delete it; it was most likely pasted from elsewhere."),
                place=spot.place,
                fact=spot.fact,
            )
