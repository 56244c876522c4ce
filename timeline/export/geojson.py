"""GeoJSON (RFC 7946): one feature an event, [lon, lat]; credits in a member of their own at the top."""

from __future__ import annotations

import json
from typing import Any

from ..model import Timeline
from ..quotes import Quotes
from ..table import to_columns
from .credits import credits

GEOMETRY_COLUMNS = ("lon", "lat")


def to_geojson(timeline: Timeline, quotes: Quotes) -> bytes:
    """A FeatureCollection; an event that is not on the map has a null geometry."""
    columns = to_columns(timeline, quotes=quotes)
    names = [name for name in columns if name not in ("id", *GEOMETRY_COLUMNS)]
    rows = zip(*(columns[name] for name in names), strict=True)
    features = [
        {
            "type": "Feature",
            "id": key,
            "geometry": None if lon is None else {"type": "Point", "coordinates": [lon, lat]},
            "properties": dict(zip(names, row, strict=True)),
        }
        for key, lon, lat, row in zip(columns["id"], columns["lon"], columns["lat"], rows, strict=True)
    ]
    whole: dict[str, Any] = {"type": "FeatureCollection", "dateline": credits(timeline), "features": features}
    return (json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode("utf-8")
