"""docs/: what is said is complete and current. Whatever a user can type is explained somewhere."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import click
import pytest
from rich.cells import cell_len

from drafter import __version__
from drafter.actions.opening import find_layout, list_layouts, open_report, search_path
from drafter.actions.settings import load
from drafter.checks import rules
from drafter.cli.app import app
from drafter.kinds import kinds
from drafter.kinds.frame import COMMON, OF_FIGURES
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure, Rank
from drafter.model.printing import PARTS
from drafter.model.report import Report
from drafter.model.style import LEVELS, ListStyle, Page, PartStyle, Style
from drafter.render.arrange import arrange
from drafter.render.engine import render
from drafter.render.grammar import ELEMENTS, PARAGRAPH_KINDS
from drafter.store.folder import read_report
from drafter.store.frames import read_frames
from drafter.store.policy import read_policy
from drafter.store.settings import WORDS as SETTINGS
from drafter.tui.keys import WORDS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CHANGELOG.md"]
MANUAL = (DOCS / "用户手册.md").read_text("utf-8")
TEMPLATES = (DOCS / "templates.md").read_text("utf-8")


def script(name: str) -> ModuleType:
    spec = spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    return script("fields")


@pytest.fixture(scope="module")
def keys() -> ModuleType:
    return script("keys")


@pytest.fixture(scope="module")
def quoting() -> ModuleType:
    return script("quoting")


def commands() -> dict[str, click.Command]:
    group = app()
    with click.Context(group) as context:
        found = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts}


def test_reference_is_current(reference: ModuleType) -> None:
    assert (DOCS / "字段.md").read_text("utf-8") == reference.page(), "run make docs"


@pytest.mark.parametrize("record", [Report, Notice, Figure, Rank, Fact, Style, PartStyle, ListStyle, Page])
def test_reference_has_every_field(record: type, reference: ModuleType) -> None:
    words = set(re.findall(r"^\| (\w+)\*? \|", reference.page(), re.MULTILINE))
    assert {word for word, field in fields_of(record).items() if field.form.kind != "levels"} - words == set()


def test_reference_has_every_kind_and_every_part_of_a_figure(reference: ModuleType) -> None:
    page = reference.page()
    for word, kind in kinds().items():
        section = page.partition(f"### {word}（")[2].partition("###")[0]
        assert section and all(f"| {field.word} |" in section for field in kind.fields), word
    assert [part for part in PARTS if f"编号{'.' if part else ''}{part} }}}}" not in page] == []


def test_manual_names_every_kind_layout_and_level() -> None:
    layouts = list_layouts(search_path(None))
    assert len(layouts) == 4
    assert [word for word in [*kinds(), *layouts, LEVELS[1]] if word not in MANUAL] == []


@pytest.mark.parametrize("name", commands())
def test_manual_has_every_verb_and_option(name: str) -> None:
    line = next((line for line in MANUAL.splitlines() if line.startswith(f"| `drafter {name}")), "")
    assert line, name
    assert [option for option in options(commands()[name]) if f"`{option}`" not in line and option not in ("-h", "--help")] == []


def test_manual_has_the_options_of_every_verb() -> None:
    assert [option for option in options(app()) | {"-h", "--help"} if option not in MANUAL] == []


def test_manual_invents_no_options() -> None:
    known = {option for command in [app(), *commands().values()] for option in options(command)} | {"-h", "--help"}
    said = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", re.sub(r"pip .*", "", MANUAL)))
    assert said and said - known == set()


def test_templates_page_has_the_vocabulary() -> None:
    assert [tag for tag in ELEMENTS - {"body"} if not re.search(rf"`{tag}\b|`h1`…`h6`", TEMPLATES)] == []
    assert [name for name in PARAGRAPH_KINDS if f"`{name}`" not in TEMPLATES] == []


def test_templates_page_has_every_name() -> None:
    opened = open_report(str(ROOT / "facts" / "2024-H1"), ROOT)
    context = arrange(opened.report, opened.layout)
    names = {*context, *context["成绩"], *context["成绩"]["条目"][0], *context["通知"], *context["指标"]["科小入库"]}
    assert [name for name in names if f"`{name}`" not in TEMPLATES] == []


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_manual_shows_fact_files_that_read(tmp_path: Path) -> None:
    shown = [block for block in blocks(MANUAL, "yaml") if not block.startswith("#")]
    assert len(shown) == 4
    for number, block in enumerate(shown):
        file = tmp_path / f"{number}.yaml"
        file.write_text(block, "utf-8")
        assert [problem.message.zh for problem in read_report(file).problems] == []


def test_manual_shows_settings_of_checks_that_read(tmp_path: Path) -> None:
    shown = [block for block in blocks(MANUAL, "yaml") if block.startswith("# ") and ".yaml：" in block.split("\n")[0]]
    for block in shown:
        (tmp_path / block[2:].partition("：")[0]).write_text(block, "utf-8")
    policy, problems = read_policy(sorted(tmp_path.iterdir()), lambda: rules().keys())
    assert len(shown) == 4 and [problem.message.zh for problem in problems] == []
    assert policy.severities and policy.lexicon.words and policy.lexicon.names and policy.lexicon.wordings and policy.lexicon.cap


def test_page_of_rules_is_current_and_has_every_rule() -> None:
    page = (DOCS / "检查规则.md").read_text("utf-8")
    assert page == script("rules").page(), "run make docs"
    for rule in rules().values():
        entry = page.partition(f"[{rule.code}]\n")[2].partition("\n### ")[0]
        assert rule.reason.zh in entry and rule.source in entry, rule.code
        assert all(part in entry for text in (rule.wrong, rule.right) for part in text.split("⏎")), rule.code


def test_templates_page_shows_a_layout_that_works(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "例"
    folder.mkdir(parents=True)
    (folder / "layout.yaml").write_text(blocks(TEMPLATES, "yaml")[0], "utf-8")
    (folder / "report.html").write_text("\n".join(blocks(TEMPLATES, "html")), "utf-8")
    folders = [folder.parent, *search_path(None)]
    layout, problems = find_layout("例", folders)
    opened = open_report(str(ROOT / "facts" / "2023"), ROOT)
    made = render("例", arrange(opened.report, layout), folders)
    assert problems == []
    assert [block.kind for block in made][-2:] == ["caption", "table"] and len(made) > 30


def test_links_lead_somewhere() -> None:
    dead = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_changelog_knows_this_version() -> None:
    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_templates_page_has_every_word_of_frames_and_shows_ones_that_read(tmp_path: Path) -> None:
    assert [word for word in (*COMMON, *OF_FIGURES, *filter(None, PARTS)) if f"`{word}`" not in TEMPLATES] == []
    (tmp_path / "_frames").mkdir()
    (tmp_path / "_frames" / "荣誉.txt").write_text(blocks(TEMPLATES, "frames")[0], "utf-8")
    frames, problems = read_frames([tmp_path])
    assert (len(frames["荣誉"]), problems) == (2, [])


def test_page_of_keys_is_current(keys: ModuleType) -> None:
    assert (DOCS / "按键.md").read_text("utf-8") == keys.page(), "run make docs"


def test_page_of_keys_has_every_key_that_settings_can_change(keys: ModuleType) -> None:
    page = keys.page()
    listed = set(re.findall(r"^\| `.*\| `([a-z_]+\.[a-z_]+)` \|$", page, re.MULTILINE))
    assert len(listed) > 50 and listed == {name for name in WORDS if name in keys.bindings()}
    assert re.findall(r"^## [a-z]+$", page, re.MULTILINE) == [], "say in docs/keys.py where these keys work"


def test_manual_shows_settings_that_read(tmp_path: Path, keys: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = next(block for block in blocks(MANUAL, "yaml") if "按键:" in block)
    (tmp_path / "设置.yaml").write_text(shown, "utf-8")
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path))
    settings, problems = load(bindings=keys.bindings())
    assert (problems, settings.language, settings.theme, settings.cap) == ([], "zh", "浅色", 6000)
    assert settings.keys == {"desk.page": "f9", "desk.save": "ctrl+s,f10"}
    assert [word for word in SETTINGS if f"{word}:" not in shown] == []


def test_quoted_screens_are_those_of_the_stories(quoting: ModuleType) -> None:
    for page in quoting.QUOTING:
        text = page.read_text("utf-8")
        assert "<!-- 故事" in text, page
        assert quoting.quoted(text) == text, f"run make stories: {page.name}"


@pytest.mark.parametrize("number", range(1, 9))
def test_stories_fill_a_terminal_and_hold_no_clock(number: int, quoting: ModuleType) -> None:
    screens = quoting.screens(number)
    assert len(screens) > 3
    widest = {max(map(cell_len, screen.splitlines())) for screen in screens}
    assert max(widest) <= 160 and min(widest) <= 80
    times = re.findall(r"\b\d\d:\d\d\b", "".join(screens))
    assert set(times) <= {"09:00"}
