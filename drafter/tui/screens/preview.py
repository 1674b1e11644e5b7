"""The whole document on a screen of its own."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from drafter.actions.opening import Opened
from drafter.actions.preview import pages
from drafter.model.printing import resolved
from drafter.model.words import Both
from drafter.tui.clean import line
from drafter.tui.keys import key
from drafter.tui.once import Once
from drafter.tui.speech import say
from drafter.tui.widgets.keybar import KeyBar
from drafter.tui.widgets.page import PageView


class PreviewScreen(Once[str | None]):
    """The pages of a report. Its result is the key of the fact whose line was chosen; None when it was only looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", Both("返回", "Back"), "preview.leave"),
        key("f6", "turn_version", Both("换版本", "Next version"), "preview.version"),
    ]
    DEFAULT_CSS = """
    PreviewScreen #heading { height: 1; padding: 0 1; background: $panel; color: $primary; text-style: bold; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, opened: Opened, fact: str = "") -> None:
        """``fact``: the key of the fact to begin at; "" for the first page."""
        super().__init__()
        self._opened = opened
        self._fact = fact
        self._version = ""
        self._near = False
        self._at = 0, 0  # page in view, and how many there are

    def compose(self) -> ComposeResult:
        yield Static(self._heading(0, 0), id="heading", markup=False)
        yield PageView(id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(PageView).focus()
        self.run_worker(self._set_pages, group="pages", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    def renew(self, opened: Opened) -> None:
        """The report has changed: its pages are set anew, what is in view stays there."""
        if opened is not self._opened:
            self._opened, self._fact = opened, ""
            self.refresh_bindings()
            self.run_worker(self._set_pages, group="pages", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    async def _set_pages(self) -> None:
        import asyncio

        if self._version not in self._versions():
            self._version = ""
        preview = await asyncio.to_thread(pages, self._opened, self._version)
        self._near = preview.near
        view = self.query_one(PageView)
        view.show(preview)
        self.query_one("#heading", Static).update(self._heading(*self._at))
        if self._fact:
            # Pages have no height before they were laid out once.
            self.call_after_refresh(view.follow, self._fact)

    def _heading(self, page: int, count: int) -> str:
        report = self._opened.report
        title = line(resolved(report.title, {figure.id: figure for figure in report.figures})) or say("全文", "The document")
        if self._version:
            title = f"{line(self._version)}  {title}"
        if count and self._near:
            near = say("按文字估计，局文件的版面以 Word 为准", "near; Word shows the file's own look")
            return say(f"第 {page} 页，约 {count} 页（{near}）  {title}", f"Page {page} of about {count} ({near})  {title}")
        return say(f"第 {page} 页，共 {count} 页  {title}", f"Page {page} of {count}  {title}") if count else title

    def _versions(self) -> list[str]:
        """The whole report, called "", and the versions that it names."""
        return ["", *dict.fromkeys(version.name for version in self._opened.report.versions)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "turn_version" or len(self._versions()) > 1

    def action_turn_version(self) -> None:
        """The pages of the next version; after the last, the whole again."""
        names = self._versions()
        self._version = names[(names.index(self._version) + 1) % len(names)]
        self._fact = ""
        self.query_one("#heading", Static).update(self._heading(0, 0))
        self.run_worker(self._set_pages, group="pages", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    def on_page_view_turned(self, event: PageView.Turned) -> None:
        self._at = event.page, event.count
        self.query_one("#heading", Static).update(self._heading(*self._at))

    def on_page_view_chosen(self, event: PageView.Chosen) -> None:
        self.dismiss(event.fact)

    def action_leave(self) -> None:
        self.dismiss(None)
