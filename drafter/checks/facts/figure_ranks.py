"""Ranks (排名) that nothing proves. The rule is that of the texts, which declares it."""

from collections.abc import Iterator

from drafter.checks.subject import Subject
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both


def check(subject: Subject) -> Iterator[Problem]:
    for figure in subject.report.figures:
        rank = figure.rank
        if rank and rank.place and not rank.evidence.strip() and not figure.stale:
            yield Problem(
                "rank-unproven",
                Both(
                    f"指标“{figure.id}”排{rank.scope}第{rank.place}位，没有写依据。",
                    f"Figure “{figure.id}” is ranked {rank.place}, and nothing says by whom.",
                ),
                Both("在“排名”里填“依据”：哪份通报或统计。", "Fill in 依据 under 排名: which bulletin says so."),
                severity="info",
                place=place(rank, "名次"),
                fact=figure.id or None,
            )
