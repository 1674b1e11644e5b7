"""Carry-over of a large report: carrying.py [FACTS]. Times `drafter new 2025 --from 2024` as a whole process, and new from two."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.store.newfile import write_report

DRAFTER = Path(sys.executable).with_name("drafter")


def report(period: str, facts: int) -> Report:
    """Sections of ten groups of ten; a figure for every twentieth fact; a tenth of the facts are plans."""
    parsed = Period.parse(period)
    assert parsed is not None
    figures = tuple(
        Figure(id=f"指标{number}", name=f"第{number}项工作量", value=str(100 + number), unit="家", combine="累加", target="200")
        for number in range(facts // 20)
    )
    return Report(
        unit="某市科学技术局",
        period=parsed,
        title=f"某市科学技术局{parsed.words}工作总结和{parsed.plan_words}工作打算",
        lead=f"{parsed.words}，全局工作平稳。",
        figures=figures,
        achievements=tuple(_section(parsed, number, len(figures)) for number in range(facts * 9 // 10 // 111)),
        plans=tuple(
            Fact(
                title=f"抓好第{number}类任务",
                text=f"确保{parsed.next.year}年底前完成第{number}类任务{number + 3}项。",
                due=f"{parsed.next.year}年12月底",
            )
            for number in range(facts // 10)
        ),
    )


def _section(period: Period, section: int, figures: int) -> Fact:
    def point(group: int, item: int) -> Fact:
        number = section * 100 + group * 10 + item
        return Fact(
            title=f"第{number}项举措落地见效",
            text=f"{period.words}走访企业{number}家，完成{{{{ 指标{number % max(figures, 1)} }}}}，比{period.year - 1}年增加{item}项，解决第{number}类问题。",
            office="综合科",
        )

    groups = tuple(
        Fact(title=f"第{section}之{group}组工作", children=tuple(point(group, item) for item in range(10))) for group in range(10)
    )
    return Fact(id=f"节{section}", title=f"坚持第{section}方面工作有序推进", children=groups)


def main(facts: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for period in ("2023", "2024-H1", "2024"):
            home = Path(folder) / "facts" / period
            home.mkdir(parents=True)
            (home / "报告.yaml").write_text(write_report(report(period, facts)), "utf-8")
        for arguments in (
            ("2025", "--from", "2024"),
            ("2024-H2", "--from", "2024-H1", "--from", "2023"),
            ("2025", "--from", "2024-H1"),
        ):
            began = time.perf_counter()
            ran = subprocess.run([DRAFTER, "new", *arguments], cwd=folder, capture_output=True, text=True, check=False)
            print(f"{' '.join(arguments)}: {time.perf_counter() - began:.2f} s, exit {ran.returncode}", ran.stderr.strip()[:200])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
