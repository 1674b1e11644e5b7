"""What to mend in a Word file before it becomes a base: faces that the standard does not name, body text that looks like no body
text, copies of text boxes that differ, fields where none is looked for. Nothing here stops a document.
"""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.model.problem import Place, Problem, Severity
from drafter.model.words import NOTHING, Both
from drafter.render.docx.letterhead import Letterhead, Looked
from drafter.render.docx.place import look
from drafter.render.measures import BODY_FACE, FIRST_FACE, LATIN, NUMBER_FACE, SECOND_FACE, STAND_INS, TITLE_FACE

#: The faces of GB/T 9704-2012 and of its custom, and what stands in for them.
STANDARD = frozenset(
    {
        BODY_FACE,
        FIRST_FACE,
        LATIN,
        NUMBER_FACE,
        SECOND_FACE,
        TITLE_FACE,
        *STAND_INS,
        *(face for faces in STAND_INS.values() for face in faces),
    }
)
_BODY_FACES = frozenset({BODY_FACE, *STAND_INS[BODY_FACE], *STAND_INS["仿宋"]})
_FACE = re.compile(r'w:eastAsia="([^"]*)"')
_FONTS = re.compile(r"<w:rFonts\b[^>]*>")
_SIZE = re.compile(r'<w:sz w:val="(\d+)"')
_STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]*)".*?</w:style>', re.DOTALL)
_BASED = re.compile(r'<w:basedOn w:val="([^"]*)"')
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b[^>]*\bw:author=")
_BODY_SIZE = 32  # half-points: 三号


def inspected(looked: Looked) -> Iterator[Problem]:
    """What can be said of a file whether or not it can be used."""
    yield from _copies(looked)
    known = {sheet.name for sheet in looked.sheets}
    reached = [
        name for name, data in sorted(looked.plain.items()) if name.endswith(".xml") and name not in known and b"{{" in data
    ]
    if reached:
        listed = "、".join(reached)
        yield _problem(
            looked.file,
            "field-out-of-reach",
            Both(f"{listed} 里的花括号不会替换。", f"Braces in {listed} are not replaced."),
            Both("域写在正文、表格、文本框、页眉页脚里。", "Put fields into text, tables, text boxes, headers or footers."),
            "warning",
        )
    if tracked := [sheet.name for sheet in looked.sheets if _TRACKED.search(sheet.data)]:
        listed = "、".join(tracked)
        yield _problem(
            looked.file,
            "base-tracked",
            Both(
                f"文件里有没接受的修订（{listed}），会原样带进文档；删掉的字里的域不替换。",
                f"The file has tracked changes ({listed}), which go into documents; fields in what was deleted are not replaced.",
            ),
            Both("在 Word 里“审阅—接受—接受所有修订”，再保存。", "In Word, accept all changes (Review), and save."),
        )
    used = "".join(sheet.data.decode("utf-8", "replace") for sheet in looked.sheets)
    strange = sorted(set(_FACE.findall("".join(_FONTS.findall(used)))) - STANDARD)
    if strange:
        listed = "、".join(strange)
        yield _problem(
            looked.file,
            "base-font",
            Both(f"这些字体不在公文格式的标准里：{listed}。", f"Faces that the standard does not name: {listed}."),
            Both("有意用的就不管；换一台电脑可能没有这些字体。", "Leave them if they are meant; another computer may lack them."),
            "info",
        )


def _copies(looked: Looked) -> Iterator[Problem]:
    """Word keeps a text box twice, the second time for old programs: a program that knows one only would show its own."""
    boxes: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for sheet in looked.sheets:
        for paragraph, fields in sheet.paragraphs:
            if paragraph.box:
                boxes[paragraph.copy].update(field.words for field in fields)
    if boxes[1] and boxes[0] != boxes[1]:
        listed = "、".join(sorted((boxes[0] - boxes[1]) + (boxes[1] - boxes[0])))
        yield _problem(
            looked.file,
            "box-copies-differ",
            Both(
                f"文本框在文件里存了两份，两份不一样：{listed}。",
                f"The file keeps a text box twice, and the two differ: {listed}.",
            ),
            Both("在 Word 里把这个文本框重新写一遍，再保存。", "Type the text box anew in Word, and save."),
            "warning",
        )


def text_look(looked: Looked, head: Letterhead) -> Iterator[Problem]:
    """Whether body text will be 三号仿宋, as the place for it is (7.3.3)."""
    styles = next(data for name, data in looked.plain.items() if name.endswith("styles.xml")).decode("utf-8", "replace")
    place = look(head.main.data[head.place.start : head.place.end])[0]
    chain = list(_chain(place, {found[1]: found[0] for found in _STYLE.finditer(styles)}))
    chain.append(styles.partition("<w:docDefaults>")[2].partition("</w:docDefaults>")[0])
    size = next((int(found[1]) for each in chain if (found := _SIZE.search(each))), 20)
    fonts = next(
        (found[0] for each in chain if (found := _FONTS.search(each)) and "eastAsia" in found[0].replace('"eastAsia"', "")), ""
    )
    face = (_FACE.search(fonts) or ["", ""])[1]
    if size == _BODY_SIZE and face in _BODY_FACES:
        return
    said = face or "主题字体"
    yield _problem(
        looked.file,
        "base-text-look",
        Both(
            f"正文会照放报告的那一段印成 {said}、{size / 2:g} 磅，不是三号仿宋（16 磅）。",
            f"Body text will look as the place for it: {said}, {size / 2:g} pt, and not 仿宋 of 16 pt.",
        ),
        Both(
            "在 Word 里选中 {{ 正文 }} 这一段，设成三号仿宋、首行缩进 2 字符、行距固定值 28.95 磅。",
            "In Word, select that paragraph and set 仿宋 16 pt, first line indented by 2 characters, lines of exactly 28.95 pt.",
        ),
        "warning",
    )


def _chain(style: str, known: dict[str, str]) -> Iterator[str]:
    """A style and what it is based on. A circle ends where it began."""
    seen: set[str] = set()
    while style:
        yield style
        based = _BASED.search(style)
        name = based[1] if based else ""
        if not name and not seen and based:
            name = next((id for id, each in known.items() if 'w:default="1"' in each and 'w:type="paragraph"' in each), "")
        if name in seen:
            return
        seen.add(name)
        style = known.get(name, "")


def _problem(file: str, code: str, message: Both, fix: Both = NOTHING, severity: Severity = "warning") -> Problem:
    return Problem(code, message, fix, severity=severity, place=Place(file))
