"""The bureau's own Word file as a layout, from the command line."""

import json
import re
import zipfile
from pathlib import Path

import word_files

FACTS = """\
单位: 临江市水务局
期间: 2024
版式: 局文件
标题: 2024年工作总结
成文日期: 2025-01-08
成绩:
  - 标题: 抓建设
    正文: 建成管网。
打算:
  - 标题: 再抓建设
    正文: 再建管网。
"""


def prepare(path: str, made: dict[str, bytes], facts: str = FACTS) -> None:
    for file, content in ((Path("facts/2024/报告.yaml"), facts.encode()), (Path(path), word_files.packed(made))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def test_a_word_file_in_templates_is_a_layout(drafter) -> None:
    prepare("templates/局文件.docx", word_files.red_head())
    Path("templates/~$局文件.docx").write_bytes(b"")
    assert "局文件\t单位自己的 Word 文件 局文件.docx" in drafter("layouts").out.split("\n")
    assert drafter("check").code == 0
    ran = drafter("render", "-o", "a.docx")
    assert ran.code == 0 and "base-style-added" in ran.err
    lines = drafter("render", "--format", "txt").out.split("\n")
    assert lines[:3] == ["临江市水务局文件", "2024年工作总结", "一、2024年工作完成情况"]
    page = drafter("render", "--format", "html", "-o", "-").out
    assert "临江市水务局办公室" in page and '<h1 class="title">2024年工作总结</h1>' in page
    assert drafter("render", "-o", "b.docx").code == 0
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_a_folder_settles_style_and_order(drafter) -> None:
    prepare("templates/局文件/base.docx", word_files.bulletin())
    Path("templates/局文件/layout.yaml").write_text("说明: 我局的简报\n体例:\n  顺序: [打算, 成绩]\n", "utf-8")
    assert "局文件\t我局的简报" in drafter("layouts").out
    said = drafter("render", "--format", "txt").out
    assert said.startswith("工作简报\n临江市水务局编")
    assert said.index("一、2025年工作打算") < said.index("二、2024年工作完成情况")


def test_a_copy_of_it_is_a_folder(drafter) -> None:
    prepare("templates/局文件.docx", word_files.red_head())
    assert drafter("layouts", "--copy", "局文件", "--as", "另一份").out.strip().endswith("base.docx")
    assert "临江市水务局文件" in drafter("render", "--layout", "另一份", "--format", "txt").out


def test_what_is_wrong_in_it_stops_the_render_and_names_the_place(drafter) -> None:
    made = word_files.red_head()
    made["word/footer1.xml"] = made["word/footer1.xml"].replace("期间".encode(), "期问".encode())
    prepare("templates/局文件.docx", made)
    ran = drafter("render", "-o", "a.docx")
    assert ran.code == 3 and not Path("a.docx").exists()
    assert "templates/局文件.docx: 错误: 页脚第1段的“{{ 期问 }}”" in ran.err and "{{ 期间 }}" in ran.err


def test_lint(drafter) -> None:
    prepare("局.docx", word_files.red_head(), FACTS + "指标:\n  - {编号: 管网, 名称: 新建管网, 数值: 3, 单位: 公里}\n")
    ran = drafter("layouts", "--lint", "局.docx", "-o", "样张.docx")
    assert ran.code == 0 and ran.out.strip() == "样张.docx" and "可以用作版式" in ran.err
    assert drafter("layouts", "-o", "样张.docx").code == 2
    assert drafter("layouts", "--lint", "没有.docx").code == 2
    # Figures of the workspace's reports are known, others are not.
    own = word_files.line(word_files.run("{{ 管网 }}{{ 管罔 }}")) + word_files.place() + word_files.section()
    Path("局.docx").write_bytes(word_files.packed(word_files.parts(own)))
    ran = drafter("layouts", "--lint", "局.docx", "--json")
    (problem,) = json.loads(ran.out)["problems"]
    assert ran.code == 3 and problem["code"] == "field-unknown" and problem["words"] == "{{ 管罔 }}"
    assert "管网" in problem["fix"]


def test_a_note_on_what_the_file_says_itself_leaves_no_comment_behind(drafter) -> None:
    """The draft's reasons stand at words of the report; those of the title are the file's."""
    facts = FACTS.replace("2024年工作总结\n", "建成{{ 管网 }}管网的总结\n").replace("建成管网", "建成{{ 管网 }}")
    figures = "指标:\n  - {编号: 管网, 名称: 新建管网, 数值: 3, 单位: 公里, 状态: 预计}\n"
    prepare("templates/局文件.docx", word_files.red_head(), facts + figures)
    assert drafter("render", "--draft", "-o", "a.docx").code == 0
    with zipfile.ZipFile("a.docx") as package:
        said = [name for name in package.namelist() if "comments" in name]
        texts, document = package.read(said[0]).decode(), package.read("word/document.xml").decode()
    ids = set(re.findall(r'<w:comment [^>]*w:id="(\d+)"', texts))
    assert ids and ids == set(re.findall(r'<w:commentReference w:id="(\d+)"', document))


def test_a_page_that_the_report_asks_for_in_vain_is_said(drafter) -> None:
    prepare("templates/局文件.docx", word_files.red_head(), FACTS + "页面: {版心: GB33476}\n")
    ran = drafter("render", "-o", "a.docx")
    assert ran.code == 0 and "page-of-the-file" in ran.err
    assert "base-page" in drafter("layouts", "--lint", "templates/局文件.docx").err


def test_tracked_changes_are_to_be_accepted_first(drafter) -> None:
    moved = '<w:ins w:id="2" w:author="某" w:date="2025-01-01T00:00:00Z">' + word_files.run("{{ 单位 }}") + "</w:ins>"
    own = word_files.line(moved) + word_files.place() + word_files.section()
    Path("局.docx").write_bytes(word_files.packed(word_files.parts(own)))
    assert "base-tracked" in drafter("layouts", "--lint", "局.docx").err
