"""资金: money won, granted or spent."""

from drafter.kinds.kind import LINE, NUMBER, Both, Kind, choice, field

KIND = Kind(
    word="资金",
    label="Funds",
    help=Both("争取、拨付、兑现的资金", "money won, granted or paid out"),
    fields=(
        field("动作", choice("争取", "拨付", "兑现", "减免"), "Action"),
        field("名目", LINE, "Name"),
        field("修饰", choice("超过", "近", "共"), "Modifier"),
        field("金额", NUMBER, "Amount", Both("万元", "in 10,000 yuan")),
        field("来源", LINE, "Source"),
        field("用途", LINE, "Use"),
    ),
)
