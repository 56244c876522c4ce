"""Parquet and GeoParquet to columns; only columns that a table of events may have are read."""

from __future__ import annotations

import io
import json
from typing import Any

from ..errors import InputError
from .columns import column_of, matched

MAX_ROWS = 1_000_000
WORLD = (("EPSG", 4326), ("OGC", "CRS84"))
"""The reference systems that need no projecting; GeoParquet means the second where it names none."""


def from_parquet(content: bytes, name: str) -> dict[str, list[Any]]:
    """Heading -> the cells of all rows (none for columns that we do not know), lon and lat from the geometry.

    Raises:
        InputError: no Parquet file, too many rows, or geometry in a form other than WKB.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(content))
        if file.metadata.num_rows > MAX_ROWS:  # before anything is unpacked: a small file can hold billions
            raise InputError(f"{name} has {file.metadata.num_rows:,} rows; a table may have at most {MAX_ROWS:,}.")
        headings = list(dict.fromkeys(file.schema_arrow.names))
        geo = _geo(file.schema_arrow.metadata)
        shape = geo.get("primary_column", "geometry")
        wanted = [heading for heading in headings if heading == shape or column_of(heading)]
        table = file.read(columns=wanted)
        cells = {heading: table.column(heading).to_pylist() for heading in wanted}
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{name} is not a readable Parquet file ({str(error)[:120]}); write it again.") from error
    shapes = cells.pop(shape, None)
    columns = {heading: cells.get(heading, []) for heading in headings if heading != shape}
    if shapes is not None and not {"lat", "lon"} <= matched(columns).keys():
        columns |= _points(shapes, geo.get("columns", {}).get(shape, {}), name)
    return columns


def _geo(metadata: dict[bytes, bytes] | None) -> dict[str, Any]:
    """What GeoParquet says of its geometry; nothing where the file is plain Parquet."""
    try:
        geo = json.loads((metadata or {}).get(b"geo", b"{}"))
    except (ValueError, RecursionError):
        return {}
    return geo if isinstance(geo, dict) else {}


def _points(geometries: list[Any], column: dict[str, Any], name: str) -> dict[str, list[Any]]:
    """Longitudes and latitudes of a point on each geometry, None where there is none."""
    import shapely

    if str(column.get("encoding", "WKB")).upper() != "WKB":
        raise InputError(f"{name} has its geometry as {str(column['encoding'])[:40]!r}; write it as WKB.")
    shapes = shapely.from_wkb([cell if isinstance(cell, bytes) else None for cell in geometries], on_invalid="ignore")
    points = shapely.point_on_surface(shapes)
    gone = (shapely.is_missing(points) | shapely.is_empty(points)).tolist()
    xs, ys = _in_degrees(shapely.get_x(points), shapely.get_y(points), column.get("crs"), name)
    return {
        "lon": [None if missing else x for missing, x in zip(gone, xs, strict=True)],
        "lat": [None if missing else y for missing, y in zip(gone, ys, strict=True)],
    }


def _in_degrees(xs: Any, ys: Any, crs: Any, name: str) -> tuple[list[float], list[float]]:
    """Coordinates in WGS84 degrees, whatever the reference system that the file names."""
    known = crs.get("id") if isinstance(crs, dict) else None
    if crs is None or (isinstance(known, dict) and (known.get("authority"), known.get("code")) in WORLD):
        return xs.tolist(), ys.tolist()
    from pyproj import CRS, Transformer
    from pyproj.exceptions import ProjError

    try:
        project = Transformer.from_crs(CRS.from_user_input(crs), "EPSG:4326", always_xy=True)
    except ProjError as error:
        raise InputError(f"{name} has its geometry in a reference system that is not known; use EPSG:4326.") from error
    lons, lats = project.transform(xs, ys)
    return lons.tolist(), lats.tolist()
