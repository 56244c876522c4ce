"""What holds for any text: spans inside it, ordered intervals, the same answer twice, no crash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates
from timeline.dates.calendar import civil, day_number, is_date, iso_day
from timeline.dates.edtf import to_edtf
from timeline.dates.english import CATEGORIES
from timeline.dates.reading import day_value
from timeline.model import UNKNOWN_PUBLISHED, Published, Timex, When
from timeline.parse import parse

WORDS = sorted({word for table in CATEGORIES.values() for word in table})
FILLERS = ["the", "a", "of", "in", "on", "at", "since", "until", "by", "before", "after", "ago", "later", "earlier"]
FILLERS += [
    ",",
    ".",
    "-",
    "–",
    "'s",
    "'",
    "(",
    ")",
    "\n",
    "\n\n",
    "and",
    "to",
    "between",
    "from",
    "will",
    "said",
    "burned",
]
NUMBERS = st.one_of(
    st.integers(0, 40).map(str),
    st.integers(1000, 2999).map(str),
    st.sampled_from(["3rd", "1990s", "17:05", "480 BC", "2.5"]),
)
WORD = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.title), st.sampled_from(FILLERS), NUMBERS)
TEXTS = st.lists(WORD, max_size=40).map(" ".join)
DAYS = st.integers(day_number(-500), day_number(9999, 12, 31))
PUBLISHED = st.one_of(
    st.just(UNKNOWN_PUBLISHED),
    DAYS.map(lambda day: Published(day, day, "given")),
    st.tuples(DAYS, st.integers(0, 400)).map(lambda both: Published(both[0], both[0] + both[1], "estimated")),
)


def check(text: str, found: tuple[Timex, ...]) -> None:
    end = 0
    for one in found:
        assert 0 <= end <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start : one.span.end] == one.text == one.text.strip()
        assert one.type in ("DATE", "TIME", "DURATION", "SET") and one.value and one.rule
        if one.anchor is not None:
            assert 0 <= one.anchor.start < one.anchor.end <= len(text)
        if one.when is not None:
            check_order(one.when)
            assert to_edtf(one.when)
        end = one.span.end


def check_order(when: When) -> None:
    for first, last in (
        (when.start_earliest, when.start_latest),
        (when.end_earliest, when.end_latest),
        (when.start_earliest, when.end_latest),
    ):
        assert first is None or last is None or first <= last


@settings(max_examples=150, deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_mixture_of_time_words_gives_ordered_expressions_inside_the_text(text: str, published: Published) -> None:
    doc = parse(text)
    found = find_dates(doc, published)
    check(text, found)
    assert find_dates(doc, published) == found


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_at_all_is_survived(text: str) -> None:
    check(text, find_dates(parse(text), UNKNOWN_PUBLISHED))


@settings(max_examples=80, deadline=None)
@given(st.integers(1500, 2100), st.integers(1, 12), st.integers(1, 31))
def test_a_full_date_is_that_day_or_nothing(year: int, month: int, day: int) -> None:
    names = "January February March April May June July August September October November December".split()
    text = f"The mill burned on {day} {names[month - 1]} {year}."
    found = {one.value: one for one in find_dates(parse(text), UNKNOWN_PUBLISHED)}
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if not is_date(year, month, day):
        assert value not in found
        return
    number = day_number(year, month, day)
    assert found[value].when == When.window(number, number, "day", rule="day month year")


@settings(deadline=None)
@given(DAYS)
def test_a_day_as_timex3_counts_years_before_christ_from_one(day: int) -> None:
    year, month, of_month = civil(day)
    assert day_value(day) == (f"BC{1 - year:04d}-{month:02d}-{of_month:02d}" if year < 1 else iso_day(day))


@pytest.mark.parametrize("today", range(day_number(2024, 2, 26), day_number(2024, 3, 4)))
def test_relative_days_cross_a_leap_day(today: int) -> None:
    found = find_dates(parse("It rained yesterday and will rain tomorrow."), Published(today, today, "given"))
    assert [one.value for one in found] == [iso_day(today - 1), iso_day(today + 1)]


def test_the_same_weekday_as_publication_is_that_very_day() -> None:
    for today in range(day_number(2025, 12, 15), day_number(2025, 12, 22)):
        name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[(today + 3) % 7]
        (one,) = find_dates(parse(f"The mill burned on {name}."), Published(today, today, "given"))
        assert one.value == iso_day(today)
