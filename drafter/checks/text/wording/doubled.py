"""A sign or a word typed twice: 了了, 推进推进."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.model.words import Both

RULES = (
    Rule(
        "doubled",
        "warning",
        Both("字词重复", "Doubled word"),
        Both("修改时多留下的一个字或一个词，读起来就是没有校对。", "A sign or word left twice shows that nobody read the proof."),
        GENRE,
        "全年落实了了各项惠民政策。",
        "全年落实了各项惠民政策。",
    ),
)

#: Signs that do not stand twice, and what before them or after them makes two words or a phrase of the two.
_SIGNS = {
    "的": ("目", "确士"),
    "了": ("不明晓一小", "解如断事却然结得悟"),
    "是": ("求于实如但凡自国就总", "非否"),
    "和": ("共温平缓中饱柔调谐", "平谐解睦美善气合会约县田顺声乐"),
    "在": ("实存所正现内潜外好自旨", "建校职读编册线场位家岗任野籍学座逃押营"),
    "与": ("参赠给授", "会其时众共此"),
    "及": ("涉普波推顾触危遍", "时其格早至"),
    "为": ("作成行认转变视分定列最更尤极人", "民政人何此了期主企群农老党国首先之己善所"),
    "对": ("应面针核校绝相反派一", "外口标接策照台手比象等话阵抗内"),
    "将": ("即必终行名大主虎", "军来士领要近"),
    "并": ("合兼吞归", "购网轨联行入重存举排处发列案"),
    "把": ("一火", "关握脉手控"),
    "使": ("促大行", "用命得者"),
    "让": ("出转礼退", "利步渡位"),
    "向": ("方面意志动走去定转取导流风趋倾所纵横双逆正反", "上前外心往阳东西南北"),
    "或": ("抑", "者许"),
    "也": ("", ""),
    "而": ("从进因反然继", ""),
    "被": ("棉植", "子褥动告"),
    "就": ("成造早", "业近地医读餐诊学任"),
}
#: Signs that begin a common word: what before them makes two words, and what after them tells that word (加加强).
_BEGUN = {
    "加": ("参增附", "强快大"),
    "推": ("助", "进动"),
    "开": ("召公展打离放盛", "展"),
    "提": ("前", "高升供"),
    "组": ("小班专分编", "织"),
    "促": ("督", "进"),
    "完": ("办", "成善"),
    "实": ("夯扎落切老", "施"),
    "积": ("堆", "极"),
    "落": ("院村下", "实"),
    "彻": ("贯洞", "底"),
}
_DOUBLED_SIGN = re.compile(rf"([{''.join((*_SIGNS, *_BEGUN))}])\1")

_HAN = "[\u4e00-\u9fff]"
#: A number and its measure are said twice (一个一个), and 县镇 after 县 are two places.
_DOUBLED_WORD = re.compile(rf"(?![一二三四五六七八九十百千万两几每各半])({_HAN}{{2,8}})\1")
#: Verbs that one says twice, and words of feeling.
_SAID_TWICE = frozenset(re.findall("..", "研究讨论商量考虑了解学习很多好多非常十分许多实在哗啦来来交流锻炼"))
#: 企业企业家, 服务服务业: the second one begins another word.
_LONGER = tuple("家业后化性学型权者员们长链园区县市镇乡室场部会")
#: A word stands so often by itself, and so many times as often as the one that its end and its beginning would make.
_FREQUENT, _TIMES = 2, 3
_SURE = 3
_PLACES = "省市县区镇乡村州"
_OPENING, _CLOSING = ("《", "“"), ("》", "”")
_COMMON = frozenset(
    re.findall(
        "..",
        "工作推进推动加强开展建设发展完成实施组织管理落实提升提高促进深化强化优化完善健全加快坚持积极全面深入重点项目企业问题机制制度改革创新培训宣传教育专利部门单位群众干部活动会议进行举办召开通过我们我市我县我局全市"
        "全县全年上半今年进一为了以及其中目前同时继续切实认真扎实有效主要累计新增达到实现已经可以需要能够关于根据按照围绕聚焦结合针对对于由于并且或者但是因此学校学生教师公路档案医院医疗卫生农业农村乡镇社区村民"
        "居民民政法院案件审判交通道路运输安全环境生态森林林业水利粮食文化旅游体育资金经费投资资源技术人才科技产业政策监督检查监管执法调查调研整治治理保障救助养老就业健康防控应急信息数据平台网络系统设备设施工程"
        "质量标准规范流程计划方案措施任务目标责任领导党员党建支部队伍作风纪律廉政合作服务审批登记统计财政税收金融招商营商司法普法调解信访消防环保",
    )
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in _DOUBLED_SIGN.finditer(text):
        if _stands_alone(found[1], text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]):
            places[found[1]].append(found.span())
    for found in _DOUBLED_WORD.finditer(text):
        if not _is_phrase(text, found[1], *found.span()):
            places[found[1]].append(found.span())
    for word, spans in places.items():
        if len(word) == 1 or len(word) >= _SURE or word in _COMMON or _is_word(text, word, len(spans)):
            yield from _told(word, spans)


def _stands_alone(sign: str, before: str, after: str) -> bool:
    """Whether a doubled sign is no more than that: neither half of it is of another word."""
    if sign in _BEGUN:
        others, wanted = _BEGUN[sign]
        return not _one_of(before, others) and _one_of(after, wanted)
    others, unwanted = _SIGNS[sign]
    return not _one_of(before, others) and not _one_of(after, unwanted)


def _one_of(sign: str, signs: str) -> bool:
    return sign != "" and sign in signs


def _is_phrase(text: str, word: str, start: int, end: int) -> bool:
    """Whether the second word begins a longer one, or is said twice on purpose; a name may do so too (《长征长征》)."""
    half = len(word) // 2
    return (
        word in _SAID_TWICE
        or word[-1] in _PLACES
        or word[:half] == word[half:]
        or text.startswith(_LONGER, end)
        or (text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING)
    )


def _is_word(text: str, word: str, doubled: int) -> bool:
    """Whether it is one word typed twice, rather than the end of one and the beginning of another: 退税缓税."""
    alone, across = text.count(word) - 2 * doubled, text.count(word[::-1]) - doubled
    return alone >= _FREQUENT and alone >= _TIMES * across


def _told(word: str, spans: list[tuple[int, int]]) -> Iterator[Finding]:
    more = counted(len(spans))
    message = Both(f"“{word}{word}”{more.zh}重复了。", f"“{word}{word}”{more.en} is there twice.")
    places: list[Place] = [(span, (*span, word)) for span in spans]
    yield from together("doubled", places, lambda _: message, Both(f"删去一个“{word}”。", f"Delete one “{word}”."))
