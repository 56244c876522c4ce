"""Which part of the world a story fills: the opening view of the page and how much ground it carries."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely

from geo.basemap import outline
from geo.geometry import extent_around, place_extent, shape_extent, union, width
from geo.model import Extent, Place

SMALLEST_KM = 60.0
"""An exact place alone opens with this much country around it, in each direction."""
MENTION_GROWTH = 3.0
"""Mentioned places may widen the opening view to at most this multiple of its area (view.md of the design)."""
WORLD = Extent(-180.0, -60.0, 180.0, 75.0)
LARGE_COUNTRY = 40.0
"""Degrees: a wider country frames the view by a circle around its label point only, Russia or the United States."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box in degrees whose east may run past 180, so that west < east always holds."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, extent: Extent) -> Box:
        """The same box, unrolled over the antimeridian."""
        return cls(extent.west, extent.south, extent.west + width(extent), extent.north)

    @property
    def across(self) -> float:
        """Degrees of the longer side."""
        return max(self.east - self.west, self.north - self.south)

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def grown(self, factor: float, *, least: float = 0.0) -> Box:
        """The box scaled about its middle, each side at least `least` degrees; latitudes stay on the map."""
        lon, lat = self.middle
        wide = max(least, (self.east - self.west) * factor) / 2
        high = max(least, (self.north - self.south) * factor) / 2
        if wide >= 180:
            return Box(-180.0, max(-85.0, lat - high), 180.0, min(85.0, lat + high))
        return Box(lon - wide, max(-85.0, lat - high), lon + wide, min(85.0, lat + high))

    def extent(self) -> Extent:
        """The same box with both longitudes between -180 and 180."""
        if self.east - self.west >= 360:
            return Extent(-180.0, self.south, 180.0, self.north)
        return Extent(_wrapped(self.west), self.south, _wrapped(self.east), self.north)


def story_frame(places: Sequence[Place], literal: Sequence[Place] = ()) -> Box:
    """The box of the places with events, widened by the literally mentioned ones as far as that is allowed.

    Without any place it is the inhabited world.
    """
    boxes = [place_box(place) for place in places]
    if not boxes:
        boxes = [place_box(place) for place in literal]
        literal = ()
    if not boxes:
        return Box.of(WORLD)
    frame = union(boxes)
    area = _area(frame)
    for box in sorted((place_box(place) for place in literal), key=lambda one: _area(union([frame, one]))):
        wider = union([frame, box])
        if _area(wider) <= MENTION_GROWTH * area:
            frame = wider
    return Box.of(frame)


def place_box(place: Place) -> Extent:
    """How much of the map a place fills: its outline, or a circle that gives an exact place some context.

    A country counts by its main part; one that is very wide, by a circle around its label point.
    """
    shape = outline(place.outline, detail="region") if place.outline and place.is_area else None
    if shape is not None:
        parts = shapely.get_parts(shape)
        main = parts[int(shapely.area(parts).argmax())]
        extent = (
            shape_extent(shapely.MultiPolygon([main]))
            if place.kind in ("country", "territory")
            else shape_extent(shape)
        )
        if width(extent) <= LARGE_COUNTRY or place.kind == "continent":
            return extent
        return extent_around(place.lon, place.lat, 1200.0)
    if place.is_area and place.extent is not None:
        return place_extent(place)
    return extent_around(place.lon, place.lat, max(SMALLEST_KM, place.radius_km))


def clusters(points: Iterable[tuple[float, float]], reach: float, limit: int) -> tuple[Box, ...]:
    """Boxes of `reach` degrees around points, those that overlap joined; the `limit` with most points."""
    cells: dict[tuple[int, int], int] = {}
    for lon, lat in points:
        key = (math.floor(lon / reach), math.floor(lat / reach))
        cells[key] = cells.get(key, 0) + 1
    boxes: list[tuple[int, Box]] = []
    for (x, y), count in sorted(cells.items(), key=lambda item: (-item[1], item[0])):
        box = Box((x - 0.5) * reach, max(-85.0, (y - 0.5) * reach), (x + 1.5) * reach, min(85.0, (y + 1.5) * reach))
        boxes = _merged(boxes, count, box)
    boxes.sort(key=lambda one: -one[0])
    return tuple(box for _, box in boxes[:limit])


def _merged(boxes: list[tuple[int, Box]], count: int, box: Box) -> list[tuple[int, Box]]:
    rest = []
    for number, other in boxes:
        joined = Box(
            min(box.west, other.west),
            min(box.south, other.south),
            max(box.east, other.east),
            max(box.north, other.north),
        )
        overlap = (
            box.west < other.east and other.west < box.east and box.south < other.north and other.south < box.north
        )
        if overlap and joined.across <= 12:
            box, count = joined, count + number
        else:
            rest.append((number, other))
    return [*rest, (count, box)]


def _area(extent: Extent) -> float:
    return max(0.5, width(extent)) * max(0.5, extent.north - extent.south)


def _wrapped(lon: float) -> float:
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180
