"""Red-headed documents as bureaus set them by hand, and reports that only speak of such things."""

from collections import Counter
from pathlib import Path

import pytest
from word_files import line, packed, parts, run, table

from drafter.actions.importing import Taken, look
from drafter.model.cover import Annex, Head, Imprint
from drafter.model.text import fold

BODY = (
    "2024年，全局上下齐心协力，任务较好完成。\n一、工作开展情况\n全年走访农户六百户，帮办实事四十件，满意率保持在高位。\n"
    "二、明年打算\n继续走访，把实事办到底。"
)
TITLE = "青禾县农业局2024年工作总结"
SIGNED = "青禾县农业局\n2025年1月5日"
NOTICE = "关于印发《2024年工作总结》的通知\n各乡镇农业站：\n现将《2024年工作总结》印发给你们，请遵照执行。"
REPORT = f"{TITLE}\n{BODY}"


def taken(text: str, folder: Path) -> Taken:
    """The text as a file, read; and each sign of it is accounted for."""
    file = folder / "报告.txt"
    file.write_text(text, "utf-8")
    found = look(file, folder)
    kept = "".join(row.text for row in found.outline.rows) + "".join(left.text for left in found.outline.left_out)
    assert Counter(fold(kept)) == Counter(fold(text))
    assert next(fact.text for *_, fact in found.report.facts()) == "全年走访农户六百户，帮办实事四十件，满意率保持在高位。"
    assert found.report.title == TITLE
    return found


MARK = "青禾县农业局文件"


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("青禾县农业局\n文件\n青农〔2025〕1号", Head(mark=MARK)),
        ("青禾县农业局\n青农〔2025〕1号", Head(mark="青禾县农业局")),
        ("青 禾 县 农 业 局 文 件\n青农〔2025〕1号　　　　签发人：李　强", Head(mark=MARK, signer="李强")),
        (f"{MARK}\n青农〔2025〕1号\t\t签发人：李强\n\t\t\t王小明", Head(mark=MARK, signer="李强　王小明")),
        (f"{MARK}\n签发人：李强\n青农〔2025〕1号", Head(mark=MARK, signer="李强")),
        (
            f"000001　　机密★一年　　特 急\n{MARK}\n青农〔2025〕1号",
            Head(mark=MARK, copy="000001", secrecy="机密★一年", urgency="特急"),
        ),
        (
            f"份号：000001\n密级：秘密\n紧急程度：加急\n{MARK}\n青农〔2025〕1号",
            Head(mark=MARK, copy="000001", secrecy="秘密", urgency="加急"),
        ),
        ("青禾县农业局\n青禾县水利局文件\n青农〔2025〕1号", Head(mark="青禾县农业局\n青禾县水利局文件")),
        ("青禾县农业局\n青禾县水利局\n文件\n青农〔2025〕1号", Head(mark="青禾县农业局\n青禾县水利局文件")),
    ],
)
def test_heads(above: str, head: Head, tmp_path: Path) -> None:
    report = taken(f"{above}\n{REPORT}\n{SIGNED}", tmp_path).report
    assert report.head == head
    assert (report.number, report.signature) == ("青农〔2025〕1号", "青禾县农业局")


ALL = Imprint(copies="县委办公室，县人大办公室", office="青禾县农业局办公室", date="2025年1月9日")


@pytest.mark.parametrize(
    ("below", "imprint", "left"),
    [
        ("抄送：县委办公室，县人大办公室。\n青禾县农业局办公室  2025年1月9日印发", ALL, []),
        ("抄送:县委办公室，县人大办公室。\n青禾县农业局办公室2025年1月9日印发\n（共印50份）", ALL, ["（共印50份）"]),
        ("抄 送：县委办公室，\n县人大办公室。\n青禾县农业局办公室　２０２５年１月９日印发", ALL, []),
        ("抄送：县委办公室，县人大办公室。\n青禾县农业局办公室\n2025年1月9日印发", ALL, []),
        (
            "主题词：农业　总结\n抄报：市农业局。\n抄送：县委办公室，县人大办公室。\n青禾县农业局办公室　2025年1月9日印发  共印50份\n校对：张三",
            ALL,
            ["主题词：农业　总结", "抄报：市农业局。", "共印50份", "校对：张三"],
        ),
        ("青禾县农业局办公室　二〇二五年一月九日印发", Imprint(office="青禾县农业局办公室", date="二〇二五年一月九日"), []),
    ],
)
def test_imprints(below: str, imprint: Imprint, left: list[str], tmp_path: Path) -> None:
    found = taken(f"{REPORT}\n{SIGNED}\n{below}", tmp_path)
    said = found.report.imprint
    assert said and (said.copies, said.office, fold(said.date)) == (imprint.copies, imprint.office, imprint.date)
    assert [passage.text for passage in found.outline.left_out] == left
    assert found.report.signature == "青禾县农业局"


