import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from jinja2.defaults import DEFAULT_FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from drafter.model.fact import Fact
from drafter.model.problem import Place, Problem, Refused
from drafter.model.report import Report
from drafter.model.style import Layout, ListStyle, PartStyle, Style
from drafter.render import confined, limits, sandbox
from drafter.render.arrange import arrange
from drafter.render.engine import render
from drafter.render.sandbox import Environment

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No byte code in the cache of whoever runs the tests."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp("cache")))


def refused(folder: Path, template: str, context: dict[str, object] | None = None, folders: list[Path] | None = None) -> Problem:
    """What is said of ``template``, which is foreign unless its folder is the last of ``folders``."""
    (folder / "我的").mkdir(exist_ok=True)
    (folder / "我的" / "report.html").write_text(template, "utf-8")
    with pytest.raises(Refused) as caught:
        render("我的", context or {"标题": "甲"}, folders or [folder, TEMPLATES])
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("<p>甲</p>\n{{ 没有的 }}", "template-undefined", 2),
        ("<p>甲</p>\n\n{{ 标题.没有的 }}", "template-undefined", 3),
        ("<p>\n{% for x in 标题 %}", "template-error", 2),
        ("{% if %}<p>甲</p>", "template-error", 1),
        ("<p>甲</p>\n<p>{{ 标题 }}</p>\n<marquee>乙</marquee>", "template-markup", 3),
        ("<p>甲<h1>乙</h1></p>", "template-markup", None),
        ("甲", "template-markup", None),
        ("<p>{{ 标题 }}", "template-markup", None),
        ("<p>甲</p>\n{% include '没有.html' %}", "template-missing", 2),
        ("<p>甲</p>\n{% from '没有.html' import 甲 %}", "template-missing", 2),
        ("{{ 标题|pprint }}", "template-error", 1),
        ("<p>\n{{ 1 / 0 }}</p>", "template-error", 2),
        ("{{ 标题 + 1 }}", "template-error", 1),
    ],
)
def test_a_template_error_names_its_place(tmp_path: Path, template: str, code: str, line: int | None) -> None:
    problem = refused(tmp_path, template, folders=[tmp_path])
    assert (problem.code, problem.place.line) == (code, line)
    assert problem.message.zh and problem.message.en and problem.fix.zh


@pytest.mark.parametrize(
    "template",
    [
        "<blink>甲</blink>\n<blink>乙</blink>",  # which of the two?
        "<h{{ 7 }}>甲</h{{ 7 }}>\n{% if false %}<h7>乙</h7>{% endif %}",  # a name put together
        "{% set 名 = '别的.html' %}{% include 名 %}\n{% if false %}<blink>乙</blink>{% endif %}",  # a file not known beforehand
        "{# <p> #}\n<p>甲<p>乙</p></p>",
    ],
)
def test_no_line_is_better_than_a_false_one(tmp_path: Path, template: str) -> None:
    (tmp_path / "别的.html").write_text("<blink>甲</blink>", "utf-8")
    problem = refused(tmp_path, template, folders=[tmp_path])
    assert problem.place == Place(str(tmp_path / "我的" / "report.html"))
    assert "附近" in problem.message.zh and "甲" in problem.message.en


def test_an_unknown_tag_is_found_in_the_file_that_writes_it(tmp_path: Path) -> None:
    (tmp_path / "_shared").mkdir()
    shared = tmp_path / "_shared" / "宏.html"
    shared.write_text("{# <blink> is not for\nreports #}\n{% macro 段(t) %}\n<blink>{{ t }}</blink>\n{% endmacro %}", "utf-8")
    template = "{% include '可无.html' ignore missing %}\n{% from '_shared/宏.html' import 段 %}\n<p>甲</p>\n<!-- <blink> -->{{ 段(标题) }}"
    problem = refused(tmp_path, template, {"标题": "乙 & 丙"}, [tmp_path])
    assert problem.place == Place(str(shared), 4)
    assert "“乙 & 丙”" in problem.message.zh


@pytest.mark.parametrize(
    ("template", "near", "fix"),
    [
        ("<p>前面的话</p>\n<p stile='x'>后面的话</p>", "“后面的话”", "data-fact"),
        ("<p>前面的话</p><p data-level='9'>后面的话</p>", "“前面的话后面的话”", "1 至 6"),
        ("<p>前面的话</p>\n<td>\n</td>", "“前面的话”", "table"),
        ("<p>前面的话</p>\n<p>后面的话", "“后面的话”", "table"),
        ("<p>{{ '\\r\\r\\r' }}前面的话<p>后面的话</p></p>", "“前面的话后面的话”", "table"),
    ],
)
def test_what_is_wrong_with_the_markup_is_told_by_the_words_near_it(tmp_path: Path, template: str, near: str, fix: str) -> None:
    problem = refused(tmp_path, template, folders=[tmp_path])
    assert near in problem.message.zh and near in problem.message.en and fix in problem.fix.zh


