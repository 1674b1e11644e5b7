"""What the rules over text cost (CPU): checking.py [TEXT] [FACTS]. A document of 8,000 characters warm, then a report of 10,000
facts; each rule by itself, the dearest first.

TEXT is a real report (seed 003 by default), taken over and over to make up the length. Asked: 30 ms and 1 s.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

from drafter.actions.importing import look
from drafter.checks import read, text_checks
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.reading import of_report
from drafter.model.fact import Fact
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import Layout, Style

SEED = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "003.txt"
_ROUNDS = 9


def spent(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """The least CPU seconds of several runs."""
    taken = []
    for _ in range(rounds):
        began = process_time()
        work()
        taken.append(process_time() - began)
    return min(taken)


def document(paragraphs: Iterable[Paragraph], length: int) -> list[Paragraph]:
    """The paragraphs of a report, over and over, up to so many characters."""
    made: list[Paragraph] = []
    source = list(paragraphs)
    while length > 0:
        for paragraph in source:
            made.append(paragraph)
            length -= len(paragraph.text)
            if length <= 0:
                break
    return made


def report(paragraphs: list[Paragraph], facts: int) -> Report:
    """So many facts whose texts are sentences of the report, each told apart by a number."""
    sentences = [f"{part}。" for each in paragraphs for part in each.text.split("。") if len(part) > 12]
    texts = (f"{number}号任务，{sentences[number % len(sentences)]}" for number in range(facts))
    return Report(unit="某局", period=Period(2024), title="总结", achievements=tuple(Fact(text=text) for text in texts))


def main(text: Path, facts: int) -> None:
    taken = look(text, text.parent)
    source = [Paragraph(row.text, row.role, row.level, "成绩", row.kind) for row in taken.outline.rows]
    small = document(source, 8000)

    def once() -> None:
        list(read(Manuscript(small, taken.report.period, foreign=True)))

    print(f"8,000 characters, warm: {spent(once) * 1000:.1f} ms")
    large = report(source, facts)
    layout = Layout("三段式", "", Style(), {})
    signs = sum(len(fact.text) for fact in large.achievements)
    whole = spent(lambda: list(read(of_report(large, layout))), 3)
    print(f"{facts} facts, {signs} characters: {whole:.2f} s")
    manuscript = of_report(large, layout)
    costs = {
        check.__module__.removeprefix("drafter.checks.text."): spent(lambda c=check: list(c(manuscript)), 2)
        for check in text_checks()
    }
    for name, cost in sorted(costs.items(), key=lambda item: -item[1]):
        print(f"  {name:<32} {cost * 1000:.0f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEED, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
