"""Shapes as bytes: the compact code in which the base map's polygons and lines are stored.

A shape is one polygon (an outer ring, then its holes) or one line. Coordinates are rounded to a grid, written as
differences from point to point, split into byte planes and deflated; reading one back costs microseconds.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS_PER_DEGREE = 10_000
"""The grid: 1e-4 degrees, 11 m at the equator; the finest source has steps of about 190 m."""


def encode(shape: shapely.Polygon | shapely.LineString) -> bytes:
    """One polygon or one line (lon, lat in degrees) as bytes; closing points of rings are left out."""
    rings = [shape.exterior, *shape.interiors] if isinstance(shape, shapely.Polygon) else [shape]
    closed = isinstance(shape, shapely.Polygon)
    coords = [_on_grid(shapely.get_coordinates(ring), closed=closed) for ring in rings]
    head = [len(coords) if closed else 0, *(len(part) for part in coords)]
    points = np.concatenate(coords)
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    words = np.concatenate([np.asarray(head, dtype="<i4"), steps.T.ravel()]).astype("<i4")
    planes = words.view(np.uint8).reshape(-1, 4).T
    return zlib.compress(planes.tobytes(), 9)


def decode(body: bytes) -> shapely.Polygon | shapely.LineString:
    """The polygon or line that `encode` wrote."""
    planes = np.frombuffer(zlib.decompress(body), dtype=np.uint8).reshape(4, -1)
    words = np.ascontiguousarray(planes.T).view("<i4").ravel()
    rings = int(words[0])
    parts = max(rings, 1)
    lengths = words[1 : 1 + parts]
    points = words[1 + parts :].reshape(2, -1).cumsum(axis=1).T / STEPS_PER_DEGREE
    if not rings:
        return shapely.LineString(points)
    ends = np.cumsum(lengths)
    closed = [np.vstack([points[a:b], points[a]]) for a, b in zip(ends - lengths, ends, strict=True)]
    return shapely.Polygon(closed[0], closed[1:])


def _on_grid(points: NDArray[np.float64], *, closed: bool) -> NDArray[np.int32]:
    """Whole grid steps, without repeated points and (for a ring) without the closing point."""
    steps = np.rint(points * STEPS_PER_DEGREE).astype(np.int32)
    keep = np.ones(len(steps), dtype=bool)
    keep[1:] = (steps[1:] != steps[:-1]).any(axis=1)
    steps = steps[keep]
    return steps[:-1] if closed and len(steps) > 1 and (steps[0] == steps[-1]).all() else steps
