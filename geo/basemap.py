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
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from .errors import AssetError
from .model import Extent
from .shapecode import decode
from .shipped import REMEDY, shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray

Detail: TypeAlias = Literal["world", "region", "local"]
BASE_MAP = "basemap/basemap.sqlite"
CONTESTED = "basemap/contested.json"
SOURCE = "Natural Earth (public domain)"
"""The base map's credit line."""

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


def base_map(extent: Extent, *, detail: Detail | None = None, tolerance: float | None = None) -> BaseMap:
    """The ground inside `extent`, at `detail` (by default the one that fits).

    `tolerance`, in degrees, is how far a simplified line may leave the true one, and how small a piece may be to be
    left out; by default a 4000th of the extent's longer side, 0 for everything.

    Raises:
        AssetError: the shipped base map is missing or damaged.
    """
    chosen = detail or detail_for(extent)
    across = max(_width(extent), extent.north - extent.south)
    reader = _Reader(extent, chosen, across / STEPS_ACROSS if tolerance is None else tolerance)
    return BaseMap(
        extent=extent,
        detail=chosen,
        land=tuple(shape for _, shape in reader.layer("land")),
        countries=_by_key(reader.layer("country")),
        contested=_by_key(reader.layer("contested")),
        lakes=tuple(shape for _, shape in reader.layer("lake")),
        rivers=tuple(shape for _, shape in reader.layer("river")),
        borders=tuple(shape for _, shape in reader.layer("border")),
        admin1=tuple(shape for _, shape in reader.layer("admin1_line")),
        disputed=tuple(shape for _, shape in reader.layer("disputed")),
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
    parts = [decode(body) for (body,) in rows]
    return _multipolygon(parts) if parts else None


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


class _Reader:
    """Reads the layers of one extent: an extent over the antimeridian is read in two halves that are joined."""

    def __init__(self, extent: Extent, detail: Detail, tolerance: float) -> None:
        self.detail = detail
        self.tolerance = tolerance
        east = extent.east + 360 if extent.crosses_antimeridian else extent.east
        self.box = (extent.west, extent.south, east, extent.north)
        turns = [turn for turn in (-360.0, 0.0, 360.0) if extent.west < 180 + turn and east > turn - 180]
        self.turns = turns

    def layer(self, name: str) -> list[tuple[str, BaseGeometry]]:
        """(key, shape) of a layer's pieces: clipped, joined over the antimeridian, simplified."""
        keys: list[str] = []
        shapes: list[BaseGeometry] = []
        for turn in self.turns:
            for key, body in self._rows(name, turn):
                shape = decode(body)
                keys.append(key)
                shapes.append(shapely.affinity.translate(shape, turn) if turn else shape)
        shapes = list(shapely.clip_by_rect(np.asarray(shapes, dtype=object), *self.box)) if shapes else []
        if len(self.turns) > 1:
            keys, shapes = _joined(keys, shapes)
        return self._simplified(keys, shapes)

    def _rows(self, name: str, turn: float) -> list[tuple[str, bytes]]:
        west, south, east, north = self.box
        least = self.tolerance
        return (
            _database()
            .execute(
                "SELECT key, body FROM piece JOIN shape USING (id)"
                " WHERE layer = ? AND detail = ? AND west < ? AND east > ?"
                " AND south < ? AND north > ? AND (east - west > ? OR north - south > ?) ORDER BY id",
                (name, self.detail, east - turn, west - turn, north, south, least, least),
            )
            .fetchall()
        )

    def _simplified(self, keys: list[str], shapes: Sequence[BaseGeometry]) -> list[tuple[str, BaseGeometry]]:
        array = np.asarray(shapes, dtype=object)
        if not len(array):
            return []
        simpler = simplified(array, self.tolerance)
        return [(key, shape) for key, shape in zip(keys, simpler, strict=True) if not shape.is_empty]


def simplified(shapes: NDArray[np.object_], tolerance: float) -> NDArray[np.object_]:
    """Shapes with fewer points, each valid: rings that came to cross themselves are mended, scraps of lines dropped."""
    if not tolerance or not len(shapes):
        return shapes
    fewer = shapely.simplify(shapes, tolerance)
    for k in np.flatnonzero(~shapely.is_valid(fewer)).tolist():
        parts = shapely.get_parts(shapely.make_valid(fewer[k]))
        fewer[k] = shapely.union_all(parts[shapely.get_dimensions(parts) == shapely.get_dimensions(shapes[k])])
    return fewer


def _joined(keys: list[str], shapes: list[BaseGeometry]) -> tuple[list[str], list[BaseGeometry]]:
    """Polygons that were cut at longitude 180 or -180 joined again, key by key."""
    bounds = shapely.bounds(np.asarray(shapes, dtype=object)) if shapes else np.empty((0, 4))
    cut = (np.abs(np.abs(bounds[:, [0, 2]]) - 180) < 1e-4).any(axis=1)
    kept = [(key, shape) for key, shape, is_cut in zip(keys, shapes, cut, strict=True) if not is_cut]
    halves: dict[str, list[BaseGeometry]] = {}
    for key, shape, is_cut in zip(keys, shapes, cut, strict=True):
        if is_cut:
            halves.setdefault(key, []).append(shape)
    for key, parts in halves.items():
        kept += [(key, part) for part in shapely.get_parts(shapely.union_all(parts, grid_size=1e-5))]
    return [key for key, _ in kept], [shape for _, shape in kept]


def _by_key(pieces: list[tuple[str, BaseGeometry]]) -> tuple[tuple[str, BaseGeometry], ...]:
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
