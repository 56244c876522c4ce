"""Shift an event's interval by a phrase that leans on it: "days before the announcement", "weeks after the vote".

The widths of vague units are those that news means: "days" is two to seven, "weeks" two to six, "months" two
to nine, "years" two to eight.
"""

from __future__ import annotations

import re

from ..model import Precision, Timex, When
from .calendar import shift_months

VAGUE_SHIFT: dict[str, tuple[int, int]] = {
    "H": (0, 1),
    "D": (2, 7),
    "W": (14, 42),
    "M": (61, 274),
    "Y": (731, 2922),
    "DE": (7305, 29_220),
}
"""Shortest and longest shift, in days, that a bare plural of a unit stands for."""

_SHIFT = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)(DE|CE|[YMWDH])$|PT(\d+|X)[MS]$")
_LONG = {"DE": 120, "CE": 1200, "Y": 12, "M": 1}
_DAYS = {"W": 7, "D": 1}
_PRECISION: dict[str, Precision] = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade"}


def anchored(timex: Timex, anchor: When) -> When:
    """The interval of `timex` when the event or date that it leans on lies at `anchor`.

    `timex.shift` holds by how much (P2D, PXW), `timex.direction` its side. Open ends of the anchor stay open;
    the result keeps the anchor's own width, and a vague shift widens it by the table.
    """
    low, high, precision = _shift(timex.shift)
    direction = timex.direction or 0
    if direction == 0 or (low, high) == (0, 0):
        return _at(anchor, anchor.earliest, anchor.latest, anchor.precision, timex)
    nearest, furthest = (low, high) if direction > 0 else (-high, -low)
    earliest = _moved(anchor.earliest, nearest, timex.shift)
    latest = _moved(anchor.latest, furthest, timex.shift)
    return _at(anchor, earliest, latest, precision, timex)


def shift_span(value: str) -> tuple[int, int] | None:
    """Shortest and longest shift of a TIMEX3 duration in days; None for what is shorter than a day or unknown."""
    low, high, _ = _shift(value)
    return (low, high) if high else None


def _shift(value: str) -> tuple[int, int, Precision]:
    """Shortest and longest shift in days, and the precision of the result."""
    match = _SHIFT.match(value)
    if not match or match[4]:
        return 0, 0, "day"
    amount, unit = match[2], "H" if match[1] else match[3]
    if amount == "X":
        low, high = VAGUE_SHIFT.get(unit, (0, 0))
        return low, high, "days"
    if unit == "H":
        days = int(float(amount) // 24)
        return days, days, "day"
    days = round(float(amount) * (_DAYS.get(unit) or _LONG.get(unit, 0) * 30.4375))
    return days, days, _PRECISION.get(unit, "day")


def _moved(day: int | None, days: int, value: str) -> int | None:
    """The same of a day that may be open."""
    return None if day is None else moved(day, days, value)


def moved(day: int, days: int, value: str) -> int:
    """A day shifted by the days that a duration stands for; whole months and years keep the day of the month."""
    match = _SHIFT.match(value)
    if match and match[2] not in (None, "X") and match[3] in _LONG and not match[1] and float(match[2]).is_integer():
        months = int(float(match[2])) * _LONG[match[3]]
        return shift_months(day, months if days > 0 else -months)
    return day + days


def _at(anchor: When, earliest: int | None, latest: int | None, precision: Precision, timex: Timex) -> When:
    if earliest != latest and precision == "day":
        precision = "days"
    if not anchor.is_span:
        start, end = (earliest, latest), (earliest, latest)
    else:
        start, end = (earliest, earliest), (latest, latest)
    return When(
        *start,
        *end,
        precision,
        basis="anchored",
        approximate="X" in timex.shift or timex.mod == "APPROX",
        anchor=timex.text,
        rule=timex.rule,
    )
