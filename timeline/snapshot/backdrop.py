"""What lies under the marks: the ground for planning, and the names of towns, countries and seas."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import shapely

from geo.basemap import BaseMap, Detail, base_map, detail_for
from geo.gazetteer import shipped_gazetteer
from geo.model import Extent, Place
from geo.shipped import shipped

from .blocks import MapSheet
from .ground import FINEST_MM
from .inframe import land_test
from .items import Box
from .labels import Board
from .names import place_country_names, place_sea_names, place_towns
from .view import clamped
from .viewport import View

TOWN_POOL = 60
TOWNS_UP_TO_KM, LEAST_TOWN = 4500.0, 2000
"""Wider frames show no towns; smaller places are never shown as background."""
CAPITAL_LEAST = 50_000
OCEANS_FROM, OCEANS = 30.0, 5
"""From so many kilometres a millimetre only oceans are named: the first rows of the table of seas."""


def ground_under(view: View) -> tuple[Extent, Detail]:
    """The extent that a view shows and the scale of the shapes that fit it."""
    extent = view.extent()
    return extent, detail_for(extent)


def board_for(view: View, furniture: Sequence[Box], margin: float = 1.0) -> tuple[Board, BaseMap]:
    """An empty board over a view, and the ground under it; drawing reads the same ground again."""
    extent, detail = ground_under(view)
    ground = base_map(extent, detail=detail, tolerance=view.km_per_mm * FINEST_MM / 111)
    land = land_test(view, ground)
    shapely.prepare(land)

    def on_land(points: Sequence[tuple[float, float]]) -> Sequence[bool]:
        spots = np.array(points)
        return shapely.contains_xy(land, spots[:, 0], spots[:, 1]).tolist()  # type: ignore[no-any-return]

    return Board(view.box.grown(-margin), list(furniture), [], on_land), ground


def background_names(page: MapSheet, ground: BaseMap, skip: frozenset[str], *, towns: bool = True) -> None:
    """Towns, countries and seas; never a name that a mark already carries."""
    gazetteer = shipped_gazetteer()
    view = page.view
    countries = [(gazetteer.country(code), shape) for code, shape in ground.countries]
    place_country_names(page, [(c.name, shape) for c, shape in countries if c is not None and c.name not in skip])
    if towns and view.km_per_mm * view.box.w < TOWNS_UP_TO_KM:
        codes = tuple(code for code, _ in ground.countries)
        place_towns(page, _towns(clamped(ground.extent), codes), skip)
    waters = seas(page.lang)
    if view.km_per_mm > OCEANS_FROM:
        oceans = list(dict.fromkeys(name for name, _, _ in waters))[:OCEANS]
        waters = tuple(water for water in waters if water[0] in oceans)
    place_sea_names(page, waters)


@lru_cache(maxsize=16)
def _towns(extent: Extent, codes: tuple[str, ...]) -> tuple[Place, ...]:
    """Towns that may be named: capitals of the countries in view, then the biggest."""
    gazetteer = shipped_gazetteer()
    capitals = [gazetteer.capital(code) for code in codes]
    first = [town for town in capitals if town is not None and town.population >= CAPITAL_LEAST]
    first.sort(key=lambda town: -town.population)
    biggest = gazetteer.towns(extent, limit=TOWN_POOL, min_population=LEAST_TOWN)
    return tuple({town.id: town for town in (*first, *biggest)}.values())


@lru_cache(maxsize=2)
def seas(lang: str) -> tuple[tuple[str, float, float], ...]:
    """(name, lon, lat): points at which the name of a sea may stand."""
    rows = json.loads(shipped("basemap/seas.json").read_text(encoding="utf-8"))["seas"]
    return tuple(((es if lang == "es" else en), lon, lat) for en, es, points in rows for lon, lat in points)
