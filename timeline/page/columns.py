"""Events as columns: what the page's typed arrays are made from.

Rows stand in order of the earliest day of their widest reading; events without a date come last. Open ends
are the two sentinels; no real day comes near them (days of the year 12000 are below four million).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Place

from ..kinds import KINDS
from ..model import GROUPS, STATUSES, Event, Salience
from .encode import PLACE_BITS, Packed, mercator, pack_numbers

OPEN_START = -(2**31)
OPEN_END = 2**31 - 1
SALIENCES: tuple[Salience, ...] = ("essential", "main", "minor")
PRECISIONS = ("exact", "area", "country")
FLAGS = ("dated", "date_unsure", "place_implied", "checked", "lasts", "doubtful")
"""Bits of the flags column, lowest first."""

_KIND_ROW = {kind.key: row for row, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """The distinct places of a page in order of first use, and each one's row by id."""

    places: tuple[Place, ...]
    row: dict[str, int]

    @classmethod
    def of(cls, places: Sequence[Place]) -> PlaceRows:
        """Number the places by first use."""
        distinct = tuple({place.id: place for place in places}.values())
        return cls(distinct, {place.id: row for row, place in enumerate(distinct)})


def in_page_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events by the first day of their widest reading; undated ones last; equal days keep their order."""
    return tuple(sorted(events, key=lambda event: (event.when is None, _bounds(event)[0])))


def event_columns(events: Sequence[Event], places: PlaceRows, numbers: Sequence[int]) -> dict[str, Packed]:
    """The number columns of events in page order; `numbers` are their places in the timeline, from 1."""
    bounds = [_bounds(event) for event in events]
    starts = [_finite(bound) for bound in bounds]
    columns = {
        "number": pack_numbers(numbers, "i4", delta=True),
        "start": pack_numbers([bound[0] for bound in bounds], "i4", delta=True),
        # the other three as distances from the start, which are small and compress well; the sentinels stay themselves
        "start_latest": pack_numbers(_from(starts, bounds, 1), "i4"),
        "end_earliest": pack_numbers(_from(starts, bounds, 2), "i4"),
        "end": pack_numbers(_from(starts, bounds, 3), "i4"),
        "place": pack_numbers([places.row[e.place.id] + 1 if e.place else 0 for e in events], "i4", delta=True),
    }
    small = {
        "kind": [_KIND_ROW[event.kind] for event in events],
        "status": [STATUSES.index(event.status) for event in events],
        "salience": [SALIENCES.index(event.salience) for event in events],
        "group": [GROUPS.index(event.group) for event in events],
        "confidence": [round(100 * min(1.0, max(0.0, event.confidence))) for event in events],
        "flags": [_flags(event) for event in events],
    }
    return columns | {name: pack_numbers(values, "u1") for name, values in small.items()}


def place_columns(places: Sequence[Place]) -> dict[str, Packed]:
    """Mercator coordinates (24 bits each), own size and precision of each place."""
    scale = (1 << PLACE_BITS) - 1
    spots = [mercator(place.lon, place.lat) for place in places]
    return {
        "x": pack_numbers([round(x * scale) for x, _ in spots], "u4"),
        "y": pack_numbers([round(y * scale) for _, y in spots], "u4"),
        "radius_km": pack_numbers([min(65535, round(place.radius_km)) for place in places], "u2"),
        "precision": pack_numbers([PRECISIONS.index(precision(place)) for place in places], "u1"),
    }


def precision(place: Place) -> str:
    """How a place is drawn: a solid disc, a hollow dashed one, or a country's square."""
    if place.kind in ("country", "territory"):
        return "country"
    return "area" if place.is_area else "exact"


def _bounds(event: Event) -> tuple[int, int, int, int]:
    when = event.when
    if when is None:
        return OPEN_START, OPEN_START, OPEN_END, OPEN_END
    first = OPEN_START if when.start_earliest is None else when.start_earliest
    last = OPEN_END if when.end_latest is None else when.end_latest
    start_latest = when.start_latest
    end_earliest = when.end_earliest
    return (
        first,
        (first if first != OPEN_START else last) if start_latest is None else start_latest,
        (last if last != OPEN_END else first) if end_earliest is None else end_earliest,
        last,
    )


def _finite(bound: tuple[int, int, int, int]) -> int:
    return 0 if bound[0] == OPEN_START else bound[0]


def _from(starts: Sequence[int], bounds: Sequence[tuple[int, int, int, int]], at: int) -> list[int]:
    ends = (OPEN_START, OPEN_END)
    return [b[at] if b[at] in ends else b[at] - s for s, b in zip(starts, bounds, strict=True)]


def _flags(event: Event) -> int:
    when = event.when
    facts = (
        when is not None,
        when is not None and (when.approximate or when.basis in ("implied", "anchored")),
        event.place is not None and event.place_basis == "implied",
        event.checked,
        when is not None and when.is_span,
        any(reason.doubtful for reason in event.reasons),
    )
    return sum(1 << bit for bit, fact in enumerate(facts) if fact)
