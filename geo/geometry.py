"""Distances, extents that know the antimeridian, and the two projections that the picture uses.

Everything is reckoned on the sphere of the earth's surface area (radius 6371.0072 km); against the ellipsoid a
distance is off by at most 0.56 %. Points are (lon, lat) in degrees, planes are (x, y) in kilometres, y northwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
import shapely

from .model import Extent, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats: TypeAlias = NDArray[np.float64]

EARTH_KM = 6371.0072
"""Radius of the sphere with the surface of the WGS84 ellipsoid (authalic radius)."""
KM_PER_DEGREE = math.pi * EARTH_KM / 180
AZIMUTHAL_MAX_DEGREES = 110.0
"""Wider extents than this are drawn with Equal Earth: an azimuthal map would bend the rim too much."""

EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)
"""Polynomial coefficients of the Equal Earth projection (Savric, Patterson and Jenny, 2018)."""

COMPASS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
Compass: TypeAlias = Literal["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"]


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Great-circle distance between two points given in degrees."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def compass(lon1: float, lat1: float, lon2: float, lat2: float) -> str:
    """The one of eight directions in which the second point lies, seen from the first."""
    phi1, phi2, turn = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    east = math.sin(turn) * math.cos(phi2)
    north = math.cos(phi1) * math.sin(phi2) - math.sin(phi1) * math.cos(phi2) * math.cos(turn)
    return COMPASS[round(math.degrees(math.atan2(east, north)) / 45) % 8]


def wrapped(lon: float) -> float:
    """A longitude brought into -180 (included) to 180 (left out); 180 itself stays."""
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def width(extent: Extent) -> float:
    """Degrees of longitude that an extent spans, 0 to 360."""
    return extent.east - extent.west + (360 if extent.crosses_antimeridian else 0)


def middle(extent: Extent) -> tuple[float, float]:
    """The middle of an extent."""
    return wrapped(extent.west + width(extent) / 2), (extent.south + extent.north) / 2


def extent_of(points: Iterable[tuple[float, float]]) -> Extent:
    """The smallest extent around points: it leaves out the largest gap in longitude.

    Raises:
        ValueError: there is no point.
    """
    return union(Extent(lon, lat, lon, lat) for lon, lat in points)


def extent_of_points(points: Floats) -> Extent:
    """The smallest extent around (n, 2) points, n > 0: the same as `extent_of`, at the speed of arrays."""
    south, north = float(points[:, 1].min()), float(points[:, 1].max())
    lons = np.unique(points[:, 0] % 360)
    widest = int(np.argmax(np.diff(lons, append=lons[0] + 360)))
    west, east = float(lons[(widest + 1) % len(lons)]), float(lons[widest])
    return Extent(wrapped(west), south, wrapped(east), north)


def union(extents: Iterable[Extent]) -> Extent:
    """The smallest extent around extents, over the antimeridian where that is shorter.

    Raises:
        ValueError: there is no extent.
    """
    given = list(extents)
    if not given:
        raise ValueError("an extent needs at least one point")
    south, north = min(e.south for e in given), max(e.north for e in given)
    spans = sorted((e.west % 360, width(e)) for e in given)
    reach = max(west + wide for west, wide in spans) - 360
    gap, west, covered = 0.0, spans[0][0], max(reach, -math.inf)
    last = spans[-1][0] - 360
    covered = max(last, reach)
    for start, wide in spans:
        if start - covered > gap:
            gap, west = start - covered, start
        covered = max(covered, start + wide)
    if gap <= 1e-9:
        return Extent(-180.0, south, 180.0, north)
    return Extent(wrapped(west), south, wrapped(west + 360 - gap), north)


def extent_around(lon: float, lat: float, radius_km: float) -> Extent:
    """The extent of a circle around a point; near a pole it takes in every longitude."""
    up = radius_km / KM_PER_DEGREE
    south, north = max(-90.0, lat - up), min(90.0, lat + up)
    shrink = math.cos(math.radians(max(abs(south), abs(north))))
    across = up / shrink if shrink > 1e-6 else 180.0
    if across >= 180:
        return Extent(-180.0, south, 180.0, north)
    return Extent(wrapped(lon - across), south, wrapped(lon + across), north)


def shape_extent(shape: BaseGeometry) -> Extent:
    """The extent of a shape, part by part, so that Fiji does not span the whole world."""
    bounds = shapely.bounds(shapely.get_parts(shape)).tolist()
    return union(Extent(*part) for part in bounds)


def place_extent(place: Place) -> Extent:
    """How far a place reaches: its own extent, else the circle of its radius."""
    return place.extent or extent_around(place.lon, place.lat, place.radius_km)


def bar_length_km(longest_km: float) -> float:
    """The longest round length (1, 2, 2.5 or 5 times a power of ten) that is no longer than `longest_km`."""
    power = 10.0 ** math.floor(math.log10(longest_km))
    return max(step * power for step in (1.0, 2.0, 2.5, 5.0) if step * power <= longest_km * (1 + 1e-9))


@dataclass(frozen=True, slots=True)
class Projection:
    """An equal-area map projection of the sphere, centred on (lon0, lat0); the centre lies at (0, 0) km.

    Equal Earth uses lon0 only, and its straight parallels; lat0 only moves the plane.
    """

    kind: Literal["laea", "equal_earth"]
    lon0: float
    lat0: float

    @property
    def name(self) -> str:
        """The projection's name for a map's margin."""
        return "Lambert azimuthal equal-area" if self.kind == "laea" else "Equal Earth"

    def forward(self, points: Floats) -> Floats:
        """(n, 2) degrees to (n, 2) kilometres."""
        lon = np.radians((points[:, 0] - self.lon0 + 180.0) % 360.0 - 180.0)
        # a point exactly half a turn east must stay in the east, where the shape it belongs to lies
        lon = np.where((lon == -math.pi) & (points[:, 0] > self.lon0), math.pi, lon)
        lat = np.radians(points[:, 1])
        if self.kind == "laea":
            return _laea(lon, lat, math.radians(self.lat0)) * EARTH_KM
        plane = _equal_earth(lon, lat) * EARTH_KM
        plane[:, 1] -= _equal_earth(np.zeros(1), np.radians([self.lat0]))[0, 1] * EARTH_KM
        return plane

    def inverse(self, plane: Floats) -> Floats:
        """(n, 2) kilometres to (n, 2) degrees, longitudes within half a turn of lon0; nan off the map."""
        unit = plane / EARTH_KM
        if self.kind == "laea":
            turned = _laea_inverse(unit, math.radians(self.lat0))
        else:
            shift = _equal_earth(np.zeros(1), np.radians([self.lat0]))[0, 1]
            turned = _equal_earth_inverse(unit + np.array([0.0, shift]))
        turned = np.degrees(turned)
        turned[:, 0] += self.lon0
        return turned

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """One point in kilometres."""
        x, y = self.forward(np.array([[lon, lat]], dtype=np.float64))[0].tolist()
        return x, y


def projection_for(extent: Extent) -> Projection:
    """Lambert azimuthal equal-area for extents up to 110 degrees across, Equal Earth for wider ones."""
    lon0, lat0 = middle(extent)
    tall = extent.north - extent.south
    wide = width(extent) * math.cos(math.radians(lat0))
    if abs(lat0) > 60 and tall <= 60:
        return Projection("laea", lon0 if wide < 90 else 0.0, math.copysign(90, lat0) if wide >= 90 else lat0)
    if max(tall, wide) <= AZIMUTHAL_MAX_DEGREES and width(extent) < 180:
        return Projection("laea", lon0, lat0)
    return Projection("equal_earth", 10.0 * round(lon0 / 10), 0.0)


def _laea(lon: Floats, lat: Floats, lat0: float) -> Floats:
    """Snyder, Map Projections: a Working Manual (1987), equations 24-2 to 24-4, on the unit sphere."""
    cos_c = math.sin(lat0) * np.sin(lat) + math.cos(lat0) * np.cos(lat) * np.cos(lon)
    k = np.sqrt(2.0 / np.maximum(1.0 + cos_c, 1e-9))
    y = math.cos(lat0) * np.sin(lat) - math.sin(lat0) * np.cos(lat) * np.cos(lon)
    return np.column_stack([k * np.cos(lat) * np.sin(lon), k * y])


def _laea_inverse(plane: Floats, lat0: float) -> Floats:
    """Snyder (1987), equations 20-14, 20-15 and 24-16."""
    rho = np.hypot(plane[:, 0], plane[:, 1])
    with np.errstate(invalid="ignore", divide="ignore"):
        c = 2 * np.arcsin(rho / 2)
        lat = np.arcsin(np.cos(c) * math.sin(lat0) + plane[:, 1] * np.sin(c) * math.cos(lat0) / rho)
        down = rho * math.cos(lat0) * np.cos(c) - plane[:, 1] * math.sin(lat0) * np.sin(c)
        lon = np.arctan2(plane[:, 0] * np.sin(c), down)
    centre = rho < 1e-12
    return np.column_stack([np.where(centre, 0.0, lon), np.where(centre, lat0, lat)])


def _equal_earth(lon: Floats, lat: Floats) -> Floats:
    a1, a2, a3, a4 = EQUAL_EARTH
    theta = np.arcsin(math.sqrt(3) / 2 * np.sin(lat))
    square = theta * theta
    sixth = square**3
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = 2 * math.sqrt(3) * lon * np.cos(theta) / (3 * slope)
    return np.column_stack([x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))])


def _equal_earth_inverse(plane: Floats) -> Floats:
    """Newton's method on the parametric latitude; 12 steps reach 1e-12."""
    a1, a2, a3, a4 = EQUAL_EARTH
    theta = plane[:, 1].copy()
    for _ in range(12):
        square = theta * theta
        sixth = square**3
        error = theta * (a1 + a2 * square + sixth * (a3 + a4 * square)) - plane[:, 1]
        slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        theta = theta - error / slope
    with np.errstate(invalid="ignore"):
        lat = np.arcsin(2 * np.sin(theta) / math.sqrt(3))
        lon = math.sqrt(3) * plane[:, 0] * slope / (2 * np.cos(theta))
    off = np.abs(lon) > math.pi
    return np.column_stack([np.where(off, np.nan, lon), np.where(off, np.nan, lat)])


def project(shapes: Sequence[BaseGeometry], projection: Projection, *, step: float = 1.0) -> list[BaseGeometry]:
    """Shapes in kilometres; edges longer than `step` degrees get points between, so that parallels bend."""
    dense = shapely.segmentize(np.asarray(shapes, dtype=object), step)
    return list(shapely.transform(dense, projection.forward)) if len(dense) else []
