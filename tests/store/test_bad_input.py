"""Bad input: each file of bad/ beside the problems that are told of it, one a line: place, severity, code, message, fix.

After a change of wording: DRAFTER_ACCEPT=1 pytest tests/store/test_bad_input.py, then read the diff.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model.problem import Problem
from drafter.store.folder import join, read_report
from drafter.store.reader import parse

BAD = Path(__file__).parent / "bad"
CASES = sorted(path.stem for path in BAD.glob("*.yaml"))


def told(problems: list[Problem]) -> str:
    lines = []
    for each in problems:
        where = f"{each.place.line or '-'}:{each.place.column or '-'}"
        lines.append(f"{where} {each.severity} {each.code} {each.message.zh} {each.fix.zh}\n")
    return "".join(lines)


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_explained(name: str) -> None:
    path = BAD / f"{name}.yaml"
    reading = read_report(path)
    found = told(reading.problems)
    expected = path.with_suffix(".expected")
    if os.environ.get("DRAFTER_ACCEPT"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")
    assert found, "a bad file without a problem"
    for problem in reading.problems:
        assert problem.message.en and problem.fix.en and problem.place.file == str(path)


def test_there_are_at_least_sixty_cases() -> None:
    assert len(CASES) >= 60


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "deep brackets": (lambda: b"a: " + b"[" * 1_000_000, "yaml-depth"),
    "deep dashes": (lambda: b"- " * 200_000, "yaml-depth"),
    "deep keys": (lambda: b"".join(b" " * depth + b"a:\n" for depth in range(2_000)), "yaml-depth"),
    "just too deep": (lambda: b"a: " + b"[" * 64 + b"]" * 64, "yaml-depth"),
    "many aliases": (lambda: b"a: &a x\nb: [" + b"*a, " * 101 + b"]\n", "yaml-alias"),
    "billion laughs": (
        lambda: (
            b"a: &a [x,x,x,x,x,x,x,x,x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (98 + i, 98 + i, b",".join([b"*%c" % (97 + i)] * 9)) for i in range(9))
        ),
        "yaml-nodes",
    ),
    "recursive alias": (lambda: b"a: &a [*a]\n", "yaml-alias"),
    "merge bomb": (lambda: b"a: &a {x: 1}\n" + b"".join(b"b%d: {<<: [*a, *a]}\n" % i for i in range(40)), "yaml-merge"),
    "large file": (lambda: b"# " + b"x" * 5_000_001, "file-large"),
    "long number": (lambda: "指标:\n- 编号: a\n  数值: ".encode() + b"9" * 5_000 + b"\n", "value-number"),
    "braces": (lambda: b"{" * 100_000, "yaml-key"),
    "slips by the thousand": (lambda: "数值：1\n".encode() * 100_000, "near-colon"),
    "many keys with question marks": (lambda: b"? a\n: " * 40_000, "yaml-syntax"),
    "one long line": (lambda: "标题: [".encode() + "，".encode() * 1_000_000, "near-unclosed"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(name: str) -> None:
    make, code = BOMBS[name]
    data = make()
    reading = join([parse(data, "bomb.yaml")])
    assert code in {problem.code for problem in reading.problems}
    assert len(reading.problems) < 1_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_bombs_stay_within_100_mb() -> None:
    """In a process of its own. Its VmHWM is its own too; ru_maxrss begins at what the test runner had."""
    script = (
        "from drafter.store.reader import parse\n"
        "parse(b'a: ' + b'[' * 4_000_000, 'x')\n"
        "parse(b'a: &a [' + b'x, ' * 900 + b']\\n' + b'b: [' + b'*a, ' * 100 + b']\\n', 'x')\n"
        "parse(b'# ' + b'x' * 6_000_000, 'x')\n"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) < 100_000


def test_sixty_four_levels_are_read() -> None:
    assert parse(b"a: " + b"[" * 63 + b"]" * 63, "x").sound
