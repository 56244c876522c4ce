"""An HTML page to the text of its article, its title and its dates. Nothing in the page is ever run or fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .text import given_day

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

LOOKS_LIKE_PAGE = re.compile(
    r"\s{0,200}(?:<!--[^>]{0,2000}>\s{0,200})?<(?:!doctype\s+html|html|head|body|article)\b", re.I
)
NOT_TEXT = [
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio"),
    *("video", "form", "button", "select", "input", "nav", "aside", "footer", "head", "dialog"),
]
BLOCKS = ["p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "pre", "dd", "dt", "td", "th", "div"]
ROOTS = ("[itemprop=articleBody]", "article", "main", "[role=main]")
META_FIELDS = {
    "title": ("og:title", "twitter:title", "headline"),
    "source": ("og:site_name", "application-name", "publisher"),
    "author": ("author", "article:author", "parsely-author"),
    "url": ("og:url",),
}
MAX_DEPTH = 12
"""How deep the publication date is looked for in a page's JSON-LD."""
LAST_DAY = "2100-01-01"
"""Given to htmldate, which would otherwise ask the clock."""


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


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return LOOKS_LIKE_PAGE.match(text.lstrip("\ufeff")) is not None


def read_page(markup: str) -> Page:
    """The article in an HTML page."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(markup, "lxml")
    linked = list(_linked_data(soup))
    day = _published(linked, markup)
    fields = {key: _meta(soup, names) for key, names in META_FIELDS.items()}
    heading = soup.find("h1")
    title = fields["title"] or _line(heading) or _line(soup.find("title"))
    lang = str(soup.html.get("lang") or "") if soup.html else ""
    canonical = soup.find("link", rel="canonical")
    url = fields["url"] or (str(canonical.get("href") or "") if canonical else "")
    return Page(_main_text(soup, title), title, fields["source"], fields["author"], url, lang, day)


def _meta(soup: BeautifulSoup, names: tuple[str, ...]) -> str:
    for name in names:
        for key in ("property", "name", "itemprop"):
            tag = soup.find("meta", attrs={key: name})
            if tag is not None and tag.get("content"):
                return " ".join(str(tag["content"]).split())
    return ""


def _line(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag is not None else ""


def _linked_data(soup: BeautifulSoup) -> Iterator[Any]:
    for tag in soup.find_all("script", type="application/ld+json"):
        try:
            yield json.loads(tag.get_text())
        except (ValueError, RecursionError):
            continue


def _published(linked: list[Any], markup: str) -> int | None:
    """The day in the page's JSON-LD, else in its meta tags and time elements (found by htmldate)."""
    for block in linked:
        day = _date_published(block, MAX_DEPTH)
        if day is not None:
            return day
    from htmldate import find_date

    try:
        found = find_date(markup, extensive_search=False, original_date=True, max_date=LAST_DAY)
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


def _main_text(soup: BeautifulSoup, title: str) -> str:
    """Paragraphs of the part of the page that holds most of its running text; the headline is left out."""
    for tag in soup(NOT_TEXT):
        tag.decompose()
    for tag in soup.find_all("br"):
        tag.replace_with("\n")
    root = _root(soup)
    paragraphs = [line for line in _paragraphs(root) if line != title]
    return "\n\n".join(paragraphs) or " ".join(root.get_text(" ").split())


def _root(soup: BeautifulSoup) -> Tag:
    for selector in ROOTS:
        found = [tag for tag in soup.select(selector) if len(tag.get_text()) >= 200]
        if found:
            return max(found, key=lambda tag: len(tag.get_text()))
    weights: dict[int, int] = {}
    parents: dict[int, Tag] = {}
    for paragraph in soup.find_all("p"):
        parent = paragraph.parent
        if parent is not None:
            parents[id(parent)] = parent
            weights[id(parent)] = weights.get(id(parent), 0) + len(paragraph.get_text())
    best = max(weights, key=lambda key: weights[key], default=None)
    return parents[best] if best is not None and weights[best] >= 200 else soup.body or soup


def _paragraphs(root: Tag) -> Iterator[str]:
    """The text of each block that holds no block of its own, white space collapsed."""
    for tag in root.find_all(BLOCKS):
        if tag.find(BLOCKS) is None:
            line = " ".join(tag.get_text("").split())
            if line:
                yield line
