"""会议活动: a meeting or an activity."""

from drafter.kinds.kind import DATE, INTEGER, LINE, Both, Kind, field

KIND = Kind(
    word="会议活动",
    label="Meeting or activity",
    help=Both("会议、培训、宣传、对接活动", "meetings, trainings and other activities"),
    fields=(
        field("名目", LINE, "Name"),
        field("日期", DATE, "Date"),
        field("主办", LINE, "Host"),
        field("场次", INTEGER, "Times", Both("办了几场", "how many times")),
        field("人次", INTEGER, "Participants"),
    ),
)
