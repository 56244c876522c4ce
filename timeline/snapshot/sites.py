"""What stands on the map: events grouped by place, and the places that are only mentioned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
import shapely

from geo.basemap import outline
from geo.geometry import KM_PER_DEGREE
from geo.model import Place

from ..kinds import EventKind
from ..model import Event, Timeline
from ..page.mentioned import mentioned_places

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats: TypeAlias = NDArray[np.float64]

SiteStyle: TypeAlias = Literal["exact", "area", "country"]
NEVER_EXACT: frozenset[EventKind] = frozenset({"attack", "disaster", "arrest_detention", "deployment_movement"})
"""Kinds that are not drawn as exact while their place is only implied."""
COUNTRY_KINDS = frozenset({"country", "territory"})
WIDE_KM = 900.0
"""An area of more than this radius (an ocean, a continent) frames no map and gets no outline of its own."""
MAIN_SHARE = 0.75
"""A country whose main part is a smaller share of it (Tonga, Malaysia) is framed whole."""
SHAPE_POINTS = 240
"""About so many points of an outline are enough to frame a map around it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place with the events that stand there, as (number, event); none for a place that is only mentioned."""

    place: Place
    style: SiteStyle
    events: tuple[tuple[int, Event], ...] = ()
    is_metonym: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether the place is too big to frame a map around it or to outline: an ocean, a continent."""
        return self.style == "area" and self.place.radius_km > WIDE_KM

    @property
    def point(self) -> tuple[float, float]:
        """The place's own point."""
        return self.place.lon, self.place.lat


def style_of_place(place: Place) -> SiteStyle:
    """How a place is drawn: exact places as solid discs, areas hollow, countries as squares."""
    if place.kind in COUNTRY_KINDS and not place.contested:
        return "country"
    return "area" if place.is_area else "exact"


def is_hollow(event: Event) -> bool:
    """Whether an event's chip is drawn hollow: its place is an area, or only implied where that matters."""
    if event.place is None or style_of_place(event.place) != "exact":
        return True
    return event.place_basis == "implied" and event.kind in NEVER_EXACT


def sites_of(timeline: Timeline, numbers: Mapping[str, int]) -> tuple[Site, ...]:
    """A site per place at which an event stands, in order of the events' numbers."""
    found: dict[str, tuple[Place, list[tuple[int, Event]]]] = {}
    for event in timeline.events:
        if event.is_on_map and event.place is not None:
            found.setdefault(event.place.id, (event.place, []))[1].append((numbers[event.id], event))
    return tuple(
        Site(place, style_of_place(place), tuple(sorted(told, key=lambda e: e[0]))) for place, told in found.values()
    )


def mentioned_sites(timeline: Timeline) -> tuple[Site, ...]:
    """A site per place that the articles mention and where no event stands."""
    return tuple(
        Site(found.place, style_of_place(found.place), is_metonym=found.role == "metonym")
        for found in mentioned_places(timeline)
    )


def shape_points(place: Place, *, main_part: bool = False) -> Floats:
    """(n, 2) points that a map must hold to show a place: its outline, its extent's circle, or its point.

    With `main_part` only the biggest part of an outline and those near it (a country without far islands).
    """
    shape = place_shape(place)
    if shape is not None:
        return _outline_points(_main(shape) if main_part else shape)
    if not place.is_area:
        return np.array([[place.lon, place.lat]])
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    up = place.radius_km / KM_PER_DEGREE
    lat = np.clip(place.lat + up * np.sin(turn), -89.9, 89.9)
    return np.column_stack([place.lon + up * np.cos(turn) / np.cos(np.radians(lat)), lat])


def outline_points(key: str, *, main_part: bool = False) -> Floats | None:
    """(n, 2) points along the outline of "country:EC"; None where the base map has none."""
    shape = outline(key, detail="region") or outline(key)
    return _outline_points(_main(shape) if main_part else shape) if shape is not None else None


def place_shape(place: Place) -> BaseGeometry | None:
    """The outline of a place that is drawn as an area; None for points and where only a radius is known."""
    if not place.is_area or place.outline is None:
        return None
    return outline(place.outline, detail="region") or outline(place.outline)


def _main(shape: BaseGeometry) -> BaseGeometry:
    """The biggest part, with the parts that lie near it and are not tiny; the whole of an archipelago."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    biggest = parts[int(np.argmax(areas))]
    west, south, east, north = biggest.bounds
    reach = max(east - west, north - south) * 0.35
    near = (shapely.distance(parts, biggest) < reach) & (areas > areas.max() * 0.02)
    if areas[near].sum() < MAIN_SHARE * areas.sum():
        return shape
    return shapely.MultiPolygon(list(parts[near]))


def _outline_points(shape: BaseGeometry) -> Floats:
    points: Floats = shapely.get_coordinates(shape)
    return points[:: max(1, len(points) // SHAPE_POINTS)]
