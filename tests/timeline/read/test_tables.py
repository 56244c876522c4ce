"""Tables of events: CSV, GeoJSON and Parquet, under our headings or the usual other ones."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from timeline.dates.calendar import iso_day
from timeline.errors import InputError
from timeline.model import Event, Timeline
from timeline.read import read_bytes
from timeline.read.columns import ALIASES, COLUMNS, NAMES, column_of, matched
from timeline.read.tables import read_table, unguarded


def table(text: str, name: str = "events.csv") -> Timeline:
    timeline = read_bytes(text.encode(), name).timeline
    assert timeline is not None
    return timeline


def only(text: str) -> Event:
    (event,) = table(text).events
    return event


def days(event: Event) -> tuple[str, ...]:
    assert event.when is not None
    when = event.when
    bounds = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    return tuple("" if day is None else iso_day(day) for day in bounds)


def test_a_plain_table_becomes_events_in_order_of_time() -> None:
    text = "title,start,lat,lon,place\nSecond,2025-11-07,-0.95,-80.72,Manta\nFirst,2025-11-06,-2.2,-80.97,Salinas\n"
    events = table(text).events
    assert [event.title for event in events] == ["First", "Second"]
    assert (events[1].place.name, events[1].place.lon, events[1].place.lat) == ("Manta", -80.72, -0.95)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "heading",
    [
        "Event,Date,Latitude,Longitude,Location,Category",
        "name;begin;Y;X;City;type",
        "What\tstart date\tlat\tlng\twhere\tEvent Type",
        "\ufeffHeadline,When,LAT,Long,Venue,KIND",
        "headline,start_date,latitude,lng,place-name,kind",
    ],
)
def test_the_usual_other_headings_are_understood(heading: str) -> None:
    sign = next(sign for sign in "\t;," if sign in heading)
    row = sign.join(["Quake", "2025-11-06", "-0.95", "-80.72", "Manta", "disaster"])
    event = only(f"{heading}\n{row}\n")
    assert (event.title, event.kind, days(event)[0]) == ("Quake", "disaster", "2025-11-06")
    assert event.place is not None
    assert (event.place.name, event.place.lat, event.place.lon) == ("Manta", -0.95, -80.72)


def test_our_own_heading_wins_over_another_name_for_it() -> None:
    assert matched(["name", "title", "when", "start"]) == {"title": "title", "start": "start"}


def test_no_two_columns_share_a_name() -> None:
    names = [name for column in COLUMNS for name in (column.name, *column.aliases)]
    assert len(names) == len(set(names))
    assert all(column_of(alias.replace("_", " ").title()) == name for alias, name in ALIASES.items())


def test_every_column_and_alias_is_documented(root: Path) -> None:
    page = (root / "docs" / "tables.md").read_text(encoding="utf-8")
    missing = [name for name in (*NAMES, *ALIASES) if f"`{name}`" not in page]
    assert not missing


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-11-06", "", ("2025-11-06",) * 4),
        ("2025-11", "", ("2025-11-01", "2025-11-30", "2025-11-01", "2025-11-30")),
        ("2025-03", "2025-05", ("2025-03-01", "2025-03-31", "2025-05-01", "2025-05-31")),
        ("", "2009", ("", "2009-12-31", "2009-01-01", "2009-12-31")),
        ("2014/..", "", ("2014-01-01", "2014-12-31", "", "")),
        ("../2009", "", ("", "2009-12-31", "2009-01-01", "2009-12-31")),
        ("-0043-03-15", "", ("-0043-03-15",) * 4),
    ],
)
def test_start_and_end_make_honest_intervals(start: str, end: str, expected: tuple[str, ...]) -> None:
    assert days(only(f"title,start,end\nIt,{start},{end}\n")) == expected


def test_a_row_without_coordinates_is_looked_up_by_its_place() -> None:
    events = table('title,place\nOne,Quito\nTwo,"Manta, Ecuador"\nThree,Nowhereville-on-Sea\nFour,\n')
    places = {event.title: event.place for event in events.events}
    assert places["One"] is not None
    assert (places["One"].name, places["One"].country) == ("Quito", "EC")
    assert places["Two"] is not None
    assert places["Two"].country == "EC"
    assert places["Three"] is None
    assert places["Four"] is None
    (problem,) = events.problems
    assert problem.message == (
        "events.csv, row 4, column place: 'Nowhereville-on-Sea' is not in the gazetteer; give lat and lon."
    )


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        ("A,2025-11-06,91,0,attack", "lat", "'91' is not a number from -90 to 90"),
        ("A,2025-11-06,0,181,attack", "lon", "'181' is not a number from -180 to 180"),
        ("A,2025-11-06,nan,inf,attack", "lon", "'inf' is not a number"),
        ("A,2025-11-06,north,0,attack", "lat", "'north' is not a number"),
        ("A,2025-11-06,1,,attack", "lon", "is empty, but the other coordinate is given"),
        ("A,2025-02-30,,,attack", "start", "'2025-02-30' does not exist in the calendar"),
        ("A,11/06/2025,,,attack", "start", "can be read in two ways"),
        (",2025-11-06,1,1,attack", "title", "a row must say what happened"),
    ],
)
def test_a_bad_row_is_named_with_its_column_and_the_rest_goes_on(row: str, column: str, says: str) -> None:
    timeline = table(f"title,start,lat,lon,kind\nGood,2025-01-01,1,1,visit\n{row}\n")
    assert [event.title for event in timeline.events] == ["Good"]
    (problem,) = timeline.problems
    assert problem.message.startswith(f"events.csv, row 3, column {column}: ")
    assert says in problem.message
    assert problem.message.endswith("; the row is left out.")


def test_an_end_before_its_start_is_a_bad_row() -> None:
    timeline = table("title,start,end\nGood,2025,2026\nBad,2025-05-02,2025-05-01\n")
    assert "'2025-05-01' lies before the start" in timeline.problems[0].message


def test_an_unknown_word_for_the_kind_is_other_and_for_the_status_a_problem() -> None:
    timeline = table("title,date,kind,status\nA,2025,volcano,\nB,2025,,perhaps\n")
    assert timeline.events[0].kind == "other"
    assert "'perhaps' is none of asserted, background, planned, hypothetical, negated" in timeline.problems[0].message


def test_blank_lines_and_short_rows_are_no_problem_and_rows_keep_their_numbers() -> None:
    timeline = table("title,start,place\nA,2025\n\n,,\nB\nC,never\n")
    assert [event.title for event in timeline.events] == ["A", "B"]
    assert [problem.message[:25] for problem in timeline.problems] == ["events.csv, row 6, column"]


def test_equal_rows_get_ids_of_their_own() -> None:
    ids = [event.id for event in table("title,start\nA,2025\nA,2025\nA,2025\n").events]
    assert len(set(ids)) == 3


@pytest.mark.parametrize(
    ("cell", "expected"), [("'=1+1", "=1+1"), ("''=1", "'=1"), ("'tis", "'tis"), ("-5", "-5"), ("'", "'"), ("", "")]
)
def test_the_apostrophe_that_guards_a_cell_is_taken_away(cell: str, expected: str) -> None:
    assert unguarded(cell) == expected


def features(*rows: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", **row} for row in rows]})


def test_geojson_points_lines_areas_and_features_without_geometry_are_read() -> None:
    square = [[[0, 0], [0, 2], [2, 2], [2, 0], [0, 0]]]
    timeline = table(
        features(
            {"id": 7, "geometry": {"type": "Point", "coordinates": [-80.72, -0.95, 12]}, "properties": {"name": "P"}},
            {"geometry": {"type": "Polygon", "coordinates": square}, "properties": {"name": "A", "date": "2025"}},
            {"geometry": None, "properties": {"name": "N", "date": 2025}},
            {"geometry": {"type": "Rubbish"}, "properties": {"name": "R"}},
        ),
        "a.geojson",
    )
    events = {event.title: event for event in timeline.events}
    assert events["P"].id == "7"
    assert events["P"].place is not None
    assert (events["P"].place.lon, events["P"].place.lat) == (-80.72, -0.95)
    assert events["A"].place is not None
    assert 0 < events["A"].place.lon < 2
    assert events["N"].place is None
    assert events["R"].place is None


def test_values_that_are_no_text_are_read_as_people_mean_them() -> None:
    rows = {
        "name": "A\ud800",
        "date": 2025.0,
        "actors": ["one", "two"],
        "lat": 1,
        "lon": 2.5,
        "checked": True,
        "id": 7.0,
    }
    (event,) = table(features({"geometry": None, "properties": rows}), "a.geojson").events
    assert (event.title, event.id, event.actors, event.checked) == ("A\ufffd", "7", ("one", "two"), True)
    assert days(event) == ("2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31")


def test_a_point_beyond_the_pole_is_a_bad_row() -> None:
    good = {"geometry": {"type": "Point", "coordinates": [0, 1]}, "properties": {"name": "G"}}
    bad = {"geometry": {"type": "Point", "coordinates": [0, 91]}, "properties": {"name": "B"}}
    timeline = table(features(good, bad), "a.geojson")
    assert timeline.problems[0].message.startswith("a.geojson, row 2, column lat: '91'")


def test_a_parquet_table_of_anybody_is_read() -> None:
    import geopandas
    import pandas
    from shapely.geometry import Point

    frame = pandas.DataFrame(
        {"headline": ["A", "B"], "date": [pandas.Timestamp("2025-11-06 17:00"), pandas.NaT], "n": [1, 2]}
    )
    written = io.BytesIO()
    geopandas.GeoDataFrame(frame, geometry=[Point(-80.72, -0.95), None], crs="EPSG:4326").to_parquet(written)
    timeline = read_bytes(written.getvalue(), "a.parquet").timeline
    assert timeline is not None
    first, second = timeline.events
    assert (first.title, days(first)[0], first.when.clock if first.when else "") == ("A", "2025-11-06", "17:00")
    assert (first.place.lon, first.place.lat) == (-80.72, -0.95)  # type: ignore[union-attr]
    assert (second.title, second.when, second.place) == ("B", None, None)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ("a,b\n1,2\n", "a.csv", "has the columns a, b, but a table of events needs a column for the title"),
        ("title\nA\n", "a.csv", "but a table of events needs"),
        ("title,date\n", "a.csv", "a.csv has no rows"),
        ("", "a.csv", "a.csv has no rows"),
        ("title,date\nA,never\n", "a.csv", "No row of a.csv can be used: a.csv, row 2, column start"),
        ("{", "a.geojson", "is not JSON"),
        ("[" * 100_000, "a.geojson", "is not JSON"),
        ("[1]", "a.geojson", "is not a GeoJSON FeatureCollection"),
        ('{"features": [1]}', "a.geojson", "is not a GeoJSON FeatureCollection"),
        ("no parquet", "a.parquet", "is not a readable Parquet file"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content: str, name: str, says: str) -> None:
    with pytest.raises(InputError) as told:
        read_bytes(content.encode(), name)
    assert says in str(told.value)
    assert name in str(told.value)


def test_a_cell_longer_than_an_article_is_refused() -> None:
    with pytest.raises(InputError, match=r"events\.csv cannot be read as a table \(field larger than field limit"):
        only(f"title,start,note\nA,2025,{'x' * 200_000}\n")


def test_a_table_without_any_place_is_read_and_told() -> None:
    """The events keep their dates; the sentence says what would put them on the map."""
    timeline = read_table(b"title,start\nBridge opened,2024-05-01\n", "bridges.csv")
    assert [event.title for event in timeline.events] == ["Bridge opened"]
    (problem,) = timeline.problems
    assert problem.message.startswith("bridges.csv has neither lat and lon nor a place")


@pytest.mark.parametrize(
    ("place", "admin1", "country"),
    [
        ("Springfield, Illinois", "Illinois", "US"),
        ("Portland, Maine", "Maine", "US"),
        ("Paris, Texas", "Texas", "US"),
        ("London, Ontario, Canada", "Ontario", "CA"),
        ("Atlanta, Georgia", "Georgia", "US"),
        ("Tbilisi, Georgia", "Tbilisi", "GE"),
    ],
)
def test_what_stands_behind_the_comma_chooses_among_places_of_one_name(place: str, admin1: str, country: str) -> None:
    found = only(f'title,place\nIt,"{place}"\n').place
    assert found is not None
    assert (found.admin1_name, found.country) == (admin1, country)


def test_a_place_in_the_wrong_country_is_not_found() -> None:
    assert only('title,place,start\nIt,"Salinas, Finland",2025\n').place is None


@pytest.mark.parametrize(
    ("cells", "expected", "order"),
    [
        (("25/12/2025", "06/11/2025", "2025/11/07"), ["2025-12-25", "2025-11-06", "2025-11-07"], "day"),
        (("25.12.2025", "6.11.2025 17:00"), ["2025-12-25", "2025-11-06"], "day"),
        (("12/25/2025", "06/11/2025"), ["2025-12-25", "2025-06-11"], "month"),
    ],
)
def test_dates_in_figures_are_read_where_the_table_settles_their_order(
    cells: tuple[str, ...], expected: list[str], order: str
) -> None:
    timeline = table("title;date;lat;lon\n" + "".join(f"T{at};{cell};1;2\n" for at, cell in enumerate(cells)))
    assert [days(event)[0] for event in sorted(timeline.events, key=lambda event: event.title)] == expected
    (note,) = timeline.problems
    assert note.note
    assert note.message.startswith(f"events.csv: dates in figures are read {order} first, because '{cells[0]}'")


@pytest.mark.parametrize("cells", [("05/12/2025", "06/11/2025"), ("25/12/2025", "12/25/2025", "06/11/2025")])
def test_dates_in_figures_are_refused_where_nothing_settles_their_order(cells: tuple[str, ...]) -> None:
    timeline = table("title,date\nGood,2025\n" + "".join(f"T,{cell}\n" for cell in cells))
    assert [event.title for event in timeline.events] == ["Good"]
    refused = [problem.message for problem in timeline.problems if "can be read in two ways" in problem.message]
    assert len(refused) == len(cells)


def test_a_sheet_saved_by_a_european_spreadsheet_is_read() -> None:
    """Semicolons, decimal commas, a byte order mark and Excel's own first line."""
    event = only("\ufeffsep=;\r\ntitle;date;lat;lon;confidence\r\nBrücke;2025-12-25;-0,95;-80,72;0,5\r\n")
    assert event.place is not None
    assert (event.place.lat, event.place.lon, event.confidence) == (-0.95, -80.72, 0.5)


