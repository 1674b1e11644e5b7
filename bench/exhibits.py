"""A report with 20 tables and 20 charts, rendered warm: at most 100 ms. exhibits.py [TABLES CHARTS]"""

import gc
import sys
from dataclasses import replace
from pathlib import Path

from warm import median_ms

from drafter.actions.opening import open_report
from drafter.actions.render import document
from drafter.model.exhibit import CHARTS, Chart, Table

ROOT = Path(__file__).resolve().parents[1]
ROWS = "县区 | 2022年 | 2023年 | 2024年 | 增长\n" + "\n".join(f"第{n}县区 | {n}1 | {n}2.5 | {n}3.75 | {n}.1%" for n in range(20))


def main(tables: int, charts: int) -> None:
    gc.disable()
    opened = open_report(str(ROOT / "facts" / "2024"), ROOT)
    figures = [figure.id for figure in opened.report.figures][:8]
    report = replace(
        opened.report,
        tables=tuple(Table(title=f"表{n}", rows=ROWS) if n % 2 else Table(content="主要指标") for n in range(tables)),
        charts=tuple(Chart(kind=CHARTS[n % 3], figures=tuple(figures), periods=("2022", "2023", "2024")) for n in range(charts)),
    )
    full = replace(opened, report=report)
    for format in ("docx", "html", "txt"):
        print(f"{tables} tables, {charts} charts, {format}: {median_ms(lambda: document(full, format)):.1f} ms")  # noqa: B023
    plain = replace(opened, report=replace(report, tables=(), charts=()))
    print(f"without, docx: {median_ms(lambda: document(plain, 'docx')):.1f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3])) if len(sys.argv) > 2 else main(20, 20)
