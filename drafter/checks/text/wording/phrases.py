"""Fixed phrases that have one sign wrong: one that sounds like the right one, or looks like it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.text.wording.homophones import sound_or_look_alike

_LIST = """
再接再厉 按部就班 一如既往 兢兢业业 名副其实 与时俱进 因地制宜 全力以赴 艰苦奋斗 精兵简政 简政放权 戒骄戒躁 攻坚克难 坚持不懈 持之以恒 独当一面 披荆斩棘 一劳永逸 义不容辞 义无反顾 责无旁贷 刻不容缓 迫在眉睫
重蹈覆辙 防患未然 未雨绸缪 有的放矢 标本兼治 与日俱增 面面俱到 一应俱全 百废俱兴 图文并茂 声情并茂 淋漓尽致 目不暇接 应接不暇 高瞻远瞩 出类拔萃 如火如荼 别出心裁 脍炙人口 心无旁骛 好高骛远 世外桃源 声名鹊起
水泄不通 纷至沓来 以身作则 励精图治 变本加厉 突飞猛进 披星戴月 循序渐进 孜孜不倦 呕心沥血 拭目以待 针砭时弊 滥竽充数 不胫而走 迫不及待 一筹莫展 墨守成规 因势利导 锲而不舍 夜以继日 任劳任怨 勤勤恳恳 尽心竭力
竭尽全力 不胜枚举 措手不及 有条不紊 井然有序 层出不穷 无独有偶 异曲同工 相得益彰 相辅相成 耳目一新 焕然一新 推陈出新 日新月异 蒸蒸日上 欣欣向荣 安居乐业 家喻户晓 不言而喻 言简意赅 迎刃而解 势如破竹 首屈一指
名列前茅 遥遥领先 一马当先 乘胜追击 趁热打铁 对症下药 抽丝剥茧 因噎废食 因循守旧 敷衍了事 敷衍塞责 弄虚作假 循规蹈矩 铤而走险 趋之若鹜 一张一弛 一塌糊涂 一视同仁 毛骨悚然 仗义执言 原形毕露 提心吊胆 汗流浃背
唇枪舌剑 旁征博引 罄竹难书 继往开来 兴高采烈 甘拜下风 自暴自弃 鼎力相助 天翻地覆 萎靡不振 有恃无恐 蛛丝马迹 草菅人命 严惩不贷 严阵以待 卓有成效 贯穿始终 自始至终 深入浅出 齐心协力 脚踏实地 勇于担当 敢于担当
履职尽责 恪尽职守 排忧解难 忧患意识 后顾之忧 无微不至 嘘寒问暖 扶危济困 依法惩治 齐抓共管 齐头并进 双管齐下 开花结果 立竿见影 雷厉风行 令行禁止 政令畅通 上下同欲 凝心聚力 常抓不懈 久久为功 驰而不息 锐意进取
埋头苦干 苦干实干 求同存异 统筹兼顾 同频共振 靶向施策 因材施教 因村施策 因户施策 查漏补缺 即知即改 对账销号 挂图作战 压茬推进 倒排工期 挂牌督办 跟踪问效 跟踪督办 一票否决 失职渎职 玩忽职守 徇私舞弊 滥用职权
贪污受贿 廉洁自律 廉洁奉公 克己奉公 清正廉洁 警钟长鸣 防微杜渐 惩前毖后 治病救人 以案为鉴 引以为戒 红脸出汗 咬耳扯袖 刮骨疗毒 激浊扬清 扶正祛邪 建章立制 令出必行 赏罚分明 奖优罚劣 优胜劣汰 选贤任能 德才兼备
任人唯贤 人尽其才 才尽其用 薪火相传 源远流长 丰富多彩 形式多样 喜闻乐见 寓教于乐 潜移默化 润物无声 春风化雨 耳濡目染 言传身教 为人师表 立德树人 尊师重教 诲人不倦 学以致用 温故知新 勤学苦练 一丝不苟 尽善尽美
精雕细琢 独具匠心 独树一帜 百花齐放 百家争鸣 推波助澜 锦上添花 雪中送炭 添砖加瓦 画龙点睛 事半功倍 水到渠成 瓜熟蒂落 顺理成章 大势所趋 众望所归 妇孺皆知 有口皆碑 交口称赞 赞不绝口 拍手称快 心悦诚服 感恩戴德
饮水思源 不忘初心 砥砺前行 勇往直前 奋勇争先 争先恐后 你追我赶 比学赶超 迎头赶上 急起直追 奋起直追 跨越发展 弯道超车 换道超车 乘势而上 顺势而为 谋定后动 统筹谋划 科学谋划 超前谋划 提前介入 主动出击 迅速行动
闻风而动 雷霆万钧 重拳出击 铁腕治理 息诉罢访 明辨是非 惩恶扬善 除暴安良 扫黑除恶 打财断血 打伞破网 深挖彻查 顺藤摸瓜 天网恢恢 保驾护航 添油加醋 闭环管理 无缝衔接 有效衔接 无缝对接 环环相扣 层层递进 守土尽责
坚守岗位 恪守职责 尽职尽责 尽心尽责 勤政为民 排难解忧 急难愁盼 患难与共 同舟共济 风雨同舟 守望相助 和衷共济 肝胆相照 荣辱与共 休戚与共 心手相连 众人拾柴 博采众长 取长补短 扬长避短 互利共赢 和谐稳定 长治久安
国泰民安 人寿年丰 五谷丰登 六畜兴旺 繁荣昌盛 蓬勃发展 方兴未艾 如日中天 如虎添翼 生机勃勃 生机盎然 郁郁葱葱 鸟语花香 山清水秀 天蓝水清 碧水蓝天 风景如画 美不胜收 流连忘返 络绎不绝 门庭若市 车水马龙 熙熙攘攘
摩肩接踵 座无虚席 济济一堂 欢聚一堂 其乐融融 载歌载舞 欢声笑语 张灯结彩 喜气洋洋 扶老携幼 尊老爱幼 尊老敬老 敬老爱老 孝老爱亲 邻里和睦 移风易俗 婚丧嫁娶 厚养薄葬 勤俭节约 艰苦朴素 铺张浪费 厉行节约 收支平衡
筑巢引凤 栽树引凤 腾笼换鸟 退捕禁捕 封山育林 植树造林 防风固沙 蓄水保墒 春耕备耕 抢收抢种 颗粒归仓 旱涝保收 防汛抗旱 抗洪抢险 抢险救灾 恢复重建 转危为安 化险为夷 临危不惧 奋不顾身 舍己救人 见义勇为 挺身而出
冲锋在前 首当其冲 迎难而上 攻城拔寨 披坚执锐 决战决胜 稳操胜券 胜券在握 捷报频传 硕果累累 成绩斐然 成效显著 成果丰硕 有目共睹 绝无仅有 独一无二 屈指可数 寥寥无几 微不足道 不容忽视 不可或缺 不容乐观 任重道远
居安思危 安不忘危 防不胜防 猝不及防 危在旦夕 岌岌可危 如履薄冰 如临深渊 战战兢兢 谨小慎微 小心翼翼 粗心大意 麻痹大意 掉以轻心 心存侥幸 侥幸心理 得过且过 敷衍应付 消极怠工 推三阻四 避重就轻 浅尝辄止 半途而废
虎头蛇尾 前功尽弃 功亏一篑 固步自封 抱残守缺 裹足不前 畏首畏尾 畏难情绪 瞻前顾后 患得患失 优柔寡断 举棋不定 犹豫不决 坐以待毙 束手无策 黔驴技穷 杯水车薪 捉襟见肘 入不敷出 良莠不齐 参差不齐 鱼龙混杂 鱼目混珠
偷工减料 缺斤短两 坑蒙拐骗 欺行霸市 强买强卖 寻衅滋事 聚众斗殴 无理取闹 胡搅蛮缠
"""
_PHRASES = _LIST.split()
#: Signs of the phrases that stand everywhere: they tell nothing of where a phrase may be.
_COMMON = frozenset(
    "业建新全化展发实国大和进的推动工加力中市一高增人政持生成强民城提作行地家重保制开能改入以施上深平目治年长好点造水快理坚用服济面有育心公技村主万为机在科优安不定支效文出三规学稳通源融事法落共标领位管善打方数教统费环办防策同对向是我放本分"
    "部引消争护到精外风收步就五多转自居划期协四口交决立流利物小二下结导与时应老式抓极战解山险突取网道众先兴两任义果养干求得前首速及过接表势破聚明问固才权严清筹来美车条意指督断功易气类难比食排了超户于攻贯林形层百节复列所减案污疗之头思名备双"
    "天职别查选财土振常药补正牌彻举铁益助措可依种里奋困传景航六灾材责识素覆变移互料至扶身感跨约连充宜后绩走门显良执参受当世书励富染命序激然报其守无观并继救起退龙日急足临贷非未存情具必压斗博再筑息原视见红直担相旧而耕容络号细反知销荣"
)
#: Variants that are right as well.
_RIGHT_TOO = frozenset(("克尽职守", "固步自封", "丰富多采", "贯串始终"))
#: Where one sign is wrong, one half of the phrase is right; a sign that is seldom tells of it.
_HALF = 2


def _index() -> dict[str, list[tuple[str, int]]]:
    """The phrases that a sign tells of, and where in them it stands."""
    index: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for phrase in _PHRASES:
        for half in (0, _HALF):
            place = next((place for place in (half, half + 1) if phrase[place] not in _COMMON), None)
            if place is not None:
                index[phrase[place]].append((phrase, place))
    return index


_TOLD_BY = _index()
_SIGN = re.compile(f"[{''.join(sorted(_TOLD_BY))}]")


def misspelt_phrases(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, the phrase that is meant)."""
    for found in _SIGN.finditer(text):
        at = found.start()
        for phrase, place in _TOLD_BY[text[at]]:
            half, start = place - place % _HALF, at - place
            if start >= 0 and text.startswith(phrase[half : half + _HALF], start + half):
                words = text[start : start + len(phrase)]
                if words != phrase and _is_meant(words, phrase):
                    yield start, start + len(phrase), phrase


def _is_meant(words: str, phrase: str) -> bool:
    """Whether all signs are those of the phrase but one, which is easily taken for the right one."""
    wrong = [pair for pair in zip(words, phrase, strict=False) if pair[0] != pair[1]]
    return len(words) == len(phrase) and len(wrong) == 1 and sound_or_look_alike(*wrong[0]) and words not in _RIGHT_TOO
