"""What web pages and share sites put around a report: metadata, paths, buttons, notices.

A line is judged by itself here; whoever asks must know that it stands before the title or after the last paragraph.
"""

import re

from drafter.importers.outline.signs import ends_sentence, is_prose, length, without_bullet
from drafter.model.ordinals import even

METADATA = "网页信息栏"
PATH = "网页位置导航"
BUTTONS = "网页按钮和页尾"
SHARED = "文档分享网站的说明"
ATTACHMENT = "附件、视频等页尾栏目"
CONTENTS = "目录"
REPEATED = "重复的标题"
MARK = "文号与标题之间的标点"
EMPTY = "没有文字的一行"

#: Labels of the information table on a government page (GB/T 19667.1 metadata and what sites add to it).
LABELS = (
    "索引号|信息索引号|主题分类|信息分类|分类|体裁分类|服务对象分类|发布机构|发布单位|发布部门|发文机关|发文单位|发文字号|文号|成文日期|成文时间|"
    "发文日期|发文时间|发布日期|发布时间|发布人|生成日期|生成时间|公开日期|公开时间|公开方式|公开范围|公开时限|公开类型|公开目录|有效性|时效性|"
    "时效|失效日期|废止日期|生效日期|信息来源|稿件来源|文章来源|来源|作者|供稿|供稿单位|撰稿|编辑|责任编辑|责编|审核|审签|初审|复审|终审|校对|摄影|"
    "录入者|上传者|上传时间|更新时间|更新日期|日期|时间|字体|字体大小|字号|字号大小|浏览次数|浏览量|浏览|点击数|点击率|点击次数|点击|阅读次数|阅读量|阅读|"
    "访问次数|访问量|累计次数|打印|分享|分享到|名称|信息名称|标题|关键词|关键字|主题词|内容概述|内容摘要|概述|所属栏目|栏目|语种|体裁|载体类型|"
    "文件编号|信息编号|文件类型|文档格式|大小|文件大小|页数|下载次数|下载积分|所需积分|上传|视力保护色|保护视力色|公文种类|组配分类|文种|制发机关|"
    "主办单位|承办单位|主办|承办|联系电话|地址|邮编|网站标识码|技术支持|信息提供|附件|视频|相关附件|相关链接|上一篇|下一篇|上一条|下一条|推荐访问|本文标题|本文链接|文档编号|上传人|格式|载体|文档来源"
)
_SPACED_LABELS = "|".join(r"[ \u3000]*".join(label) if len(label) < 4 else label for label in LABELS.split("|"))
LABEL = re.compile(rf"(?:^|(?<=[\s【\[|｜]))[【\[]?[ \u3000]*({_SPACED_LABELS})[ \u3000]*[】\]]?[:：]")
_STARTS_WITH_LABEL = re.compile(rf"[【\[(（|｜]?[ \u3000]*({_SPACED_LABELS})[ \u3000]*[】\]]?[:：]")
_PATH = re.compile(
    r"(?:您|你)?(?:现在|当前)?(?:所在)?(?:的)?位置(?:是)?[:：]|您现在的位置|^(?:网站)?首\s?页\s*(?:$|[>＞»→/\\|·-])|^[^。，]{0,20}[>＞»][^。，]{0,30}[>＞»]"
)
_BUTTON = re.compile(
    r"^(?:(?:返回|下载|相关|举报|收藏|点赞|评论|分享|打印|海报|关闭|首页|预览)\s*)+$|扫一扫|扫码|手机(?:打开|查看|浏览)|微信扫|分享到|分享至|我要(?:纠错|打印|收藏)|返回顶部|回到顶部|【?打印(?:本页|此页|文章|文本|页面)|关闭(?:本页|窗口|页面)|"
    r"加入收藏|设为首页|无障碍|长者模式|字体[:：]?\s*[\[【]|[【\[(（]\s*(?:大\s*中\s*小|小\s*中\s*大|打印|关闭|收藏|纠错|返回)|^大\s*中\s*小$|网站地图|网站声明|版权所有|"
    r"ICP备|公网安备|网站标识码|Copyright|©|^(?:打印|关闭|分享|收藏|纠错|听新闻|放大镜|上一篇|下一篇|上一条|下一条|返回|朗读|登录|注册|搜索|微信|微博|"
    r"相关(?:文档|文章|阅读|新闻|附件|链接|推荐|信息|解读)|猜你喜欢|热门推荐|推荐阅读|为您推荐|更多|附件下载|用户评论|发表评论|政务公开|信息公开)[:：>》]*$",
    re.IGNORECASE,
)
_SHARE_WORDS = re.compile(
    r"本?文档|上传|下载|转载|传播|网友|小编|供大家参考|欢迎参考|付费|收益|版权|客服|本站|网站|会员|积分|侵权|投诉|预览|内容提供方|仅供参考|原创力|道客|豆丁|文库|任意编辑|可编辑|联系我们"
)
_SHARE_LINE = re.compile(
    r"[\d.]+\s*[KMkm][Bb]?|共?\s*\d+\s*页|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:发布|上传|更新)?|发布|上传|更新)|"
    r"\d{1,2}:\d{2}(?::\d{2})?|.{0,6}QQ[:：]?\s*\d{5,12}|\d+\s*(?:次|人)?(?:浏览|阅读|下载|收藏)(?:\s*\d+)?|Word文档|(?:下载)?(?:本|此)?文档?.{0,4}可(?:自由|任意|自行)?编辑.{0,6}|下载后可.{0,8}"
)


