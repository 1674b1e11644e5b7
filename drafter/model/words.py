"""Text that reaches a person exists in Chinese and in English, side by side, where it is written."""

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Both(NamedTuple):
    """One sentence in both languages; a face shows the reader's own."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        return self.en if language == "en" else self.zh


NOTHING = Both("", "")
