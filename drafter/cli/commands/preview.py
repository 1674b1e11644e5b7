"""preview: the pages as another program draws them: in the terminal, as a PDF, or as pictures."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout, complete_report, complete_version
from drafter.cli.editions import editions
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.proof import Proof


@click.command(
    "preview",
    help=say("看排出来的样子：在终端里，或画成 PDF、图片。", "Show the pages: in the terminal, or as PDF or pictures."),
)
@click.argument("report", required=False, shell_complete=complete_report)
@click.option(
    "-o",
    "--output",
    "target",
    help=say(
        "写到文件（样子.pdf），或写到文件夹，一页一张 page-1.png；- 表示把 PDF 写到标准输出。",
        "A file to write (pages.pdf), or a folder for page-1.png and so on; - for the PDF on standard output.",
    ),
)
@click.option("--pages", help=say("终端里只看哪几页，如 1,3-5。", "Which pages to show in the terminal, such as 1,3-5."))
@click.option("--layout", shell_complete=complete_layout, help=say("换用另一种版式。", "Use another layout."))
@click.option(
    "--version",
    shell_complete=complete_version,
    help=say("报告里“版本”的哪一个，如 2000字版。", "Which of the report's versions (版本), such as 2000字版."),
)
@click.option(
    "--draft",
    is_flag=True,
    help=say(
        "看送核的草稿：要核对的都标出来，附数据核对表。", "The draft to be confirmed: all marked, with the table of figures."
    ),
)
@click.option("--watch", is_flag=True, help=say("保存一次重画一次，Ctrl+C 结束。", "Draw again at every save, until Ctrl+C."))
def command(
    report: str | None, target: str | None, pages: str | None, layout: str | None, version: str | None, draft: bool, watch: bool
) -> int:
    from drafter.store.workspace import resolve

    _refuse_misuse(target, pages, watch)
    place = resolve(report, Path.cwd())
    sheets = _Sheets(target, pages)

    def draw() -> None:
        _draw(place, layout, [version] if version is not None else [], draft, sheets)

    if not watch:
        draw()
        return output.FINE
    from drafter.actions.proof import saves
    from drafter.model.problem import Refused

    try:
        for _ in saves(place):
            try:
                draw()
            except Refused as refusal:
                output.report(refusal.problems)
            output.tell(say("保存后重画，Ctrl+C 结束。", "Saves are waited for; Ctrl+C ends."))
            sys.stdout.flush()
    except KeyboardInterrupt:
        output.tell("")
    return output.FINE


def _refuse_misuse(target: str | None, pages: str | None, watch: bool) -> None:
    if target is None and not sys.stdout.isatty():
        raise click.UsageError(
            say(
                "这里不是终端，画不出来。加 -o 样子.pdf，或 -o 文件夹。",
                "This is no terminal to draw in. Add -o pages.pdf, or -o FOLDER.",
            )
        )
    if pages is not None and target is not None:
        raise click.UsageError(say("--pages 只用于在终端里看。", "--pages is for the terminal only."))
    if watch and target == "-":
        raise click.UsageError(say("--watch 不能和 -o - 一起用。", "--watch does not go with -o -."))
    suffix = Path(target).suffix.lower() if target else ""
    if target and suffix not in ("", ".pdf") and not Path(target).is_dir():
        raise click.UsageError(
            say(
                f"不画成 {suffix}。文件名用 .pdf 结尾；要图片就写一个文件夹。",
                f"No {suffix} is drawn. End the name in .pdf, or name a folder for pictures.",
            )
        )


def _draw(place: Path, layout: str | None, versions: list[str], draft: bool, sheets: "_Sheets") -> None:
    from drafter.actions.opening import opened
    from drafter.actions.proof import proof
    from drafter.cli.delivery import tell_drawn
    from drafter.store.folder import read_report

    report = opened(place, read_report(place), layout)
    (printed,) = editions(report, versions)
    made = proof(printed, draft)
    output.report(made.problems)
    tell_drawn(made.program)
    sheets.deliver(made)


class _Sheets:
    """Where a proof goes; the same place at every save."""

    def __init__(self, target: str | None, pages: str | None) -> None:
        self.standard = target == "-"
        self.path = None if target is None or self.standard else Path(target)
        self.pages = pages
        self.written = 0  # pictures of the proof before

    @property
    def file(self) -> Path | None:
        """The PDF to write; None where it is pictures, the terminal or standard output."""
        return self.path if self.path and self.path.suffix.lower() == ".pdf" and not self.path.is_dir() else None

    def deliver(self, made: "Proof") -> None:
        from drafter.cli.delivery import deliver

        if self.path is None and not self.standard:
            self._show(made)
        elif self.standard or self.file is not None:
            deliver(made.pdf, self.file)
        else:
            self._write_pictures(made)

    def _write_pictures(self, made: "Proof") -> None:
        """Pictures of pages that are no more go too, if we wrote them."""
        from drafter.cli.delivery import deliver

        assert self.path is not None
        drawn = made.pages()
        self.path.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(drawn, 1):
            deliver(data, self._name(number))
        for number in range(len(drawn) + 1, self.written + 1):
            self._name(number).unlink(missing_ok=True)
        self.written = len(drawn)

    def _name(self, number: int) -> Path:
        assert self.path is not None
        return self.path / f"page-{number}.png"

    def _show(self, made: "Proof") -> None:
        from drafter.cli.choosing import numbers
        from drafter.cli.pictures import columns_for, dpi_for, knows_pictures, shown

        sharp = knows_pictures()
        columns = columns_for(shutil.get_terminal_size().columns)
        drawn = made.pictures(dpi_for(columns, sharp))
        for number in numbers(self.pages or "all", len(drawn)):
            output.data(shown(drawn[number - 1], columns, sharp))
            output.data(f"— {number} / {len(drawn)} —")
