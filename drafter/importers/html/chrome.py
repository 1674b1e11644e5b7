"""What on a government page is not the article: told by the names of its blocks, and by what its short lines say."""

import re
from itertools import pairwise

from drafter.importers.html.segments import Element

#: (name of an id or class, one word of it) → what the block is.
_NAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"(?:bread)?crumbs?|location|position|dqwz|dangqian|weizhi|curpos|curwz|wz|mbx|path", "当前位置"),
        (r"(?:bd|b)?share\w*|jiathis\w*|social|fenxiang|fx|weixin|weibo", "分享栏"),
        (r"(?:font|text)size|fontzoom|zihao|ziti|dayin|print\w*|guanbi|close|tools?|toolbar|gongju", "页面工具"),
        (r"qr\w*|ewm|erweima|saoyisao|saoma", "二维码"),
        (r"related?|relative|xg\w{0,4}|recommend\w*|hot\w*|rank\w*|jingcai|tuijian", "相关链接"),
        (r"prev\w*|next|pager|pagination|pagenav|sxpage|sxt|shangxia\w*", "上一篇下一篇"),
        (r"attach\w*|fujian|fj|appendix|annex", "附件"),
        (r"comments?|pinglun|liuyan|satisf\w*|pingjia", "评论"),
        (r"nav\w*|menu\w*|daohang|tabs?", "导航"),
        (r"foot\w*|bottom|copyright|banquan|dibu", "页脚"),
        (r"header|topbar|top|logo|banner|head", "页头"),
        (r"side\w*|aside|leftnav|rightnav", "侧栏"),
        (r"search\w*|sousuo|login|denglu", "页面控件"),
        (r"advert\w*|ads?|guanggao|float\w*|piao\w*", "广告"),
    )
)
_TAGS = {"nav": "导航", "footer": "页脚", "aside": "侧栏", "header": "页头"}
_WORDS = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_LINES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"(?:您|你)?(?:现在|目前|当前)?的?(?:所在)?位置\s*[:：].*|(?:网站)?首页\s*[>＞»›/／|\-]+.*", "当前位置"),
        (
            r"(?:[\s【】\[\]（）()|｜:：·、/]*(?:字号|字体|大|中|小|默认|特大|打印(?:本页|此页|文章)?|关闭(?:本页|窗口|此页)?|"
            r"收藏(?:本页)?|复制链接|返回(?:顶部|列表|首页)?|我要纠错|纠错|朗读|语音播报|保存|下载|A\+|A-|繁体|简体|"
            r"分享(?:到|至)?|微信|微博|新浪微博|QQ空间|QQ好友|腾讯微博|人人网|更多))+[\s【】\[\]（）()|｜:：·、/]*",
            "页面工具",
        ),
        (r"分享(?:到|至)?\s*[:：].*|.{0,12}(?:扫一扫|扫码|扫描二维码|二维码).{0,30}", "二维码和分享"),
        (r"(?:上|下)一(?:篇|条|页)\s*[:：]?.*", "上一篇下一篇"),
        (r"(?:相关|延伸|推荐)(?:链接|阅读|新闻|文章|信息|稿件|解读|文档|附件)\s*[:：]?", "相关链接"),
        (r".*(?:版权所有|ICP备|公网安备|网站标识码|技术支持\s*[:：]|主办单位\s*[:：]|承办单位\s*[:：]).*", "页脚"),
    )
)
_ABOUT = r"(?:信息|文章|稿件)?(?:来源|出处|发布(?:时间|日期|人|者)?|发表时间|更新(?:时间|日期)|日期|时间|作者|编辑|责任编辑|责编|审核|初审|终审|校对|录入|浏览(?:次数|量|数)?|点击(?:数|量|率|次数)?|阅读(?:次数|量|数)?|访问(?:量|次数)|累计次数|字体|字号|信息员)"
_DAY = r"[12]\d{3}[-年./]\d{1,2}[-月./]\d{1,2}日?"
_ABOUT_LINE = re.compile(
    rf"(?:{_DAY}\s*)?(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s*)?{_ABOUT}\s*[:：].*|{_DAY}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?"
)
_CATALOGUE = (
    "索引号|索取号|信息索引号|发布机构|发布单位|发文机关|发文单位|发文机构|公开责任部门|生成日期|成文日期|发布日期|公开日期|公文时效|有效性|效力状态|"
    "主题分类|信息分类|体裁分类|服务对象分类|组配分类|公开方式|公开范围|公开时限|公开形式|主题词|关键词|信息名称|文件名称|发文字号|文件编号|内容概述|"
    "统一登记号|标题|名称|文号|分类|效力等级|废止日期|生效日期|体裁"
)
_ENTRY = re.compile(rf"({_CATALOGUE})\s*[:：]?(?:[\t ]*|$)")
_PAIR = re.compile(
    rf"(?:^|[\s\u3000])({'|'.join(w[0] + ' *' + ' *'.join(w[1:]) for w in _CATALOGUE.split('|'))})\s*[:：]\s*([^\t]*?)(?=\s+(?:{_CATALOGUE})\s*[:：]|\t|$)"
)


def reason_by_name(element: Element) -> str | None:
    """What the block calls itself: its tag, id or class; None where that says nothing."""
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    for name in _WORDS.findall(_CAMEL.sub(" ", named).lower()):
        for pattern, reason in _NAMES:
            if pattern.fullmatch(name):
                return reason
    return None


def reason_by_words(text: str) -> str | None:
    """What a short line is, wherever on the page it stands; None for what may be the article's."""
    if len(text) > 120:
        return None
    return next((reason for pattern, reason in _LINES if pattern.fullmatch(text.strip())), None)


def is_about(text: str) -> bool:
    """A line of source, time of publication, editor, hits: only over or under an article, never inside it."""
    line = text.strip(" \t\u3000|｜【】[]（）()")
    return 0 < len(line) < 120 and _ABOUT_LINE.fullmatch(line) is not None


def entries(text: str) -> int:
    """How many catalogue entries (索引号, 发布机构 …) a line holds."""
    return sum(
        _ENTRY.match(part.strip()) is not None and len(part) < 80
        for part in re.split(r"\t|\s{2,}|(?<=\S) (?=\S{2,6}[:：])", text)
    )


def pairs(text: str) -> dict[str, str]:
    """Catalogue entries with their values, of one line."""
    found = {"".join(key.split()): value.strip() for key, value in _PAIR.findall(text) if value.strip()}
    cells = [cell.strip() for cell in text.split("\t")]
    for label, value in pairwise(cells):
        key = "".join(label.rstrip(":：").split())
        if key in _CATALOGUE.split("|") and value and not _ENTRY.fullmatch(value):
            found.setdefault(key, value)
    return found
