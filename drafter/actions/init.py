"""A workspace: a folder with facts/, and the schema that editors complete by."""

import json
from pathlib import Path

from drafter.actions.schema import schema
from drafter.store.save import save

SCHEMA_NAME = "schema.json"


def init(folder: Path) -> list[Path]:
    """Makes ``folder`` a workspace and returns what was made. What is there already stays as it is."""
    facts = folder / "facts"
    made = [] if facts.is_dir() else [facts]
    facts.mkdir(parents=True, exist_ok=True)
    target = facts / SCHEMA_NAME
    if not target.exists():
        save(target, (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode())
        made.append(target)
    return made or [facts]
