"""A cell of a table names a range of days, or says what to write instead."""

from __future__ import annotations

import pytest

from timeline.dates.calendar import iso_day
from timeline.read.days import read_range


def iso(day: int | None) -> str:
    return "" if day is None else iso_day(day)


@pytest.mark.parametrize(
    ("cell", "first", "last", "precision"),
    [
        ("2025-11-06", "2025-11-06", "2025-11-06", "day"),
        (" 2025-11-06 ", "2025-11-06", "2025-11-06", "day"),
        ("2025-11", "2025-11-01", "2025-11-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day"),
        ("+12000", "+12000-01-01", "+12000-12-31", "year"),
        ("2025-11-11/2025-11-20", "2025-11-11", "2025-11-20", "days"),
        ("2025-11/2025-12", "2025-11-01", "2025-12-31", "days"),
        ("../2009", "", "2009-12-31", "open"),
        ("2014/..", "2014-01-01", "", "open"),
        ("2014/", "2014-01-01", "", "open"),
        ("2025/11/06", "2025-11-06", "2025-11-06", "day"),
        ("2025.1.6", "2025-01-06", "2025-01-06", "day"),
        ("6 Nov 2025", "2025-11-06", "2025-11-06", "day"),
        ("6. November 2025", "2025-11-06", "2025-11-06", "day"),
        ("November 6, 2025", "2025-11-06", "2025-11-06", "day"),
        ("Sept 6th 2025", "2025-09-06", "2025-09-06", "day"),
        ("November 2025", "2025-11-01", "2025-11-30", "month"),
        ("2025-11-06T17:00:00Z", "2025-11-06", "2025-11-06", "day"),
        ("2025-11-06 00:00:00", "2025-11-06", "2025-11-06", "day"),
    ],
)
def test_a_cell_names_a_range_of_days(cell: str, first: str, last: str, precision: str) -> None:
    found = read_range(cell)
    assert (iso(found.first), iso(found.last), found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("2025-11-06T17:00:00Z", "17:00Z"),
        ("2025-11-06 17:00", "17:00"),
        ("2025-11-06T17:00+05:00", "17:00+05:00"),
        ("2025-11-06T00:00:00", None),
        ("2025-11-06", None),
    ],
)
def test_a_time_of_day_is_kept_and_midnight_is_none(cell: str, clock: str | None) -> None:
    assert read_range(cell).clock == clock


def test_the_near_end_of_an_open_range_keeps_its_own_unit() -> None:
    since, until = read_range("2014/.."), read_range("../2009-05")
    assert (iso(since.first), iso(since.inner)) == ("2014-01-01", "2014-12-31")
    assert (iso(until.inner), iso(until.last)) == ("2009-05-01", "2009-05-31")


def test_an_approximate_date_is_marked_so() -> None:
    assert read_range("2025-11~").approximate


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("11/06/2025", "can be read in two ways"),
        ("6.11.2025", "can be read in two ways"),
        ("2025-02-30", "does not exist in the calendar"),
        ("2025-13", "does not exist in the calendar"),
        ("2025-00-10", "is not a date"),
        ("31 April 2025", "does not exist in the calendar"),
        ("2025-11-20/2025-11-11", "ends before it begins"),
        ("../..", "names no day"),
        ("soon", "is not a date"),
        ("3 Foo 2025", "is not a date"),
        ("9" * 100_000, "is not a date"),
        ("45967", "is not a date"),
        ("2025-11-06T25:99", "is not a date"),
        ("2025/13/06", "does not exist in the calendar"),
    ],
)
def test_a_cell_that_names_no_day_says_what_to_write(cell: str, says: str) -> None:
    with pytest.raises(ValueError, match=says) as told:
        read_range(cell)
    assert "write 2025-11-06" in str(told.value)
    assert len(str(told.value)) < 200
