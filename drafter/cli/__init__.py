"""The command line: a face over the actions. It parses, calls one action, and prints."""

import gc
import os
import sys
from typing import NoReturn


def run() -> NoReturn:
    """The ``drafter`` program. A run is short: collecting garbage, and tearing down what the system takes back anyway, is a
    sixth of its time.
    """
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 4
    os._exit(code)


def main(arguments: list[str] | None = None) -> int:
    """Runs ``drafter`` and returns its exit code: 0 fine, 1 facts have problems, 2 usage, 3 input refused, 4 disk or conflict."""
    from drafter.cli import language, output
    from drafter.model.problem import Refused

    given = sys.argv[1:] if arguments is None else arguments
    output.prepare()
    language.choose(given)
    try:
        return _run(language.without_choice(given))
    except Refused as refusal:
        output.report(refusal.problems)
        return refusal.exit_code
    except KeyboardInterrupt:
        output.tell(language.say("已停止，没有改动。", "Stopped; nothing was changed."))
        return output.USAGE
    except BrokenPipeError:
        return output.FINE
    except OSError as error:
        from drafter.store.save import reason

        why = reason(error)
        name = f"{error.filename}: " if error.filename else ""
        output.tell(
            name + language.say(f"读写出错：{why.zh}。检查路径、权限和磁盘。", f"{why.en}. Check path, permissions and disk.")
        )
        return output.DISK
    except Exception as error:
        if os.environ.get("DRAFTER_DEBUG"):
            raise
        output.tell(
            language.say(
                f"drafter 自己出了错（{type(error).__name__}: {error}），原有文件没有改动。\n"
                "    请把这句话和所用的文件发给维护者；设 DRAFTER_DEBUG=1 可看细节。",
                f"drafter itself failed ({type(error).__name__}: {error}); no file was changed.\n"
                "    Please report this line with the file in use; DRAFTER_DEBUG=1 shows more.",
            )
        )
        return output.REFUSED


def _run(given: list[str]) -> int:
    """The verb that was given. The app needs nothing of click, whose import it would notice."""
    if not given or (len(given) == 2 and given[0] == "edit" and not given[1].startswith("-")):
        from drafter.cli.terminal import open_app

        return open_app(*given[1:])
    import click

    from drafter.cli import output
    from drafter.cli.app import app
    from drafter.cli.help import usage_message

    try:
        result = app().main(given, prog_name="drafter", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else output.FINE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        output.tell(f"drafter: {usage_message(error)}")
        return output.USAGE
    except click.Abort as abort:
        raise KeyboardInterrupt from abort
