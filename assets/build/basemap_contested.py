"""Cut the contested areas out of every country, and find the borders that are drawn dashed."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import numpy as np
import shapely

from .basemap_topology import only_polygons

LISTED = Path(__file__).resolve().parent.parent / "basemap" / "contested.json"
REACH = 0.2
"""Degrees by which a claim line is lengthened at both ends so that it meets the border it was drawn to."""
COAST_SLACK = {"world": 0.6, "region": 0.15, "local": 0.06}
"""Degrees by which two coasts of different scale may differ: scraps of that size go to the contested area."""


def contested_areas(
    countries: dict[str, shapely.Geometry], units: geopandas.GeoDataFrame, claims: geopandas.GeoDataFrame
) -> dict[str, shapely.MultiPolygon]:
    """The areas of contested.json as polygons, from the finest country polygons (by their names)."""
    listed = json.loads(LISTED.read_text(encoding="utf-8"))["areas"]
    faces = _faces(countries, claims)
    areas = {}
    for area in listed:
        parts = [_part(part, countries, units, faces) for part in area["parts"]]
        areas[area["slug"]] = only_polygons(shapely.make_valid(shapely.union_all(parts)))
    return areas


def _part(part: dict, countries: dict, units: geopandas.GeoDataFrame, faces: np.ndarray) -> shapely.Geometry:
    if "country" in part:
        return countries[part["country"]]
    if "unit" in part:
        iso2, name = part["unit"]
        found = units[(units.iso_a2 == iso2) & (units.name == name)]
        if found.empty:
            raise SystemExit(f"contested.json names the unit {iso2} {name}, which Natural Earth does not have")
        return shapely.union_all(found.geometry.values)
    holders = faces[shapely.contains_xy(faces, *part["face"])]
    if len(holders) != 1:
        raise SystemExit(f"contested.json: {len(holders)} faces hold the point {part['face']}; one is needed")
    return holders[0]


def _faces(countries: dict[str, shapely.Geometry], claims: geopandas.GeoDataFrame) -> np.ndarray:
    """The faces between all borders and claim lines."""
    borders = [shapely.boundary(shape) for shape in countries.values()]
    lines = [_longer(line) for line in shapely.get_parts(claims.geometry.values)]
    noded = shapely.union_all([*borders, *lines])
    return shapely.get_parts(shapely.polygonize([noded]))


def _longer(line: shapely.LineString) -> shapely.LineString:
    points = shapely.get_coordinates(line)
    ends = []
    for end, inner in ((points[0], points[1]), (points[-1], points[-2])):
        step = (end - inner) / np.hypot(*(end - inner))
        ends.append(end + step * REACH)
    return shapely.LineString([ends[0], *points, ends[1]])


def cut_out(
    countries: dict[str, shapely.Geometry], areas: dict[str, shapely.MultiPolygon], detail: str
) -> tuple[dict[str, shapely.MultiPolygon], dict[str, shapely.MultiPolygon]]:
    """Countries without the contested areas, and the areas fitted to the coast of this scale."""
    slack = COAST_SLACK[detail]
    rest = dict(countries)
    fitted = {}
    for slug, area in areas.items():
        near = shapely.buffer(area, slack)
        pieces = []
        for name, shape in rest.items():
            shared = only_polygons(shapely.intersection(shape, area))
            if shared.area < 1e-6:
                continue
            kept = shapely.get_parts(only_polygons(shapely.difference(shape, area)))
            scraps = shapely.covers(near, kept) & (shapely.area(kept) < slack * slack)
            pieces += [shared, *kept[scraps]]
            rest[name] = shapely.MultiPolygon(list(kept[~scraps]))
        fitted[slug] = only_polygons(shapely.make_valid(shapely.union_all(pieces)))
    return {name: shape for name, shape in rest.items() if not shape.is_empty}, fitted
