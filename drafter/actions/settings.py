"""One's own settings: language, theme, keys, a cap on length."""

import os
from collections.abc import Collection

from drafter.model.problem import NOWHERE, Place, Problem
from drafter.model.words import Both
from drafter.store.settings import Settings, read_settings, settings_file, write_setting
from drafter.store.telling import problem

__all__ = ["SHADES", "Settings", "keep", "keep_key", "load"]

#: What 主题 may say besides the names of themes: the app's own light and dark.
SHADES = ("浅色", "深色")


def load(themes: Collection[str] = (), bindings: Collection[str] = ()) -> tuple[Settings, list[Problem]]:
    """The settings and what is wrong with them; what is wrong is left at its default. Never raises.

    ``themes`` and ``bindings`` are the names that the app knows; an empty collection takes any name.
    """
    path = settings_file()
    try:
        settings, places, problems = read_settings(path)
    except OSError as error:
        why = error.strerror or str(error)
        return Settings(), [
            problem(
                "file-unreadable",
                Both(f"设置打不开：{why}", f"the settings cannot be opened: {why}"),
                Both("检查文件的权限", "check the permissions of the file"),
                Place(str(path)),
                "warning",
            )
        ]
    theme = settings.theme
    if theme and themes and theme not in (*SHADES, *themes):
        listed = "、".join((*SHADES, *sorted(themes)))
        problems.append(
            problem(
                "theme-unknown",
                Both(f"没有“{theme}”这个主题，用了原来的", f"there is no theme “{theme}”; the usual one is used"),
                Both(f"可填：{listed}", f"one of: {listed}"),
                places.get("主题", NOWHERE),
            )
        )
        theme = ""
    strange = [action for action in settings.keys if bindings and action not in bindings]
    problems += [
        problem(
            "binding-unknown",
            Both(f"没有“{action}”这个动作", f"there is no action “{action}”"),
            Both("在应用里按 F1 看全部按键", "F1 in the app lists all keys"),
            places.get(f"按键/{action}", NOWHERE),
        )
        for action in strange
    ]
    keys = {action: keys for action, keys in settings.keys.items() if action not in strange}
    return Settings(settings.language, theme, keys, settings.cap), problems


def keep(word: str, value: str) -> None:
    """Writes one setting (语言, 主题, 字数上限); "" takes it out. Raises Refused where it cannot be written."""
    _write((word,), value)


def keep_key(binding: str, keys: str) -> None:
    """Writes the keys of one action; "" gives it its own keys back. Raises Refused where they cannot be written."""
    _write(("按键", binding), keys)


def _write(steps: tuple[str, ...], value: str) -> None:
    from drafter.model.problem import Refused
    from drafter.store.save import reason

    path = settings_file()
    try:
        write_setting(path, steps, value)
    except OSError as error:
        why = reason(error)
        raise Refused(
            problem(
                "save-failed",
                Both(f"设置没有保存：{why.zh}", f"the setting was not saved: {why.en}"),
                Both(f"检查 {os.fspath(path.parent)} 的权限", f"check the permissions of {os.fspath(path.parent)}"),
                Place(str(path)),
            ),
            4,
        ) from error
