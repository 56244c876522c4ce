"""Dates as a user types them."""

from __future__ import annotations

import pytest

from timeline.dates.calendar import day_number
from timeline.errors import InputError
from timeline.model import Published
from timeline.typed import typed_published, typed_when

DAY = day_number(2025, 12, 17)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2025-11-06", (2025, 11, 6), (2025, 11, 6)),
        (" 2025-11-06 ", (2025, 11, 6), (2025, 11, 6)),
        ("2025-11", (2025, 11, 1), (2025, 11, 30)),
        ("2008", (2008, 1, 1), (2008, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("2025-11-11/2025-11-20", (2025, 11, 11), (2025, 11, 20)),
        ("2025-11-11 to 2025-11-20", (2025, 11, 11), (2025, 11, 20)),
        ("2008/2009", (2008, 1, 1), (2009, 12, 31)),
        ("6 November 2025", (2025, 11, 6), (2025, 11, 6)),
        ("6 Nov 2025", (2025, 11, 6), (2025, 11, 6)),
        ("January 2024", (2024, 1, 1), (2024, 1, 31)),
        ("mid-November 2025", (2025, 11, 11), (2025, 11, 20)),
    ],
)
def test_a_typed_date_is_read(words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    when = typed_when(words)
    assert when is not None
    assert (when.earliest, when.latest) == (day_number(*first), day_number(*last))


def test_words_that_lean_on_the_publication_date_are_measured_from_it() -> None:
    when = typed_when("last Thursday", Published(DAY, DAY, "given"))
    assert when is not None and when.earliest == when.latest == day_number(2025, 12, 11)


def test_two_dots_are_an_open_end() -> None:
    until, since = typed_when("../2009"), typed_when("2014/..")
    assert until is not None and (until.earliest, until.latest) == (None, day_number(2009, 12, 31))
    assert since is not None and (since.earliest, since.latest) == (day_number(2014, 1, 1), None)


def test_nothing_typed_means_no_date() -> None:
    assert typed_when("   ") is None
    assert typed_published("") is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("2025-02-30", "has 28 days"),
        ("2025-13-01", "a year has twelve"),
        ("2025-00-01", "a year has twelve"),
        ("2025-12-01/2025-11-01", "ends before it begins"),
        ("banana", "is not a date that can be read"),
        ("the quick brown fox jumps over 2025 lazy dogs and more", "is not a date"),
        ("9" * 200, "at most 64 signs"),
        ("..", "is not a date"),
        ("../..", "is not a date"),
        ("<script>alert(1)</script>", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_in_one_sentence_that_shows_the_right_form(words: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        typed_when(words)
    assert "\n" not in str(refused.value)


def test_the_publication_date_may_be_a_range_but_not_open() -> None:
    published = typed_published("2025-11-19/2025-12-31")
    assert published is not None and published.basis == "given" and published.day is None
    with pytest.raises(InputError, match="open end"):
        typed_published("2025/..")


@pytest.mark.parametrize("words", ["10/01/2024", "1/2/2024", "03.04.2024"])
def test_a_date_that_can_be_two_days_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="two days"):
        typed_when(words)
