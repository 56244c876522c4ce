"""What one correction changes in a page that is open: a few events, instead of the whole data block.

A patch always speaks of the data that the page was last given, never of another patch: one that is lost on the way
does no harm, and an empty one leads back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Event, Timeline
from .columns import PlaceRows, event_numbers, place_numbers
from .ground import outlines
from .payload import PAYLOAD_VERSION, tally, text_columns


@dataclass(frozen=True, slots=True)
class Given:
    """The timeline that a page was given, each event's number there, and its counts."""

    timeline: Timeline
    number: dict[str, int]
    counts: dict[str, Any]

    @classmethod
    def of(cls, timeline: Timeline) -> Given:
        """Number and count the events of a timeline."""
        return cls(timeline, {event.id: n for n, event in enumerate(timeline.events, 1)}, tally(timeline.events))


def page_patch(given: Given, timeline: Timeline, changed: Iterable[str]) -> dict[str, Any]:
    """What `dateline:patch` takes: the page's events with the ids `changed` as they stand in `timeline` now.

    All numbers are plain; `gone` names the page's own numbers of the events that leave, changed ones included.
    """
    ids = frozenset(changed)
    now = [(n, event) for n, event in enumerate(timeline.events, 1) if event.id in ids]
    events = [event for _, event in now]
    gone = sorted(given.number[one] for one in ids if one in given.number)
    before = [given.timeline.events[n - 1] for n in gone]
    rows = PlaceRows.of([event.place for event in events if event.place])
    some = replace(timeline, events=tuple(events))
    return {
        "version": PAYLOAD_VERSION,
        "gone": gone,
        "events": event_numbers(events, rows, [n for n, _ in now]),
        "places": place_numbers(rows.places),
        "text": text_columns(events, some, rows, (), quotes="full", of=len(given.timeline.events)),
        "outlines": outlines(rows.places),
        "counts": _counts(given.counts, before, events),
        "problems": [[problem.source, problem.message] for problem in timeline.problems],
    }


def _counts(counts: dict[str, Any], before: Sequence[Event], after: Sequence[Event]) -> dict[str, Any]:
    """The counts without some events and with others."""
    minus, plus = tally(before), tally(after)
    simple = {key: counts[key] - minus[key] + plus[key] for key in ("events", "checked", "doubts")}
    groups = zip(counts["groups"], minus["groups"], plus["groups"], strict=True)
    return simple | {"groups": [old - less + more for old, less, more in groups]}
