"""Screens of the stories, quoted in the manual and the readmes: `<!-- 故事 1，画面 3 -->` before a text block says which."""

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parent
STORIES = DOCS / "故事"
QUOTING = (DOCS / "用户手册.md", DOCS.parent / "README.md", DOCS.parent / "README.zh-CN.md")

_BLOCK = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_QUOTE = re.compile(r"(<!-- 故事 (\d)，画面 (\d+) -->\n\n```text\n).*?(^```$)", re.MULTILINE | re.DOTALL)


def screens(number: int) -> list[str]:
    """The screens of one story, in the order in which they are seen."""
    page = next(STORIES.glob(f"{number}-*.md"))
    return _BLOCK.findall(page.read_text("utf-8"))


def quoted(text: str) -> str:
    """``text`` with each quoted screen as its story shows it now."""
    return _QUOTE.sub(lambda quote: f"{quote[1]}{screens(int(quote[2]))[int(quote[3]) - 1]}{quote[4]}", text)


def requote() -> None:
    """Brings every page that quotes up to date."""
    for page in QUOTING:
        page.write_text(quoted(page.read_text("utf-8")), "utf-8")
