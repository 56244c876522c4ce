"""How one frame shows the earth: degrees to millimetres of the page and back, and the view that fits some points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from geo.geometry import Projection, extent_of_points, projection_for
from geo.model import Extent

from .items import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

LEAST_WIDTH_KM = 90.0
"""The narrowest view."""


@dataclass(frozen=True, slots=True)
class View:
    """How one frame shows the earth: the projection, the plane's point at the frame's centre, and the scale."""

    box: Box
    projection: Projection
    x_km: float
    y_km: float
    km_per_mm: float

    def to_mm(self, points: Floats) -> Floats:
        """(n, 2) degrees to (n, 2) millimetres of the page."""
        plane = self.projection.forward(points)
        cx, cy = self.box.middle
        return np.column_stack(
            [cx + (plane[:, 0] - self.x_km) / self.km_per_mm, cy - (plane[:, 1] - self.y_km) / self.km_per_mm]
        )

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """One point in millimetres of the page."""
        x, y = self.to_mm(np.array([[lon, lat]], dtype=np.float64))[0].tolist()
        return x, y

    def to_degrees(self, points: Floats) -> Floats:
        """(n, 2) millimetres to degrees; nan beyond the map."""
        cx, cy = self.box.middle
        plane = np.column_stack(
            [self.x_km + (points[:, 0] - cx) * self.km_per_mm, self.y_km - (points[:, 1] - cy) * self.km_per_mm]
        )
        return self.projection.inverse(plane)

    def shows(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Whether a point lies in the frame, at least `margin` mm from its edge."""
        x, y = self.point(lon, lat)
        inner = self.box.grown(-margin)
        return inner.x <= x <= inner.right and inner.y <= y <= inner.bottom

    def extent(self) -> Extent:
        """The extent in degrees that covers the frame; its east may pass 180, its west -180."""
        xs, ys = np.linspace(self.box.x, self.box.right, 25), np.linspace(self.box.y, self.box.bottom, 25)
        grid = np.array([(x, y) for x in xs for y in ys])
        degrees = self.to_degrees(grid)
        known = degrees[~np.isnan(degrees).any(axis=1)]
        west, south = known.min(axis=0).tolist()
        east, north = known.max(axis=0).tolist()
        pad = 0.02 * max(east - west, north - south) + 0.05
        for pole in (90.0, -90.0):
            if self.projection.kind == "laea" and self.shows(self.projection.lon0, pole):
                west, east = self.projection.lon0 - 180, self.projection.lon0 + 180
                north, south = (90.0, south) if pole > 0 else (north, -90.0)
        if len(known) < len(grid) or east - west + 2 * pad > 350:
            west, east, pad = (
                self.projection.lon0 - 180,
                self.projection.lon0 + 180,
                pad if len(known) == len(grid) else 0,
            )
            south, north = (-90.0, 90.0) if self.projection.kind == "equal_earth" and not pad else (south, north)
            return Extent(west, max(-90.0, south - pad), east, min(90.0, north + pad))
        return Extent(west - pad, max(-90.0, south - pad), east + pad, min(90.0, north + pad))


def fit(points: Floats, frame: Box, region: Box, *, least_km: float = LEAST_WIDTH_KM) -> View:
    """The view of `frame` that shows all points inside `region` of it, as large as possible."""
    projection = projection_for(extent_of_points(points))
    if projection.kind == "equal_earth":
        return _world(points, frame, region, projection)
    for _ in range(2):  # the middle of the points' box moves a little once it is projected
        low, high = _span(projection.forward(points))
        centre = projection.inverse(((low + high) / 2).reshape(1, 2))[0]
        if abs(projection.lat0) < 90:
            projection = Projection("laea", float(centre[0]), float(centre[1]))
    low, high = _span(projection.forward(points))
    size = np.maximum(high - low, least_km * region.w / frame.w * 0.6)
    scale = float(max(size[0] / region.w, size[1] / region.h, least_km / frame.w))
    return _centred(projection, (low + high) / 2, frame, region, scale)


def _centred(projection: Projection, centre: Floats, frame: Box, region: Box, scale: float) -> View:
    (fx, fy), (rx, ry) = frame.middle, region.middle
    x = float(centre[0]) - (rx - fx) * scale
    y = float(centre[1]) + (ry - fy) * scale
    return View(frame, projection, x, y, scale)


def _world(points: Floats, frame: Box, region: Box, projection: Projection) -> View:
    """Equal Earth: the points' box, but never more than the whole world."""
    low, high = _span(projection.forward(points))
    half = projection.forward(np.array([[projection.lon0 + 179.999, 0.0], [projection.lon0, 84.0]]))
    scale = float(max((high - low)[0] / region.w, (high - low)[1] / region.h))
    whole = float(max(2 * half[0, 0] / frame.w, 1.72 * half[1, 1] / frame.h))
    centre = (low + high) / 2
    if scale >= whole * 0.8:
        return View(frame, projection, 0.0, float(0.09 * half[1, 1]), max(whole, min(scale, whole)))
    return _centred(projection, centre, frame, region, scale)


def _span(plane: Floats) -> tuple[Floats, Floats]:
    return plane.min(axis=0), plane.max(axis=0)
