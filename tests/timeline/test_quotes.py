"""An export quotes snippets, never the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.model import Span
from timeline.model import Article, Event, Evidence, Timeline
from timeline.quotes import MAX_WORDS, MIN_WORDS, quote, quotes_of

from .samples import TEXT, sample_timeline

SENTENCE = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau " * 2
FILLER = "word " * 400


def told(text: str, *events: tuple[Span, Span | None]) -> Timeline:
    """A timeline of one article with an event for each (sentence, trigger)."""
    proofs = [Evidence(0, sentence, trigger) for sentence, trigger in events]
    return Timeline(
        (Article(text),), tuple(Event(f"e{at}", "It", evidence=(proof,)) for at, proof in enumerate(proofs))
    )


def words(text: str) -> int:
    return len([word for word in text.split() if word != "…"])


def test_a_short_sentence_is_quoted_whole_where_the_article_is_long() -> None:
    timeline = told(f"The bridge fell on Monday. {FILLER}", (Span(0, 26), Span(11, 15)))
    assert quote(timeline.events[0], timeline) == "The bridge fell on Monday."


def test_a_long_sentence_is_cut_around_its_trigger() -> None:
    timeline = told(SENTENCE + FILLER, (Span(0, len(SENTENCE)), Span(SENTENCE.rindex("mu"), SENTENCE.rindex("mu") + 2)))
    found = quote(timeline.events[0], timeline)
    assert words(found) == MAX_WORDS
    assert found.startswith("… ")
    assert found.endswith(" …") == (not found.endswith("tau"))
    assert " mu " in found


@pytest.mark.parametrize("events", [1, 2, 5, 12, 40, 400])
@pytest.mark.parametrize("length", [3, 30, 100, 400])
def test_a_fifth_of_the_article_is_never_passed(events: int, length: int) -> None:
    text = "word " * length
    timeline = told(text, *([(Span(0, len(text) - 1), Span(0, 4))] * events))
    found = quotes_of(timeline)
    assert sum(words(snippet) for snippet in found.values()) <= length // 5
    assert all(words(snippet) <= MAX_WORDS for snippet in found.values())


def test_where_little_may_be_quoted_the_weightiest_events_are() -> None:
    timeline = told("word " * 60, *([(Span(0, 299), None)] * 5))
    events = tuple(replace(event, salience="essential" if event.id == "e3" else "minor") for event in timeline.events)
    found = quotes_of(replace(timeline, events=events))
    assert list(found) == ["e3"]
    assert words(found["e3"]) >= MIN_WORDS


def test_a_script_without_spaces_is_cut_too() -> None:
    text = "橋が閉鎖された" * 300
    timeline = told(text, (Span(0, len(text)), None))
    assert len(quote(timeline.events[0], timeline)) <= 25 * 20 + 4


def test_the_real_story_is_quoted_within_its_limits(manta: Timeline) -> None:
    total = len(manta.articles[0].text.split())
    found = quotes_of(manta)
    assert found
    assert sum(words(snippet) for snippet in found.values()) <= total / 5
    text = " ".join(manta.articles[0].text.split())
    assert all(snippet.strip("… ") in text for snippet in found.values())


def test_full_quotes_are_whole_sentences() -> None:
    found = quotes_of(sample_timeline(), quotes="full")
    assert found["e-both"] == "Two ships met off Manta on November 6, 2025."
    assert found["e-denied"] == "Nobody built a base in Quito."


def test_a_row_of_a_table_shows_its_own_note() -> None:
    assert quotes_of(sample_timeline())["e-neither"] == "- a note"


def test_an_event_without_sentence_or_note_has_no_quote() -> None:
    timeline = sample_timeline()
    assert "e-place" not in quotes_of(timeline)
    assert quote(timeline.events[2], timeline) == ""


def test_the_sample_is_quoted_within_its_limits() -> None:
    timeline = sample_timeline()
    quoted = [text for key, text in quotes_of(timeline).items() if key != "e-neither"]
    assert 0 < sum(map(words, quoted)) <= len(TEXT.split()) // 5
