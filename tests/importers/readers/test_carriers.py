"""Every carrier of text in a Word document: taken, or listed with what it was."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.importers.read import read_source
from drafter.model.text import fold

Docx = Callable[..., bytes]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def mark(what: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{what}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"

#: name → (inside of a paragraph that also says 甲…乙, the text of that paragraph, further lines, what is left out and why)
INLINE = {
    "run": (run("全年"), "全年", [], []),
    "tab": ("<w:r><w:t>上</w:t><w:tab/><w:t>下</w:t></w:r>", "上 下", [], []),
    "hyphen": ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>9月</w:t></w:r>", "1-9月", [], []),
    "soft hyphen": ("<w:r><w:t>in</w:t><w:softHyphen/><w:t>vest</w:t></w:r>", "invest", [], []),
    "known symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑", [], []),
    "unknown symbol": ('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>', "", [], [("Webdings F021", "符号")]),
    "insertion": (f"<w:ins>{run('新增')}</w:ins>", "新增", [], []),
    "deletion": ("<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>", "", [], [("删去", "修订删除")]),
    "insertion then deletion": (f"<w:ins><w:del>{run('又删')}</w:del></w:ins>", "", [], [("又删", "修订删除")]),
    "moved away": (f"<w:moveFrom>{run('移走')}</w:moveFrom>", "", [], [("移走", "修订移走")]),
    "moved here": (f"<w:moveTo>{run('移来')}</w:moveTo>", "移来", [], []),
    "content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件", [], []),
    "prompt": (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('请输入')}</w:sdtContent></w:sdt>",
        "",
        [],
        [("请输入", "占位提示")],
    ),
    "field": (mark("begin") + code("REF b") + mark("separate") + run("12家") + mark("end"), "12家", [], []),
    "nested field": (
        mark("begin") + code("IF ") + mark("begin") + code("DATE") + mark("separate") + run("2024") + mark("end")
        + mark("separate") + run("是") + mark("end"),
        "是", [], [],
    ),
    "simple field": (f'<w:fldSimple w:instr="DATE">{run("3月")}</w:fldSimple>', "3月", [], []),
    "page number": (f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', "", [], [("7", "页码")]),
    "circled by EQ": (mark("begin") + code(r"eq \o\ac(○,3)") + mark("end"), "3", [], []),
    "field without result": (mark("begin") + code("QUOTE x") + mark("end"), "", [], [("QUOTE x", "域")]),
    "hyperlink": (f'<w:hyperlink r:id="x">{run("通报")}</w:hyperlink>', "通报", [], []),
    "smart tag": (f"<w:smartTag>{run('盐城')}</w:smartTag>", "盐城", [], []),
    "custom xml": (f"<w:customXml>{run('定制')}</w:customXml>", "定制", [], []),
    "direction": (f'<w:bdo w:val="ltr">{run("方向")}</w:bdo>', "方向", [], []),
    "unknown wrapper": (f'<x:y xmlns:x="urn:x">{run("未知")}</x:y>', "未知", [], []),
    "ruby": (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('yán')}</w:rt><w:rubyBase>{run('盐')}</w:rubyBase></w:ruby></w:r>",
        "盐", [], [("yán", "注音")],
    ),
    "math": ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1", [], []),
    "fraction": (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>", "1/3", [], [],
    ),
    "hidden": (run("暗", "<w:vanish/>"), "", [], [("暗", "隐藏文字")]),
    "not hidden after all": (run("明", '<w:vanish w:val="0"/>'), "明", [], []),
    "text box": (f"<w:r><w:drawing><wps:txbx>{BOX.format('框内')}</wps:txbx></w:drawing></w:r>", "", ["框内"], []),
    "old text box": (f"<w:r><w:pict><v:shape><v:textbox>{BOX.format('旧框')}</v:textbox></v:shape></w:pict></w:r>", "", ["旧框"], []),
    "text box in two forms": (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX.format('一次')}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX.format('一次')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        "", ["一次"], [],
    ),
    "only the older form has text": (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{BOX.format('后备')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        "", ["后备"], [],
    ),
    "drawing text": ("<w:r><w:drawing><a:p><a:r><a:t>形状字</a:t></a:r></a:p></w:drawing></w:r>", "形状字", [], []),
    "word art": ('<w:r><w:pict><v:shape><v:textpath string="艺术"/></v:shape></w:pict></w:r>', "", [], [("艺术", "艺术字")]),
}  # fmt: skip


@pytest.mark.parametrize("name", INLINE)
def test_inside_a_paragraph(docx: Docx, name: str) -> None:
    inside, text, further, left = INLINE[name]
    source = read_source("a.docx", docx(f"<w:p>{run('甲')}{inside}{run('乙')}</w:p>"))
    assert [line.text for line in source.lines] == [f"甲{text}乙", *further]
    assert [tuple(entry) for entry in source.left_out] == left
    told = [problem for problem in source.problems if problem.code == "not-imported"]
    assert bool(left) == bool(told)
    assert all(problem.message.en.isascii() for problem in told)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("<w:drawing><pic:pic/></w:drawing>", "图片 1"),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", "图片 1"),
        ("<w:drawing><c:chart/></w:drawing>", "图表 1"),
        ("<w:drawing><dgm:relIds/></w:drawing>", "SmartArt 1"),
        ("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>", "嵌入对象 1"),
    ],
)
def test_pictures_and_objects_are_counted(docx: Docx, paragraph: Callable[..., str], inside: str, kind: str) -> None:
    source = read_source("a.docx", docx(paragraph("正文") + f"<w:p><w:r>{inside}</w:r></w:p>"))
    found = [problem.message.zh for problem in source.problems if problem.code == "not-imported"]
    assert found == [f"有 1 处内容没有导入：{kind}。"]


def test_break_begins_a_line_but_not_in_a_heading(docx: Docx) -> None:
    broken = "<w:r><w:t>上半行</w:t><w:br/><w:t>下半行</w:t></w:r>"
    heading = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    source = read_source("a.docx", docx(f"<w:p>{broken}</w:p><w:p>{heading}{broken}</w:p>"))
    assert [(line.text, line.level) for line in source.lines] == [("上半行", 0), ("下半行", 0), ("上半行下半行", 1)]


def test_field_of_contents_is_left_out_across_paragraphs(docx: Docx, paragraph: Callable[..., str]) -> None:
    contents = (
        f"<w:p>{mark('begin')}{code('TOC')}{mark('separate')}{run('一、工作…1')}</w:p>"
        f"<w:p>{run('二、打算…5')}</w:p><w:p>{mark('end')}</w:p>"
    )
    source = read_source("a.docx", docx(contents + paragraph("正文")))
    assert [line.text for line in source.lines] == ["正文"]
    assert "".join(left.text for left in source.left_out) == "一、工作…1二、打算…5"
    assert {left.reason for left in source.left_out} == {"目录"}


def test_contents_by_style_or_gallery(docx: Docx, paragraph: Callable[..., str]) -> None:
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    body = (
        gallery
        + paragraph("目录里")
        + "</w:sdtContent></w:sdt>"
        + paragraph("又一行", '<w:pStyle w:val="T"/>')
        + paragraph("正文")
    )
    source = read_source(
        "a.docx", docx(body, styles='<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>')
    )
    assert [line.text for line in source.lines] == ["正文"]
    assert "".join(left.text for left in source.left_out) == "目录里又一行"


def test_deleted_paragraph_mark_joins_two_paragraphs(docx: Docx, paragraph: Callable[..., str]) -> None:
    source = read_source("a.docx", docx(paragraph("前半", "<w:rPr><w:del/></w:rPr>") + paragraph("后半")))
    assert [line.text for line in source.lines] == ["前半后半"]


def test_blocks_in_wrappers_and_stray_runs(docx: Docx, paragraph: Callable[..., str]) -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('控件段')}</w:sdtContent></w:sdt><w:customXml>{paragraph('定制段')}</w:customXml>"
        f"<w:ins>{paragraph('新增段')}</w:ins><w:del>{paragraph('删去段')}</w:del>{run('游离字')}<w:sectPr/>"
    )
    source = read_source("a.docx", docx(body))
    assert [line.text for line in source.lines] == ["控件段", "定制段", "新增段", "游离字"]
    assert [tuple(left) for left in source.left_out] == [("删去段", "修订删除")]


def cells(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in texts) + "</w:tr>"


def test_table_of_figures_is_rows(docx: Docx) -> None:
    body = f"<w:tbl>{cells('指标', '数值')}{cells('高企', '76家')}<w:sdt><w:sdtContent>{cells('专利', '')}</w:sdtContent></w:sdt></w:tbl>"
    assert [line.text for line in read_source("a.docx", docx(body)).lines] == ["指标\t数值", "高企\t76家", "专利"]


def test_table_for_the_layout_is_paragraphs(docx: Docx) -> None:
    long = "推进各项任务，" * 30 + "成效明显。"
    inner = f"<w:tr><w:tc><w:tbl>{cells('a', 'b')}{cells('c', 'd')}</w:tbl></w:tc></w:tr>"
    body = f"<w:tbl>{cells('一', '标题')}{cells('二', long)}</w:tbl><w:tbl>{inner}</w:tbl>"
    assert [line.text for line in read_source("a.docx", docx(body)).lines] == ["一", "标题", "二", long, "a\tb", "c\td"]


def test_deleted_row_and_cell_are_listed(docx: Docx) -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('旧行')}</w:p></w:tc></w:tr>"
    source = read_source("a.docx", docx(f"<w:tbl>{cells('甲', '乙')}{cells('丙', '丁')}{gone}</w:tbl>"))
    assert [line.text for line in source.lines] == ["甲\t乙", "丙\t丁"]
    assert [tuple(left) for left in source.left_out] == [("旧行", "修订删除")]


def test_notes_and_comments_are_listed_with_their_place(docx: Docx, paragraph: Callable[..., str]) -> None:
    referring = "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='1'/></w:r><w:r><w:commentReference w:id='0'/></w:r>"
    source = read_source(
        "a.docx",
        docx(
            paragraph("第一段") + f"<w:p>{run('第二段')}{referring}</w:p>",
            footnotes=f"<w:footnote w:type='separator' w:id='0'/><w:footnote w:id='2'>{paragraph('脚注字')}</w:footnote>",
            endnotes=f"<w:endnote w:id='1'>{paragraph('尾注字')}</w:endnote>",
            comments=f"<w:comment w:id='0'>{paragraph('请核实')}</w:comment>",
        ),
    )
    assert [tuple(left) for left in source.left_out] == [
        ("脚注字", "脚注（第2段）"),
        ("尾注字", "尾注（第2段）"),
        ("请核实", "批注（第2段）"),
    ]
    assert [problem.message.zh for problem in source.problems] == ["有 3 处内容没有导入：脚注 1、尾注 1、批注 1。"]


def test_headers_and_footers_are_listed(docx: Docx, paragraph: Callable[..., str]) -> None:
    page = f'<w:p><w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple></w:p>'
    source = read_source("a.docx", docx(paragraph("正文"), header=paragraph("内部资料"), footer=page))
    assert [tuple(left) for left in source.left_out] == [("内部资料", "页眉"), ("1", "页码")]


def test_words_in_charts_smart_art_and_embedded_pages_are_listed(docx: Docx, paragraph: Callable[..., str]) -> None:
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    link = '<Relationship Id="h" Type="x/aFChunk" Target="chunk.html"/>'
    source = read_source(
        "a.docx",
        docx(
            paragraph("正文") + '<w:altChunk r:id="h"/>',
            links=link,
            members={
                "word/charts/chart1.xml": f"<c:chartSpace {names}><c:v>专利数</c:v></c:chartSpace>",
                "word/diagrams/data1.xml": f"<a:x {names}><a:t>流程</a:t></a:x>",
                "word/chunk.html": "<html><p>嵌入页</p></html>",
            },
        ),
    )
    assert {tuple(left) for left in source.left_out} == {("专利数", "图表"), ("流程", "SmartArt"), ("嵌入页", "嵌入文档")}


def test_links_outward_and_macros_are_named_and_not_followed(docx: Docx, paragraph: Callable[..., str]) -> None:
    link = '<Relationship Id="p" Type="x/image" Target="http://192.0.2.1/p.png\x7f" TargetMode="External"/>'
    source = read_source("a.docm", docx(paragraph("正文"), links=link, members={"word/vbaProject.bin": b"x"}))
    assert [problem.code for problem in source.problems] == ["external-link", "macros"]
    assert "http://192.0.2.1/p.png\\u007f" in source.problems[0].message.zh
    assert {problem.severity for problem in source.problems} == {"info"}


TEXT = st.text(st.characters(exclude_categories=("C",), exclude_characters="<>&"), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "ins", "del", "hidden", "sdt", "box", "cell", "note", "head", "link"]), TEXT), max_size=8
    )
)
def test_no_character_is_lost(docx: Docx, paragraph: Callable[..., str], carriers: list[tuple[str, str]]) -> None:
    forms = {
        "p": "<w:p>{}</w:p>",
        "ins": "<w:p><w:ins>{}</w:ins></w:p>",
        "del": "<w:p><w:del>{}</w:del></w:p>",
        "hidden": "<w:p>{}</w:p>",
        "sdt": "<w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
        "box": "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>",
        "cell": "<w:tbl><w:tr><w:tc><w:p>{0}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "link": "<w:p><w:hyperlink>{}</w:hyperlink></w:p>",
    }
    body, notes, heads = "", "", ""
    for kind, text in carriers:
        said = run(text, "<w:vanish/>" if kind == "hidden" else "")
        if kind == "note":
            notes += f"<w:footnote w:id='1'><w:p>{said}</w:p></w:footnote>"
        elif kind == "head":
            heads += f"<w:p>{said}</w:p>"
        else:
            body += forms[kind].format(said)
    source = read_source("a.docx", docx(body, footnotes=notes, header=heads))
    everything = "".join(line.text for line in source.lines) + "".join(left.text for left in source.left_out)
    assert Counter(fold(everything)) == Counter(fold("".join(text for _, text in carriers)))
