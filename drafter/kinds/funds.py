"""资金: money won, granted or spent."""

from drafter.kinds.kind import LINE, NUMBER, Both, Kind, choice, field

KIND = Kind(
    word="资金",
    label="Funds",
    help=Both("争取、拨付、兑现的资金", "money won, granted or paid out"),
    fields=(
        field("动作", choice("争取", "拨付", "兑现", "减免"), "Action", Both("资金怎样来、怎样用", "how the money came or went")),
        field("名目", LINE, "Name", Both("什么资金，如 专项补助", "which money, such as 专项补助")),
        field(
            "修饰", choice("超过", "近", "共"), "Modifier", Both("金额前面的词，没有就不填", "the word before the amount, if any")
        ),
        field("金额", NUMBER, "Amount", Both("万元", "in 10,000 yuan")),
        field("来源", LINE, "Source", Both("由谁拨付、从哪里争取", "who gives it")),
        field("用途", LINE, "Use", Both("用在什么上", "what it is for")),
    ),
)
