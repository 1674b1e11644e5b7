"""Word documents: automatic ordinals, look by style, who wrote the file, and damage."""

import random
from collections.abc import Callable

import pytest

from drafter.importers.read import read_source
from drafter.importers.source import Source
from drafter.model.problem import Refused

Docx = Callable[..., bytes]
Paragraph = Callable[..., str]


def words(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def level(place: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listing(*levels: str, number: int = 1, more: str = "", inside: str = "") -> str:
    """An abstract list and a list of the same number."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{inside}{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{more}</w:num>'
    )


def item(place: int = 0, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'


FORMS = {
    "decimal": ("%1.", ["1. x", "2. x"]),
    "chineseCounting": ("%1、", ["一、x", "二、x"]),
    "chineseCountingThousand": ("（%1）", ["（一）x", "（二）x"]),
    "taiwaneseCounting": ("第%1，", ["第一，x", "第二，x"]),
    "japaneseCounting": ("%1是", ["一是x", "二是x"]),
    "ideographTraditional": ("%1、", ["甲、x", "乙、x"]),
    "ideographZodiac": ("%1、", ["子、x", "丑、x"]),
    "chineseLegalSimplified": ("%1、", ["壹、x", "贰、x"]),
    "decimalEnclosedCircle": ("%1", ["①x", "②x"]),
    "decimalEnclosedCircleChinese": ("%1", ["①x", "②x"]),
    "decimalFullWidth": ("%1．", ["１．x", "２．x"]),
    "decimalZero": ("%1)", ["01) x", "02) x"]),
    "upperRoman": ("%1.", ["I. x", "II. x"]),
    "lowerRoman": ("%1.", ["i. x", "ii. x"]),
    "upperLetter": ("%1.", ["A. x", "B. x"]),
    "lowerLetter": ("%1.", ["a. x", "b. x"]),
    "ordinal": ("%1", ["1st x", "2nd x"]),
    "none": ("要点：", ["要点：x", "要点：x"]),
}


@pytest.mark.parametrize("form", FORMS)
def test_ordinals_in_every_form(docx: Docx, paragraph: Paragraph, form: str) -> None:
    text, wanted = FORMS[form]
    source = read_source("a.docx", docx(paragraph("x", item()) * 2, numbering=listing(level(0, form, text))))
    assert words(source) == wanted
    assert all(line.numbered for line in source.lines)
    assert not source.problems


def test_levels_count_restart_and_show_the_ones_above(docx: Docx, paragraph: Paragraph) -> None:
    numbering = listing(
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
        level(3, "decimal", "%4）", '<w:lvlRestart w:val="0"/>'),
    )
    body = "".join(paragraph("x", item(place)) for place in (0, 1, 1, 2, 3, 0, 1, 2, 3, 3))
    assert words(read_source("a.docx", docx(body, numbering=numbering))) == [
        "一、x", "（一）x", "（二）x", "1.2.1 x", "1）x", "二、x", "（一）x", "2.1.1 x", "2）x", "3）x",
    ]  # fmt: skip


def test_restart_only_after_the_level_named(docx: Docx, paragraph: Paragraph) -> None:
    numbering = listing(
        level(0, "decimal", "%1、"), level(1, "decimal", "%2、"), level(2, "decimal", "%3、", '<w:lvlRestart w:val="1"/>')
    )
    body = "".join(paragraph("x", item(place)) for place in (0, 1, 2, 1, 2, 0, 2))
    assert [text[0] for text in words(read_source("a.docx", docx(body, numbering=numbering)))] == list("1112221")


def test_lists_share_counters_until_one_begins_anew(docx: Docx, paragraph: Paragraph) -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    third = '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    other = f'<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）")}</w:lvlOverride></w:num>'
    body = "".join(paragraph("x", item(0, number)) for number in (1, 2, 3, 3, 4))
    source = read_source("a.docx", docx(body, numbering=listing(level(0, "decimal", "%1、")) + second + third + other))
    assert words(source) == ["1、x", "2、x", "5、x", "6、x", "（7）x"]


def test_numbering_by_style_chain_and_level_that_names_the_style(docx: Docx, paragraph: Paragraph) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 2"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="mine"/><w:basedOn w:val="B"/></w:style>'
    )
    numbering = listing(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="A"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>'),
    )
    body = "".join(paragraph("x", f'<w:pStyle w:val="{style}"/>') for style in "ABC")
    body += paragraph("x", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    source = read_source("a.docx", docx(body, styles=styles, numbering=numbering))
    assert [(line.text, line.level, line.numbered) for line in source.lines] == [
        ("一、x", 1, True), ("（一）x", 2, True), ("（二）x", 2, True), ("x", 1, False),
    ]  # fmt: skip


def test_list_that_stands_in_a_numbering_style(docx: Docx, paragraph: Paragraph) -> None:
    styles = '<w:style w:type="numbering" w:styleId="N"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = listing(inside='<w:numStyleLink w:val="N"/>') + listing(
        level(0, "decimal", "%1、"), number=2, inside='<w:styleLink w:val="N"/>'
    )
    assert words(read_source("a.docx", docx(paragraph("x", item()), styles=styles, numbering=numbering))) == ["1、x"]


def test_bullets_are_marks_and_listed_once(docx: Docx, paragraph: Paragraph) -> None:
    source = read_source("a.docx", docx(paragraph("x", item()) * 3, numbering=listing(level(0, "bullet", "●"))))
    assert words(source) == ["x"] * 3
    assert [tuple(left) for left in source.left_out] == [("●●●", "标记")]


def test_gap_after_the_ordinal_and_a_form_in_an_alternative(docx: Docx, paragraph: Paragraph) -> None:
    wrapped = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    custom = f'<w:lvl w:ilvl="1"><w:start w:val="1"/>{wrapped}<w:suff w:val="nothing"/><w:lvlText w:val="%2."/></w:lvl>'
    numbering = listing(level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>'), custom)
    assert words(read_source("a.docx", docx(paragraph("x", item()) + paragraph("x", item(1)), numbering=numbering))) == [
        "1.x",
        "01.x",
    ]


def test_unknown_form_is_written_in_digits_and_said(docx: Docx, paragraph: Paragraph) -> None:
    source = read_source("a.docx", docx(paragraph("x", item()), numbering=listing(level(0, "hebrew1", "%1、"))))
    assert words(source) == ["1、x"]
    assert ["hebrew1" in problem.message.zh for problem in source.problems] == [True]


def test_empty_paragraph_counts_and_deleted_one_does_not(docx: Docx, paragraph: Paragraph) -> None:
    deleted = f"<w:del>{paragraph('旧', item())}</w:del>"
    body = paragraph("x", item()) + f"<w:p><w:pPr>{item()}</w:pPr></w:p>" + deleted + paragraph("x", item())
    assert words(read_source("a.docx", docx(body, numbering=listing(level(0, "decimal", "%1、"))))) == ["1、x", "3、x"]


STYLES = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="0"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 2"/><w:basedOn w:val="0"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="本局二级"/><w:basedOn w:val="1"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="circle"/><w:basedOn w:val="4"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="5"><w:name w:val="strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="6"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "run", "look"),
    [
        ("", "", (0, "left", False)),
        ('<w:pStyle w:val="1"/>', "", (2, "left", True)),
        ('<w:pStyle w:val="2"/>', "", (2, "center", True)),
        ('<w:pStyle w:val="2"/><w:jc w:val="end"/>', '<w:b w:val="0"/>', (2, "right", False)),
        ('<w:pStyle w:val="3"/>', "", (-1, "center", False)),
        ('<w:pStyle w:val="4"/>', "", (3, "left", False)),
        ('<w:outlineLvl w:val="0"/>', "<w:b/>", (1, "left", True)),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', "", (0, "left", True)),
        ('<w:jc w:val="both"/>', '<w:rStyle w:val="5"/>', (0, "", True)),
        ('<w:pStyle w:val="gone"/>', "", (0, "left", False)),
    ],
)
def test_look_by_style_and_by_hand(docx: Docx, properties: str, run: str, look: tuple[int, str, bool]) -> None:
    body = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>字</w:t></w:r></w:p>"
    (line,) = read_source("a.docx", docx(body, styles=STYLES)).lines
    assert (line.level, line.align, line.bold) == look


def test_hidden_by_style(docx: Docx) -> None:
    body = '<w:p><w:r><w:rPr><w:rStyle w:val="6"/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>'
    assert words(read_source("a.docx", docx(body, styles=STYLES))) == ["明"]


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>年度总结</dc:title>'
    "<dc:creator>办公室</dc:creator><dc:subject/><dcterms:created>2024-01-08T00:00:00Z</dcterms:created></cp:coreProperties>"
)


@pytest.mark.parametrize("strict", [False, True])
def test_both_families_of_namespaces(docx: Docx, paragraph: Paragraph, strict: bool) -> None:
    numbering = listing(level(0, "chineseCounting", "%1、"))
    body = paragraph("总体情况", item() + '<w:pStyle w:val="2"/>') + "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
    source = read_source(
        "a.docx", docx(body, strict=strict, styles=STYLES, numbering=numbering, members={"docProps/core.xml": CORE})
    )
    assert words(source) == ["一、总体情况", "x"]
    assert source.lines[0].level == 2
    assert source.properties == {"title": "年度总结", "creator": "办公室", "created": "2024-01-08T00:00:00Z"}


def test_main_part_under_another_name(docx: Docx, paragraph: Paragraph) -> None:
    data = docx(paragraph("正文"))
    assert words(read_source("a.docx", data.replace(b"word/document.xml", b"WORD/document.xml"))) == ["正文"]


def test_word_document_without_a_suffix_or_with_a_wrong_one(docx: Docx, paragraph: Paragraph) -> None:
    assert not read_source("总结", docx(paragraph("正文"))).problems
    assert [problem.code for problem in read_source("总结.doc", docx(paragraph("正文"))).problems] == ["renamed-file"]


def test_document_without_text_says_so(docx: Docx) -> None:
    source = read_source("a.docx", docx("<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"))
    assert [problem.code for problem in source.problems] == ["not-imported", "no-text"]


def test_document_of_a_common_library() -> None:
    docx_library = pytest.importorskip("docx")
    import io

    document = docx_library.Document()
    document.add_heading("年度工作总结", 0)
    document.add_heading("一、主要工作", 1)
    document.add_paragraph("新建平台", style="List Number")
    document.add_paragraph("引进人才", style="List Number")
    packed = io.BytesIO()
    document.save(packed)
    source = read_source("a.docx", packed.getvalue())
    assert [(line.text, line.level) for line in source.lines] == [
        ("年度工作总结", -1), ("一、主要工作", 1), ("1. 新建平台", 0), ("2. 引进人才", 0),
    ]  # fmt: skip


def test_any_damage_is_refused_or_read(docx: Docx, paragraph: Paragraph) -> None:
    """Bytes overwritten, cut out and doubled, in the packed file and in its XML."""
    dice = random.Random(9704)
    numbering = listing(level(0, "decimal", "%1、"))
    whole = docx(paragraph("正文", item()), styles=STYLES, numbering=numbering, members={"docProps/core.xml": CORE})
    xml = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>"
    for _ in range(300):
        packed = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(len(packed))
            packed[at : at + dice.randint(0, 3)] = bytes(dice.randrange(256) for _ in range(dice.randint(0, 3)))
        at, size = dice.randrange(len(xml)), dice.randint(1, 9)
        for data in (
            bytes(packed),
            docx(xml[:at] + xml[at + size :]),
            docx(xml, numbering=numbering[:at] + numbering[at + size :]),
        ):
            try:
                read_source("a.docx", data)
            except Refused as refused:
                assert refused.problems
