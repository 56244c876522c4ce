"""A timeline as a table, and back without a difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from timeline import from_geodataframe, to_geodataframe
from timeline.errors import InputError
from timeline.model import Timeline
from timeline.ordering import in_order
from timeline.read.columns import NAMES
from timeline.table import to_columns

from .samples import sample_timeline


def row(timeline: Timeline, key: str) -> dict[str, Any]:
    columns = to_columns(timeline)
    at = columns["id"].index(key)
    return {name: values[at] for name, values in columns.items()}


def test_the_columns_are_the_documented_ones_in_their_order() -> None:
    frame = to_geodataframe(sample_timeline())
    assert tuple(frame.columns) == (*NAMES, "geometry")
    assert str(frame.crs) == "EPSG:4326"


def test_a_row_says_what_when_where_and_how_sure() -> None:
    found = row(sample_timeline(), "e-both")
    assert (found["start"], found["end"], found["edtf"]) == ("2025-11-06", "2025-11-06", "2025-11-06T17:00")
    assert (found["place"], found["lon"], found["lat"], found["country"]) == ("Manta", -80.73, -0.95, "EC")
    assert (found["actors"], found["confidence"], found["checked"]) == ("two ships; the crews", 0.875, True)
    assert (found["source"], found["link"], found["published"]) == (
        "Our Paper",
        "https://example.org/ships",
        "2025-11-07",
    )


def test_points_are_lon_lat() -> None:
    frame = to_geodataframe(sample_timeline()).set_index("id")
    point = frame.geometry["e-both"]
    assert (point.x, point.y) == (-80.73, -0.95)


def test_what_did_not_happen_has_no_point_and_no_coordinates() -> None:
    found = row(sample_timeline(), "e-denied")
    assert (found["place"], found["lon"], found["lat"]) == ("Quito", None, None)
    assert to_geodataframe(sample_timeline()).set_index("id").geometry["e-denied"] is None


def test_open_ends_stay_open() -> None:
    found = row(sample_timeline(), "e-date")
    assert (found["start"], found["end"], found["edtf"]) == (None, "2009-12-31", "../2009")


def test_a_table_read_back_gives_the_same_table() -> None:
    timeline = replace(sample_timeline(), events=in_order(sample_timeline().events))
    again = from_geodataframe(to_geodataframe(timeline))
    assert again.problems == ()
    assert to_columns(again) == to_columns(timeline)
    assert to_geodataframe(again).equals(to_geodataframe(timeline))


@pytest.mark.parametrize("story", ["manta", "tonga", "suez"])
def test_the_table_of_a_shipped_story_read_back_is_the_same(story: str, root: Path) -> None:
    from timeline import load

    timeline = load(root / "seeds" / f"{story}.md")
    again = from_geodataframe(to_geodataframe(timeline))
    assert again.problems == ()
    assert to_columns(again) == to_columns(timeline)
    for event, copy in zip(timeline.events, again.events, strict=True):
        assert (copy.when is None) == (event.when is None)
        assert (copy.place, copy.status, copy.kind, copy.group) == (event.place, event.status, event.kind, event.group)


def test_a_frame_of_someone_else_is_read_by_the_usual_names() -> None:
    import geopandas
    import pandas
    from shapely.geometry import Point, Polygon

    frame = geopandas.GeoDataFrame(
        {"Event": ["A", "B"], "When": [pandas.Timestamp("2025-11-06"), pandas.NaT]},
        geometry=[Point(-8_986_000, -105_700), Polygon([(0, 0), (0, 9), (9, 9)])],
        crs="EPSG:3857",
    )
    first, second = from_geodataframe(frame).events
    assert first.place is not None
    assert (round(first.place.lon, 1), round(first.place.lat, 1)) == (-80.7, -0.9)
    assert (second.when, second.place is not None) == (None, True)


def test_a_frame_without_a_title_is_refused() -> None:
    import geopandas

    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=geopandas.points_from_xy([0], [0]), crs="EPSG:4326")
    with pytest.raises(InputError, match=r"the table has the columns n, .*needs a column for the title"):
        from_geodataframe(frame)


def test_an_empty_timeline_is_an_empty_table() -> None:
    frame = to_geodataframe(Timeline())
    assert len(frame) == 0
    assert tuple(frame.columns) == (*NAMES, "geometry")


def test_a_frame_without_geometry_is_read_by_its_columns() -> None:
    import pandas

    frame = pandas.DataFrame({"What": ["A"], "When": ["2025"], "Latitude": [-0.95], "Lng": [-80.72]})
    (event,) = from_geodataframe(frame).events
    assert event.place is not None
    assert (event.place.lon, event.place.lat) == (-80.72, -0.95)
