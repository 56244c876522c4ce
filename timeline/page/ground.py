"""The base map that a page carries: as much land, border, lake, river and name as its story needs.

A set of shapes holds from a zoom upwards, inside its box: the world at 1:110m, the story's surroundings at 1:50m,
and 1:10m near the events from zoom 5. Names are towns of the gazetteer and the countries in view.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.basemap import BaseMap, Detail, base_map, outline
from geo.gazetteer import Gazetteer, shipped_gazetteer
from geo.model import Extent, Place

from ..words import DATA_CREDIT
from .encode import PLACE_BITS, Packed, mercator, pack_json, pack_numbers, pack_rings
from .frame import Box, clusters, story_frames
from .waters import WATERS

LOCAL_FROM = 5.0
"""Zoom from which the coast is drawn at 1:10m (at 1:110m the Galapagos are missing)."""
LOCAL_BOXES = 8
LOCAL_BUDGET = 36_000
"""Characters that the 1:10m ground of a page may take."""
LOCAL_REACH = 3.0
"""Degrees around an event of a wide story for which 1:10m is carried."""
LOCAL_TOLERANCE, WIDE_LOCAL_TOLERANCE, WIDE_TOLERANCE = 0.002, 0.008, 0.12
"""Degrees: about a pixel at zoom 10, 8 and 4.5."""
NARROW = 30.0
"""Degrees up to which a story's whole surroundings are carried at 1:10m."""
BITS: dict[Detail, int] = {"world": 14, "region": 16, "local": 18}
MAX_ZOOM, WIDE_MAX_ZOOM = 11, 9
FOCUS_COUNTRIES = 4
VIEW_PIXELS = 800
"""Width of a map that is assumed when the opening zoom is reckoned."""
OUTLINE_STEPS = 1500
OUTLINE_LIMIT = 60
"""Area shapes that a page carries; the places with most events come first."""

WORLD = Extent(-180.0, -85.0, 180.0, 85.0)
WHOLE = Box(-180.0, -85.0, 180.0, 85.0)
CAPITALS, CLOSE_PLACES = 8, 60
SMALL_COUNTRY_ZOOM = 5.2
"""Zoom from which a country of one square degree is named; each doubling of its width brings that one zoom closer."""
CLOSE = ((9.0, 0.15, 8), (7.0, 0.6, 14))
"""Zoom from which the biggest towns within so many degrees of an event are written, and how many."""


def ground(places: Sequence[Place], *, weights: Sequence[int] = (), literal: Sequence[Place] = ()) -> dict[str, Any]:
    """Land, borders, water and names around the places with events; `literal` are those only mentioned.

    `weights` counts the events of each place. The value is JSON-able; `frame`, and `core` of the events
    alone, are in units of mercator.
    The last few are remembered, because a correction or another date rarely moves a place: read it, never change it.
    """
    return _ground(tuple(places), tuple(weights), tuple(literal))


@lru_cache(maxsize=8)
def _ground(places: tuple[Place, ...], weights: tuple[int, ...], literal: tuple[Place, ...]) -> dict[str, Any]:
    core, frame = story_frames(places, literal, weights)
    wide = frame.across > NARROW
    around = frame.grown(1.5)
    if around.east - around.west >= 360:
        around = WHOLE
    sets = [] if around is WHOLE else [_set(WHOLE, "world", 0.0)]
    if not wide:
        sets.append(_set(frame.grown(4, least=16), "region", 3.5))
        local: tuple[Box, ...] = (frame.grown(2.4, least=5),)
    else:
        sets.append(_set(around, "region", 2.5 if sets else 0.0, tolerance=WIDE_TOLERANCE))
        local = clusters(((p.lon, p.lat) for p in places), LOCAL_REACH, LOCAL_BOXES)
    focus = _focus(places, weights)
    tolerance = WIDE_LOCAL_TOLERANCE if wide else LOCAL_TOLERANCE
    sets += _within_budget(_set(box, "local", LOCAL_FROM, focus, tolerance=tolerance) for box in local)
    x0, y0, x1, y1 = _square(frame)
    home = _home_zoom(x1 - x0, y1 - y0)
    return {
        "frame": [x0, y0, x1, y1],
        "core": list(_square(core)),
        "max_zoom": WIDE_MAX_ZOOM if wide else MAX_ZOOM,
        "sets": sets,
        "names": _names(frame, places, local, home),
        "credits": [part.strip() for part in DATA_CREDIT.split(". ") if part.strip()],
    }


