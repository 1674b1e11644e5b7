"""``python -m drafter`` is the ``drafter`` command."""

from drafter.cli import run

run()
