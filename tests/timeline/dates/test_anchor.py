"""Expressions that lean on an event: how far they move it, and what stays open."""

from __future__ import annotations

import pytest

from timeline.dates.anchor import anchored
from timeline.dates.calendar import day_number, iso_day, month_interval
from timeline.model import Timex, When

from .cases import read

QUAKE = When.window(day_number(2025, 3, 10), day_number(2025, 3, 10), "day")


def leaning(text: str) -> Timex:
    return next(one for one in read(text) if one.anchor is not None)


@pytest.mark.parametrize(
    ("text", "anchor", "first", "last"),
    [
        ("He was dismissed days before the quake.", "quake", "2025-03-03", "2025-03-08"),
        ("He was dismissed days after the quake.", "quake", "2025-03-12", "2025-03-17"),
        ("He was dismissed weeks after the quake.", "quake", "2025-03-24", "2025-04-21"),
        ("He was dismissed months before the quake.", "quake", "2024-06-09", "2025-01-08"),
        ("He was dismissed years after the quake.", "quake", "2027-03-11", "2033-03-10"),
        ("He was dismissed two days before a long-planned visit.", "visit", "2025-03-08", "2025-03-08"),
        ("He was dismissed a month after the quake.", "quake", "2025-04-10", "2025-04-10"),
        ("He was dismissed three weeks after rebels attacked the town.", "attacked", "2025-03-31", "2025-03-31"),
        ("He was dismissed the day after the quake.", "quake", "2025-03-11", "2025-03-11"),
        ("He was dismissed on the eve of the summit.", "summit", "2025-03-09", "2025-03-09"),
        ("He was dismissed hours before the quake.", "quake", "2025-03-09", "2025-03-10"),
    ],
)
def test_a_phrase_moves_its_event_by_the_widths_of_the_table(text: str, anchor: str, first: str, last: str) -> None:
    one = leaning(text)
    assert one.anchor is not None and text[one.anchor.start : one.anchor.end] == anchor
    when = anchored(one, QUAKE)
    assert when.basis == "anchored"
    assert when.earliest is not None and when.latest is not None
    assert (iso_day(when.earliest), iso_day(when.latest)) == (first, last)


def test_an_unsure_event_hands_its_width_on() -> None:
    one = leaning("He was dismissed two days after the quake.")
    when = anchored(one, When.window(*month_interval(2025, 3), "month"))
    assert when.earliest == day_number(2025, 3, 3) and when.latest == day_number(2025, 4, 2)


def test_an_event_without_an_end_leaves_the_shift_open() -> None:
    one = leaning("He was dismissed two days after the quake.")
    when = anchored(one, When(day_number(2025, 3, 1), None, None, None, "open"))
    assert when.earliest == day_number(2025, 3, 3) and when.latest is None


def test_a_date_as_the_anchor_is_resolved_at_once() -> None:
    (one,) = read("The shops closed two days before Christmas.")
    assert one.anchor is None and one.value == "2025-12-23"
