"""What a user wants the map to show large: a place by name, or a point with a radius."""

from __future__ import annotations

import re

from geo.gazetteer import shipped_gazetteer
from geo.model import Place

from ..errors import InputError
from ..model import Timeline

POINT = re.compile(
    r"\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*,\s*(-?\d{1,2}(?:\.\d{1,9})?)\s*(?:,\s*(\d{1,5}(?:\.\d{1,3})?)\s*)?"
)
DEFAULT_KM, TOWN_KM = 100.0, 30.0
"""Radius around a point without one, and the least around a town."""
LEAST_KM, MOST_KM = 1.0, 20_000.0


def focus_place(text: str, timeline: Timeline) -> Place:
    """The place that a focus names: of several with that name one in a country of the story, else the best known.

    Raises:
        InputError: no such place is known, or the point lies nowhere on earth.
    """
    found = POINT.fullmatch(text)
    if found:
        return _circle(float(found[1]), float(found[2]), float(found[3] or DEFAULT_KM), text)
    candidates = [candidate.place for candidate in shipped_gazetteer().candidates(text[:200])]
    if not candidates:
        raise InputError(
            f'No place is called "{text[:60]}"; give another name, or "lon,lat,km" as in "-80.7,-0.95,60".'
        )
    told = {event.place.country for event in timeline.events if event.place and event.place.country}
    place = next((place for place in candidates if place.country in told), candidates[0])
    return place if place.is_area else around(place)


def around(place: Place) -> Place:
    """The surroundings of a town or building."""
    return Place(place.id, place.name, "region", place.lon, place.lat, place.country,
                 radius_km=max(TOWN_KM, 2 * place.radius_km))  # fmt: skip


def _circle(lon: float, lat: float, km: float, text: str) -> Place:
    if not (-180 <= lon <= 180 and -90 <= lat <= 90 and LEAST_KM <= km <= MOST_KM):
        raise InputError(
            f'The focus "{text[:60]}" lies nowhere on earth; write longitude (-180 to 180), latitude (-90 to 90) and '
            f"kilometres ({LEAST_KM:g} to {MOST_KM:g})."
        )
    return Place("focus", "", "region", lon, lat, radius_km=km)