def test_a_template_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "我的").mkdir()
    (tmp_path / "宏.html").write_text("{% macro 段() %}<p>乙</p>{% endmacro %}", "utf-8-sig")
    (tmp_path / "我的" / "report.html").write_text("{% from '宏.html' import 段 %}<p>甲</p>{{ 段() }}", "utf-8-sig")
    assert [block.text for block in render("我的", {}, [tmp_path])] == ["甲", "乙"]


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "宏.html").write_text("<p>乙</p>", "gb18030")
    problem = refused(tmp_path, "<p>甲</p>{% include '宏.html' %}")
    assert (problem.code, problem.place) == ("template-encoding", Place(str(tmp_path / "宏.html")))
    assert "宏.html" in problem.message.zh and "UTF-8" in problem.fix.zh


def test_a_template_that_may_not_be_read_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, *_: object) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", denied)
    problem = refused(tmp_path, "<p>甲</p>", folders=[tmp_path])
    assert (problem.code, problem.place.file) == ("template-unreadable", str(tmp_path / "我的" / "report.html"))


def test_an_undefined_name_is_named(tmp_path: Path) -> None:
    assert "“主送机关”" in refused(tmp_path, "{{ 主送机关 }}").message.zh
    (tmp_path / "宏.html").write_text("", "utf-8")
    assert "“段”" in refused(tmp_path, "{% from '宏.html' import 段 %}{{ 段() }}").message.zh


# Each inside a paragraph, where its text would do no harm to the markup: what refuses it is the sandbox.
ATTACKS = [
    ("{{ ''.__class__.__mro__ }}", "template-forbidden", "str.__class__"),
    ("{{ 标题.__class__ }}", "template-forbidden", "str.__class__"),
    ("{{ 标题['__class__'] }}", "template-forbidden", "str.__class__"),
    ("{{ [标题]|map(attribute='__class__')|join }}", "template-forbidden", "str.__class__"),
    ("{{ range.__globals__ }}", "template-forbidden", "function.__globals__"),
    ("{{ 表.append(1) }}", "template-forbidden", "list.append"),
    ("{{ '{0.__class__}'.format(1) }}", "template-forbidden", "str.format"),
    ("{{ '{:>1000000000}'.format(1) }}", "template-forbidden", "str.format"),
    ("{{ 'a'.ljust(10**9) }}", "template-forbidden", "str.ljust"),
    ("{{ 'a'.rjust(10**9) }}", "template-forbidden", "str.rjust"),
    ("{{ 'a'.center(10**9) }}", "template-forbidden", "str.center"),
    ("{{ 'a'.zfill(10**9) }}", "template-forbidden", "str.zfill"),
    ("{{ '\\t'.expandtabs(10**9) }}", "template-forbidden", "str.expandtabs"),
    ("{{ 'a'.replace('', 标题) }}", "template-forbidden", "str.replace"),
    ("{{ (1).to_bytes(10**9) }}", "template-forbidden", "int.to_bytes"),
    ("{{ 'a' * 10**9 }}", "template-forbidden", "重复"),
    ("{{ 10**9 * 'a' }}", "template-forbidden", "重复"),
    ("{{ [0] * 10**9 }}", "template-forbidden", "重复"),
    ("{{ (1, 2) * 10**8 }}", "template-forbidden", "重复"),
    ("{{ 7 ** (7 ** 9) }}", "template-forbidden", "乘方"),
    ("{{ '%999999999d' % 1 }}", "template-forbidden", "%"),
    ("{% for a in range(10**9) %}{% endfor %}", "template-forbidden", "range"),
    ("{{ 标题|center(10**9) }}", "template-error", "center"),
    ("{{ 标题|format(1) }}", "template-error", "format"),
    ("{{ [1]|batch(10**9, 1)|list }}", "template-error", "batch"),
    ("{{ lipsum(10**6) }}", "template-undefined", "lipsum"),
    ("{{ cycler }}", "template-undefined", "cycler"),
]


