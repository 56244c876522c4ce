"""The events of one map frame: chips, or dots with a few chips where they are too many."""

from __future__ import annotations

from collections.abc import Sequence

from .areas import place_areas
from .blocks import MapSheet, place_exact
from .crowd import (
    HEXAGON_PLACES,
    HEXAGONS_ABOVE,
    NUMBERED,
    name_dots,
    numbered_sites,
    place_dots,
    place_hexagons,
    rest_of,
    weightiest,
)
from .pointers import place_wide
from .sites import Site


def place_events(page: MapSheet, sites: Sequence[Site], numbered: frozenset[str] | None, most: int) -> None:
    """Mark every event of some sites: exact places first, whole countries last.

    Only `numbered` events get chips; with None all do, if they are no more than `most`, else the weightiest.
    """
    crowd = numbered is not None or sum(len(site.events) for site in sites) > most
    chipped, dotted = _crowded(page, sites, numbered) if crowd else (sites, frozenset())
    place_exact(page, [s for s in chipped if s.style == "exact"], dotted)
    place_areas(page, [s for s in chipped if s.style == "area" and not s.is_wide])
    place_areas(page, [s for s in chipped if s.style == "country"])
    kept = frozenset(event.id for site in chipped for _, event in site.events)
    place_wide(page, [s for s in sites if s.is_wide], kept)
    if crowd:
        named = frozenset(site.place.id for site in chipped)
        name_dots(page, [s for s in sites if not s.is_wide], named)


def _crowded(
    page: MapSheet, sites: Sequence[Site], numbered: frozenset[str] | None
) -> tuple[Sequence[Site], frozenset[str]]:
    """Draw dots or hexagons for most events; the sites of those that keep a number, and the places with a dot."""
    events = [event for site in sites for _, event in site.events]
    kept = weightiest(events, NUMBERED) if numbered is None else numbered
    rest = [site for site in rest_of(sites, kept) if not site.is_wide]
    if len(events) > HEXAGONS_ABOVE and len(rest) > HEXAGON_PLACES:
        place_hexagons(page, rest)
        return numbered_sites(sites, kept), frozenset()
    place_dots(page, rest)
    return numbered_sites(sites, kept), frozenset(site.place.id for site in rest)
