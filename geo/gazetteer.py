"""The shipped gazetteer: which places a name may mean, best prior first.

One read-only SQLite file of places and, in memory, a sorted array of the hashes of all names: a name that nobody
bears costs a microsecond and no read. Choosing among candidates needs the text and is not done here. A lost or damaged
file raises AssetError.
"""

from __future__ import annotations

import math
import sqlite3
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal, TypeAlias

from .errors import AssetError
from .model import PLACE_KINDS, Candidate, Extent, Place
from .names import LONGEST_NAME, bare_name, search_key
from .shipped import REMEDY, shipped

FORMAT = 3
"""The layout of the file; the reader refuses any other."""

BUCKETS = 1 << 16
CAPITALS = 260
"""More than there are."""

GENERIC_FACILITY = frozenset(
    """
    airport airfield airbase aerodrome airstrip international regional municipal domestic air base force station army
    naval navy military field afb nas raf the of de and county city memorial general executive aeropuerto heliport
    """.split()
)
"""Words that tell the class of an airport or base and not which one; "General" because short forms drop it."""

MOST_CANDIDATES = 250
"""Of a name's places, those kept. Only saints' names and the like (San Antonio, Santa Cruz) have more."""

_REMEMBERED = 20_000
"""Names and places kept in memory before both are forgotten: about 20 MB when full."""

Match: TypeAlias = Literal["name", "alternate", "abbreviation", "alias", "partial"]
_MATCHES: tuple[Match, ...] = ("name", "alternate", "abbreviation", "alias", "partial", "abbreviation")
"""By the number in the file; 5 is an ISO code, which only counts in capitals: MAC is Macao, "Mac" is not."""
_CODE = 5
_PENALTY = (0.0, 0.15, 0.05, 0.0, 0.3, 0.05)
"""What a match by another kind of name than the main one takes off the prior: chosen on the development corpora."""

_PLACE = "SELECT p.*, a.* FROM place p LEFT JOIN area a USING (rank) WHERE "
_WIDE = "SELECT p.*, a.* FROM place p NOT INDEXED LEFT JOIN area a USING (rank) WHERE "
_MANY = 4_000
"""Where the squares of a degree list more towns than this, the order of ranks finds the most populous sooner."""
SPOT_CELLS = 180 * 360
_PIECE = 500
"""Ranks asked for at once; SQLite takes at most 999 values."""


def key_hash(key: str) -> tuple[int, int]:
    """The bucket, 0 to 65535, and the 32-bit number in it under which the file lists `key` (48 bits of BLAKE2b)."""
    digest = blake2b(key.encode(), digest_size=6).digest()
    return int.from_bytes(digest[:2], "big"), int.from_bytes(digest[2:], "big")


def spot_cell(lon: float, lat: float) -> int:
    """The number of the square of a degree that a point lies in: row by row from the south-west."""
    return min(179, max(0, math.floor(lat) + 90)) * 360 + (math.floor(lon) + 180) % 360