@pytest.mark.parametrize(("attack", "code", "word"), ATTACKS)
def test_the_sandbox(tmp_path: Path, attack: str, code: str, word: str) -> None:
    problem = refused(tmp_path, f"<p>\n{attack}</p>", {"标题": "甲", "表": []})
    assert (problem.code, problem.place.line) == (code, 2)
    assert word in problem.message.zh and word.isascii() <= (word in problem.message.en)


DEFENCES = {
    "attributes": (Environment, "is_safe_attribute", lambda *_: True, "{{ 'a'.ljust(5) }}{{ 标题.__class__ }}"),
    "format": (Environment, "wrap_str_format", ImmutableSandboxedEnvironment.wrap_str_format, "{{ '{:>5}'.format(1) }}"),
    "operators": (
        Environment,
        "call_binop",
        ImmutableSandboxedEnvironment.call_binop,
        "{{ 'a' * 20000 }}{{ 2 ** 13 }}{{ '%5d' % 1 }}",
    ),
    "ranges": (sandbox, "_range", range, "{{ range(200000)|length }}"),
    "filters": (sandbox, "FILTERS", frozenset(DEFAULT_FILTERS), "{{ 标题|center(5) }}"),
    "globals": (Environment, "__init__", ImmutableSandboxedEnvironment.__init__, "{{ lipsum(1)|length }}"),
}


@pytest.mark.parametrize("defence", DEFENCES)
def test_each_defence_is_what_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, defence: str) -> None:
    owner, name, off, attack = DEFENCES[defence]
    assert refused(tmp_path, f"<p>{attack}</p>", folders=[tmp_path])
    monkeypatch.setattr(owner, name, off)
    undefended = tmp_path / "不设防"
    (undefended / "我的").mkdir(parents=True)
    (undefended / "我的" / "report.html").write_text(f"<p>{attack}</p>", "utf-8")
    assert render("我的", {"标题": "甲"}, [undefended])


LOOP = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}TEXT{% endfor %}{% endfor %}{% endfor %}"
# With the line where it was stopped; None where it was not the template that could be stopped, but the text or the process.
RUNAWAYS = {
    "time": (LOOP.replace("TEXT", ""), 2),
    "time in one operation": ("{{ 1|round(999999999, 'ceil') }}", None),
    "output": (LOOP.replace("TEXT", "{{ 'a' * 9999 }}"), None),
    "recursion": ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 2),
    "doubling": ("{% macro f(x) %}{{ f(x ~ x) }}{% endmacro %}{{ f('a') }}", 2),
    "joining": ("{{ range(99999)|join('a' * 9999)|length }}", 2),
    "replacing": ("{{ ('a' * 9999)|replace('a', 'b' * 9999)|replace('b', 'c' * 99)|length }}", 2),
}


@pytest.mark.parametrize("case", RUNAWAYS)
def test_a_runaway_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    if find_spec("resource") is None and case in ("doubling", "joining", "replacing"):
        pytest.skip("this system does not limit memory")
    if case.startswith("time"):  # the others come to another limit first, on a slow machine too
        monkeypatch.setattr(limits, "SECONDS", 0.5)
    monkeypatch.setattr(limits, "GRACE", 20)
    template, line = RUNAWAYS[case]
    problem = refused(tmp_path, f"<p>\n{template}</p>")
    assert (problem.code, problem.place.line) == ("template-runaway", line)


@pytest.mark.skipif(find_spec("resource") is None, reason="this system does not limit a process")
def test_a_process_nobody_waits_for_ends_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    monkeypatch.setattr(limits, "GRACE", 20)
    assert refused(tmp_path, "<p>{{ 1|round(999999999, 'ceil') }}</p>").code == "template-runaway"


