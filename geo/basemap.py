"""The ground under the events: land, countries, first-level units, lakes, rivers and borders, clipped to an extent.

The shapes come from Natural Earth (public domain) at three scales and ship in assets/basemap/basemap.sqlite.
Contested areas are cut out of every country; their list with sources is assets/basemap/contested.json. Nothing
here draws, and nothing asks a server.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .errors import AssetError
from .model import Extent
from .shapecode import decode_all
from .shipped import REMEDY, shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pieces: TypeAlias = list[tuple[str, BaseGeometry]]

Detail: TypeAlias = Literal["world", "region", "local"]
BASE_MAP = "basemap/basemap.sqlite"
CONTESTED = "basemap/contested.json"
SOURCE = "Natural Earth (public domain)"
"""The base map's credit line."""

PLAIN = {
    "land": "land",
    "lakes": "lake",
    "rivers": "river",
    "borders": "border",
    "admin1": "admin1_line",
    "disputed": "disputed",
}
"""Fields of a BaseMap that hold shapes without a key, and the layer each is stored as."""
LAYERS = (*PLAIN.values(), "country", "contested")
STEPS_ACROSS = 4000
"""Shapes are simplified to the extent's longer side over this number: a third of a pixel on a wide screen."""


@dataclass(frozen=True, slots=True)
class BaseMap:
    """The ground of one extent; longitudes run on past 180 where the extent crosses the antimeridian.

    `land`, `lakes` and `contested` are polygons, `countries` one shape per ISO alpha-2 code, `contested` one per slug;
    `rivers`, `borders`, `admin1` (between first-level units) and `disputed` (draw these dashed) are lines.
    """

    extent: Extent
    detail: Detail
    land: tuple[BaseGeometry, ...] = ()
    countries: tuple[tuple[str, BaseGeometry], ...] = ()
    contested: tuple[tuple[str, BaseGeometry], ...] = ()
    lakes: tuple[BaseGeometry, ...] = ()
    rivers: tuple[BaseGeometry, ...] = ()
    borders: tuple[BaseGeometry, ...] = ()
    admin1: tuple[BaseGeometry, ...] = ()
    disputed: tuple[BaseGeometry, ...] = ()


@dataclass(frozen=True, slots=True)
class ContestedArea:
    """An area that more than one government claims: its key in the base map, name, claimants (ISO alpha-2), source."""

    slug: str
    name: str
    claimed_by: tuple[str, ...]
    source: str


def detail_for(extent: Extent) -> Detail:
    """The scale that fits an extent: local (1:10m) up to 25 degrees across, region (1:50m) up to 75, else world."""
    across = max(_width(extent), extent.north - extent.south)
    return "local" if across <= 25 else "region" if across <= 75 else "world"


@lru_cache(maxsize=8)
def base_map(extent: Extent, *, detail: Detail | None = None, tolerance: float | None = None) -> BaseMap:
    """The ground inside `extent`, at `detail` (by default the one that fits).

    `tolerance`, in degrees, is how far a simplified line may leave the true one, and how small a piece may be to be
    left out; by default a 4000th of the extent's longer side, 0 for everything. The last few are kept: planning,
    drawing and drawing again in another format read the same ground.

    Raises:
        AssetError: the shipped base map is missing or damaged.
    """
    chosen = detail or detail_for(extent)
    across = max(_width(extent), extent.north - extent.south)
    layers = _read(extent, chosen, across / STEPS_ACROSS if tolerance is None else tolerance)
    plain = {name: tuple(shape for _, shape in layers[layer]) for name, layer in PLAIN.items()}
    return BaseMap(
        extent, chosen, countries=_by_key(layers["country"]), contested=_by_key(layers["contested"]), **plain
    )


@lru_cache(maxsize=256)
def outline(key: str, *, detail: Detail = "local") -> BaseGeometry | None:
    """The shape of "country:EC", "admin1:EC.14" or "curated:crimea"; None where the base map has none.

    Parts lie between longitude -180 and 180; a shape over the antimeridian has parts on both sides. First-level
    units have one scale only.
    """
    scale = "local" if key.startswith("admin1:") else detail
    rows = _database().execute(
        "SELECT body FROM piece JOIN shape USING (id) WHERE key = ? AND key <> '' AND detail = ? ORDER BY id",
        (key, scale),
    )
    parts = decode_all([body for (body,) in rows])
    return _multipolygon(parts.tolist()) if len(parts) else None


def has_outline(key: str) -> bool:
    """Whether `outline` would find a shape, without reading it."""
    return _database().execute("SELECT 1 FROM piece WHERE key = ? AND key <> '' LIMIT 1", (key,)).fetchone() is not None


@lru_cache(maxsize=1)
def contested_areas() -> tuple[ContestedArea, ...]:
    """The contested areas of the base map, with the source that says so."""
    rows = json.loads(shipped(CONTESTED).read_text(encoding="utf-8"))["areas"]
    return tuple(ContestedArea(row["slug"], row["name"], tuple(row["claimed_by"]), row["source"]) for row in rows)


