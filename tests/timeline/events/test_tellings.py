"""Tellings of one happening are one event; titles can be read alone; ids follow the content."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.timeline.events.told import event_of, told, trigger_of
from timeline.model import NOT_HAPPENED

STORY = """Gunmen kill nine in ambush on convoy

GOMA, Congo - Gunmen ambushed a convoy near Goma on Monday and killed nine people, the army said. The attack began
before dawn.

No group has claimed responsibility. The convoy may return to Kigali. President Jean Mukasa visited the wounded in
Goma on Tuesday. He promised a full inquiry.
"""


def test_headline_lede_and_later_mention_are_one_event() -> None:
    timeline = told(STORY)
    ambush = event_of(timeline, "ambush")
    sentences = [timeline.articles[0].text[e.sentence.start : e.sentence.end] for e in ambush.evidence]
    assert any(sentence.startswith("Gunmen kill nine") for sentence in sentences)
    assert any(sentence.startswith("The attack began") for sentence in sentences)
    assert sum("ambush" in trigger_of(timeline, event) for event in timeline.events) == 1


def test_the_opening_is_essential_and_the_denied_is_minor() -> None:
    timeline = told(STORY)
    assert event_of(timeline, "ambush").salience == "essential"
    assert all(event.salience == "minor" for event in timeline.events if event.status in NOT_HAPPENED)


def test_titles_are_short_and_open_with_no_pronoun() -> None:
    timeline = told(STORY)
    assert timeline.events
    for event in timeline.events:
        assert 0 < len(event.title) <= 90
        assert event.title.split()[0].lower() not in {"he", "she", "it", "they", "we", "i", "who", "which", "that"}
        assert "\n" not in event.title


def test_a_pronoun_gives_way_to_the_name_it_stands_for() -> None:
    assert event_of(told(STORY), "promised").title.startswith("President Jean Mukasa")


def test_actors_stand_in_their_fullest_form() -> None:
    timeline = told("President Jean Mukasa visited Goma on Monday. Mukasa met doctors in Bukavu on Tuesday.")
    assert "President Jean Mukasa" in event_of(timeline, "met").actors


def test_spans_lie_inside_the_text_and_evidence_holds_its_trigger() -> None:
    timeline = told(STORY)
    length = len(timeline.articles[0].text)
    for event in timeline.events:
        for evidence in event.evidence:
            assert 0 <= evidence.sentence.start < evidence.sentence.end <= length
            assert evidence.trigger is not None and evidence.sentence.contains(evidence.trigger)


def test_equal_input_gives_equal_events_and_every_id_is_unique() -> None:
    first, second = told(STORY), told(STORY)
    assert first == second
    assert len({event.id for event in first.events}) == len(first.events)


def test_every_event_says_why_it_stands_when_and_where_it_does() -> None:
    for event in told(STORY).events:
        assert {"when", "where"} <= {reason.about for reason in event.reasons}
        assert 0 < event.confidence <= 1


def test_events_stand_in_order_of_time() -> None:
    starts = [event.when.earliest for event in told(STORY).events if event.when and event.when.earliest is not None]
    assert all(one <= two for one, two in pairwise(starts))


def triggers(text: str) -> list[str]:
    timeline = told(text)
    return [trigger_of(timeline, event) for event in timeline.events]


ONE = [
    "More than 600 people have died after a tsunami hit the coast of Java on Monday.",
    "Rebels attacked Goma on Monday. Nine people were killed in the attack.",
    "The chain closed its bars in Lyon on Monday. The bars have been closed as a precaution.",
    "Two explosions near a market in the province of Piura killed nine people on Monday.",
    "A gunman killed nine people at a rally in Lyon on Monday.",
    "The flood in Punjab has spread and has now struck four million people.",
    "An earthquake triggered a wave which ravaged the coast of Java on Monday.",
    "The minister reiterated his offer on Monday and asked the union for patience.",
    "Peru went ahead with the opening of a quay in Callao on Monday.",
    "The president presented a plan in a televised speech on Monday.",
    "Police blocked the marchers from entering the square in Lyon on Monday.",
]


@pytest.mark.parametrize("text", ONE)
def test_several_tellings_are_one_event(text: str) -> None:
    assert len(triggers(text)) == 1, triggers(text)


TWO = [
    "Rebels attacked Goma on Monday. The first attack took place in Bukavu on Sunday.",
    "Rebels attacked Goma on Monday. The attack caused a shortage of fuel in Bukavu.",
    "A blast in Goma killed fourteen people on Monday. A second blast killed twelve.",
    "Gunmen killed fourteen people in Goma on Monday. Gunmen killed twelve in Bukavu on Monday.",
    "Nine people were evacuated from Goma on Tuesday after a battle in Bukavu on Monday.",
]


@pytest.mark.parametrize("text", TWO)
def test_what_follows_from_an_event_is_another_one(text: str) -> None:
    assert len(triggers(text)) == 2, triggers(text)


def test_the_fullest_telling_leads() -> None:
    timeline = told("Soldiers ambushed a convoy. Soldiers ambushed the convoy near Goma on Monday.")
    (event,) = timeline.events
    sentence = event.evidence[0].sentence
    assert timeline.articles[0].text[sentence.start : sentence.end].endswith("Monday.")


ASIDES = [
    ("Anyone who has bought a ticket will get a refund in May, the airline said on Monday.", "bought"),
    ("The parts can be returned. Rebels attacked Goma on Monday.", "returned"),
    ("Troops took Goma on Monday in an order to bring supplies.", "bring"),
]


@pytest.mark.parametrize(("text", "word"), ASIDES)
def test_asides_without_date_or_place_are_not_listed(text: str, word: str) -> None:
    assert not any(word in trigger for trigger in triggers(text)), triggers(text)


TITLES = [
    ("The car maker General Motors said that it would cut 10,000 jobs.", "cut", "Car maker General Motors would cut"),
    ("Ministers will meet in Lomé in June, provided Algeria agrees.", "meet", "Ministers will meet in Lomé"),
    ("The firm filed a suit in a London court, the third such suit in a dispute.", "filed", "suit in a London court"),
    ("The firm said its network has too many dealers.", "said", "too many dealers"),
    ("The dirt caused coughs and respiratory infections in Lyon.", "caused", "coughs and respiratory infections"),
    ("His lawyer has called the death a suicide.", "called", "Lawyer has called the death a suicide"),
    ("“We will rebuild Lyon by Monday,” vowed Ana Costa.", "vowed", "Ana Costa vowed"),
    ("The offer, which the union turned down on Sunday, was low.", "turned", "Union turned down offer"),
    ("The minister called on both sides to meet in Lyon.", "meet", "Both sides to meet"),
    ("Ivan Petrov was jailed in May; he has been held in Lyon since Monday.", "held", "Ivan Petrov has been held"),
    ("The state bought back the Craiova-based maker in May 2006.", "bought", "bought back the Craiova-based maker"),
    (
        "A study by a team in Lyon, published in March, counted 40 raids.",
        "published",
        "Study by a team in Lyon published",
    ),
    ("Insurers meeting in London last Thursday raised the premium.", "raised", "Insurers raised the premium"),
    ("The December 2013 outbreak of civil war in Juba split the army.", "outbreak", "utbreak of civil war"),
    ("The Ever Given reached Rotterdam on 29 July.", "reached", "Ever Given reached Rotterdam"),
    ("Troops have been sent to Manta, the embassy announced on Monday.", "announced", "Manta, the embassy announced"),
    ("A cow in Lyon has tested positive, said officials on Monday.", "said", "tested positive, said officials"),
    ("The track is old. It is expected that racing will resume in May.", "expected", "It is expected that racing"),
    ("Vietnam, which holds an islet, and Malaysia urged calm.", "urged", "Vietnam and Malaysia urged calm"),
    ("The boat limped into El Nido the day after the collision.", "limped", "Boat limped into El Nido"),
    ("A storm could grow, forecasters said, and would hit Salinas.", "hit", "torm would hit Salinas"),
    ("Forecasters said the storm would move south and hit Salinas.", "hit", "Storm would hit Salinas"),
]


@pytest.mark.parametrize(("text", "trigger", "words"), TITLES)
def test_a_title_keeps_what_carries_its_meaning(text: str, trigger: str, words: str) -> None:
    assert words in event_of(told(text), trigger).title


def test_a_headline_is_its_own_title() -> None:
    text = "Car sales spike in Peru, passing copper\n\nThe ministry met on Monday in Lima."
    assert "Car sales spike in Peru, passing copper" in {event.title for event in told(text).events}


def test_a_gesture_gives_way_to_the_visit_and_the_town_to_the_base() -> None:
    timeline = told(
        "Minister Anna Lund shakes hands with a pilot, as she tours Eloy Alfaro Airport, on Friday, in Manta."
    )
    event = event_of(timeline, "tours")
    assert event.kind == "visit"
    assert event.place is not None
    assert event.place.kind == "facility"
