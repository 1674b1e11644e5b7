"""What official prose counts and measures in. A number without a unit says nothing that could be kept."""

import re

#: Count single things, so that a noun may follow: 8个项目, 7名博士.
_COUNTING = """
个 家 项 名 人 位 户 场 次 件 篇 台 套 辆 条 处 座 所 支 批 期 种 类 份 部 本 册 块 片 棵 株
头 只 羽 尾 枚 幅 封 轮 班 节 堂 组 队 对 颗 艘 架 列 趟 例 起 宗 笔 桩 股 口 眼 孔 盏 栋 幢
间 层 张 道 门 款 例次 人次 家次 场次 户次 件次 批次 班次 车次 架次 点次 台次 床 根 段 期次 人份 剂次
台套 课时 学时 学分 单 则 卷 粒 筐 袋 箱 桶 瓶 匹 扇 副 顶 包 桌 盘 宗次 车 标箱 席
单元
"""
COUNTING = frozenset(_COUNTING.split())
#: Measure: 4.0亿元, 1200平方米, 64.1%, 0.2个百分点.
_MEASURES = """
人公里 吨公里 吨海里 个次 台班 床日 人天 亿斤 万斤 公斤/人 元 美元 欧元 港元 日元 吨 公斤 千克 克 斤 担 千瓦 千瓦时 瓦 兆瓦 度 倍 平方米 平方公里 平方千米 平米
立方米 立方 方 公顷 亩 亩次 公里 千米 米 厘米 毫米 海里 里 升 毫升 微克 毫克 分 成 人年 天 小时 分钟
秒 工作日 个工作日 个点 个百分点 百分点 个基点 基点 吨标准煤 吨标煤 标准煤 元/平方米 元/亩 元/吨 元/人
元/月 微克/立方米 毫克/升 件/万人 人/平方公里 公里/小时 亩/人 吨/亩 公斤/亩 % ％ ‰ ℃ 摄氏度 ㎡
m² m³ km km² kg t MW GW kW kWh MWh kV 千伏 千伏安 兆 兆赫 TB GB PB MB
P PFlops EFLOPS 卡路里 TEU 米²
"""
_MEASURING = frozenset(_MEASURES.split())
_SCALES = ("百万亿", "十万亿", "万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百", "")
#: Not a unit where one of these goes on with it: five months, five sides of a thing, a third-class prize, a two-way street.
_NO_UNIT = {
    "个": ("月", "小时", "方面", "方向", "字", "季度", "星期", "周", "学期", "年度", "维度", "层面", "阶段"),
    "名": ("义", "称", "录", "词", "誉", "列"),
    "人": ("才", "民", "均", "口", "类", "工", "物", "大", "社", "行"),
    "项": ("目",),
    "分": ("之", "别", "布", "类", "局", "会", "管"),
    "方": ("面", "案", "式", "法", "向", "便"),
    "件": ("事",),
    "度": ("假",),
    "部": ("委", "门", "分", "队", "署"),
    "种": ("植", "业", "子", "粮", "养"),
    "期": ("间", "望", "末", "货"),
    "位": ("于", "居", "列", "置"),
    "台": ("账", "湾"),
    "组": ("织", "建", "成"),
    "队": ("伍",),
    "条": ("例", "件", "款"),
    "处": ("理", "置", "长", "罚"),
    "所": ("有", "在", "长", "属"),
    "家": ("庭", "长", "乡", "园", "具", "电"),
    "户": ("籍", "外", "口"),
    "次": ("要", "日"),
    "套": ("餐",),
    "对": ("接", "于", "照", "标", "口"),
    "里": ("程",),
    "天": ("然", "津", "气"),
    "成": ("功", "立", "果", "员", "都", "为", "效", "绩", "本"),
    "单": ("位",),
    "班": ("子",),
    "张": ("家",),
    "道": ("路",),
    "门": ("户",),
    "车": ("间", "站"),
    "箱": ("包",),
    "口": ("岸", "径"),
    "批": ("准", "复", "评"),
    "节": ("能", "约", "水", "点"),
    "包": ("括",),
}
_LONGEST = max(map(len, _MEASURING | COUNTING)) + 3

_RATES = frozenset({"%", "％", "‰", "个百分点", "百分点", "个点", "个基点", "基点", "倍", "成"})


def unit_at(text: str, at: int) -> str:
    """The unit that ``text`` has at ``at``, the longest there is: 亿元, 万人次, 个百分点; "" for none."""
    for scale in _SCALES:
        if not text.startswith(scale, at):
            continue
        start = at + len(scale)
        for length in range(_LONGEST, 0, -1):
            unit = text[start : start + length]
            if len(unit) == length and (unit in _MEASURING or unit in COUNTING) and not _goes_on(text, start + length, unit):
                return scale + unit
        if scale in ("万", "亿") and _BREAK.match(text, start):
            return scale
    return ""


_BREAK = re.compile(r"$|[，,。；;、）)\n]|以上")


def _goes_on(text: str, end: int, unit: str) -> bool:
    """Whether what looks like a unit is the beginning of another word."""
    if unit[0].isascii() and unit[-1].isalpha() and end < len(text) and text[end].isascii() and text[end].isalnum():
        return True
    return text.startswith(_NO_UNIT.get(unit, ()), end)


def bare(unit: str) -> str:
    """The unit without 万 and 亿: 人次 for 万人次."""
    for scale in _SCALES[:-1]:
        if unit.startswith(scale) and len(unit) > len(scale):
            return unit[len(scale) :]
    return unit


def counts(unit: str) -> bool:
    """Whether it counts things, so that their name may follow it."""
    return bare(unit) in COUNTING


def is_rate(unit: str) -> bool:
    """Whether it is a part of something or a change, which has no size of its own."""
    return unit in _RATES
