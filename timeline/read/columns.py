"""The columns of a table of events: their names, what they hold, and the names that others give them.

One list serves reading, writing and docs/tables.md. Days are ISO dates as text, because a table must hold
44 BC ("-0043-03-15") and "no end" (empty) as well as 2025-11-06.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Column(NamedTuple):
    """One column: its name in our tables, what a cell holds, and the other names under which it is read."""

    name: str
    holds: str
    aliases: tuple[str, ...] = ()


COLUMNS: tuple[Column, ...] = (
    Column("id", "the event's id, a hash of its content"),
    Column("title", "one line that says what happened", ("name", "event", "headline", "label", "what", "summary")),
    Column("kind", "one of the 18 kinds, as `attack` or `visit`", ("type", "category", "event_type")),
    Column("status", "asserted, background, planned, hypothetical or negated"),
    Column("salience", "essential, main or minor"),
    Column(
        "start", "first day of the widest reading; empty = open", ("start_date", "begin", "from", "date", "day", "when")
    ),
    Column("end", "last day of the widest reading; empty = open", ("end_date", "finish", "to", "until")),
    Column("start_earliest", "earliest day on which it began"),
    Column("start_latest", "latest day on which it began"),
    Column("end_earliest", "earliest day on which it ended"),
    Column("end_latest", "latest day on which it ended"),
    Column("precision", "how exact the time is: day, month, year, open, ..."),
    Column("relation", "on, until, since, by, before, after, during, from or to"),
    Column("date_basis", "where the time comes from: stated, relative, anchored, implied or given"),
    Column("approximate", "true if the text says `about`"),
    Column("clock", "the time of day as the text gives it", ("time",)),
    Column("edtf", "the time in EDTF (ISO 8601-2); written, not read"),
    Column("time_in_words", "the time as people write it; written, not read"),
    Column("place", "the place's name", ("location", "where", "city", "place_name", "venue", "town")),
    Column("lat", "degrees north, WGS84, -90 to 90; empty if it is not on the map", ("latitude", "y")),
    Column("lon", "degrees east, WGS84, -180 to 180", ("longitude", "lng", "long", "x")),
    Column("place_kind", "city, admin, country, region, island, water, facility, ..."),
    Column("country", "ISO 3166-1 alpha-2 code; empty if none is claimed", ("country_code", "iso2", "iso_a2")),
    Column("admin1", "GeoNames' code of the first-level unit, without the country"),
    Column("admin1_name", "the first-level unit's name", ("province", "state", "region_name")),
    Column("radius_km", "how far the place itself may lie from its point"),
    Column("place_id", "the place's id in the gazetteer"),
    Column("place_basis", "where the place comes from: stated, implied or given"),
    Column("actors", "who, separated by `; `", ("who", "actor", "people", "participants")),
    Column("confidence", "0 to 1; written to three decimals"),
    Column("checked", "true once a person has checked the event"),
    Column("quote", "at most 25 words of the source", ("note", "notes", "description", "text", "comment", "details")),
    Column("source", "who published it", ("publisher", "publication", "outlet", "reference")),
    Column("link", "where it was published", ("url", "href", "source_url", "web")),
    Column("published", "the day on which it was published", ("publication_date", "date_published")),
)
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
ALIASES: dict[str, str] = {alias: column.name for column in COLUMNS for alias in column.aliases}


def column_of(heading: str) -> str | None:
    """Our name for a heading of someone's table, or None: "Start date" is start, "Lng" is lon."""
    key = _key(heading)
    return key if key in NAMES else ALIASES.get(key)


def matched(headings: Iterable[str]) -> dict[str, str]:
    """Our name -> the heading that holds it. A column's own name wins over an alias, an earlier alias over a later."""
    found: dict[str, str] = {}
    listed = list(headings)
    for heading in listed:
        name = column_of(heading)
        if name is not None and _key(heading) == name:
            found.setdefault(name, heading)
    for name in NAMES:
        for alias in dict.fromkeys(alias for alias, of in ALIASES.items() if of == name):
            for heading in listed:
                if name not in found and column_of(heading) == name and _key(heading) == alias:
                    found[name] = heading
    return found


def _key(heading: str) -> str:
    return "_".join(heading.strip().strip("\ufeff").casefold().replace("-", " ").replace("_", " ").split())
