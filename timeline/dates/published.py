"""The publication date: found in front matter, metadata, an address or a dateline.

Nothing here asks the clock. Each answer carries its reason in words. `estimate` is for texts that state none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import UNKNOWN_PUBLISHED, Published, Timex
from .calendar import day_number, is_date
from .english import MONTH, WEEKDAY

if TYPE_CHECKING:
    from spacy.tokens import Doc

HEAD_CHARS = 600
"""Front matter and a dateline stand in the opening of a report."""
_HEAD_LINES = 12

_FRONT = re.compile(r"^(?:published|date|pubdate|publication[ _-]date)[ \t]{0,3}[:=][ \t]{0,3}(.{6,40})$", re.I | re.M)
_URL = re.compile(r"(?:^|[/_-])((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?=$|[/._?#-])|/((?:19|20)\d\d)/(\d)/(\d\d?)/")
_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)")
_DAY_FIRST_NUMBERS = re.compile(r"(\d\d)-(\d\d)-(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? ((?:19|20)\d\d)\b")
_WORD = re.compile(r"[A-Za-z]+")
_DATE_LINE_WORDS = frozenset(
    {*("published", "updated", "posted", "created", "modified", "date", "last", "on", "at", "am", "pm", "a", "p", "m")}
    | {*("gmt", "utc", "est", "edt", "et", "cet", "bst", "first", "article"), *WEEKDAY}
)
"""Words that a line with the publication date may hold besides it."""


def parse_day(text: str) -> int | None:
    """The day that a short text states: ISO, "17 December 2025", "Dec. 17, 2025", or day-month-year in figures."""
    text = text[:64]
    for pattern, order in ((_ISO, (1, 2, 3)), (_DAY_FIRST_NUMBERS, (3, 2, 1))):
        match = pattern.search(text)
        if match:
            numbers = [int(match[group]) for group in order]
            return day_number(*numbers) if is_date(*numbers) else None
    found = _written_day(text)
    return found[0] if found else None


def _written_day(text: str) -> tuple[int, int, int] | None:
    """The first written-out day of a text with its bounds."""
    for pattern, month_group, day_group in ((_MONTH_FIRST, 1, 2), (_DAY_FIRST, 2, 1)):
        for match in pattern.finditer(text):
            month = MONTH.get(match[month_group].lower())
            if month and is_date(int(match[3]), month, int(match[day_group])):
                return day_number(int(match[3]), month, int(match[day_group])), match.start(), match.end()
    return None


def find_published(text: str, *, html_date: str | None = None, url: str = "") -> Published:
    """The publication date that the page or the text states, or `UNKNOWN_PUBLISHED`.

    `html_date` is what the page's metadata gave (JSON-LD, meta tags). Order of trust: front matter, metadata,
    the address, the dateline.
    """
    front = _FRONT.search(text[:HEAD_CHARS])
    day = parse_day(front[1]) if front else None
    if day is not None:
        return Published(day, day, "front_matter", "the text's front matter says so")
    day = parse_day(html_date) if html_date else None
    if day is not None:
        return Published(day, day, "metadata", "the page's metadata says so")
    day = _in_url(url[:2048])
    if day is not None:
        return Published(day, day, "url", "the address of the page holds it")
    day = _dateline(text[:HEAD_CHARS])
    if day is not None:
        return Published(day, day, "dateline", "a line at the top of the text states it")
    return UNKNOWN_PUBLISHED


def _in_url(url: str) -> int | None:
    for match in _URL.finditer(url):
        numbers = [int(number) for number in match.groups() if number is not None]
        if is_date(*numbers):
            return day_number(*numbers)
    return None


def _dateline(head: str) -> int | None:
    """The day of a line near the top that dates the page, or of an agency's dateline."""
    for line in head.split("\n")[:_HEAD_LINES]:
        found = _written_day(line[:200])
        if found and (_dates_the_page(line, found[1], found[2]) or _opens_report(line, found[2])):
            return found[0]
        iso = _ISO.search(line[:200])
        if iso and _dates_the_page(line, iso.start(), iso.end()):
            return parse_day(iso[0])
    return None


def _dates_the_page(line: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but the date, a time, and the words around a date of publication."""
    rest = [word.lower() for word in _WORD.findall(line[:start] + " " + line[end:])]
    return len(line) <= 120 and all(word in _DATE_LINE_WORDS for word in rest)


def _opens_report(line: str, after: int) -> bool:
    """Whether a dash follows the date within a few words, and the line opens with capitals: an agency's dateline."""
    return line[:3].isalpha() and line[:3].isupper() and any(dash in line[after : after + 30] for dash in "-–—")


def estimate_published(doc: Doc, timexes: Sequence[Timex]) -> Published:
    """A range for the publication date of a text that states none; see `estimate`."""
    from .estimate import estimate

    return estimate(doc, timexes)
