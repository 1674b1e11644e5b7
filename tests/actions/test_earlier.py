"""Which reports a report came from, and what they are called."""

from pathlib import Path

import pytest

from drafter.actions.earlier import addressed, earlier_reports, name_of, parts_of_period, read
from drafter.actions.opening import Opened, open_report


def put(root: Path, name: str, text: str = "") -> Path:
    folder = root / "facts" / name
    folder.mkdir(parents=True)
    period = name.rpartition("/")[2]
    (folder / "报告.yaml").write_text(f"单位: 林业局\n期间: {period}\n标题: 总结\n{text}", "utf-8")
    return folder


def names(opened: Opened) -> list[str]:
    return [each.name for each in earlier_reports(opened)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("2021", "2022", "2022-H1", "2023-H1"):
        put(tmp_path, name)
    return tmp_path


def test_those_that_it_says_it_came_from(root: Path) -> None:
    put(root, "2023", "来自: [2022-H1, 2020, 2021]\n")
    assert names(open_report("2023", root)) == ["2022-H1", "2021"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("2023", ["2022"]), ("2024-H1", ["2023-H1"]), ("2026", ["2023-H1"]), ("2020", []), ("2022-H2", ["2022-H1"])],
)
def test_else_the_period_before_and_the_same_part_of_last_year_or_the_latest(root: Path, name: str, expected: list[str]) -> None:
    put(root, name)
    assert names(open_report(name, root)) == expected


def test_an_address_may_reach_further_back(root: Path) -> None:
    put(root, "2023")
    opened = open_report("2023", root)
    assert [each.name for each in addressed(opened, ["2021/造林", "2022/造林", "1999/造林", "造林"])] == ["2022", "2021"]


def test_the_parts_of_a_period_stand_beside_it(root: Path) -> None:
    put(root, "2022-Q3")
    put(root, "一科/2022-H2")
    assert sorted(each.name for each in parts_of_period(open_report("2022", root))) == ["2022-H1", "2022-Q3"]
    assert parts_of_period(open_report("2022-H1", root)) == ()


def test_another_units_report_is_called_by_the_way_there(root: Path) -> None:
    there, here = put(root, "一科/2022"), put(root, "二科/2023", "来自: ../一科/2022\n")
    assert name_of(there, here) == "../一科/2022"
    (found,) = earlier_reports(open_report("二科/2023", root))
    assert found.name == "../一科/2022"
    source = found.report.source
    assert source is not None and source.file == str(there / "报告.yaml"), "said without going there and back"


def test_a_report_in_one_file_is_found_from_its_folder(root: Path) -> None:
    file = root / "facts" / "2022" / "报告.yaml"
    assert name_of(root / "facts" / "2021", file) == "2021"


def test_what_changed_is_read_anew_and_what_did_not_is_not(root: Path) -> None:
    place = root / "facts" / "2022"
    first = read(place, "2022")
    assert first is not None and first is read(place, "2022")
    file = place / "报告.yaml"
    file.write_text(file.read_text("utf-8").replace("总结", "工作总结"), "utf-8")
    again = read(place, "2022")
    assert again is not None and (first.report.title, again.report.title) == ("总结", "工作总结")
    file.unlink()
    assert read(place, "2022") is None


def test_a_report_without_period_has_none_before(tmp_path: Path) -> None:
    put(tmp_path, "2022")
    place = put(tmp_path, "草稿")
    (place / "报告.yaml").write_text("标题: 总结\n", "utf-8")
    assert names(open_report("facts/草稿", tmp_path)) == []