def test_packaged_templates_start_no_process(tmp_path: Path) -> None:
    (tmp_path / "自带" / "我的").mkdir(parents=True)
    (tmp_path / "自带" / "我的" / "report.html").write_text("<p>甲</p>", "utf-8")
    script = (
        "import sys; from pathlib import Path; from drafter.render.engine import render; "
        "print(len(render('我的', {}, [Path(name) for name in sys.argv[1:]])), 'subprocess' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script, tmp_path, tmp_path / "自带"], capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["1", "False"], ran.stderr


def test_the_packaged_folder_under_another_name_is_packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_START", "raise SystemExit('a process')")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "我的").mkdir()
    (tmp_path / "我的" / "report.html").write_text("<p>甲</p>", "utf-8")
    assert render("我的", {}, [Path(), tmp_path])[0].text == "甲"


def test_a_template_from_elsewhere_prints_the_same(tmp_path: Path) -> None:
    text = "甲 & <乙> {{ 丙 }} \u3000\U00020000"
    context = {
        "标题": text,
        "空": "",
        "无": None,
        "表": [("一", 1), ("二", 2.5)],
        "标记": Markup(' data-fact="甲&amp;乙"'),
        "层": {"": {"是": True}},
    }
    template = (
        "<title>{{ 标题 }}</title>{{ 空 }}<p{{ 标记 }}>{{ 无 is none }}<b>{{ 层[''].是 }}</b></p>"
        "<table>{% for a, b in 表 %}<tr><td>{{ a }}</td><td>{{ b }}</td></tr>{% endfor %}</table>"
    )
    (tmp_path / "我的").mkdir()
    (tmp_path / "我的" / "report.html").write_text(template, "utf-8")
    apart = render("我的", context, [tmp_path, TEMPLATES])
    assert apart == render("我的", context, [tmp_path])
    assert [block.text for block in apart] == [text, "TrueTrue", "一\t1\n二\t2.5"]
    assert apart[1].fact == "甲&乙" and hash(apart[2])


def test_no_python_beside_the_data_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("json.py", "drafter.py", "jinja2.py", "sitecustomize.py"):
        Path(name).write_text("raise SystemExit('run')", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert refused(tmp_path, "<p>{{ 无此名 }}</p>").code == "template-undefined"


def test_a_process_that_fails_is_no_fault_of_the_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_START", "raise SystemExit('未能开始')")
    with pytest.raises(RuntimeError, match="未能开始"):
        refused(tmp_path, "<p>甲</p>")


def test_files_are_looked_up_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "_shared").mkdir()
    (tmp_path / "_shared" / "report.html").write_text(
        "{% macro whole(r) %}<title>换了</title>{% endmacro %}",
        "utf-8",
    )
    assert [block.text for block in render("二段式", {"报告": {}}, [tmp_path, TEMPLATES])] == ["换了"]


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


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        (("成绩", "问题", "打算"), ["一、甲", "（一）短板", "一是缺人", "二、打算", "（一）补人"]),
        (("打算", "成绩", "问题"), ["一、打算", "（一）补人", "二、甲", "（一）短板", "一是缺人"]),
        (("问题", "打算", "成绩"), ["一、打算", "（一）补人", "二、甲", "（一）短板", "一是缺人"]),
        (("打算", "成绩"), ["一、打算", "（一）补人", "二、甲"]),
        (("打算", "问题"), ["一、打算", "（一）补人", "（二）短板", "一是缺人"]),
    ],
)
def test_issues_inside_the_achievements_go_where_those_go(order: tuple[str, ...], lines: list[str]) -> None:
    style = Style(
        achievements=PartStyle(title="无"),
        issues=PartStyle(title="短板", level=2, levels={"三级": ListStyle(numbering="一是")}),
        plans=PartStyle(title="打算"),
        order=order,
    )
    facts = Report(achievements=(Fact(title="甲"),), issues=(Fact(title="缺人"),), plans=(Fact(title="补人"),))
    blocks = render("问题内嵌式", arrange(facts, Layout("问题内嵌式", "", style, {})), [TEMPLATES])
    assert [block.text for block in blocks] == lines


def test_issues_stay_inside_achievements_that_have_a_heading() -> None:
    style = Style(achievements=PartStyle(title="成效"), issues=PartStyle(title="短板", level=2))
    facts = Report(achievements=(Fact(title="甲"),), issues=(Fact(title="缺人"),))
    blocks = render("问题内嵌式", arrange(facts, Layout("问题内嵌式", "", style, {})), [TEMPLATES])
    assert [block.text for block in blocks] == ["一、成效", "（一）甲", "（二）短板", "1.缺人"]


@pytest.mark.parametrize("layout", ["三段式", "二段式", "亮点前置式"])
def test_a_layout_without_rules_of_its_own_is_one_call(layout: str) -> None:
    lines = (TEMPLATES / layout / "report.html").read_text("utf-8").splitlines()
    assert lines == ['{% from "_shared/report.html" import whole %}', "{{ whole(报告) }}"]


def test_a_whole_report_is_its_parts_in_their_order() -> None:
    facts = Report(title="总结", signature="某局", achievements=(Fact(title="甲"),), plans=(Fact(title="乙"),), lead="开头。")
    style = Style(achievements=PartStyle(title="成效"), plans=PartStyle(title="打算"), order=("打算", "成绩"))
    blocks = render("三段式", arrange(facts, Layout("三段式", "", style, {})), [TEMPLATES])
    assert [block.text for block in blocks] == ["总结", "开头。", "一、打算", "（一）乙", "二、成效", "（一）甲", "某局"]
