"""What a workspace lays down for its checks: ``_checks/*.yaml`` along the template folders, the nearest laid over those behind it.

规则.yaml says how grave each rule is, 词语.yaml which words are wrong, 名称.yaml what things are called, 提法.yaml which wordings are out
of date. A file adds to the packaged one of its name; an entry of its own replaces the packaged entry, and ``关`` takes it out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from drafter.model.lexicon import Lexicon, Wording
from drafter.model.period import Period
from drafter.model.policy import OFF, Policy
from drafter.model.problem import Place, Problem, Severity
from drafter.model.words import NOTHING, Both
from drafter.store.reader import Document, read_document
from drafter.store.syntax import Mapping, Node, Scalar, Sequence, resolved
from drafter.store.telling import problem
from drafter.store.vocabulary import nearest

FOLDER = "_checks"
RULES, WORDS, NAMES, WORDINGS = "规则.yaml", "词语.yaml", "名称.yaml", "提法.yaml"
CAP = "字数上限"
_SEVERITIES: dict[str, Severity | str] = {"错误": "error", "提醒": "warning", "提示": "info", "关": OFF}
_TAKEN_OUT = "关"
_DIGITS = 8


def files(folders: list[Path]) -> list[Path]:
    """The files there are, those behind first."""
    return [path for folder in reversed(folders) for path in sorted((folder / FOLDER).glob("*.yaml"))]


def read_policy(paths: Iterable[Path], codes: Callable[[], Collection[str]]) -> tuple[Policy, list[Problem]]:
    """The policy that these files lay down, the first of them behind the others, and what is wrong with them, as warnings: no
    report is stopped by them. ``codes`` tells the rules that there are, which takes long and is asked only where one is named.
    """
    reading = _Reading(codes)
    for path in paths:
        reading.file(path)
    return reading.policy(), reading.problems


class _Reading:
    def __init__(self, codes: Callable[[], Collection[str]]) -> None:
        self.codes = codes
        self.problems: list[Problem] = []
        self.severities: dict[str, Severity] = {}
        self.words: dict[str, str] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self.wordings: dict[str, Wording] = {}
        self.cap: int | None = None
        self.path = ""

    def policy(self) -> Policy:
        lexicon = Lexicon(self.words, self.names, tuple(self.wordings.values()), self.cap)
        return Policy(self.severities, lexicon)

    def file(self, path: Path) -> None:
        self.path = str(path)
        document = read_document(path)
        self.problems += [_mild(each) for each in document.problems]
        take = _TAKE.get(path.name)
        if take is None:
            near = nearest(path.name, tuple(_TAKE))
            fix = Both(f"是不是 {near}", f"did you mean {near}?") if near else _listed(tuple(_TAKE))
            message = Both(f"检查设置里没有 {path.name} 这个文件", f"{path.name} is no file of the checks")
            self.problems.append(problem("policy-file", message, fix, Place(self.path), "warning"))
        else:
            take(self, document)

    # One method a file

    def rules(self, document: Document) -> None:
        for word, node in self.entries(document):
            text = self.line(node)
            if word == CAP:
                self.capped(node, text)
            elif word not in self.codes():
                near = nearest(word, tuple(self.codes()))
                fix = Both(f"是不是 {near}", f"did you mean {near}?") if near else NOTHING
                self.tell(node, Both(f"没有“{word}”这条规则", f"there is no rule {word}"), fix)
            elif text not in _SEVERITIES:
                self.tell(node, Both(f"“{word}”不能是“{text}”", f"{word} cannot be “{text}”"), _listed(tuple(_SEVERITIES)))
            else:
                self.severities[word] = _SEVERITIES[text]  # type: ignore[assignment]  # the literals of the table

    def capped(self, node: Node, text: str) -> None:
        if text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text):
            self.cap = int(text)
        else:
            message = Both(f"“{CAP}”应是整数，这里是“{text[:20]}”", f"{CAP} should be a whole number, not “{text[:20]}”")
            self.tell(node, message, Both("只填阿拉伯数字，如 2000", "digits only, such as 2000"))

    def wrong_words(self, document: Document) -> None:
        for wrong, node in self.entries(document):
            right = self.line(node)
            if right == _TAKEN_OUT:
                self.words.pop(wrong, None)
            elif wrong and right and wrong != right:
                self.words[wrong] = right
            else:
                self.tell(node, Both(f"“{wrong}”没有写该怎样写", f"“{wrong}” has no right form"), _WORD_FIX)

    def full_names(self, document: Document) -> None:
        for full, node in self.entries(document):
            short = self.lines(node)
            if short == (_TAKEN_OUT,):
                self.names.pop(full, None)
            elif full:
                self.names[full] = short

    def old_wordings(self, document: Document) -> None:
        root = resolved(document.root) if document.root is not None else None
        if not isinstance(root, Sequence):
            if root is not None and not (isinstance(root, Scalar) and not root.text):
                self.tell(root, Both("应是一个列表", "this should be a list"), _WORDING_FIX)
            return
        for item in map(resolved, root.items):
            entries = item.entries if isinstance(item, Mapping) else {}
            said = {word: self.line(entry.value) for word, entry in entries.items()}
            old, new, since = said.get("旧", ""), said.get("新", ""), said.get("自", "")
            if not old or (since and Period.parse(since) is None) or said.keys() - {"旧", "新", "自"}:
                self.tell(item, Both("这一条读不懂", "this entry cannot be understood"), _WORDING_FIX)
            elif new == _TAKEN_OUT:
                self.wordings.pop(old, None)
            else:
                self.wordings[old] = Wording(old, new, Period.parse(since) if since else None)

    # Inside

    def entries(self, document: Document) -> Iterator[tuple[str, Node]]:
        root = resolved(document.root) if document.root is not None else None
        if isinstance(root, Mapping):
            yield from ((word, resolved(entry.value)) for word, entry in root.entries.items())
        elif root is not None and not (isinstance(root, Scalar) and not root.text):
            self.tell(root, Both("应一行一条，写成 词: 值", "this should be one entry a line, word: value"), NOTHING)

    def line(self, node: Node) -> str:
        node = resolved(node)
        return node.text.strip() if isinstance(node, Scalar) else ""

    def lines(self, node: Node) -> tuple[str, ...]:
        items = node.items if isinstance(node, Sequence) else [node]
        return tuple(text for item in items if (text := self.line(item)))

    def tell(self, node: Node, message: Both, fix: Both) -> None:
        place = Place(self.path, node.line, node.column)
        self.problems.append(problem("policy-value", message, fix, place, "warning"))


_TAKE: dict[str, Callable[[_Reading, Document], None]] = {
    RULES: _Reading.rules,
    WORDS: _Reading.wrong_words,
    NAMES: _Reading.full_names,
    WORDINGS: _Reading.old_wordings,
}
_WORD_FIX = Both("写成 错的写法: 对的写法；不要查它就写 关", "write wrong: right, or wrong: 关 to leave it alone")
_WORDING_FIX = Both(
    "每条写 旧、新，可写 自（从哪一年起），如 {旧: 国土资源部, 新: 自然资源部, 自: 2018}",
    "each has 旧 and 新, and 自 (since when) if need be: {旧: 国土资源部, 新: 自然资源部, 自: 2018}",
)


def _mild(problem: Problem) -> Problem:
    from dataclasses import replace

    return replace(problem, severity="warning")


def _listed(words: tuple[str, ...]) -> Both:
    return Both(f"可写：{'、'.join(words)}", f"one of: {', '.join(words)}")
