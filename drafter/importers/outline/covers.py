"""The parts of a cover, told by their form (GB/T 9704-2012, 7.2 and 7.3): number, addressees, signature, date, title."""

import re

from drafter.importers.outline.signs import ends_clause, ends_sentence, length, sentence_end
from drafter.model.numbering import numeral_value
from drafter.model.ordinals import even

_YEAR_BRACKET = r"[〔\[［【（(﹝][ \u3000]*(?:19|20)\d\d[ \u3000]*(?:年)?[〕\]］】）)﹞]"
NUMBER = re.compile(rf"[\u4e00-\u9fffA-Za-z]{{1,16}}[ \u3000]*{_YEAR_BRACKET}[ \u3000]*第?[ \u3000]*\d{{1,5}}[ \u3000]*[号期]")
_SIGNER = re.compile(r"[ \u3000]*签[ \u3000]*发[ \u3000]*人[:：][ \u3000]*[\u4e00-\u9fff· \u3000]{2,20}$")
_CHINESE_DIGIT = "[〇○Ｏ0零一二三四五六七八九]"
_DATE = re.compile(
    r"((?:19|20)\d\d)[ \u3000]*[年.\-/．－][ \u3000]*(\d{1,2})[ \u3000]*(?:[月.\-/．－](?:[ \u3000]*(\d{1,2})[ \u3000]*日?)?)?"
    rf"|((?:[一二]|19|20){_CHINESE_DIGIT}{{2,3}})年([元正]|[一二三四五六七八九十]{{1,3}})月(?:([一二三四五六七八九十]{{1,3}})日?)?"
)
_FULL_DATE = re.compile(
    r"[（(]?[ \u3000]*(?:(?:19|20)[ \u3000]*\d[ \u3000]*\d[ \u3000]*年[ \u3000]*\d{1,2}[ \u3000]*月(?:[ \u3000]*\d{1,2}[ \u3000]*日)?|(?:19|20)\d\d[.\-/．－]\d{1,2}[.\-/．－]\d{1,2}"
    rf"|(?:[一二]|19|20){_CHINESE_DIGIT}{{2,3}}年[元正一二三四五六七八九十]{{1,3}}月(?:[一二三四五六七八九十]{{1,3}}日)?)[ \u3000]*[）)]?"
)
_BODY = (
    "局|委|委员会|办公室|办|厅|部|处|科|室|中心|院|所|站|队|大队|支队|总队|社|馆|台|校|学校|中学|小学|大学|学院|幼儿园|医院|公司|集团|银行|法院|检察院|政府|街道|镇|乡|村|社区|"
    "支部|总支|党委|党组|党工委|工委|协会|学会|联合会|工会|团委|妇联|残联|商会|研究会|促进会|基金会|理事会|秘书处|组|管委会|园区|区|县|市|省|常委会|政协|人大|纪委|监委|"
    "管理局|分局|总局|公安局|署|总署"
)
_BODY_NAME = re.compile(
    rf"[（(]?[\u4e00-\u9fffA-Za-z×X0-9 \u3000、·“”]{{1,38}}(?:{_BODY})(?:[（(](?:公章|盖章|章)[）)])?[）)]?(?:[ \u3000]+[\u4e00-\u9fff]{{2,4}})?"
)
_PERSON = re.compile(
    r"(?:(?:汇报|报告|述职|总结|发言)人|主讲|姓名|执笔人?|撰稿人?|单位)[:：]?[ \u3000]*[\u4e00-\u9fff·×X ]{2,24}|[（(][\u4e00-\u9fff ]{2,20}[）)]"
)
_NOTICE_TITLE = re.compile(r"关于.{0,4}(?:印发|转发|下发|报送|上报|发布|公布|呈报).{2,90}(?:通知|函|请示|报告|公告)[\s》]*$")
_NOTICE_TEXT = re.compile(
    r"印发给?你们|现予?印发|现将.{2,80}(?:印发|报送|呈报|上报|报上)|请.{0,16}(?:贯彻|遵照|结合实际|审阅|审示)|随文|予以印发"
)
_LEAD_TEXT = re.compile(
    r"如下[:：]|汇报[:：]|总结[:：]|报告[:：]|打算[:：]|安排[:：]|情况[:：]|主要是[:：]|方面[:：]|工作[:：]|表现在"
)
_ADDRESSED = re.compile(
    rf"(?:尊敬的|敬爱的|各位|同志们|同学们|老师们|代表们?|委员|领导|主任|{_BODY}|单位|部门|机构|企业|学校|同志|朋友们?|大家好|先生|女士|股东|会员|理事|部委)[^，。；]{{0,12}}[:：!！]$"
)

