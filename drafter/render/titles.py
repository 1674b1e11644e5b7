"""Where a long title is broken: whole words, the long line first or a diamond (GB/T 9704-2012, 7.3.1).

Chinese writes no spaces, so words are known by rule: numbers and what they count, names in 《》 “” （）, Latin words, and
the words that titles of this genre are made of. The breaks with the least cost win; a tie goes to the longer first line.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from drafter.render.measures import width

#: 22 pt fits 20 characters a line; 18 leave the title some air.
_FULL = 20
_GOOD = 18
_MOST_LINES = 4  # a longer text is no title; it wraps as it comes
_LEAST = 4  # 的通知 and the like never stand alone

_LEXICON = """
工作总结 工作打算 工作计划 工作要点 工作报告 工作思路 工作安排 工作情况 工作完成情况 情况报告 情况汇报 情况通报 述职报告 实施意见 实施方案
行动计划 行动方案 管理办法 暂行办法 重点工作 重点任务 目标任务 主要工作 年度工作 上半年 下半年 半年度 年度 季度 今年 明年 来年 全年
总结 打算 计划 要点 报告 思路 安排 意见 方案 办法 通知 通报 情况 汇报 印发 转发 关于 以及 工作 进一步 开展 推进
人民政府 人民代表大会 常务委员会 委员会 办公室 办公厅 领导小组 工作组 党组 党委 支部 总支
市场监督管理 监督管理 科学技术 自然资源 生态环境 农业农村 人力资源 社会保障 住房 城乡建设 交通运输 文化 广电 旅游 卫生健康
应急管理 发展改革 教育 公安 民政 司法 财政 审计 统计 水利 商务 税务 气象 档案 体育 医疗保障 退役军人 事务 行政审批 综合执法
城市管理 信访 机关 信息化 信息 技术 经济 产业 企业 创新 建设 发展 服务 管理 中心 协会 学会 联合会 学校 大学 学院 小学 中学 公司 集团
乡村振兴 安全生产 党风廉政 基层 党建 宣传 组织 统战 政法 法治 政务 公开 国家 全国 全省 全市 全县 全区 行政 事业 人员 干部 队伍
建筑施工 领域 加强 落实 贯彻 学习 活动 专项行动 行动 期间 制造 草案 执行 国民经济 社会发展 社会 高新技术 开发区 管理委员会 湿地 保护 水务 林业 园林
"""
_WORDS = frozenset(_LEXICON.split())
_LONGEST = max(map(len, _WORDS))
_OTHER_WORDS = re.compile(
    "《[^《》]{1,16}》|“[^“”]{1,16}”|（[^（）]{1,16}）|〔[^〔〕]*〕(?:[0-9０-９]+号)?"
    r"|第?[0-9０-９〇零一二三四五六七八九十百]+(?:[.．\-—–~～][0-9０-９]+)*(?: (?=[年月日]))?"
    r"(?:[年月日号届次期个项家条周批轮名位%％]|季度|学年|学期)*(?:度|(?<=年)[上下]半年)?"
    "|[A-Za-z0-9][A-Za-z0-9.+&/_'’-]*"
)
_NO_START = frozenset("〔，。、；：！？,.;:!?》）〕”’%％的之了们等性化型级者")
_NO_START_ALONE = frozenset("里中内外上下")
_NO_END = frozenset("《（〔“‘第0123456789〇零一二三四五六七八九十百")
_JOINTS = ("和", "及", "与", "暨", "以及", "并")
_UNIT_ENDS = frozenset("局厅委办会院部处校所站队司心府组")
_TAILS = ("的通知", "的通报", "的报告", "的请示", "的函", "的意见", "的决定", "的汇报")


@lru_cache(maxsize=256)
def title_lines(title: str) -> tuple[str, ...]:
    """The lines of ``title``; joined they are the title. One line when it fits, or when it cannot be broken well."""
    total = width(title)
    if total <= _GOOD or total > _GOOD * _MOST_LINES or "\n" in title:
        return (title,)
    breaks = _breaks(title)
    for limit in (_GOOD, _FULL):
        fewest = int(-(-total // limit))
        for count in range(fewest, min(fewest + 1, _MOST_LINES) + 1):
            found = min(_settings(title, breaks, count, limit, total / count), default=None)
            if found:
                places = (0, *found[1], len(title))
                return tuple(title[begin:end] for begin, end in pairwise(places))
    return (title,)


def _breaks(title: str) -> dict[int, float]:
    """Place → cost of a break there; places inside words are absent."""
    costs = {}
    place = 0
    for before, after in pairwise(_split(title)):
        place += len(before)
        whole = after[0] not in _NO_START and before[-1] not in _NO_END and after not in _NO_START_ALONE
        if whole and not after.isspace():
            costs[place] = _cost(before, after)
    return costs


def _split(title: str) -> Iterator[str]:
    """The words of ``title``; a character that belongs to none that is known stands alone."""
    place = 0
    while place < len(title):
        other = _OTHER_WORDS.match(title, place)
        if other:
            word = other[0]
        else:
            lengths = range(_LONGEST, 1, -1)
            word = next((title[place : place + n] for n in lengths if title[place : place + n] in _WORDS), title[place])
        yield word
        place += len(word)


def _cost(before: str, after: str) -> float:
    """How well two words part: 0 is best; two single characters may be one word that no rule knows."""
    if before == "关于" or before in ("印发", "转发"):
        return 9
    if before in _JOINTS or after == "关于" or before[-1] in "，、；：》 　":
        return 0
    if after in _JOINTS:
        return 1
    if before[-1] in _UNIT_ENDS and len(after) > 1:
        return 1
    if after[0] in "《（“" or after[0].isdigit() or after[0] in "二〇":
        return 2
    if before == "的" or len(before) > 1 < len(after):
        return 3
    return 5 if len(before) > 1 or len(after) > 1 else 8


def _settings(
    title: str, breaks: dict[int, float], count: int, limit: float, even: float
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Cost and places of every way to set the title in ``count`` lines near the ``even`` width."""

    def go(
        start: int, left: int, cost: float, widths: tuple[float, ...], places: tuple[int, ...]
    ) -> Iterator[tuple[float, tuple[int, ...]]]:
        if left == 1:
            last = width(title[start:])
            if _LEAST <= last <= limit and not title[start:].startswith(_TAILS):
                yield cost + _shape((*widths, last), even), places
            return
        for place, price in breaks.items():
            if place <= start:
                continue
            wide = width(title[start:place])
            if wide > limit:
                break
            if wide >= max(_LEAST, even * 0.5) and width(title[place:]) <= limit * (left - 1):
                yield from go(place, left - 1, cost + price, (*widths, wide), (*places, place))

    yield from go(0, count, 0, (), ())


def _shape(widths: tuple[float, ...], even: float) -> float:
    """A trapezoid or a diamond is free; an hourglass, a block and a ragged pile are not."""
    cost = sum(abs(wide - even) for wide in widths) / len(widths) / 2
    if len(widths) > 2 and any(widths[i] < min(widths[i - 1], widths[i + 1]) for i in range(1, len(widths) - 1)):
        cost += 6
    if widths[-1] > widths[0]:
        cost += 2
    if max(widths) - min(widths) < 1:
        cost += 1
    return cost + (2 if widths[-1] < even * 0.5 else 0)
