"""Fields: a code that Word computes and the result that it last printed (ECMA-376 part 1, 17.16)."""

import re
from dataclasses import dataclass

#: Field → why its result is not text of the report.
_FURNITURE = {
    "TOC": "目录",
    "TOA": "目录",
    "INDEX": "目录",
    "PAGE": "页码",
    "NUMPAGES": "页码",
    "SECTIONPAGES": "页码",
}
# These print nothing, or only mark a place.
_SILENT = frozenset(
    [
        "XE",
        "TC",
        "TA",
        "RD",
        "SET",
        "ASK",
        "PRIVATE",
        "ADDIN",
        "FORMCHECKBOX",
        "MACROBUTTON",
        "GOTOBUTTON",
        "ADVANCE",
        "HYPERLINK",
        "REF",
        "PAGEREF",
        "NOTEREF",
    ]
)
# EQ \o\ac(○,1) draws one sign over another: the way of typing ① in Chinese Word.
_OVERSTRIKE = re.compile(r"\\o\s*(?:\\a[clr]\s*)?\(\s*[○〇□△◇◯]\s*[,，]\s*([^()]*)\)", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field being read: its code so far, and whether the result has begun."""

    code: str = ""
    in_result: bool = False

    @property
    def verb(self) -> str:
        words = self.code.split(None, 1)
        return words[0].upper() if words else ""

    @property
    def reason(self) -> str | None:
        """Why the result is not text of the report; None where it is."""
        return _FURNITURE.get(self.verb) if self.in_result else None

    def printed(self) -> str | None:
        """What a field without a stored result prints, where the code tells; ``""`` for nothing, None where it is lost."""
        if self.in_result or self.verb in _SILENT or self.verb in _FURNITURE or not self.verb:
            return ""
        found = _OVERSTRIKE.search(self.code) if self.verb == "EQ" else None
        return found[1].strip() if found else None
