"""A cell of a table to a range of days: ISO dates, months, years and intervals, and "6 November 2025".

"11/06/2025" is refused: it names two days in two countries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..dates.calendar import day_number, is_date, month_interval, year_interval
from ..model import Precision
from ..words import MONTH_NAMES

ISO = re.compile(r"(\d{4}|[+-]\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?\Z")
CLOCK = re.compile(r"[T ]((?:[01]\d|2[0-4]):[0-5]\d)(?::\d\d(?:\.\d{1,9})?)?[ ]?(Z|UTC|GMT|[+-]\d\d:?\d\d)?\Z")
DAY_FIRST = re.compile(r"(\d{1,2})\.?[ ]([A-Za-z]{3,9})\.?,?[ ](\d{4})\Z")
MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[ ](?:(\d{1,2})(?:st|nd|rd|th)?,?[ ])?(\d{4})\Z")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=\Z|[T ]\d)")
"""2025/11/06: nobody puts the day between year and month."""
SLASHED = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}\Z")
WRITE = "write 2025-11-06, 2025-11, 2025 or 2025-11-11/2025-11-20"
MIDNIGHT = "00:00"


@dataclass(frozen=True, slots=True)
class Range:
    """A closed range of days; None = open. `inner` is the near end of an open range's own unit."""

    first: int | None
    last: int | None
    precision: Precision
    clock: str | None = None
    approximate: bool = False
    inner: int | None = None


@lru_cache(maxsize=20_000)
def read_range(text: str) -> Range:
    """The days that a cell names; a table says the same few thousand of them again and again.

    Raises:
        ValueError: it names none, or one that does not exist; the message says what to write.
    """
    given, text = text, text.strip()[:60]
    about = text.endswith(("~", "?", "%"))
    text = text.rstrip("~?%")
    if match := YEAR_FIRST.match(text):
        text = f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}{text[match.end() :]}"
    if SLASHED.match(text):
        raise ValueError(f"{given[:40]!r} can be read in two ways; {WRITE}")
    if "/" in text:
        return _interval(text, given)
    first, last, precision, clock = _single(text, given)
    return Range(first, last, precision, clock, about)


def _interval(text: str, given: str) -> Range:
    left, _, right = (part.strip() for part in text.partition("/"))
    is_open = ("", "..")
    if left in is_open and right in is_open:
        raise ValueError(f"{given[:40]!r} names no day; {WRITE}")
    start = None if left in is_open else _single(left, given)
    end = None if right in is_open else _single(right, given)
    if start and end:
        if end[1] < start[0]:
            raise ValueError(f"{given[:40]!r} ends before it begins; {WRITE}")
        return Range(start[0], end[1], "day" if start[0] == end[1] else "days")
    if start:
        return Range(start[0], None, "open", inner=start[1])
    assert end is not None
    return Range(None, end[1], "open", inner=end[0])


def _single(text: str, given: str) -> tuple[int, int, Precision, str | None]:
    clock = CLOCK.search(text)
    parts = _parts(text[: clock.start()] if clock else text)
    if parts is None:
        raise ValueError(f"{given[:40]!r} is not a date; {WRITE}")
    year, month, day = parts
    if month and not is_date(year, month, day or 1):
        raise ValueError(f"{given[:40]!r} does not exist in the calendar; {WRITE}")
    if month and day:
        number = day_number(year, month, day)
        time = clock[1] + ("Z" if clock[2] in ("Z", "UTC", "GMT") else clock[2] or "") if clock else ""
        return number, number, "day", time if time and not time.startswith(MIDNIGHT) else None
    return (*month_interval(year, month), "month", None) if month else (*year_interval(year), "year", None)


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; 0 where the text is silent."""
    if match := ISO.match(text):
        year, month, day = (int(part or 0) for part in match.groups())
        return None if match[2] == "00" or match[3] == "00" else (year, month, day)
    if match := DAY_FIRST.match(text):
        return _named(match[3], match[2], match[1])
    if match := MONTH_FIRST.match(text):
        return _named(match[3], match[1], match[2])
    return None


def _named(year: str, month: str, day: str | None) -> tuple[int, int, int] | None:
    word = month.casefold()
    names = [number for number, name in enumerate(MONTH_NAMES, 1) if _is_month(word, name.casefold())]
    return (int(year), names[0], int(day or 0)) if names else None


def _is_month(word: str, name: str) -> bool:
    return word == name or word == name[:3] or (word == "sept" and name == "september")
