"""The language that the app speaks; it may change while the app runs."""

from drafter.model.words import Both, Language

_chosen: Language = "zh"


def speak(language: Language) -> None:
    global _chosen
    _chosen = language


def current() -> Language:
    return _chosen


def say(zh: str, en: str) -> str:
    """The sentence in the reader's language."""
    return en if _chosen == "en" else zh


def tell(both: Both) -> str:
    return both.to(_chosen)
