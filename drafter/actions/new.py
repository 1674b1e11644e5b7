"""A new report: its layout's sections, ready to be filled; or what earlier reports said, ready to be brought up to date."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from drafter.actions.init import SCHEMA_NAME
from drafter.actions.opening import sound_layout
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Place, Problem, Refused
from drafter.model.report import Report
from drafter.model.style import DEFAULT_LAYOUT, Layout
from drafter.model.words import Both
from drafter.store.folder import read_report, report_files
from drafter.store.layouts import search_path
from drafter.store.newfile import write_report
from drafter.store.save import save
from drafter.store.workspace import FACTS, find_workspace, report_names, resolve

FILE_NAME = "报告.yaml"
#: What a new report shows of the fields that it does not begin with.
GUIDE = """
# 还可以写（去掉行首的 # 号）：
# 导语: 标题之后的开头几段，一段一行。
# 署名: 发文单位
# 成文日期: 2025年1月8日
# 指标:
#   - {编号: 高企净增, 名称: 高新技术企业净增数, 数值: 76, 单位: 家, 同期: 70}
# 正文里写 {{ 高企净增 }} 就印成 76家，写 {{ 高企净增.同比 }} 就印成 增长8.6%。
# 问题:
#   - 标题: 一句话点出短板
#     正文: 数据和差距。
# 写好后运行 drafter check 检查，drafter render 生成 Word 文档。
"""


class Made(NamedTuple):
    """``path``: the file that was written, the report's folder where it was there. ``notes``: what has to be said of it."""

    path: Path
    changed: bool = True
    notes: Sequence[Problem] = ()


def new(
    period: str,
    start: Path,
    unit: str = "",
    layout: str = "",
    folder: Path | None = None,
    sources: Sequence[str] = (),
    again: bool = False,
) -> Made:
    """Writes the report's first file. Raises Refused where there is a report already.

    ``folder``: where it belongs; None: facts/<period>, or beside the first source. ``sources`` name earlier reports that it
    begins from: into a report that is there, what it does not have of them is put.
    A source that it came from before changes nothing, unless ``again`` asks for what is missing and was not dropped.
    """
    parsed = parse_period(period)
    workspace = find_workspace(start)
    if sources:
        return _begun(parsed, start, unit, layout, folder, sources, again)
    home = folder or (workspace or start) / FACTS / str(parsed)
    found = sound_layout(layout or DEFAULT_LAYOUT, search_path(workspace))
    report = empty(parsed, unit or the_unit(start), found, named=bool(layout))
    return Made(write_new(report, home, GUIDE))


def _begun(period: Period, start: Path, unit: str, layout: str, folder: Path | None, names: Sequence[str], again: bool) -> Made:
    from drafter.actions.carrying import sources

    home = folder or sources.home_for(names, start, period)
    if layout:
        sound_layout(layout, search_path(find_workspace(start)))
    found, notes = sources.find(names, start, home, period)
    if home.is_dir() and report_files(home):
        return _merged(period, home, found, notes, again)
    from drafter.actions.carrying.report import compose
    from drafter.actions.carrying.writing import written

    report, said = compose(found, sources.beside(found, home, period), period)
    report = replace(report, unit=unit or report.unit, layout=layout or report.layout)
    return Made(_write(home, written(report)), True, [*notes, *said])


def _merged(period: Period, home: Path, found: list[Earlier], notes: list[Problem], again: bool) -> Made:
    from drafter.actions.carrying.merging import merge
    from drafter.actions.carrying.sources import beside

    origins = read_report(home).report.origins
    fresh = found if again else [earlier for earlier in found if earlier.name not in origins]
    notes += [_known(earlier, home) for earlier in found if earlier not in fresh]
    if not fresh:
        return Made(home, False, notes)
    changed, said = merge(home, fresh, beside([*found, *fresh], home, period), period)
    return Made(home, changed, [*notes, *said])


def _known(earlier: Earlier, home: Path) -> Problem:
    return Problem(
        "carried-known",
        Both(
            f"{home.name} 已经由 {earlier.name} 带入过，没有改动。",
            f"{home.name} came from {earlier.name} before; nothing changed.",
        ),
        Both("要补上缺的条目，加 --again；已经放下的不会回来。", "--again brings what is missing; what was dropped stays away."),
        severity="info",
        place=Place(str(home)),
    )


def _editor_line(home: Path) -> str:
    """Tells an editor where the schema is, where a workspace has one beside its reports."""
    schema = home.parent / SCHEMA_NAME
    return f"# yaml-language-server: $schema=../{SCHEMA_NAME}\n" if schema.is_file() else ""


def parse_period(text: str) -> Period:
    """Raises Refused, exit code 2, for anything that names no period."""
    period = Period.parse(text)
    if period is None:
        raise Refused(
            Problem(
                "period-unreadable",
                Both(f"“{text}”不是期间。", f"“{text}” is no period."),
                Both(
                    "写 2024（全年）、2024-H1（上半年）、2024-Q3（三季度）或 2024-M09（1—9月）。",
                    "Write 2024, 2024-H1, 2024-Q3 or 2024-M09 (January to September).",
                ),
            ),
            2,
        )
    return period


def empty(period: Period, unit: str, layout: Layout, named: bool = True) -> Report:
    """A report with nothing but what its layout begins with."""
    sections = {part: tuple(Fact(title=heading) for heading in headings) for part, headings in layout.sections.items()}
    return Report(
        unit=unit,
        period=period,
        layout=layout.name if named else "",
        title=unit + layout.title.replace("{期间}", period.words).replace("{下期}", period.plan_words),
        achievements=sections.get("成绩", ()),
        issues=sections.get("问题", ()),
        plans=sections.get("打算", ()),
    )


def the_unit(start: Path) -> str:
    """The unit that the workspace's reports agree on; "" where they do not, or there are none."""
    units = {read_report(resolve(name, start)).report.unit for name in report_names(start)}
    return units.pop() if len(units) == 1 else ""


def write_new(report: Report, home: Path, guide: str = "") -> Path:
    """Writes a whole new report into ``home``, with ``guide`` after it. Raises Refused where that folder holds facts already."""
    if any(home.glob("*.yaml")) or any(home.glob("*.yml")):
        raise Refused(
            Problem(
                "report-exists",
                Both(f"{home} 里已经有报告。", f"{home} holds a report already."),
                Both(
                    "换一个期间或文件夹（--to），或先移走原来的文件。",
                    "Choose another period or folder (--to), or move the old files away.",
                ),
                place=Place(str(home)),
            ),
            4,
        )
    return _write(home, write_report(report) + guide)


def _write(home: Path, text: str) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = home / FILE_NAME
    save(path, f"{_editor_line(home)}{text}".encode(), expected=None)
    return path
