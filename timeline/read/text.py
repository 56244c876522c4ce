"""Plain text and Markdown to an Article: front matter, title, publication date; Markdown's signs are cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ..dates.calendar import day_number, is_date
from ..dates.published import find_published
from ..errors import InputError
from ..model import Article, Published
from .intake import Clean, Replacement, clean, shifted

MAX_CHARS = 300_000
MAX_GIVEN = 1_000_000
"""Before markup is cut out; more is refused unread."""
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\r\n]{0,2000}\r?\n){0,60}?---[ \t]*(?:\r?\n|\Z)")
FIELD = re.compile(r"([A-Za-z_-]{1,30})[ \t]*:[ \t]*(.*)")
FIELD_ALIASES = {
    "title": ("title", "headline"),
    "published": ("published", "date", "dct", "publication_date", "datepublished"),
    "source": ("source", "publisher", "publication", "outlet"),
    "url": ("url", "link", "canonical"),
    "author": ("author", "byline", "by"),
    "lang": ("lang", "language"),
}
ISO_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)(?:[T ].{0,40})?\Z")
TITLE = re.compile(r"[ \t]{0,3}#[ \t]+(\S[^\r\n]*)(?:\r?\n|\Z)")
BLANK = re.compile(r"[\s\ufeff]+")
MAX_TITLE = 160
MARKUP = re.compile(
    r"(?m)(?P<image>!\[[^\]\n]{0,200}\]\([^)\n]{0,1000}\))"
    r"|\[(?P<link>[^\]\n]{1,200})\](?P<target>\([^)\n]{0,1000}\))"
    r"|^(?P<line>[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+))"
    r"|(?P<strong>\*\*|__)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w))"
)
"""Every alternative is bounded or a fixed sign: the scan is linear."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between two lines of `---` at the top of a file, by our own names; `end` is where it stops."""

    fields: dict[str, str] = field(default_factory=dict)
    end: int = 0


def article_of(
    text: str,
    *,
    name: str = "",
    markdown: bool = False,
    published: Published | None = None,
    known: Mapping[str, str] = MappingProxyType({}),
) -> Article:
    """An Article from text; front matter wins over what the text itself shows, `published` over both.

    Args:
        text: the text as given; offsets of the article lead back into it.
        name: what to call the text in a message ("story.txt").
        markdown: cut out Markdown's signs and take the first heading as the title.
        published: the publication date, where the caller knows it.
        known: fields known from elsewhere (title, source, url, author, lang).

    Raises:
        InputError: the text is empty, too long, or its front matter gives an impossible date.
    """
    if len(text) > MAX_GIVEN:
        raise _too_long(len(text), name)
    front = front_matter(text)
    fields = {**{key: value for key, value in known.items() if value}, **front.fields}
    start = front.end
    if markdown and "title" not in fields and (heading := TITLE.match(text, _content(text, start))):
        fields["title"], start = _plain(heading[1].strip().rstrip("#").strip()), heading.end()
    head = [Replacement(0, start, "")] if start else []
    cleaned = trimmed(clean(text, [*head, *(_markup(text, start) if markdown else ())]))
    check_length(cleaned.text, name)
    day = published or _given_day(fields.get("published"), name)
    return Article(
        text=cleaned.text,
        title=clean(fields.get("title", "")).text.strip() or first_line(cleaned.text),
        published=day or find_published(cleaned.text, url=fields.get("url", "")),
        source=clean(fields.get("source", "")).text,
        url=safe_link(fields.get("url", "")),
        author=clean(fields.get("author", "")).text,
        lang=fields.get("lang", "en")[:2].lower(),
        offsets=cleaned.offsets,
    )


def front_matter(text: str) -> FrontMatter:
    """The `key: value` lines at the top of a file; keys that we do not know are left out."""
    block = FRONT_MATTER.match(text)
    if block is None:
        return FrontMatter()
    known = {alias: key for key, aliases in FIELD_ALIASES.items() for alias in aliases}
    fields: dict[str, str] = {}
    for line in block.group().splitlines()[1:-1]:
        match = FIELD.match(line)
        key = known.get(match[1].lower().replace("-", "_")) if match else None
        if match and key:
            fields.setdefault(key, match[2].strip().strip("\"'"))
    return FrontMatter({key: value for key, value in fields.items() if value}, block.end())


def given_day(text: str) -> int | None:
    """The day number of an ISO date (a time after it is left out); None if it is not one or does not exist."""
    match = ISO_DAY.match(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    return day_number(year, month, day) if is_date(year, month, day) else None


def _given_day(text: str | None, name: str) -> Published | None:
    if text is None:
        return None
    day = given_day(text)
    if day is None:
        raise InputError(
            f"{name or 'The text'}: the publication date {text[:40]!r} is not a date; write it as 2025-12-17."
        )
    return Published(day, day, "front_matter", "the text's own heading gives it")


def check_length(text: str, name: str) -> None:
    """Refuse what is empty or longer than the language model takes, in one sentence."""
    if not text.strip():
        raise InputError(f"{name or 'The text'} is empty; give the text of an article.")
    if len(text) > MAX_CHARS:
        raise _too_long(len(text), name)


def _too_long(chars: int, name: str) -> InputError:
    return InputError(
        f"{name or 'The text'} has {chars:,} characters; an article may have at most {MAX_CHARS:,}: split it."
    )


def _content(text: str, start: int) -> int:
    """Where the first line that is not blank begins."""
    blank = BLANK.match(text, start)
    return blank.end() if blank else start


def _plain(line: str) -> str:
    """A line of Markdown without its signs."""
    return clean(line, _markup(line)).text


def _markup(text: str, start: int = 0) -> Iterator[Replacement]:
    for match in MARKUP.finditer(text, start):
        kind = match.lastgroup
        if kind == "target":  # [words](address): the words stay
            yield Replacement(match.start(), match.start() + 1, "")
            yield Replacement(match.start("target") - 1, match.end(), "")
        else:
            yield Replacement(match.start(), match.end(), "")


def trimmed(cleaned: Clean) -> Clean:
    """The text without white space around it."""
    start = len(cleaned.text) - len(cleaned.text.lstrip())
    return Clean(cleaned.text.strip(), shifted(cleaned.offsets, start))


def first_line(text: str) -> str:
    """The first line as a title, if it looks like a headline: short, alone, and without a full stop."""
    line, _, rest = text.partition("\n")
    line = line.strip()
    return line if rest and len(line) <= MAX_TITLE and not line.endswith((".", ":", ";", ",")) else ""


def safe_link(url: str) -> str:
    """A web address as it may stand in an export; anything else (javascript:, file:) is left out."""
    url = clean(url).text.strip()
    is_web = re.match(r"https?://[^\s<>\"'`]{1,1990}\Z", url, re.IGNORECASE)
    return url if is_web else ""


def with_source(article: Article, source: str) -> Article:
    """The article with a name for its source where its text gives none."""
    return article if article.source else replace(article, source=source)
