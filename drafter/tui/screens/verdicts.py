"""What is said and asked around the making of a document: how the report stands, whether it shall go out all the same."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.model.problem import Problem, errors, stoppers
from drafter.tui.clean import line
from drafter.tui.screens.asking import Ask, Choice
from drafter.tui.speech import say, tell
from drafter.tui.widgets.making import DRAFT, FINAL, REVIEW

if TYPE_CHECKING:
    from drafter.actions.issuing import Issued
    from drafter.actions.opening import Opened
    from drafter.model.style import Layout


class Examined(NamedTuple):
    """A report as it is now, and all that is wrong with it."""

    opened: "Opened"
    problems: list[Problem]
    layouts: "list[Layout]"


def examine(opened: "Opened", start: Path) -> Examined:
    from drafter.actions.check import check_opened
    from drafter.actions.layouts import layouts

    return Examined(opened, check_opened(opened), layouts(start)[0])


def ordered(problems: list[Problem]) -> list[Problem]:
    """Errors first: they must go before there is a document, and what is left of last time before it is final."""
    order = {"error": 0, "warning": 2, "info": 3}
    return sorted(problems, key=lambda problem: problem.waits or order[problem.severity])


def how_it_stands(problems: list[Problem], final: bool) -> str:
    """In one sentence, before the document is made; ``final``: it shall be."""
    stopping = len(stoppers(problems))
    left = len(errors(problems)) - stopping
    warnings = sum(problem.severity == "warning" for problem in problems)
    if stopping:
        return say(
            f"有 {stopping} 处错误，改好才能生成。选一处按回车去改：",
            f"{stopping} errors stop the document. Choose one and press Enter:",
        )
    if left:
        from drafter.actions.check import unfinished

        said = tell(unfinished(problems))
        if final:
            return say(f"还不能定稿：{said}。选一处按回车去处理：", f"Not final yet: {said}. Choose one and press Enter:")
        return say(f"可以生成草稿。定稿之前还有：{said}。", f"A draft can be made. Before it is final: {said}.")
    if warnings:
        return say(
            f"可以生成。有 {warnings} 处提醒，按回车去看，也可以不管：", f"Ready. {warnings} warnings, to look at or to leave:"
        )
    return say("没有发现问题，可以生成。", "Nothing is wrong; ready to render.")


def announced(issued: "Issued", stage: str) -> str:
    """Once it is there, with what is left to be looked at."""
    problems, final = issued.problems, stage == FINAL
    said = say("文档已生成：", "The document is ready:") + "".join(f"\n  {line(str(path))}" for path in issued.paths)
    if issued.program:
        said += "\n" + say(
            f"由 {issued.program} 画出，与 Word、WPS 里可能差几个字、几行。",
            f"Drawn by {issued.program}: near to what Word prints; lines may break elsewhere.",
        )
    if stage == REVIEW:
        said += "\n" + say(
            "要核对的都标出来了，Word 里用批注写明为什么。", "What is to be confirmed is marked; comments in Word say why."
        )
    left = len(errors(problems))
    warnings = sum(problem.severity == "warning" for problem in problems)
    if left and final:
        said += "\n" + say(f"这样定稿，还有 {left} 处没有核对、答复。", f"{left} places in it were never settled.")
    elif left:
        said += "\n" + say(f"这是草稿：还有 {left} 处要核对、答复，已经标出。", f"It is a draft: {left} places are marked.")
    if warnings:
        said += "\n" + say(f"还有 {warnings} 处提醒，可以回头再看。", f"{warnings} warnings remain to be looked at.")
    return said


def whether_to_force(problems: list[Problem]) -> Ask:
    """What is left of last time stops a final document, unless someone says that it shall go out as it is.

    Answers "force", "draft" or "back".
    """
    from drafter.actions.check import verdict

    choices = [
        Choice("back", say("回去处理", "Go back")),
        Choice(DRAFT, say("改为草稿", "Make it a draft")),
        Choice("force", say("照样定稿", "Make it final as it is"), grave=True),
    ]
    meant = say("照样定稿，没有核对、没有答复的就会这样发出去。", "Made final, it goes out with all that.")
    return Ask(f"{line(tell(verdict(problems)))}\n{meant}", choices, harmless="back")


def explanations() -> dict[str, tuple[str, str]]:
    """For F1: the id of a field → its name, and what it is for."""
    return {
        "problems": (
            say("还缺什么", "What is missing"),
            say(
                "有错误时不能生成：选一条，按回车去改。待更新、未答复的不妨碍草稿，只妨碍定稿。提醒不妨碍生成。",
                "Errors stop a document: choose one and press Enter to go and mend it. What is left of last time stops only"
                " what is final. Warnings stop nothing.",
            ),
        ),
        "stage": (
            say("用途", "For"),
            say(
                "草稿：没有核对的内容标黄，给自己人看。送核：预计的、没有依据的数也标出来，Word 里用批注说明为什么，后面附数据核对表，"
                "送领导和科室核对。定稿：什么都不标，要都核对、答复过才生成。",
                "A draft marks what was not looked at yet. To confirm: expected and unsourced figures are marked too, comments in"
                " Word say why, and the table of figures follows. A final document has no marks, and waits until all is settled.",
            ),
        ),
        "table": (
            say("核对表", "Figures"),
            say(
                "数据核对表：每个数用在哪里、出自哪里、哪个科室，留一栏签字。另存的放在文档旁边；送核稿不另存时附在后面。",
                "The table of figures: where each is used, where it comes from, who answers for it, and room to sign. It is saved"
                " beside the document; without a file of its own, it stands at the end of what goes out to be confirmed.",
            ),
        ),
        "version": (
            say("版本", "Version"),
            say(
                "报告里“版本”写的几种篇幅。选了就列出多少字、几页、没有哪些；在一条上按回车去改它的优先级。"
                "“每版一份”一次都生成，文件名后面带版本的名称。",
                "The lengths that the report names (版本). What one leaves out is listed below; Enter goes to the fact. “Each"
                " version” makes them all, the name of the version behind that of the file.",
            ),
        ),
        "place": (
            say("存为", "Save as"),
            say(
                "文件名或路径。同名文件如果不是这里上次生成的原样，会先问再替换。",
                "A name or a path. A file of that name that is not what was rendered here last is not replaced unasked.",
            ),
        ),
    }
