"""The command line: a face over the actions."""


def main() -> int:
    """Entry point of the ``drafter`` command."""
    raise NotImplementedError
