"""Shapes as bytes: the compact code in which the base map's polygons and lines are stored.

A shape is one polygon (an outer ring, then its holes) or one line. Coordinates are rounded to a grid, written as
differences from point to point, split into byte planes and deflated; reading one back costs microseconds.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

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


def decode(body: bytes) -> BaseGeometry:
    """The polygon or line that `encode` wrote."""
    shape: BaseGeometry = decode_all([body])[0]
    return shape


def decode_all(bodies: Sequence[bytes]) -> NDArray[np.object_]:
    """The polygons and lines that `encode` wrote, in order; together they cost a third of one by one."""
    found = np.empty(len(bodies), dtype=object)
    if not bodies:
        return found
    steps, sizes, rings = _unpacked(bodies)
    parts = np.maximum(rings, 1)
    shape_of = np.repeat(np.arange(len(bodies)), parts)
    closed = rings[shape_of] > 0
    points = _from_steps(steps, np.add.reduceat(sizes, np.cumsum(parts) - parts))
    on_line = np.repeat(~closed, sizes)
    if on_line.any():
        found[shape_of[~closed]] = shapely.linestrings(
            points[on_line], indices=np.repeat(np.arange(np.sum(~closed)), sizes[~closed])
        )
    if closed.any():  # shapely closes the rings
        edges: Any = shapely.linearrings(points[~on_line], indices=np.repeat(np.arange(np.sum(closed)), sizes[closed]))
        found[rings > 0] = shapely.polygons(edges, indices=_counted(shape_of[closed]))
    return found


def _unpacked(bodies: Sequence[bytes]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """(2, n) steps from point to point, the points of each line or ring, and the rings of each shape."""
    steps, sizes, rings = [], [], []
    for body in bodies:
        planes = np.frombuffer(zlib.decompress(body), dtype=np.uint8).reshape(4, -1)
        words = planes.T.tobytes()
        count = int.from_bytes(words[:4], "little")
        parts = 1 + max(count, 1)
        whole = np.frombuffer(words, dtype="<i4")
        rings.append(count)
        sizes.append(whole[1:parts])
        steps.append(whole[parts:].reshape(2, -1))
    return np.concatenate(steps, axis=1).astype(np.int64), np.concatenate(sizes).astype(np.int64), np.array(rings)


def _from_steps(steps: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.float64]:
    """(n, 2) degrees; the sum of steps begins anew with each shape of `lengths` points."""
    sums = steps.cumsum(axis=1)
    starts = np.cumsum(lengths) - lengths
    before = sums[:, starts] - steps[:, starts]
    degrees: NDArray[np.float64] = (sums - np.repeat(before, lengths, axis=1)).T / STEPS_PER_DEGREE
    return degrees


def _counted(owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """Owners renumbered 0, 1, 2, ... without gaps, as shapely wants them."""
    return np.cumsum(np.diff(owner, prepend=owner[:1]) > 0)


def _on_grid(points: NDArray[np.float64], *, closed: bool) -> NDArray[np.int32]:
    """Whole grid steps, without repeated points and (for a ring) without the closing point."""
    steps = np.rint(points * STEPS_PER_DEGREE).astype(np.int32)
    keep = np.ones(len(steps), dtype=bool)
    keep[1:] = (steps[1:] != steps[:-1]).any(axis=1)
    steps = steps[keep]
    return steps[:-1] if closed and len(steps) > 1 and (steps[0] == steps[-1]).all() else steps
