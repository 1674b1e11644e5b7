from pathlib import Path

import word_files

from drafter.actions.opening import open_report
from drafter.actions.preview import pages
from drafter.actions.versions import version

ROOT = Path(__file__).resolve().parents[2]


def test_the_pages_of_a_report_name_every_fact(tmp_path: Path) -> None:
    opened = open_report(str(ROOT / "facts" / "2024"), ROOT)
    preview = pages(opened)
    shown = {line.fact for page in preview.pages for line in page}
    assert len(preview.pages) == 8 and preview.problems == []
    for _, path, fact in opened.report.facts():
        key = fact.id or path
        assert key in shown or preview.homes[key] in shown


def test_a_point_is_found_in_the_paragraph_it_was_run_into_and_a_holder_at_its_first(tmp_path: Path) -> None:
    folder = tmp_path / "facts" / "2024"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(
        """
单位: 某局
期间: 2024
标题: 总结
成绩:
- 标题: 甲
  正文: 有三点：
  下级: {序号: 一是, 段落: 并段}
  分项: [{正文: 其一；}, {正文: 其二；}, {正文: 其三。}]
- 分项:
  - {编号: 里, 标题: 乙, 正文: 文。}
""",
        "utf-8",
    )
    preview = pages(open_report("2024", tmp_path))
    assert preview.homes == {"成绩/1/1": "成绩/1", "成绩/1/2": "成绩/1", "成绩/1/3": "成绩/1", "成绩/2": "里"}


def test_what_the_checks_refuse_is_shown_and_a_faulty_template_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "facts" / "2024"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text("期间: 2024\n成绩:\n- {标题: 甲, 正文: '{{ 没有 }}'}\n", "utf-8")
    assert "{{ 没有 }}" in "".join(line.text for line in pages(open_report("2024", tmp_path)).pages[0])
    template = tmp_path / "templates" / "三段式" / "report.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>{{ 没有这个名字 }}</p>", "utf-8")
    preview = pages(open_report("2024", tmp_path))
    assert preview.pages == [] and "没有这个名字" in preview.problems[0].message.zh


LETTER = """\
单位: 临江市水务局
期间: 2024
版式: 局文件
标题: 2024年工作总结
成文日期: 2025-01-08
版本: [{名称: 一页版, 页数: 1}]
成绩:
- {标题: 抓建设, 正文: 建成管网。}
打算:
- {标题: 再抓建设, 正文: 再建管网。}
"""


def test_what_the_bureau_s_own_word_file_says_is_counted_with_the_pages(tmp_path: Path) -> None:
    """And where it cannot be filled, what the report says is shown all the same."""
    report, file = tmp_path / "facts/2024/报告.yaml", tmp_path / "templates/局文件.docx"
    for path in (report, file):
        path.parent.mkdir(parents=True)
    report.write_text(LETTER, "utf-8")
    parts = word_files.red_head()
    file.write_bytes(word_files.packed(parts))
    bare = pages(open_report("2024", tmp_path))
    assert bare.near and len(bare.pages) == 1 and "文件" in bare.pages[0][0].text
    long = b"<w:p><w:r><w:t>" + "填".encode() * 28 * 30 + b"</w:t></w:r></w:p><w:sectPr"
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", long, 1)
    file.write_bytes(word_files.packed(parts))
    opened = open_report("2024", tmp_path)
    assert len(pages(opened).pages) == 2 == version(opened, "一页版").pages and not version(opened, "一页版").fits
    assert len(pages(opened, "一页版").pages) == 2
    wrong = parts["word/document.xml"].replace(b"<w:sectPr", "<w:p><w:r><w:t>{{ 没有 }}</w:t></w:r></w:p><w:sectPr".encode(), 1)
    file.write_bytes(word_files.packed(parts | {"word/document.xml": wrong}))
    alone = pages(open_report("2024", tmp_path))
    assert not alone.near and len(alone.pages) == 1 and alone.problems == []
    report.write_text(LETTER.replace("局文件", "三段式"), "utf-8")
    assert not pages(open_report("2024", tmp_path)).near
