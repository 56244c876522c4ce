"""The layers of a map panel, projected into millimetres of the page, ready to be painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.basemap import base_map, outline, simplified
from geo.geometry import EARTH_KM, KM_PER_DEGREE, Projection, project, wrapped
from geo.model import Extent

from .items import Ground, Shade

FINEST_MM = 0.03
"""Lines are simplified to this; a pixel at 600 dpi is 0.042 mm."""
SEAM = 1e-6


@dataclass(frozen=True, slots=True)
class Layers:
    """Shapes of a panel in millimetres: polygons, and the lines that are stroked."""

    land: Sequence[BaseGeometry] = ()
    focus: Sequence[BaseGeometry] = ()
    contested: Sequence[BaseGeometry] = ()
    lakes: Sequence[BaseGeometry] = ()
    rivers: Sequence[BaseGeometry] = ()
    coast: Sequence[BaseGeometry] = ()
    borders: Sequence[BaseGeometry] = ()
    admin1: Sequence[BaseGeometry] = ()
    disputed: Sequence[BaseGeometry] = ()
    world: BaseGeometry | None = None


def layers_of(panel: Ground) -> Layers:
    """Read, project and scale the ground of a panel."""
    if panel.circle:
        return Layers(land=_half_earth(panel))
    extent = Extent(*panel.extent)
    ground = base_map(extent, detail=panel.detail, tolerance=panel.km_per_mm * FINEST_MM / 111)
    whole = panel.extent[2] - panel.extent[0] >= 359.9
    coast = [_coast(shape, panel, whole) for shape in ground.land]
    return Layers(
        land=_placed(ground.land, panel),
        focus=_placed([shape for code, shape in ground.countries if code in panel.focus], panel),
        contested=_placed([shape for _, shape in ground.contested], panel),
        lakes=_placed(ground.lakes, panel),
        rivers=_placed(ground.rivers, panel) if panel.km_per_mm < 25 else (),
        coast=_placed([line for line in coast if not line.is_empty], panel),
        borders=_placed(ground.borders, panel),
        admin1=_placed(ground.admin1, panel) if panel.km_per_mm < 14 else (),
        disputed=_placed(ground.disputed, panel),
        world=_world(panel) if panel.projection == "equal_earth" and whole else None,
    )


def shade_shape(shade: Shade, panel: Ground) -> list[BaseGeometry]:
    """The shape of a place on a panel: its outline, or a circle of its radius."""
    if not shade.key:
        return _placed([_circle(shade)], panel)
    shape = outline(shade.key, detail=panel.detail) or outline(shade.key)
    if shape is None:
        return []
    fine = simplified(np.array([shape], dtype=object), panel.km_per_mm * FINEST_MM / 111)
    return _placed(list(fine), panel)


def _circle(shade: Shade) -> BaseGeometry:
    turn = np.linspace(0, 2 * np.pi, 96)
    lat = np.clip(shade.lat + shade.radius_km / KM_PER_DEGREE * np.sin(turn), -89.99, 89.99)
    stretch = np.maximum(np.cos(np.radians(lat)), 0.01)
    lon = shade.lon + shade.radius_km / KM_PER_DEGREE * np.cos(turn) / stretch
    return shapely.Polygon(np.column_stack([lon, lat]))


def _projection(panel: Ground) -> Projection:
    return Projection(panel.projection, panel.lon0, panel.lat0)


def _placed(shapes: Sequence[BaseGeometry], panel: Ground) -> list[BaseGeometry]:
    """Degrees to millimetres of the page."""
    if not shapes:
        return []
    cx, cy = panel.box.middle
    scale = np.array([1 / panel.km_per_mm, -1 / panel.km_per_mm])
    shift = np.array([cx - panel.x_km / panel.km_per_mm, cy + panel.y_km / panel.km_per_mm])
    plane = np.asarray(project(shapes, _projection(panel)), dtype=object)
    plane = plane[~shapely.is_empty(plane)]
    return list(shapely.transform(plane, lambda points: points * scale + shift))


def _coast(land: BaseGeometry, panel: Ground, whole: bool) -> BaseGeometry:
    """The edge of land without the cuts along the map's own rim (longitude 180, the pole)."""
    edge = shapely.boundary(land)
    if not whole:
        return edge
    west, east = panel.extent[0], panel.extent[2]
    inner = shapely.box(west + 1e-3, -89.99, east - 1e-3, 89.99)
    return shapely.intersection(edge, inner)


def _world(panel: Ground) -> BaseGeometry:
    """The rim of the whole world."""
    lats = np.linspace(-90, 90, 91)
    west, east = np.full(91, panel.lon0 - 180 + 1e-7), np.full(91, panel.lon0 + 180 - 1e-7)
    ring = np.vstack([np.column_stack([west, lats]), np.column_stack([east, lats[::-1]])])
    return _placed([shapely.Polygon(ring)], panel)[0]


def _half_earth(panel: Ground) -> list[BaseGeometry]:
    """The land of the half of the earth around the panel's centre, in millimetres."""
    scale, middle = np.array([1 / panel.km_per_mm, -1 / panel.km_per_mm]), np.array(panel.box.middle)
    parts = np.asarray(_half_earth_km(panel.lon0, panel.lat0), dtype=object)
    return list(shapely.transform(parts, lambda points: points * scale + middle))


@lru_cache(maxsize=8)
def _half_earth_km(lon0: float, lat0: float) -> Sequence[BaseGeometry]:
    """The land of the half of the earth around a point, on the plane of an azimuthal map."""
    half = Projection("laea", lon0, lat0)
    radius = EARTH_KM * sqrt(2)
    rim = shapely.Point(0, 0).buffer(radius, quad_segs=32)
    found: list[BaseGeometry] = []
    land = _world_land()
    for shape, plane in zip(land, project(land, half), strict=True):
        away = np.hypot(*shapely.get_coordinates(plane).T)
        if away.min() > radius:
            continue  # wholly on the other half
        if away.max() < radius:
            found.append(plane)
        elif shapely.contains_xy(shape, wrapped(lon0 + 180), -lat0):  # its image is what lies outside its ring
            found.append(shapely.difference(rim, shapely.make_valid(shapely.Polygon(shapely.get_exterior_ring(plane)))))
        else:
            found.append(shapely.intersection(shapely.make_valid(plane), rim))
    return tuple(part for part in shapely.get_parts(np.asarray(found, dtype=object)) if part.geom_type == "Polygon")


@lru_cache(maxsize=1)
def _world_land() -> Sequence[BaseGeometry]:
    """All land, as coarse as a globe of an inch needs it."""
    land = base_map(Extent(-180, -90, 180, 90), detail="world", tolerance=0.4).land
    return tuple(shapely.get_parts(np.asarray(land, dtype=object)))