class Gazetteer:
    """An opened gazetteer. Reading only; threads may share it."""

    __slots__ = (
        "_admin1",
        "_country",
        "_demonyms",
        "_file",
        "_hashes",
        "_known",
        "_places",
        "_postings",
        "_spots",
        "_starts",
    )

    def __init__(self, file: sqlite3.Connection, starts: array[int], hashes: array[int], postings: array[int]) -> None:
        """Prefer `Gazetteer.open`.

        `hashes[starts[b]:starts[b + 1]]` is the sorted bucket b; `postings[i]` is rank * 8 + kind of match of
        `hashes[i]`.
        """
        self._file = file
        self._starts = starts
        self._hashes = hashes
        self._postings = postings
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self._places: dict[int, Place] = {}
        self._country: dict[str, Place | None] = {}
        self._admin1: dict[tuple[str, str], Place | None] = {}
        self._demonyms: dict[str, tuple[str, ...]] | None = None
        self._spots: tuple[array[int], array[int]] | None = None

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the file at `path`, by default the shipped one, whose hash is checked.

        Raises:
            AssetError: the file is missing, damaged or of another format.
        """
        path = shipped("gazetteer/gazetteer.sqlite") if path is None else path
        try:
            file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            meta = dict(file.execute("SELECT key, value FROM meta WHERE key NOT LIKE 'spot%'"))
            starts, hashes, postings = (_numbers(meta[name]) for name in ("starts", "hashes", "postings"))
        except (sqlite3.Error, KeyError, ValueError, TypeError) as error:
            raise AssetError(f"The gazetteer {path.name} is missing or damaged ({error}); {REMEDY}.") from error
        if meta.get("format") != FORMAT or len(starts) != BUCKETS + 1 or not len(hashes) == len(postings) == starts[-1]:
            raise AssetError(f"The gazetteer {path.name} is of another format than {FORMAT}; {REMEDY}.")
        return cls(file, starts, hashes, postings)

    def candidates(self, name: str, *, loose: bool = False) -> tuple[Candidate, ...]:
        """The places that bear `name` in any spelling, best prior first; () when none does.

        Abbreviations of up to three letters ("OR", "Ga.") are not found for a name in lower case. With `loose`, a name
        that nobody bears is tried without its direction or class ("northern Iraq", "Town of Groton"): partial matches.
        """
        found = self._exact(name)
        if found or not loose:
            return found
        inner = self._exact(bare_name(search_key(name)).upper())  # capitals: "western U.S." has an abbreviation in it
        return tuple(Candidate(one.place, "partial", round(one.score - _PENALTY[4], 4)) for one in inner)

    def _exact(self, name: str) -> tuple[Candidate, ...]:
        found = self._known.get(name)
        return self._remember(name, self._look_up(name)) if found is None else found

    def _remember(self, name: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        if len(name) <= LONGEST_NAME:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[name] = found
        return found

    def has(self, name: str) -> bool:
        """Whether `candidates(name)` has any; about a microsecond, never a read."""
        known = self._known.get(name)
        if known is None and not self._find(name):
            known = self._remember(name, ())
        return known is None or bool(known)

    def place(self, place_id: str) -> Place | None:
        """The place of an id as `Place.id` gives it, None when the gazetteer has none."""
        if place_id.startswith("pc:"):
            return next(
                (found.place for found in self.candidates(place_id.split(":")[2]) if found.place.id == place_id), None
            )
        ref: int | str = int(place_id[3:]) if place_id.startswith("gn:") and place_id[3:].isdecimal() else place_id
        places = self._select("p.ref = ?", (ref,))
        return places[0] if places else None

    def country(self, iso2: str) -> Place | None:
        """The country or territory of an ISO 3166-1 alpha-2 code."""
        if iso2 not in self._country:
            self._country[iso2] = self._unit(f"country:{iso2}")
        return self._country[iso2]

    def admin1(self, iso2: str, code: str) -> Place | None:
        """The first-level unit of a country by GeoNames' code: `admin1("EC", "14")`."""
        if (iso2, code) not in self._admin1:
            self._admin1[iso2, code] = self._unit(f"admin1:{iso2}.{code}")
        return self._admin1[iso2, code]

    def capital(self, iso2: str) -> Place | None:
        """The capital city of a country, None where there is none."""
        return self._unit(f"capital:{iso2}")

    def demonym(self, word: str) -> tuple[str, ...]:
        """The ISO codes of countries or ids of places whose people or things `word` names: "Dominican" has two."""
        if self._demonyms is None:
            rows = self._rows("SELECT key, places FROM demonym", ())
            self._demonyms = {key: tuple(places.split("|")) for key, places in rows}
        return self._demonyms.get(search_key(word), ())

    def facilities(self, tokens: Sequence[str], country: str | None) -> tuple[Candidate, ...]:
        """Airports, bases and the like whose name or town has all the distinctive words of `tokens`, best first.

        "Ulpiano Paez Air Base" is filed as "General Ulpiano Paez Airport"; "Manta air base" by its town. Words such as
        "air" or "base" say nothing about which one; with no other word the answer is (). `country` None means anywhere.
        """
        words = [word for token in tokens for word in search_key(token).split() if word not in GENERIC_FACILITY]
        if not words:
            return ()
        ranks = set.intersection(
            *({posting >> 3 for posting in self._range("~" + word)} for word in dict.fromkeys(words))
        )
        places = self._at(sorted(ranks)[:MOST_CANDIDATES])
        return tuple(
            Candidate(place, "partial", place.prior - 0.02 * _extra_words(place, words))
            for place in places
            if country is None or place.country == country
        )

    def towns(self, extent: Extent, *, limit: int, min_population: int = 0) -> tuple[Place, ...]:
        """The most populous cities inside `extent`, at most `limit` of them, none below `min_population`."""
        west, east = round(extent.west * 1e5), round(extent.east * 1e5)
        across = "(p.lon >= ? OR p.lon <= ?)" if extent.crosses_antimeridian else "p.lon BETWEEN ? AND ?"
        where = f"p.kind = 0 AND p.lat BETWEEN ? AND ? AND {across} AND p.population >= ?"
        values = (round(extent.south * 1e5), round(extent.north * 1e5), west, east, min_population)
        # Ranks follow population but for capitals, which come earlier: so these hold the most populous.
        wanted = limit + CAPITALS if limit > 0 else 0
        near = self._ranks_in(extent)
        if len(near) > _MANY:
            found = self._select(f"{where} ORDER BY p.rank LIMIT ?", (*values, wanted), _WIDE)
        else:
            found = self._first_of(sorted(near), wanted, where, values)
        return tuple(sorted(found, key=lambda place: -place.population)[: max(0, limit)])

    def _ranks_in(self, extent: Extent) -> array[int]:
        """The ranks of the towns in the squares of a degree that `extent` touches; more than _MANY are not all told."""
        if self._spots is None:
            blobs = dict(self._rows("SELECT key, value FROM meta WHERE key IN ('spot_starts', 'spots')", ()))
            self._spots = _numbers(blobs["spot_starts"]), _numbers(blobs["spots"])
        starts, spots = self._spots
        first, last = math.floor(extent.west), math.floor(extent.east)
        columns = range(first, last + 1 + (360 if extent.crosses_antimeridian else 0))
        rows = range(math.floor(extent.south), math.floor(extent.north) + 1)
        found = array("I")
        for cell in {spot_cell(lon, lat) for lat in rows for lon in columns}:
            found += spots[starts[cell] : starts[cell + 1]]
            if len(found) > _MANY:
                break
        return found

    def _first_of(self, ranks: list[int], limit: int, where: str, values: tuple[object, ...]) -> tuple[Place, ...]:
        """The first `limit` places of `ranks`, which are in order, that meet the condition."""
        found: list[Place] = []
        for start in range(0, len(ranks), _PIECE):
            if len(found) >= limit:
                break
            part = ranks[start : start + _PIECE]
            condition = f"p.rank IN ({','.join('?' * len(part))}) AND {where} ORDER BY p.rank LIMIT ?"
            found += self._select(condition, (*part, *values, limit - len(found)))
        return tuple(found)

    def search(self, prefix: str, *, limit: int = 10) -> tuple[Place, ...]:
        """Places for what a user has typed so far: those of that very name, then those whose name starts so."""
        key = search_key(prefix)
        if not key:
            return ()
        exact = [candidate.place for candidate in self.candidates(prefix)]
        started = self._select("p.name LIKE ? ORDER BY p.rank LIMIT ?", (_pattern(key), 20 * limit))
        begins = [place for place in started if search_key(place.name).startswith(key)]
        return tuple(dict.fromkeys([*exact, *begins]))[:limit]

    def _find(self, name: str) -> list[int]:
        """The postings of `name`, in the order of their ranks."""
        key = search_key(name)
        if not key:
            return []
        found = self._range(key)
        if len(key) == 3 and not name.isupper():
            found = [posting for posting in found if posting & 7 != _CODE]
        if found and len(key) <= 3 and name.islower():
            return [posting for posting in found if posting & 7 != 2]
        return found

    def _range(self, key: str) -> list[int]:
        bucket, wanted = key_hash(key)
        hashes = self._hashes
        last = self._starts[bucket + 1]
        start = bisect_left(hashes, wanted, self._starts[bucket], last)
        if start == last or hashes[start] != wanted:
            return []
        return self._postings[start : bisect_right(hashes, wanted, start, last)].tolist()

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        postings = self._find(name)[:MOST_CANDIDATES]
        if not postings:
            return ()
        places = self._at([posting >> 3 for posting in postings])
        found = [
            Candidate(place, _MATCHES[posting & 7], round(place.prior - _PENALTY[posting & 7], 4))
            for place, posting in zip(places, postings, strict=True)
        ]
        return tuple(sorted(found, key=lambda candidate: -candidate.score))

    def _at(self, ranks: list[int]) -> tuple[Place, ...]:
        """The places of `ranks`, in that order."""
        missing = [rank for rank in ranks if rank not in self._places]
        if missing:
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
                missing = ranks
            for start in range(0, len(missing), _PIECE):
                part = missing[start : start + _PIECE]
                for row in self._rows(f"{_PLACE} p.rank IN ({','.join('?' * len(part))})", tuple(part)):
                    self._places[row[0]] = self._made(row)
        return tuple(self._places[rank] for rank in ranks)

    def _select(self, where: str, values: tuple[object, ...], table: str = _PLACE) -> tuple[Place, ...]:
        return tuple(self._made(row) for row in self._rows(table + where, values))

    def _unit(self, unit: str) -> Place | None:
        places = self._select("p.rank = (SELECT rank FROM area WHERE unit = ?)", (unit,))
        return places[0] if places else None

    def _rows(self, query: str, values: tuple[object, ...]) -> list[Any]:
        try:
            return self._file.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise AssetError(f"The gazetteer cannot be read ({error}); {REMEDY}.") from error

    def _made(self, row: tuple[Any, ...]) -> Place:
        (_rank, ref, name, kind, feature, lon, lat, country, admin1, population, radius, prior) = row[:12]
        (_area, west, south, east, north, outline, unit, contested) = row[12:]
        return Place(
            id=_place_id(ref, name, country, lon, lat),
            name=name,
            kind=PLACE_KINDS[kind],
            lon=lon / 1e5,
            lat=lat / 1e5,
            country=country,
            admin1=admin1,
            admin1_name=self._admin1_name(country, admin1, unit),
            population=population,
            radius_km=city_radius_km(population) if radius is None else radius / 10,
            extent=None if west is None else Extent(west, south, east, north),
            outline=outline,
            contested=bool(contested),
            geonames_id=ref if isinstance(ref, int) else None,
            feature=feature or "PPL",
            prior=round(math.log10(population + 10) / 10, 4) if prior is None else prior / 1e4,
        )

    def _admin1_name(self, country: str | None, admin1: str | None, unit: str | None) -> str | None:
        """The name of the first-level unit that a place lies in; None for the unit itself."""
        if not country or not admin1 or unit == f"admin1:{country}.{admin1}":
            return None
        inside = self.admin1(country, admin1)
        return inside.name if inside else None


