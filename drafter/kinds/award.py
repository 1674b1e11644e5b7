"""荣誉: what was awarded, by whom, and how rare it is."""

from drafter.kinds.kind import INTEGER, LINE, Both, Kind, choice, field

KIND = Kind(
    word="荣誉",
    label="Award",
    help=Both("表彰、称号、入选名单", "awards, titles, lists one was chosen for"),
    fields=(
        field("主体", LINE, "Holder", Both("谁获得，如 某公司、我局", "who received it")),
        field("名目", LINE, "Title", Both("荣誉全称", "the full name of the award")),
        field("授予", LINE, "Giver", Both("由谁授予", "who gave it")),
        field("方式", choice("获批", "入选", "列入", "获评"), "Manner", Both("通报里用的说法", "the word of the bulletin")),
        field("范围", LINE, "Scope", Both("全省、全市……", "among whom it is rare")),
        field("家数", INTEGER, "How many", Both("该范围内共几家", "how many there are in that scope")),
    ),
)
