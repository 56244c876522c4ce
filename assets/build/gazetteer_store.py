"""Write the rows of the gazetteer as one SQLite file whose bytes depend on the rows alone.

A place's key in the table is its rank: 1 is the place with the highest prior. So the postings of a name, sorted by
rank, are sorted by prior, and a list that must be cut loses the least likely. Names are not stored as text: a sorted
array of hashes of search keys, and beside it an array of rank * 8 + kind of match. geo/gazetteer.py reads it.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from geo.gazetteer import BUCKETS, FORMAT, GENERIC_FACILITY, SPOT_CELLS, key_hash, spot_cell
from geo.model import PLACE_KINDS
from geo.names import search_key

from .gazetteer_rows import MATCHES, Row

LEAST_DOUBT = (0, 3, 2, 5, 1, 4)
"""The numbers of the kinds of match, the surest first: of two spellings with one key the surer counts."""

SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE place(rank INTEGER PRIMARY KEY, ref, name TEXT, kind INTEGER, feature TEXT, lon INTEGER, lat INTEGER,
    country TEXT, admin1 TEXT, population INTEGER, radius INTEGER, prior INTEGER);
CREATE TABLE area(rank INTEGER PRIMARY KEY, west REAL, south REAL, east REAL, north REAL, outline TEXT,
    unit TEXT, contested INTEGER);
CREATE TABLE demonym(key TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
"""


def write(path: Path, rows: list[Row], demonyms: dict[str, tuple[str, ...]]) -> None:
    """Write `rows`, which need distinct ids, and `demonyms` (search key -> ids or country codes) to `path`."""
    ranked = sorted(rows, key=lambda row: (-row.prior, row.id))
    path.unlink(missing_ok=True)
    file = sqlite3.connect(path)
    file.execute("PRAGMA page_size=4096")
    file.execute("PRAGMA journal_mode=OFF")
    file.executescript(SCHEMA)
    with file:
        file.executemany(f"INSERT INTO place VALUES({','.join('?' * 12)})", map(_place, enumerate(ranked, start=1)))
        file.executemany("INSERT INTO area VALUES(?,?,?,?,?,?,?,?)", _areas(ranked))
        file.execute("CREATE UNIQUE INDEX place_ref ON place(ref) WHERE ref IS NOT NULL")
        file.execute("CREATE INDEX area_unit ON area(unit)")
        file.executemany("INSERT INTO demonym VALUES(?,?)", _demonyms(demonyms))
        meta = {"format": FORMAT, "places": len(ranked), **_index(ranked), **_spots(ranked)}
        file.executemany("INSERT INTO meta VALUES(?,?)", sorted(meta.items()))
    file.execute("VACUUM")
    file.close()
    _still_header(path)


def _demonyms(demonyms: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return sorted((key, "|".join(ids)) for key, ids in demonyms.items())


def _still_header(path: Path) -> None:
    """Blank the SQLite version in the header (bytes 96-99), which alone would differ between builders."""
    with path.open("r+b") as stream:
        stream.seek(96)
        stream.write(b"\x00\x00\x00\x00")


def stored_ref(place_id: str) -> int | str | None:
    """Most ids are GeoNames', kept as a number; those of postal places follow from the other columns."""
    if place_id.startswith("pc:"):
        return None
    return int(place_id[3:]) if place_id.startswith("gn:") else place_id


def _place(numbered: tuple[int, Row]) -> tuple[object, ...]:
    rank, row = numbered
    return (
        rank,
        stored_ref(row.id),
        row.name,
        PLACE_KINDS.index(row.kind),
        None if row.feature == "PPL" else row.feature,
        round(row.lon * 1e5),
        round(row.lat * 1e5),
        row.country or None,
        row.admin1 or None,
        row.population,
        None if row.kind == "city" else round(row.radius_km * 10),
        None if row.weight == 0 else round(row.prior * 1e4),
    )


def _areas(ranked: list[Row]) -> Iterable[tuple[object, ...]]:
    for rank, row in enumerate(ranked, start=1):
        if row.extent or row.outline or row.unit or row.contested:
            box = (row.extent.west, row.extent.south, row.extent.east, row.extent.north) if row.extent else (None,) * 4
            yield (rank, *box, row.outline or None, row.unit or None, int(row.contested))


def _index(ranked: list[Row]) -> dict[str, bytes]:
    """The start of each bucket, the hashes and the postings: unsigned 32-bit numbers, little-endian."""
    pairs: set[tuple[tuple[int, int], int]] = set()
    for rank, row in enumerate(ranked, start=1):
        pairs.update((key_hash(key), rank * 8 + number) for key, number in _keys(row).items())
        tokens = set(search_key(row.tokens).split()) - GENERIC_FACILITY
        pairs.update((key_hash("~" + token), rank * 8) for token in tokens)
    ordered = sorted(pairs)
    buckets = [bucket for (bucket, _hash), _posting in ordered]
    return {
        "starts": _blob(bisect_left(buckets, bucket) for bucket in range(BUCKETS + 1)),
        "hashes": _blob(number for (_bucket, number), _posting in ordered),
        "postings": _blob(posting for _key, posting in ordered),
    }


def _spots(ranked: list[Row]) -> dict[str, bytes]:
    """The ranks of the towns by their square of a degree: a third of the bytes of an index over both columns."""
    cells: list[list[int]] = [[] for _ in range(SPOT_CELLS)]
    for rank, row in enumerate(ranked, start=1):
        if row.kind == "city":
            cells[spot_cell(row.lon, row.lat)].append(rank)
    return {
        "spot_starts": _blob([0, *accumulate(map(len, cells))]),
        "spots": _blob(rank for cell in cells for rank in cell),
    }


def _keys(row: Row) -> dict[str, int]:
    """Each search key of a row with its kind of match; the best one where spellings meet."""
    keys: dict[str, int] = {}
    for name, match in [(row.name, "name"), *row.names]:
        key = search_key(name)
        if key:
            keys[key] = min(keys.get(key, MATCHES.index(match)), MATCHES.index(match), key=LEAST_DOUBT.index)
    return keys


def _blob(numbers: Iterable[int]) -> bytes:
    values = array("I", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()
