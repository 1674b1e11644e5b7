"""走访: visits to firms, villages, households."""

from drafter.kinds.kind import INTEGER, LINE, LINES, Both, Kind, field

KIND = Kind(
    word="走访",
    label="Visit",
    help=Both("走访、调研、上门服务", "visits and inquiries on the spot"),
    fields=(
        field("对象", LINES, "Visited", Both("走访了哪些单位", "who was visited")),
        field("家数", INTEGER, "How many", Both("一共走访几家，填数字", "how many were visited, a whole number")),
        field("事由", LINE, "Purpose", Both("为了什么事去", "what the visit was for")),
    ),
)
