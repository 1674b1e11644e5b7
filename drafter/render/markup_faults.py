"""What is wrong with the markup a template wrote, told by the words that stand near it and, where that is certain, by its line."""

import re
from html import unescape

from jinja2 import Environment, TemplateError, meta

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.render.vocabulary import MarkupError

_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
# A tag whose name a template puts together: <h{{ item.级 }}>.
_COMPOSED = re.compile(r"<([\w.-]*)\{[{%]")
_NEAR = 15


def markup_fault(error: MarkupError, markup: str, environment: Environment, name: str) -> Problem:
    """``error`` was found in ``markup``, which the template ``name`` rendered to."""
    tag, detail = error.tag, error.detail
    said = {
        "unknown": Both(f"模板里的标签 <{tag}> 不能用。", f"The template uses <{tag}>, which is no tag of a report."),
        "nested": Both(f"模板里的 <{tag}> 写在了另一段落里面。", f"The template opens <{tag}> inside another paragraph."),
        "misplaced": Both(
            f"模板里的 <{tag}> 放错了位置：table 里只有 tr，tr 里只有 th、td，th、td 里只有文字和 b，b 只在段落和单元格里。",
            f"The template opens <{tag}> in the wrong place: table holds tr, tr holds th and td, "
            "a cell holds text and b, and b stands in a paragraph or a cell.",
        ),
        "attribute": Both(
            f"模板里的 <{tag}> 不能写属性 {detail}。", f"The template gives <{tag}> the attribute {detail}, which it has not."
        ),
        "value": Both(
            f"模板里的 <{tag} {detail}> 写得不对。", f"The template writes <{tag} {detail}>, which is no value for it."
        ),
        "loose text": Both(f"模板里的文字“{tag}”不在任何段落里。", f"The template writes “{tag}” outside any paragraph."),
        "malformed": Both(f"模板的标签没有成对（<{tag}> 附近）。", f"The tags of the template do not match (near <{tag}>)."),
    }[error.reason]
    fix = {
        "attribute": Both(
            "属性只有 class data-number data-start data-level data-fact，图还有 data-chart data-title data-unit data-alt，哪个标签可写哪个见 docs/templates.md。",
            "Attributes: class data-number data-start data-level data-fact, of a figure data-chart data-title data-unit data-alt; docs/templates.md says which tag has which.",
        ),
        "value": Both(
            "data-level 写 1 至 6，data-start 写数字，class 的写法见 docs/templates.md。",
            "data-level is 1 to 6, data-start a number; docs/templates.md has the classes.",
        ),
    }
    tags = "title h1…h6 p b table tr th td figure hr section div"
    near = _near(markup, error.line, error.column)
    where = Both(f"在“{near}”附近。", f" It is near “{near}”.") if near and error.reason != "loose text" else Both("", "")
    return Problem(
        "template-markup",
        Both(said.zh + where.zh, said.en + where.en),
        fix.get(error.reason, Both(f"可用的标签：{tags}。", f"Tags: {tags}.")),
        place=_place(tag if error.reason == "unknown" else None, environment, name),
    )


def _near(markup: str, line: int, column: int) -> str:
    """The words on both sides of a point in the markup; those of the line before where its own has none."""
    lines = re.split(r"\r\n?|\n", markup)  # as XML counts them
    before, after = _words(lines[line - 1][:column]), _words(lines[line - 1][column:])
    if not before and not after and line > 1:
        before = _words(lines[line - 2])
    return before[-_NEAR:] + after[:_NEAR]


def _words(markup: str) -> str:
    return unescape(re.sub(r"<!--.*?-->|<[^>]*>?", "", markup)).strip()


def _place(tag: str | None, environment: Environment, name: str) -> Place:
    """The only place where the templates in use open ``tag``; else the layout's own file, as a false line is worse than none."""
    texts, all_of_them = _in_use(environment, name)
    if tag and all_of_them and not any(tag.startswith(start) for text in texts.values() for start in _COMPOSED.findall(text)):
        opened = re.compile(rf"<{re.escape(tag)}(?![\w.:-])")
        found = [(file, text.count("\n", 0, hit.start()) + 1) for file, text in texts.items() for hit in opened.finditer(text)]
        if len(found) == 1:
            return Place(*found[0])
    return Place(next(iter(texts), name))


def _in_use(environment: Environment, name: str) -> tuple[dict[str, str], bool]:
    """File → text, without comments, of the template and of those it names, itself first.

    And whether these are all: a name that is only known while rendering is not followed.
    """
    assert environment.loader is not None
    texts: dict[str, str] = {}
    seen: set[str | None] = set()
    names: list[str | None] = [name]
    while names:
        named = names.pop()
        if named in seen:
            continue
        seen.add(named)
        if named is None:
            continue
        try:
            text, file, _ = environment.loader.get_source(environment, named)
            names += meta.find_referenced_templates(environment.parse(text))
        except TemplateError:  # an optional one that is missing
            continue
        texts[str(file)] = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return texts, None not in seen
