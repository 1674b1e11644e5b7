"""Which files of a folder are a report's."""

from pathlib import Path

SUFFIXES = (".yaml", ".yml")


def report_files(folder: Path) -> list[Path]:
    """The YAML files of a report's folder, by name (2 before 10). Hidden files (an editor's, a lock) are not among them."""
    found = (path for path in folder.iterdir() if path.suffix in SUFFIXES and path.name[0] != "." and path.is_file())
    return sorted(found, key=_natural)


def _natural(path: Path) -> list[tuple[int, str]]:
    """Runs of digits count as numbers: 成绩2.yaml comes before 成绩10.yaml."""
    parts = "".join(sign if sign.isdecimal() else f"\0{sign}\0" for sign in path.name).split("\0")
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part]
