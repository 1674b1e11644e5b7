"""Whether a document leaves room for a seal (GB/T 9704-2012, 7.3.5.1): its date ends four characters from the right, or those who sign
stand side by side, so that their seals do not touch.
"""

from collections.abc import Sequence
from itertools import pairwise

from drafter.importers.outline.covers import is_date
from drafter.importers.outline.issued.forms import bodies, is_body
from drafter.importers.source import Line

#: Four characters of 16 pt in twips, and how far off a hand-made indent may be.
_FREE = 1280
_SLACK = 160


def is_sealed(lines: Sequence[Line]) -> bool:
    """Indents are known of Word documents only. Without a seal the date ends two characters from the right, or further left."""
    return any(
        is_date(date.text)
        and (len(bodies(signature.text)) > 1 or (is_body(signature.text) and abs(date.right - _FREE) <= _SLACK))
        for signature, date in pairwise(lines)
    )