def outlines(places: Sequence[Place]) -> dict[str, Packed]:
    """The shapes of those places that are areas, by the key of their outline."""
    packed: dict[str, Packed] = {}
    for key in dict.fromkeys(place.outline for place in places if place.outline and place.is_area):
        shape = outline(key) if len(packed) < OUTLINE_LIMIT else None
        if shape is None:
            continue
        west, south, east, north = shape.bounds
        simple = shape.simplify(max(east - west, north - south) / OUTLINE_STEPS)
        packed[key] = pack_rings(_rings([simple]), bits=BITS["local"])
    return packed


def _square(box: Box) -> tuple[float, float, float, float]:
    """A box in units of the mercator square: x0, y0 (top), x1, y1."""
    corners = (*mercator(box.west, box.north), *mercator(box.east, box.south))
    x0, y0, x1, y1 = (round(value, 7) for value in corners)
    return x0, y0, x1, y1


def _within_budget(sets: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Sets as long as they take no more than `LOCAL_BUDGET` together; the first that does not fit ends the row."""
    spent = 0
    for one in sets:
        spent += sum(len(shapes["gz"]) for name, shapes in one.items() if name not in ("from", "box"))
        if spent > LOCAL_BUDGET:
            return
        yield one


def _home_zoom(across: float, high: float) -> float:
    return min(9.0, math.log2(VIEW_PIXELS / 256 / max(across, 1.6 * high, 1e-6)))


def _focus(places: Sequence[Place], weights: Sequence[int]) -> frozenset[str]:
    """The countries of most events, which are drawn lighter; none when the story is everywhere."""
    count: Counter[str] = Counter()
    for place, weight in zip(places, weights or [1] * len(places), strict=True):
        if place.country:
            count[place.country] += weight
    return frozenset(code for code, _ in count.most_common(FOCUS_COUNTRIES)) if len(count) <= 12 else frozenset()


def _set(
    box: Box, detail: Detail, zoom: float, focus: frozenset[str] = frozenset(), *, tolerance: float | None = None
) -> dict[str, Any]:
    """One set of shapes; it is read a little beyond its box, so that the cut edges of land stay out of sight."""
    whole = box.east - box.west >= 360
    read = (box if whole else box.grown(1.02)).extent()
    drawn = base_map(read, detail=detail, tolerance=tolerance)
    layers: dict[str, Any] = {
        name: pack_rings(_rings(shapes), bits=BITS[detail]) for name, shapes in _layers(drawn, focus, box)
    }
    return {"from": zoom, "box": None if whole else list(_square(box))} | {k: v for k, v in layers.items() if v["n"]}


def _layers(drawn: BaseMap, focus: frozenset[str], box: Box) -> Iterator[tuple[str, Iterable[BaseGeometry]]]:
    yield "land", drawn.land
    yield "focus", [shape for code, shape in drawn.countries if code in focus]
    yield "contested", [shape for _, shape in drawn.contested]
    yield "lakes", drawn.lakes
    yield "borders", drawn.borders
    yield "disputed", drawn.disputed
    if box.across <= 75 and drawn.detail != "world":
        yield "admin1", drawn.admin1
        yield "rivers", drawn.rivers


def _rings(shapes: Iterable[BaseGeometry]) -> Iterator[NDArray[np.float64]]:
    for part in shapely.get_parts(np.asarray(list(shapes), dtype=object)):
        if part.geom_type == "Polygon":
            yield shapely.get_coordinates(part.exterior)
            yield from (shapely.get_coordinates(hole) for hole in part.interiors)
        elif part.geom_type in ("LineString", "LinearRing"):
            yield shapely.get_coordinates(part)
        elif part.geom_type.startswith("Multi"):
            yield from _rings(shapely.get_parts(part))


def _names(frame: Box, places: Sequence[Place], local: Sequence[Box], home: float) -> dict[str, Packed]:
    """Names with their kind, zoom from which they are written and rank; the weightiest first."""
    gazetteer = shipped_gazetteer()
    taken = {place.id for place in places}
    rows: list[tuple[str, str, float, float, float]] = [
        *_country_names(gazetteer, frame, home),
        *((text, "water", zoom, lon, lat) for text, zoom, lon, lat in WATERS),
    ]
    towns = {town.id: (town, zoom) for zoom, town in _towns(gazetteer, frame, places, local, home)}
    capitals = _capitals(gazetteer, [town for town, _ in towns.values()])
    for town, zoom in sorted(towns.values(), key=lambda one: -one[0].population):
        if town.id not in taken:
            rows.append((town.name, "capital" if town.id in capitals else "town", zoom, town.lon, town.lat))
    scale = (1 << PLACE_BITS) - 1
    spots = [mercator(lon, lat) for _, _, _, lon, lat in rows]
    return {
        "x": pack_numbers([round(x * scale) for x, _ in spots], "u4"),
        "y": pack_numbers([round(y * scale) for _, y in spots], "u4"),
        "names": pack_json([[text, kind, round(zoom, 1)] for text, kind, zoom, _, _ in rows]),
    }


def _towns(
    gazetteer: Gazetteer, frame: Box, places: Sequence[Place], local: Sequence[Box], home: float
) -> Iterator[tuple[float, Place]]:
    """(zoom from which it is written, town); a town may come more than once, the last and most distant zoom first."""
    near: list[tuple[float, Place]] = []
    for box in local:
        towns = gazetteer.towns(box.extent(), limit=2500 // len(local))
        near += [(max(4.0, home - 0.6), town) for town in towns[: 160 // len(local)]]
        near += _close_to_events(towns, places)
    yield from reversed(near)
    yield from ((3.2, town) for town in reversed(gazetteer.towns(WORLD, limit=60, min_population=1_000_000)))
    yield from ((max(0.0, home - 0.6), town) for town in reversed(gazetteer.towns(frame.extent(), limit=40)))


def _close_to_events(towns: Sequence[Place], places: Sequence[Place]) -> Iterator[tuple[float, Place]]:
    """The biggest towns around each of the first places, so that even the closest view has names."""
    for place in places[:CLOSE_PLACES]:
        for zoom, reach, limit in CLOSE:
            inside = (t for t in towns if abs(t.lon - place.lon) < reach and abs(t.lat - place.lat) < reach)
            yield from ((zoom, town) for town in islice(inside, limit))


def _capitals(gazetteer: Gazetteer, towns: Sequence[Place]) -> frozenset[str]:
    """Ids of the capitals among the first countries of the towns; a look-up costs 30 ms."""
    codes = list(dict.fromkeys(town.country for town in towns if town.country))[-CAPITALS:]
    found = (gazetteer.capital(code) for code in codes)
    return frozenset(capital.id for capital in found if capital)


def _country_names(gazetteer: Gazetteer, frame: Box, home: float) -> list[tuple[str, str, float, float, float]]:
    """Countries of a close frame, written inside what is seen of them; then all, from the zoom that fits their size."""
    rows = []
    if frame.across <= NARROW:
        for code, shape in _by_size(base_map(frame.grown(1.15, least=3).extent(), detail="region")):
            country = gazetteer.country(code)
            if country is not None:
                rows.append((country.name, "country", max(0.0, home - 0.8), *_label_point(shape)))
    for code, shape in _by_size(base_map(WORLD, detail="world")):
        country = gazetteer.country(code)
        if country is not None:
            zoom = max(0.0, SMALL_COUNTRY_ZOOM - math.log2(math.sqrt(shape.area)))
            rows.append((country.name, "country", zoom, country.lon, country.lat))
    return rows


def _by_size(drawn: BaseMap) -> list[tuple[str, BaseGeometry]]:
    return sorted(drawn.countries, key=lambda one: -one[1].area)


def _label_point(shape: BaseGeometry) -> tuple[float, float]:
    parts = shapely.get_parts(shape)
    main = parts[int(shapely.area(parts).argmax())]
    point = main.centroid if main.contains(main.centroid) else main.representative_point()
    return point.x, point.y
