import pytest

from drafter.kinds import kinds
from drafter.kinds.kind import Kind
from drafter.model.fact import Fact
from drafter.model.fields import fields_of

SENTENCES = [
    ("荣誉", {"主体": "某厂", "方式": "获批", "名目": "省级示范", "范围": "全省", "家数": 4}, "某厂获批省级示范，全省共4家。"),
    ("荣誉", {"主体": "某厂", "方式": "获批", "名目": "省级示范", "范围": "全省"}, "某厂获批省级示范。"),
    ("荣誉", {"主体": "某厂"}, ""),
    ("文件", {"动作": "印发", "名目": "管理办法", "文号": "临发〔2024〕1号"}, "印发《管理办法》（临发〔2024〕1号）。"),
    ("走访", {"对象": ("甲厂", "乙厂"), "家数": 20}, "深入甲厂、乙厂等20家单位。"),
]


@pytest.mark.parametrize(("word", "details", "sentence"), SENTENCES)
def test_a_frame_is_filled_or_stays_silent(word: str, details: dict[str, object], sentence: str) -> None:
    assert kinds()[word].sentence(details) == sentence


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.word)
def test_a_kind_is_whole(kind: Kind) -> None:
    assert kind.help.zh and kind.help.en and kind.label.isascii()
    full = {field.word: field.form.choices[0] if field.form.choices else "某" for field in kind.fields}
    assert kind.sentence(full).endswith("。") and "{" not in kind.sentence(full)
    assert len({field.word for field in kind.fields}) == len(kind.fields)
    assert not {field.word for field in kind.fields} & set(fields_of(Fact))
