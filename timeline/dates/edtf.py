"""`When` as EDTF (ISO 8601-2, level 1 and 2): `2025-11-06`, `2025-11-11/2025-11-20`, `../2009`, `199X`.

Whole calendar units are written short (2024-01, 2009, 199X, 20XX); everything else as an interval of days.
"""

from __future__ import annotations

from ..model import When
from .calendar import civil, iso_day, month_interval, year_interval


def to_edtf(when: When) -> str:
    """The EDTF text of a `When`; `..` is an open side, `~` approximate.

    >>> from timeline.dates.calendar import day_number
    >>> to_edtf(When.window(day_number(2024, 1, 1), day_number(2024, 1, 31), "month"))
    '2024-01'
    """
    mark = "~" if when.approximate else ""
    if when.start_earliest is None and when.end_latest is None:
        return ".."
    if when.start_earliest is None:
        return "../" + _bound(when) + mark
    if when.end_latest is None:
        return _side(when.start_earliest, when.start_latest) + mark + "/.."
    if when.is_span:
        start = _side(when.start_earliest, when.start_latest)
        return f"{start}{mark}/{_side(when.end_earliest, when.end_latest)}{mark}"
    if when.clock and when.start_earliest == when.end_latest and when.clock[:2].isdigit():
        return f"{iso_day(when.start_earliest)}T{when.clock}"
    unit = _unit(when.start_earliest, when.end_latest)
    if unit:
        return unit + mark
    return f"{iso_day(when.start_earliest)}{mark}/{iso_day(when.end_latest)}{mark}"


def _bound(when: When) -> str:
    """The last day of an open start, written as the unit that its precision names."""
    if when.end_latest is None or when.end_earliest is not None:
        return _side(when.end_earliest, when.end_latest)
    year, month, _ = civil(when.end_latest)
    if when.precision == "month" and when.end_latest == month_interval(year, month)[1]:
        return iso_day(when.end_latest)[:-3]
    if when.precision == "year" and when.end_latest == year_interval(year)[1]:
        return iso_day(when.end_latest)[:-6]
    return iso_day(when.end_latest)


def _side(first: int | None, last: int | None) -> str:
    """One end of an interval: the unit that its range fills, else its outer day."""
    if first is None or last is None:
        return ".." if first is None and last is None else iso_day(last if first is None else first)  # type: ignore[arg-type]
    return _unit(first, last) or iso_day(first)


def _unit(first: int, last: int) -> str | None:
    """The day, month, year, decade or century that two days delimit exactly."""
    if first == last:
        return iso_day(first)
    year, month, day = civil(first)
    if day != 1:
        return None
    if (first, last) == month_interval(year, month):
        return iso_day(first)[:-3]
    if month != 1:
        return None
    for years, shown, tail in ((1, None, ""), (10, -1, "X"), (100, -2, "XX")):
        if year % years == 0 and (first, last) == year_interval(year, years) and (years == 1 or year > 0):
            return iso_day(first)[:-6][:shown] + tail
    return None
