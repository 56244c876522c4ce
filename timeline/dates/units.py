"""Calendar units around a day: the week, the month, the year before, the decade after."""

from __future__ import annotations

from . import reading as r
from .calendar import add_months, civil
from .reading import Reading


def unit_at(day: int, unit: str, step: int) -> Reading | None:
    """The calendar unit around a day, moved by whole units."""
    if unit == "D":
        return r.of_day(day + step, "relative")
    if unit == "W":
        return r.of_week(day + 7 * step, "relative")
    if unit == "WE":
        return r.of_weekend(day + 7 * step, "relative")
    year, month, _ = civil(day)
    if unit == "M":
        return r.of_month(*add_months(year, month, step), "relative")
    if unit == "Q":
        year, month = add_months(year, month, 3 * step)
        return r.of_quarter(year, (month + 2) // 3, "relative")
    if unit == "Y":
        return r.of_year(year + step, "relative")
    if unit == "DE":
        return r.of_decade(year // 10 * 10 + 10 * step, "relative")
    if unit == "CE":
        if year <= 0:
            return r.of_century(-year // 100 + 1 - step, "relative", before_christ=True)
        return r.of_century(year // 100 + 1 + step, "relative")
    return None
