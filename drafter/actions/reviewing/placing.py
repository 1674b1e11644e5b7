"""Findings at the places of the document that they are about: at the words, else where their fact begins."""

from collections.abc import Iterable, Mapping, Sequence

from drafter.actions.preview import homes
from drafter.actions.reviewing.doubts import remark
from drafter.model.block import Block, Run
from drafter.model.problem import Problem
from drafter.model.report import Report


def noted(blocks: Sequence[Block], report: Report, problems: Iterable[Problem]) -> list[Block]:
    """The blocks with the findings as notes. Those about figures are not among them: a figure's words carry their own."""
    figures = {figure.id for figure in report.figures}
    spans = _spans(blocks)
    resting = homes(report, spans)
    made = list(blocks)
    for problem in problems:
        if problem.severity == "info" or problem.fact in figures:
            continue
        key = problem.fact or ""
        _note(made, spans.get(key) or spans.get(resting.get(key, "")) or spans[""], problem.words, remark(problem))
    return made


def _spans(blocks: Sequence[Block]) -> Mapping[str, list[int]]:
    """Key of a fact → the blocks that say it; "" is what comes before the first heading. As templates mark a fact where it begins,
    the paragraphs behind are taken for the same fact's; a signature or an annex is nobody's.
    """
    found: dict[str, list[int]] = {"": []}
    key = ""
    for index, block in enumerate(blocks):
        if block.fact or block.kind == "heading" or (key and block.kind != "paragraph"):
            key = block.fact or f"#{index}"
        if block.runs:
            found.setdefault(key, []).append(index)
    return found


def _note(blocks: list[Block], span: list[int], words: str, note: str) -> None:
    """At ``words`` in the first of the blocks that has them, else at the first words of the title or of the fact."""
    for index in span:
        at = blocks[index].text.find(words) if words else -1
        if at >= 0:
            blocks[index] = _at(blocks[index], at, at + len(words), note)
            return
    if span:
        # The last title in front is the report's own; the first may be that of its notice.
        index = next((index for index in reversed(span) if blocks[index].kind == "title"), span[0])
        blocks[index] = _at(blocks[index], *_first(blocks[index]), note)


def _first(block: Block) -> tuple[int, int]:
    """Where the first run stands that is marked, since an ordinal before it is not; else the first of all."""
    marked = next((index for index, run in enumerate(block.runs) if run.mark), 0)
    start = sum(len(run.text) for run in block.runs[:marked])
    return start, start + len(block.runs[marked].text)


def _at(block: Block, start: int, end: int, note: str) -> Block:
    """The block with a note on the characters ``start:end``. Where they begin in a run that has a note already, it says both."""
    runs: list[Run] = []
    at, given = 0, False
    for run in block.runs:
        begin, close = max(start, at) - at, min(end, at + len(run.text)) - at
        at += len(run.text)
        if given or begin >= close:
            runs.append(run)
            continue
        given = True
        own = f"{run.note}\n{note}" if run.note else note
        if run.note:
            begin, close = 0, len(run.text)
        pieces = ((run.text[:begin], run.note), (run.text[begin:close], own), (run.text[close:], run.note))
        runs += [run._replace(text=text, note=said) for text, said in pieces if text]
    return block._replace(runs=tuple(runs))
