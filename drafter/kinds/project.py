"""项目: a project or a platform, and how far it has come. 申报 < 推荐 < 公示 < 获批 is a ladder; no step is taken by itself."""

from drafter.kinds.kind import LINE, NUMBER, Both, Kind, choice, field

KIND = Kind(
    word="项目",
    label="Project",
    help=Both("项目、平台、载体", "projects and platforms"),
    fields=(
        field("名目", LINE, "Name", Both("项目或平台全称", "the full name")),
        field("简称", LINE, "Short name"),
        field("主体", LINE, "Owner", Both("承担单位", "who carries it out")),
        field("状态", choice("拟申报", "申报", "推荐", "公示", "获批", "在建", "结题"), "Status"),
        field("资金", NUMBER, "Funds", Both("万元", "in 10,000 yuan")),
    ),
)
