"""Years and halves that roll over when a text of one period is the beginning of another's: 2024年上半年 → 2025年上半年.

A report speaks of three times, each by its own words: its period (2024年, 上半年), the period that it plans for (2025年工作打算,
下半年), and the year that it compares with (比2023年). Those go over into the same three of the new period. Whatever else names a
year stays: quoted names (《》 “”), document numbers, days and months, events of the past (于2024年获批), spans of several years.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.model.period import Period
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import YEAR as WHOLE
from drafter.model.spans import Months, months_of, read_span, write_span


class Roll(NamedTuple):
    """One word that rolls: where it stands in the old text, what it says there, what it says anew."""

    start: int
    end: int
    old: str
    new: str


def rolls(text: str, old: Period, new: Period) -> list[Roll]:
    """The words of ``text``, written for the period ``old``, that say something else in a report for ``new``, in order."""
    if old == new or not _MAYBE.search(text):
        return []
    return _Scan(text, _times(old, new)).rolls()


def rolled(text: str, old: Period, new: Period) -> str:
    """``text`` with its words rolled over."""
    found = rolls(text, old, new)
    if not found:
        return text
    pieces, at = [], 0
    for roll in found:
        pieces += [text[at : roll.start], roll.new]
        at = roll.end
    return "".join((*pieces, text[at:]))


def postponed(due: str, old: Period, new: Period) -> str:
    """A date by which something was to be done, 2024年12月底, moved by as many years as the plans have moved."""
    years = new.next.year - old.next.year
    return _YEAR_ALONE.sub(lambda found: _year(_number(found[0]) + years, found[0]), due) if years else due


_YEAR = "(?<![0-9０-９])(?:19|20|１９|２０)[0-9０-９]{2}(?![0-9０-９])|[一二][〇○零Ｏ一二三四五六七八九]{3}(?=年|学年)"
_YEAR_ALONE = re.compile(_YEAR)
_MAYBE = re.compile("年|季度|月")
_DASH = "[—–\\-－―~～至到]{1,2}"
_SEASON = "学年度?|年度|(?:供暖|采暖|取暖)季|榨季"
#: What is said to have happened: right after a year it is a date of the past, and a name that follows it keeps its year.
_NAMING = "获批|获评|获得|获授|荣获|获准|入选|入围|列入|列为|评为|评定为|认定为|授予|命名为|确定为|通报|印发|出台|颁布|发布|公布|批准|批复|颁发"
_EVENTS = (
    f"{_NAMING}|建成|落成|成立|设立|组建|挂牌|揭牌|施行|立项|开工|动工|奠基|封顶|竣工|投产|投用|投运|启用|通车|通航|通水|通气|开馆|开园|"
    "开业|开放|上市|注册|创建|创成|升级为|升格|撤销|合并|更名|改制|改建|迁入|搬迁|移交|修订|签订|签约|中标|引进落户|落户|退役|退休"
)
_PAST = re.compile(rf"(?:已|就|正式|成功|顺利|全面|首次|首批|率先|新|经|被|获|(?:由|经|在)[^，。；：]{{1,12}}?)?(?:{_EVENTS})")
#: After a year: it is said as a year only, whatever the period.
_WHOLE_YEAR = re.compile("以来|目标|任务|预算|考核|内|中期|同期|水平|基数|基础")
_COMPARED = re.compile("(?:比|较|同|与|高于|低于|多于|少于|优于|好于|快于|超过)$")
_COMPARED_AFTER = re.compile("同期|基础上|相比|水平")
#: The whole year is meant, also by a part of it: its aims, or what is still to come.
_AIM = re.compile("目标|任务|计划|预期|预算|指标|考核|预计")
_TO_COME = re.compile("(?:力争|确保|争取|计划|预计|预期|拟|占|完成)[^，。；：]{0,4}$")


@cache
def _token() -> re.Pattern[str]:
    """Compiled when a text needs it: that takes longer than a short report takes to print."""
    return re.compile(
        rf"(?P<reference>\{{\{{[^{{}}\n]*\}}\}})"
        r"|(?P<open>[《“〔「『〈［\[])|(?P<close>[》”〕」』〉］\]])|(?P<stop>[，。；：！？\n])"
        rf"|(?P<range>(?:{_YEAR})年?{_DASH}(?:{_YEAR})(?:{_SEASON})?)"
        rf"|(?P<season>(?:{_YEAR})学年)"
        rf"|(?P<year>{_YEAR})年(?P<tail>(?:{SPAN})|(?:[0-9０-９]{{1,2}}月?{_DASH}[0-9０-９]{{1,2}}月份?)|底|末|初|度)?(?P<date>(?<=年)(?:[0-9０-９]{{1,2}}|元|十[一二]?|[一二三四五六七八九])月)?"
        rf"|(?P<near>今年|本年|去年|上年|明年|来年|当年)(?P<part>{SPAN})?"
        rf"|(?P<span>{SPAN})"
        rf"|(?P<naming>{_NAMING})"
    )


class _Times(NamedTuple):
    """The two periods and what each speaks of; ``years``: how far the year has moved."""

    old: Period
    new: Period
    own: Months
    years: int
    ahead: Period
    ahead_months: Months
    plan: Period


@lru_cache(maxsize=64)
def _times(old: Period, new: Period) -> _Times:
    return _Times(old, new, months_of(old), new.year - old.year, old.next, months_of(old.next), new.next)


class _Scan:
    """One pass over one text. ``quoted``: how deep inside marks of quotation; ``naming``: a name follows, up to the next stop."""

    def __init__(self, text: str, times: _Times) -> None:
        self.text = text
        self.times = times
        self.quoted = 0
        self.naming = False

    def rolls(self) -> list[Roll]:
        made = []
        for found in _token().finditer(self.text):
            kind = found.lastgroup or ""
            if kind in ("open", "close", "stop", "naming"):
                self._mark(kind, found[0])
            elif kind != "reference" and not self.quoted and not self.naming:
                said = self._said(found)
                if said is not None and said != found[0]:
                    made.append(Roll(found.start(), found.end(), found[0], said))
        return made

    def _mark(self, kind: str, sign: str) -> None:
        if kind == "naming":
            self.naming = True
        elif kind == "stop":
            self.naming = False
            if sign == "\n":  # a mark that is never closed holds its own paragraph only
                self.quoted = 0
        else:
            self.quoted = self.quoted + 1 if kind == "open" else max(0, self.quoted - 1)

    def _said(self, found: re.Match[str]) -> str | None:
        """What the word says anew; None where it stays."""
        if found["range"]:
            return self._season(found[0])
        if found["season"]:
            return self._shifted_years(found[0])
        if found["year"]:
            return None if found["date"] else self._of_year(found)
        if found["near"]:
            return self._near(found["near"], found["part"])
        return self._span(found)

    # Years in figures

    def _of_year(self, found: re.Match[str]) -> str | None:
        sign, tail = found["year"], found["tail"] or ""
        year = _number(sign)
        before, after = self.text[max(0, found.start() - 4) : found.start()], self.text[found.end() : found.end() + 24]
        compared = bool(_COMPARED.search(before) or _COMPARED_AFTER.match(after))
        if year <= self.times.old.year and not compared and (before.endswith("于") or _PAST.match(after)):
            return None
        if before.endswith(("自", "从")) and after.startswith(("起", "开始")):
            return None
        if after.startswith(("（第", "(第")):
            return None
        if tail in ("底", "末"):
            return self._year_end(year, sign, tail)
        if tail in ("初", "度"):
            moved = self._year_alone(year, compared)
            return None if moved is None else f"{_year(moved, sign)}年{tail}"
        if tail:
            return self._part_of_year(year, sign, tail, compared)
        return self._bare_year(year, sign, after, compared, before)

    def _bare_year(self, year: int, sign: str, after: str, compared: bool, before: str) -> str | None:
        old, new, *_ = self.times
        whole = not old.part  # the year is the old period itself, or the one it plans for
        if not whole or not new.part or _WHOLE_YEAR.match(after):
            if year == self.times.ahead.year != old.year and before.endswith("到"):
                return None  # a horizon far ahead: 到2025年
            moved = self._year_alone(year, compared)
            return None if moved is None else f"{_year(moved, sign)}年"
        if year == old.year:
            return f"{_year(new.year, sign)}年{write_span(months_of(new), '')}"
        if year == self.times.ahead.year:
            return self._ahead(sign)
        if compared and year == old.year - 1:
            return f"{_year(new.year - 1, sign)}年{write_span(months_of(new), '')}"
        return None

    def _year_alone(self, year: int, compared: bool) -> int | None:
        old = self.times.old
        if year == old.year or (compared and year == old.year - 1):
            return year + self.times.years
        if year == self.times.ahead.year:
            return self.times.plan.year
        return None

    def _year_end(self, year: int, sign: str, tail: str) -> str | None:
        """2024年底: the end of the old period, of what it plans for, or that which it counts from."""
        old, new, own, years, ahead, ahead_months, plan = self.times
        if own.last == 12 and year == old.year:
            return _end(new, sign, tail)
        if ahead_months.last == 12 and year == ahead.year:
            return _end(plan, sign, tail)
        return f"{_year(year + years, sign)}年{tail}" if year in (old.year, old.year - 1) else None

    def _part_of_year(self, year: int, sign: str, tail: str, compared: bool) -> str | None:
        old, new, own, years, ahead, ahead_months, plan = self.times
        months = read_span(tail)
        if year == old.year and months == own:
            return f"{_year(new.year, sign)}年{_part(new, tail)}"
        if year == ahead.year and months == ahead_months:
            return self._ahead(sign, tail)
        if compared and year == old.year - 1 and months == own:
            return f"{_year(new.year - 1, sign)}年{_part(new, tail)}"
        if year == ahead.year != old.year and not (old.part or new.part):
            return f"{_year(plan.year, sign)}年{tail}"  # a part of the year that was planned for
        return f"{_year(year + years, sign)}年{tail}" if year == old.year and months == WHOLE else None

    def _ahead(self, sign: str, like: str = "") -> str:
        """The period that the new report plans for: 下半年 within its year, 2026年 over it."""
        new, plan = self.times.new, self.times.plan
        if plan.year == new.year:
            return f"{_year(plan.year, sign)}年{write_span(months_of(plan), like)}" if like else write_span(months_of(plan), like)
        return f"{_year(plan.year, sign)}年{_part(plan, like)}"

    def _season(self, words: str) -> str | None:
        """2023—2024学年 is one year of its own kind; a range of several years is a plan's, or a sum's, and stays."""
        first, last = (_number(sign) for sign in _YEAR_ALONE.findall(words))
        return self._shifted_years(words) if last == first + 1 and re.search(f"(?:{_SEASON})$", words) else None

    def _shifted_years(self, words: str) -> str | None:
        old = self.times.old
        numbers = [_number(sign) for sign in _YEAR_ALONE.findall(words)]
        if not {old.year, old.year + 1} & set(numbers):
            return None
        return _YEAR_ALONE.sub(lambda found: _year(_number(found[0]) + self.times.years, found[0]), words)

    # Words without a year

    def _span(self, found: re.Match[str]) -> str | None:
        old, new, own, _, ahead, ahead_months, plan = self.times
        word = found["span"]
        months = read_span(word)
        if months == own:
            return None if months == WHOLE and self._means_year(found) else write_span(months_of(new), word)
        if months == ahead_months and ahead.year == old.year:
            if plan.year == new.year:
                return write_span(months_of(plan), word)
            return f"{plan.year}年{_part(plan, word)}"
        return None

    def _means_year(self, found: re.Match[str]) -> bool:
        """全年 before its aim, or after a promise, means the year in a report on part of it too."""
        before, after = self.text[max(0, found.start() - 8) : found.start()], self.text[found.end() : found.end() + 2]
        return bool(_AIM.match(after) or _TO_COME.search(before))

    def _near(self, word: str, part: str | None) -> str | None:
        """今年上半年, 去年上半年, 明年: said from where the report stands."""
        old, new, own, _, ahead, ahead_months, plan = self.times
        if part is None:
            if word in ("明年", "来年") and not old.part and plan.year == new.year:
                return write_span(months_of(plan), "")
            return None
        months = read_span(part)
        here = word in ("今年", "本年", "当年")
        if months == own and word not in ("明年", "来年"):
            return f"{word}{_part(new, part)}"
        if months == ahead_months and (ahead.year == old.year) == here and word not in ("去年", "上年"):
            near = (word if here else "今年") if plan.year == new.year else (word if not here else "明年")
            return f"{near}{_part(plan, part)}"
        return None


def _part(period: Period, like: str) -> str:
    """The words for its part of the year; none for a whole year, unless ``like`` says 全年."""
    months = months_of(period)
    return like if months == WHOLE and like == "全年" else "" if months == WHOLE else write_span(months, like)


def _end(period: Period, sign: str, tail: str) -> str:
    last = months_of(period).last
    return f"{_year(period.year, sign)}年{tail if last == 12 else f'{last}月{tail}'}"


_CHINESE = "〇一二三四五六七八九"
_FROM = str.maketrans("０１２３４５６７８９〇○零Ｏ一二三四五六七八九", "01234567890000123456789")


def _number(sign: str) -> int:
    return int(sign.translate(_FROM))


def _year(number: int, like: str) -> str:
    """A year in the digits of ``like``: ASCII, full width, or Chinese with the zero that it has."""
    text = f"{number:04}"
    if like.isascii():
        return text
    if like[0] in "１２":
        return text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    zero = next((sign for sign in like if sign in "〇○零Ｏ"), "〇")
    return text.translate(str.maketrans("0123456789", zero + _CHINESE[1:]))
