"""What the last report said in the same place, and its figures then, beside the form that is being filled."""

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from drafter.actions.counterpart import Counterpart, How, Value
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


class EarlierPanel(VerticalScroll, can_focus=True):
    """Old text, to be read and not to be changed. ``show`` gives it what to show."""

    DEFAULT_CSS = """
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
        yield from _statics(self._shown)

    def show(self, counterpart: Counterpart | None) -> None:
        """None: there is no earlier report at all."""
        if self._asked and counterpart == self._shown:
            return
        self._shown, self._asked = counterpart, True
        self.scroll_home(animate=False)
        self.refresh(recompose=True)

    def explanation(self) -> tuple[str, str]:
        """For F1."""
        return say("上期", "Last report"), say(
            "上一期报告在同一处的文字和当时的数，供对照，不会带进这一期。",
            "What the last report says in this place, with its figures then. Nothing of it is taken over.",
        )


def _statics(shown: Counterpart) -> Iterator[Static]:
    found = _FOUND.get(shown.how)
    yield Static(line(shown.period), id="period", markup=False)
    if found is None:
        yield Static(say("那一期没有对应的内容。", "That report has nothing of the kind."), classes="label", markup=False)
        return
    yield Static(tell(found), classes="-guess" if shown.guessed else "", markup=False)
    if shown.title:
        yield Static(line(shown.title), id="title", markup=False)
    for paragraph in filter(str.strip, shown.text.split("\n")):
        yield Static(Text(f"　　{line(paragraph.strip())}", overflow="fold"))
    if shown.items:
        yield Static(say("分项", "Items"), classes="label", markup=False)
        yield Static("\n".join(f"- {line(item)}" for item in shown.items), markup=False)
    if shown.figures:
        yield Static(say("数字", "Figures"), classes="label", markup=False)
        yield Static("\n".join(_figures(shown.figures)), markup=False)
    if shown.fields:
        yield Static(say("其他栏目", "Other fields"), classes="label", markup=False)
        yield Static("\n".join(f"{line(word)}  {line(value)}" for word, value in shown.fields), markup=False)


def _figures(values: tuple[Value, ...]) -> Iterator[str]:
    """Each figure by name, and below it what it was and what it is, in two columns."""
    thens = [line(value.then) or say("没有填", "not filled") for value in values]
    widest = max(map(cell_len, thens))
    for value, then in zip(values, thens, strict=True):
        now = line(value.now) or say("没有填", "not filled")
        yield line(value.name)
        yield f"  {say('当时', 'then')} {then}{' ' * (widest - cell_len(then))}  {say('现在', 'now')} {now}"
