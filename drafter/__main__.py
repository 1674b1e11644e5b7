"""``python -m drafter`` is the ``drafter`` command."""

import sys

from drafter.cli import main

sys.exit(main())
