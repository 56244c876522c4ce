"""Several timelines as one, with every event still pointing at its own article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Article, Event, Timeline
from ..ordering import in_order


def join(timelines: Sequence[Timeline]) -> Timeline:
    """One timeline with the articles, events and problems of all; an id met twice gets a number."""
    articles: list[Article] = []
    events: list[Event] = []
    seen: dict[str, int] = {}
    for timeline in timelines:
        for event in timeline.events:
            again = seen.get(event.id, 0)
            seen[event.id] = again + 1
            proofs = tuple(replace(proof, article=proof.article + len(articles)) for proof in event.evidence)
            events.append(replace(event, id=f"{event.id}-{again + 1}" if again else event.id, evidence=proofs))
        articles += timeline.articles
    return Timeline(
        articles=tuple(articles),
        events=in_order(events),
        toponyms=tuple(found for timeline in timelines for found in timeline.toponyms),
        timexes=tuple(found for timeline in timelines for found in timeline.timexes),
        edits=tuple(edit for timeline in timelines for edit in timeline.edits),
        problems=tuple(problem for timeline in timelines for problem in timeline.problems),
        title=next((timeline.title for timeline in timelines if timeline.title), ""),
    )
