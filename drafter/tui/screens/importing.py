"""Last year's report, as it is, becomes a report here: choose the file, see what will be taken, take it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from drafter.actions.attempt import Outcome
from drafter.actions.cards import names, workspace
from drafter.actions.periods import named
from drafter.model.fields import fields_of
from drafter.model.report import Report
from drafter.model.style import PARTS
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.screens.dialog import Dialog, Entry, button, fault_of, row
from drafter.tui.screens.path import PathEntry, bare_path
from drafter.tui.speech import say, tell
from drafter.tui.wording import all_of, mark, message

if TYPE_CHECKING:
    from drafter.actions.importing import Taken

_MOST_LEFT = 30  # passages that were not taken, listed one by one
_MOST_TITLES = 20


class Brought(NamedTuple):
    """A report that was stored, and whether its numbers are to be looked for next."""

    name: str
    numbers: bool = False


class ImportScreen(Dialog[Brought | None]):
    """Dismisses with the report that was stored; None when one left. Nothing is written before 收下."""

    DEFAULT_CSS = """
    ImportScreen #files { max-height: 12; }
    ImportScreen #taking { display: none; height: auto; }
    ImportScreen.-taking #taking { display: block; }
    ImportScreen.-taking #choosing { display: none; }
    ImportScreen #take, ImportScreen #numbers, ImportScreen #other { display: none; }
    ImportScreen.-taking #take, ImportScreen.-taking #numbers, ImportScreen.-taking #other { display: block; }
    ImportScreen.-taking #read { display: none; }
    ImportScreen VerticalGroup { height: auto; }
    """

    def __init__(self, start: Path) -> None:
        super().__init__()
        self.start = start
        self.present = {card.name for card in names(start)}
        self.files: list[Path] = []
        self.taken: Taken | None = None
        self.busy = False

    def heading(self) -> str:
        return say("导入去年的总结", "Import last year's report")

    def rows(self) -> Iterable[Widget]:
        with_tab = say("写出文件的路径，Tab 补全；或在下面选一个", "the path of the file, Tab completes; or choose one below")
        yield VerticalGroup(
            row(say("文件", "File"), PathEntry(self.start, id="path", placeholder=with_tab)),
            fault_of("path"),
            Static(
                say("这里和桌面、文档、下载里的文件：", "Files here, and in Desktop, Documents and Downloads:"), classes="part"
            ),
            OptionList(id="files", compact=True, markup=False),
            id="choosing",
        )
        yield VerticalGroup(
            Static("", id="summary", classes="text", markup=False),
            row(say("期间", "Period"), Entry(id="period", placeholder=say("如 2025年、2025年上半年", "such as 2025 or 2025-H1"))),
            fault_of("period"),
            row(say("单位", "Unit"), Entry(id="unit")),
            fault_of("unit"),
            Static("", id="details", classes="part", markup=False),
            id="taking",
        )

    def buttons(self) -> Iterable[Widget]:
        yield button(say("读一读", "Read it"), "read", main=True)
        yield button(say("收下", "Take it"), "take", main=True)
        yield button(say("收下并找出正文里的数字", "Take it and find its numbers"), "numbers")
        yield button(say("换一个文件", "Another file"), "other")
        yield button(say("取消", "Cancel"), "cancel")

    def helps(self) -> dict[str, tuple[str, str]]:
        return {
            "path": (
                say("文件", "File"),
                say(
                    "写出路径，或把文件拖进窗口。按 Tab 补全。Word、WPS 另存的 docx、网页、文本都行；收下之前什么也不写。",
                    "Type a path, or drag the file here; Tab completes. Word, docx from WPS, web pages, text. Nothing is written before you take it.",
                ),
            ),
            "period": (
                say("期间", "Period"),
                say(
                    "这份总结写的是哪一期，从文中推断，可以改。",
                    "The period of this report, as its text says; change it if that is wrong.",
                ),
            ),
            "unit": (
                say("单位", "Unit"),
                say("从文中推断，可以改，也可以空着以后再填。", "As its text says; may be changed or left empty."),
            ),
        }

    def on_mount(self) -> None:
        self.query_one("#path", Input).focus()
        beside(self, self._find, lambda made: self._offer(made.value or []), "find")

    def _find(self) -> list[Path]:
        """In a thread: the documents that lie about."""
        from drafter.actions.candidates import candidates

        return candidates(self.start)

    def refill(self) -> None:
        self._offer(self.files)
        if self.taken is not None:
            self._describe(self.taken)
            self._judge()

    def _offer(self, files: list[Path]) -> None:
        self.files = files
        options = self.query_one("#files", OptionList)
        options.add_options(Option(line(self._shown(file))) for file in files)
        options.highlighted = 0 if files else None
        if not files:
            options.add_option(Option(say("（没有找到，请写出路径）", "(none found; type the path)"), disabled=True))

    def _shown(self, file: Path) -> str:
        return file.name if file.parent == self.start else str(file)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self.files):
            self._read(self.files[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "path":
            self._read_typed()
        else:
            self.focus_next()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "path":
            self.fault("path", "")
        elif self.taken is not None:
            self._judge()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        actions: dict[str, Callable[[], object]] = {
            "read": self._read_typed,
            "take": self._take,
            "numbers": lambda: self._take(numbers=True),
            "other": self._other,
            "cancel": self.action_leave,
        }
        actions[event.button.id or ""]()

    def action_leave(self) -> None:
        self.dismiss(None)

    def _other(self) -> None:
        self.taken = None
        self.remove_class("-taking")
        self.query_one("#path", Input).focus()

    def _read_typed(self) -> None:
        typed = self.query_one("#path", Input).value.strip()
        if typed:
            self._read(self.start / bare_path(typed))
        else:
            self.fault("path", say("先写出文件的路径，或在下面选一个。", "Type the path of a file, or choose one below."))

    def _read(self, file: Path) -> None:
        if self.busy:
            return
        self.busy = True
        self.fault("path", say(f"正在读 {line(file.name)} ......", f"Reading {line(file.name)} ..."), grave=False)

        def work() -> "Taken":
            from drafter.actions.importing import look

            return look(file, self.start)

        beside(self, work, self._show, "read")

    def _show(self, made: "Outcome[Taken]") -> None:
        self.busy = False
        self.fault("path", all_of(made.problems))
        self.taken = taken = made.value
        if taken is None:
            self.query_one("#path", Input).focus()
            return
        self.add_class("-taking")
        self._describe(taken)
        period = taken.report.period
        self.query_one("#unit", Input).value = taken.report.unit
        self.query_one("#period", Input).value = period.words if period else ""
        self.query_one("#period", Input).focus()
        self._judge()

    def _describe(self, taken: "Taken") -> None:
        self.query_one("#summary", Static).update(_summary(taken))
        self.query_one("#details", Static).update(_details(taken))

    def _judge(self) -> bool:
        typed = self.query_one("#period", Input).value
        period = named(typed)
        if period is None:
            self.fault(
                "period",
                say("是哪一期的？写成 2025年 或 2025年上半年。", "For which period? Write 2025 or 2025-H1."),
            )
        elif str(period) in self.present:
            self.fault(
                "period",
                say(
                    f"{period.words}的总结已经有了，不会覆盖。换一个期间，或先移走原来的。",
                    f"There is a report for {period} already, and it stays. Choose another period, or move the old one away.",
                ),
            )
        else:
            where = line(str(workspace(self.start) / "facts" / str(period)))
            self.fault("period", say(f"放进 {where}", f"Goes to {where}"), grave=False)
        return period is not None and str(period) not in self.present

    def _take(self, numbers: bool = False) -> None:
        taken = self.taken
        if taken is None or self.busy or not self._judge():
            return
        self.busy = True
        period = named(self.query_one("#period", Input).value)
        said = self.query_one("#unit", Input).value
        unit = taken.report.unit if said == line(taken.report.unit) else said.strip()
        meant = replace(taken, report=replace(taken.report, period=period, unit=unit))
        beside(self, lambda: self._stored(meant), lambda made: self._done(made, numbers), "store")

    def _stored(self, taken: "Taken") -> str:
        from drafter.actions.importing import store_import
        from drafter.actions.init import init

        init(workspace(self.start))
        store_import(taken, self.start)
        return str(taken.report.period)

    def _done(self, made: "Outcome[str]", numbers: bool) -> None:
        self.busy = False
        if made.value is not None:
            self.dismiss(Brought(made.value, numbers))
        else:
            self.fault("period", all_of(made.problems))


def _summary(taken: "Taken") -> str:
    """What will be taken, in two or three lines."""
    report = taken.report
    counts = Counter(part for part, _, _ in report.facts())
    said = [f"{_part(part)} {counts[part]} {say('条', '')}".rstrip() for part in PARTS if counts[part]]
    return "\n".join(
        (
            say("文件  ", "File   ") + line(taken.file.name),
            say("标题  ", "Title  ") + (line(report.title) or say("（没有认出）", "(not found)")),
            say("收下  ", "Taken  ") + (say("，", ", ").join(said) or say("没有认出正文条目", "no facts found")),
            "",
        )
    )


def _details(taken: "Taken") -> str:
    """The headings, what was noticed, and every passage that was not taken, with the reason."""
    lines = []
    for part in PARTS:
        titles = [fact.title or fact.text for fact in taken.report.part(part)]
        lines += [f"{_part(part)}  {line(title)[:60]}" for title in titles[:_MOST_TITLES]]
    for problem in taken.problems:
        lines.append(f"{mark(problem)}  {message(problem)}{line(tell(problem.fix))}")
    left = taken.outline.left_out
    if left:
        lines += ["", say(f"没有收入的有 {len(left)} 处：", f"{len(left)} passages are left out:")]
        lines += [f"  {line(each.text)[:60]}  ({line(each.reason)})" for each in left[:_MOST_LEFT]]
    if len(left) > _MOST_LEFT:
        lines.append(say(f"  还有 {len(left) - _MOST_LEFT} 处", f"  and {len(left) - _MOST_LEFT} more"))
    return "\n".join(lines)


def _part(part: str) -> str:
    """成绩, 问题 or 打算 by its label."""
    return say(part, fields_of(Report)[part].label)
