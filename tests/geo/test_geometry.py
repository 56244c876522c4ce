"""Distances, extents over the antimeridian, projections, scale bars."""

from __future__ import annotations

import math

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry import (
    Projection,
    bar_length_km,
    compass,
    distance_km,
    extent_around,
    extent_of,
    extent_of_points,
    projection_for,
    shape_extent,
    union,
    width,
)
from geo.model import Extent

GEOD = pyproj.Geod(ellps="WGS84")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((-80.7, -0.95), (-90.5, -0.6)),
        ((0, 51.5), (151.2, -33.9)),
        ((179.9, -18), (-179.9, -17)),
        ((10, 89), (-170, 89)),
    ],
)
def test_a_distance_agrees_with_the_ellipsoid_to_half_a_percent(one, other):
    true_km = GEOD.inv(*one, *other)[2] / 1000
    assert distance_km(*one, *other) == pytest.approx(true_km, rel=0.0057)


@pytest.mark.parametrize(
    ("target", "word"),
    [((-90.5, -0.6), "west"), ((-80.7, 5), "north"), ((-79, -3), "southeast"), ((-70, -0.95), "east")],
)
def test_the_compass_names_the_direction_from_the_first_point(target, word):
    assert compass(-80.7, -0.95, *target) == word


def test_an_extent_leaves_out_the_largest_gap_in_longitude():
    extent = extent_of([(179, -16), (-179, -17), (170, 0)])
    assert extent == Extent(170, -17, -179, 0)
    assert extent.crosses_antimeridian
    assert width(extent) == pytest.approx(11)


def test_extents_of_one_point_and_of_the_whole_world_are_what_they_say():
    assert extent_of([(10, 1)]) == Extent(10, 1, 10, 1)
    assert union([Extent(-180, -90, 180, 90), Extent(3, 4, 5, 6)]) == Extent(-180, -90, 180, 90)


def test_no_point_has_no_extent():
    with pytest.raises(ValueError, match="at least one point"):
        extent_of([])


def test_a_shape_with_parts_on_both_sides_of_the_antimeridian_has_a_small_extent():
    fiji = shapely.MultiPolygon([shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -178, -16)])
    assert shape_extent(fiji) == Extent(177, -19, -178, -16)


def test_a_circle_near_a_pole_takes_in_every_longitude():
    assert width(extent_around(30, 89.5, 200)) == 360
    near_fiji = extent_around(179.5, -17, 200)
    assert near_fiji.crosses_antimeridian


@pytest.mark.parametrize(
    ("projection", "proj4"),
    [
        (Projection("laea", -79, -1), "+proj=laea +lon_0=-79 +lat_0=-1 +R=6371007.2"),
        (Projection("laea", 20, 90), "+proj=laea +lon_0=20 +lat_0=90 +R=6371007.2"),
        (Projection("laea", -100, -52), "+proj=laea +lon_0=-100 +lat_0=-52 +R=6371007.2"),
        (Projection("equal_earth", 150, 0), "+proj=eqearth +lon_0=150 +R=6371007.2"),
    ],
)
def test_a_projection_agrees_with_proj_to_a_metre_and_inverts_itself(projection, proj4):
    rng = np.random.default_rng(7)
    north = projection.lat0 > 80
    lon = rng.uniform(projection.lon0 - 60, projection.lon0 + 60, 300)
    lat = rng.uniform(30, 89, 300) if north else rng.uniform(-60, 60, 300)
    points = np.column_stack([lon, lat])
    expected = np.column_stack(pyproj.Proj(proj4)(lon, lat)) / 1000
    plane = projection.forward(points)
    assert np.abs(plane - expected).max() < 0.001
    back = projection.inverse(plane) - points
    back[:, 0] = (back[:, 0] + 180) % 360 - 180
    assert np.abs(back).max() < 1e-7


def test_wide_extents_get_equal_earth_and_regions_the_azimuthal_map():
    assert projection_for(Extent(-93, -6, -74, 3)).kind == "laea"
    assert projection_for(Extent(-160, -50, 170, 70)).kind == "equal_earth"
    assert projection_for(Extent(-180, 65, 180, 85)) == Projection("laea", 0.0, 90.0)


@pytest.mark.parametrize(
    ("longest", "length"), [(1, 1), (3, 2.5), (2.4, 2), (9, 5), (130, 100), (260, 250), (4999, 2500)]
)
def test_a_scale_bar_has_a_round_length_that_fits(longest, length):
    assert bar_length_km(longest) == length


def test_the_area_of_a_region_is_kept_by_the_projections():
    cell = shapely.segmentize(shapely.box(-80, -4, -78, -2), 0.1)
    true = math.radians(2) * (math.sin(math.radians(4)) - math.sin(math.radians(2))) * 6371.0072**2
    for projection in (Projection("laea", -60, 10), Projection("equal_earth", 0, 0)):
        assert shapely.transform(cell, projection.forward).area == pytest.approx(true, rel=1e-3)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=30))
def test_the_extent_of_an_array_of_points_holds_them_all_and_is_no_wider_than_that_of_a_list(points):
    found, listed = extent_of_points(np.array(points)), extent_of(points)
    assert (found.south, found.north) == (listed.south, listed.north)
    assert width(found) == pytest.approx(width(listed), abs=1e-6) or width(found) < width(listed)
    for lon, _ in points:
        assert (lon - found.west) % 360 <= width(found) + 1e-6 or (lon - found.west) % 360 > 360 - 1e-6
