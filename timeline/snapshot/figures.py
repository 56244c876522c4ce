"""Small geometry of the page that needs no renderer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .items import Box


def around(one: Box, other: Box) -> Box:
    """The smallest box around two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def towards(start: tuple[float, float], end: tuple[float, float], by: float) -> tuple[float, float]:
    """The point `by` millimetres from `start` on the way to `end`."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    return start[0] + (end[0] - start[0]) * by / length, start[1] + (end[1] - start[1]) * by / length


def segments(shapes: Sequence[BaseGeometry]) -> list[np.ndarray[Any, Any]]:
    """The coordinates of each line of some shapes."""
    parts = shapely.get_parts(np.asarray(shapes, dtype=object))
    coords, owner = shapely.get_coordinates(parts, return_index=True)
    return np.split(coords, np.flatnonzero(np.diff(owner)) + 1) if len(coords) else []
