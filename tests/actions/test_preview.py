from pathlib import Path

from drafter.actions.opening import open_report
from drafter.actions.preview import pages

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
