"""The words of the genre that surround a number: which of them belong to its name, and which only lead to it."""

import re

_TIME = (
    r"(?:截至|截止|至|到|自|从)?(?:目前|现在|当前|今日|(?:20\d\d年|今年|去年|当年|本年)?\d{1,2}月(?:份)?\d{0,2}日?(?:底|末|中旬|上旬|下旬)?(?:为止)?"
    r"|(?:20\d\d年|今年|去年|当年|本年|上年)(?:初|底|末|度)?|年初|年底|年末|\d{1,2}[-—–－~～至到]\d{1,2}月(?:份)?)"
    r"(?:为止|以来|来)?"
)
_SPAN = r"连续\d+年|20\d\d年以来|今年以来|近年来|\d{4}年|上半年|下半年|全年|全年度|本年度|年度内|前?[一二三四1-4]季度|前三季度|年内|期间|五年内|三年内|五年来"
_ADVERB = (
    r"争取(?=建设|实现|完成|创建|新增|引进|培育|达到|获批|认定|新|突破|到|进入)|第?[一二三四五六七八九十\d]+批|按照要求|线上线下|不少于|不低于|高质量|预计|估计|有望|力争|确保|计划|累计|总计|合计|共计|已经|先后|成功|分别|继续|"
    r"持续|其中|同时|并且|另外|超过|突破|至少|全面(?!小康)|圆满|顺利|积极|认真|深入|大力|首批|实际(?!利用|使用|到|种植|缴|吸收)|努力|扎实|着力|"
    r"高效(?!节水|农业|节能)|有效(?!发明|专利|投资|期|供给|注册)|我局|我市|我县|我区|我省|我镇|我们|全局|本局|各类|各级|各种|一批|拟|"
    r"将(?![军])|要(?![素闻件])|共(?![享同青育治产]|建(?![成立有设]))|已|并(?![购网联轨案])|又|再(?![生造])|另|还(?![款贷田林建])|即|"
    r"约(?![谈束定])|近(?![视海郊岸零])|超(?![市级标限高大长声])|均(?![衡价值])|也|且|各|就(?![业医诊学近地])|更(?![新换名])|仅|只|"
    r"达(?![标产成])|为(?![民农老])|有(?![机色线效限偿关害])|的|了|是"
)
_FRONT = re.compile(rf"(?:{_TIME}|{_SPAN}|{_ADVERB}|[、,\s·:])+")
#: What stands between a name and its number.
_BACK = re.compile(
    r"(?:(?:分别|累计|共计|总计|合计|现已|已经|已|(?<![人平户年日月])均|将|仅|只|又|(?<![签预大合节集违])约|(?<![附临新最])近|超过?|突破|首次|首|力争|确保|有望|占有?|不少于|不低于|不超过|控制在|保持在|稳定在|"
    r"增长到|增加到|提高到|提升到|提升至|提高至|增加至|增长至|上升至|上升到|下降到|下降至|降低至|降至|降到|扩大到|扩大至|压缩至|压缩到|缩短至|缩短到|跃升至|攀升至|增至|升至|达到了|达到|(?<![传表])达|(?<![签报])到|至|(?<![行作])为|是|只有|仅有|(?<![国所私拥享])有|(?<!公)共|(?<![结盈])余|了|(?<![一二三优高同])等|"
    r"高达|多达|各|完成了?|实现了?|的|由|从|[:\s])+)$"
)
#: Lead to a number without saying anything about it.
_VERB = """
完成 实现 达到 达成 做到 取得 开展 组织开展 组织 实施 组织实施 举办 成功举办 召开 进行 拥有 共有 现有 建有 共建有
具有 推进 重点推进 扎实推进 加快推进 推动 形成 占有 促成 做好 涉及 覆盖 惠及 服务 联系 设立 成立 结合 对照
围绕 面向 针对 涵盖 帮助 指导 支持 组建 建立
重点支持 先后组织 重点对 邀请 支持建设 组织申报了 深化 落实 获得 举行 抓好 接受 答复
"""
_LEADING = frozenset(_VERB.split())
#: Say what was done with what is counted: they belong to the name.
_ACTIONS = """
净增 新增 新建 新认定 新引进 新培育 新注册 新签约 新开工 新建成 新获批 新入库 认定 引进 柔性引进 培育 推荐
推荐申报 申报 拟申报 获批 入选 入围 入库 备案 立项 签约 开工 竣工 建成 投产 发放 兑现 争取 落实 新申报
征集 培训 转化 转化落地 签订 签署 授权 注册 登记 发展 招录 招引 拟认定 拟备案 拟培育 改造 新改建 改扩建
创建 新创建 建设 争取建设 办理 受理 办结 查处 整改 化解 调解 救助 发放 拨付 减免 投入 投放 摆放 编印 印发
修订 制定 出台 新设 处置 排查 整治 检查 走访 慰问 资助 补助 奖励 表彰 选派 选聘 聘请 招聘 安置 帮扶 脱贫
植树 造林 收集 清理 拆除 新办 延期 变更 注销 审批 发布 采集 接待 研发 攻克 突破 淘汰 关停 退出 搬迁 安装
新装 更换 修复 疏浚 治理 监测 抽检 抽查 检测 监督 处理 立案 移送 抓获 破获 侦破 起诉 审结 执结 受案 收案
结案 推广 推广应用 引进域内 吸纳 输出 吸引 输送 举荐 承办 主办 协办 参加 参与 列入 纳入 进入 评选 评定
命名 挂牌 授牌 升级 提升 改建 扩建 续建 完工 交付 销售 出口 进口 利用 使用 到位 下达 安排 统筹 筹集 募集
"""
_ACTION = frozenset(_ACTIONS.split())
#: Begin what is said of the things counted, after their name.
_PREDICATES = """
被 中有 提前 全年 上半年 今年 携 参会 挂钩 压缩 返岗 复工 复产 获得 获批 获评 获省 获国家 获市 获 荣获 入选 入围 列入 纳入 进入 通过 开展 申报 实施 完成 达到 实现
建成 投入 参加 参与 落实 受到 入驻 逐一 签订 签约 签署 发放 兑现 提供 进行 新申报 上市 挂牌 备案
认定 评为 命名 成为 开工 竣工 投产 落地 正在 正式 已 均 全部 顺利 成功 分别 分赴 走进 赴 与 围绕
帮助 对接 位列 位居 居 排名 占 增长 下降 同比 较 比 为 将 可 得到 享受 办理 制定 推进 加快 提升 启动
建立 承担 牵头 取得 完工 交付 使用 运行 运营 到 在 于 贷 发展 加入 接入 达成 达产 深入 用于
推广 改造 强化 支持 确保 需要 还 不 未 没有 有 是 以上 左右 以内 及以上 拟 面向 结合 以 凝练 配套 领取
惠及 涉及 覆盖 参保 脱贫 实行 优化整合
"""
_PREDICATE = sorted(_PREDICATES.split(), key=len, reverse=True)
#: Say too little by themselves.
_GENERIC = """
企业 项目 单位 人 人员 团队 城市 县 区 市 镇 村 社区 机构 学校 医院 联盟 课题 成果 平台 产品 部门 人才
名 个人 集体 案件 地区 农户 家庭 群众 党员 干部 教师 学生 工程 产业 基地 中心 品种 技术 标准 专利 问题
任务 事项 服务 岗位 家企业 乡镇 街道 园区 县区 县市 支部 党支部 职工 居民 老人 儿童 用户 车辆 设备
"""
GENERIC = frozenset(_GENERIC.split())
#: A whole and its sum: the name is that of the number before.
TOTALS = re.compile(r"(?:总数|总量|总额|总数量|总人数|总面积|总投资|总长度|数量|累计|总计|合计|存量|规模|总规模|总资金)$")
_TRAILING = re.compile(r"(?:工作|等工作|建设工作|(?:建设)?的(?:基础上|前提下|情况下|同时))$")
_PREPOSITION = re.compile(
    r"^(?:对于|对(?!外|口|接)|为|向(?!上|外)|给|在(?!建|校|册|岗|线|编|职|园|库|谈|孵)|从(?!业)|以及|以|由|让|使(?!用)|与|和|及|把|将|按)"
)
_JOINT = re.compile(r"(?:以及|和|及|与|、)$")
_INNER = re.compile(
    r"(?:预计|累计|共|总共|已经?)?(?:完成|实现)(?:了)?(?=..)|已经?(?=..)|20\d\d年度?|第[一二三四五六七八九十\d]+批|首批|[一二三四五六七八九十]批$|\{\{|\}\}|(?<=..)了(?=..)|数(?=净增|新增)"
)
_EVENT = re.compile(r"(?:举办|召开|开展|实施|举行)(?:了)?(?:各类|各种|各级)?(?=..)")
#: A verb before one of these is part of a noun: 提升类联盟, 获得率.
_NOUN_ENDS = frozenset("类型级率性区式法器仪机师员者化力量额度")
_QUOTES = re.compile(r"[“”‘’\"'《》〈〉「」『』【】（）()\[\]\s…—、/+·]+")


