"""The names of seas stand in water."""

from __future__ import annotations

import shapely

from geo.basemap import base_map
from geo.model import Extent
from timeline.page.waters import WATERS


def test_every_sea_is_written_in_open_water() -> None:
    drawn = base_map(Extent(-180.0, -85.0, 180.0, 85.0), detail="region")
    land, lakes = shapely.union_all([*drawn.land]), shapely.union_all([*drawn.lakes])
    narrow = {"Gulf of Suez"}  # too narrow for this scale; it stands in water at 1:10m
    dry = [name for name, _, lon, lat in WATERS if land.contains(shapely.Point(lon, lat)) and name not in narrow]
    assert [name for name in dry if not lakes.intersects(shapely.Point(*spot(name)))] == []


def spot(name: str) -> tuple[float, float]:
    return next((lon, lat) for one, _, lon, lat in WATERS if one == name)
