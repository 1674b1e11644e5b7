"""句子: what a clerk says of one sentence of a text, which itself stays as it is written."""

from dataclasses import dataclass, field

from drafter.model.fields import LINE, LINES, Source, choice, word
from drafter.model.words import Both

#: How much it matters that a fact, or a sentence of it, is in a version that is short (优先级).
HIGH, MIDDLE, LOW = "高", "中", "低"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One of the 句子 of a fact. Sentences that none names are of one piece with their fact."""

    begins: str = word(
        "句",
        LINE,
        "Sentence",
        Both("正文里这句话开头的几个字，够认出是哪一句", "its first words as they stand in the text, enough to tell it by"),
        required=True,
    )
    priority: str = word(
        "优先级",
        choice(HIGH, MIDDLE, LOW),
        "Priority",
        Both("压缩篇幅时低的先删；不填与整条一样", "the lowest goes first from a short version; that of the fact if empty"),
    )
    tags: tuple[str, ...] = word(
        "标签", LINES, "Tags", Both("版本按它挑这一句，或不要这一句", "versions pick this sentence by it, or leave it out")
    )
    source: Source | None = field(default=None, compare=False, repr=False)
