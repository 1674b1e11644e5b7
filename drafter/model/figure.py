"""One number in one place: what it is, what it was, what it should be. Rates are computed, never typed."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal

from drafter.model.fields import ACCEPTED, CARRIED, FLAG, ID, INTEGER, LINE, LINES, NUMBER, Source, choice, record, word
from drafter.model.words import Both


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A place among others: 全市第2位. Without evidence it should not be claimed."""

    scope: str = word("范围", LINE, "Scope", Both("在哪个范围内排名，如 全市、苏中", "ranked among whom"))
    place: int | None = word("名次", INTEGER, "Place", Both("第几位，填数字", "the place, a whole number"))
    evidence: str = word("依据", LINE, "Evidence", Both("哪份通报或统计", "which bulletin says so"))
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure 指标. Numbers keep the text that was typed (``4.0`` prints as 4.0) and are converted when computed with."""

    id: str = word(
        "编号", ID, "Id", Both("在正文里引用它的名字，如 高企净增", "the name that texts refer to it by"), required=True
    )
    name: str = word("名称", LINE, "Name", Both("指标全称", "the full name of the figure"), required=True)
    value: str | None = word("数值", NUMBER, "Value", Both("本期数，只填数字", "this period's number, digits only"))
    unit: str = word("单位", LINE, "Unit", Both("家、项、亿元、% ……", "the unit"))
    scope: str = word("口径", LINE, "Scope", Both("统计范围和截止时间", "what is counted, and until when"))
    status: str = word(
        "状态", choice("实际", "预计"), "Status", Both("预计数到时须换成实际数", "an expected value must be replaced")
    )
    last: str | None = word("上期", NUMBER, "Last period", Both("上一期的数", "the value of the period before"))
    year_before: str | None = word("同期", NUMBER, "Year before", Both("上年同期的数", "the value of the same period last year"))
    target: str | None = word("目标", NUMBER, "Target", Both("本年目标数", "this year's target"))
    rank: Rank | None = word(
        "排名", record(lambda: Rank), "Rank", Both("在同类中排第几，没有就不填", "its place among others, if it has one")
    )
    parts: tuple[str, ...] = word("其中", LINES, "Of which", Both("组成它的各指标的编号", "ids of the figures it is made of"))
    evidence: str = word("依据", LINE, "Evidence", Both("数字出自哪份报表、文件", "which table or document it comes from"))
    office: str = word("科室", LINE, "Office", Both("谁负责这个数", "who answers for the number"))
    combine: str = word(
        "汇总", choice("累加", "期末", "最大", "不汇总"), "Combine", Both("半年并入全年时怎样算", "how halves make a year")
    )
    origins: tuple[str, ...] = word(
        "来自",
        LINES,
        "From",
        Both("由前几期的哪些数而来，如 2023/指标/高企净增", "the figures of earlier periods it came from"),
    )
    stale: bool = word("待更新", FLAG, "To update", CARRIED)
    accepted: tuple[str, ...] = word("认可", LINES, "Accepted", ACCEPTED)
    source: Source | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """Value and unit as written: 76家. Empty while the value is."""
        return f"{self.value}{self.unit}" if self.value else ""

    @property
    def base(self) -> str | None:
        """What a gain is counted from: 同期, else 上期; of what adds up (累加) 同期 only, for a half year is not held against a
        whole one."""
        return self.year_before or (None if self.combine == "累加" else self.last)


def decimal(text: str | None) -> Decimal | None:
    """The number to compute with; thousands commas are allowed when typing. None for an empty field."""
    return Decimal(text.replace(",", "").replace("，", "")) if text else None


def percent(part: Decimal | None, whole: Decimal | None) -> str | None:
    """``part`` of ``whole`` with one decimal, halves rounded up as clerks do; None where it cannot be computed."""
    if part is None or not whole:
        return None
    rate = _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole).quantize(Decimal("0.1"), ROUND_HALF_UP, _EXACT)
    return f"{rate:f}".removesuffix(".0") + "%"


# Thirty digits may be typed; the usual 28 would fail on them.
_EXACT = Context(prec=80)

POINTS = "个百分点"


def difference(figure: "Figure", before: str | None) -> str | None:
    """What ``figure`` has more than ``before``, with its unit; a share changes by percentage points."""
    now, base = decimal(figure.value), decimal(before)
    if now is None or base is None:
        return None
    return f"{_EXACT.subtract(now, base):f}{POINTS if figure.unit in RATES else figure.unit}"


def movement(figure: "Figure", before: str | None) -> str | None:
    """The change with its word: by a rate for a quantity, by percentage points for a share."""
    now, base = decimal(figure.value), decimal(before)
    if figure.unit not in RATES or now is None or base is None:
        return change(now, base)
    if now == base:
        return "持平"
    return f"{'提高' if now > base else '下降'}{_EXACT.subtract(now, base).copy_abs():f}{POINTS}"


#: Units of a share.
RATES = frozenset({"%", "％", POINTS})


def change(now: Decimal | None, before: Decimal | None) -> str | None:
    """The change with its word: 增长12.3%, 下降5%, 持平. The word follows the sign, so a text cannot say 增长 of a fall."""
    if now is None or not before or before < 0:
        return None
    if now == before:
        return "持平"
    rate = percent(_EXACT.subtract(now, before).copy_abs(), before)
    return f"增长{rate}" if now > before else f"下降{rate}"
