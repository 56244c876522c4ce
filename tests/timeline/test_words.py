"""Times, places and confidence in the words that a reader sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.dates.calendar import day_number as day
from timeline.model import Published, Reason, Timeline, When
from timeline.words import (
    checked_words,
    confidence_words,
    credit_words,
    kind_words,
    place_words,
    published_words,
    status_words,
    when_words,
)

from .samples import ECUADOR, sample_events, sample_timeline


def window(first: tuple[int, int, int], last: tuple[int, int, int], precision: str = "days", **more: object) -> When:
    return When.window(day(*first), day(*last), precision, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "no date"),
        (window((2025, 11, 6), (2025, 11, 6)), "6 Nov 2025"),
        (window((2025, 11, 6), (2025, 11, 6), clock="17:00"), "6 Nov 2025, 17:00"),
        (window((2025, 11, 11), (2025, 11, 20)), "mid-November 2025"),
        (window((2025, 11, 1), (2025, 11, 10)), "early November 2025"),
        (window((2025, 11, 21), (2025, 11, 30)), "late November 2025"),
        (window((2025, 11, 12), (2025, 11, 15)), "12–15 Nov 2025"),
        (window((2024, 1, 1), (2024, 1, 31), "month"), "January 2024"),
        (window((2024, 2, 1), (2024, 2, 29), "month"), "February 2024"),
        (window((2024, 1, 1), (2024, 3, 31), "quarter"), "Jan–Mar 2024"),
        (window((2024, 12, 1), (2025, 2, 28), "season"), "Dec 2024–Feb 2025"),
        (window((2024, 1, 1), (2024, 12, 31), "year"), "2024"),
        (window((2024, 1, 1), (2025, 12, 31), "year"), "2024–2025"),
        (window((1990, 1, 1), (1999, 12, 31), "decade"), "the 1990s"),
        (window((1973, 1, 1), (1976, 12, 31), "decade"), "1973–1976"),
        (window((2025, 12, 8), (2025, 12, 14), "week"), "week of 8–14 Dec 2025"),
        (window((2025, 11, 19), (2025, 12, 31)), "19 Nov–31 Dec 2025"),
        (window((2025, 12, 19), (2026, 1, 3)), "19 Dec 2025–3 Jan 2026"),
        (window((-43, 3, 15), (-43, 3, 15)), "15 Mar 44 BC"),
        (window((0, 1, 1), (0, 12, 31), "year"), "1 BC"),
        (window((2025, 11, 1), (2025, 11, 30), approximate=True), "about November 2025"),
        (window((2026, 3, 31), (2026, 3, 31), relation="by"), "by 31 Mar 2026"),
        (When(None, day(2009, 12, 31), day(2009), day(2009, 12, 31), "open", "until"), "until 2009"),
        (When(day(2014), day(2014, 12, 31), None, None, "open", "since"), "since 2014"),
        (When(day(2014, 5, 2), None, None, None, "open", "after"), "2 May 2014 or later"),
        (When(None, None, None, day(2014, 5, 2), "open", "before"), "2 May 2014 or earlier"),
        (When(None, None, None, None, "open"), "at some time"),
        (When(day(2025, 6, 3), day(2025, 6, 3), day(2025, 6, 5), day(2025, 6, 5), "day"), "3–5 Jun 2025"),
        (
            When(day(2025, 3), day(2025, 3, 31), day(2025, 5), day(2025, 5, 31), "month"),
            "from March 2025 to May 2025",
        ),
    ],
)
def test_times_are_written_by_their_largest_whole_unit(when: When | None, words: str) -> None:
    assert when_words(when) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, "not stated"),
        (day(2025, 12, 17), day(2025, 12, 17), "17 Dec 2025"),
        (day(2025, 11, 19), day(2025, 12, 31), "between 19 Nov and 31 Dec 2025"),
        (day(2025, 11, 19), None, "since 19 Nov 2025"),
    ],
)
def test_a_publication_date_says_how_sure_it_is(earliest: int | None, latest: int | None, words: str) -> None:
    assert published_words(Published(earliest, latest, "estimated")) == words


def test_a_place_is_named_with_what_it_lies_in_or_what_it_is() -> None:
    both, _, country, neither, _ = sample_events()
    assert place_words(both) == "Manta, Manabí (EC)"
    assert place_words(country) == "Ecuador (country), implied by the text"
    assert place_words(neither) == "no place"
    assert (
        place_words(replace(both, place=replace(ECUADOR, kind="admin", name="Manabí")))
        == "Manabí (province or district)"
    )


@pytest.mark.parametrize(
    ("confidence", "reasons", "words"),
    [
        (0.9, (Reason("when", "the sentence states it"),), "sure, because the sentence states it"),
        (0.8, (), "sure"),
        (0.79, (Reason("where", "near"), Reason("when", "the news day", True)), "likely, because the news day"),
        (0.2, (Reason("where", "a", True), Reason("who", "b", True)), "guess, because a; b"),
    ],
)
def test_confidence_names_its_doubts_first(confidence: float, reasons: tuple[Reason, ...], words: str) -> None:
    event = replace(sample_events()[0], confidence=confidence, reasons=reasons, checked=False)
    assert confidence_words(event) == words


def test_a_checked_event_says_so() -> None:
    assert confidence_words(sample_events()[0]) == "checked by a person"


def test_kind_and_status_are_plain_words() -> None:
    both, *_, denied = sample_events()
    assert (kind_words(both), status_words(denied)) == ("Meeting", "denied or called off")


def test_the_credit_line_says_machine_made_source_and_data() -> None:
    assert checked_words(sample_timeline()) == "Machine-made, 1 of 5 checked"
    line = credit_words(sample_timeline())
    assert line.startswith("Machine-made, 1 of 5 checked. Source: Our Paper, https://example.org/ships. ")
    assert "GeoNames (CC BY 4.0)" in line
    assert "Natural Earth" in line
    assert "Source" not in credit_words(Timeline())


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "sin fecha"),
        (window((2025, 11, 6), (2025, 11, 6)), "6 nov 2025"),
        (window((2025, 11, 11), (2025, 11, 20)), "mediados de noviembre de 2025"),
        (window((2025, 11, 21), (2025, 11, 30)), "finales de noviembre de 2025"),
        (window((2024, 1, 1), (2024, 1, 31), "month"), "enero de 2024"),
        (window((2024, 3, 1), (2024, 5, 31)), "mar–may 2024"),
        (window((1990, 1, 1), (1999, 12, 31), "decade"), "década de 1990"),
        (window((-43, 1, 1), (-43, 12, 31), "year"), "44 a. C."),
        (window((2025, 1, 6), (2025, 1, 12), "week", approximate=True), "hacia semana del 6–12 ene 2025"),
        (When(None, None, day(2009, 1, 1), day(2009, 12, 31), "year", "until"), "hasta 2009"),
        (When(day(2014, 1, 1), day(2014, 12, 31), None, None, "year", "since"), "desde 2014"),
    ],
)
def test_dates_can_be_told_in_spanish(when: When | None, words: str) -> None:
    assert when_words(when, "es") == words
