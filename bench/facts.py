"""The peers' report as fact files: facts.py DATA_FOLDER. Writes drafter_r1.yaml, drafter_r10.yaml and drafter_r100.yaml there."""

import json
import sys
from pathlib import Path

from drafter.importers.build import build
from drafter.importers.proposals import Proposal
from drafter.model.outline import Outline, Row
from drafter.model.period import Period
from drafter.model.style import Layout
from drafter.store.layouts import list_layouts, read_layout, search_path
from drafter.store.newfile import write_report


def rows(data: dict) -> list[Row]:
    """The report of shared/bench as outline rows; headings keep the ordinals that they carry."""
    made = [Row("title", 0, "", data["title"]), Row("cover", 0, "", data["recipients"], "addressees")]
    part = ""
    for section in data["sections"]:
        if section["level"]:
            heading = section["heading"]
            part = (
                "issues"
                if "问题" in heading
                else "plans"
                if "打算" in heading
                else "achievements"
                if section["level"] == 1
                else part
            )
            made.append(Row("heading", section["level"], part or "achievements", heading))
        for paragraph in section["paragraphs"]:
            role = "point" if paragraph["lead"] else "para" if part else "lead"
            made.append(Row(role, 0, part, paragraph["lead"] + paragraph["text"]))
    return [*made, Row("cover", 0, "", data["issuer"], "signature"), Row("cover", 0, "", data["date"], "date")]


def main(folder: Path) -> None:
    folders = search_path(None)
    layouts: dict[str, Layout] = {name: layout for name in list_layouts(folders) if (layout := read_layout(name, folders)[0])}
    for size in (1, 10, 100):
        data = json.loads((folder / f"r{size}.json").read_text("utf-8"))
        proposal = Proposal(unit=data["issuer"], period=Period(2022, "H1"))
        report = build(Outline(rows(data)), proposal, layouts)
        target = folder / f"drafter_r{size}.yaml"
        target.write_text(write_report(report), "utf-8")
        print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
