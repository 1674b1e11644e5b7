"""文件: a document drawn up or issued. 拟出台 is not 印发."""

from drafter.kinds.kind import LINE, Both, Kind, choice, field

KIND = Kind(
    word="文件",
    label="Document",
    help=Both("出台、修订的文件", "documents drawn up, issued or amended"),
    fields=(
        field("名目", LINE, "Name", Both("不写书名号", "without the book-title marks")),
        field("文号", LINE, "Number", Both("如 临科发〔2024〕16号", "such as 临科发〔2024〕16号")),
        field("发文", LINE, "Issuer", Both("发文机关", "the body that issues it")),
        field(
            "动作",
            choice("起草", "拟出台", "印发", "修订"),
            "Action",
            Both("到了哪一步；拟出台不是印发", "how far it has come; 拟出台 is not 印发"),
        ),
    ),
)
