"""What a Word document says beside its body: notes, comments, headers and footers, drawings, properties, links outward."""

import re
from collections.abc import Iterator

from drafter.importers.findings import note, shown, warning
from drafter.importers.source import Source
from drafter.importers.word.body import Blocks
from drafter.importers.word.names import Element, attribute, children, kind
from drafter.importers.word.package import Package, Relationship
from drafter.importers.word.reading import Reading
from drafter.model.outline import LeftOut
from drafter.model.words import Both

_NOTES = (
    ("footnotes", "w:footnote", "footnote", "脚注"),
    ("endnotes", "w:endnote", "endnote", "尾注"),
    ("comments", "w:comment", "comment", "批注"),
)
_EDGES = (("header", "页眉"), ("footer", "页脚"))
_ENGLISH = {
    "脚注": "footnotes",
    "尾注": "endnotes",
    "批注": "comments",
    "页眉": "headers",
    "页脚": "footers",
    "页码": "page numbers",
    "目录": "contents",
    "图片": "pictures",
    "图表": "charts",
    "SmartArt": "SmartArt",
    "嵌入对象": "embedded objects",
    "嵌入文档": "embedded documents",
    "控件": "form controls",
    "艺术字": "word art",
    "符号": "symbols",
    "域": "fields",
    "注音": "phonetic guides",
    "占位提示": "prompts",
    "隐藏文字": "hidden text",
    "修订删除": "tracked deletions",
    "修订移走": "moved text",
}
_DRAWN = re.compile(r"^word/(?:charts/chart|diagrams/data)[^/]*\.xml$")
_EMBEDDED_TEXT = re.compile(r"<[^>]*>")


def leave_notes(package: Package, reading: Reading) -> None:
    """Foot- and endnotes and comments, each with the paragraph that refers to it."""
    for relation, element, what, reason in _NOTES:
        for root in _linked(package, relation):
            for found in children(root, element):
                if attribute(found, "w:type") in ("separator", "continuationSeparator", "continuationNotice"):
                    continue
                at = reading.references.get((what, attribute(found, "w:id") or ""))
                text = _story(found, reading)
                if text:
                    reading.left_out.append(LeftOut(text, reason if at is None else f"{reason}（第{at}段）"))
                    reading.counts[reason] += 1


def leave_headers(package: Package, reading: Reading) -> None:
    """Headers and footers; what several sections repeat is listed once."""
    for relation, reason in _EDGES:
        seen = set()
        for root in _linked(package, relation):
            text = _story(root, reading)
            if text and text not in seen:
                seen.add(text)
                reading.left_out.append(LeftOut(text, reason))
                reading.counts[reason] += 1


def leave_drawings(package: Package, reading: Reading) -> None:
    """The words inside charts and SmartArt. The drawings themselves are counted where they stand."""
    for part in package.names():
        if not _DRAWN.match(part):
            continue
        root = package.xml(part)
        words = [found.text for found in root.iter() if kind(found) in ("a:t", "c:v") and found.text] if root is not None else []
        if words:
            reading.left_out.append(LeftOut("\n".join(words), "图表" if "/charts/" in part else "SmartArt"))


def leave_embedded(package: Package, reading: Reading) -> None:
    """Documents that the body includes whole (``altChunk``): their text is listed where it is text at all."""
    links = {link.id: link for link in package.relationships(package.main)}
    for embedded in reading.embedded:
        reading.counts["嵌入文档"] += 1
        link = links.get(embedded)
        if link is None or link.external:
            continue
        data = package.read(link.target)
        if not data.startswith(b"PK"):
            text = " ".join(_EMBEDDED_TEXT.sub(" ", data.decode("utf-8", "ignore")).split())
            if text:
                reading.left_out.append(LeftOut(text, "嵌入文档"))


def _linked(package: Package, relation: str) -> Iterator[Element]:
    for link in package.relationships(package.main):
        if link.kind == relation and not link.external:
            root = package.xml(link.target)
            if root is not None:
                yield root


def _story(root: Element, reading: Reading) -> str:
    """The text of a note or header, with whatever it holds that would itself be left out."""
    reading.fields.clear()
    return "\n".join(line.text for line in Blocks(reading).read(root))


def properties_of(package: Package) -> dict[str, str]:
    """Core properties: title, creator, created …, and the company. Empty ones are absent."""
    found: dict[str, str] = {}
    for link in package.relationships(""):
        if link.kind in ("core-properties", "extended-properties") and not link.external:
            root = package.xml(link.target)
            for element in root if root is not None else ():
                name = kind(element).rpartition(":")[2]
                if element.text and element.text.strip() and (link.kind == "core-properties" or name == "Company"):
                    found[name[:1].lower() + name[1:]] = element.text.strip()
    return found


def say_links(package: Package, source: Source) -> None:
    """Links outward that Word would follow on opening, and macros: named, never touched. Hyperlinks are only text."""
    outward: list[Relationship] = []
    for part in package.names():
        if part.endswith(".rels"):
            folder, _, base = part.rpartition("_rels/")
            outward.extend(link for link in package.relationships(folder + base.removesuffix(".rels")) if link.external)
    addresses = sorted({link.target for link in outward if link.kind != "hyperlink"})
    if addresses:
        listed, more = "、".join(shown(address) for address in addresses[:3]), len(addresses)
        source.problems.append(
            note(
                "external-link",
                source.name,
                Both(
                    f"文档链接了 {more} 处外部内容，没有打开：{listed}。", f"{more} outside resources were not opened: {listed}."
                ),
                Both("如果需要其中的文字，请粘贴到文档里。", "If their text is needed, paste it into the document."),
            )
        )
    if any(part.endswith("vbaproject.bin") for part in package.names()):
        source.problems.append(
            note(
                "macros",
                source.name,
                Both("文档带有宏，没有运行，只读取了文字。", "It carries macros; they were not loaded, only text was read."),
            )
        )


def say_not_imported(source: Source, reading: Reading) -> None:
    """One line that counts what was not taken, by kind."""
    total = sum(reading.counts.values())
    if total:
        kinds = "、".join(f"{reason} {count}" for reason, count in reading.counts.items())
        english = ", ".join(f"{_ENGLISH.get(reason, reason)} {count}" for reason, count in reading.counts.items())
        source.problems.append(
            warning(
                "not-imported",
                source.name,
                Both(f"有 {total} 处内容没有导入：{kinds}。", f"{total} passages not imported: {english}."),
                Both("请对照原件，需要的内容请补录。", "Compare with the original and add what is needed."),
            )
        )
    if reading.numbering.unknown:
        forms = "、".join(sorted(shown(form) for form in reading.numbering.unknown))
        source.problems.append(
            warning(
                "numbering",
                source.name,
                Both(f"不认识的编号样式 {forms}，已按阿拉伯数字写出。", f"Unknown numbering {forms}: written in digits."),
            )
        )