@lru_cache(maxsize=1)
def _database() -> sqlite3.Connection:
    path = shipped(BASE_MAP)
    try:
        opened = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        opened.execute("SELECT 1 FROM piece LIMIT 1")
    except sqlite3.Error as error:
        raise AssetError(f"The shipped base map cannot be read ({error}); {REMEDY}.") from error
    return opened


def _read(extent: Extent, detail: Detail, tolerance: float) -> dict[str, Pieces]:
    """The pieces of every layer: clipped, joined over the antimeridian, simplified.

    An extent over the antimeridian is read in two halves.
    """
    west, east = extent.west, extent.east + 360 if extent.crosses_antimeridian else extent.east
    turns = [turn for turn in (-360.0, 0.0, 360.0) if west < 180 + turn and east > turn - 180]
    rows = [
        (row, turn)
        for turn in turns
        for row in _rows((west, extent.south, east, extent.north), detail, turn, tolerance)
    ]
    shapes = decode_all([body for (_, _, body), _ in rows])
    for turn in set(turns) - {0.0}:
        moved = np.array([shift == turn for _, shift in rows], dtype=bool)
        shapes[moved] = shapely.transform(shapes[moved], partial(np.add, np.array([turn, 0.0])))
    shapes = shapely.clip_by_rect(shapes, west, extent.south, east, extent.north)
    found: dict[str, Pieces] = {}
    for layer in LAYERS:
        of_layer = [k for k, ((name, _, _), _) in enumerate(rows) if name == layer]
        keys, pieces = [rows[k][0][1] for k in of_layer], shapes[of_layer]
        if len(turns) > 1:
            keys, pieces = _joined(keys, pieces)
        simpler = simplified(pieces, tolerance)
        found[layer] = [(key, shape) for key, shape in zip(keys, simpler, strict=True) if not shape.is_empty]
    return found


def _rows(
    box: tuple[float, float, float, float], detail: Detail, turn: float, least: float
) -> list[tuple[str, str, bytes]]:
    """(layer, key, body) of the pieces that reach into a box and are not smaller than `least` degrees."""
    west, south, east, north = box
    marks = ", ".join("?" for _ in LAYERS)
    return (
        _database()
        .execute(
            f"SELECT layer, key, body FROM piece JOIN shape USING (id) WHERE layer IN ({marks}) AND detail = ?"
            " AND west < ? AND east > ? AND south < ? AND north > ? AND (east - west > ? OR north - south > ?)"
            " ORDER BY id",
            (*LAYERS, detail, east - turn, west - turn, north, south, least, least),
        )
        .fetchall()
    )


def simplified(shapes: NDArray[np.object_], tolerance: float) -> NDArray[np.object_]:
    """Shapes with fewer points, each valid: rings that came to cross themselves are mended, scraps of lines dropped."""
    if not tolerance or not len(shapes):
        return shapes
    fewer = shapely.simplify(shapes, tolerance, preserve_topology=False)
    for k in np.flatnonzero(~shapely.is_valid(fewer)).tolist():
        parts = shapely.get_parts(shapely.make_valid(fewer[k]))
        fewer[k] = shapely.union_all(parts[shapely.get_dimensions(parts) == shapely.get_dimensions(shapes[k])])
    return fewer


def _joined(keys: list[str], shapes: NDArray[np.object_]) -> tuple[list[str], NDArray[np.object_]]:
    """Polygons that were cut at longitude 180 or -180 joined again, key by key."""
    bounds = shapely.bounds(shapes) if len(shapes) else np.empty((0, 4))
    cut = (np.abs(np.abs(bounds[:, [0, 2]]) - 180) < 1e-4).any(axis=1)
    kept = [(key, shape) for key, shape, is_cut in zip(keys, shapes, cut, strict=True) if not is_cut]
    halves: dict[str, list[BaseGeometry]] = {}
    for key, shape, is_cut in zip(keys, shapes, cut, strict=True):
        if is_cut:
            halves.setdefault(key, []).append(shape)
    for key, parts in halves.items():
        kept += [(key, part) for part in shapely.get_parts(shapely.union_all(parts, grid_size=1e-5))]
    joined = np.empty(len(kept), dtype=object)
    joined[:] = [shape for _, shape in kept]
    return [key for key, _ in kept], joined


def _by_key(pieces: Pieces) -> tuple[tuple[str, BaseGeometry], ...]:
    """Pieces grouped under their code or slug, in the order of the alphabet."""
    grouped: dict[str, list[BaseGeometry]] = {}
    for key, shape in pieces:
        parts = shapely.get_parts(shape)
        grouped.setdefault(key.split(":", 1)[1], []).extend(part for part in parts if part.geom_type == "Polygon")
    return tuple((code, _whole(grouped[code])) for code in sorted(grouped))


def _whole(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """Parts as one valid shape: simplified neighbours that came to overlap are joined."""
    shape = _multipolygon(parts)
    return shape if shape.is_valid else shapely.union_all(np.asarray(parts, dtype=object))


def _multipolygon(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    return shapely.MultiPolygon(list(parts))  # type: ignore[arg-type]


def _width(extent: Extent) -> float:
    return extent.east - extent.west + (360 if extent.crosses_antimeridian else 0)