_DECORATION = re.compile(r"[-=_*—–•·~.◆■▲●…<>|/\\\s\[\]【】]*")


#: How a collector of samples speaks to his readers.
_INTRODUCTION = re.compile(
    r"小编.{0,40}(?:整理|收集|分享|准备|带来)|(?<!提)供(?:大家|您|你)?(?:参考|借鉴)[。!！,，]|欢迎(?:参考|阅读|大家|下载|收藏|借鉴)|由会员分享|(?:docx?|pdf|wps)(?:_第\d+页)?$|一键复制|点击查看更多|"
    r"^资源描述$|^VIP|侵权投诉|二次传播|^版权声明|网上搜索"
)
#: The body that reports speaks of its work.
_OWN_WORK = re.compile(r"工作|建设|项目|[我全本][局市县校院镇区省厅委乡村所会]")
_PERIODIC = re.compile(r"(?:19|20)\d\d年[,，]")


def is_chrome(text: str) -> bool:
    return chrome_reason(text) is not None


def chrome_reason(text: str) -> str | None:
    """Why a line is no part of a report; None where it may be one."""
    bare = without_bullet(even(text))
    if not any(sign.isalnum() for sign in bare):
        return EMPTY if _DECORATION.fullmatch(text) else None
    if len(bare) > 400:
        return None
    if _PATH.search(bare) and not ends_sentence(bare) and length(bare) < 80:
        return PATH
    labels = len(LABEL.findall(bare)) if len(bare) < 400 else 0
    if labels and _is_metadata(bare, labels):
        return ATTACHMENT if re.match(r"(?:相关)?附件|视频", bare) else METADATA
    if _BUTTON.search(bare) and not is_prose(bare):
        return BUTTONS
    return _share_reason(text, bare)


def _is_metadata(bare: str, labels: int) -> bool:
    found = _STARTS_WITH_LABEL.match(bare)
    if found is None:
        return labels > 1 and not ends_sentence(bare)
    value = bare[found.end() :].strip()
    if re.match(r"(?:相关)?附件", bare):
        return length(value) < 2
    return labels > 1 or (length(value) < 60 and not ends_sentence(value))


def _share_reason(text: str, bare: str) -> str | None:
    stripped = re.sub(r"^(?:\d{1,2}[.、]\s*)+", "", bare)
    pieces = [piece.strip() for piece in re.split("[•·|｜]", stripped)]
    if all(_SHARE_LINE.fullmatch(piece) for piece in pieces):
        return SHARED if "-" not in stripped[:5] or text != bare else METADATA
    words = len(set(_SHARE_WORDS.findall(stripped)))
    if re.match(r"网站客服|本文档", stripped):
        return SHARED
    if _INTRODUCTION.search(stripped) and length(stripped) < 260 and not _PERIODIC.match(stripped):
        return SHARED
    if ends_sentence(stripped) and _OWN_WORK.search(stripped):
        return None
    if words >= 3 or (words >= 2 and length(stripped) < 60 and "工作" not in stripped):
        return SHARED
    return None
