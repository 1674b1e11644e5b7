from hypothesis import given
from hypothesis import strategies as st

from drafter.model.reference import Reference, literal, pieces, references, slips


def test_names_and_parts() -> None:
    found = references("净增{{ 高企净增 }}，同比{{高企净增.同比}}。")
    assert [(reference.name, reference.part) for reference in found] == [("高企净增", ""), ("高企净增", "同比")]


def test_what_is_literal() -> None:
    for text in ("{{ 7*7 }}", "{{}}", "{% if %}", "{ 高企 }", "{{ a b }}", "}} {{"):
        assert list(pieces(text)) == [text]


def test_a_backslash_keeps_the_braces() -> None:
    assert "".join(map(str, pieces("按\\{{ 单位 }}填"))) == "按{{ 单位 }}填"


def test_what_only_looks_like_a_reference_is_told() -> None:
    assert slips("增{{ 高 企 }}，{{ 高企.同比 }}，\\{{ 单位 }}，{{") == ["{{ 高 企 }}", "{{"]
    assert slips("没有花括号") == []


@given(st.text(alphabet="{} \\a高.指%", max_size=40))
def test_words_from_outside_print_as_they_stand(text: str) -> None:
    shown = list(pieces(literal(text)))
    assert not any(isinstance(piece, Reference) for piece in shown)
    assert "".join(map(str, shown)) == text
