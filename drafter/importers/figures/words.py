"""The words of the genre that surround a number: which of them belong to its name, and which only lead to it."""

import re

_TIME = (
    r"(?:截至|截止|至|到|自|从)?(?:目前|现在|当前|今日|(?:20\d\d年|今年|去年|当年|本年)?\d{1,2}月(?:份)?\d{0,2}日?(?:底|末|中旬|上旬|下旬)?(?:为止)?"
    r"|(?:20\d\d年|今年|去年|当年|本年|上年)(?:初|底|末|度)?|年初|年底|年末|\d{1,2}[-—–－~～至到]\d{1,2}月(?:份)?)"
    r"(?:为止|以来|来)?"
)
_SPAN = r"20\d\d年以来|今年以来|近年来|\d{4}年|上半年|下半年|全年|全年度|本年度|年度内|前?[一二三四1-4]季度|前三季度|年内|期间|五年内|三年内|五年来"
_ADVERB = (
    r"预计|估计|有望|力争|争取|确保|计划|拟|将|要|累计|总计|合计|共计|共|已经|已|先后|成功|分别|继续|持续|新增加|其中|同时|并且|并|又|再|另外|另|还|"
    r"即|约|近|超|超过|突破|不少于|不低于|至少|全面|圆满|顺利|积极|认真|深入|大力|首批|均|也|且|各|就|更|实际|仅|只|达|努力|扎实|着力|高效|高质量|有效|"
    r"我局|我市|我县|我区|我省|我镇|我们|全局|本局|为|有|的|了|是|按照要求"
)
_FRONT = re.compile(rf"(?:{_TIME}|{_SPAN}|{_ADVERB}|[、,\s·:])+")
#: What stands between a name and its number.
_BACK = re.compile(
    r"(?:(?:分别|累计|共计|总计|合计|现已|已经|已|均|将|仅|只|又|约|近|超过?|突破|首次|首|力争|确保|争取|计划|预计|有望|不少于|不低于|不超过|控制在|保持在|稳定在|"
    r"增长到|增加到|提高到|提升到|提升至|提高至|增加至|增长至|上升至|上升到|下降到|下降至|降低至|降至|降到|扩大到|扩大至|压缩至|压缩到|缩短至|缩短到|跃升至|攀升至|增至|升至|达到了|达到|达|到|至|为|是|有|共|余|了|等|"
    r"高达|多达|各|完成了|的|[:\s])+)$"
)
#: Lead to a number without saying anything about it.
_VERB = """
完成 实现 达到 达成 做到 取得 开展 组织开展 组织 实施 组织实施 举办 成功举办 召开 进行 拥有 共有 现有 建有
具有 推进 重点推进 扎实推进 加快推进 推动 形成 占有 促成 做好 涉及 覆盖 惠及 服务 联系 设立 成立 结合 对照
围绕 通过 面向 针对 涵盖 帮助 指导 支持 组建 建立 对 为 向 给 在 从 以 由 让 使 与 和 及 把 将
重点支持 先后组织 重点对 邀请 支持建设 组织申报了 深化 落实 获得 举行 抓好 接受 答复
"""
_LEADING = sorted(_VERB.split(), key=len, reverse=True)
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
_ACTION = sorted(_ACTIONS.split(), key=len, reverse=True)
#: Begin what is said of the things counted, after their name.
_PREDICATES = """
被 获得 获批 获评 获省 获国家 获市 获 荣获 入选 入围 列入 纳入 进入 通过 开展 申报 实施 完成 达到 实现
建成 投入 参加 参与 落实 受到 入驻 逐一 签订 签约 签署 发放 兑现 提供 进行 组织 新申报 上市 挂牌 备案
认定 评为 命名 成为 开工 竣工 投产 落地 正在 正式 已 均 全部 顺利 成功 共 分别 分赴 走进 赴 与 围绕
帮助 对接 位列 位居 居 排名 占 增长 下降 同比 较 比 为 将 可 得到 享受 办理 制定 推进 加快 提升 启动
建立 承担 牵头 取得 完工 交付 使用 运行 运营 到 在 于 贷 发展 加入 接入 达成 达产 联合 负责 深入 用于
推广 改造 强化 支持 确保 需 还 不 未 没有 有 是 以上 左右 以内 及以上 拟 面向 结合 以 凝练 配套 领取
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
_TRAILING = re.compile(r"(?:任务|工作|等工作|建设工作|任务指标)$")
_PREPOSITION = re.compile(r"^(?:对于|对|为|向|给|在|从|以|由|让|使|与|和|及|把|将|按|以及)")
_QUOTES = re.compile(r"[“”‘’\"'《》〈〉「」『』【】（）()\[\]\s…—、/+·]+")


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
    verb = next((verb for verb in _LEADING if text.startswith(verb)), "")
    left = text[len(verb) :].removeprefix("了")
    return left if len(left) > 1 or not left else text


def action_of(text: str) -> str:
    """The action that ``text`` begins with; "" for none."""
    return next((action for action in _ACTION if text.startswith(action)), "")


def action_at_end(text: str) -> str:
    """The action that ``text`` ends with: 高新技术企业净增. "" for none."""
    return next((action for action in _ACTION if text.endswith(action)), "")


def noun_length(text: str) -> int:
    """How much of ``text``, which follows a unit, is the name of what is counted."""
    # A noun has two signs at least, or 人 alone.
    start = 1
    quoted = False
    for at, sign in enumerate(text):
        if sign in "“《":
            quoted = True
        elif sign in "”》":
            quoted = False
        elif not quoted and at >= start and text.startswith(_PREDICATE_AT.get(sign, ()), at):
            return at
    return len(text)


def begins_predicate(text: str) -> bool:
    return bool(text) and text.startswith(_PREDICATE_AT.get(text[0], ()))


_PREDICATE_AT: dict[str, tuple[str, ...]] = {}
for _word in _PREDICATE:
    _PREDICATE_AT[_word[0]] = (*_PREDICATE_AT.get(_word[0], ()), _word)


def tidy(text: str) -> str:
    """``text`` as a name: no quotes, brackets, blanks, nor a closing 工作."""
    text = _QUOTES.sub("", text)
    cut = _TRAILING.sub("", text)
    text = cut if len(cut) > 2 else text
    return _PREPOSITION.sub("", text).strip("的了,.;:")
