"""Findings at the places of the document that they are about: at the words, else where their fact begins."""

from collections.abc import Iterable, Mapping, Sequence

from drafter.actions.preview import homes
from drafter.actions.reviewing.doubts import remark
from drafter.model.block import Block, Cell, Run
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


#: What goes on with the fact before it.
_GOES_ON = frozenset({"paragraph", "caption", "unit", "table", "chart", "note"})


def _spans(blocks: Sequence[Block]) -> Mapping[str, list[int]]:
    """Key of a fact → the blocks that say it; "" is what comes before the first heading. As templates mark a fact where it begins,
    the paragraphs, tables and charts behind are taken for the same fact's; a signature or an annex is nobody's.
    """
    found: dict[str, list[int]] = {"": []}
    key = ""
    for index, block in enumerate(blocks):
        if block.fact or block.kind == "heading" or (key and block.kind not in _GOES_ON):
            key = block.fact or f"#{index}"
        if block.runs or block.rows:
            found.setdefault(key, []).append(index)
    return found


def _note(blocks: list[Block], span: list[int], words: str, note: str) -> None:
    """At ``words`` in the first of the blocks that has them, else at the first words of the title or of the fact."""
    for index in span if words else ():
        found = _in_cell(blocks[index], words, note) if blocks[index].rows else _in_text(blocks[index], words, note)
        if found:
            blocks[index] = found
            return
    said = [index for index in span if blocks[index].runs]
    if said:
        # The last title in front is the report's own; the first may be that of its notice.
        index = next((index for index in reversed(said) if blocks[index].kind == "title"), said[0])
        block = blocks[index]
        blocks[index] = block._replace(runs=_at(block.runs, *_first(block), note))


def _in_text(block: Block, words: str, note: str) -> Block | None:
    at = block.text.find(words)
    return block._replace(runs=_at(block.runs, at, at + len(words), note)) if at >= 0 else None


def _in_cell(block: Block, words: str, note: str) -> Block | None:
    """A chart has no cells on the page."""
    for row, texts in enumerate(block.rows if block.kind == "table" else ()):
        for column, text in enumerate(texts):
            at = text.find(words)
            if at >= 0:
                cells = {(cell.row, cell.column): cell for cell in block.cells}
                cell = cells.get((row, column), Cell(row, column, (Run(text),)))
                cells[row, column] = cell._replace(runs=_at(cell.runs, at, at + len(words), note))
                return block._replace(cells=tuple(cells.values()))
    return None


def _first(block: Block) -> tuple[int, int]:
    """Where the first run stands that is marked, since an ordinal before it is not; else the first of all."""
    marked = next((index for index, run in enumerate(block.runs) if run.mark), 0)
    start = sum(len(run.text) for run in block.runs[:marked])
    return start, start + len(block.runs[marked].text)


def _at(runs: Iterable[Run], start: int, end: int, note: str) -> tuple[Run, ...]:
    """The runs with a note on the characters ``start:end``, beside those that are there."""
    made: list[Run] = []
    at = 0
    for run in runs:
        begin, close = max(start, at) - at, min(end, at + len(run.text)) - at
        at += len(run.text)
        if begin >= close:
            made.append(run)
            continue
        own = run.notes if note in run.notes else (*run.notes, note)
        pieces = ((run.text[:begin], run.notes), (run.text[begin:close], own), (run.text[close:], run.notes))
        made += [run._replace(text=text, notes=said) for text, said in pieces if text]
    return tuple(made)
