"""A page put together: the article's lines, and every other visible word with what it was."""

import re

from drafter.importers.findings import note, warning
from drafter.importers.html.article import Weights, find_article, is_prose, weigh
from drafter.importers.html.chrome import entries, is_about, pairs, reason_by_name, reason_by_words
from drafter.importers.html.parse import parse_page
from drafter.importers.html.segments import HIDDEN, Element, Segment, Walker
from drafter.importers.source import Source
from drafter.model.outline import LeftOut
from drafter.model.text import fold
from drafter.model.words import Both

_OUTSIDE, _CATALOGUE, _ABOUT, _TITLE_AGAIN = "正文以外", "信息目录", "网页信息", "重复的标题"
_METAS = (
    "articletitle",
    "pubdate",
    "contentsource",
    "sitename",
    "columnname",
    "author",
    "keywords",
    "description",
    "source",
    "title",
)


def read_page(name: str, data: bytes) -> Source:
    """``Source`` of a web page. Raises ``Refused``."""
    root, decoded, dropped = parse_page(name, data)
    source = Source(name, properties=_properties(root))
    body = root.find("body")
    walker = Walker()
    segments = walker.walk(root if body is None else body)
    _divide(source, root if body is None else body, _seen(segments))
    if dropped:
        source.left_out.append(LeftOut(dropped, "不可见字符"))
    if walker.pictures:
        count = walker.pictures
        source.problems.append(
            note(
                "not-imported",
                name,
                Both(f"网页里的 {count} 张图片没有导入。", f"{count} passages not imported: pictures of the page."),
            )
        )
    if decoded.declared_wrong:
        source.problems.append(
            note(
                "encoding",
                name,
                Both(
                    f"网页自称的编码不对，已按 {decoded.encoding} 读取。",
                    f"The page names a wrong encoding; read as {decoded.encoding}.",
                ),
            )
        )
    return source


def _seen(segments: list[Segment]) -> list[Segment]:
    """A page that hides nearly all its text shows it by a script: then hidden text is the text."""
    hidden = sum(len(s.line.text) for s in segments if s.reason == HIDDEN and is_prose(s))
    visible = sum(len(s.line.text) for s in segments if s.reason is None and is_prose(s))
    if hidden > 4 * visible:
        return [s._replace(reason=None) if s.reason == HIDDEN else s for s in segments]
    return segments


def _divide(source: Source, body: Element, segments: list[Segment]) -> None:
    """Every segment becomes a line or is left out."""
    weights = weigh(segments, body)
    article = find_article(body, weights)
    within = set(article.iter())
    inside = [segment.element in within for segment in segments]
    blocks: dict[Element, str | None] = {article: None}
    prose = [place for place, s in enumerate(segments) if inside[place] and s.reason is None and is_prose(s)]
    first, last = (prose[0], prose[-1]) if prose else (len(segments), -1)
    reasons = []
    for place, segment in enumerate(segments):
        block = _reason_by_block(segment.element, weights, article, blocks)
        if not inside[place]:
            block = block or _OUTSIDE
        reasons.append(segment.reason or _reason(segment, block, not (inside[place] and first <= place <= last)))
    _keep_title(source, segments, reasons, inside, first)
    if not any(reason is None for reason in reasons):
        _take_all(source, segments, reasons)
    _hand_on(source, segments, reasons)


def _reason(segment: Segment, block: str | None, at_edge: bool) -> str | None:
    """Why a visible segment is not the article's. ``block``: what its block is; ``at_edge``: not between its sentences."""
    text = segment.line.text
    if entries(text) >= 2 or (entries(text) and at_edge and _LABELLED.search(text)):
        return _CATALOGUE
    if segment.file and segment.linked * 5 > len(text) * 3:
        return "附件"
    return reason_by_words(text) or (_ABOUT if at_edge and is_about(text) else block)


_LABELLED = re.compile("[:：\t]")


