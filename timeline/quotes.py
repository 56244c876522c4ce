"""How much of an article an export may quote: a snippet for each event, never the article.

At most 25 words for one event, and at most a fifth of the article's words in sum over its events. Whole
sentences appear only when the user asks for them ("full").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from geo.model import Span

from .model import Article, Event, Timeline

Quotes: TypeAlias = Literal["short", "full"]
MAX_WORDS = 25
SHARE = 5
"""One word in five of an article may be quoted in sum."""
MIN_WORDS = 8
"""A shorter snippet says little: where there is not enough for all, only the weightiest events are quoted."""
SALIENCE_ORDER = {"essential": 0, "main": 1, "minor": 2}
WORD = re.compile(r"\S{1,20}")
"""A longer stretch without white space (an address, a script without spaces) counts as several words."""


def quote(event: Event, timeline: Timeline, *, quotes: Quotes = "short") -> str:
    """What an export may quote for one event; empty if it has no sentence or nothing is left to quote.

    The share of one event depends on the others: for many events call `quotes_of` once.
    """
    return quotes_of(timeline, quotes=quotes).get(event.id, "")


def quotes_of(timeline: Timeline, *, quotes: Quotes = "short") -> dict[str, str]:
    """Event id -> quotation, for every event of the timeline that has one.

    An event of a table has no article; its note stands instead, as the table's owner wrote it.
    """
    if quotes == "full":
        found = {event.id: _sentence(event, timeline) for event in timeline.events}
    else:
        found = {event.id: event.note for event in timeline.events if not event.evidence}
        for article, events in _told(timeline):
            found |= _snippets(events, article)
    return {key: text for key, text in found.items() if text}


def _told(timeline: Timeline) -> Iterator[tuple[Article, list[Event]]]:
    """Each article with the events whose leading sentence stands in it."""
    events: list[list[Event]] = [[] for _ in timeline.articles]
    for event in timeline.events:
        if event.evidence and event.evidence[0].article < len(events):
            events[event.evidence[0].article].append(event)
    return zip(timeline.articles, events, strict=True)


def _sentence(event: Event, timeline: Timeline) -> str:
    if not event.evidence or event.evidence[0].article >= len(timeline.articles):
        return event.note
    proof = event.evidence[0]
    return " ".join(timeline.articles[proof.article].text[proof.sentence.start : proof.sentence.end].split())


def _snippets(events: list[Event], article: Article) -> dict[str, str]:
    """Share the article's budget of words evenly; what short sentences leave over goes to the long ones."""
    budget = sum(1 for _ in WORD.finditer(article.text)) // SHARE
    ranked = sorted(events, key=lambda event: (SALIENCE_ORDER[event.salience], -event.confidence, event.id))
    quoted = ranked[: max(1, budget // MIN_WORDS)]
    words = {event.id: _words(article.text, event.evidence[0].sentence) for event in quoted}
    found: dict[str, str] = {}
    for left, event in zip(range(len(quoted), 0, -1), sorted(quoted, key=lambda e: len(words[e.id])), strict=True):
        allowed = min(MAX_WORDS, budget // left)
        chosen = _around(words[event.id], event.evidence[0].trigger, allowed)
        budget -= len(chosen)
        found[event.id] = _cut(article.text, words[event.id], chosen)
    return found


def _words(text: str, sentence: Span) -> list[Span]:
    return [Span(*match.span()) for match in WORD.finditer(text, sentence.start, sentence.end)]


def _around(words: list[Span], trigger: Span | None, allowed: int) -> list[Span]:
    """At most `allowed` neighbouring words, from the sentence's start unless the trigger stands too far on."""
    at = next((i for i, word in enumerate(words) if trigger and word.overlaps(trigger)), 0)
    start = max(0, min(at - allowed // 2, len(words) - allowed)) if at >= allowed else 0
    return words[start : start + allowed]


def _cut(text: str, words: list[Span], chosen: list[Span]) -> str:
    if not chosen:
        return ""
    body = " ".join(text[chosen[0].start : chosen[-1].end].split())
    return ("" if chosen[0] == words[0] else "… ") + body + ("" if chosen[-1] == words[-1] else " …")
