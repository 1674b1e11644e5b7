"""Short names that texts can refer to: 高企净增 for 高新技术企业净增数."""

import re
from collections.abc import Collection

from drafter.importers.figures.words import end_of

LONGEST = 10
_NO_LETTER = re.compile(r"[^\w]|_")
_START = re.compile(r"^[\d_]+(?:[万亿千百]?元|%|人|家)?")
_EMPTY = re.compile(r"(?<=..)(?:总数|总量|总额|数量|(?<![人天户次件])数|额)$")
#: How the offices themselves shorten their words.
_SHORT = (
    ("高新技术企业", "高企"),
    ("科技型中小企业", "科小"),
    ("规模以上工业企业", "规上企业"),
    ("规模以上工业", "规上工业"),
    ("规模以上", "规上"),
    ("地区生产总值", "地区GDP"),
    ("一般公共预算", "一般预算"),
    ("固定资产投资", "固投"),
    ("城镇居民人均可支配收入", "城镇人均收入"),
    ("农村居民人均可支配收入", "农村人均收入"),
    ("人均可支配收入", "人均收入"),
    ("社会消费品零售总额", "社零额"),
    ("省工程技术研究中心", "省工程中心"),
    ("重点研发计划", "重点研发"),
    ("产学研合作", "产学研"),
)
_KEPT_TOTAL = re.compile(r"总(?:数|量|额)$")


def id_of(name: str, taken: Collection[str], target: bool = False) -> str:
    """An 编号 for the figure ``name`` that is none of ``taken``: a letter at its beginning, ten signs at most, two more for the
    target of a figure that has the name itself.
    """
    short = _NO_LETTER.sub("", name)
    for long, brief in _SHORT:
        short = short.replace(long, brief)
    if not _KEPT_TOTAL.search(short):
        short = _EMPTY.sub("", short)
    short = _START.sub("", short).removeprefix("以上") or "指标"
    short = end_of(short, LONGEST)
    if short[0].isdecimal():
        short = f"指标{short}"
    if target and short in taken and f"{short}目标" not in taken:
        return f"{short}目标"
    chosen, count = short, 1
    while chosen in taken:
        count += 1
        chosen = f"{short[: LONGEST - 1]}{count}"
    return chosen
