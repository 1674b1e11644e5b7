"""Which language the command line speaks: ``--lang``, else the locale, else Chinese."""

import os
from collections.abc import Mapping, Sequence

from drafter.model.words import Both, Language

_chosen: Language = "zh"
_by_option = False


def choose(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Settles the language for this process, before any help text is built."""
    global _chosen, _by_option
    named = _asked(arguments)
    _chosen, _by_option = named or _of_locale(environment), named is not None
    return _chosen


def without_choice(arguments: Sequence[str]) -> list[str]:
    """The arguments less a valid ``--lang``, which may stand anywhere; what is left of it is for click to refuse."""
    left: list[str] = []
    given = iter(arguments)
    for argument in given:
        if argument in ("--lang=zh", "--lang=en"):
            continue
        if argument == "--lang":
            value = next(given, None)
            if value not in ("zh", "en"):
                left += [argument] if value is None else [argument, value]
            continue
        left.append(argument)
    return left


def current() -> Language:
    return _chosen


def asked() -> bool:
    """Whether ``--lang`` chose it; a setting of the user gives way then."""
    return _by_option


def say(zh: str, en: str) -> str:
    """The sentence in the reader's language."""
    return Both(zh, en).to(_chosen)


def _asked(arguments: Sequence[str]) -> Language | None:
    for place, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(arguments):
            value = arguments[place + 1]
        if value in ("zh", "en"):
            return "en" if value == "en" else "zh"
    return None


def _of_locale(environment: Mapping[str, str]) -> Language:
    """POSIX order of precedence. C and POSIX say nothing of a language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.split(".")[0] in ("C", "POSIX") or value.lower().startswith("zh") else "en"
    return "zh"