TABLE, NAMES = Annex(title="任务分解表", text="防汛归工程科。"), Annex(title="联系人名单", text="张三，工程科。")


@pytest.mark.parametrize(
    "text",
    [
        f"附件：1.任务分解表\n2.联系人名单\n{SIGNED}\n附件1\n任务分解表\n防汛归工程科。\n附件2\n联系人名单\n张三，工程科。",
        f"附件:１、任务分解表\n2、联系人\n名单\n{SIGNED}\n附 件 1\n任务分解表\n防汛归工程科。\n附件二\n联系人名单\n张三，工程科。",
        f"附件：1.任务分解表\n2.联系人名单\n{SIGNED}\n附件1：任务分解表\n防汛归工程科。\n附件2：联系人名单\n张三，工程科。",
        f"{SIGNED}\n附件：1.任务分解表\n2.联系人名单\n附件1\n任务分解表\n防汛归工程科。\n附件2\n联系人名单\n张三，工程科。",
        f"{SIGNED}\n附件1\n任务分解表\n防汛归工程科。\n附件2\n联系人名单\n张三，工程科。",
    ],
)
def test_annexes(text: str, tmp_path: Path) -> None:
    report = taken(f"{REPORT}\n{text}", tmp_path).report
    assert report.annexes == (TABLE, NAMES)
    assert (report.signature, report.note) == ("青禾县农业局", "")


def test_an_annex_with_another_name_keeps_both(tmp_path: Path) -> None:
    report = taken(f"{REPORT}\n附件：任务分解表\n{SIGNED}\n附件\n2025年任务分解一览\n防汛归工程科。", tmp_path).report
    assert report.annexes == (Annex(title="任务分解表", text="2025年任务分解一览\n防汛归工程科。"),)


def test_the_report_may_itself_be_what_is_annexed(tmp_path: Path) -> None:
    found = taken(
        f"{MARK}\n青农〔2025〕1号\n{NOTICE}\n附件：2024年工作总结\n{SIGNED}\n（此件公开发布）\n附件\n{REPORT}", tmp_path
    )
    notice = found.report.notice
    assert notice and (notice.signature, notice.note) == ("青禾县农业局", "此件公开发布")
    assert found.report.annexes == (Annex(title="2024年工作总结"),)
    assert [passage.text for passage in found.outline.left_out] == ["附件"]


def test_signatures_side_by_side_are_several(tmp_path: Path) -> None:
    notice = taken(f"{NOTICE}\n青禾县农业局　青禾县水利局\n2025年1月5日\n{REPORT}", tmp_path).report.notice
    assert notice and notice.signature == "青禾县农业局\n青禾县水利局"


def test_a_head_and_an_imprint_in_tables(tmp_path: Path) -> None:
    head = table((run("青农〔2025〕1号"), run("签发人：李强")))
    foot = table((run("抄送：县委办公室，县人大办公室。"), ""), (run("青禾县农业局办公室"), run("2025年1月9日印发")))
    lines = "".join(line(run(text)) for text in f"{REPORT}\n{SIGNED}".splitlines())
    file = tmp_path / "报告.docx"
    file.write_bytes(packed(parts(line(run(MARK)) + head + lines + foot)))
    report = look(file, tmp_path).report
    assert report.head == Head(mark=MARK, signer="李强")
    assert (report.number, report.title, report.imprint) == ("青农〔2025〕1号", TITLE, ALL)


@pytest.mark.parametrize(
    "last",
    [
        "抄送机关和附件都要核对：附件1是分解表。",
        "附件1所列任务要按月报送，并抄送县委办公室。",
        "清理文件四十件，印发通知两份。",
        "抓好抄送：凡发文必抄送有关科室，做到件件有着落。",
    ],
)
def test_what_is_only_spoken_of_stays_in_the_text(last: str, tmp_path: Path) -> None:
    report = taken(f"{REPORT}\n{last}\n{SIGNED}", tmp_path).report
    assert (report.head, report.annexes, report.imprint) == (None, (), None)
    assert last in "\n".join(fact.text for *_, fact in report.facts())
