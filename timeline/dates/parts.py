"""The early, middle and late part of an interval, as news means them.

A month has three parts of ten days, a year its first and last quarter with May to August in the middle, a
decade its years 0-3, 3-6 and 6-9, a century its thirds, a season its three months, a week its thirds.
"""

from __future__ import annotations

from .calendar import Interval, add_months, civil, day_number, month_interval
from .reading import Reading


def part_of(made: Reading, mod: str) -> Interval | None:
    """The days of a part of a reading; those of the whole where it has no such part."""
    if made.days is None or mod not in ("START", "MID", "END"):
        return made.days
    first, last = made.days
    index = ("START", "MID", "END").index(mod)
    if made.precision == "month":
        return ((first, first + 9), (first + 10, first + 19), (first + 20, last))[index]
    if made.precision == "season":
        return month_interval(*_month_after(first, index))
    if made.precision == "year":
        return _months(first, ((0, 2), (4, 7), (9, 11))[index])
    if made.precision == "decade":
        return _years(first, ((0, 3), (3, 6), (6, 9))[index])
    if made.precision == "century":
        return _years(first, ((0, 33), (33, 66), (66, 99))[index])
    if made.precision == "week":
        return ((first, first + 2), (first + 2, first + 4), (first + 4, last))[index]
    return made.days


def bounded_part(days: Interval, mod: str, now: int) -> Interval:
    """ "Earlier this month" ends at `now`, "later this year" begins at it."""
    first, last = days
    if not first <= now <= last:
        return days
    return (first, now) if mod == "START" else (now, last)


def _month_after(first: int, months: int) -> tuple[int, int]:
    year, month, _ = civil(first)
    return add_months(year, month, months)


def _months(first: int, months: tuple[int, int]) -> Interval:
    return month_interval(*_month_after(first, months[0]))[0], month_interval(*_month_after(first, months[1]))[1]


def _years(first: int, years: tuple[int, int]) -> Interval:
    year = civil(first)[0]
    return day_number(year + years[0]), day_number(year + years[1] + 1) - 1