def test_a_cell_behind_the_last_column_is_told() -> None:
    timeline = table("start,title\n2025,Fire, big one\n2026,Flood,,\n")
    assert [event.title for event in timeline.events] == ["Fire", "Flood"]
    assert timeline.problems[0].message == (
        "events.csv, row 2: 3 cells under 2 headings, so 'big one' is left out; quote a cell with a comma."
    )
    assert not [problem for problem in timeline.problems if "row 3" in problem.message]


def test_a_precision_of_someone_else_does_not_cost_the_date() -> None:
    assert days(only("title,start,precision\nA,2025-11-06,exact\n"))[0] == "2025-11-06"
    assert days(only("title,start,precision\nA,2025-11,month\n"))[3] == "2025-11-30"


def test_bounds_alone_are_a_date() -> None:
    event = only("title,start_earliest,end_latest\nA,2025-11-06,2025-11-08\n")
    assert (days(event)[0], days(event)[3]) == ("2025-11-06", "2025-11-08")


def test_a_copied_id_never_takes_that_of_another_row() -> None:
    ids = [event.id for event in table("id,title,start\na,A,2025\na,A,2025\na-2,A,2025\na,A,2025\n").events]
    assert ids == ["a", "a-3", "a-2", "a-4"]


def test_a_table_joined_with_itself_has_distinct_ids() -> None:
    from timeline.read.joining import join

    once = table("title,start\nA,2025\nA,2025\n")
    ids = [event.id for event in join([once, once, once]).events]
    assert len(ids) == len(set(ids)) == 6


