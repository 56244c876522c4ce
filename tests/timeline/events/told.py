"""Shortcuts of the event tests: one article from a few sentences, its events by the words of their trigger."""

from __future__ import annotations

from timeline.dates.calendar import day_number, iso_day
from timeline.model import Article, Event, Options, Published, Timeline
from timeline.pipeline import build

WEDNESDAY = day_number(2025, 12, 17)


def told(text: str, *, day: int = WEDNESDAY, title: str = "") -> Timeline:
    """The timeline of one article published on `day`."""
    return build((Article(text, title, source="test"),), Options(published=Published(day, day, "given")))


def trigger_of(timeline: Timeline, event: Event) -> str:
    """The words that told the event."""
    span = event.evidence[0].trigger
    assert span is not None
    return timeline.articles[0].text[span.start : span.end]


def event_of(timeline: Timeline, word: str) -> Event:
    """The one event whose trigger holds `word`."""
    found = [event for event in timeline.events if word in trigger_of(timeline, event)]
    assert found, f"no event by {word!r}, only {[trigger_of(timeline, e) for e in timeline.events]}"
    return found[0]


def days(event: Event) -> tuple[str | None, str | None]:
    """First and last day of an event's widest reading, ISO."""
    when = event.when
    if when is None:
        return None, None
    return (
        iso_day(when.earliest) if when.earliest is not None else None,
        iso_day(when.latest) if when.latest is not None else None,
    )
