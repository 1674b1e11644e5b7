"""Reporting periods: ``2024``, ``2024-H1``, ``2024-Q3``, ``2024-M09`` (January to September), and their words."""

import re
from dataclasses import dataclass

_SHAPE = re.compile(r"(\d{4})(?:-(H[12]|Q[1-4]|M(?:0[1-9]|1[0-2])))?")
_HALVES = {"H1": "上半年", "H2": "下半年"}
_QUARTERS = {"Q1": "第一季度", "Q2": "第二季度", "Q3": "第三季度", "Q4": "第四季度"}


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a part of one. ``part`` is ``""`` for the year, else ``H1``, ``Q3``, ``M09`` …"""

    year: int
    part: str = ""

    @classmethod
    def parse(cls, text: str) -> "Period | None":
        """The period that ``text`` names on disk; None if it names none."""
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            return None
        return cls(int(found[1]), found[2] or "")

    def __str__(self) -> str:
        return f"{self.year}-{self.part}" if self.part else str(self.year)

    @property
    def span(self) -> str:
        """The words within the year: 上半年, 第三季度, 1—9月; 全年 for a year."""
        if not self.part:
            return "全年"
        if self.part[0] == "M":
            last = int(self.part[1:])
            return "1月" if last == 1 else f"1—{last}月"
        return _HALVES.get(self.part) or _QUARTERS[self.part]

    @property
    def words(self) -> str:
        """As it stands in a title: 2024年, 2024年上半年."""
        return f"{self.year}年{self.span}" if self.part else f"{self.year}年"

    @property
    def next(self) -> "Period":
        """The period that the plans are for. Months run on within the year: after 1—9月 comes the fourth quarter."""
        kind, number = self.part[:1], int(self.part[1:] or 0)
        if kind == "M":
            following = {3: "Q2", 6: "H2", 9: "Q4"}.get(number)
            return Period(self.year, following) if following else Period(self.year + 1)
        last = {"": 0, "H": 2, "Q": 4}[kind]
        if number < last:
            return Period(self.year, f"{kind}{number + 1}")
        return Period(self.year + 1, f"{kind}1" if kind else "")

    @property
    def previous(self) -> "Period":
        """The period before this one, of the same kind; for 1—9月 that is 1—8月."""
        kind, number = self.part[:1], int(self.part[1:] or 0)
        if not kind:
            return Period(self.year - 1)
        if number > 1:
            return Period(self.year, f"M{number - 1:02}" if kind == "M" else f"{kind}{number - 1}")
        return Period(self.year - 1, {"H": "H2", "Q": "Q4", "M": "M12"}[kind])

    @property
    def year_before(self) -> "Period":
        """The same part of last year: the base of 同比."""
        return Period(self.year - 1, self.part)

    @property
    def end(self) -> tuple[int, int, int]:
        """Year and month that it ends in, to sort by; of two that end together, the longer comes later."""
        kind, number = self.part[:1], int(self.part[1:] or 0)
        month = {"": 12, "H": 6 * number, "Q": 3 * number, "M": number}[kind]
        return self.year, month, {"Q": 0, "H": 1, "M": 2, "": 3}[kind]

    @property
    def plan_words(self) -> str:
        """How a plan for the next period is headed: 下半年 within the year, 2025年 over it."""
        return self.next.span if self.next.year == self.year else self.next.words
