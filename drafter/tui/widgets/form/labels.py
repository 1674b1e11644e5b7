"""What the choices of the model are called in English. The value that is written stays the Chinese word."""

from collections.abc import Mapping

from drafter.kinds import kinds
from drafter.model.fields import Field
from drafter.tui.speech import current, say, tell
from drafter.tui.widgets.form.arrangement import KIND

ENGLISH: Mapping[str, str] = {
    # 部分
    "成绩": "achievements",
    "问题": "issues",
    "打算": "plans",
    # 优先级
    "高": "high",
    "中": "middle",
    "低": "low",
    # 语气
    "力争": "strive for",
    "确保": "ensure",
    "不少于": "at least",
    "超过": "more than",
    "争取": "try for",
    "拟": "intend",
    # 兑现
    "完成": "done",
    "基本完成": "mostly done",
    "推进中": "under way",
    "未完成": "not done",
    "取消": "given up",
    # 现状
    "已解决": "solved",
    "仍存在": "still there",
    # 排法, 下级, 体例, 页面
    "另行": "own line",
    "接排": "run in",
    "单列": "own paragraph",
    "并段": "in the paragraph",
    "文末": "at the end",
    "题下": "below the title",
    "不印": "not printed",
    "国标": "standard",
    "仿宋": "Fangsong",
    # 红头
    "特急": "at once",
    "加急": "urgent",
    # 附表, 附图
    "主要指标": "main figures",
    "承诺台账": "commitments",
    "纵向": "upright",
    "横向": "sideways",
    "柱形图": "columns",
    "折线图": "lines",
    "饼图": "pie",
    # Figures
    "实际": "actual",
    "预计": "expected",
    "累加": "sum",
    "期末": "last value",
    "最大": "largest",
    "不汇总": "not combined",
    # Kinds
    "获批": "approved",
    "入选": "selected",
    "列入": "listed",
    "获评": "rated",
    "起草": "drafting",
    "拟出台": "to be issued",
    "印发": "issued",
    "修订": "amended",
    "拨付": "paid out",
    "兑现": "granted",
    "减免": "waived",
    "近": "nearly",
    "共": "in all",
    "拟申报": "to apply",
    "申报": "applied",
    "推荐": "recommended",
    "公示": "announced",
    "在建": "being built",
    "结题": "concluded",
}


def choice_labels(field: Field) -> dict[str, str]:
    """What the choices of ``field`` are called; a word of nobody's knowing (the name of a layout) is called itself."""
    if field.word == KIND:
        return {word: say(word, kind.label) for word, kind in kinds().items()}
    return {word: ENGLISH.get(word, word) for word in field.form.choices} if current() == "en" else {}


def kind_helps() -> list[str]:
    """What each kind is for, a line each."""
    return [say(f"{word}：", f"{kind.label}: ") + tell(kind.help) for word, kind in kinds().items()]
