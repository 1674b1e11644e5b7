"""More characters than the workspace allows a report."""

from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import WORKSPACE, Rule
from drafter.model.words import Both

RULES = (
    Rule(
        "too-long",
        "warning",
        Both("超过字数上限", "Over the length cap"),
        Both("上级要材料时写明了字数，超过了会被退回。", "Whoever asked for the report said how long it may be."),
        WORKSPACE,
        "全年接收进馆档案三万卷，扫描档案二十万页，接待查档群众两千人次，举办专题展览四场，编印史料三种。",
        "全年接收进馆档案三万卷。",
    ),
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    cap = manuscript.lexicon.cap
    printed = [(start, each) for start, each in manuscript.numbered if each.role != "cover"]
    if cap is None or not printed:
        return
    length = sum(len("".join(each.text.split())) for _, each in printed)
    if length > cap:
        start, first = printed[0]
        over = length - cap
        yield Finding(
            "too-long",
            start,
            start + len(first.text),
            Both(
                f"全文 {length} 字，超过上限 {cap} 字，多出 {over} 字。",
                f"The report has {length} characters, {over} more than the {cap} allowed.",
            ),
            Both("删减到上限以内，或调整 _checks 里的字数上限。", "Shorten it, or change the cap under _checks."),
        )
