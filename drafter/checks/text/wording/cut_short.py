"""A paragraph that stops before its sentence does."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.rule import GENRE, Rule
from drafter.model.words import Both

RULES = (
    Rule(
        "cut-short",
        "warning",
        Both("段落没有写完", "Paragraph cut short"),
        Both(
            "段末没有句号，多半是复制时漏了半句，或者写到一半停下了。",
            "A paragraph without a full stop often lost half a sentence in copying.",
        ),
        GENRE,
        "一是加强学籍管理，规范办理转学手续。⏎二是加强食堂管理，落实陪餐制度，",
        "一是加强学籍管理，规范办理转学手续。⏎二是加强食堂管理，落实陪餐制度。",
    ),
)

_ENDS, _PAUSES = "。！？；：…—.!?;:", "，、"
_MARKS = frozenset(f"{_ENDS}{_PAUSES},)）")
_CLOSING = " \u3000”’》〉」』"
_SHORT = 12
#: A line of one sentence that is no longer may be a heading.
_HEADING = 30
#: So many paragraphs may lack their end mark by a slip; more are a way of writing.
_SLIPS = 1
#: Of ten paragraphs of a kind so many must have an end mark before its lack says anything.
_MOST = 0.7
#: How no sentence ends: with what leads on to more, or with a verb or an adverb that still wants something.
_LEADS_ON = re.compile(
    "(?:[，,](?:由于|因为|为了|随着|以及|围绕|针对|按照|根据|对于|关于|特别是|尤其是|包括|其中|如|比如|例如|但|而|并|同时|此外|另外|从而|进而|通过|在|并在|且)[^，。；：,;:“”]{0,10}"
    "|[的地着把被将使让对向从在以和与及并且为于或等各]|[止定决升高少大进展成动升实解]了|(?:不断|进一步|切实|大力|积极|部分|重点|逐步|有效|着力|努力|全力|着重)"
    "(?:推动|推进|促进|提升|提高|加强|增强|围绕|解决|改善|完善|落实|优化|深化|防止|减少|扩大|保障|实现|形成|打造|开展|加大|做好|抓好)?|以及[^，。；：,;:]{1,8})$"
)
#: A remark at the end: （责任单位：教育股）.
_REMARK = re.compile(r"（[^（）]{1,60}）$")
#: Lines beside the text: 附件：…, 联系人：….
_BESIDE = re.compile(r"附件?[0-9：]|注：|备注|联系|抄[送报]|主题词|地址|电话|来源|报送|[\u4e00-\u9fff]{2,4}单位：|（|—")
_LAST_WORDS = re.compile(r"[^，。；：、,;:]{1,12}[，、：,:]?$")
_PROSE = ("lead", "para", "point")


class _End(NamedTuple):
    """A paragraph of prose; ``mark``: the sign that it ends with, if that is a mark."""

    start: int
    text: str
    role: str
    mark: str


def check(manuscript: Manuscript) -> Iterator[Finding]:
    prose = (_read(start, each) for start, each in manuscript.numbered if _is_prose(each, manuscript.foreign))
    ends = [end for end in prose if len(end.text) >= _SHORT]
    final = max((start for start, each in manuscript.numbered if not each.kind), default=0)
    kinds: Counter[str] = Counter(end.role for end in ends)
    ended: Counter[str] = Counter(end.role for end in ends if end.mark)
    whole: list[_End] = []
    for number, end in enumerate(ends):
        last = end.start == final
        if end.mark in tuple(_PAUSES) or (last and end.mark in ("：", ":")):
            yield _pausing(end)
        elif not end.mark:
            usual = ended[end.role] >= _MOST * (kinds[end.role] - 1)
            broken_off = last and ended.total() >= _MOST * (kinds.total() - 1)
            if broken_off or _leads_on(end):
                yield _stopping(end)
            elif usual and _is_sentence(end) and not _in_list(ends, number):
                whole.append(end)
    yield from map(_stopping, whole if len(whole) <= _SLIPS else ())


def _is_prose(paragraph: Paragraph, foreign: bool) -> bool:
    """Whether it is text of the report. The title of a run-in heading is such only where its text follows in the paragraph."""
    prose = paragraph.role in _PROSE or (foreign and paragraph.role == "run-in")
    return prose and not paragraph.kind and "\t" not in paragraph.text and not _BESIDE.match(paragraph.text)


def _read(start: int, paragraph: Paragraph) -> _End:
    text = paragraph.text.rstrip(_CLOSING)
    bare = _REMARK.sub("", text.replace("(", "（").replace(")", "）")) if text[-1:] in (")", "）") else text
    bare = bare.rstrip(_CLOSING)
    mark = bare[-1:] if bare[-1:] in _MARKS else ""
    return _End(start, text, paragraph.role, "，" if mark == "," else mark)


def _is_sentence(end: _End) -> bool:
    """Whether it has clauses, and is no heading that has them."""
    return "，" in end.text and (end.role != "para" or len(end.text) >= _HEADING or "。" in end.text)


def _leads_on(end: _End) -> bool:
    """Whether what stands after its last comma cannot be all."""
    return ("，" in end.text or "," in end.text) and _LEADS_ON.search(end.text) is not None


def _in_list(ends: Sequence[_End], number: int) -> bool:
    """Whether a neighbour of the same kind has no end mark either, as all items of a list may have none."""
    around = (other for other in (number - 1, number + 1) if 0 <= other < len(ends))
    return any(not ends[other].mark and ends[other].role == ends[number].role for other in around)


def _pausing(end: _End) -> Finding:
    return _finding(
        end,
        lambda words: Both(f"段落以“{end.mark}”结束：“……{words}”。", f"The paragraph ends with “{end.mark}”: “…{words}”."),
        Both("补上后面的话，或者把末尾的标点改为句号。", "Put in what follows, or end it with a full stop."),
    )


def _stopping(end: _End) -> Finding:
    return _finding(
        end,
        lambda words: Both(f"段末没有句号，像是没有写完：“……{words}”。", f"The paragraph ends without a full stop: “…{words}”."),
        Both("核对后面有没有漏掉的话；写完了就补上句号。", "See whether something is missing; if not, put a full stop."),
    )


def _finding(end: _End, said: Callable[[str], Both], fix: Both) -> Finding:
    found = _LAST_WORDS.search(end.text)
    first = found.start() if found else 0
    return Finding("cut-short", end.start + first, end.start + len(end.text), said(end.text[first:]), fix)
