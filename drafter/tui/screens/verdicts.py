"""What is said and asked around the making of a document: how the report stands, whether it shall go out all the same."""

from pathlib import Path

from drafter.model.problem import Problem, errors, stoppers
from drafter.tui.clean import line
from drafter.tui.screens.asking import Ask, Choice
from drafter.tui.speech import say, tell
from drafter.tui.widgets.making import DRAFT


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


def announced(document: Path, problems: list[Problem], final: bool) -> str:
    """Once it is there, with what is left to be looked at."""
    said = say("文档已生成：", "The document is ready:") + f"\n  {line(str(document))}"
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
                "草稿：没有核对的内容标黄，给自己人看。定稿：什么都不标，要都核对、答复过才生成。",
                "A draft marks what was not looked at yet. A final document has no marks, and waits until all is settled.",
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
