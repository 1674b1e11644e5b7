"""Which body a report is by: its signature says so, else its title, else the web page it stood on, else its opening words."""

import re

from drafter.importers.outline.covers import is_body_name
from drafter.model.ordinals import even

#: Names of bodies that may stand before 工作总结: no kind of work is called so.
_BODIES = (
    "委员会|管委会|居委会|村委会|常委会|办公室|办事处|人民政府|政府|教育局|局|委|厅|总署|学校|中学|小学|大学|学院|幼儿园|党校|医院|卫生院|研究院|法院|检察院|"
    "公司|集团|银行|合作社|联合社|协会|学会|联合会|研究会|促进会|商会|基金会|工会|妇联|团委|残联|科协|文联|侨联|工商联|红十字会|党支部|支部|党总支|总支|"
    "党委|党组|党工委|街道|社区|图书馆|档案馆|博物馆|文化馆|体育馆|纪念馆|美术馆|中心|支队|大队|总队|监狱|电视台|广播站|水文站|气象台|出版社|报社|旅行社"
)
#: Names of places and of smaller bodies: they are the unit only where the period or 关于 follows at once.
_PLACES = "部|院|镇|乡|村|县|区|市|省|处|科|室|所|站|队|社|馆|台"
_NAME = r"(?:(?!关于|[上下]半年)[\u4e00-\u9fffA-Za-z×X*（）()、0-9]){1,28}?"
_PERIOD = r"(?:(?:19|20)\d\d|二〇|二○|一九|二零)"
_TITLE = re.compile(
    rf"(?:关于)?(?:{_PERIOD}[^年]{{0,3}}年?(?:度|上半年|下半年|半年)?)?"
    rf"(?P<unit>{_NAME}(?:(?:{_BODIES})(?=关于|{_PERIOD}|[上下]?半年|年度|年终|第|工作|述职|全年|近)|(?:{_PLACES})(?=关于|{_PERIOD}|[上下]半年|年度)))"
)
_OPENING = re.compile(
    rf"(?:(?:19|20)\d\d年(?:度|以来|上半年)?[，,]?|今年(?:以来)?[，,]?|一年来[，,]?|上半年[，,]?)*"
    rf"(?P<unit>{_NAME}(?:{_BODIES}))(?=坚持|认真|深入|紧紧|紧扣|围绕|全面|按照|切实|积极|在[^，。]{{2,30}}(?:领导|指导|支持|帮助)下)"
)
#: Words that say whose, and no name.
_NO_NAME = re.compile(
    r"^(?:[我本各该全]|县委|市委|省委|区委|关于|在|按照|根据|以|对|为)|工作|总结|报告|[（(][^）)]*$|^[^（(]*[）)]"
)
#: 某镇人民政府镇长　王海
_HEAD = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:代?[省市区县镇乡]长|书记|主任|局长|院长|校长|会长)[ \u3000]*[\u4e00-\u9fff \u3000]{2,5}$"
)
_LABELS = (
    "发布机构",
    "发文机关",
    "制发机关",
    "发文单位",
    "发布单位",
    "发布部门",
    "信息来源",
    "稿件来源",
    "文章来源",
    "来源",
    "供稿单位",
    "作者",
)


def find_unit(signature: str, title: str, metadata: dict[str, str], opening: str) -> str:
    """The body's name, the fullest of those that agree (县水利局 and 石埠县水利局); "" where nothing certain says it."""
    label = next((value for name in _LABELS if is_body_name(value := metadata.get(name, ""))), "").strip()
    found = [name for name in (_signed(signature), _matched(_TITLE, title), label) if name]
    if not found:
        return _matched(_OPENING, opening[:80])
    return max((name for name in found if name.endswith(found[0])), key=len)


def _signed(signature: str) -> str:
    """A person who signs stands for the body that he heads; a remark in brackets is no unit."""
    name = _HEAD.sub("", re.sub(r"[（(](?:公章|盖章|章)[）)]$", "", signature.strip()))
    return name if is_body_name(name) and name[0] not in "（(" else ""


def _matched(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(even("".join(text.split())))
    name = found["unit"] if found else ""
    return name if len(name) > 2 and _NO_NAME.search(name) is None else ""
