"""What the user sees: a Timeline cut down to a window of days and to filters.

Page, picture, tables and dashboard all draw what `select` returns, so that "12 of 14 shown" means the
same everywhere and a hidden event is absent from every file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from geo.model import Span

from .model import Event, Group, Selection, Timeline

EVERYTHING = Selection()
"""No window and no filter: every event is shown."""


def select(timeline: Timeline, selection: Selection | None = None) -> Timeline:
    """The timeline with only the events that are inside the window and pass every filter.

    Articles, mentioned places, timexes and problems stay: they are layers of their own. Edits stay only
    when nothing is left out, because an edit names the event that it changed.
    """
    if selection is None or selection == EVERYTHING:
        return timeline
    shown = tuple(event for event in timeline.events if is_shown(event, selection, timeline))
    if len(shown) == len(timeline.events):
        return timeline
    return replace(timeline, events=shown, edits=())


def is_shown(event: Event, selection: Selection, timeline: Timeline) -> bool:
    """Whether an event is inside the window and passes every filter."""
    return all(passes(event, selection, timeline) for passes in FILTERS)


def shown_counts(timeline: Timeline, selection: Selection | None = None) -> dict[Group, tuple[int, int]]:
    """(shown, all) events for each of the five groups; the five add up on both sides."""
    seen, everything = select(timeline, selection).counts(), timeline.counts()
    return {group: (seen[group], everything[group]) for group in everything}


def is_inside(event: Event, window: tuple[int | None, int | None]) -> bool:
    """Whether the widest reading of a dated event overlaps a window of days; both are closed, None is open."""
    if event.when is None:
        return False
    first, last = window
    earliest, latest = event.when.earliest, event.when.latest
    begins_in_time = last is None or earliest is None or earliest <= last
    ends_in_time = first is None or latest is None or latest >= first
    return begins_in_time and ends_in_time


def _window(event: Event, selection: Selection, _: Timeline) -> bool:
    if event.when is None:
        return selection.undated
    return selection.window is None or is_inside(event, selection.window)


def _kind(event: Event, selection: Selection, _: Timeline) -> bool:
    return selection.kinds is None or event.kind in selection.kinds


def _status(event: Event, selection: Selection, _: Timeline) -> bool:
    return selection.statuses is None or event.status in selection.statuses


def _salience(event: Event, selection: Selection, _: Timeline) -> bool:
    return selection.saliences is None or event.salience in selection.saliences


def _actor(event: Event, selection: Selection, _: Timeline) -> bool:
    return selection.actors is None or not selection.actors.isdisjoint(event.actors)


def _place(event: Event, selection: Selection, _: Timeline) -> bool:
    """Places are chosen by id or by name, the location and the other places alike."""
    if selection.places is None:
        return True
    places = [event.place] if event.place else []
    places += [mention.place for mention in event.other_places]
    return any(place.id in selection.places or place.name in selection.places for place in places)


def _confidence(event: Event, selection: Selection, _: Timeline) -> bool:
    return event.confidence >= selection.min_confidence


def _visible(event: Event, selection: Selection, _: Timeline) -> bool:
    return event.id not in selection.hidden


def _search(event: Event, selection: Selection, timeline: Timeline) -> bool:
    """Every word typed occurs in the event's title, actors, places or sentences; case and accents are ignored."""
    wanted = folded(selection.search).split()
    if not wanted:
        return True
    searched = folded(" ".join(_searched(event, timeline)))
    return all(word in searched for word in wanted)


def _searched(event: Event, timeline: Timeline) -> list[str]:
    texts = [event.title, event.note, *event.actors, *(mention.place.name for mention in event.other_places)]
    if event.place:
        texts.append(event.place.name)
    return texts + [_cut(timeline, proof.article, proof.sentence) for proof in event.evidence]


def _cut(timeline: Timeline, article: int, span: Span) -> str:
    return timeline.articles[article].text[span.start : span.end] if article < len(timeline.articles) else ""


def folded(text: str) -> str:
    """Lower case without accents, for comparing what a user types with what a text says."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


FILTERS: tuple[Callable[[Event, Selection, Timeline], bool], ...] = (
    _visible,  # the cheap ones first: a search reads the sentences
    _window,
    _kind,
    _status,
    _salience,
    _confidence,
    _actor,
    _place,
    _search,
)
