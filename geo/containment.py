"""Whether one place lies in another, as far as the gazetteer's own columns tell. No shapes are read."""

from __future__ import annotations

import math

from .model import Extent, Place

EARTH_RADIUS_KM = 6371.0088
"""The mean radius of the Earth (IUGG, 1980)."""


def distance_km(one: Place, other: Place) -> float:
    """The great-circle distance between the reference points of two places."""
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def lies_in(place: Place, area: Place) -> bool:
    """Whether `place` lies in `area`: a country, a first-level unit, a county or a region with an extent."""
    if place.id == area.id:
        return False
    if area.kind in ("country", "territory"):
        return place.country == area.country and place.kind not in ("country", "territory")
    if area.kind == "admin":
        if place.country != area.country or place.kind == "country":
            return False
        if area.feature == "ADM1":
            return place.admin1 == area.admin1 and place.feature != "ADM1"
        return place.admin1 == area.admin1 and distance_km(place, area) <= max(60.0, 1.5 * area.radius_km)
    if area.extent is not None:
        return _in_extent(place, area.extent)
    return distance_km(place, area) <= area.radius_km


def _in_extent(place: Place, box: Extent) -> bool:
    if not box.south <= place.lat <= box.north:
        return False
    if box.crosses_antimeridian:
        return place.lon >= box.west or place.lon <= box.east
    return box.west <= place.lon <= box.east
