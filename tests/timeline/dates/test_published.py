"""The publication date: where it is found, and how far it is known when it is not."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates
from timeline.dates.calendar import iso_day
from timeline.dates.published import estimate_published, find_published, parse_day
from timeline.model import UNKNOWN_PUBLISHED, Published
from timeline.parse import parse


@pytest.mark.parametrize(
    ("text", "more", "basis", "day"),
    [
        ("published: 2025-12-17\n\nThe dam broke.", {}, "front_matter", "2025-12-17"),
        ("Date: 17 December 2025\n\nThe dam broke.", {}, "front_matter", "2025-12-17"),
        ("The dam broke.", {"html_date": "2025-12-17"}, "metadata", "2025-12-17"),
        ("The dam broke.", {"url": "https://news.example/2025/12/17/dam"}, "url", "2025-12-17"),
        ("The dam broke.", {"url": "https://news.example/world/2025-12-17-dam.html"}, "url", "2025-12-17"),
        ("The dam broke.", {"url": "https://news.example/20251217/dam"}, "url", "2025-12-17"),
        ("Dam breaks\nDecember 17, 2025\nThe dam broke.", {}, "dateline", "2025-12-17"),
        ("Dam breaks\nPublished 17 Dec 2025 at 9:30 am GMT\nThe dam broke.", {}, "dateline", "2025-12-17"),
        ("MACHALA, Ecuador, March 19, 2026 (Agency) - The dam broke.", {}, "dateline", "2026-03-19"),
    ],
)
def test_a_stated_publication_date_is_found(text: str, more: dict[str, str], basis: str, day: str) -> None:
    found = find_published(text, **more)
    assert found.basis == basis
    assert found.day is not None and iso_day(found.day) == day
    assert found.reason


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on December 17, 2025, in the north.",
        "The battle of 6 June 1944\nIt began at dawn.",
        "Published: soon",
        "",
    ],
)
def test_a_date_of_the_story_is_no_publication_date(text: str) -> None:
    assert find_published(text) == UNKNOWN_PUBLISHED


def test_front_matter_outranks_metadata_and_address() -> None:
    found = find_published("date: 2025-12-17\n", html_date="2025-12-18", url="https://a.example/2025/12/19/x")
    assert found.basis == "front_matter"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-19T10:00:00Z", "2026-03-19"),
        ("03-02-2009", "2009-02-03"),
        ("Dec. 17, 2025", "2025-12-17"),
        ("17 December 2025", "2025-12-17"),
        ("31 February 2025", None),
        ("yesterday", None),
    ],
)
def test_a_day_in_a_few_forms_is_read(text: str, day: str | None) -> None:
    number = parse_day(text)
    assert (None if number is None else iso_day(number)) == day


def estimate(text: str) -> Published:
    doc = parse(text)
    return estimate_published(doc, find_dates(doc, UNKNOWN_PUBLISHED))


def bounds(found: Published) -> tuple[str | None, str | None]:
    return (
        None if found.earliest is None else iso_day(found.earliest),
        None if found.latest is None else iso_day(found.latest),
    )


def test_copyright_year_past_facts_and_the_news_day_bound_the_estimate() -> None:
    found = estimate(
        "The president stood at the base on November 6, 2025, in Salinas. The embassy confirmed the plan on Wednesday. "
        "A referendum held in mid-November had gone against it.\n\n© 2025 Example Press. All rights reserved."
    )
    assert found.basis == "estimated"
    assert bounds(found) == ("2025-11-19", "2025-12-31")
    assert "copyright line says 2025" in found.reason and "mid-November" in found.reason


def test_without_a_later_hint_the_estimate_stays_open() -> None:
    found = estimate("The bridge fell on March 3, 2024. Divers searched the river.")
    assert bounds(found) == ("2024-03-03", None)
    assert found.reason.startswith("not before 3 Mar 2024")


def test_a_promised_day_is_the_latest_publication() -> None:
    found = estimate("The bridge fell on March 3, 2024. It will reopen on June 1, 2024.")
    assert bounds(found) == ("2024-03-03", "2024-06-01")


def test_an_agency_dateline_without_a_year_takes_it_from_the_copyright_line() -> None:
    found = estimate("MACHALA, Ecuador, March 19 (Agency) - The bridge fell.\n\n(c) 2026 Example Press")
    assert found.basis == "dateline" and bounds(found) == ("2026-03-19", "2026-03-19")


def test_a_text_without_any_hint_says_so() -> None:
    assert estimate("The bridge fell yesterday. Nobody was hurt.") == UNKNOWN_PUBLISHED
