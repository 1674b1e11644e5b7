"""Signs of a text that every step asks for: where a sentence ends, how wide a line is, where the gaps are."""

import re
import unicodedata

from drafter.model.ordinals import even
from drafter.model.text import fold

#: White space that a text may be glued together with; line ends never reach this package.
GAP = re.compile(r"[^\S\n]+")
_CLOSING = "”’）)》〉」』】]\"'"
_ENDS = "。！？!?…"
_PAUSES = "；;：:，,、"
#: A full stop typed as a dot: after a Chinese sign, and not before a digit.
_SENTENCE_END = re.compile(r"[。！？!?；;]|(?<=[\u4e00-\u9fff”）)])[.．](?![\d.．])")
#: Signs without width; a line of nothing else is empty to the eye.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\ufeff"
#: A remark in brackets after the last full stop: （责任科室：基教科）
_AFTERWORD = re.compile(r"[。！？；][（(【][^（()）【】]{1,60}[)）】]\s*$")
_BULLET = re.compile(r"^[\s•·●■◆★▲▪►→\-*\u200b\ufeff]+")


#: The traditional signs among the words that tell a part.
_TRADITIONAL = str.maketrans(
    "問題總結計劃設後來開進績顧難經驗體會實報匯壓點導對規標務參與現狀環節縮過爲應該舉動業進辦強調項續歷挑戰階據訓錯誤優勢領",
    "问题总结计划设后来开进绩顾难经验体会实报汇压点导对规标务参与现状环节缩过为应该举动业进办强调项续历挑战阶据训错误优势领",
)


def simplified(text: str) -> str:
    """Half-width digits and the simplified form of the signs that telling words are written with."""
    return even(text).translate(_TRADITIONAL)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a full stop or its like, closing quotes and brackets passed over."""
    if _AFTERWORD.search(text[-80:]):
        return True
    bare = text.rstrip().rstrip(INVISIBLE)[-8:]
    while bare and bare[-1] in _CLOSING:
        bare = bare[:-1].rstrip()
    if not bare:
        return False
    return bare[-1] in _ENDS or (bare[-1] in ".．" and len(bare) > 1 and "\u4e00" <= bare[-2] <= "\u9fff")


def ends_clause(text: str) -> bool:
    """Whether ``text`` ends with any mark that a finished line may end with: a full stop, a semicolon or a colon."""
    return ends_sentence(text) or text.rstrip()[-1:] in tuple("；;：:")


def sentence_end(text: str, start: int = 0) -> int:
    """Where the first sentence of ``text`` ends (after its mark and closing quotes); -1 if no mark ends it."""
    found = _SENTENCE_END.search(text, start)
    if found is None:
        return -1
    end = found.end()
    while end < len(text) and text[end] in "”’」』":
        end += 1
    return end


def is_prose(text: str) -> bool:
    """Whether ``text`` reads like running text: it has a comma or a full stop, and some length."""
    return len(text) > 15 and re.search(r"[，,。；;！？]", text) is not None


def columns(text: str) -> int:
    """Display width: wide signs take two columns."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def wide_columns(text: str) -> int:
    """Display width where quotes, dashes and circled numbers take two columns too, as they take two bytes in GB 2312."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def typeset(text: str) -> int:
    """Display width as it was before full-width punctuation was turned into half-width: marks count as wide."""
    return columns(text) + sum(text.count(mark) for mark in ",;:()!?")


def without_bullet(text: str) -> str:
    return _BULLET.sub("", text)


def length(text: str) -> int:
    """Signs without white space."""
    return len(fold(text))


def balanced(text: str) -> bool:
    """Whether brackets and quotes opened in ``text`` are closed in it."""
    return all(text.count(left) == text.count(right) for left, right in ("（）", "()", "《》", "“”", "【】", "〔〕"))
