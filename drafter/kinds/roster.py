"""名单: names that belong together, with their number."""

from drafter.kinds.kind import INTEGER, LINE, LINES, Both, Kind, field

KIND = Kind(
    word="名单",
    label="List of names",
    help=Both("同一类的几家单位、几个人", "several units or people of one sort"),
    fields=(
        field("名目", LINE, "Of what", Both("这是什么名单，如 新入园企业", "what they are, such as 新入园企业")),
        field("名称", LINES, "Names", Both("一行一个", "one a line")),
        field("总数", INTEGER, "Total", Both("名单一共几个", "how many there are in all")),
    ),
)
