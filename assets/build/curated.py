"""Rows of our own: what no package holds, entered by hand as facts in curated/*.csv.

places.csv: seas, straits, lakes, rivers, ranges, deserts, islands, regions, contested regions, landmarks, bases,
plants, camps, crossings. Columns: slug; name; kind (geo.model.PlaceKind); feature (GeoNames' code); lon, lat in
degrees; radius_km of the circle of the same area; country (ISO alpha-2, empty for seas, contested and cross-border
places); contested (1 or empty); weight (its prior among places of the same name, 0 to 1.3); extent ("west south
east north" or empty); aliases, separated by |.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from geo.model import Extent, PlaceKind
from geo.names import search_key

from .gazetteer_rows import Row
from .gazetteer_sources import country_names, table

SAME_PLACE = 3.0
"""Degrees between the reference points of a region and of the unit of the same name; large units are wide."""

SAME_QUARTER = 0.1
"""Degrees between a quarter of ours and one of the list of cities."""

LENT = 0.35
"""What a row's weight loses when lent: it was chosen for a place without population, and the twin has one."""

SITES = frozenset("AIRB AIRP CMP CSTM DAM LAB MILB NPP OILF PRT SPCP".split())
"""Features that a text names by some of their words and a class word: "Bagram base", "Bushehr plant"."""

OUTLINED = frozenset({"region", "island", "water", "mountain", "continent"})


def curated_rows() -> list[Row]:
    """A row for each line of places.csv, with the id "cu:<slug>"."""
    return [_row(line) for line in table("places.csv")]


def lend_names(curated: list[Row], rows: list[Row]) -> list[Row]:
    """The curated rows less those that `rows` have already, to which they lend their names and weight.

    "Sicily" is a unit of Italy that has codes, population and an outline; Harlem is in the list of cities: one place,
    not two to choose from.
    """
    units = {(row.country, search_key(row.name)): row for row in rows if row.feature == "ADM2"}
    units |= {(row.country, key): row for row in rows if row.feature == "ADM1" for key in _keys(row)}
    cities = {(row.country, search_key(row.name)): [] for row in curated if row.kind == "city"}
    for row in rows:
        for key in _keys(row) if row.kind == "city" else ():
            cities.get((row.country, key), []).append(row)
    kept = []
    for row in curated:
        same = (row.country, search_key(row.name))
        unit = units.get(same) if row.kind in ("region", "island", "admin") else None
        listed = [unit] if unit else cities.get(same, [])
        reach = SAME_QUARTER if row.kind == "city" else SAME_PLACE
        twin = next((one for one in listed if abs(one.lat - row.lat) + abs(one.lon - row.lon) <= reach), None)
        if twin is None:
            kept.append(row)
        else:
            _lend(row, twin)
    return kept


def _lend(row: Row, twin: Row) -> None:
    twin.names += [(row.name, "alias"), *row.names]
    twin.weight = max(twin.weight, row.weight - LENT)
    twin.slug = row.id


def named_cities(cities: list[Row]) -> list[Row]:
    """`cities`, the most populous of a name in its country with the other names of city_names.csv, and its weight.

    A first name that is marked with * becomes the one that is shown: "Raqqa", not "Ar Raqqah".

    Raises:
        SystemExit: city_names.csv names a city that is not there.
    """
    ordered = sorted(cities, key=lambda row: row.population)
    biggest = {(row.country, key): row for row in ordered for key in _keys(row)}
    biggest |= {(row.country, search_key(row.name)): row for row in ordered}
    missing = []
    for line in table("city_names.csv"):
        city = biggest.get((line["country"], search_key(line["city"])))
        if city is None:
            missing.append(f"{line['city']} {line['country']}")
        else:
            aliases = line["aliases"]
            if aliases.startswith("*"):
                city.names.append((city.name, "name"))
                city.name = aliases[1:].split("|")[0]
            city.names += country_names(aliases.removeprefix("*"))
            city.weight += float(line["weight"] or 0.0)
    if missing:
        raise SystemExit(f"city_names.csv names cities that are not there: {'; '.join(missing)}")
    return cities


def _keys(row: Row) -> set[str]:
    return {search_key(row.name)} | {search_key(name) for name, _match in row.names}


def _row(line: dict[str, str]) -> Row:
    kind = cast(PlaceKind, line["kind"])
    box = [float(number) for number in line["extent"].split()]
    return Row(
        id=f"cu:{line['slug']}",
        name=line["name"],
        kind=kind,
        feature=line["feature"],
        lon=float(line["lon"]),
        lat=float(line["lat"]),
        country=line["country"],
        radius_km=float(line["radius_km"]),
        weight=float(line["weight"]),
        extent=Extent(*box) if box else None,
        outline=f"curated:{line['slug']}" if kind in OUTLINED else "",
        contested=bool(line["contested"]),
        names=country_names(line["aliases"]),
        tokens=f"{line['name']} {line['aliases']}" if line["feature"] in SITES else "",
    )


def demonyms(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """Search key of a demonym -> ISO codes of countries, or ids of places that are in `rows`.

    demonyms.csv names its place by ISO code, "US.TX" (first-level code), "city:Name:ISO" (the most populous) or
    "cu:slug".
    """
    known: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row.population):
        known[row.id] = known[row.slug] = row.id
        if row.feature == "ADM1":
            known[f"{row.country}.{row.admin1}"] = row.id
        elif row.kind == "city":
            known[f"city:{row.name}:{row.country}"] = row.id
        elif row.unit.startswith("country:"):
            known[row.unit[8:]] = row.unit[8:]
    found: dict[str, tuple[str, ...]] = {}
    for line in table("demonyms.csv"):
        place = known.get(line["place"])
        for word in line["words"].split("|"):
            if place is not None:
                found[search_key(word)] = (*found.get(search_key(word), ()), place)
    return found
