"""Rows of a table to events, each bad row to a Problem that names the row and the column.

Column lists come in (name -> values of all rows), because that is how every table format gives them. Cells may be
text (CSV) or values (GeoJSON, Parquet).
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, get_args

from geo.model import PLACE_KINDS, Place

from ..kinds import KIND, EventKind
from ..model import STATUSES, Basis, Event, Precision, Problem, Relation, Salience, Status, When
from .days import Range, read_range
from .intake import clean
from .joining import distinct
from .text import safe_link

FindPlace = Callable[[str, str, str], Place | None]
"""(place id, name, country code; "" = unknown) -> the place of that id, else the likeliest of that name."""
TYPED_ID = re.compile(r"table:(-?\d{1,3}(?:\.\d{1,17})?),(-?\d{1,3}(?:\.\d{1,17})?)\Z")
"""The id of a place that only a table names: latitude, longitude."""
Value = TypeVar("Value")
STATUS_WORDS, SALIENCES, BASES = get_args(Status), get_args(Salience), get_args(Basis)
PRECISIONS, RELATIONS = get_args(Precision), get_args(Relation)
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
TRUE, FALSE = ("true", "yes", "1", "1.0"), ("false", "no", "0", "0.0")
MISSING = ("", "nan", "nat", "none", "null", "n/a", "<na>")
LONGEST_MISSING = max(map(len, MISSING))
FREE_TEXT = frozenset({"title", "quote", "source", "actors"})
"""Columns in which "null" may be a word."""
SPACER = "; "
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d+\Z)")
"""Spreadsheets of half the world write -0,95; in a coordinate a comma can part nothing else."""
LONGITUDES = 180
HALF_WAY_KM = 20_040
"""Half of the equator: nothing is farther away."""


class CellError(ValueError):
    """One cell cannot be used: its column and, in words, what is wrong and what would be right."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Row:
    """One row under our column names; cells are cleaned of what no format agrees on."""

    __slots__ = ("_cells",)

    def __init__(self, cells: Mapping[str, Any]) -> None:
        self._cells = cells

    def text(self, column: str) -> str:
        """The cell as trimmed text; empty for every way of saying "nothing here"."""
        value = self._cells.get(column)
        if value is None or value == "":
            return ""
        text = (value if isinstance(value, str) else _written(value)).strip()
        if not text.isascii() or "\0" in text:
            text = clean(text).text
        if len(text) > LONGEST_MISSING:
            return text
        return "" if column not in FREE_TEXT and text.casefold() in MISSING else text

    def number(self, column: str, low: float, high: float, example: str) -> float | None:
        """The cell as a finite number between two bounds, both included."""
        text = self.text(column)
        if not text:
            return None
        try:
            number = float(DECIMAL_COMMA.sub(".", text) if high <= LONGITUDES else text)
        except ValueError:
            number = math.nan
        if not low <= number <= high:
            raise CellError(column, f"{text[:40]!r} is not a number from {low:g} to {high:g}, as {example} is")
        return number

    def choice(self, column: str, choices: Sequence[Value], default: Value) -> Value:
        """The cell as one of some words."""
        text = self.text(column).casefold().replace(" ", "_")
        if not text:
            return default
        if text not in choices:
            raise CellError(column, f"{text[:40]!r} is none of {', '.join(map(str, choices))}")
        return next(choice for choice in choices if choice == text)

    def truth(self, column: str) -> bool:
        """The cell as yes or no."""
        text = self.text(column).casefold()
        if text not in TRUE and text not in FALSE and text:
            raise CellError(column, f"{text[:40]!r} is neither true nor false")
        return text in TRUE

    def range(self, column: str) -> Range | None:
        """The cell as a range of days."""
        text = self.text(column)
        if not text:
            return None
        try:
            return read_range(text)
        except ValueError as error:
            raise CellError(column, str(error)) from error


