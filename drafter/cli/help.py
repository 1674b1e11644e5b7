"""click's own words, in the reader's language."""

from typing import Any

import click

from drafter.cli.language import say


class Formatter(click.HelpFormatter):
    """The headings of a help page."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, say("用法：", "Usage: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading({"Options": say("选项", "Options"), "Commands": say("命令", "Commands")}.get(heading, heading))


click.Context.formatter_class = Formatter


def _show(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


def help_option() -> click.Option:
    """-h and --help, described in the reader's language."""
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_show,
        help=say("显示帮助。", "Show this help."),
    )


def with_help(command: click.Command) -> click.Command:
    """The command, with our help option in place of click's."""
    if command.add_help_option:
        command.add_help_option = False
        command.params.append(help_option())
    return command


def usage_message(error: click.ClickException) -> str:
    """What was wrong with the command line."""
    if isinstance(error, click.NoSuchOption):
        close = "、".join(error.possibilities or ())
        hint = (
            say(f"是不是 {close}？", f"Did you mean {close}?")
            if close
            else say("用 --help 查看全部选项。", "--help lists the options.")
        )
        return say(f"没有选项 {error.option_name}。{hint}", f"There is no option {error.option_name}. {hint}")
    if isinstance(error, click.MissingParameter):
        name = _name(error.param)
        return say(f"缺少参数 {name}。用 --help 查看用法。", f"{name} is missing. --help shows the usage.")
    if isinstance(error, click.BadParameter):
        choices = getattr(getattr(error.param, "type", None), "choices", None)
        if choices:
            listed = "、".join(map(str, choices))
            return say(f"{_name(error.param)} 只能是 {listed}。", f"{_name(error.param)} must be one of {listed}.")
    return error.format_message()


def _name(parameter: Any) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.human_readable_name if parameter else ""