#: Notes under a document (GB/T 9704-2012, 7.3.5 and 7.4): contact, disclosure, copies, printing.
_NOTE = re.compile(
    r"[（(].{0,4}(?:联系人|联系电话|电话|此件|公开发布|主动公开|依申请公开|不予公开).{0,60}[)）]|(?:抄送|抄报|主题词|联系人|印发单位)[:：].{1,120}|"
    r".{2,30}(?:办公室|秘书科|秘书处|综合科)[ \u3000]*(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发|共印\d+份|[（(]?(?:此件)?(?:主动|依申请)公开[)）]?"
)

#: What a summary or a plan is called, at the end of its title.
_GENRES = "总结|小结|打算|计划|要点|汇报|情况|报告|安排|思路|规划|述职|材料|回顾|展望|举措|设想|谋划|目标|部署|任务|工作|讲话|发言|年报|综述|简报|自评|纪实|盘点|成绩单|成效"
_TITLE = re.compile(
    rf"(?:{_GENRES})(?:的?(?:{_GENRES}|通报|函|请示|公示|通知))*"
    r"(?:范文|模板|范本|样本|稿|例文|格式|[ \u3000]*\d{1,2})*[ \u3000]*(?:[（(【\[][^）)】\]]{1,24}[）)】\]])*$"
)
_TITLE_LENGTH = 90


def is_number(text: str) -> bool:
    """A number alone, or with 签发人 beside it (GB/T 9704-2012, 7.2.6)."""
    return NUMBER.fullmatch(_SIGNER.sub("", even(text).strip().strip("【】"))) is not None


def is_date(text: str) -> bool:
    """A date and nothing else, in brackets or not; a month alone is enough."""
    return len(text) < 40 and _FULL_DATE.fullmatch(even(text).strip()) is not None


def find_date(text: str) -> tuple[int, int, int | None] | None:
    """(year, month, day) of the first date in ``text``; the day is None where only a month is given."""
    for found in _DATE.finditer(even(text)):
        if found[1]:
            year, month, day = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
        else:
            year, month, day = _chinese_year(found[4]), _small(found[5]) or 0, _small(found[6])
        if 1 <= month <= 12 and (day is None or 1 <= day <= 31) and 1980 <= year <= 2100:
            return year, month, day
    return None


def _chinese_year(text: str) -> int:
    digits = "".join(str("零一二三四五六七八九".find(sign.translate(_ZEROS))) if not sign.isdigit() else sign for sign in text)
    return int(digits) if len(digits) == 4 and digits.isdigit() else 0


_ZEROS = str.maketrans("〇○Ｏ0", "零零零零")


def _small(text: str | None) -> int | None:
    return None if text is None else 1 if text in "元正" else numeral_value(text)


def is_body_name(text: str) -> bool:
    """The name of a public body, alone on its line."""
    return 3 < length(text) < 50 and not ends_clause(text) and _BODY_NAME.fullmatch(text.strip()) is not None


def is_byline(text: str) -> bool:
    return is_body_name(text) or (length(text) < 30 and _PERSON.fullmatch(text.strip()) is not None)


def is_note(text: str) -> bool:
    """A note beside the document: who to ask, who gets a copy, who printed it."""
    return length(text) < 130 and _NOTE.fullmatch(even(text).strip()) is not None


def is_addressees(text: str) -> bool:
    """Those a document is sent to: ends with a colon, names bodies or people, says nothing yet."""
    bare = text.strip()
    return (
        bare[-1:] in (":", "：", "!", "！")
        and length(bare) < 200
        and sentence_end(bare[:-1]) < 0
        and not _LEAD_TEXT.search(bare[-16:])
        and _ADDRESSED.search(bare) is not None
    )


def is_notice_title(text: str) -> bool:
    return length(text) < 120 and not ends_sentence(text) and _NOTICE_TITLE.search(text) is not None


def is_notice_text(text: str) -> bool:
    return length(text) < 300 and _NOTICE_TEXT.search(text) is not None


def is_title(text: str) -> bool:
    """A line that ends with what a report calls itself. A label before it, or a full stop inside, makes it none."""
    bare = text.strip()
    if not 4 <= length(bare) <= _TITLE_LENGTH or ends_clause(bare) or bare[-1:] in "，,、":
        return False
    return _TITLE.search(bare[-60:]) is not None and sentence_end(bare.replace("：", "")) < 0 and "，" not in bare[12:]


def split_number(text: str) -> tuple[str, str, str] | None:
    """(number, mark, title) of a line such as 某科发〔2022〕16号：关于印发…的通知."""
    found = NUMBER.match(even(text))
    if found is None or found.end() == len(text):
        return None
    rest = text[found.end() :].lstrip(" \u3000:：")
    mark = "".join(text[found.end() : len(text) - len(rest)].split())
    return (text[: found.end()], mark, rest) if is_notice_title(rest) or is_title(rest) else None