def _written(value: Any) -> str:
    """A value that is no text: a list of names, 2025.0 for the year 2025, a timestamp, ..."""
    if isinstance(value, list | tuple):
        return SPACER.join(map(str, value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else "" if math.isnan(value) else str(value)
    return str(value)


def events_of(
    columns: Mapping[str, Sequence[Any]], *, name: str, first_row: int = 1, find_place: FindPlace | None = None
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Events and problems from columns of equal length under our names.

    Args:
        columns: our column name -> the values of all rows.
        name: what to call the table in a message ("events.csv").
        first_row: the number that people see at the first row of values (2 under a line of headings).
        find_place: looks a place name up where a row gives no coordinates; without it such places are left out.
    """
    events: list[Event] = []
    problems: list[Problem] = []
    listed = list(columns.items())
    for index in range(len(listed[0][1]) if listed else 0):
        row = Row({column: values[index] for column, values in listed})
        where = f"{name}, row {index + first_row}"
        try:
            event = _event(row, find_place)
        except CellError as error:
            problems.append(Problem(name, f"{where}, column {error.column}: {error}; the row is left out."))
            continue
        if event is None:
            continue
        if event.place is None and row.text("place"):
            problems.append(
                Problem(
                    name,
                    f"{where}, column place: {row.text('place')[:60]!r} is not in the gazetteer; give lat and lon.",
                )
            )
        events.append(event)
    return distinct(events), tuple(problems)


def _event(row: Row, find_place: FindPlace | None) -> Event | None:
    """The event of one row; None for a row that is empty. A row must say what happened."""
    title = row.text("title")
    when, place = _when(row), _place(row, find_place)
    if not title:
        if when is None and place is None and not row.text("place"):
            return None
        raise CellError("title", "it is empty, but a row must say what happened")
    event = Event(
        id=row.text("id"),
        title=title,
        kind=_kind(row),
        status=row.choice("status", STATUS_WORDS, STATUSES[0]),
        salience=row.choice("salience", SALIENCES, "main"),
        when=when,
        place=place,
        place_basis=row.choice("place_basis", BASES, "given") if place else None,
        actors=tuple(part.strip() for part in row.text("actors").split(SPACER.strip()) if part.strip()),
        confidence=_or(row.number("confidence", 0, 1, "0.8"), 1.0),
        checked=row.truth("checked"),
        note=row.text("quote"),
        source=row.text("source"),
        link=safe_link(row.text("link")),
        published=_bound(row, "published"),
    )
    return event if event.id else replace(event, id=content_id(event))


def _or(number: float | None, default: float) -> float:
    return default if number is None else number


def _kind(row: Row) -> EventKind:
    """One of our kinds; another word, as people's tables have it, is "other"."""
    text = row.text("kind").casefold().replace(" ", "_")
    return next((kind for kind in KIND if kind == text), "other")


def _when(row: Row) -> When | None:
    """From the four bounds where the table has them, else from start and end."""
    if _has_own_bounds(row):
        return _exact_when(row)
    start, end = row.range("start"), row.range("end")
    if start is None and end is None:
        return None
    clock = row.text("clock") or (start.clock if start else None) or None
    if start is not None and (end is None or end == start):
        return _alone(start, clock)
    if start is None and end is not None:
        return When(None, end.last, end.first, end.last, "open", "until", "given", end.approximate, rule="table")
    assert start is not None and end is not None
    if start.first is not None and end.last is not None and end.last < start.first:
        raise CellError("end", f"{row.text('end')!r} lies before the start, {row.text('start')!r}")
    precision: Precision = "day" if start.precision == end.precision == "day" else start.precision
    about = start.approximate or end.approximate
    return When(start.first, start.last, end.first, end.last, precision, "on", "given", about, clock, rule="table")


def _has_own_bounds(row: Row) -> bool:
    """Whether the four bounds count: they are ours, with a precision, or all that there is.

    Others call a column "precision" too; their start and end are not to be lost for it.
    """
    precision, has_ends = row.text("precision"), row.text("start") or row.text("end")
    if any(row.text(column) for column in BOUNDS):
        return bool(precision or not has_ends)
    return precision == "open" and not has_ends


def _alone(start: Range, clock: str | None) -> When:
    """One cell only: a window of days, or an open end ("../2009", "2014/..")."""
    if start.first is None or start.last is None:
        since = start.first is not None
        return When(
            start.first,
            start.inner if since else start.last,
            None if since else start.inner,
            start.last,
            "open",
            "since" if since else "until",
            "given",
            start.approximate,
            rule="table",
        )
    return When(
        start.first,
        start.last,
        start.first,
        start.last,
        start.precision,
        "on",
        "given",
        start.approximate,
        clock,
        rule="table",
    )


def _exact_when(row: Row) -> When:
    start_earliest, start_latest, end_earliest, end_latest = (_bound(row, column) for column in BOUNDS)
    for low, high, column in ((start_earliest, start_latest, BOUNDS[1]), (end_earliest, end_latest, BOUNDS[3])):
        if low is not None and high is not None and low > high:
            raise CellError(column, f"{row.text(column)!r} lies before the earliest day for it")
    return When(
        start_earliest,
        start_latest,
        end_earliest,
        end_latest,
        row.choice("precision", PRECISIONS, "day" if start_earliest == end_latest else "days"),
        row.choice("relation", RELATIONS, "on"),
        row.choice("date_basis", BASES, "given"),
        row.truth("approximate"),
        row.text("clock") or None,
        rule="table",
    )


def _bound(row: Row, column: str) -> int | None:
    found = row.range(column)
    return found.first if found else None


def _place(row: Row, find_place: FindPlace | None) -> Place | None:
    """The row's own coordinates win; the gazetteer adds what a row cannot hold, or finds a place named only."""
    lat, lon = row.number("lat", -90, 90, "-0.95"), row.number("lon", -180, 180, "-80.72")
    if (lat is None) != (lon is None):
        raise CellError("lat" if lat is None else "lon", "it is empty, but the other coordinate is given")
    key, name, country = row.text("place_id"), row.text("place"), _country(row)
    known = find_place(key, name, country) if find_place and (key or (name and lat is None)) else None
    if lat is None or lon is None:
        typed = TYPED_ID.match(key)
        if known or not typed:
            return _as_told(known, row) if known and key else known
        lat, lon = float(typed[1]), float(typed[2])
    elif known and known.id == key and (known.lat, known.lon) == (lat, lon):
        return _as_told(known, row)
    kind = row.choice("place_kind", PLACE_KINDS, "city")
    admin1 = row.text("admin1") or None
    return Place(
        id=key or f"table:{lat!r},{lon!r}",
        name=name or f"{lat:.4f}, {lon:.4f}",
        kind=kind,
        lon=lon,
        lat=lat,
        country=country or None,
        admin1=admin1,
        admin1_name=row.text("admin1_name") or None,
        radius_km=_or(row.number("radius_km", 0, HALF_WAY_KM, "5"), 1.0),
        outline=_outline(kind, country, admin1),
    )


def _as_told(known: Place, row: Row) -> Place:
    """A place of the gazetteer under the name and with the size that the row gives."""
    radius_km = _or(row.number("radius_km", 0, HALF_WAY_KM, "5"), known.radius_km)
    kind = row.choice("place_kind", PLACE_KINDS, known.kind)
    return replace(known, name=row.text("place") or known.name, kind=kind, radius_km=radius_km)


def _country(row: Row) -> str:
    """A two-letter code; people also write "Ecuador" there, and the place is still good without."""
    code = row.text("country").upper()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _outline(kind: str, country: str, admin1: str | None) -> str | None:
    """The base map's key for an area that a table names by its codes."""
    if kind == "country" and country:
        return f"country:{country}"
    return f"admin1:{country}.{admin1}" if kind == "admin" and country and admin1 else None


def content_id(event: Event) -> str:
    """A short hash of what the row says, so that equal rows have equal ids everywhere."""
    content = repr((event.title, event.kind, event.status, event.when, event.place, event.actors, event.note))
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:12]
