"""What stands beside the form or before it: the last report, the page, problems, search, render."""

import asyncio
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.widget import Widget

from drafter.tui.clean import line
from drafter.tui.desk.problems import Problems
from drafter.tui.speech import say, tell

if TYPE_CHECKING:
    from drafter.actions.editing.drafts import Draft
    from drafter.actions.editing.search import Hit
    from drafter.tui.screens.preview import PreviewScreen


class Panels(Problems):
    """A part of the desk screen. Panels are made when they are first asked for."""

    _side: str = ""
    #: Whether the last report stands there unasked; and whether the clerk has closed it, so that it stays closed.
    _unasked = False
    _unwanted = False

    def action_figures(self) -> None:
        from drafter.actions.editing.outline import FIGURES

        self.choose(FIGURES, focus=True)

    # Beside the form

    def show_earlier_beside(self) -> None:
        """Unless the clerk has closed it, or looks at the page."""
        if self.has_class("-wide") and not self._side and not self._unwanted:
            self._toggle("earlier")
            self._unasked = True

    def hide_earlier_beside(self) -> None:
        if self._unasked:
            self._unasked = False
            self.close_side()

    def action_earlier(self) -> None:
        self._toggle("earlier")

    def action_page(self) -> None:
        """The page beside the form where there is room for it; else on a screen of its own."""
        if self.has_class("-wide"):
            self._toggle("page")
        else:
            self.action_document()

    def _toggle(self, which: str) -> None:
        self._unasked = False
        if self._side == which:
            self._unwanted = which == "earlier"
            self.close_side()
            return
        side = self.query_one("#side", Vertical)
        for child in side.children:
            child.display = child.id == which
        if which not in {child.id for child in side.children}:
            side.mount(self._made(which))
        self._side = which
        self.set_class(True, "-side")
        self.app.call_after_refresh(self.follow, self.chosen)

    def _made(self, which: str) -> Widget:
        if which == "earlier":
            from drafter.tui.widgets.earlier import EarlierPanel

            return EarlierPanel(id="earlier")
        from drafter.tui.widgets.page import PageView

        return PageView(id="page")

    def close_side(self) -> None:
        self._side = ""
        self.set_class(False, "-side")

    def follow(self, uid: int) -> None:
        """The side panel shows what belongs to the chosen record."""
        if self._side and self.desk.settled is not None:
            self.run_worker(partial(self._follow, uid), group="follow", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    async def _follow(self, uid: int) -> None:
        settled = self.desk.settled
        if settled is None:
            return
        if self._side == "earlier":
            from drafter.actions.counterpart import counterpart
            from drafter.tui.widgets.earlier import EarlierPanel

            # The last report may have to be read first.
            here = self.here
            found = await asyncio.to_thread(counterpart, settled.opened, settled.item(uid if here is None else here))
            self.query_one(EarlierPanel).show(found)
        elif self._side == "page":
            from drafter.actions.preview import pages
            from drafter.tui.widgets.page import PageView

            view = self.query_one(PageView)
            if self._paged != settled.revision:
                view.show(await asyncio.to_thread(pages, settled.opened))
                self._paged = settled.revision
            # The pages have no height before they were laid out once.
            self.call_after_refresh(view.follow, settled.keys.get(uid, ""))

    _paged = -1

    # Before the form

    def action_document(self) -> None:
        self.run_worker(self._open_document, group="document", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    async def _open_document(self) -> None:
        """The pages show what is typed up to this moment."""
        from drafter.tui.screens.preview import PreviewScreen

        await self.flush()
        settled = self.desk.settled
        if settled is not None:
            self._document = PreviewScreen(settled.opened, settled.keys.get(self.chosen, ""))
            self.app.push_screen(self._document, self._go_to_key)

    _document: "PreviewScreen | None" = None

    def renew_document(self) -> None:
        """Pages that lie over the desk follow what others change meanwhile."""
        if self._document is not None and self._document.is_current and self.desk.settled is not None:
            self._document.renew(self.desk.settled.opened)

    def _go_to_key(self, key: str | None) -> None:
        settled = self.desk.settled
        uid = settled.uids.get(key) if key and settled is not None else None
        if uid is not None:
            self.choose(uid, focus=True)

    def on_page_view_chosen(self, event: Any) -> None:
        self._go_to_key(event.fact)

    def action_find(self) -> None:
        from drafter.actions.editing.search import search
        from drafter.tui.widgets.finder import Finder

        self.app.push_screen(Finder(lambda text: search(self.desk.root, text)), self._found)

    def _found(self, hit: "Hit | None") -> None:
        if hit is not None:
            self.choose(hit.uid, (hit.word,), focus=True)

    def action_render(self) -> None:
        self.run_worker(self._open_render, group="render", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    async def _open_render(self) -> None:
        """The document is made from the files, so what is typed goes there first."""
        from drafter.tui.screens.rendering import RenderScreen

        await self.flush()
        settled = self.desk.settled
        if settled is not None:
            self.app.push_screen(RenderScreen(str(self.desk.place), self.desk.place, settled.in_layout), self.go_to)

    # Drafts

    def offer_drafts(self) -> None:
        """What was typed before the app was killed is offered, and only put in when the clerk says so."""
        from drafter.actions.editing.drafts import abandoned

        found = abandoned(self.desk.place)
        for problem in found.problems:
            self.notify(f"{tell(problem.message)} {tell(problem.fix)}", severity="warning", markup=False, timeout=10)
        for draft in found.drafts[:1]:
            from drafter.tui.screens.recover import RecoverScreen

            changes = draft.changes(self._files())
            if not changes:
                draft.discard()
                continue
            clashes = sum(len(merge.conflicts) for merge in draft.applied(self._files()).values())
            self.app.push_screen(
                RecoverScreen(draft.when, changes, clashes), lambda answer, draft=draft: self._recover(draft, answer)
            )

    def _recover(self, draft: "Draft", answer: str | None) -> None:
        if answer == "restore":
            merges, found = draft.applied(self._files()), draft.changes(self._files())
            self.desk.adopt(merges)
            self.refresh_all()
            if found:
                self.choose(found[0].uid, found[0].words)
            self.touched()
            if not self._holds(merges):
                return
        if answer in ("restore", "discard"):
            draft.discard()

    def _holds(self, files: Iterable[str]) -> bool:
        """Whether a draft of these files may go: all of it is on the desk, and the desk's own draft holds it."""
        gone = [file for file in files if file not in self.desk.state]
        if gone:
            names = "、".join(line(Path(file).name) for file in gone)
            said = say(
                f"文件 {names} 已经不在了，写在里面的内容还留在草稿里。",
                f"{names} is gone; what was typed into it stays in the draft.",
            )
            self.notify(said, severity="warning", markup=False, timeout=10)
        if self.saver is None or gone:
            return False
        self.saver.keep_draft_now()
        return not self.saver.draft_failed

    def _files(self) -> Any:
        documents = self.desk.baseline.documents
        return {file: (documents[file], tree) for file, tree in self.desk.state.items() if file in documents}

    def action_conflicts(self) -> None:
        if not self.desk.conflicts:
            self.tell(say("没有与别人不同的改动。", "There are no conflicts."))
            return
        from drafter.actions.editing.questions import questions
        from drafter.tui.screens.conflict import ConflictScreen

        self.app.push_screen(ConflictScreen(questions(self.desk)), self._answered)

    def _answered(self, answers: Any) -> None:
        for conflict, value in answers or ():
            self.desk.answer(conflict, value)
        self.refresh_all()
        self.touched()
