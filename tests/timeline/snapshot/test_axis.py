"""The time axis: where days stand, what gets the width, which ticks are drawn."""

from __future__ import annotations

import pytest

from timeline.model import Event, When
from timeline.snapshot.axis import Stretch, busy_days, lay_out, ticks

from .stories import between, day, manta, on


def events_on(*days: When) -> list[Event]:
    return [Event(f"e{k}", "title", when=when) for k, when in enumerate(days)]


def test_a_story_of_decades_and_weeks_gives_the_weeks_most_of_the_width():
    axis = lay_out([e for e in manta().events if e.when], 0, 260, None)
    background, main = axis.stretches
    assert background.role == "background"
    assert main.role == "main"
    assert main.right - main.left > 3 * (background.right - background.left)
    assert main.first <= day(2025, 11, 6) <= main.last
    assert background.first <= day(2008, 1, 1)


def test_days_keep_their_order_along_the_axis():
    events = [e for e in manta().events if e.when]
    axis = lay_out(events, 0, 260, None)
    days = [day(2008, 1, 1), day(2009, 6, 1), day(2024, 1, 5), day(2025, 11, 6), day(2025, 12, 17)]
    places = [axis.at(d) for d in days]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_an_explicit_window_is_the_main_stretch():
    window = (day(2025, 11, 1), day(2025, 12, 31))
    axis = lay_out([e for e in manta().events if e.when], 0, 260, window)
    assert (axis.main.first, axis.main.last) == window


def test_a_window_without_events_is_drawn_all_the_same():
    axis = lay_out(events_on(on(2020, 5, 1)), 0, 260, (day(2026, 1, 1), day(2026, 2, 1)))
    assert [stretch.role for stretch in axis.stretches] == ["background", "main"]


def test_events_after_the_window_get_a_stretch_of_their_own():
    axis = lay_out(events_on(on(2020, 5, 1), on(2030, 1, 1)), 0, 260, (day(2020, 4, 1), day(2020, 6, 1)))
    assert axis.stretches[-1].role == "later"
    assert axis.at(day(2030, 1, 1)) > axis.main.right


@pytest.mark.parametrize(
    "when", [on(2025, 3, 4), between(day(-43, 3, 15), day(-43, 3, 15)), between(day(12000, 1, 1), day(12000, 12, 31))]
)
def test_one_event_has_an_axis_in_any_century(when):
    axis = lay_out(events_on(when), 0, 260, None)
    assert 0 <= axis.at(when.start_earliest) <= 260
    assert ticks(axis.main)


def test_busy_days_take_in_one_more_event_when_that_is_cheap():
    events = events_on(on(2008, 6, 1), on(2025, 11, 6), on(2025, 12, 12), on(2025, 12, 17), on(2025, 12, 17))
    assert busy_days(events) == (day(2025, 11, 6), day(2025, 12, 17))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ((2025, 11, 1), (2025, 12, 31)),
        ((2025, 1, 1), (2025, 12, 31)),
        ((1900, 1, 1), (2025, 1, 1)),
        ((2025, 5, 1), (2025, 5, 3)),
    ],
)
def test_ticks_are_neither_too_many_nor_too_few_and_lie_on_the_stretch(first, last):
    stretch = Stretch(day(*first), day(*last), 10, 210)
    marks = ticks(stretch)
    assert 2 <= len(marks) <= 26
    assert all(10 <= mark.x <= 210 for mark in marks)
    assert len({round(mark.x, 3) for mark in marks}) == len(marks)