def test_a_geometry_that_cannot_be_read_is_told_and_an_empty_one_is_not() -> None:
    rows = (
        {"geometry": {"type": "Rubbish"}, "properties": {"name": "R", "date": "2025"}},
        {"geometry": {"type": "Point", "coordinates": []}, "properties": {"name": "E", "date": "2025"}},
        {"geometry": None, "properties": {"name": "N", "date": "2025"}},
    )
    timeline = table(features(*rows), "a.geojson")
    assert len(timeline.events) == 3
    told = [problem.message for problem in timeline.problems if ", row " in problem.message]
    assert told == ["a.geojson, row 1: its geometry cannot be read, so it is not used; give a GeoJSON geometry."]


def test_geojson_in_metres_is_refused() -> None:
    whole = json.loads(features({"geometry": {"type": "Point", "coordinates": [12, 15]}, "properties": {"name": "A"}}))
    whole["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    with pytest.raises(InputError, match="coordinates in 'urn:ogc:def:crs:EPSG::3857'; save it in WGS84"):
        table(json.dumps(whole), "a.geojson")
    whole["crs"]["properties"]["name"] = "urn:ogc:def:crs:OGC:1.3:CRS84"
    assert table(json.dumps(whole), "a.geojson").events[0].place is not None


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", None])
def test_geoparquet_is_read_whatever_its_geometry_is_called_and_measured_in(crs: str | None) -> None:
    import geopandas
    from shapely.geometry import Point

    point = Point(-8_986_000, -105_700) if crs == "EPSG:3857" else Point(-80.72, -0.95)
    frame = geopandas.GeoDataFrame({"title": ["A", "B"], "date": ["2025", "2026"]}, geometry=[point, None], crs=crs)
    written = io.BytesIO()
    frame.rename_geometry("geom").to_parquet(written)
    timeline = read_bytes(written.getvalue(), "a.parquet").timeline
    assert timeline is not None
    place = timeline.events[0].place
    assert place is not None
    assert (place.lon, place.lat) == pytest.approx((-80.72, -0.95), abs=0.01)
    assert timeline.events[1].place is None


def test_a_parquet_of_too_many_rows_is_refused_before_it_is_unpacked() -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    written = io.BytesIO()
    pq.write_table(pa.table({"title": pa.array(["x"] * 1_000_001).dictionary_encode()}), written)
    with pytest.raises(InputError, match=r"a\.parquet has 1,000,001 rows; a table may have at most 1,000,000"):
        read_bytes(written.getvalue(), "a.parquet")


def test_a_json_file_is_read_as_what_it_holds() -> None:
    point = {"geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"name": "A"}}
    assert table(features(point), "a.json").events[0].title == "A"
    with pytest.raises(InputError, match=r"a\.json is JSON, but neither a GeoJSON FeatureCollection nor a story"):
        read_bytes(b'{"name": "package"}', "a.json")
    with pytest.raises(InputError, match="give it to `dateline annotate`"):
        read_bytes(b'{"text": "A."}', "a.jsonl")