#: Of actions and verbs, longest first.
_LENGTHS = (6, 5, 4, 3, 2)


def front_cut(text: str) -> str:
    """``text`` without the words of time and manner that it begins with."""
    found = _FRONT.match(text)
    return text[found.end() :] if found else text


def back_cut(text: str) -> str:
    """``text`` without what leads from a name to its number: 总数达到 → 总数."""
    found = _BACK.search(text[-24:])
    return text[: len(text) - len(found[0])] if found else text


def verb_cut(text: str) -> str:
    """``text`` without a verb or preposition that says nothing of what is counted."""
    verb = next((text[:length] for length in _LENGTHS if text[:length] in _LEADING), "")
    left = text[len(verb) :].removeprefix("了")
    return left if len(left) > 1 or not left else text


def action_of(text: str) -> str:
    """The action that ``text`` begins with; "" for none."""
    return next((text[:length] for length in _LENGTHS if text[:length] in _ACTION), "")


def action_at_end(text: str) -> str:
    """The action that ``text`` ends with: 高新技术企业净增. "" for none."""
    return next((text[-length:] for length in _LENGTHS if text[-length:] in _ACTION), "")


def from_action(text: str) -> str:
    """``text`` from its first action on, past quoted words: 通过“直达快享”兑现资金 → 兑现资金. All of it where there is none."""
    quoted = False
    for at, sign in enumerate(text):
        quoted = sign in "“《" or (quoted and sign not in "”》")
        if at > 1 and not quoted and action_of(text[at : at + 4]):
            return text[at:]
    return text


