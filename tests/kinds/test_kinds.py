import pytest

from drafter.kinds import kinds
from drafter.kinds.kind import Kind
from drafter.model.fact import Fact
from drafter.model.fields import fields_of


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.word)
def test_a_kind_is_whole(kind: Kind) -> None:
    assert kind.help.zh and kind.help.en and kind.label.isascii()
    assert len({field.word for field in kind.fields}) == len(kind.fields)
    assert not {field.word for field in kind.fields} & set(fields_of(Fact))
