"""When something happened that the text does not date itself: before the news, with it, for how long, by which hour."""

from __future__ import annotations

import pytest

from tests.timeline.events.told import days, event_of, told
from timeline.model import Article
from timeline.pipeline import build

IMPLIED = [
    # the happening that the news opens with bounds what is told without a date
    (
        "A bomb killed nine people in Gao on Monday.\n\nThe mayor condemned the attack.",
        "condemned",
        ("2025-12-15", "2025-12-17"),
    ),
    ("Rebels shelled Goma on Monday.\n\nThree nurses were wounded.", "wounded", ("2025-12-15", "2025-12-15")),
    # the perfect reaches back, unless it opens the text or somebody has spoken
    (
        "The river is high. Ferries stand idle. The council has closed two bridges in Lyon.",
        "closed",
        ("2025-12-12", "2025-12-17"),
    ),
    ("The council has closed two bridges in Lyon.", "closed", ("2025-12-17", "2025-12-17")),
    (
        "The river is high. Ferries stand idle. The mayor has announced a ban.",
        "announced",
        ("2025-12-17", "2025-12-17"),
    ),
    # "since" as an adverb: from the date told last to the news
    (
        "In 2020 the firm bought a mine in Peru and has since built a railway to it.",
        "built",
        ("2020-01-01", "2025-12-17"),
    ),
    # a count ends with the news, a state does not
    ("Twelve miners have died in Peru since 1 July 2025.", "died", ("2025-07-01", "2025-12-17")),
    ("The port of Goma has been closed since 1 July 2025.", "closed", ("2025-07-01", None)),
    # what went on for a stated time
    ("Schools in Goma have been closed for two weeks.", "closed", ("2025-12-03", "2025-12-17")),
    (
        "Measles broke out in late April 2025 and nurses vaccinated 9,000 children over the following three weeks.",
        "vaccinated",
        ("2025-04-21", "2025-05-21"),
    ),
    # history runs on: for a stated time, from sentence to sentence, into the next paragraph about the same thing
    (
        "On 23 March 2021 a ship blocked the canal at Suez. Tugs worked for six days.",
        "worked",
        ("2021-03-23", "2021-03-29"),
    ),
    (
        "On 15 January 2022 a tsunami hit Tonga. It killed three people. Houses fell.",
        "fell",
        ("2022-01-15", "2022-01-15"),
    ),
    (
        "On 15 January 2022 a tsunami hit Tonga.\n\nThe wave crossed the ocean.",
        "crossed",
        ("2022-01-15", "2022-01-15"),
    ),
    (
        "Sailors moved the ship to a lake, and on 13 April 2021 a court in Ismailia ordered its seizure.",
        "moved",
        ("2021-04-13", "2021-04-13"),
    ),
    (
        "The opening of the canal in 1869 turned Aden into a port.",
        "turned",
        ("1869-01-01", "1869-12-31"),
    ),
    # a bare hour is one of the day around it
    (
        "A battle that began at 7 p.m. between soldiers and smugglers left nine dead in Acapulco on Saturday.",
        "battle",
        ("2025-12-13", "2025-12-13"),
    ),
    # a part of the clause lends it its date
    (
        "Police blocked the marchers from entering the square in Lyon on Monday.",
        "blocked",
        ("2025-12-15", "2025-12-15"),
    ),
    # "2011, when ..." is a date, whatever governs it
    (
        "The flood is the worst in Peru since January 2011, when 33 people drowned in Piura.",
        "drowned",
        ("2011-01-01", "2011-01-31"),
    ),
    # a weekday that a plan names is still to come
    (
        "The weather office warned that the storm would move south and hit Salinas by Thursday.",
        "hit",
        ("2025-12-17", "2025-12-18"),
    ),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), IMPLIED)
def test_a_date_that_is_not_stated_is_an_honest_interval(
    text: str, trigger: str, expected: tuple[str | None, str | None]
) -> None:
    assert days(event_of(told(text), trigger)) == expected


FOREIGN = [
    ("Last year's winner, Ana Costa, came third in Lyon on Sunday.", "came", ("2025-12-14", "2025-12-14")),
    ("The dam, which was damaged in February 1974, is old. Residents fled their homes.", "fled", "2025-12-17"),
    ("Exports of copper rose by 12 percent in May compared with the same month in 2020.", "rose", "2025-05-31"),
]


@pytest.mark.parametrize(("text", "trigger", "last"), FOREIGN)
def test_the_date_of_something_else_does_not_leak(text: str, trigger: str, last: str | tuple[str, str]) -> None:
    found = days(event_of(told(text), trigger))
    assert found == last if isinstance(last, tuple) else found[1] == last


def test_what_came_days_after_another_event_counts_from_the_opening_event() -> None:
    text = "A ferry sank off Naples on Saturday.\n\nThe accident came five days after the owner sold the ship."
    assert days(event_of(told(text), "sold")) == ("2025-12-08", "2025-12-08")


def test_an_anchor_without_a_date_is_counted_back_from_what_it_dates() -> None:
    text = "Five years after its launch, the shop passed its rival in May 2025."
    first, last = days(event_of(told(text), "launch"))
    assert first is not None and last is not None and first[:4] == last[:4] == "2020"


def test_the_deeds_behind_a_verdict_have_no_news_day() -> None:
    text = (
        "A judge jailed a man for eight years in London today. He bought a knife in a shop. He attacked two neighbours."
    )
    timeline = told(text)
    assert days(event_of(timeline, "jailed")) == ("2025-12-17", "2025-12-17")
    bought = event_of(timeline, "bought")
    assert (days(bought), bought.status) == ((None, None), "background")


def test_an_hour_does_not_pass_on_to_what_inherits_the_day() -> None:
    text = "The strike reached Lyon at 2 a.m. on Tuesday. Commuters queued for buses."
    when = event_of(told(text), "queued").when
    assert when is not None and when.clock is None and when.precision == "day"


def test_a_weekday_waits_for_the_publication_date_and_takes_no_other() -> None:
    text = "In July 2018 a bomber killed nine people in Quetta. Iran closed its border on Wednesday."
    timeline = build((Article(text, source="test"),))
    closed = event_of(timeline, "closed")
    assert closed.when is None
    assert any("once the publication date is" in reason.text for reason in closed.reasons)
    assert "Wednesday" not in closed.title


DATELINES = [
    "PARIS, Dec 17, 2025 (Reuters) - Police cleared students from a campus in Lyon on Monday.",
    "EAST PALESTINE, Ohio, Dec 17, 2025 — Police cleared students from a campus in Lyon on Monday.",
    "KYIV, 17 December 2025 — Police cleared students from a campus in Lyon on Monday.",
    "LISMORE, Australia (AP) — Police cleared students from a campus in Lyon on Monday.",
    "SAN JOSE, Calif. – Police cleared students from a campus in Lyon on Monday.",
]


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_gives_neither_date_nor_words_to_the_first_sentence(text: str) -> None:
    event = event_of(told(text), "cleared")
    assert days(event) == ("2025-12-15", "2025-12-15")
    assert event.title.startswith("Police cleared students")
