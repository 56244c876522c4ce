"""The publication date: found in front matter, metadata, a dateline or a URL, else estimated as a range.

Nothing here asks the clock. Each answer carries its reason in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import UNKNOWN_PUBLISHED, Published, Timex
from .calendar import day_number, is_date, iso_day, year_interval
from .english import MONTH

if TYPE_CHECKING:
    from spacy.tokens import Doc

HEAD_CHARS = 600
"""A dateline stands in the opening of a report."""

_FRONT = re.compile(
    r"^(?:published|date|publication[ _-]date)\s{0,3}[:=]\s{0,3}[\"']?(\d{4})-(\d\d)-(\d\d)", re.I | re.M
)
_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/._-]|$)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LINE = re.compile(
    r"(?:\b([A-Z][a-z]{2,8})\.? (\d\d?)(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b|\b(\d\d?) ([A-Z][a-z]{2,8})\.?,? ((?:19|20)\d\d)\b)"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s{0,3}(?:\(c\)|©)?\s{0,3}((?:19|20)\d\d)\b", re.I)


def find_published(text: str, *, html_date: str | None = None, url: str = "") -> Published:
    """The publication date that the page or the text states, or `UNKNOWN_PUBLISHED`.

    `html_date` is an ISO day that the page's metadata gave. Order: front matter, metadata, URL, dateline.
    """
    front = _FRONT.search(text[:HEAD_CHARS])
    if front and (day := _day(front[1], front[2], front[3])) is not None:
        return Published(day, day, "front_matter", "the text's front matter says so")
    if html_date and (match := _ISO.match(html_date)) and (day := _day(*match.groups())) is not None:
        return Published(day, day, "metadata", "the page's metadata says so")
    if (match := _URL.search(url)) and (day := _day(*match.groups())) is not None:
        return Published(day, day, "url", "the address of the page holds it")
    day = _dateline(text[:HEAD_CHARS])
    if day is not None:
        return Published(day, day, "dateline", "the opening line states it")
    return UNKNOWN_PUBLISHED


def _day(year: str, month: str, day: str) -> int | None:
    numbers = int(year), int(month), int(day)
    return day_number(*numbers) if is_date(*numbers) else None


def _dateline(head: str) -> int | None:
    """The day of a line near the top that holds a date and little else, or of an agency's dateline."""
    for line in head.split("\n")[:12]:
        match = _LINE.search(line[:200])
        if not match or not (len(line) - len(match[0]) <= 40 or _opens_report(line, match.end())):
            continue
        month = MONTH.get((match[1] or match[5]).lower())
        if month is not None:
            return _day(match[3] or match[6], str(month), match[2] or match[4])
    return None


def _opens_report(line: str, after: int) -> bool:
    """Whether a dash follows the date within a few words, and the line opens with capitals."""
    return line[:3].isupper() and any(dash in line[after : after + 30] for dash in ("-", "–", "—"))


def estimate_published(doc: Doc, timexes: Sequence[Timex]) -> Published:
    """A range for the publication date from the text alone: latest stated dates, copyright year."""
    stated = [t.when.latest for t in timexes if t.when and t.when.basis == "stated" and t.when.latest is not None]
    latest = max((day for day in stated), default=None)
    match = None
    for match in _COPYRIGHT.finditer(doc.text):
        pass
    if match:
        first, last = year_interval(int(match[1]))
        if latest is not None and first <= latest <= last:
            first = latest
        reason = f"copyright year {match[1]}" + (
            f", latest date in the text {iso_day(first)}" if latest == first else ""
        )
        return Published(first, last, "estimated", reason)
    return UNKNOWN_PUBLISHED
