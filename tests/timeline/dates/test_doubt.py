"""What an unsure or unknown publication date does to the dates of a text."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates
from timeline.dates.calendar import day_number
from timeline.dates.doubt import shared_value
from timeline.model import UNKNOWN_PUBLISHED, Published, Timex
from timeline.parse import parse

NOVEMBER = Published(day_number(2025, 11, 19), day_number(2025, 12, 31), "estimated")


def read(text: str, published: Published) -> dict[str, Timex]:
    return {one.text: one for one in find_dates(parse(text), published)}


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("The mill burned on Wednesday.", "Wednesday", "XXXX-XX-XX"),
        ("The mill burned yesterday.", "yesterday", "XXXX-XX-XX"),
        ("The mill burned in November.", "November", "XXXX-11"),
        ("The mill burned on November 6.", "November 6", "XXXX-11-06"),
        ("The mill burned last week.", "last week", "XXXX-WXX"),
        ("The mill burned last year.", "last year", "XXXX"),
        ("The mill burned three days ago.", "three days ago", "XXXX-XX-XX"),
    ],
)
def test_without_a_publication_date_a_relative_date_has_a_form_and_no_days(
    text: str, expression: str, value: str
) -> None:
    one = read(text, UNKNOWN_PUBLISHED)[expression]
    assert one.value == value
    assert one.when is None


@pytest.mark.parametrize(
    "text", ["The mill burned on May 3, 2024.", "The mill burned on May 3, 2024. Two days later it rained."]
)
def test_without_a_publication_date_the_texts_own_dates_stand(text: str) -> None:
    for one in read(text, UNKNOWN_PUBLISHED).values():
        assert one.when is not None and one.value.startswith("2024-05-0")


def test_a_range_of_publication_widens_what_counts_from_it() -> None:
    found = read("The mill burned on Wednesday, a month after the flood of November 6, 2025.", NOVEMBER)
    day = found["Wednesday"].when
    assert day is not None
    assert (day.earliest, day.latest) == (day_number(2025, 11, 19), day_number(2025, 12, 31))
    assert found["Wednesday"].value == "2025-XX-XX"


def test_what_both_ends_of_the_range_agree_on_is_sure() -> None:
    found = read("The mill burned in mid-November, and again last year.", NOVEMBER)
    assert found["mid-November"].value == "2025-11" and found["last year"].value == "2024"
    when = found["mid-November"].when
    assert when is not None and (when.earliest, when.latest) == (day_number(2025, 11, 11), day_number(2025, 11, 20))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2025-11-06", "2025-11-06", "2025-11-06"),
        ("2025-11-06", "2025-12-06", "2025-XX-XX"),
        ("2024-11-06", "2025-11-06", "XXXX-11-06"),
        ("2025-W50", "2025-W51", "2025-WXX"),
        ("2025", "2025-11-06", "XXXX"),
    ],
)
def test_two_values_share_what_they_agree_on(one: str, other: str, shared: str) -> None:
    assert shared_value(one, other) == shared