@lru_cache(maxsize=1)
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer that ships, opened once a process.

    Raises:
        AssetError: its file is missing or damaged.
    """
    return Gazetteer.open()


def city_radius_km(population: int) -> float:
    """The radius of a built-up area: 1 km for a village, 2 at 50,000, 6.3 at 500,000, 20 at most.

    4,000 people per square kilometre is the usual order of magnitude of a built-up area as a whole.
    """
    return round(min(20.0, max(1.0, math.sqrt(population / 4000 / math.pi))), 1)


def _place_id(ref: int | str | None, name: str, country: str | None, lon: int, lat: int) -> str:
    """GeoNames' number, the id of our own table, or for a postal place its country, name and position."""
    if ref is None:
        return f"pc:{country}:{search_key(name)}:{lat / 1e5:.2f}:{lon / 1e5:.2f}"
    return f"gn:{ref}" if isinstance(ref, int) else ref


def _numbers(blob: bytes) -> array[int]:
    """The unsigned 32-bit little-endian numbers of a blob."""
    numbers = array("I", blob)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _extra_words(place: Place, words: list[str]) -> int:
    """How many distinctive words the place's name has beyond `words`."""
    return len(set(search_key(place.name).split()) - set(words) - GENERIC_FACILITY)


def _pattern(key: str) -> str:
    """A LIKE pattern that no spelling of `key` escapes: letters that take accents, and punctuation, match anything."""
    plain = frozenset("bfkmpqvwx0123456789")
    return "".join(ch if ch in plain else "_" for ch in key) + "%"
