"""The data block of the page: everything that is seen, as columns, in one JSON-able value.

It is described by assets/view/payload.schema.json and read by assets/view/payload.js. It holds the events it
is given and nothing else: what a selection leaves out is not in it. Quotations keep to the limits of
`timeline.quotes`. Above `TEXT_LIMIT` events sentences, reasons and ids are left out, so that a page of 100,000
events stays small; such a page calls an event by its number, "#12", as on screen: its place in the timeline, from 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias

from geo.model import Place

from ..kinds import GROUP_STYLES, KINDS
from ..model import GROUPS, STATUSES, Article, Event, Selection, Timeline
from ..quotes import quotes_of
from ..selection import select
from ..words import confidence_words, is_doubtful, place_words, published_words, when_words
from .columns import FLAGS, PRECISIONS, SALIENCES, PlaceRows, event_columns, in_page_order, place_columns
from .encode import pack_json
from .ground import ground, outlines
from .mentioned import Mentioned, mentioned_places
from .reading import reading

PAYLOAD_VERSION = 1
TEXT_LIMIT = 20_000
"""Events up to which a page carries sentences, reasons and ids."""

Quotes: TypeAlias = Literal["short", "full"]


def page_payload(
    timeline: Timeline,
    *,
    selection: Selection | None = None,
    quotes: Quotes = "short",
    whole_text: bool = False,
) -> dict[str, Any]:
    """What the page draws of a timeline, JSON-able; equal input gives equal values.

    `whole_text` adds the articles' texts with their marks: for the user's own machine, never for an export.
    """
    mentioned = mentioned_places(timeline)
    shown = select(timeline, selection)
    number = {event.id: n for n, event in enumerate(shown.events, 1)}
    events = in_page_order(shown.events)
    rows = PlaceRows.of([e.place for e in events if e.place] + [one.place for one in mentioned])
    return {
        "version": PAYLOAD_VERSION,
        "title": timeline.title or next((a.title for a in timeline.articles if a.title), ""),
        "lang": next((a.lang for a in timeline.articles), "en"),
        "counts": tally(shown.events),
        "articles": [_article(article) for article in timeline.articles],
        # problems name the user's own files: they stay on the user's machine
        "problems": [[problem.source, problem.message] for problem in timeline.problems] if whole_text else [],
        "legend": _legend(),
        "events": event_columns(events, rows, [number[event.id] for event in events]),
        "places": place_columns(rows.places),
        "text": pack_json(text_columns(events, shown, rows, mentioned, quotes="full" if whole_text else quotes)),
        "outlines": outlines(rows.places),
        "ground": _ground(events, mentioned),
        "reading": reading(shown) if whole_text else None,
    }


def _ground(events: Sequence[Event], mentioned: Sequence[Mentioned]) -> dict[str, Any]:
    """What the opening view shows decides what ground is carried; denied and possible events do not."""
    placed = [event.place for event in events if event.place and event.is_on_map]
    count = Counter(place.id for place in placed)
    distinct = tuple({place.id: place for place in placed}.values())
    literal = [one.place for one in mentioned if one.role != "metonym"]
    return ground(distinct, weights=[count[place.id] for place in distinct], literal=literal)


def tally(events: Iterable[Event]) -> dict[str, Any]:
    """How many events there are, checked, doubtful, and in each of the five groups."""
    found = {"events": 0, "checked": 0, "doubts": 0}
    groups = dict.fromkeys(GROUPS, 0)
    for event in events:
        found["events"] += 1
        found["checked"] += event.checked
        found["doubts"] += bool(event.reasons) and is_doubtful(event)
        groups[event.group] += 1
    return found | {"groups": [groups[group] for group in GROUPS]}


def _article(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "author": article.author,
        "published": [published.earliest, published.latest],
        "published_words": published_words(published),
    }


def _legend() -> dict[str, Any]:
    groups = [style.key for style in GROUP_STYLES]
    return {
        "kinds": [[kind.key, kind.label, groups.index(kind.group)] for kind in KINDS],
        "groups": [[style.key, style.label, style.color, style.shape] for style in GROUP_STYLES],
        "statuses": list(STATUSES),
        "saliences": list(SALIENCES),
        "event_groups": list(GROUPS),
        "precisions": list(PRECISIONS),
        "flags": list(FLAGS),
    }


class _Strings:
    """Distinct strings in order of first use; text columns hold their numbers."""

    def __init__(self) -> None:
        self.number: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.number.setdefault(text, len(self.number))


def text_columns(
    events: Sequence[Event],
    timeline: Timeline,
    rows: PlaceRows,
    mentioned: Sequence[Mentioned],
    *,
    quotes: Quotes,
    of: int = 0,
) -> dict[str, Any]:
    """The words of events in page order; equal ones stand once, in `strings`.

    `of` counts the events of the whole page, when these are only some of it: beyond `TEXT_LIMIT` titles and actors
    are all that is carried.
    """
    number = _Strings()
    titles = [event.title for event in events]
    columns: dict[str, Any] = {
        "titles": titles if any(titles) else [],
        "actors": _sparse([[number(actor) for actor in event.actors] for event in events]),
        "places": [_place(place, number) for place in rows.places] if _named(rows.places) else [],
        "mentioned": [[rows.row[one.place.id], one.role, number(one.why)] for one in mentioned],
    }
    if max(of, len(events)) <= TEXT_LIMIT:
        quoted = quotes_of(timeline, quotes=quotes)
        columns |= {
            "ids": [event.id for event in events],
            "when": [number(when_words(event.when) if event.when else "") for event in events],
            "where": [number(place_words(event)) for event in events],
            "sure": [number(confidence_words(event)) for event in events],
            "quotes": [quoted.get(event.id, event.note) for event in events],
            "article": [event.evidence[0].article if event.evidence else -1 for event in events],
            "sources": [number(event.source) for event in events],
            "reasons": [[[r.about, number(r.text), int(r.doubtful)] for r in event.reasons] for event in events],
            "others": [[[m.role, number(m.place.name)] for m in event.other_places] for event in events],
        }
    columns["strings"] = list(number.number)
    return columns


def _sparse(rows: Iterable[list[int]]) -> list[list[int]]:
    """[] when every row is empty, so that a page without actors carries none."""
    listed = list(rows)
    return listed if any(listed) else []


def _named(places: Sequence[Place]) -> bool:
    return any(place.name for place in places)


def _place(place: Place, number: _Strings) -> list[Any]:
    region = ", ".join(part for part in (place.admin1_name, place.country) if part and part != place.name)
    return [place.id, number(place.name), number(place.kind), number(region), int(place.contested), place.outline or ""]
