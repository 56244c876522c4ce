"""Shapes of the ground in millimetres of a frame, for planning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.basemap import BaseMap
from geo.geometry import Projection, project

from .viewport import View


def land_test(view: View, ground: BaseMap) -> BaseGeometry:
    """The land of the frame in millimetres of the page, for telling land from sea."""
    return shapely.union_all(in_mm(view, list(ground.land))) if ground.land else shapely.Polygon()


def in_mm(view: View, shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Shapes in degrees as valid shapes in millimetres of the page, cut to the frame."""
    cx, cy = view.box.middle
    rows = []
    for shape in project(shapes, Projection(view.projection.kind, view.projection.lon0, view.projection.lat0)):
        moved = shapely.transform(
            shape,
            lambda p: np.column_stack(
                [cx + (p[:, 0] - view.x_km) / view.km_per_mm, cy - (p[:, 1] - view.y_km) / view.km_per_mm]
            ),
        )
        rows.append(
            shapely.clip_by_rect(shapely.make_valid(moved), view.box.x, view.box.y, view.box.right, view.box.bottom)
        )
    return [row for row in rows if not row.is_empty]
