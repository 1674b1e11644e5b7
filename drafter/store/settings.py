"""One's own settings, 设置.yaml: read strictly, and changed one at a time so that comments stay.

A setting that cannot be understood is a problem with its line, and its default is used: no settings file stops the program.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from drafter.model.problem import Place, Problem
from drafter.model.words import Both, Language
from drafter.store.reader import Document, read_document
from drafter.store.syntax import Mapping, Node, Scalar, Sequence, at, resolved
from drafter.store.telling import problem

FILE_NAME = "设置.yaml"
WORDS = ("语言", "主题", "按键", "字数上限")
LANGUAGES: dict[str, Language] = {"中文": "zh", "english": "en", "zh": "zh", "en": "en"}
_KEY = re.compile(r"(?:(?:ctrl|alt|shift|super|hyper|meta)\+)*[a-z0-9_]+")
_DIGITS = 8  # no report has more characters than such a number can say


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. ``language`` None: follow the system; ``theme`` "": the app's own; ``keys``: binding id → keys, as
    Textual writes them (``f2``, ``ctrl+s,f10``); ``cap``: the most characters a report should have, None for no cap.
    """

    language: Language | None = None
    theme: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    cap: int | None = None


def settings_file() -> Path:
    """Where the settings are, which need not exist: in DRAFTER_CONFIG, else in the system's folder for settings."""
    own = os.environ.get("DRAFTER_CONFIG")
    if own:
        return Path(own) / FILE_NAME
    from platformdirs import user_config_path

    return user_config_path("drafter", appauthor=False) / FILE_NAME


def read_settings(path: Path) -> tuple[Settings, dict[str, Place], list[Problem]]:
    """The settings, where each was read (主题, 按键/save …), and what is wrong with them. No file is no settings."""
    if not path.exists():
        return Settings(), {}, []
    reading = _Reading(read_document(path))
    return reading.settings(), reading.places, reading.problems


def write_setting(path: Path, steps: tuple[str, ...], value: str) -> None:
    """Sets ``("主题",)`` or ``("按键", id)`` to ``value``; an empty one takes it out.

    Raises Refused where the file has errors, was changed meanwhile, or the disk refuses.
    """
    from drafter.store.splice import clear_field, new_document, save_document, set_field

    if path.exists():
        document = read_document(path)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        document = new_document(str(path))
    holder, word = steps[:-1], steps[-1]
    if not value:
        changed = clear_field(document, holder, word)
    elif holder and not isinstance(at(document.root, holder), Mapping):
        changed = set_field(document, (), holder[0], {word: value})
    else:
        changed = set_field(document, holder, word, value)
    if changed is not document:
        save_document(changed)


class _Reading:
    """One pass over a settings file."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        self.problems = list(document.problems)
        self.places: dict[str, Place] = {}
        root = resolved(document.root) if document.root is not None else None
        self.entries = root.entries if isinstance(root, Mapping) else {}
        if root is not None and not isinstance(root, Mapping) and not (isinstance(root, Scalar) and not root.text):
            self.tell(
                root,
                "settings-shape",
                Both("设置应一行一项，如“语言: zh”", "settings are lines such as 语言: zh"),
                Both("改成“名称: 内容”的写法", "write “name: value” lines"),
            )

    def settings(self) -> Settings:
        for word, entry in self.entries.items():
            if word not in WORDS:
                from drafter.store.vocabulary import nearest

                near = nearest(word, WORDS)
                self.tell(
                    entry.key,
                    "key-unknown",
                    Both(f"设置里没有“{word}”这一项", f"there is no setting “{word}”"),
                    Both(f"是不是“{near}”", f"perhaps {near}") if near else _listed(WORDS),
                )
        return Settings(language=self.language(), theme=self.line("主题"), keys=self.keys(), cap=self.cap())

    def language(self) -> Language | None:
        said = self.line("语言")
        language = LANGUAGES.get(said.lower())
        if said and language is None:
            self.tell(
                self.entries["语言"].value,
                "value-choice",
                Both(f"“语言”没有“{said}”这个选项", f"there is no language “{said}”"),
                Both("写 中文 或 English", "write 中文 or English"),
            )
        return language

    def cap(self) -> int | None:
        said = self.line("字数上限")
        if not said:
            return None
        if said.isascii() and said.isdigit() and len(said) <= _DIGITS and int(said):
            return int(said)
        self.tell(
            self.entries["字数上限"].value,
            "value-integer",
            Both(f"“字数上限”应是整数，这里是“{said[:20]}”", f"字数上限 should be a whole number, not “{said[:20]}”"),
            Both("只填阿拉伯数字，如 2000", "digits only, such as 2000"),
        )
        return None

    def keys(self) -> dict[str, str]:
        entry = self.entries.get("按键")
        node = resolved(entry.value) if entry is not None else None
        if node is None or (isinstance(node, Scalar) and not node.text):
            return {}
        if not isinstance(node, Mapping):
            self.tell(
                node,
                "value-record",
                Both("“按键”下面应一行一项", "按键 should hold a line for each action"),
                Both("另起一行，缩进两格，写成“动作: 键”", "write “action: keys” lines below it, indented by two spaces"),
            )
            return {}
        found = {}
        for action, each in node.entries.items():
            keys = self.key(each.value)
            if keys:
                found[action] = keys
                self.places[f"按键/{action}"] = self.place(each.value)
        return found

    def key(self, node: Node) -> str:
        """Keys for one action, parted by commas; "" where one of them is none."""
        node = resolved(node)
        items = node.items if isinstance(node, Sequence) else [node]
        texts = [item.text for item in map(resolved, items) if isinstance(item, Scalar)]
        keys = [key.strip().lower() for text in texts for key in text.split(",")]
        wrong = next((key for key in keys if not _KEY.fullmatch(key)), None)
        if wrong is not None or len(texts) < len(items):
            self.tell(
                node,
                "value-key",
                Both(f"“{wrong or ''}”不是键的名字", f"“{wrong or ''}” names no key"),
                Both("写成 f2、ctrl+s、alt+up 这样", "write f2, ctrl+s or alt+up"),
            )
            return ""
        typing = next((key for key in keys if len(key) == 1 or key == "space"), None)
        if typing is not None:
            self.tell(
                node,
                "value-key",
                Both(f"“{typing}”这个键要用来打字", f"the key “{typing}” is needed for typing"),
                Both(f"换成功能键，或写成 ctrl+{typing}", f"take a function key, or ctrl+{typing}"),
            )
            return ""
        return ",".join(keys)

    def line(self, word: str) -> str:
        """The text of a setting; "" where it says nothing, or is no text."""
        entry = self.entries.get(word)
        if entry is None:
            return ""
        node = resolved(entry.value)
        self.places[word] = self.place(node)
        if isinstance(node, Scalar):
            return node.text.strip()
        self.tell(
            node,
            "value-shape",
            Both(f"“{word}”应是一行文字", f"{word} should be a line of text"),
            Both("写在同一行", "write it on the same line"),
        )
        return ""

    def place(self, node: Node) -> Place:
        return Place(self.file, node.line, node.column)

    def tell(self, node: Node, code: str, message: Both, fix: Both) -> None:
        self.problems.append(problem(code, message, fix, self.place(node)))


def _listed(words: tuple[str, ...]) -> Both:
    return Both(f"可填：{'、'.join(words)}", f"one of: {', '.join(words)}")
