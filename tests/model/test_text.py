from drafter.model.text import closed, fold, forbidden, visible


def test_what_no_document_can_hold() -> None:
    assert forbidden("正文\t可以\n有\x85\u2028") is None
    for sign in "\x00\x07\x0b\r\ud800\uffff":
        assert forbidden(f"正文{sign}") is not None


def test_folding() -> None:
    assert fold("（一） 抓　统筹\n") == fold("(一)抓统筹")


def test_a_heading_that_brings_its_own_mark() -> None:
    assert all(map(closed, ("抓统筹。", "抓统筹：", "“抓统筹。”", "抓统筹；")))
    assert not any(map(closed, ("抓统筹", "抓“统筹”", "抓统筹（办公室）")))


def test_controls_are_shown_not_sent() -> None:
    assert visible("\x1b[31m红\u202e") == "\\u001b[31m红\\u202e"