def _reason_by_block(element: Element, weights: Weights, article: Element, known: dict[Element, str | None]) -> str | None:
    """What the nearest named block around is. A block with much of the prose is not believed to be chrome."""
    path = []
    reason: str | None = None
    climbing: Element | None = element
    while climbing is not None:
        if climbing in known:
            reason = known[climbing]
            break
        path.append(climbing)
        climbing = climbing.getparent()
    for inner in reversed(path):
        reason = known[inner] = _own_reason(inner, weights, article) or reason
    return reason


def _own_reason(element: Element, weights: Weights, article: Element) -> str | None:
    if weights.is_links(element):
        return reason_by_name(element) or "链接列表"
    if weights.prose[element] * 5 > weights.prose[article]:
        return None
    reason = reason_by_name(element)
    # Annexes that are printed are the document's; those of the site are files to fetch.
    return None if reason == "附件" and weights.text[element] and not weights.linked[element] else reason


def _keep_title(source: Source, segments: list[Segment], reasons: list[str | None], inside: list[bool], first: int) -> None:
    """The page's title often stands over the article's block: it is the article's first line, unless that says it again."""
    titles = [fold(source.properties[key]) for key in ("ArticleTitle", "title") if key in source.properties]
    taken = {fold(s.line.text) for s, reason in zip(segments[: first + 3], reasons, strict=False) if reason is None}
    best: int | None = None
    for place, segment in enumerate(segments[:first]):
        words = fold(segment.line.text)
        is_title = len(words) > 5 and any(words == title or (words in title and len(words) * 2 > len(title)) for title in titles)
        is_heading = segment.line.level == 1 and len(words) > 5
        if not (is_title or is_heading) or segment.reason is not None or segment.linked * 2 > len(segment.line.text):
            continue
        if reasons[place] is None:
            segments[place] = segment._replace(line=segment.line._replace(level=-1)) if is_title else segment
        elif words in taken:
            reasons[place] = _TITLE_AGAIN
        elif not inside[place] and reasons[place] != _CATALOGUE:
            if best is not None:
                reasons[best] = _TITLE_AGAIN
            best = place
            reasons[place] = None
            segments[place] = segment._replace(line=segment.line._replace(level=-1))


def _take_all(source: Source, segments: list[Segment], reasons: list[str | None]) -> None:
    """No article was found, but the page has text: all that is visible is taken, and that is said."""
    for place, segment in enumerate(segments):
        reasons[place] = segment.reason
    if any(reason is None for reason in reasons):
        source.problems.append(
            warning(
                "article-not-found",
                source.name,
                Both(
                    "没有找到网页的正文区，已取全部可见文字。",
                    "The article of the page was not found; all visible text was taken.",
                ),
                Both(
                    "请检查多余的栏目文字；或把正文复制到 .txt 再导入。",
                    "Check for menus in the text, or copy the article into a .txt file.",
                ),
            )
        )


def _hand_on(source: Source, segments: list[Segment], reasons: list[str | None]) -> None:
    """Lines in reading order; neighbours that were left out for one reason are one block."""
    before: str | None = None
    for segment, reason in zip(segments, reasons, strict=True):
        if reason is None:
            source.lines.append(segment.line._replace(number=len(source.lines) + 1))
        elif reason == before:
            source.left_out[-1] = LeftOut(f"{source.left_out[-1].text}\n{segment.line.text}", reason)
        else:
            source.left_out.append(LeftOut(segment.line.text, reason))
        if reason == _CATALOGUE:
            for key, value in pairs(segment.line.text).items():
                source.properties.setdefault(key, value)
        before = reason


def _properties(root: Element) -> dict[str, str]:
    """Meta tags under their own names (ArticleTitle, PubDate …) and the title of the window."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key, value = meta.get("name") or meta.get("property") or "", (meta.get("content") or "").strip()
        if key.lower() in _METAS and value:
            found.setdefault(key, value)
    title = root.findtext(".//head/title")
    if title and title.strip():
        found["title"] = " ".join(title.split())
    return found
