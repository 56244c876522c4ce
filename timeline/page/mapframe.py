"""From the frame of a story to the first camera of its map."""

from __future__ import annotations

import math
from collections.abc import Sequence


def opening_view(frame: Sequence[float]) -> tuple[list[float], float]:
    """[lat, lon] (Leaflet's order) and zoom that show a frame [x0, y0, x1, y1] of the unit mercator square.

    The view fits the frame to the real size of the window; this is only where the map begins.
    """
    x0, y0, x1, y1 = frame
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - (y0 + y1)))))
    lon = ((x0 + x1) / 2 * 360 - 180 + 180) % 360 - 180
    zoom = min(9.0, math.log2(3 / max(x1 - x0, 1.6 * (y1 - y0), 1e-6)))
    return [round(lat, 6), round(lon, 6)], round(max(1.0, zoom), 2)
