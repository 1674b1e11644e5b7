"""From fields to a sentence: the frames that a report's templates have, and what they make of a fact or a figure."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.kinds.frame import FIGURE, Frames
from drafter.kinds.frame import draft as filled
from drafter.model.fields import fields_of
from drafter.model.figure import Figure, decimal
from drafter.model.printing import PARTS, Figures, printed
from drafter.model.problem import Problem
from drafter.store.frames import read_frames, stamps

_RATE = "百分点"


def load(folders: list[Path]) -> tuple[Frames, list[Problem]]:
    """The frames along a report's template folders (``Opened.folders``), and their faults. Files that did not change are not
    read again, so this may be called at every key.
    """
    return _read(tuple(folders), stamps(folders))


def faults(folders: list[Path]) -> list[Problem]:
    """What is wrong with frames of one's own. The packaged ones, in the last folder, are sound and are not read for this."""
    return load(folders)[1] if stamps(folders[:-1]) else []


@lru_cache(maxsize=4)
def _read(folders: tuple[Path, ...], _stamps: tuple[tuple[str, int], ...]) -> tuple[Frames, list[Problem]]:
    return read_frames(list(folders))


def draft(kind: str, values: Mapping[str, Any], frames: Frames) -> str:
    """The sentence that ``values`` (field → text or texts, as typed) make in the frames of ``kind``; "" while none can be
    filled, or when the kind has no frames.
    """
    return filled(frames.get(kind, ()), values)


def draft_figure(figure: Figure, figures: Figures, frames: Frames, refer: bool = False) -> str:
    """As :func:`draft`, for a figure among its report's. ``refer``: numbers are written as references, ``{{ 高企净增.同比 }}``,
    so that the sentence follows the figure; else as they print.
    """
    refer = refer and bool(figure.id)
    text = draft(FIGURE, figure_values(figure, figures, refer), frames)
    # Value and unit are one reference, as a clerk would write them.
    return text.replace(f"{_reference(figure, '数值')}{figure.unit}", f"{{{{ {figure.id} }}}}") if refer else text


def _reference(figure: Figure, part: str) -> str:
    return f"{{{{ {figure.id}.{part} }}}}"


def figure_values(figure: Figure, figures: Figures, refer: bool = False) -> dict[str, str]:
    """What frames are filled with, of a figure: its fields, and what is computed of them where it can be."""
    values = {word: value for word, field in fields_of(Figure).items() if isinstance(value := getattr(figure, field.name), str)}
    for part in filter(None, PARTS):
        shown = printed(figure.id, part, {**figures, figure.id: figure})
        if shown and refer and part not in _NAMES:
            shown = _reference(figure, part)
        values[part] = shown or ""
    whole = next((other for other in figures.values() if figure.id in other.parts), None)
    return values | {
        "预计": figure.status if figure.status == "预计" else "",
        "总体": whole.name if whole else "",
        "净增": values["增减"] if _gained(figure) else "",
    }


#: Parts of a figure that are words and not numbers: they stand in a sentence as they are.
_NAMES = ("名称", "单位", "口径")


def _gained(figure: Figure) -> bool:
    """Whether 增减 is a gain in a quantity; a share does not gain but rise."""
    now, before = decimal(figure.value), decimal(figure.base)
    return now is not None and before is not None and now > before and not figure.unit.endswith(("%", "％", _RATE))
