"""Tellings of one happening are one event; titles can be read alone; ids follow the content."""

from __future__ import annotations

from itertools import pairwise

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
