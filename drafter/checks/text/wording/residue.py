"""What came along from where a text was copied: buttons and notices of web pages and share sites, HTML, Markdown, a chat."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, Place, counted, quoted, together
from drafter.checks.manuscript import Manuscript, evened
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "residue",
        "warning",
        Both("复制残留", "Residue of copying"),
        Both(
            "从网页、文档分享网站或聊天窗口复制来的按钮、说明和代码不是报告的内容，留着就看出是抄的。",
            "Buttons, notices and code of the page that a text was copied from are no part of the report.",
        ),
        GENRE,
        "全年修订镇志三卷。下载后可任意编辑",
        "全年修订镇志三卷。",
    ),
)

#: Kinds of what an importer leaves out that a reader of the document would see and mind.
_LEFT_BY_SITES = ("网页", "文档分享网站", "分享网站", "附件、视频")

_SHARED = (
    r"下载后[可能](?:任意|自由|自行|直接|随意)?(?:编辑|修改|使用)|(?:可|任意|自由)编辑(?:版|文档|Word)|[本该此]文档?由.{0,16}?(?:上传|整理|收集|提供|分享)"
    r"|(?:文档|本文|文章|内容|作品).{0,6}版权归.{0,12}|版权归(?:原?作者|内容提供|本站|网站|上传|本网).{0,8}|收益.{0,4}归.{0,8}所有"
    r"|(?:淘文库|豆丁网|道客巴巴|原创力文档|人人文库|百度文库|金锄头文库|第一范文网|公文网|秘书网|文秘网)"
    r"|(?:如有|若有|如涉及?)侵权.{0,12}(?:删除|联系|处理)|转载请(?:注明|保留|联系)(?:出处|来源)?|仅供(?:大家|您)?(?:学习)?参考(?:使用|学习|借鉴)"
    r"|小编(?:整理|为|给|带|今天|收集|推荐|精心|分享|就|特地|在此|和|，)|点击(?:此处|这里)?下载(?=全文|附件|原文|文档|[Ww]ord|此|[。！]?$)|点击(?:查看|展开|阅读)(?:更多|全文|原文)|(?:下载|查看)更多(?:范文|文档|资料)"
    r"|篇(?<=[\n【（]篇)[一二三四五六七八九十0-9]{1,2}[】）：]|更多(?:精彩)?内容.{0,4}(?:请|敬请|欢迎)?关注|(?:更多|相关)(?:相关)?(?:范文|文档|工作总结).{0,6}(?:请关注|请访问|尽在|推荐|点击)"
)
_PAGE = (
    r"(?:责任编辑|责编|编辑|值班编辑|网络编辑)：.{0,8}|字[体号]：[ \u3000]*[【\[]?[ \u3000]*大|【(?:字体|字号|打印|关闭|收藏|我要纠错).{0,10}|[【\[（]大[ \u3000]*中[ \u3000]*小[】\]）]?|打印本[页文]|关闭(?:本页|窗口)|返回(?:顶部|首页|列表)"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)：[ ]*[0-9]*|(?:发布|更新)(?<![\u4e00-\u9fff]..)(?:时间|日期)：[ ]*[0-9].{0,18}|(?:文章|信息|稿件|新闻)来源：[^，。；\n]{2,16}(?=$|[ \u3000）】])|(?:来源|稿源)(?<![\u4e00-\u9fff]..)：[^，。；\n]{2,16}(?=$|[ \u3000）】])"
    r"|[上下]一[篇条]：.{0,20}|分享到：.{0,10}|(?:当前|所在|您的|现在的)位置：.{0,20}|加入收藏|设为首页|网站地图|ICP备|公网安备|版权所有(?![者权人])"
    r"|微信扫一扫|扫码(?:关注|添加|加)[^，。\n]{0,10}(?:获取|领取|查看|下载)更多(?:范文|资料|模板|文档|素材)|扫一扫(?=[^“”。，\n]{0,6}(?:手机|打开|关注|分享|当前页|访问))|(?:长按|扫描)(?:识别)?(?:下方|上方|右侧|左侧|图中)?二维码(?:关注|下载|查看|添加)(?=我们|本|公众号|更多|$)"
)
_CODE = r"&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|middot|hellip|ensp|emsp|times|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});?|</?(?:br|p|div|span|strong|b|i|u|em|a|img|table|tbody|tr|td|th|font|h[1-6]|li|ul|ol|section|style|o:p)(?: [^<>\n]{0,120})?/?>"
_MARKDOWN = r"\*\*(?![省市县区镇乡村局年月日])[^*\n]{1,80}\*\*(?!\*)|#(?<=\n#)#{0,5}(?= ?[\u4e00-\u9fff0-9（(])|```|\[[^\]\n]{1,60}\]\((?:https?:|/)[^)\n]{1,200}\)"
_CHAT = (
    r"(?:以上|本文|上述)内容(?:均)?由[^，。\n]{0,8}(?:AI|人工智能|大模型)[^，。\n]{0,6}生成|作为(?:一[个名款])?(?:AI|人工智能)(?:助手|语言模型|模型)|好的(?<=\n好的)[，！].{0,40}|当然(?<=\n当然)(?:可以)?[，！].{0,40}|以下是(?:一[份篇]|为您|为你|根据您|根据你).{0,30}|希望(?:以上|这[份篇个]|上述).{0,24}(?:有所帮助|有帮助|帮到|满意|符合您)"
    r"|(?:您|你)可以?根据(?:实际|具体|自身|自己).{0,10}(?:修改|调整|补充|增删)|如(?:果)?(?:您|你)?(?:还)?(?:有|需要).{0,20}请(?:随时)?(?:告诉|告知|联系)我|请(?:您|你)?根据实际情况(?:修改|调整|填写|补充|替换)"
)
_URL = r"https?://[\w./?=&%#:~+\-]+|www\.(?<![\w.]www\.)[\w./?=&%#\-]+"
_PICTURES = (
    r"\U0001f300-\U0001faff\u2705\u274c\u274e\u2b50\u2728\u26a1\u2757\u2753\u2764\u270a\u270c\u2795\u27a1\u2b06\u2b07\u2b05"
)
_EMOJI = rf"[{_PICTURES}]\ufe0f?|[0-9]\ufe0f?\u20e3"
_TITLE = re.compile(
    r"范文稿?|模板|范本|样本|(?:精选|通用|最新|合集|汇编|优秀)?[（(]?(?:[0-9]+|[一二三四五六七八九十]{1,2})篇[）)]?$|[（(](?:精选|通用|最新|优秀)[^）)]{0,6}[）)]"
)


class _Kind(NamedTuple):
    """``even``: whether the width of marks is no matter."""

    zh: str
    en: str
    pattern: re.Pattern[str] | Led
    even: bool = True
    severity: Severity = "warning"


_KINDS = (
    _Kind(
        "文档分享网站的说明",
        "a notice of a share site",
        Led("下可任自本该此文内作版收淘豆道原人百金第公秘如若转仅小点查篇更相", _SHARED, re.M),
    ),
    _Kind(
        "网页上的栏目和按钮",
        "a label or button of a web page",
        Led("责编值网字【\\[（打关返浏阅点访发更文信稿新来上下分当所您现加设I公版微扫长", _PAGE, re.M),
    ),
    _Kind("网页代码", "HTML", re.compile(_CODE), even=False),
    _Kind("Markdown 标记", "Markdown", re.compile(_MARKDOWN, re.M), even=False),
    _Kind("聊天机器人的话", "what a chat program says", Led("作好当以本上希您你如请", _CHAT, re.M)),
    _Kind("网址", "a web address", re.compile(_URL), even=False, severity="info"),
    _Kind("表情符号", "an emoji", Led(rf"{_PICTURES}0-9", _EMOJI), even=False, severity="info"),
)
#: What HTML means by these; tags mean no words.
_PLAIN = {"&nbsp": " ", "&ensp": " ", "&emsp": " ", "&amp": "&", "&lt": "<", "&gt": ">", "&middot": "·", "&mdash": "—"}
_FIX = Both("不是报告的内容就删去。", "Delete it, unless it is part of the report.")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    for kind in _KINDS:
        text = manuscript.text if kind.even else manuscript.raw
        yield from _told(kind, text, [(found.span(), _mended(found)) for found in kind.pattern.finditer(text)])
    for offset, title in manuscript.of_role("title"):
        named = _TITLE.search(title.text)
        if named:
            yield _in_title(named, offset)
    yield from _left_out(manuscript)


def _mended(found: re.Match[str]) -> tuple[int, int, str] | None:
    """Code and marks of emphasis go, or give way to what they mean; of the rest nobody knows where it ends."""
    words = found[0]
    if words.startswith("**"):
        return (*found.span(), words.strip("*"))
    if words.startswith("<"):
        return (*found.span(), "")
    plain = _PLAIN.get(words.rstrip(";"))
    return None if plain is None else (*found.span(), plain)


def _told(kind: _Kind, text: str, places: list[Place]) -> Iterator[Finding]:
    if places:
        start, end = places[0][0]
        shown, more = quoted(text[start:end]), counted(len(places))
        message = Both(f"“{shown}”{more.zh}是{kind.zh}，不像报告的内容。", f"“{shown}”{more.en}: {kind.en}, no part of a report.")
        for finding in together("residue", places, lambda _: message, _FIX):
            yield finding._replace(severity=kind.severity)


def _in_title(named: re.Match[str], offset: int) -> Finding:
    return Finding(
        "residue",
        offset + named.start(),
        offset + named.end(),
        Both(f"标题里有“{named[0]}”，是范文网站的说法。", f"“{named[0]}” in the title is how sites with sample texts put it."),
        Both("从标题中删去，并核对正文是不是本单位的。", "Delete it, and see whether the text is your own."),
    )


def _left_out(manuscript: Manuscript) -> Iterator[Finding]:
    """One finding for each kind of what was beside the report in the document."""
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for index, left in enumerate(manuscript.residue, len(manuscript.paragraphs)):
        # Whole sentences about 侵权 or 下载 may have been taken for residue by mistake.
        if left.kind.startswith(_LEFT_BY_SITES) and (not left.text.endswith("。") or _told_apart(left.text)):
            kinds[left.kind].append(index)
    for kind, indexes in kinds.items():
        start = manuscript.starts[indexes[0]]
        words = manuscript.at(start).text
        first, last = _told_apart(words) or (0, len(words))
        shown, more = quoted(words[first:last]), counted(len(indexes))
        yield Finding(
            "residue",
            start + first,
            start + last,
            Both(f"“{shown}”{more.zh}是{kind}，不是报告的内容。", f"“{shown}”{more.en} was left by a web page or a share site."),
            _FIX,
        )


def _told_apart(words: str) -> tuple[int, int] | None:
    """Where in a line that which shows its origin stands."""
    found = (each for kind in _KINDS for each in kind.pattern.finditer(evened(words) if kind.even else words))
    first = next(found, None)
    return first.span() if first else None
