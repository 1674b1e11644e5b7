"""Words put for others all over a text. Share sites do so to pass a copied report off as a new one: 创新驱动进展战略, 工程技术讨论中心.

What gives it away is a fixed expression that has the wrong word in it. Others are only strange, and count where the right word
is missing from the whole text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.wording.collocations import COLLOCATIONS
from drafter.checks.text.wording.context import Case, Cases
from drafter.checks.text.wording.rewritten import REWRITTEN
from drafter.model.words import Both

RULES = (
    Rule(
        "replaced-words",
        "warning",
        Both("词语被成批替换", "Words replaced all over"),
        Both(
            "文档分享网站为避免查重，会把常用词成批换成近义词（发展换成进展、研究换成讨论），照抄就露馅。",
            "Sites that share documents swap common words for others lest copies be recognized; it shows.",
        ),
        GENRE,
        "实施创新驱动进展战略，新建工程技术讨论中心1家。",
        "实施创新驱动发展战略，新建工程技术研究中心1家。",
    ),
)

_NO_PROGRESS = "(?!顺利|缓慢|情况|明显|迅速|良好|较|不|快|慢|到|如|有|报告|表|进度|成效|神速|势头|滞后|总体|显著)"
_STARTED = (
    "推进|开展|争取|组织|参与|参加|探索|落实|实施|推动|引导|支持|申报|培育|打造|配合|响应|协调|做好|应对|营造|宣传|创建|对接"
)

_CERTAIN = Cases(
    (
        *REWRITTEN,
        *COLLOCATIONS,
        Case(
            "进展",
            "发展",
            "",
            "战略|理念|观[，。；、的]|规划|模式|方式|道路|动能|动力|潜力|方向|空间|优势|壮大|后劲|特色产业|改革委|和改革|新格局|新优势|质量[，。、和]",
        ),
        Case(
            "进展",
            "发展",
            "(?:驱动|经济社会|社会|可持续|跨越式?|健康|协调|一体化|高质量|和谐|绿色|平稳较快|又好又快)$",
            _NO_PROGRESS,
        ),
        Case("进展", "发展", "产业$", "集群|品牌|布局|基金|体系|质量|规划|趋势|要求|需要"),
        Case("开展", "发展", "(?:创新驱动|经济社会|可持续|跨越式)$", "(?![调活专普])"),
        Case("开展", "发展", "", "战略[，。、的]|理念|观[，。、]|潜力|后劲|改革委|和改革|大局"),
        Case(
            "推举",
            "推荐",
            "",
            "(?:[0-9]+[余多]?(?:家|项|件|篇|部)|企业|项目|申报|上报|产品|入库|参评|作品|品牌|目录|名录|函|信|材料)",
        ),
        Case("推举", "推荐", "(?:择优|审核|申报|审查)$", "(?!.{0,6}(?:代表|委员|候选))"),
        Case(
            "估计",
            "预计",
            "(?<!充分)(?<!科学)(?<!正确)(?<!准确)(?<!保守)(?<!据)(?<!初步)(?<!足)(?<!不)(?<!的)$",
            "(?:全年|年底|今年|明年|上半年|下半年|到[0-9年]|可|将|.{0,12}?(?:达|超|完成|实现|增长|突破|投资|新增|建成|竣工|投产).{0,8}[0-9])",
        ),
        Case(
            "鼓舞",
            "鼓励",
            "(?<!大)(?<!受)(?<!感)(?<!的)$",
            "(?:和?支持|和?引导|企业|各地|社会|民间|民营|高校|大学生|农民|金融|有条件|探索|创新创业|科研|采用|使用|购买|申报)(?!.{0,8}(?:信心|士气|斗志|人心|干劲|精神|热情))",
        ),
        Case("主动", "积极", "发挥.{0,4}$", "作用"),
        Case("主动", "积极", "(?:取得|作出|做出|产生)了?$", "成效|进展|成果|变化|成绩|贡献|影响"),
        Case("主动", "积极", "", "稳妥|因素"),
        Case("乐观", "积极", "", f"{_STARTED}|性|作用|稳妥|主动"),
        Case("方面", "领域", "(?<![个大项些下类])(?:重点|关键|新兴|高新)$", "(?!的?工作)"),
        Case(
            "力量",
            "能力",
            "(?:业务|履职|学习|竞争|盈利|承载|诊疗|执行|自主创新|领导|综合)$",
            ".{0,4}(?:提升|提高|增强|水平|不强)",
        ),
        Case("力量", "能力", "提高.{0,6}(?:服务|创新|履职|管理|治理|监管|保障)$"),
        Case("学问", "知识", "", "产权|竞赛|培训|讲座|普及|更新|结构|体系|面[，。、窄]"),
        Case("学问", "知识", "(?:专业|科学|法律|科普|理论|业务|安全|健康|消防|法制|政策)$", "(?!家)"),
        Case(
            "准时",
            "及时",
            "",
            "发现|处理|处置|解决|化解|掌握|了解|纠正|整改|更新|跟进|沟通|回应|调整|消除|排查|救助|修复|查处|有效|妥善",
        ),
        Case(
            "肯定",
            "一定",
            "(?:有|取得|存在|达到|具有|起到|形成|产生)[了着]?$",
            "的?(?:成效|成绩|差距|距离|程度|作用|规模|影响|难度|基础|进步|困难|局限|问题)",
        ),
        Case("肯定", "一定", "", "程度"),
        Case("支配", "安排", "(?:工作|统一|活动|任务|部署|周密|妥善|精心|统筹)$"),
        Case("支配", "安排", "", "部署|专人|专项|[0-9]+名"),
        Case("缺乏", "不足", "(?:存在|存在的|一些|诸多|弥补|问题和|困难和|差距和|查找)$", "[，。；、]"),
        Case("缺乏", "不足", "", "之处"),
        Case("根底", "基础", "", "设施|教育|工作|建设|数据|研究|性|薄弱|医疗|信息|上[，。]|理论|知识|地位|产业"),
        Case("根底", "基础", "(?:奠定|打下|夯实|打牢|坚实).{0,6}$"),
        Case("根本", "基本", "", "医疗|公共|养老|农田|情况|建成|完成|药物|生活|概况|持平|普及|覆盖"),
        Case("稳固", "巩固", "", "拓展|脱贫|扩大|深化|完善"),
        Case("催促", "督促", "", "检查|整改|指导|落实|企业|各|推进|完成|履行|限期"),
        Case("进步", "提高", "(?<!的)(?<!了)(?<!大)$", "效率|质量|水平|认识|素质|标准|警惕|服务能力|群众|居民|农民"),
        Case("程度", "水平", "(?:生活|业务|教学|医疗|竞技)$"),
        Case("优点", "优势", "(?:区位|资源|产业|生态|比较|竞争|政策)$"),
        Case(
            "有用",
            "有效",
            "(?<!没)$",
            "遏制|解决|推动|促进|提升|提高|防范|保障|衔接|落实|化解|控制|防控|应对|缓解|激发|增强|整合|推进",
        ),
        Case("充足", "充分", "", "发挥|利用|调动|认识|体现|肯定|运用|听取|展示|激发"),
        Case("坚决", "坚持", "", "问题导向|目标导向|以人民为中心|党的领导|稳中求进|新发展理念"),
        Case("树立", "建立", "", "健全|机制|台账|制度|长效|完善|档案|专班"),
        Case("安康", "健康", "", "档案|体检|素养|码|权益"),
        Case("安康", "健康", "(?:卫生|心理)$"),
        Case("环绕", "围绕", "", "中心(?!城)|目标|主题|大局|[省市县区]委|年初"),
        Case("到达", "达到", "", "[0-9.]+[%％亿]|(?:预期|规定|国家|省级|验收)(?:目标|标准|要求)"),
    )
)
#: Strange, but no proof by themselves.
_LIKELY = Cases(
    (
        Case("进展", "发展", "(?:经济|[业群]|事业|企业|教育|创新|转型|城市|乡村|加速|加快|推动|促进|服务)$", _NO_PROGRESS),
        Case("进展", "发展", "", "水平|体系|环境|产业|经济|特色|现代"),
        Case("讨论", "研究", "(?:课题|政策|基础)$"),
        Case("估计", "预计"),
        Case("鼓舞", "鼓励", "", "[^和人士，。]"),
    )
)
#: So many of them are proof, if the right word is missing.
_MANY = 3


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    places: defaultdict[tuple[str, str], dict[int, Place]] = defaultdict(dict)
    for start, end, right in _CERTAIN.found(text):
        places[text[start:end], right][start] = ((start, end), (start, end, right))
    sure = set(places)
    strange: Counter[tuple[str, str]] = Counter()
    for start, end, right in _LIKELY.found(text):
        pair = (text[start:end], right)
        strange[pair] += 1
        places[pair].setdefault(start, ((start, end), None))
    for pair, those in places.items():
        rest = text.count(pair[1])
        missing = rest * _MANY <= len(those)
        # Where a program swapped words, the common one is gone; where it is not, an odd phrase is the writer's own.
        if (pair in sure and rest <= len(those)) or (missing and strange[pair] >= _MANY):
            shown = [those[start] for start in sorted(those) if missing or those[start][1]]
            yield from _told(*pair, shown, text)


def _told(wrong: str, right: str, places: list[Place], text: str) -> Iterator[Finding]:
    start, end = places[0][0]
    around, more = text[max(0, start - 4) : end + 4].replace("\n", ""), counted(len(places))
    message = Both(
        f"“{around}”里的“{wrong}”{more.zh}像是“{right}”被成批替换了。",
        f"“{wrong}” in “{around}”{more.en} looks like “{right}”, replaced all over.",
    )
    fix = Both(f"改回“{right}”，并把全文的用词再核对一遍。", f"Put “{right}” back, and look through the words of the whole text.")
    yield from together("replaced-words", places, lambda _: message, fix)
