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
EVENT_GROWTH = 2.5
LEFT_OUT = 0.25
"""At most this share of the events may lie outside the opening view, each under an arrow at its edge."""
SMALL_FRAME = 16.0
"""Square degrees: a smaller frame does not count as crowded."""
MOST_GROWN = 150
"""Places up to which the frame is grown place by place; a story of more shows them all."""
WORLD = Extent(-180.0, -60.0, 180.0, 75.0)
LARGE_KM = 1500.0
"""An area of a larger radius whose shape is not known, an ocean or a continent, frames the view by its label point."""
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


def story_frames(
    places: Sequence[Place], literal: Sequence[Place] = (), weights: Sequence[int] = ()
) -> tuple[Box, Box]:
    """The box of most events, and the same widened by mentioned places; the page points to what lies outside.

    It grows from the place with most events, always by the place that needs the least more room, until what is left
    would make it much larger and holds only few of the events. Oceans and continents count only where there is nothing
    smaller. Literally mentioned places may triple it. Without any place it is the inhabited world.
    """
    weighed = list(zip(places, weights or [1] * len(places), strict=True))
    close = [(place, weight) for place, weight in weighed if place.radius_km <= LARGE_KM]
    core = [(place_box(place), weight) for place, weight in close or weighed]
    if not core:
        core, literal = [(place_box(place), 1) for place in literal], ()
    if not core:
        return Box.of(WORLD), Box.of(WORLD)
    frame = _grown_from_the_weightiest(core) if len(core) <= MOST_GROWN else union(box for box, _ in core)
    return Box.of(frame), Box.of(_with_mentions(frame, [place_box(place) for place in literal]))


def _grown_from_the_weightiest(core: Sequence[tuple[Extent, int]]) -> Extent:
    rest = sorted(core, key=lambda one: (-one[1], _area(one[0])))
    total, frame = sum(weight for _, weight in rest), rest.pop(0)[0]
    while rest:
        nearest = min(rest, key=lambda one: _area(union([frame, one[0]])) / one[1])
        wider = union([frame, nearest[0]])
        few = sum(weight for _, weight in rest) <= LEFT_OUT * total
        if few and _area(wider) > EVENT_GROWTH * max(_area(frame), SMALL_FRAME):
            return frame
        frame = wider
        rest.remove(nearest)
    return frame


def _with_mentions(frame: Extent, boxes: Sequence[Extent]) -> Extent:
    area = _area(frame)
    for box in sorted(boxes, key=lambda one: _area(union([frame, one]))):
        wider = union([frame, box])
        if _area(wider) <= MENTION_GROWTH * area:
            frame = wider
    return frame


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
    if place.is_area and place.extent is not None and width(place.extent) <= LARGE_COUNTRY:
        return place_extent(place)
    if place.radius_km > LARGE_KM:
        return extent_around(place.lon, place.lat, SMALLEST_KM)
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
