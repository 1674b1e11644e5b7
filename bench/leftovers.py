"""What the rules cost (CPU) on 10,000 facts that came from 10,000 others: leftovers.py [FACTS]. Each rule, then all of them."""

import random
import sys
from time import process_time

from drafter.checks import checks, run
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import Layout, Style

_WORDS = [
    "企业",
    "平台",
    "项目",
    "人才",
    "成果",
    "转化",
    "园区",
    "乡镇",
    "服务",
    "培训",
    "监测",
    "整治",
    "巡查",
    "建设",
    "改造",
    "推进",
    "完成",
    "举办",
    "印发",
    "指导",
]


def sentence(chance: random.Random) -> str:
    return "".join(chance.choices(_WORDS, k=12)) + f"{chance.randrange(10, 5000)}项"


def report(year: int, count: int, seed: int, before: str = "") -> Report:
    """Half of what it says is the same in every year."""
    same, own = random.Random(1), random.Random(seed)
    figures = tuple(
        Figure(
            id=f"指标{number}",
            name=f"第{number}项指标数",
            value=str(own.randrange(100, 9999)),
            unit="家",
            origins=(f"{before}/指标/指标{number}",) if before else (),
        )
        for number in range(count // 10)
    )
    facts = []
    for number in range(count):
        text = f"{year}年，{sentence(own)}；{sentence(same)}。{{{{ 指标{number % len(figures)} }}}}，{sentence(own)}。"
        facts.append(
            Fact(id=f"条目{number}", title=f"第{number}条", text=text, origin=f"{before}/条目{number}" if before else "")
        )
    origins = (before,) if before else ()
    return Report(
        unit="某局", period=Period(year), title=f"{year}年总结", origins=origins, figures=figures, achievements=tuple(facts)
    )


def main(count: int) -> None:
    old = Earlier("2023", report(2023, count, 2))
    now = report(2024, count, 3, "2023")
    layout = Layout("二段式", "", Style(), {})

    def subject() -> Subject:
        return Subject(now, layout, "2024", earlier=lambda: (old,), reached=lambda _: (old,))

    for turn in ("first", "again"):
        began = process_time()
        problems = run(subject())
        print(f"all rules, {turn}: {process_time() - began:.3f} s, {len(problems)} problems")
    for rule in checks():
        one = subject()
        began = process_time()
        list(rule(one))
        print(f"  {rule.__module__.rpartition('.')[2]:<14} {process_time() - began:.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
