"""Undo and redo over states."""

from drafter.actions.editing.history import LONGEST, MOST, TOGETHER, Focus, History

FIELD = Focus(1, ("标题",))


def typed(history: History, states: str, step: float, focus: Focus = FIELD) -> None:
    """Each letter is a state; the last one is the present."""
    for number, before in enumerate(states[:-1]):
        history.note(before, focus, number * step, typing=True)


def undone(history: History, state: str) -> list[str]:
    found = []
    while step := history.undo(state):
        state = step[0]
        found.append(state)
    return found


def test_letters_typed_together_are_one_step() -> None:
    history = History()
    typed(history, "abcd", TOGETHER / 2)
    assert undone(history, "d") == ["a"]


def test_a_pause_begins_another_step() -> None:
    history = History()
    typed(history, "abc", TOGETHER * 1.5)
    assert undone(history, "c") == ["b", "a"]


def test_another_field_begins_another_step() -> None:
    history = History()
    history.note("a", FIELD, 0, typing=True)
    history.note("b", Focus(1, ("正文",)), 0.1, typing=True)
    assert undone(history, "c") == ["b", "a"]


def test_however_fast_one_types_a_step_has_an_end() -> None:
    history = History()
    typed(history, "abcdefghijklmnop", LONGEST / 10)
    assert len(undone(history, "p")) > 1


def test_redo_until_something_new_is_done() -> None:
    history = History()
    history.note("a", FIELD, 0)
    assert history.undo("b") == ("a", FIELD)
    assert history.redo("a") == ("b", FIELD)
    assert history.redo("b") is None
    history.undo("b")
    history.note("a", FIELD, 9)
    assert history.redo("c") is None


def test_what_is_done_together_is_undone_at_once() -> None:
    history = History()
    history.note("a", FIELD, 0)
    mark = history.mark()
    for state in "bcd":
        history.note(state, FIELD, 10)
    history.merge_since(mark)
    assert undone(history, "e") == ["b", "a"]


def test_old_steps_fall_out() -> None:
    history = History()
    for number in range(MOST + 10):
        history.note(str(number), FIELD, number * 100.0)
    assert len(undone(history, "now")) == MOST


def test_rebasing_changes_every_state() -> None:
    history = History()
    history.note("a", FIELD, 0)
    history.note("b", FIELD, 9)
    history.undo("c")
    history.rebase(str.upper)
    assert history.undo("B") == ("A", FIELD)
    assert history.redo("A") == ("B", FIELD)
    assert history.redo("B") == ("C", FIELD)


def test_what_is_done_together_is_one_step_even_where_old_steps_are_forgotten() -> None:
    history = History()
    for number in range(MOST):
        history.note(number, Focus(number), number * 10.0)
    mark = history.mark()
    for number in range(3):
        history.note(MOST + number, Focus(number), 10.0 * MOST + number)
    history.merge_since(mark)
    step = history.undo("now")
    assert step is not None and step[0] == MOST
    step = history.undo(MOST)
    assert step is not None and step[0] == MOST - 1


def test_what_others_do_comes_into_a_state_when_it_is_gone_back_to() -> None:
    history = History()
    asked: list[str] = []

    def change(state: str) -> str:
        asked.append(state)
        return f"{state}!"

    history.note("a", FIELD, 0)
    history.rebase(change)
    history.note("b!", Focus(2), 10)
    history.rebase(change)
    assert not asked, "hundreds of states would hold up the typing"
    assert undone(history, "c!!") == ["b!!", "a!!"]
    assert history.redo("a!!") == ("b!!", FIELD)
