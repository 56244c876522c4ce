"""Dates as a user types them: 2025-11-06, 2025-11, 2009, 2025-11-11/2025-11-20, ../2009, mid-November 2025.

ISO forms are read here; anything else goes through the same finder as the articles' own text, measured from
the publication date.
"""

from __future__ import annotations

import re

from .dates.calendar import day_number, month_interval, year_interval
from .errors import InputError
from .model import UNKNOWN_PUBLISHED, Precision, Published, When

MAX_TYPED = 64
ISO = re.compile(r"([+-]?[0-9]{1,6})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.][0-9]{4}")
RANGE = re.compile(r" ?/ ?| to | - | ?– ?")
RIGHT = "write 2025-11-06, 2025-11, mid-November 2025 or 2025-11-11/2025-11-20"


def typed_when(words: str, published: Published | None = None) -> When | None:
    """The time that the user typed; None for nothing at all, which means "no date".

    Raises:
        InputError: no date can be read from the words.
    """
    words = " ".join(words.split())
    if not words:
        return None
    if len(words) > MAX_TYPED:
        raise InputError(f"A date has at most {MAX_TYPED} signs; {RIGHT}.")
    slashed = SLASHED.fullmatch(words)
    if slashed and int(slashed[1]) <= 12 and int(slashed[2]) <= 12 and slashed[1] != slashed[2]:
        raise InputError(f"“{words}” can be two days, with the day or the month first; {RIGHT}.")
    when = _unit(words) or _range(words) or _found(words, published or UNKNOWN_PUBLISHED)
    if when is None:
        raise InputError(f"“{words}” is not a date that can be read; {RIGHT}.")
    return when


def typed_published(words: str) -> Published | None:
    """The publication date that the user typed, a day or a range; None for nothing at all.

    Raises:
        InputError: no date can be read from the words, or it is open on one side.
    """
    when = typed_when(words)
    if when is None:
        return None
    if when.earliest is None or when.latest is None:
        raise InputError(f"“{words}” has an open end; {RIGHT}.")
    return Published(when.earliest, when.latest, "given", "given by you")


def _unit(words: str) -> When | None:
    """A year, month or day in ISO 8601."""
    match = ISO.fullmatch(words)
    if match is None:
        return None
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.group(2, 3))
    if month is None:
        return _whole(*year_interval(year, 1), "year")
    if not 1 <= month <= 12:
        raise InputError(f"“{words}” names month {month}; a year has twelve. To be clear, {RIGHT}.")
    first, last = month_interval(year, month)
    if day is None:
        return _whole(first, last, "month")
    if not 1 <= day <= last - first + 1:
        raise InputError(f"“{words}” does not exist: that month has {last - first + 1} days.")
    number = day_number(year, month, day)
    return _whole(number, number, "day")


def _whole(first: int, last: int, precision: Precision) -> When:
    return When.window(first, last, precision, basis="given")


def _range(words: str) -> When | None:
    """Two ends in ISO 8601 with a slash, a dash or "to" between them; `..` is an open end."""
    ends = RANGE.split(words)
    if len(ends) != 2:
        return None
    first, last = (None if end in ("", "..") else _unit(end) for end in ends)
    if (first is None) != (ends[0] in ("", "..")) or (last is None) != (ends[1] in ("", "..")):
        return None
    if first is None and last is None:
        return None
    if first is None and last is not None:
        return When(None, last.latest, last.earliest, last.latest, "open", "until", "given")
    if last is None and first is not None:
        return When(first.earliest, first.latest, first.earliest, None, "open", "since", "given")
    return _between(words, first, last)


def _between(words: str, first: When | None, last: When | None) -> When | None:
    if first is None or last is None or first.earliest is None or last.latest is None:
        return None
    if last.latest < first.earliest:
        raise InputError(f"“{words}” ends before it begins; write the earlier date first.")
    return _whole(first.earliest, last.latest, "days")


def _found(words: str, published: Published) -> When | None:
    """The one date that the finder of the articles' dates sees in the words, if it is most of them."""
    from .dates import find_dates
    from .parse import parse

    found = [timex for timex in find_dates(parse(words), published) if timex.when is not None]
    if len(found) != 1 or 2 * len(found[0].text) < len(words):
        return None
    return found[0].when
