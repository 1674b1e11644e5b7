"""diff of two reports of 10,000 facts, whole process: one with a third changed, and one where all facts are alike. bench/diff.py [FOLDER]"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

FACTS, SECTIONS, PLANS = 10_000, 20, 2
DRAFTER = Path(sys.executable).with_name("drafter")


def fact(number: int, alike: bool, changed: bool) -> tuple[str, str]:
    """Heading and text. Alike: all facts share all words but one name."""
    name = f"{chr(0x4E00 + number)}{chr(0x5E00 + number % 3_000)}"
    if alike:
        heading, text = f"推进{name}片灌区改造", f"{name}片灌区衬砌渠道{number % 90}公里，改善灌溉面积{number % 7}万亩"
    else:
        other = "".join(chr(0x4E00 + (number * step) % 20_000) for step in (7, 11, 13, 17, 19, 23))
        heading, text = f"{name}{other[:2]}工程", f"{other}新建{number % 90}处，{name}受益{number % 50}万人"
    if changed:
        heading, text = f"整修{heading}", f"{text[: len(text) // 2]}，逐项验收，{text[len(text) // 2 :]}"
    return heading, f"{text}。"


def report(period: str, alike: bool, changed: bool) -> str:
    lines = [f"单位: 某局\n期间: {period}\n标题: {period}年工作总结\n成绩:"]
    for section in range(SECTIONS):
        lines += ["打算:"] if section == SECTIONS - PLANS else []
        lines.append(f"- 标题: 第{section}部分\n  分项:")
        for number in range(section * FACTS // SECTIONS, (section + 1) * FACTS // SECTIONS):
            heading, text = fact(number, alike, changed and number % 3 == 0)
            lines.append(f"  - 标题: {heading}\n    正文: {text}")
    return "\n".join(lines) + "\n"


def seconds(folder: Path, *arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([DRAFTER, "diff", "2023", "2024", *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(folder: Path) -> None:
    for alike in (False, True):
        for period in ("2023", "2024"):
            home = folder / ("alike" if alike else "plain") / "facts" / period
            home.mkdir(parents=True, exist_ok=True)
            (home / "报告.yaml").write_text(report(period, alike, period == "2024"), "utf-8")
        for format in ("txt", "json", "docx"):
            place = folder / ("alike" if alike else "plain")
            arguments = ("-o", "对照.docx") if format == "docx" else ("--format", format)
            taken = min(seconds(place, *arguments) for _ in range(3))
            print(f"{'all alike' if alike else 'a third changed':16}  {format:5}  {taken:.2f} s of CPU")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
