"""The shipped base map: what is where, contested areas, the antimeridian, outlines."""

from __future__ import annotations

import json

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.basemap import base_map, contested_areas, detail_for, has_outline, outline
from geo.geometry import shape_extent, width
from geo.model import Extent
from geo.shapecode import STEPS_PER_DEGREE, decode, decode_all, encode
from geo.shipped import assets_dir

WORLD = Extent(-180, -90, 180, 90)
DETAILS = ("world", "region", "local")


@pytest.mark.parametrize(
    ("key", "lon", "lat"),
    [
        ("country:EC", -78.5, -0.2), ("admin1:EC.14", -80.1, -0.8), ("admin1:US.CA", -119.5, 37),
        ("admin1:GB.ENG", -1.5, 52.5), ("admin1:DE.02", 11.5, 48.5), ("curated:crimea", 34.1, 45.2),
        ("curated:western-sahara", -13, 24.5), ("curated:golan-heights", 35.8, 33.0), ("curated:kashmir", 74.8, 34.1),
        ("curated:taiwan", 121, 23.7), ("country:RU", 37.6, 55.7), ("country:AQ", 0, -85), ("country:XK", 21.1, 42.6),
    ],
)  # fmt: skip
def test_an_outline_holds_a_point_known_to_lie_in_it(key, lon, lat):
    shape = outline(key)
    if shape is None and key == "country:XK":
        shape = outline("curated:kosovo")  # a contested area is no country's
    assert shape is not None
    assert shape.is_valid
    assert shapely.contains_xy(shape, lon, lat)


def test_an_unknown_outline_is_none():
    assert outline("country:ZZ") is None
    assert outline("") is None
    assert has_outline("country:EC")
    assert not has_outline("admin1:EC.99")


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("area", contested_areas(), ids=lambda area: area.slug)
def test_a_contested_area_belongs_to_no_country(area, detail):
    shape = outline(f"curated:{area.slug}", detail=detail)
    if shape is None:
        assert detail != "local"  # small areas are missing only on coarse maps
        return
    inside = shapely.point_on_surface(shape)
    ground = base_map(WORLD, detail=detail, tolerance=0)
    for code, country in ground.countries:
        shared = shapely.intersection(country, shape).area
        assert shared < 0.02 * shape.area, code
        assert not shapely.contains(country, inside), code


def test_every_contested_area_names_its_claimants_and_its_source():
    for area in contested_areas():
        assert area.source
        assert area.claimed_by
        assert all(len(code) == 2 and code.isupper() for code in area.claimed_by)


def test_contested_areas_are_edged_with_dashed_lines_and_not_with_borders():
    ground = base_map(Extent(70, 30, 82, 38), detail="local")
    kashmir = dict(ground.contested)["kashmir"]
    inner = shapely.buffer(kashmir, -0.05)
    assert sum(line.length for line in ground.disputed) > 10
    assert shapely.intersection(shapely.union_all(list(ground.borders)), inner).length == pytest.approx(0, abs=0.01)


def test_the_galapagos_are_on_the_local_map_and_on_the_regional_one():
    for detail in ("local", "region"):
        ground = base_map(Extent(-92, -1.6, -89, 0.8), detail=detail)
        assert any(shapely.contains_xy(shape, -91.1, -0.7) for shape in ground.land)


def test_an_extent_over_the_antimeridian_comes_in_one_piece():
    ground = base_map(Extent(176, -20, -178, -15), detail="local")
    fiji = dict(ground.countries)["FJ"]
    west, _, east, _ = fiji.bounds
    assert 176 <= west < 178
    assert 180 < east <= 182
    chukotka = base_map(Extent(170, 64, -170, 70), detail="region")
    seam = shapely.box(179.99, 66.5, 180.01, 68)
    russia = dict(chukotka.countries)["RU"]
    assert shapely.intersection(shapely.boundary(russia), seam).length < 0.1


@settings(max_examples=30, deadline=None)
@given(
    west=st.floats(-180, 179), south=st.floats(-90, 88), wide=st.floats(0.5, 340), tall=st.floats(0.5, 170),
    detail=st.sampled_from(DETAILS[:2]),
)  # fmt: skip
def test_every_piece_lies_inside_the_extent_and_is_valid(west, south, wide, tall, detail):
    east = west + wide if west + wide <= 180 else west + wide - 360
    extent = Extent(west, south, east, min(90, south + tall))
    ground = base_map(extent, detail=detail)
    box = shapely.box(west, extent.south, west + width(extent), extent.north).buffer(2e-5)
    shapes = [*ground.land, *ground.lakes, *ground.rivers, *ground.borders, *ground.disputed]
    shapes += [shape for _, shape in (*ground.countries, *ground.contested)]
    for shape in shapes:
        assert shape.is_valid
        assert box.covers(shape)


def test_the_scale_follows_the_extent():
    assert detail_for(Extent(-85, -5, -75, 3)) == "local"
    assert detail_for(Extent(-20, 30, 40, 60)) == "region"
    assert detail_for(WORLD) == "world"


def test_simplified_pieces_are_light():
    heavy = base_map(Extent(-85, -6, -72, 3), detail="local", tolerance=0)
    light = base_map(Extent(-85, -6, -72, 3), detail="local")
    assert _points(light.land) < 0.7 * _points(heavy.land)


def _points(shapes) -> int:
    return int(sum(shapely.get_num_coordinates(shape) for shape in shapes))


def test_the_extent_of_fiji_and_russia_is_not_the_whole_world():
    assert width(shape_extent(outline("country:FJ"))) < 10
    assert width(shape_extent(outline("country:RU"))) < 175


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=40))
def test_a_line_survives_the_code_to_a_grid_step(points):
    line = shapely.LineString(points)
    if len({(round(x * STEPS_PER_DEGREE), round(y * STEPS_PER_DEGREE)) for x, y in points}) < 2:
        return
    back = decode(encode(line))
    assert back.geom_type == "LineString"
    assert shapely.hausdorff_distance(line, back) <= 1.5 / STEPS_PER_DEGREE


def test_a_polygon_with_a_hole_survives_the_code():
    ring = shapely.Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    assert decode(encode(ring)).equals(ring)


def test_the_list_of_contested_areas_matches_the_shapes_that_ship():
    listed = json.loads((assets_dir() / "basemap/contested.json").read_text(encoding="utf-8"))["areas"]
    assert all(outline(f"curated:{row['slug']}") is not None for row in listed)


def test_shapes_read_together_are_the_same_as_one_by_one():
    outer, hole = [(0, 0), (9, 0), (9, 9), (0, 9)], [(2, 2), (2, 4), (4, 4)]
    shapes = [
        shapely.LineString([(0, 0), (1, 2), (-3, 4.5)]),
        shapely.Polygon(outer, [hole]),
        shapely.LineString([(179.9999, -89), (-12, 1)]),
        shapely.Polygon(hole),
        shapely.Polygon(outer, [hole, [(5, 5), (5, 6), (6, 6), (6, 5)]]),
    ]
    together = decode_all([encode(shape) for shape in shapes])
    assert all(decode(encode(one)).equals_exact(other) for one, other in zip(shapes, together, strict=True))
    assert all(one.equals(other) for one, other in zip(shapes, together, strict=True))
    assert len(decode_all([])) == 0
