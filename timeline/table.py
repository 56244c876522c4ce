"""A Timeline as a table and back: one row an event, WGS84 points, days as ISO text.

The table is built from column lists, never from a list of objects. What a table cannot hold stays behind: the
articles' texts, other places than the event's own, reasons. Reading a table that was written gives the same table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .dates.calendar import iso_day
from .dates.edtf import to_edtf
from .model import Article, Event, Timeline
from .quotes import Quotes, quotes_of
from .read.columns import COLUMNS
from .read.rows import SPACER
from .words import when_words

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import DataFrame

CRS = "EPSG:4326"
NO_ARTICLE = Article("")


def to_columns(timeline: Timeline, *, quotes: Quotes = "short") -> dict[str, list[Any]]:
    """Column name -> a value for each event, in the order of the timeline.

    Events that did not happen (negated, hypothetical) have a place by name but no lat and lon: nothing that
    reads the table can put them on a map.
    """
    quoted = quotes_of(timeline, quotes=quotes)
    columns: dict[str, list[Any]] = {name: [cell(event) for event in timeline.events] for name, cell in CELLS.items()}
    columns["quote"] = [quoted.get(event.id, "") for event in timeline.events]
    told = [(event, _article(event, timeline)) for event in timeline.events]
    columns["source"] = [event.source or article.source for event, article in told]
    columns["link"] = [event.link or article.url for event, article in told]
    columns["published"] = [_iso(_or(event.published, article.published.day)) for event, article in told]
    return {column.name: columns[column.name] for column in COLUMNS}


def to_geodataframe(timeline: Timeline, *, quotes: Quotes = "short") -> GeoDataFrame:
    """One row an event with a point (lon, lat; EPSG:4326), None for what is not on the map.

    >>> import timeline
    >>> list(timeline.to_geodataframe(timeline.Timeline()).columns)[:3]
    ['id', 'title', 'kind']
    """
    import geopandas
    import numpy
    import pandas
    import shapely

    columns = to_columns(timeline, quotes=quotes)
    frame = pandas.DataFrame(
        {name: pandas.Series(values, dtype=TYPES.get(name, "str")) for name, values in columns.items()}
    )
    lon, lat = (numpy.array(columns[axis], dtype="float64") for axis in ("lon", "lat"))
    points = numpy.full(len(lon), None, dtype=object)
    on_map = ~numpy.isnan(lon)
    points[on_map] = shapely.points(lon[on_map], lat[on_map])
    return geopandas.GeoDataFrame(frame, geometry=geopandas.GeoSeries(points, crs=CRS))


def from_geodataframe(frame: GeoDataFrame | DataFrame, *, name: str = "the table") -> Timeline:
    """The timeline of a table with our columns or the usual other names for them (docs/tables.md).

    Points come from the columns lat and lon, else from the geometry, projected to WGS84 where it is not.

    Raises:
        InputError: the table has no column for a title, or none of its rows can be used.
    """
    from .read.columns import matched
    from .read.tables import timeline_of

    shape = getattr(frame, "active_geometry_name", None)  # a plain DataFrame has none
    columns = {str(column): _values(frame[column]) for column in frame.columns if column != shape}
    if shape is not None and not {"lat", "lon"} <= matched(columns).keys():
        geometry = frame[shape]
        shapes = (geometry if geometry.crs is None else geometry.to_crs(CRS)).representative_point()
        columns |= {"lon": _values(shapes.x), "lat": _values(shapes.y)}
    return timeline_of(columns, name=name)


def _values(series: Any) -> list[Any]:
    return [None if missing else value for value, missing in zip(series.tolist(), series.isna().tolist(), strict=True)]


def _article(event: Event, timeline: Timeline) -> Article:
    at = event.evidence[0].article if event.evidence else -1
    return timeline.articles[at] if 0 <= at < len(timeline.articles) else NO_ARTICLE


def _or(first: int | None, second: int | None) -> int | None:
    return second if first is None else first


def _iso(day: int | None) -> str | None:
    return None if day is None else iso_day(day)


def _of_when(read: Callable[[Any], Any]) -> Callable[[Event], Any]:
    return lambda event: None if event.when is None else read(event.when)


def _of_place(read: Callable[[Any], Any]) -> Callable[[Event], Any]:
    return lambda event: None if event.place is None else read(event.place)


def _of_point(read: Callable[[Any], Any]) -> Callable[[Event], Any]:
    return lambda event: read(event.place) if event.is_on_map else None


CELLS: dict[str, Callable[[Event], Any]] = {
    "id": lambda event: event.id,
    "title": lambda event: event.title,
    "kind": lambda event: event.kind,
    "status": lambda event: event.status,
    "salience": lambda event: event.salience,
    "start": _of_when(lambda when: _iso(when.earliest)),
    "end": _of_when(lambda when: _iso(when.latest)),
    "start_earliest": _of_when(lambda when: _iso(when.start_earliest)),
    "start_latest": _of_when(lambda when: _iso(when.start_latest)),
    "end_earliest": _of_when(lambda when: _iso(when.end_earliest)),
    "end_latest": _of_when(lambda when: _iso(when.end_latest)),
    "precision": _of_when(lambda when: when.precision),
    "relation": _of_when(lambda when: when.relation),
    "date_basis": _of_when(lambda when: when.basis),
    "approximate": _of_when(lambda when: when.approximate),
    "clock": _of_when(lambda when: when.clock),
    "edtf": _of_when(to_edtf),
    "time_in_words": _of_when(when_words),
    "place": _of_place(lambda place: place.name),
    "lat": _of_point(lambda place: place.lat),
    "lon": _of_point(lambda place: place.lon),
    "place_kind": _of_place(lambda place: place.kind),
    "country": _of_place(lambda place: place.country),
    "admin1": _of_place(lambda place: place.admin1),
    "admin1_name": _of_place(lambda place: place.admin1_name),
    "radius_km": _of_place(lambda place: place.radius_km),
    "place_id": _of_place(lambda place: place.id),
    "place_basis": lambda event: event.place_basis,
    "actors": lambda event: SPACER.join(event.actors),
    "confidence": lambda event: round(event.confidence, 3),
    "checked": lambda event: event.checked,
}
TYPES = {
    "lat": "float64",
    "lon": "float64",
    "radius_km": "float64",
    "confidence": "float64",
    "checked": "bool",
    "approximate": "boolean",
}
"""Columns that are not text."""