def noun_length(text: str) -> int:
    """How much of ``text``, which follows a unit, is the name of what is counted."""
    quoted = False
    for at, sign in enumerate(text):
        if sign in "“《":
            quoted = True
        elif sign in "”》":
            quoted = False
        elif not quoted and at and text[at - 1] not in _UNENDED and (_predicate_at(text, at) or _COUNTED.match(text, at)):
            return at
    return len(text)


#: No noun ends with one of these.
_UNENDED = frozenset("省级类型的等新各")
_COUNTED = re.compile(r"[近约超][百千万十]|[一二三四五六七八九十百千]+[余多]?[项家个名次场]")


def ends_with_verb(text: str) -> bool:
    """Whether what is done stands last, so that what it is done to must follow: 在香港设立."""
    return bool(action_at_end(text)) or text.endswith(_OPENING)


_OPENING = (
    "设立",
    "建立",
    "推出",
    "组建",
    "成立",
    "拥有",
    "举办",
    "开展",
    "实施",
    "组织",
    "完成",
    "开设",
    "打造",
    "选出",
    "开通",
    "形成",
)


def begins_predicate(text: str) -> bool:
    return bool(text) and _predicate_at(text, 0)


def _predicate_at(text: str, at: int) -> bool:
    """Whether a predicate begins at ``at``, and not a noun made with a verb (提升类)."""
    for word in _PREDICATE_AT.get(text[at], ()):
        if text.startswith(word, at):
            return text[at + len(word) : at + len(word) + 1] not in _NOUN_ENDS
    return False


_PREDICATE_AT: dict[str, tuple[str, ...]] = {}
for _word in _PREDICATE:
    _PREDICATE_AT[_word[0]] = (*_PREDICATE_AT.get(_word[0], ()), _word)


def tidy(text: str) -> str:
    """``text`` as a name: no quotes, brackets, blanks or years, no joint left over, nor a closing 工作."""
    text = _INNER.sub("", _JOINT.sub("", _QUOTES.sub("", _JOINT.sub("", text))))
    cut = _TRAILING.sub("", text)
    text = cut if len(cut) > 1 else text
    return _PREPOSITION.sub("", text).strip("的了,.;:")


def event_cut(text: str) -> str:
    """``text`` from behind a verb that only says that something took place: 线上举办培训会 → 培训会."""
    ends = [found.end() for found in _EVENT.finditer(text)]
    return text[ends[-1] :] if ends else text


_BORDER = re.compile(r"(?<=[级类型性的省市县区国化式新名及和与])(?![级类型性的化家际内])")


#: A word begins before each of these, where a longer one has not begun already.
_COMMON = """
重点 企业 项目 工程 平台 中心 产业 技术 科技 创新 创业 农业 工业 服务 培训 资金 保险 实验室 研究 建设 管理 人员 政策 面积 产值
投资 合作 成果 学科 基金 贷款 收入 增加值 工作站 人才 团队 专家 专利 产权 知识产权 就业 失业 养老 医疗 教育 公路 道路 农村 城镇 居民
活动 会议 行动 计划 规划 标准 品牌 产品 设备 设施 基地 园区 社区 学校 医院 机构 组织 单位 岗位 车辆 案件 试点 示范 试验 养殖 种植
手册 材料 宣传 补贴 奖补 减免 税收 财政 预算 信用 安全 生态 环境 空气 水质 浓度 颗粒物 优良 天数 总量 总额 总数 数量 比例 比重 占比
"""
_BEGINS = re.compile("|".join(sorted(_COMMON.split(), key=len, reverse=True)))


def end_of(name: str, most: int, least: int = 5) -> str:
    """The last words of a name that is longer than ``most``: from a place on where a word seems to begin."""
    if len(name) <= most:
        return name
    start = len(name) - most
    borders = [found.end() for found in _BORDER.finditer(name) if start <= found.end() <= len(name) - least]
    for at in range(start, len(name) - least + 1):
        action = action_of(name[at : at + 4])
        borders += [at] if action else []
    borders += [found.start() for found in _BEGINS.finditer(name) if start <= found.start() <= len(name) - least]
    return name[min(borders, default=start) :]
