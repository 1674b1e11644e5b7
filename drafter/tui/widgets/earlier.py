"""What the last report said in the same place, and its figures then, beside the form that is being filled."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from drafter.actions.counterpart import Counterpart, How, Value
from drafter.actions.reworded import Fate, Piece
from drafter.model.words import Both
from drafter.tui.clean import line
from drafter.tui.speech import say, tell

#: How the counterpart was found, as it is told after the period.
_FOUND: Mapping[How, Both] = {
    "来自": Both("由这一条而来", "this came from it"),
    "编号": Both("编号相同", "same id"),
    "标题": Both("标题相同", "same heading"),
    "名称": Both("名称相同", "same name"),
    "相近": Both("标题相近，可能是这一条", "a similar heading: perhaps this one"),
    "报告": Both("标题和导语", "title and lead"),
}
#: Fate of a run of the old text → its look, beside its colour: it is told apart without colours too.
_LOOKS: Mapping[Fate, str] = {"rolled": "earlier--rolled", "gone": "earlier--gone", "new": "earlier--new"}
_BECAME = "▸"


class EarlierPanel(VerticalScroll, can_focus=True):
    """Old text, to be read and not to be changed. ``show`` gives it what to show."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"earlier--rolled", "earlier--gone", "earlier--new"}
    DEFAULT_CSS = """
    EarlierPanel > .earlier--rolled { color: $text-accent; }
    EarlierPanel > .earlier--gone { color: $text-error; text-style: strike; }
    EarlierPanel > .earlier--new { color: $text-success; text-style: underline; }
    EarlierPanel { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    EarlierPanel:focus { background-tint: $foreground 4%; }
    EarlierPanel Static { height: auto; }
    EarlierPanel #period { color: $primary; text-style: bold; }
    EarlierPanel .-guess { color: $text-warning; }
    EarlierPanel #title { text-style: bold; margin: 1 0 0 0; }
    EarlierPanel .label { color: $text-muted; margin: 1 0 0 0; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: Counterpart | None = None
        self._asked = False

    def compose(self) -> ComposeResult:
        if not self._asked:
            return
        if self._shown is None:
            yield Static(say("这里没有更早的报告。", "There is no earlier report here."), classes="label", markup=False)
            return
        yield from self._statics(self._shown)

    def show(self, counterpart: Counterpart | None) -> None:
        """None: there is no earlier report at all."""
        if self._asked and counterpart == self._shown:
            return
        self._shown, self._asked = counterpart, True
        self.scroll_home(animate=False)
        self.refresh(recompose=True)

    def _statics(self, shown: Counterpart) -> Iterator[Static]:
        found = _FOUND.get(shown.how)
        yield Static(line(shown.period), id="period", markup=False)
        if found is None:
            yield Static(say("那一期没有对应的内容。", "That report has nothing of the kind."), classes="label", markup=False)
            return
        yield Static(tell(found), classes="-guess" if shown.guessed else "", markup=False)
        if shown.title:
            yield Static(self._told(shown.heading or (Piece(shown.title),)), id="title")
        for paragraph in _paragraphs(shown.body or (Piece(shown.text),)):
            yield Static(Text("　　").append_text(self._told(paragraph)))
        yield from _legend((*shown.heading, *shown.body))
        if shown.items:
            yield Static(say("分项", "Items"), classes="label", markup=False)
            yield Static("\n".join(f"- {line(item)}" for item in shown.items), markup=False)
        if shown.figures:
            yield Static(say("数字", "Figures"), classes="label", markup=False)
            yield Static("\n".join(_figures(shown.figures)), markup=False)
        if shown.fields:
            yield Static(say("其他栏目", "Other fields"), classes="label", markup=False)
            yield Static("\n".join(f"{line(word)}  {line(value)}" for word, value in shown.fields), markup=False)

    def _told(self, pieces: Sequence[Piece]) -> Text:
        """A run of the old text; a word that went over to the new period stands with the one it became."""
        text = Text(overflow="fold")
        for piece in pieces:
            text.append(line(piece.text), self._look(piece.fate))
            if piece.fate == "rolled":
                text.append(f"{_BECAME}{line(piece.became)}", self._look("rolled"))
        return text

    def _look(self, fate: Fate) -> Style:
        return self.get_component_rich_style(_LOOKS[fate], partial=True) if fate else Style()

    def explanation(self) -> tuple[str, str]:
        """For F1."""
        return say("上期", "Last report"), say(
            "上一期报告在同一处的文字和当时的数，供对照，不会带进这一期。",
            "What the last report says in this place, with its figures then. Nothing of it is taken over.",
        )


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The text cut at its line ends; what is empty is left out."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        found[-1].append(piece._replace(text=first))
        found += [[piece._replace(text=text)] for text in rest]
    return [paragraph for paragraph in found if "".join(piece.text for piece in paragraph).strip()]


def _legend(pieces: Sequence[Piece]) -> Iterator[Static]:
    """What the looks mean, of those that are there."""
    fates = {piece.fate for piece in pieces}
    said = []
    if "rolled" in fates:
        said.append(say(f"{_BECAME} 后面是换好的年份、期间。", f"Behind {_BECAME} stands the new year or period."))
    if fates & {"gone", "new"}:
        said.append(say("划掉的已经删去，带下划线的是现在写的。", "Struck out: gone. Underlined: as it is written now."))
    if said:
        yield Static("\n".join(said), classes="label", markup=False)


def _figures(values: tuple[Value, ...]) -> Iterator[str]:
    """Each figure by name, and below it what it was and what it is, in two columns."""
    thens = [line(value.then) or say("没有填", "not filled") for value in values]
    widest = max(map(cell_len, thens))
    for value, then in zip(values, thens, strict=True):
        now = line(value.now) or say("没有填", "not filled")
        yield line(value.name)
        yield f"  {say('当时', 'then')} {then}{' ' * (widest - cell_len(then))}  {say('现在', 'now')} {now}"
