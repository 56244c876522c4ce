"""Several timelines as one, with every event still pointing at its own article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ..model import Article, Event, Timeline
from ..ordering import in_order

Found = TypeVar("Found")


def join(timelines: Sequence[Timeline]) -> Timeline:
    """One timeline with the articles, events and problems of all; an id met twice gets a number."""
    articles: list[Article] = []
    events: list[Event] = []
    for timeline in timelines:
        for event in timeline.events:
            proofs = tuple(replace(proof, article=proof.article + len(articles)) for proof in event.evidence)
            events.append(replace(event, evidence=proofs) if articles and proofs else event)
        articles += timeline.articles
    return Timeline(
        articles=tuple(articles),
        events=in_order(distinct(events)),
        toponyms=tuple(found for timeline in timelines for found in _of_each_article(timeline, timeline.toponyms)),
        timexes=tuple(found for timeline in timelines for found in _of_each_article(timeline, timeline.timexes)),
        edits=tuple(edit for timeline in timelines for edit in timeline.edits),
        problems=tuple(problem for timeline in timelines for problem in timeline.problems),
        title=next((timeline.title for timeline in timelines if timeline.title), ""),
    )


def distinct(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with an id of its own each: the first keeps it, copies get "-2", "-3", ... that nobody else has."""
    events = tuple(events)
    taken = {event.id for event in events}
    if len(taken) == len(events):
        return events
    counted: dict[str, int] = {}
    kept: list[Event] = []
    for event in events:
        if event.id not in counted:
            counted[event.id] = 1
            kept.append(event)
            continue
        new = event.id
        while new in taken:
            counted[event.id] += 1
            new = f"{event.id}-{counted[event.id]}"
        taken.add(new)
        kept.append(replace(event, id=new))
    return tuple(kept)


def _of_each_article(timeline: Timeline, found: tuple[tuple[Found, ...], ...]) -> tuple[tuple[Found, ...], ...]:
    """One tuple an article; a timeline made by hand may have none, and the next one's would move up."""
    return (*found, *((),) * len(timeline.articles))[: len(timeline.articles)]
