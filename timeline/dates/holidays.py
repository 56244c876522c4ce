"""The days of holidays by name and year: fixed ones, those on the nth weekday of a month, Easter, the Muslim year.

The Muslim calendar is the tabular one (30-year cycle, civil epoch), which may differ by a day or two from the
sighting of the moon in a country; its holidays are marked approximate.
"""

from __future__ import annotations

from typing import Final

from .calendar import civil, day_number, easter, nth_weekday

_NTH: Final = {
    "thanksgiving": (11, 3, 4),
    "labor": (9, 0, 1),
    "memorial": (5, 0, -1),
}
"""United States holidays: month, weekday (Monday 0), which one of the month."""

_FIXED: Final = {"veterans": (11, 11), "independence": (7, 4)}
_MUSLIM: Final = {"ramadan": (9, 1), "fitr": (10, 1), "adha": (12, 10)}
"""Month and day of the Muslim year."""

MONTHS_LONG: Final = frozenset({"ramadan"})
"""Holidays that last a month of another calendar."""
MONTH_DAYS: Final = 30

_MUSLIM_EPOCH: Final = day_number(622, 7, 19)
"""1 Muharram of the year 1 (civil reckoning), 16 July 622 in the Julian calendar."""


def holiday_days(name: str, year: int, *, eve: bool = False) -> tuple[int, ...]:
    """The days of a year on which a holiday falls (a Muslim one may fall twice); empty for an unknown name."""
    return tuple(day - eve for day in _days(name, year))


def _days(name: str, year: int) -> tuple[int, ...]:
    if name in _NTH:
        month, weekday, nth = _NTH[name]
        return (nth_weekday(year, month, weekday, nth),)
    if name == "easter":
        return (easter(year),)
    if name == "good":
        return (easter(year) - 2,)
    if name == "election":
        return (nth_weekday(year, 11, 0, 1) + 1,)
    if name in _MUSLIM:
        return _muslim_days(year, *_MUSLIM[name])
    if name in _FIXED:
        return (day_number(year, *_FIXED[name]),)
    if len(name) == 5 and name[2] == "-":
        return (day_number(year, int(name[:2]), int(name[3:])),)
    return ()


def _muslim_days(year: int, month: int, day: int) -> tuple[int, ...]:
    """The days of our year on which a day of the Muslim year falls."""
    about = (year - 622) * 33 // 32
    days = (_muslim_day(candidate, month, day) for candidate in range(about - 1, about + 3))
    return tuple(found for found in days if civil(found)[0] == year)


def _muslim_day(year: int, month: int, day: int) -> int:
    """The day number of a date of the tabular Muslim calendar."""
    leap_days = (3 + 11 * year) // 30
    return _MUSLIM_EPOCH - 1 + (year - 1) * 354 + leap_days + (59 * (month - 1) + 1) // 2 + day
