"""Days as integers: against the standard library inside its years, by its own inverse outside."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import calendar
from timeline.dates.holidays import holiday_days

EPOCH = datetime.date(1970, 1, 1)
YEARS = st.integers(-9999, 20_000)


@settings(deadline=None)
@given(st.dates())
def test_days_weeks_and_weekdays_agree_with_the_standard_library(date: datetime.date) -> None:
    day = calendar.day_number(date.year, date.month, date.day)
    assert day == (date - EPOCH).days
    assert calendar.civil(day) == (date.year, date.month, date.day)
    assert calendar.week_of(day) == date.isocalendar()[:2]
    assert calendar.weekday(day) == date.weekday()
    assert calendar.iso_day(day) == date.isoformat()


@settings(deadline=None)
@given(st.integers(-5_000_000, 8_000_000))
def test_a_day_of_any_era_survives_the_way_to_a_date_and_back(day: int) -> None:
    assert calendar.day_number(*calendar.civil(day)) == day
    assert calendar.week_start(*calendar.week_of(day)) == calendar.week_interval(day)[0] <= day


@settings(deadline=None)
@given(YEARS, st.integers(1, 12))
def test_months_join_without_a_gap(year: int, month: int) -> None:
    first, last = calendar.month_interval(year, month)
    assert calendar.month_interval(*calendar.add_months(year, month, 1))[0] == last + 1
    assert last - first + 1 == calendar.month_length(year, month)


@settings(deadline=None)
@given(st.integers(-2_000_000, 4_000_000), st.integers(-2400, 2400))
def test_a_shift_by_months_keeps_the_day_or_takes_the_months_last(day: int, months: int) -> None:
    shifted = calendar.civil(calendar.shift_months(day, months))
    year, month, of_month = calendar.civil(day)
    assert shifted[:2] == calendar.add_months(year, month, months)
    assert shifted[2] == min(of_month, calendar.month_length(*shifted[:2]))


@pytest.mark.parametrize(
    ("year", "leap"), [(2024, True), (2023, False), (1900, False), (2000, True), (0, True), (-4, True), (-100, False)]
)
def test_leap_years_follow_the_gregorian_rule_before_christ_too(year: int, leap: bool) -> None:
    assert calendar.is_leap(year) is leap
    assert calendar.is_date(year, 2, 29) is leap
    assert calendar.month_interval(year, 2)[1] - calendar.month_interval(year, 2)[0] == 27 + leap


@pytest.mark.parametrize(
    ("year", "month", "day", "text"),
    [(-43, 3, 15, "-0043-03-15"), (0, 1, 1, "0000-01-01"), (1, 1, 1, "0001-01-01"), (12_000, 6, 1, "+12000-06-01")],
)
def test_years_outside_four_digits_are_written_with_their_sign(year: int, month: int, day: int, text: str) -> None:
    assert calendar.iso_day(calendar.day_number(year, month, day)) == text


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("easter", 2024, ["2024-03-31"]),
        ("easter", 2025, ["2025-04-20"]),
        ("thanksgiving", 2025, ["2025-11-27"]),
        ("labor", 2025, ["2025-09-01"]),
        ("memorial", 2025, ["2025-05-26"]),
        ("election", 2023, ["2023-11-07"]),
        ("12-25", 2025, ["2025-12-25"]),
        ("ramadan", 2025, ["2025-03-01"]),
        ("ramadan", 2030, ["2030-01-06", "2030-12-26"]),
        ("fitr", 2024, ["2024-04-10"]),
        ("no such feast", 2025, []),
    ],
)
def test_holidays_fall_on_their_days(name: str, year: int, days: list[str]) -> None:
    assert [calendar.iso_day(day) for day in holiday_days(name, year)] == days
