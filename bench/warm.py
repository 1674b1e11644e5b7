"""Warm rendering beside the peers' floor: warm.py DATA_FOLDER [SIZE]. The report is read once; render and pack are timed."""

import gc
import statistics
import sys
import time
from pathlib import Path

from drafter.actions.opening import open_report
from drafter.actions.render import document

ROUNDS = 41


def median_ms(work) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000


def main(folder: Path, size: str) -> None:
    gc.disable()  # as the command does: it lives for one report
    opened = open_report(str(folder / f"drafter_r{size}.yaml"), folder)
    print(f"drafter, warm, x{size}: {median_ms(lambda: document(opened, 'docx')):.2f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "1")
