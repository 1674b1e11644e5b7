"""项目: a project or a platform, and how far it has come. 申报 < 推荐 < 公示 < 获批 is a ladder; no step is taken by itself."""

from drafter.kinds.kind import LINE, NUMBER, Both, Kind, choice, field

KIND = Kind(
    word="项目",
    label="Project",
    help=Both("项目、平台、载体", "projects and platforms"),
    fields=(
        field("名目", LINE, "Name", Both("项目或平台全称", "the full name")),
        field("简称", LINE, "Short name", Both("后文用的简短叫法", "what it is called later on")),
        field("主体", LINE, "Owner", Both("承担单位", "who carries it out")),
        field(
            "状态",
            choice("拟申报", "申报", "推荐", "公示", "获批", "在建", "结题"),
            "Status",
            Both("到了哪一步；申报不是获批", "how far it has come; 申报 is not 获批"),
        ),
        field("资金", NUMBER, "Funds", Both("万元", "in 10,000 yuan")),
    ),
)
