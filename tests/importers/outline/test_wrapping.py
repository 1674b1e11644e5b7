"""Physical lines become paragraphs, whatever tells them apart."""

import itertools
from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]

SENTENCE = "全县水利干部走村入户摸清渠道底数列出整改清单逐条销号群众看得见"


def sentences(length: int) -> str:
    """Running text of that many signs, full stop included."""
    return (SENTENCE * (length // len(SENTENCE) + 1))[: length - 1] + "。"


def test_set_in_first_lines_part_paragraphs_even_after_a_full_line(read: Read) -> None:
    first, second, third = sentences(88), sentences(58), sentences(78)
    lines = [f"\u3000\u3000{text}" for text in (first, second, third)]
    wrapped = "\n".join(line[at : at + 30] for line in lines for at in range(0, len(line), 30))
    found = read(
        f"水利局2023年工作总结\n\u3000\u30002023年，水利工作稳步推进，成效明显。\n一、工作情况\n{wrapped}\n二、打算\n\u3000\u3000继续抓好水利。"
    )
    assert found.texts("para")[:3] == [first, second, third]


def test_uneven_right_margins_do_not_end_a_paragraph(read: Read) -> None:
    whole = sentences(150)
    cuts = [0, 23, 51, 78, 106, 133, 150]
    lines = [whole[one:other] for one, other in itertools.pairwise(cuts)]
    found = read(
        "\n".join(
            ["水利局2023年工作总结", "2023年，水利工作稳步推进，成效明显。", "一、工作情况", *lines, "二、打算", "继续抓好水利。"]
        )
    )
    assert found.texts("para")[0] == whole


def test_whole_paragraphs_are_never_joined(read: Read) -> None:
    paragraphs = [sentences(40) for _ in range(6)]
    found = read("\n".join(["水利局2023年工作总结", "2023年，水利工作稳步推进，成效明显。", "一、工作情况", *paragraphs]))
    assert found.texts("para") == paragraphs


def test_an_ordinal_alone_takes_the_line_after_it(read: Read) -> None:
    found = read(
        "水利局2023年工作总结\n2023年，水利工作稳步推进，成效明显。\n一、\n工作情况\n修了渠，通了水。\n二、\n明年打算\n再修渠。"
    )
    assert found.texts("heading") == ["一、工作情况", "二、明年打算"]


def test_running_headers_and_page_numbers_go_and_the_first_header_stays(read: Read) -> None:
    page = [sentences(60) for _ in range(4)]
    lines = ["水利局2023年工作总结", "2023年，水利工作稳步推进，成效明显。", "一、工作情况", *page]
    for number in (1, 2, 3):
        lines += [f"— {number} —", "\f水利局2023年工作总结", *page]
    found = read("\n".join(lines))
    assert found.texts("title") == ["水利局2023年工作总结"]
    assert sorted(reason for _, reason in found.left_out()) == ["页眉页脚"] * 3 + ["页码"] * 3
    assert len(found.texts("para")) == 16


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many bytes of GB 2312, as old editors broke them."""
    lines, size = [""], 0
    for sign in text:
        wide = len(sign.encode("gb18030"))
        if size + wide > width:
            lines, size = [*lines, ""], 0
        lines[-1] += sign
        size += wide
    return lines


def test_quotes_take_two_columns_where_lines_were_broken_by_bytes(read: Read) -> None:
    body = "（一）“旱能浇”“涝能排”“渠相连”“路相通”工程：" + SENTENCE + "，" + sentences(40)
    rest = "，".join(f"{sentences(20)[:-1]}{number}处" for number in range(9)) + "。"
    lines = [line for text in (body, rest, rest) for line in wrapped(text, 40)]
    found = read("\n".join(["水利局2023年工作总结", "", "一、工作情况", *lines, "二、打算", "继续抓好水利。"]))
    assert found.texts("run-in")[0].startswith(body)


def test_points_counted_inside_a_paragraph_stay_inside_at_line_starts(read: Read) -> None:
    lines = ["抓好三件事。一是" + sentences(10) + "二是" + SENTENCE[:8], sentences(25), "三是" + sentences(26)]
    line = "\u3000\u3000" + sentences(88)
    found = read(
        "\n".join(
            ["水利局2023年工作总结", "\u3000\u30002023年，水利建设提速。", "\u3000\u3000一、工作情况"]
            + ["\u3000\u3000" + lines[0], *lines[1:]]
            + [line[at : at + 30] for _ in range(3) for at in range(0, 90, 30)]
        )
    )
    assert "".join(lines) in found.texts("para")


def test_a_short_first_line_that_is_set_in_goes_on_below(read: Read) -> None:
    lead = ["\u3000\u30002023年，围绕年初确定的目标", "任务修渠筑坝。"]
    line = "\u3000\u3000" + sentences(88)
    lines = [line[at : at + 30] for _ in range(3) for at in range(0, 90, 30)]
    found = read("\n".join(["水利局2023年工作总结", *lead, "\u3000\u3000一、工作情况", *lines]))
    assert found.texts("title") == ["水利局2023年工作总结"]
    assert found.texts("lead") == ["".join(lead).strip()]


def test_a_closing_mark_never_begins_a_paragraph(read: Read) -> None:
    first, second = sentences(12)[:-1], sentences(210)
    lines = [first, "。", *(second[at : at + 30] for at in range(0, 210, 30))]
    found = read("\n".join(["水利局2023年工作总结", "", "一、工作情况", *lines, "二、打算", "继续抓好水利。"]))
    assert found.texts("para")[0].startswith(f"{first}。")


def test_a_title_of_two_lines_a_date_and_a_signature_stand_alone(read: Read) -> None:
    """No indent, no blank line: the words alone say where these end."""
    body = "2023年，" + sentences(97)
    front = ["临江县水利局2023年水利工作开展情况总结和", "2024年工作打算", "（2023年12月25日）"]
    lines = [*front, *wrapped(body, 40), "一、工作情况", *wrapped(body, 40), *wrapped(body, 40), "临江县水利局", "2023年12月25日"]
    found = read("\n".join(lines))
    assert found.texts("title") == ["".join(front[:2])]
    assert [kind for kind, _ in found.cover()] == ["date", "signature", "date"]
    assert found.texts("lead") == [body]
