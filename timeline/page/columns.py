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
_STATUS_ROW = {status: row for row, status in enumerate(STATUSES)}
_GROUP_ROW = {group: row for row, group in enumerate(GROUPS)}
_ENDS = frozenset({OPEN_START, OPEN_END})


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


COLUMN_TYPES = {
    "number": "i4",
    "start": "i4",
    "start_latest": "i4",
    "end_earliest": "i4",
    "end": "i4",
    "place": "i4",
    "kind": "u1",
    "status": "u1",
    "salience": "u1",
    "group": "u1",
    "confidence": "u1",
    "flags": "u1",
}
RISING = frozenset({"number", "start", "place"})
"""Columns that are written as steps, which are small and compress well."""


def event_numbers(events: Sequence[Event], places: PlaceRows, numbers: Sequence[int]) -> dict[str, list[int]]:
    """What each column says of each event; `numbers` are the events' places in the timeline, from 1."""
    bounds = [_bounds(event) for event in events]
    return {
        "number": list(numbers),
        "start": [bound[0] for bound in bounds],
        "start_latest": [bound[1] for bound in bounds],
        "end_earliest": [bound[2] for bound in bounds],
        "end": [bound[3] for bound in bounds],
        "place": [places.row[e.place.id] + 1 if e.place else 0 for e in events],
        "kind": [_KIND_ROW[event.kind] for event in events],
        "status": [_STATUS_ROW[event.status] for event in events],
        "salience": [SALIENCES.index(event.salience) for event in events],
        "group": [_GROUP_ROW[event.group] for event in events],
        "confidence": [round(100 * min(1.0, max(0.0, event.confidence))) for event in events],
        "flags": [_flags(event) for event in events],
    }


def event_columns(events: Sequence[Event], places: PlaceRows, numbers: Sequence[int]) -> dict[str, Packed]:
    """The same packed, for events in page order."""
    columns = event_numbers(events, places, numbers)
    starts = [0 if start == OPEN_START else start for start in columns["start"]]
    for name in ("start_latest", "end_earliest", "end"):
        # as distances from the start, which are small; the sentinels stay themselves
        columns[name] = [v if v in _ENDS else v - s for s, v in zip(starts, columns[name], strict=True)]
    return {name: pack_numbers(columns[name], kind, delta=name in RISING) for name, kind in COLUMN_TYPES.items()}


PLACE_TYPES = {"x": "u4", "y": "u4", "radius_km": "u2", "precision": "u1"}


def place_numbers(places: Sequence[Place]) -> dict[str, list[int]]:
    """Mercator coordinates (24 bits each), own size and precision of each place."""
    scale = (1 << PLACE_BITS) - 1
    spots = [mercator(place.lon, place.lat) for place in places]
    return {
        "x": [round(x * scale) for x, _ in spots],
        "y": [round(y * scale) for _, y in spots],
        "radius_km": [min(65535, round(place.radius_km)) for place in places],
        "precision": [PRECISIONS.index(precision(place)) for place in places],
    }


def place_columns(places: Sequence[Place]) -> dict[str, Packed]:
    """The same packed."""
    columns = place_numbers(places)
    return {name: pack_numbers(columns[name], kind) for name, kind in PLACE_TYPES.items()}


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


def _flags(event: Event) -> int:
    when = event.when
    flags = 0
    if when is not None:
        flags = 1 + 2 * (when.approximate or when.basis in ("implied", "anchored")) + 16 * when.is_span
    if event.place_basis == "implied" and event.place is not None:
        flags += 4
    if event.checked:
        flags += 8
    return flags + 32 * any(reason.doubtful for reason in event.reasons)
