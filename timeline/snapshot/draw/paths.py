"""Outlines of marks, arrow heads and shapes as matplotlib's paths, in millimetres."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from ..figures import towards
from ..items import PT, Box, Ground, Mark, Rule

ARROW = 1.9
"""Length of an arrow head."""


def polygons(shapes: Sequence[BaseGeometry]) -> Path:
    """Polygons as one path; holes keep their winding."""
    return _joined(shapely.get_rings(shapely.get_parts(np.asarray(shapes, dtype=object))), closed=True)


def lines(shapes: Sequence[BaseGeometry]) -> Path:
    """Lines, or the edges of polygons, as one path."""
    parts = np.asarray(shapes, dtype=object)
    edges = np.where(shapely.get_dimensions(parts) == 2, shapely.boundary(parts), parts)
    return _joined(shapely.get_parts(shapely.get_parts(edges)), closed=False)


def _joined(rows: np.ndarray[tuple[int], np.dtype[np.object_]], *, closed: bool) -> Path:
    coords, owner = shapely.get_coordinates(rows, return_index=True)
    codes = np.full(len(coords), Path.LINETO, dtype=np.uint8)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    codes[starts] = Path.MOVETO
    if closed and len(coords):
        codes[np.append(starts[1:], len(coords)) - 1] = Path.CLOSEPOLY
    return Path(coords, codes)


def line(points: Sequence[tuple[float, float]]) -> Path:
    """A line through points."""
    return Path(points)


def rectangle(box: Box) -> Path:
    """A box's outline."""
    x, y, right, low = box.x, box.y, box.right, box.bottom
    return Path([(x, y), (right, y), (right, low), (x, low), (x, y)], closed=True)


def frame(panel: Ground) -> Path:
    """The edge of a map panel."""
    return Path.circle(panel.box.middle, panel.box.w / 2) if panel.circle else rectangle(panel.box)


def arrow_head(item: Rule) -> Path:
    """The head on a rule's last end."""
    (x0, y0), (x1, y1) = item.points[-2], item.points[-1]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    bx, by, half = x1 - dx * ARROW, y1 - dy * ARROW, ARROW * 0.42
    tip = (x1 + dx * 0.3, y1 + dy * 0.3)
    return Path([tip, (bx - dy * half, by + dx * half), (bx + dy * half, by - dx * half), tip], closed=True)


def mark(item: Mark) -> Path:
    """The outline of a mark, drawn in by half the width of its edge."""
    reach = item.size / 2 - item.width * PT / 2
    if item.shape == "disc":
        return Path.circle((item.x, item.y), reach)
    return {"square": _square, "diamond": _diamond, "hexagon": _hexagon}[item.shape](item.x, item.y, reach)


def _square(x: float, y: float, half: float) -> Path:
    side, bend = half * 0.92, half * 0.36
    corners = [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)]
    points, codes = [], []
    for k, corner in enumerate(corners):
        before, after = corners[k - 1], corners[(k + 1) % 4]
        points += [towards(corner, before, bend), corner, towards(corner, after, bend)]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    codes[0] = Path.MOVETO
    return Path([*points, points[0]], [*codes, Path.CLOSEPOLY])


def _diamond(x: float, y: float, half: float) -> Path:
    return Path([(x, y - half), (x + half, y), (x, y + half), (x - half, y), (x, y - half)], closed=True)


def _hexagon(x: float, y: float, half: float) -> Path:
    turns = np.radians(np.arange(7) * 60 + 30)
    reach = half / math.cos(math.pi / 6)
    return Path(np.column_stack([x + reach * np.cos(turns), y + reach * np.sin(turns)]), closed=True)
