"""What is written as EDTF; the `edtf` package reads it where it can."""

from __future__ import annotations

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates.calendar import day_number, month_interval, year_interval
from timeline.dates.edtf import to_edtf
from timeline.model import When

DAYS = st.integers(day_number(1000, 1, 1), day_number(2999, 12, 31))


def window(first: int, last: int, **more: object) -> When:
    return When.window(first, last, "days", **more)


def struct(time: object) -> tuple[int, ...]:
    return tuple(time[:3])  # type: ignore[index]


def numbers(day: int) -> tuple[int, int, int]:
    from timeline.dates.calendar import civil

    return civil(day)


@settings(deadline=None)
@given(DAYS, st.integers(0, 4000))
def test_an_interval_of_days_reads_back_as_the_same_days(first: int, length: int) -> None:
    parsed = edtf.parse_edtf(to_edtf(window(first, first + length)))
    assert struct(parsed.lower_strict()) == numbers(first)
    assert struct(parsed.upper_strict()) == numbers(first + length)


@settings(deadline=None)
@given(st.integers(1000, 2999), st.integers(1, 12))
def test_whole_months_and_years_are_written_short_and_read_back(year: int, month: int) -> None:
    for days, text in (
        (month_interval(year, month), f"{year}-{month:02d}"),
        (year_interval(year), f"{year}"),
    ):
        written = to_edtf(window(*days))
        assert written == text
        parsed = edtf.parse_edtf(written)
        assert (struct(parsed.lower_strict()), struct(parsed.upper_strict())) == (numbers(days[0]), numbers(days[1]))


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (window(day_number(2025, 11, 11), day_number(2025, 11, 20)), "2025-11-11/2025-11-20"),
        (window(*year_interval(1990, 10)), "199X"),
        (window(*year_interval(1900, 100)), "19XX"),
        (window(day_number(-43, 3, 15), day_number(-43, 3, 15)), "-0043-03-15"),
        (window(day_number(12_000), day_number(12_000)), "+12000-01-01"),
        (window(*month_interval(2025, 12), approximate=True), "2025-12~"),
        (When(None, day_number(2009, 12, 31), *year_interval(2009), "year", "until"), "../2009"),
        (When(*year_interval(2014), None, None, "year", "since"), "2014/.."),
        (When(*year_interval(2014), day_number(2025, 12, 17), None, "year", "since"), "2014/.."),
        (When(None, day_number(2026, 3, 31), None, day_number(2026, 3, 31), "month", "by"), "../2026-03"),
        (When(None, day_number(2026, 3, 5), None, day_number(2026, 3, 5), "day", "by"), "../2026-03-05"),
        (When(*month_interval(2025, 3), *month_interval(2025, 5), "month"), "2025-03/2025-05"),
        (When(None, None, None, None, "open"), ".."),
        (window(day_number(2025, 12, 17), day_number(2025, 12, 17), clock="17:05Z"), "2025-12-17T17:05Z"),
    ],
)
def test_each_shape_of_an_interval_has_its_text(when: When, text: str) -> None:
    assert to_edtf(when) == text
