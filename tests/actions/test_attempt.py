"""An action as a value, whatever happens in it."""

import pytest

from drafter.actions.attempt import Outcome, attempt
from drafter.model.problem import Problem, Refused
from drafter.model.words import Both


def raising(error: Exception) -> Outcome[None]:
    def action() -> None:
        raise error

    return attempt(action)


def test_what_it_made() -> None:
    assert attempt(lambda: 7) == (7, [])


def test_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAFTER_DEBUG", raising=False)
    problem = Problem("x", Both("坏", "bad"))
    assert raising(Refused(problem)) == (None, [problem])
    assert raising(PermissionError(13, "Permission denied", "/a")).problems[0].message.zh == "读写出错：没有权限。"
    assert raising(KeyError("y")).problems[0].code == "own-fault"
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    with pytest.raises(KeyError):
        raising(KeyError("y"))
