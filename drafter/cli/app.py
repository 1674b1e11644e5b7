"""The ``drafter`` command. A verb is a module in ``commands``; it is found by being there and imported when it is asked for."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

import click

from drafter import __version__
from drafter.cli import commands
from drafter.cli.help import with_help
from drafter.cli.language import say

#: import is a word of Python's, so its module is called importing; the others are called what they are.
_RENAMED = {"importing": "import"}


@cache
def _verbs() -> dict[str, str]:
    """Verb → module name."""
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    return {_RENAMED.get(name, name): name for name in names}


class _Verbs(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_verbs())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _verbs().get(cmd_name)
        if module is None:
            return None
        found: click.Command = import_module(f"{commands.__name__}.{module}").command
        return with_help(found)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in _verbs():
            self._unknown(ctx, args[0])
        return super().resolve_command(ctx, args)

    def _unknown(self, ctx: click.Context, name: str) -> None:
        from difflib import get_close_matches

        close = get_close_matches(name, list(_verbs()), 1)
        hint = (
            say(f"是不是“{close[0]}”？", f"Did you mean “{close[0]}”?")
            if close
            else say("drafter --help 列出全部命令。", "drafter --help lists them.")
        )
        ctx.fail(say(f"没有“{name}”这个命令。{hint}", f"There is no command “{name}”. {hint}"))


def app() -> click.Group:
    """The command, its help in the language that was chosen."""
    group = _Verbs(
        name="drafter",
        invoke_without_command=True,
        help=say(
            "起草半年、全年工作总结：填写事实，生成公文格式的 Word 文档。",
            "Drafts half-year and annual work summaries: facts in, an official Word document out.",
        ),
        context_settings={"max_content_width": 100},
        callback=_no_verb,
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(["zh", "en"]),
                help=say("界面语言，默认随系统。", "Language; the locale's by default."),
                expose_value=False,
            ),
        ],
    )
    group = with_help(group)  # type: ignore[assignment]  # it stays the group it was
    return click.version_option(__version__, message="drafter %(version)s", help=say("显示版本。", "Show the version."))(group)


@click.pass_context
def _no_verb(context: click.Context) -> int | None:
    if context.invoked_subcommand is not None:
        return None
    from drafter.cli.terminal import open_app

    return open_app()
