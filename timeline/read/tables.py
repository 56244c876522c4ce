"""A file of events (.csv, .tsv, .geojson, .parquet) to a Timeline without articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.model import Place

from ..errors import InputError
from ..model import Problem, Timeline
from ..ordering import in_order
from .columns import matched
from .decode import decoded
from .intake import clean
from .rows import FindPlace, events_of

NEEDED = "a column for the title and one for a date or a place; docs/tables.md lists the names"
MAX_ROWS = 1_000_000
GUARDS = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r")


def read_table(content: bytes, name: str) -> Timeline:
    """The events of a table; each bad row is a problem of the timeline.

    Raises:
        InputError: the file is not a table, has no column that we know, or none of its rows can be used.
    """
    suffix = Path(name).suffix.lower()
    if suffix in (".parquet", ".geoparquet"):
        columns, first_row = _from_parquet(content, name), 1
    elif suffix == ".geojson":
        columns, first_row = _from_geojson(decoded(content, name), name), 1
    else:
        columns, first_row = _from_csv(decoded(content, name), name), 2
    return timeline_of(columns, name=name, first_row=first_row)


def timeline_of(columns: Mapping[str, Sequence[Any]], *, name: str, first_row: int = 1) -> Timeline:
    """The timeline of a table's columns, whatever their headings."""
    found = matched(columns)
    if "title" not in found or not ({"start", "end", "start_earliest", "place", "lat"} & found.keys()):
        raise InputError(f"{name} has the columns {_some(columns)}, but a table of events needs {NEEDED}.")
    ours = {our: columns[heading] for our, heading in found.items()}
    events, problems = events_of(ours, name=name, first_row=first_row, find_place=looked_up())
    if problems and not events:
        more = f" (and {len(problems) - 1:,} more)" if len(problems) > 1 else ""
        raise InputError(f"No row of {name} can be used: {problems[0].message}{more}")
    if not events:
        raise InputError(f"{name} has no rows; give a table with a row for each event.")
    if not {"lat", "place"} & found.keys():
        message = f"{name} has neither lat and lon nor a place, so its events stand on the timeline only; add either."
        problems = (*problems, Problem(name, message))
    return Timeline(events=in_order(events), problems=tuple(problems), title=_title(name))


def looked_up() -> FindPlace:
    """The gazetteer as a function of id, name and country; opened at the first call and only then."""
    return lru_cache(maxsize=10_000)(_found)


def _found(key: str, name: str, country: str) -> Place | None:
    """The place of that id, else the likeliest of that name; "Manta, Ecuador" is looked up in two parts."""
    from geo.gazetteer import shipped_gazetteer

    gazetteer = shipped_gazetteer()
    if key and (place := gazetteer.place(key)) is not None:
        return place
    head, _, tail = (part.strip() for part in name.partition(","))
    within = country
    if tail and not within:
        around = [found.place.country for found in gazetteer.candidates(tail.rpartition(",")[2].strip())]
        within = next((code for code in around if code), "")
    places = [candidate.place for candidate in gazetteer.candidates(head)] if head else []
    return next((place for place in places if not within or place.country == within), None)


def _from_csv(text: str, name: str) -> dict[str, list[str]]:
    text = clean(text).text.lstrip("\n")
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise InputError(f"{name} cannot be read as a table ({error}); save it as CSV in UTF-8.") from error
    if not any(any(cell.strip() for cell in row) for row in rows[1:]):
        raise InputError(f"{name} has no rows; give a table with a line of headings and a row for each event.")
    if len(rows) > MAX_ROWS:
        raise InputError(f"{name} has {len(rows):,} rows; a table may have at most {MAX_ROWS:,}.")
    columns: dict[str, list[str]] = {}
    for at, heading in enumerate(rows[0]):
        if heading.strip() and heading not in columns:
            columns[heading] = [unguarded(row[at]) if at < len(row) else "" for row in rows[1:]]
    return columns


def _delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever the line of headings has most of."""
    heading = text.partition("\n")[0]
    return max((",", ";", "\t"), key=lambda sign: (heading.count(sign), sign == ","))


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it (see timeline/export/csv.py)."""
    return cell[1:] if cell.startswith(GUARDS) and cell[1:].lstrip(GUARDS).startswith(RISKY) else cell


def _from_geojson(text: str, name: str) -> dict[str, list[Any]]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON ({str(error)[:120]}); give a GeoJSON FeatureCollection.") from error
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise InputError(f'{name} is not a GeoJSON FeatureCollection; it needs "features", a list of features.')
    rows = [_flat(feature) for feature in features]
    headings = dict.fromkeys(key for row in rows for key in row)
    return {heading: [row.get(heading) for row in rows] for heading in headings}


def _flat(feature: Mapping[str, Any]) -> dict[str, Any]:
    """A feature's properties, with lon and lat from its geometry."""
    properties = feature.get("properties")
    row = dict(properties) if isinstance(properties, dict) else {}
    if "id" not in row and isinstance(feature.get("id"), str | int):
        row["id"] = feature["id"]
    point = _representative(feature.get("geometry"))
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


def _from_parquet(content: bytes, name: str) -> dict[str, list[Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(io.BytesIO(content))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(f"{name} is not a readable Parquet file ({str(error)[:120]}); write it again.") from error
    if table.num_rows > MAX_ROWS:
        raise InputError(f"{name} has {table.num_rows:,} rows; a table may have at most {MAX_ROWS:,}.")
    columns: dict[str, list[Any]] = {}
    for heading in table.column_names:
        if heading == "geometry":
            continue
        columns[heading] = table.column(heading).to_pylist()
    if "geometry" in table.column_names and not {"lat", "lon"} <= matched(columns).keys():
        columns |= _points(table.column("geometry").to_pylist())
    return columns


def _points(geometries: list[Any]) -> dict[str, list[Any]]:
    import shapely

    shapes = shapely.from_wkb([cell if isinstance(cell, bytes) else None for cell in geometries], on_invalid="ignore")
    points = shapely.point_on_surface(shapes)
    is_missing = shapely.is_missing(points) | shapely.is_empty(points)
    xs, ys = shapely.get_x(points).tolist(), shapely.get_y(points).tolist()
    gone = is_missing.tolist()
    return {
        "lon": [None if missing else x for missing, x in zip(gone, xs, strict=True)],
        "lat": [None if missing else y for missing, y in zip(gone, ys, strict=True)],
    }


def _some(columns: Mapping[str, Any]) -> str:
    names = [str(column)[:30] for column in columns]
    return ", ".join(names[:8]) + (" ..." if len(names) > 8 else "")


def _title(name: str) -> str:
    return Path(name).stem.replace("_", " ").replace("-", " ")
