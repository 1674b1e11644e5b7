from pathlib import Path

import pytest

from drafter.model.problem import Problem, Refused
from drafter.render import limits
from drafter.render.engine import render

TEMPLATES = Path(__file__).parents[2] / "templates"


def refused(folder: Path, template: str, context: dict[str, object] | None = None) -> Problem:
    (folder / "我的").mkdir(exist_ok=True)
    (folder / "我的" / "report.html").write_text(template, "utf-8")
    with pytest.raises(Refused) as caught:
        render("我的", context or {"标题": "甲"}, [folder, TEMPLATES])
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("<p>甲</p>\n{{ 没有的 }}", "template-undefined", 2),
        ("<p>甲</p>\n\n{{ 标题.没有的 }}", "template-undefined", 3),
        ("<p>\n{% for x in 标题 %}", "template-error", 2),
        ("{% if %}<p>甲</p>", "template-error", 1),
        ("<p>甲</p>\n<p>{{ 标题 }}</p>\n<marquee>乙</marquee>", "template-markup", 3),
        ("<p>甲<h1>乙</h1></p>", "template-markup", 1),
        ("甲", "template-markup", 1),
        ("<p>{{ 标题 }}", "template-markup", 1),
        ("{% include '没有.html' %}", "template-missing", None),
        ("{{ 标题|pprint }}", "template-error", 1),
        ("<p>\n{{ 1 / 0 }}</p>", "template-error", 2),
        ("{{ 标题 + 1 }}", "template-error", 1),
    ],
)
def test_a_template_error_names_its_place(tmp_path: Path, template: str, code: str, line: int | None) -> None:
    problem = refused(tmp_path, template)
    assert (problem.code, problem.place.line) == (code, line)
    assert problem.message.zh and problem.message.en and problem.fix.zh


def test_an_undefined_name_is_named(tmp_path: Path) -> None:
    assert "“主送机关”" in refused(tmp_path, "{{ 主送机关 }}").message.zh


ATTACKS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ 标题.__class__ }}",
    "{{ range.__globals__ }}",
    "{{ 'a' * 10**9 }}",
    "{{ 10**9 * 'a' }}",
    "{{ 7 ** (7 ** 9) }}",
    "{{ [0] * 10**9 }}",
    "{{ 10**12 * 10**12 }}",
    "{{ '%999999999d' % 1 }}",
    "{% for a in range(10**9) %}{% endfor %}",
    "{{ 标题|center(10**9) }}",
    "{{ 标题|format(1) }}",
    "{{ lipsum(10**6) }}",
    "{{ cycler }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{{ '{0.__class__}'.format(1) }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_sandbox(tmp_path: Path, attack: str) -> None:
    assert refused(tmp_path, attack).code.startswith("template-")


def test_a_runaway_loop_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    loops = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}"
    assert refused(tmp_path, loops).code == "template-runaway"


def test_files_are_looked_up_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "_shared").mkdir()
    (tmp_path / "_shared" / "report.html").write_text(
        "{% macro front(r) %}<title>换了</title>{% endmacro %}{% macro part(p) %}{% endmacro %}{% macro ending(r) %}{% endmacro %}",
        "utf-8",
    )
    blocks = render("二段式", {"报告": {"成绩": {}}, "顺序": ["成绩"]}, [tmp_path, TEMPLATES])
    assert [block.text for block in blocks] == ["换了"]


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "我的").mkdir()
    file = tmp_path / "我的" / "report.html"
    file.write_text("<p>一</p>", "utf-8")
    assert render("我的", {}, [tmp_path])[0].text == "一"
    file.write_text("<p>二二</p>", "utf-8")
    assert render("我的", {}, [tmp_path])[0].text == "二二"


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "../秘密.html", "x/../../秘密.html", "..\\\\秘密.html", "C:秘密.html", "链接.html"]
)
def test_nothing_outside_the_template_folders_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "秘密.html").write_text("不可外传", "utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "x").mkdir()
    (folder / "链接.html").symlink_to(tmp_path / "秘密.html")
    problem = refused(folder, f"<p>\n{{% include '{name}' ignore missing %}}</p>")
    assert (problem.code, problem.place.line) == ("template-forbidden", 2)
    assert "模板文件夹" in problem.message.zh


def test_a_nearer_file_that_appears_later_is_used(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    for folder in (near, far):
        (folder / "我的").mkdir(parents=True)
    (far / "我的" / "report.html").write_text("<p>远</p>", "utf-8")
    assert render("我的", {}, [near, far])[0].text == "远"
    (near / "我的" / "report.html").write_text("<p>近</p>", "utf-8")
    assert render("我的", {}, [near, far])[0].text == "近"
