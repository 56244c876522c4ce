"""GeoJSON (RFC 7946) to columns: properties, and a point for each geometry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..errors import InputError
from ..model import Problem

WGS84 = ("CRS84", "4326")
"""Endings of the names of the one reference system of GeoJSON; its first standard (2008) had a member for others."""


def from_geojson(text: str, name: str) -> tuple[dict[str, list[Any]], list[Problem]]:
    """Heading -> the cells of all features, and a problem for each geometry that cannot be read.

    Raises:
        InputError: the text is no FeatureCollection, or its coordinates are not longitude and latitude.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON ({str(error)[:120]}); give a GeoJSON FeatureCollection.") from error
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise InputError(f'{name} is not a GeoJSON FeatureCollection; it needs "features", a list of features.')
    _check_reference(whole.get("crs"), name)
    points = [_representative(feature.get("geometry")) for feature in features]
    rows = [_flat(feature, point) for feature, point in zip(features, points, strict=True)]
    problems = [
        Problem(name, f"{name}, row {row}: its geometry cannot be read, so it is not used; give a GeoJSON geometry.")
        for row, (feature, point) in enumerate(zip(features, points, strict=True), 1)
        if point is None and not _is_empty(feature.get("geometry"))
    ]
    headings = dict.fromkeys(key for row in rows for key in row)
    return {heading: [row.get(heading) for row in rows] for heading in headings}, problems


def _check_reference(reference: Any, name: str) -> None:
    properties = reference.get("properties") if isinstance(reference, dict) else None
    given = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(given, str) and not given.endswith(WGS84):
        raise InputError(f"{name} has coordinates in {given[:60]!r}; save it in WGS84 (EPSG:4326), as GeoJSON must be.")


def _flat(feature: Mapping[str, Any], point: tuple[Any, Any] | None) -> dict[str, Any]:
    """A feature's properties, with lon and lat from its geometry."""
    properties = feature.get("properties")
    row = dict(properties) if isinstance(properties, dict) else {}
    if "id" not in row and isinstance(feature.get("id"), str | int):
        row["id"] = feature["id"]
    if point is not None:
        row |= {"lon": point[0], "lat": point[1]}
    return row


def _representative(geometry: Any) -> tuple[Any, Any] | None:
    """A point's own coordinates; for a line or an area, a point on it."""
    if not isinstance(geometry, dict):
        return None
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Point" and isinstance(coordinates, list) and len(coordinates) >= 2:
        return coordinates[0], coordinates[1]
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        point = shape(geometry).representative_point()
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None
    return (point.x, point.y) if not point.is_empty else None


def _is_empty(geometry: Any) -> bool:
    """Whether a feature has no geometry on purpose: null, or one without coordinates (RFC 7946, 3.1)."""
    return geometry is None or (
        isinstance(geometry, dict) and [] in (geometry.get("coordinates"), geometry.get("geometries"))
    )
