"""Seasons go by the half of the globe in which a text is set."""

from __future__ import annotations

import pytest

from geo.model import Place, Resolved, Span, Toponym
from timeline.dates import find_dates
from timeline.dates.calendar import day_number, iso_day
from timeline.model import Published
from timeline.parse import parse

_LATITUDES = {"Melbourne": -37.8, "Johannesburg": -26.2, "Madrid": 40.4, "Oslo": 59.9}


def _toponyms(text: str) -> list[Toponym]:
    out = []
    for name, latitude in _LATITUDES.items():
        at = text.find(name)
        if at >= 0:
            place = Place(name, name, "city", 0.0, latitude)
            out.append(Toponym(Span(at, at + len(name)), name, "literal", Resolved(place, 1.0, "a test")))
    return out


def _seasons(text: str, day: tuple[int, int, int]) -> list[tuple[str, str, str]]:
    number = day_number(*day)
    found = find_dates(parse(text), Published(number, number, "given"), toponyms=_toponyms(text))
    return [
        (one.text, iso_day(one.when.earliest), iso_day(one.when.latest))
        for one in found
        if one.when and one.when.earliest is not None and one.when.latest is not None
    ]


@pytest.mark.parametrize(
    ("text", "day", "season"),
    [
        ("Fires burned near Melbourne last summer.", (2026, 3, 20), ("last summer", "2025-12-01", "2026-02-28")),
        ("Fires burned near Melbourne last summer.", (2026, 1, 15), ("last summer", "2024-12-01", "2025-02-28")),
        ("Fires burned near Madrid last summer.", (2026, 1, 15), ("last summer", "2025-06-01", "2025-08-31")),
        ("Melbourne was dry in the winter of 2024.", (2026, 1, 15), ("the winter of 2024", "2024-06-01", "2024-08-31")),
        ("Rain is due in Johannesburg this spring.", (2025, 8, 1), ("this spring", "2025-09-01", "2025-11-30")),
    ],
)
def test_a_season_is_that_of_its_place(text: str, day: tuple[int, int, int], season: tuple[str, str, str]) -> None:
    assert _seasons(text, day) == [season]


def test_the_place_of_the_sentence_comes_before_that_of_the_sentence_before() -> None:
    text = "Dams are full in Johannesburg. It was dry in Madrid last summer."
    assert _seasons(text, (2026, 1, 15)) == [("last summer", "2025-06-01", "2025-08-31")]


def test_a_sentence_without_a_place_takes_that_of_most_places() -> None:
    text = "Melbourne and Johannesburg met Oslo.\n\nIt was dry last summer."
    assert _seasons(text, (2026, 3, 20)) == [("last summer", "2025-12-01", "2026-02-28")]


def test_without_places_seasons_are_northern() -> None:
    assert _seasons("It was dry last summer.", (2026, 3, 20)) == [("last summer", "2025-06-01", "2025-08-31")]
