"""From what was planned to what was done: a plan's words without those of intention. A beginning for the clerk, not a report."""

import re
import unicodedata

from drafter.model.figure import decimal

_START = r"(?:(?<=[，。；：、,;:\n])|^)"
#: Words that only say that something is intended, wherever they stand.
_ALWAYS = re.compile(r"力争|确保|(?<!更)进一步(?=[^，。；、\s])|努力(?=[实完达推争做把使])")
#: 计划 is also what a programme is called.
_PLAN = re.compile(f"(?:(?<=全年)|(?<=年内)|(?<=今年)|{_START})计划(?=[在于年新引建出实完])")
#: 争取 is also what one does with funds: it goes only at the head of a clause that says what is reached.
_STRIVE = re.compile(
    f"{_START}争取(?=[^，。；\n]*(?:达到?|突破|超过|完成|实现|获批|建成|进入|不少于|取得|通过|落地|见效|投[产用]))"
)
#: 将 also puts an object before its verb, and 拟 is part of many words.
_SHALL = re.compile("将(?=继续|进一步|重点|全力|着力|深入|扎实|积极|坚持|围绕|紧扣|紧紧|认真|大力|持续|切实|加快|加强|加大|抓好)")
_DRAFT = re.compile(r"(?<![虚模比草])拟(?=[新于在引进建设举出安开组申推])")

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LEAST = re.compile("(?:不少于|不低于|突破|超过)$")
_MORE = re.compile(r"^([^\d，。；、]{0,5}?)(?:以上|以内|以下)")


def done(text: str, target: str | None = None, actual: str | None = None) -> str:
    """``text`` of a plan as of something done. Where the target stands in it once, the number that was reached takes its
    place; a bound before or behind it then goes.
    """
    for pattern in (_ALWAYS, _PLAN, _STRIVE, _SHALL, _DRAFT):
        text = pattern.sub("", text)
    return reached(text, target, actual) if target and actual else text


def reached(text: str, target: str, actual: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    if len(plain) != len(text):
        return text
    found = [each for each in _NUMBER.finditer(plain) if decimal(each[0].rstrip(",")) == decimal(target)]
    if len(found) != 1:
        return text
    before, after = text[: found[0].start()], text[found[0].end() :]
    after = _MORE.sub(r"\1", after)
    return f"{_LEAST.sub('达到', before)}{actual}{after}"
