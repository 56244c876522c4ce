"""What a find means: TIMEX3 type and value, the days it covers, and how that was arrived at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Basis, Precision, TimexType
from .calendar import Interval, civil, iso_day, month_interval, months_interval, week_of, week_start, year_interval

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the meteorological seasons of the northern hemisphere."""
SOUTHERN_MONTHS = {"SP": 9, "SU": 12, "FA": 3, "WI": 6}
"""The same of the southern one."""

PART_HOURS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one find. `days` is None for what names no time of its own.

    `loose` are the days that a speaker may mean where they are others than those of the value: "two years ago"
    has the value of a year and means some months around the day two years back.
    """

    type: TimexType
    value: str
    days: Interval | None = None
    precision: Precision = "day"
    basis: Basis = "stated"
    mod: str | None = None
    clock: str | None = None
    alternatives: tuple[Interval, ...] = ()
    is_reference: bool = True
    loose: Interval | None = None

    @property
    def meant(self) -> Interval | None:
        """The days that a timeline shows."""
        return self.loose or self.days


def year_value(year: int) -> str:
    """TIMEX3's year: four digits, or BC and four digits counted from 1 BC."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day_value(day: int) -> str:
    """TIMEX3's day."""
    year, month, of_month = civil(day)
    return f"{year_value(year)}-{month:02d}-{of_month:02d}"


def of_day(day: int, basis: Basis, part: str | None = None) -> Reading:
    """One day, or a part of it."""
    if part:
        return Reading("TIME", f"{day_value(day)}T{part}", (day, day), "time", basis)
    return Reading("DATE", day_value(day), (day, day), "day", basis)


def of_week(day: int, basis: Basis) -> Reading:
    """The ISO week around a day."""
    year, week = week_of(day)
    monday = week_start(year, week)
    return Reading("DATE", f"{year_value(year)}-W{week:02d}", (monday, monday + 6), "week", basis)


def of_weekend(day: int, basis: Basis) -> Reading:
    """The weekend of the ISO week around a day."""
    week = of_week(day, basis)
    assert week.days is not None
    return Reading("DATE", week.value + "-WE", (week.days[1] - 1, week.days[1]), "days", basis)


def of_month(year: int, month: int, basis: Basis) -> Reading:
    """A calendar month."""
    return Reading("DATE", f"{year_value(year)}-{month:02d}", month_interval(year, month), "month", basis)


def of_quarter(year: int, quarter: int, basis: Basis) -> Reading:
    """A calendar quarter, 1 to 4."""
    days = months_interval(year, 3 * quarter - 2, 3)
    return Reading("DATE", f"{year_value(year)}-Q{quarter}", days, "quarter", basis)


def of_half(year: int, half: int, basis: Basis) -> Reading:
    """Half a calendar year, 1 or 2."""
    return Reading("DATE", f"{year_value(year)}-H{half}", months_interval(year, 6 * half - 5, 6), "quarter", basis)


def of_season(year: int, season: str, basis: Basis, *, south: bool = False) -> Reading:
    """A meteorological season; that of the turn of the year begins in the year's December."""
    days = months_interval(year, (SOUTHERN_MONTHS if south else SEASON_MONTHS)[season], 3)
    return Reading("DATE", f"{year_value(year)}-{season}", days, "season", basis)


def of_year(year: int, basis: Basis) -> Reading:
    """A calendar year."""
    return Reading("DATE", year_value(year), year_interval(year), "year", basis)


def of_decade(year: int, basis: Basis) -> Reading:
    """The decade that begins with a year (astronomical for BCE: 480s BC begin in -488)."""
    if year > 0:
        return Reading("DATE", f"{year // 10:03d}", year_interval(year, 10), "decade", basis)
    era = 1 - year
    return Reading("DATE", f"BC{era // 10:03d}", year_interval(1 - (era // 10 * 10 + 9), 10), "decade", basis)


def of_century(number: int, basis: Basis, *, before_christ: bool = False) -> Reading:
    """The nth century: 1901 to 2000 is the 20th by the calendar; news means 1900 to 1999."""
    if before_christ:
        return Reading("DATE", f"BC{number - 1:02d}", year_interval(1 - number * 100, 100), "century", basis)
    return Reading("DATE", f"{number - 1:02d}", year_interval((number - 1) * 100, 100), "century", basis)


def text_of(days: Interval) -> str:
    """Two days as ISO text, for reasons and traces."""
    return iso_day(days[0]) if days[0] == days[1] else f"{iso_day(days[0])} to {iso_day(days[1])}"


def at_clock(made: Reading, told: str) -> Reading:
    """A day with a time of day; an offset from UTC stays in the clock and out of the TIMEX3 value."""
    if made.days is None:
        return made
    value = f"{day_value(made.days[0])}T{told if told.endswith('Z') else told[:5]}"
    return replace(made, type="TIME", value=value, precision="time", clock=told)
