"""An HTML page to the text of its article, its title and its dates. Nothing in the page is ever run or fetched.

The page is read as a stream of tags, in one pass and without a tree: deep nesting and 20 MB of tags cost no more
than their length.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .text import given_day

LOOKS_LIKE_PAGE = re.compile(
    r"\s{0,200}(?:<!--[^>]{0,2000}>\s{0,200})?<(?:!doctype\s+html|html|head|body|article)\b", re.I
)
NOT_TEXT = frozenset(
    "script style noscript template iframe object embed svg math canvas audio video form button select input nav "
    "aside footer head dialog".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption figure pre dd dt td th tr div section article main header body html "
    "ul ol dl table address center hr".split()
)
META_FIELDS = {
    "title": ("og:title", "twitter:title", "headline"),
    "source": ("og:site_name", "application-name", "publisher"),
    "author": ("author", "article:author", "parsely-author"),
    "url": ("og:url",),
}
MIN_CHARS = 200
"""A part of a page with less text than this is no article."""
MAX_DEPTH = 12
"""How deep the publication date is looked for in a page's JSON-LD."""
LAST_RANK = 4
"""Of an element that says nothing of itself but holds the most text in <p>."""
LAST_DAY = "2100-01-01"
"""Given to htmldate, which would otherwise ask the clock."""
DATE_CHARS = 300_000
"""htmldate sees the head of a page and what follows at once; it builds a tree, which long pages make slow."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds: text with a blank line between paragraphs, and what its head says."""

    text: str
    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    lang: str = ""
    day: int | None = None


@dataclass(slots=True)
class Open:
    """An element whose end has not come: where its paragraphs begin and how much text it and its <p> hold."""

    tag: str
    rank: int | None
    start: int
    is_silent: bool = False
    chars: int = 0
    told: int = 0


@dataclass(slots=True)
class Reader:
    """Receives the tags of a page one by one and keeps what an article is made of."""

    paragraphs: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    linked: list[str] = field(default_factory=list)
    parts: list[tuple[int, int, int, int]] = field(default_factory=list)
    lang: str = ""
    canonical: str = ""
    page_title: str = ""
    heading: str = ""
    _stack: list[Open] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _kept: list[str] = field(default_factory=list)
    _silent: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag in ("html", "meta", "link"):
            self._note(tag, attributes)
        if tag == "br":
            self._line.append("\n")
        if tag in VOID:
            return
        if tag in ("title", "script"):
            self._kept = []
        if tag in BLOCKS:
            self._flush()
        is_silent = tag in NOT_TEXT or "hidden" in attributes
        self._silent += is_silent
        rank = None if self._silent else _rank(tag, attributes)
        is_linked = tag == "script" and attributes.get("type", "").strip().lower() == "application/ld+json"
        self._stack.append(Open("linked data" if is_linked else tag, rank, len(self.paragraphs), is_silent))

    def data(self, text: str) -> None:
        """Text between tags."""
        tag = self._stack[-1].tag if self._stack else ""
        if tag in ("title", "linked data"):
            self._kept.append(text)
        elif not self._silent:
            self._line.append(text)
            if self._stack:
                self._stack[-1].chars += len(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in VOID or not self._stack:
            return
        if tag in BLOCKS:
            self._flush(is_heading=tag == "h1")
        ended = self._stack.pop()
        if tag == "title" and not self.page_title:
            self.page_title = " ".join("".join(self._kept).split())
        if ended.tag == "linked data":
            self.linked.append("".join(self._kept))
        self._silent -= ended.is_silent
        self._weigh(tag, ended)

    def close(self) -> None:
        """The page ends."""
        self._flush()

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "html":
            self.lang = self.lang or attributes.get("lang", "")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or attributes.get("href", "")
        elif tag == "meta":
            for key in ("property", "name", "itemprop"):
                if key in attributes and attributes.get("content"):
                    self.meta.setdefault(attributes[key].lower(), " ".join(attributes["content"].split()))

    def _flush(self, *, is_heading: bool = False) -> None:
        line = " ".join("".join(self._line).split())
        self._line = []
        if line:
            self.paragraphs.append(line)
        if is_heading and line and not self.heading:
            self.heading = line

    def _weigh(self, tag: str, ended: Open) -> None:
        """Hand an element's length on to its parent, and note it if an article may stand in it."""
        end = len(self.paragraphs)
        if ended.rank is not None and ended.chars >= MIN_CHARS:
            self.parts.append((ended.rank, ended.chars, ended.start, end))
        if ended.told >= MIN_CHARS:
            self.parts.append((LAST_RANK, ended.told, ended.start, end))
        if self._stack:
            self._stack[-1].chars += ended.chars
            self._stack[-1].told += ended.chars if tag == "p" else 0


def _rank(tag: str, attributes: Mapping[str, str]) -> int | None:
    """How plainly an element says that the article stands in it; smaller is plainer."""
    if attributes.get("itemprop", "").lower() == "articlebody":
        return 0
    if tag in ("article", "main"):
        return 1 if tag == "article" else 2
    return 3 if attributes.get("role", "").lower() == "main" else None


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return LOOKS_LIKE_PAGE.match(text.lstrip("\ufeff")) is not None


def read_page(markup: str) -> Page:
    """The article in an HTML page."""
    reader = _streamed(markup)
    fields = {
        key: next((reader.meta[name] for name in names if name in reader.meta), "")
        for key, names in META_FIELDS.items()
    }
    title = fields["title"] or reader.heading or reader.page_title
    return Page(
        text="\n\n".join(line for line in _article_lines(reader) if line not in (title, reader.heading)),
        title=title,
        source=fields["source"],
        author=fields["author"],
        url=fields["url"] or reader.canonical,
        lang=reader.lang,
        day=_published(reader.linked, markup),
    )


def _streamed(markup: str) -> Reader:
    from lxml import etree

    reader = Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    parser.feed(markup.replace("\0", "").encode("utf-8", "replace"))
    parser.close()
    return reader


def _article_lines(reader: Reader) -> list[str]:
    """The paragraphs of the part that most plainly is the article; of several such parts the longest."""
    if not reader.parts:
        return reader.paragraphs
    _, _, start, end = min(reader.parts, key=lambda part: (part[0], -part[1]))
    return reader.paragraphs[start:end]


def _published(linked: Iterable[str], markup: str) -> int | None:
    """The day in the page's JSON-LD, else in its meta tags and time elements (found by htmldate)."""
    for block in linked:
        try:
            day = _date_published(json.loads(block), MAX_DEPTH)
        except (ValueError, RecursionError):
            continue
        if day is not None:
            return day
    from htmldate import find_date

    try:
        found = find_date(markup[:DATE_CHARS], extensive_search=False, original_date=True, max_date=LAST_DAY)
    except Exception:  # a page that htmldate cannot read merely has no date
        return None
    return given_day(found) if found else None


def _date_published(node: Any, depth: int) -> int | None:
    if depth == 0 or not isinstance(node, dict | list):
        return None
    if isinstance(node, dict) and isinstance(node.get("datePublished"), str):
        return given_day(node["datePublished"])
    found = (_date_published(part, depth - 1) for part in (node.values() if isinstance(node, dict) else node))
    return next((day for day in found if day is not None), None)
