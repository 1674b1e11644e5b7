"""What the reader of markup keeps of a table that is open, of the chart that draws it, and of the captions so far."""

from drafter.model.block import Block, Cell, Drawing, Run
from drafter.model.exhibit import CHARTS

DRAWN = frozenset({"data-chart", "data-title", "data-unit", "data-alt"})


class Tables:
    """``cell`` is the cell being filled, None between cells."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.cells: list[str] = []
        self.cell: list[Run] | None = None
        self.marked: list[Cell] = []
        self.drawing: Drawing | None = None
        self.captions: dict[str, int] = {}

    def start(self, tag: str) -> None:
        if tag == "table":
            self.rows, self.marked = [], []
        elif tag == "tr":
            self.cells = []
        else:
            self.cell = []

    def end(self, tag: str) -> Block | None:
        """The table or the chart, once it is closed; None for what is empty or goes on."""
        if tag == "table":
            kind = "chart" if self.drawing else "table"
            if not self.rows:
                return None
            return Block(kind, rows=tuple(self.rows), drawing=self.drawing, cells=tuple(self.marked))
        if tag == "tr":
            if self.cells:
                self.rows.append(tuple(self.cells))
        else:
            runs = tuple(self.cell or ())
            if any(run.mark for run in runs):
                self.marked.append(Cell(len(self.rows), len(self.cells), runs))
            self.cells.append("".join(run.text for run in runs))
            self.cell = None
        return None

    def draw(self, attributes: dict[str, str]) -> str:
        """How the table inside is to be drawn. Returns the attribute and value that are wrong, "" for none."""
        kind = attributes.get("data-chart", "")
        if kind not in CHARTS:
            return f'data-chart="{kind}"'
        self.drawing = Drawing(kind, *(attributes.get(f"data-{name}", "") for name in ("title", "unit", "alt")))
        return ""

    def label(self, sample: str) -> str:
        """表1 and what sets it off from the words of its caption. 表 and 图 are counted apart, through the whole document."""
        name = sample.rstrip("0123456789")
        number = self.captions[name] = self.captions.get(name, 0) + 1
        return f"{name}{number}　"
