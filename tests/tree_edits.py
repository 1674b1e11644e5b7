"""Trees of a report and edits of them, one by one or any number by chance."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from drafter.actions.editing.tree import Record, at, grown, records, rewritten

Edit = Callable[[dict[str, Any]], object]


def fact(title: str, text: str = "", *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"标题": title, **({"正文": text} if text else {}), **fields, **({"分项": list(items)} if items else {})}


def base_tree() -> Record:
    tree = grown(
        {
            "单位": "青禾县教育局",
            "导语": "开头一段。\n中间一段。\n末尾一段。",
            "成绩": [
                fact("校舍", "改造九处。", 编号="校舍", 标签=["亮点", "基建"]),
                fact("师资", "招聘教师。", fact("培训", "集中三期。"), fact("支教", "选派十人。")),
                fact("招生", "有序。"),
            ],
            "问题": [fact("缺编", "缺四十人。")],
            "指标": [{"编号": "入学率", "数值": "99.1", "排名": {"范围": "全市", "名次": "3"}}],
        }
    )
    assert isinstance(tree, Record)
    return tree


def edited(tree: Record, *path: Any, change: Edit) -> Record:
    """The tree where a copy of the node at ``path`` was changed."""
    result: Record = rewritten(tree, path, change)
    return result


def setting(tree: Record, *path: Any, **fields: Any) -> Record:
    return edited(tree, *path, change=lambda record: record.update(fields))


def without(tree: Record, *path: Any) -> Record:
    return edited(tree, *path[:-1], change=lambda items: items.pop(path[-1]))


def adding(tree: Record, *path: Any, item: dict[str, Any]) -> Record:
    return edited(tree, *path[:-1], change=lambda items: items.insert(path[-1], grown(item)))


def moving(tree: Record, origin: tuple[Any, ...], to: tuple[Any, ...]) -> Record:
    """``to`` counts in the tree without the item."""
    item = at(tree, origin)

    def put(record: Any) -> None:
        record[to[-2]] = [*record.get(to[-2], [])]
        record[to[-2]].insert(to[-1], item)

    return edited(without(tree, *origin), *to[:-2], change=put)


WORDS = ["标题", "正文", "科室"]
LISTS = ["成绩", "问题", "分项"]


@st.composite
def changes(draw: st.DrawFn, tree: Record, side: str) -> Record:
    """The tree after some edits; every text that one types is new."""
    for number in range(draw(st.integers(0, 6))):
        found = dict(records(tree))
        paths = [path for path in found if not path or isinstance(path[-1], int)]
        path = draw(st.sampled_from(paths))
        typed = f"{side}{number}"
        verb = draw(st.sampled_from(["set", "set", "clear", "lines", "add", "remove", "move", "inner"]))
        items = [own for own in paths if own and isinstance(own[-1], int)]
        if verb == "set":
            tree = setting(tree, *path, **{draw(st.sampled_from(WORDS)): typed})
        elif verb == "clear":
            tree = edited(tree, *path, change=lambda record: record.pop(draw(st.sampled_from(WORDS)), None))
        elif verb == "lines":
            lines = str(found[path].get("正文", "")).split("\n")
            lines.insert(draw(st.integers(0, len(lines))), typed)
            tree = setting(tree, *path, 正文="\n".join(lines))
        elif verb == "inner":
            inner = found[path].get("排名", Record()).copy()
            inner[draw(st.sampled_from(["范围", "名次"]))] = typed
            tree = setting(tree, *path, 排名=inner)
        elif verb == "add":
            word = draw(st.sampled_from(LISTS))
            tree = setting(tree, *path, **{word: [*found[path].get(word, []), grown({"标题": typed})]})
        elif items:
            origin = draw(st.sampled_from(items))
            item = found[origin]
            tree = without(tree, *origin)
            if verb == "move":
                path = draw(st.sampled_from([path for path, _ in records(tree) if not path or isinstance(path[-1], int)]))
                word = draw(st.sampled_from(LISTS))
                there = [*at(tree, path).get(word, [])]
                there.insert(draw(st.integers(0, len(there))), item)
                tree = setting(tree, *path, **{word: there})
    return tree
