"""会议活动: a meeting or an activity."""

from drafter.kinds.kind import DATE, INTEGER, LINE, Both, Kind, field

KIND = Kind(
    word="会议活动",
    label="Meeting or activity",
    help=Both("会议、培训、宣传、对接活动", "meetings, trainings and other activities"),
    fields=(
        field("名目", LINE, "Name", Both("会议或活动的名称", "the name of the meeting or activity")),
        field("日期", DATE, "Date", Both("哪一天，如 2025年3月5日", "the day, such as 2025年3月5日")),
        field("主办", LINE, "Host", Both("由谁主办", "who holds it")),
        field("场次", INTEGER, "Times", Both("办了几场", "how many times")),
        field("人次", INTEGER, "Participants", Both("参加的人次，填数字", "how many took part, a whole number")),
    ),
)
