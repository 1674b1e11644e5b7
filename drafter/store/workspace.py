"""A workspace is a folder with ``facts/``: the reports in it, and the names that may become folders."""

import re
from pathlib import Path

from drafter.model.period import Period
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.store.files import SUFFIXES, report_files
from drafter.store.telling import problem
from drafter.store.vocabulary import nearest

FACTS = "facts"
LONGEST_NAME = 80  # characters; 255 bytes is what file systems take

_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_UNSAFE = re.compile('[\x00-\x1f\x7f<>:"/\\\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')


def find_workspace(start: Path) -> Path | None:
    """The nearest folder with ``facts/``, from ``start`` (a file or a folder) upwards; None when there is none."""
    start = Path(start).absolute()
    for folder in (start, *start.parents):
        if (folder / FACTS).is_dir():
            return folder
    return None


def report_names(start: Path) -> list[str]:
    """The reports of the workspace around ``start``: ``2024``, ``2024-H1``, ``科技局/2024`` …, by name."""
    workspace = find_workspace(start)
    return sorted(_reports(workspace)) if workspace else []


def _reports(workspace: Path) -> dict[str, Path]:
    """Name → folder. A folder called after a period, with YAML files in it, is a report."""
    found: dict[str, Path] = {}
    try:
        for folder in sorted((workspace / FACTS).iterdir()):
            if not folder.is_dir() or folder.name.startswith("."):
                continue
            if Period.parse(folder.name):
                if report_files(folder):
                    found[folder.name] = folder
                continue
            for below in sorted(folder.iterdir()):
                if below.is_dir() and Period.parse(below.name) and report_files(below):
                    found[f"{folder.name}/{below.name}"] = below
    except OSError:
        pass  # a folder that cannot be read holds no report for this user
    return found


def resolve(name: str | None, start: Path) -> Path:
    """The folder or file of the report called ``name``: a period, ``unit/period``, or a path. None: the only report.

    Raises Refused, exit code 2, naming the reports there are, when none or more than one is meant.
    """
    start = Path(start)
    workspace = find_workspace(start)
    reports = _reports(workspace) if workspace else {}
    if name is None:
        if (start.is_file() and start.suffix in SUFFIXES) or start.absolute() in {path.absolute() for path in reports.values()}:
            return start
        if len(reports) == 1:
            return next(iter(reports.values()))
        raise Refused(_which(reports, start), 2)
    if name in reports:
        return reports[name]
    path = start / name if start.is_dir() else start.parent / name
    if path.is_file() or (path.is_dir() and not (workspace and path.samefile(workspace))):
        return path
    same_period = [key for key in reports if key.rpartition("/")[2] == name]
    if len(same_period) == 1:
        return reports[same_period[0]]
    raise Refused(_not_found(name, reports, same_period), 2)


def safe_name(name: str) -> str:
    """``name``, when it may become a file or folder on every system. Raises Refused, exit code 2, with a name that may."""
    unsafe = (
        not name.strip(". \u3000")
        or name != name.strip()
        or name.endswith(".")
        or name.startswith(("~", "-", "."))
        or len(name) > LONGEST_NAME
        or len(name.encode("utf-8", "replace")) > 240
        or any("\ud800" <= sign <= "\udfff" for sign in name)
        or _UNSAFE.search(name)
        or _RESERVED.fullmatch(name)
    )
    if not unsafe:
        return name
    bare = _UNSAFE.sub("-", "".join(sign for sign in name if not "\ud800" <= sign <= "\udfff"))
    bare = re.sub(r"(?:\.\.?(?=-|$))|^[-~.\s]+", "", bare).strip(" .-~\u3000")[:60].strip(" .-~\u3000")
    if _RESERVED.fullmatch(bare):
        stem, dot, rest = bare.partition(".")
        bare = f"{stem}_{dot}{rest}"
    shown = name if len(name) <= 30 else name[:30] + "……"
    raise Refused(
        problem(
            "name-unsafe",
            Both(f"“{shown}”不能用作文件夹或文件的名字", f"“{shown}” cannot be the name of a folder or file"),
            Both(f"换成“{bare}”", f"use “{bare}”") if bare else Both("换成汉字、字母和数字", "use letters and digits"),
        ),
        2,
    )


def _listed(reports: "dict[str, Path] | list[str]") -> str:
    names = list(reports)
    return "、".join(names[:12]) + ("……" if len(names) > 12 else "")


def _which(reports: dict[str, Path], start: Path) -> Problem:
    if not reports:
        return problem(
            "report-none",
            Both("这里没有报告", "there is no report here"),
            Both(
                "用 drafter new 2024 新建，或用 drafter import 导入",
                "start one with drafter new 2024, or import one with drafter import",
            ),
            Place(str(start)),
        )
    return problem(
        "report-which",
        Both(f"有 {len(reports)} 份报告，没有说是哪一份", f"there are {len(reports)} reports; say which"),
        Both(f"写出期间：{_listed(reports)}", f"name one of: {_listed(reports)}"),
        Place(str(start)),
    )


def _not_found(name: str, reports: dict[str, Path], same_period: list[str]) -> Problem:
    if same_period:
        return problem(
            "report-which",
            Both(f"有几个单位都有 {name} 的报告", f"several units have a report for {name}"),
            Both(f"写出单位：{_listed(same_period)}", f"name the unit: {_listed(same_period)}"),
        )
    near = nearest(name, list(reports))
    if near:
        fix = Both(f"是不是 {near}；现有：{_listed(reports)}", f"perhaps {near}; there are: {_listed(reports)}")
    elif reports:
        fix = Both(f"现有：{_listed(reports)}", f"there are: {_listed(reports)}")
    else:
        fix = Both("用 drafter new 新建，或写出文件夹", "start one with drafter new, or name a folder")
    return problem("report-unknown", Both(f"没有“{name}”这份报告", f"there is no report “{name}”"), fix)
