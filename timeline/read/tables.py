"""A file of events (.csv, .tsv, .geojson, .parquet) to a Timeline without articles."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.model import Place

from ..errors import InputError
from ..model import Problem, Timeline
from ..ordering import in_order
from .columns import matched
from .dayorder import settled
from .decode import decoded
from .features import from_geojson
from .intake import clean
from .parquet import MAX_ROWS, from_parquet
from .rows import FindPlace, events_of

NEEDED = "a column for the title and one for a date or a place; docs/tables.md lists the names"
SEPARATOR_LINE = re.compile(r"sep=[,;\t]\n", re.IGNORECASE)
"""Excel's own first line, which names the sign between the cells."""
MAX_PARTS = 5
"""Of a place name with commas; more is no name."""
GUARDS = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r")


def read_table(content: bytes, name: str) -> Timeline:
    """The events of a table; each bad row is a problem of the timeline.

    Raises:
        InputError: the file is not a table, has no column that we know, or none of its rows can be used.
    """
    suffix = Path(name).suffix.lower()
    if suffix in (".parquet", ".geoparquet"):
        return timeline_of(from_parquet(content, name), name=name)
    if suffix in (".geojson", ".json"):
        columns, problems = from_geojson(decoded(content, name), name)
        return timeline_of(columns, name=name, known=problems)
    columns, problems = _from_csv(decoded(content, name), name)
    return timeline_of(columns, name=name, first_row=2, known=problems)


def timeline_of(
    columns: Mapping[str, Sequence[Any]], *, name: str, first_row: int = 1, known: Sequence[Problem] = ()
) -> Timeline:
    """The timeline of a table's columns, whatever their headings.

    Args:
        columns: heading -> the cells of all rows, equally many in each column that we know.
        name: what to call the table in a message ("events.csv").
        first_row: the number that people see at the first row of cells (2 under a line of headings).
        known: problems that reading the file has met already.

    Raises:
        InputError: no column for a title, or none for a date or a place, or none of the rows can be used.
    """
    found = matched(columns)
    if "title" not in found or not ({"start", "end", "start_earliest", "place", "lat"} & found.keys()):
        raise InputError(f"{name} has the columns {_some(columns)}, but a table of events needs {NEEDED}.")
    ours, notes = settled({our: columns[heading] for our, heading in found.items()}, name)
    events, problems = events_of(ours, name=name, first_row=first_row, find_place=looked_up())
    if problems and not events:
        more = f" (and {len(problems) - 1:,} more)" if len(problems) > 1 else ""
        raise InputError(f"No row of {name} can be used: {problems[0].message}{more}")
    if not events:
        raise InputError(f"{name} has no rows; give a table with a row for each event.")
    if not {"lat", "place"} & found.keys():
        message = f"{name} has neither lat and lon nor a place, so its events stand on the timeline only; add either."
        problems = (*problems, Problem(name, message))
    return Timeline(events=in_order(events), problems=(*known, *notes, *problems), title=_title(name))


def looked_up() -> FindPlace:
    """The gazetteer as a function of id, name and country; opened at the first call and only then."""
    return lru_cache(maxsize=10_000)(_found)


def _found(key: str, name: str, country: str) -> Place | None:
    """The place of that id, else the likeliest of that name; of "Springfield, Illinois" the one in Illinois."""
    from geo.gazetteer import shipped_gazetteer

    gazetteer = shipped_gazetteer()
    if key and (place := gazetteer.place(key)) is not None:
        return place
    head, *around = (part.strip() for part in name.split(",", MAX_PARTS))
    places = [found.place for found in gazetteer.candidates(head) if not country or found.place.country == country]
    for part in reversed(around):
        units = [found.place for found in gazetteer.candidates(part)]
        narrowed = [place for unit in units for place in places if _is_within(place, unit)]
        places = narrowed or ([] if units and part == around[-1] and not country else places)
    return places[0] if places else None


def _is_within(place: Place, unit: Place) -> bool:
    """Whether a place lies in a country or, by its first-level unit, in a province, state or what lies there."""
    if place.id == unit.id or unit.country is None or place.country != unit.country:
        return False
    return unit.kind in ("country", "territory") or unit.admin1 is None or place.admin1 == unit.admin1


def _from_csv(text: str, name: str) -> tuple[dict[str, list[str]], list[Problem]]:
    text = SEPARATOR_LINE.sub("", clean(text).text.lstrip("\n"), count=1)
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
    return columns, list(_beyond_the_headings(rows, name))


def _beyond_the_headings(rows: list[list[str]], name: str) -> Iterator[Problem]:
    """Rows with something behind the last column: most often a comma inside a cell without quotes."""
    width = len(rows[0])
    for number, row in enumerate(rows[1:], 2):
        if len(row) > width and (lost := next((cell.strip() for cell in row[width:] if cell.strip()), "")):
            message = (
                f"{len(row)} cells under {width} headings, so {lost[:40]!r} is left out; quote a cell with a comma."
            )
            yield Problem(name, f"{name}, row {number}: {message}")


def _delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever the line of headings has most of."""
    heading = text.partition("\n")[0]
    return max((",", ";", "\t"), key=lambda sign: (heading.count(sign), sign == ","))


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it (see timeline/export/csv.py)."""
    return cell[1:] if cell.startswith(GUARDS) and cell[1:].lstrip(GUARDS).startswith(RISKY) else cell


def _some(columns: Mapping[str, Any]) -> str:
    names = [str(column)[:30] for column in columns]
    return ", ".join(names[:8]) + (" ..." if len(names) > 8 else "")


def _title(name: str) -> str:
    return Path(name).stem.replace("_", " ").replace("-", " ")
