"""Which date and which place belong to which happening."""

from __future__ import annotations

import pytest

from tests.timeline.events.told import days, event_of, told

DATES = [
    ("Norway opened its border on Monday and closed it again on Tuesday.", "opened", ("2025-12-15", "2025-12-15")),
    ("Norway opened its border on Monday and closed it again on Tuesday.", "closed", ("2025-12-16", "2025-12-16")),
    (
        "A peace deal signed in Brasilia in October 1998 opened the way for the bridge.",
        "signed",
        ("1998-10-01", "1998-10-31"),
    ),
    (
        "The minister confirmed on Wednesday that rebels had captured Goma in January 2024.",
        "captured",
        ("2024-01-01", "2024-01-31"),
    ),
    (
        "The minister confirmed on Wednesday that rebels had captured Goma in January 2024.",
        "confirmed",
        ("2025-12-17", "2025-12-17"),
    ),
    ("The fleet sailed from Toulon on Friday.", "sailed", ("2025-12-12", "2025-12-12")),
    ("Soldiers were stationed in Djibouti until 2009.", "stationed", (None, "2009-12-31")),
    ("Aid groups vaccinated children in Goma on Monday.", "vaccinated", ("2025-12-15", "2025-12-15")),
    ("GM has posted its first annual loss since 1992.", "posted", ("2025-12-17", "2025-12-17")),
    ("A court in Lyon will hear the case by March.", "hear", ("2025-12-17", "2026-03-31")),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), DATES)
def test_a_date_belongs_to_the_verb_that_governs_it(
    text: str, trigger: str, expected: tuple[str | None, str | None]
) -> None:
    assert days(event_of(told(text), trigger)) == expected


def test_a_report_without_a_date_happened_on_the_news_day_and_says_that_it_is_implied() -> None:
    event = event_of(told("Police arrested two men in Lyon."), "arrested")
    assert days(event) == ("2025-12-17", "2025-12-17")
    assert event.when is not None and event.when.basis == "implied"
    assert any(reason.about == "when" and reason.doubtful for reason in event.reasons)


def test_a_date_may_lean_on_another_event_of_the_text() -> None:
    text = "The vote in Ghana took place on 7 December. Soldiers arrived in Accra three days before the vote."
    event = event_of(told(text), "arrived")
    assert days(event) == ("2025-12-04", "2025-12-04")
    assert event.when is not None and event.when.basis == "anchored"


PLACES = [
    ("Drones struck a depot near Odesa on Monday.", "struck", "Odesa"),
    ("Aid trucks from Nairobi reached Garissa on Monday.", "reached", "Garissa"),
    ("Helicopters flew the wounded from Goma to Kigali on Monday.", "flew", "Kigali"),
    ("U.S. personnel left Niamey in July 2024.", "left", "Niamey"),
    ("Classes were suspended on Monday in Surigao.", "suspended", "Surigao"),
    ("Until 2009 the navy flew patrols against smugglers from Manta.", "flew", "Manta"),
    ("Nine people died last week in Obock, across the gulf from Tadjoura.", "died", "Obock"),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_the_most_specific_place_of_the_clause_is_the_location(text: str, trigger: str, place: str) -> None:
    event = event_of(told(text), trigger)
    assert event.place is not None
    assert event.place.name == place


def test_an_origin_keeps_its_role() -> None:
    event = event_of(told("Helicopters flew the wounded from Goma to Kigali on Monday."), "flew")
    assert [(other.place.name, other.role) for other in event.other_places] == [("Goma", "origin")]


def test_a_speakers_seat_is_never_the_place_of_a_statement() -> None:
    event = event_of(told("Officials in Quito warned on Monday that prices would rise."), "warned")
    assert event.place is None


def test_what_is_only_implied_is_marked_doubtful() -> None:
    text = "Rebels attacked the town of Goma on Monday. They burned a market and looted shops."
    event = event_of(told(text), "burned")
    assert event.place is not None and event.place.name == "Goma"
    assert event.place_basis == "implied"
    assert any(reason.about == "where" and reason.doubtful for reason in event.reasons)
