"""How many files does kill -9 damage during a save? python bench/kill_save.py [KILLS]

A child saves two texts in turn, as fast as it can; it is killed after a random moment. After each kill the file must be one
of the two, whole.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from drafter.store.save import save

TEXTS = [sign.encode() * 60_000 for sign in ("甲", "乙")]


def main(kills: int) -> int:
    """Prints the number of damaged files and returns it."""
    dice = random.Random(9704)
    damaged = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.yaml"
        save(path, TEXTS[0], None)
        for _ in range(kills):
            child = os.fork()
            if child == 0:
                while True:
                    for text in TEXTS:
                        save(path, text)
            time.sleep(dice.uniform(0.001, 0.012))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            if not path.exists() or path.read_bytes() not in TEXTS:
                damaged += 1
        save(path, TEXTS[0])
        left = [name for name in os.listdir(folder) if name != path.name]
        print(f"{kills} kills, {damaged} damaged, {len(left)} stray files after the next save")
        return damaged + len(left)


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)))
