"""Days, weeks, months and seasons as plain integers of the proleptic Gregorian calendar.

A day is the number of days since 1970-01-01. Years are astronomical: 0 is 1 BCE, -43 is 44 BCE. Nothing
here has bounds: the year 12000 and the year -4000 are as good as any other. Intervals are closed pairs
(first day, last day).
"""

from __future__ import annotations

from typing import TypeAlias

Interval: TypeAlias = tuple[int, int]

_DAYS_PER_ERA = 146_097
"""Days in 400 years of the Gregorian calendar."""

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days since 1970-01-01 of a date; years are astronomical.

    The year is counted from March, so that the leap day comes last.

    >>> day_number(1970, 1, 1), day_number(2000, 2, 29), day_number(-43, 3, 15)
    (0, 11016, -735160)
    """
    from_march = year - (month <= 2)
    era, of_era = divmod(from_march, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * _DAYS_PER_ERA + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def civil(day: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day of a day number: the inverse of `day_number`."""
    era, rest = divmod(day + 719_468, _DAYS_PER_ERA)
    of_era = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    of_year = rest - (365 * of_era + of_era // 4 - of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def is_leap(year: int) -> bool:
    """Whether an astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the three numbers name a day of the calendar."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def year_text(year: int) -> str:
    """ISO 8601's year: four digits, a minus sign before 1 BCE, a plus sign past 9999."""
    if year > 9999:
        return f"+{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_day(day: int) -> str:
    """A day number as `YYYY-MM-DD`; BCE years are astronomical with a minus sign (`-0043-03-15`)."""
    year, month, of_month = civil(day)
    return f"{year_text(year)}-{month:02d}-{of_month:02d}"


def weekday(day: int) -> int:
    """The day of the week, Monday 0 to Sunday 6."""
    return (day + 3) % 7


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that lie `months` later."""
    ahead, of_year = divmod(month - 1 + months, 12)
    return year + ahead, of_year + 1


def shift_months(day: int, months: int) -> int:
    """The same day of the month `months` later, the month's last day where it has no such day."""
    year, month, of_month = civil(day)
    year, month = add_months(year, month, months)
    return day_number(year, month, min(of_month, month_length(year, month)))


def month_interval(year: int, month: int) -> Interval:
    """First and last day of a month."""
    first = day_number(year, month, 1)
    return first, first + month_length(year, month) - 1


def months_interval(year: int, month: int, months: int) -> Interval:
    """First and last day of `months` months from a month on."""
    return day_number(year, month, 1), day_number(*add_months(year, month, months), 1) - 1


def year_interval(year: int, years: int = 1) -> Interval:
    """First and last day of `years` years from a year on."""
    return day_number(year), day_number(year + years) - 1


def week_interval(day: int) -> Interval:
    """The ISO week (Monday to Sunday) that a day lies in."""
    monday = day - weekday(day)
    return monday, monday + 6


def week_of(day: int) -> tuple[int, int]:
    """ISO year and week of a day."""
    thursday = day - weekday(day) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The Monday of an ISO week."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def nth_weekday(year: int, month: int, wanted: int, nth: int) -> int:
    """The nth (1..5, or -1 for the last) given weekday of a month."""
    first, last = month_interval(year, month)
    if nth < 0:
        return last - (weekday(last) - wanted) % 7
    return first + (wanted - weekday(first)) % 7 + 7 * (nth - 1)


def easter(year: int) -> int:
    """Western Easter Sunday by the anonymous Gregorian algorithm (Nature, 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, remainder = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(of_century, 4)
    sunday = (32 + 2 * remainder + 2 * quarter - moon - left) % 7
    correction = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * correction + 114, 31)
    return day_number(year, month, day + 1)
