"""Every format: the same bytes again, only what is seen, credits inside, whole files or none."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from timeline import FORMATS, save, to_bytes
from timeline.errors import ExportError
from timeline.export import format_named, format_of, whole_file
from timeline.export.csv import cell_text, guarded
from timeline.model import Selection, Timeline
from timeline.read import read_bytes
from timeline.read.tables import unguarded

from ..samples import TEXT, sample_timeline

TABLES = ("csv", "geojson", "geoparquet")
HIDDEN = Selection(hidden=frozenset({"e-both"}))


def parquet_metadata(content: bytes) -> dict[bytes, bytes]:
    import pyarrow.parquet as pq

    metadata: dict[bytes, bytes] = pq.read_schema(io.BytesIO(content)).metadata
    return metadata


def readable(content: bytes, fmt: str) -> str:
    """The bytes as text, Parquet decoded into its values and its metadata."""
    if fmt != "geoparquet":
        return content.decode("utf-8")
    import pyarrow.parquet as pq

    return str(pq.read_table(io.BytesIO(content)).to_pylist()) + parquet_metadata(content)[b"dateline"].decode()


@pytest.mark.parametrize("fmt", [*TABLES, "json"])
def test_the_same_timeline_gives_the_same_bytes(fmt: str) -> None:
    assert to_bytes(sample_timeline(), fmt) == to_bytes(sample_timeline(), fmt)


@pytest.mark.parametrize("fmt", TABLES)
def test_a_table_written_and_read_is_written_the_same_again(fmt: str, manta: Timeline) -> None:
    from timeline.table import to_columns

    again = read_bytes(to_bytes(manta, fmt), f"t{FORMATS[fmt].suffixes[0]}").timeline
    assert again is not None
    assert again.problems == ()
    assert to_columns(again) == to_columns(manta)


@pytest.mark.parametrize("fmt", [*TABLES, "json"])
def test_a_hidden_event_is_absent_from_the_bytes(fmt: str) -> None:
    assert "Two ships meet off Manta" in readable(to_bytes(sample_timeline(), fmt), fmt)
    seen = readable(to_bytes(sample_timeline(), fmt, selection=HIDDEN), fmt)
    assert "Two ships meet off Manta" not in seen
    assert "e-both" not in seen


@pytest.mark.parametrize("fmt", TABLES)
def test_credits_source_link_and_what_was_checked_travel_along(fmt: str) -> None:
    content = readable(to_bytes(sample_timeline(), fmt), fmt)
    for words in ("Machine-made, 1 of 5 checked", "GeoNames (CC BY 4.0)", "Our Paper", "https://example.org/ships"):
        assert words in content


@pytest.mark.parametrize("fmt", TABLES)
def test_no_export_holds_the_article_its_problems_or_its_edits(fmt: str) -> None:
    content = readable(to_bytes(sample_timeline(), fmt, quotes="full"), fmt)
    assert TEXT not in content
    assert "b.txt" not in content
    assert "set_place" not in content


@pytest.mark.parametrize("fmt", TABLES)
def test_the_five_groups_of_an_export_add_up(fmt: str) -> None:
    frame = read_bytes(to_bytes(sample_timeline(), fmt), f"t{FORMATS[fmt].suffixes[0]}").timeline
    assert frame is not None
    assert frame.counts() == sample_timeline().counts()


def test_geojson_is_what_the_standard_says() -> None:
    whole: Any = json.loads(to_bytes(sample_timeline(), "geojson"))
    assert whole["type"] == "FeatureCollection"
    assert "crs" not in whole
    points = {feature["id"]: feature["geometry"] for feature in whole["features"]}
    assert points["e-both"] == {"type": "Point", "coordinates": [-80.73, -0.95]}
    assert points["e-denied"] is None
    assert whole["dateline"]["counts"]["not_happened"] == 1
    assert all(feature["type"] == "Feature" for feature in whole["features"])


def test_geoparquet_is_read_by_geopandas_with_its_crs() -> None:
    import geopandas

    frame = geopandas.read_parquet(io.BytesIO(to_bytes(sample_timeline(), "geoparquet")))
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.notna().sum() == 2
    metadata = json.loads(parquet_metadata(to_bytes(sample_timeline(), "geoparquet"))[b"geo"])
    assert metadata["version"] == "1.1.0"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+4", "+4"),
        ("-0043-03-15", "-0043-03-15"),
        ("-0.95", "-0.95"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("plain", "plain"),
        (None, ""),
        (True, "true"),
        (-0.95, "-0.95"),
        (-1e-7, "-1e-07"),
    ],
)
def test_no_cell_of_a_csv_can_run(value: object, cell: str) -> None:
    assert cell_text(value) == cell


@pytest.mark.parametrize("text", ["=1", "'=1", "''+a", "@x", "-", "--", "'", "it's", "+4", "-0043-03-15", "\tx"])
def test_guarding_is_taken_back_on_reading(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_hostile_title_survives_a_csv_and_never_starts_a_formula() -> None:
    titles = ['=HYPERLINK("http://x")', "+1", "-1+1", "@a", "\tq", 'a"b,c\nd', "<script>alert(1)</script>", "'=x"]
    events = tuple(replace(sample_timeline().events[3], id=f"t{at}", title=title) for at, title in enumerate(titles))
    content = to_bytes(Timeline(events=events), "csv")
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    risky = [cell for row in rows for cell in row.values() if cell[:1] in ("=", "@", "\t", "\r")]
    assert not risky
    again = read_bytes(content, "a.csv").timeline
    assert again is not None
    assert [event.title for event in again.events] == [title.strip() for title in titles]


@pytest.mark.parametrize(
    ("name", "fmt"),
    [
        ("a.html", "html"),
        ("A.PNG", "png"),
        ("x.dateline.json", "json"),
        ("a.parquet", "geoparquet"),
        ("a.b.csv", "csv"),
    ],
)
def test_the_ending_names_the_format(name: str, fmt: str) -> None:
    assert format_of(Path(name)) == fmt


@pytest.mark.parametrize(
    ("name", "fmt"), [("parquet", "geoparquet"), (".CSV", "csv"), ("story", "json"), (" png ", "png")]
)
def test_a_format_has_other_names(name: str, fmt: str) -> None:
    assert format_named(name) == fmt


def test_an_unknown_format_or_ending_names_those_there_are() -> None:
    with pytest.raises(ExportError, match="no format 'gif'; choose among html, png, svg, pdf, csv, geojson"):
        to_bytes(sample_timeline(), "gif")
    with pytest.raises(ExportError, match=r"a\.json names no format; write one of \.html"):
        format_of(Path("a.json"))


def test_a_file_is_saved_and_not_written_over_unasked(tmp_path: Path) -> None:
    path = save(sample_timeline(), tmp_path / "a.csv")
    before = path.read_bytes()
    with pytest.raises(ExportError, match=r"a\.csv exists; choose another name"):
        save(Timeline(), path)
    assert path.read_bytes() == before
    save(Timeline(), path, force=True)
    assert path.read_bytes() != before
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"there is no folder .*nowhere; make it first"):
        save(sample_timeline(), tmp_path / "nowhere" / "a.csv")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"/proc/a\.csv cannot be written \("):
        save(sample_timeline(), "/proc/a.csv")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(RuntimeError, match="power cut"), whole_file(path) as stream:
        stream.write(b"half")
        raise RuntimeError("power cut")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_saved_file_has_the_usual_permissions(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    path = save(sample_timeline(), tmp_path / "a.csv")
    assert path.stat().st_mode == plain.stat().st_mode


def test_every_format_is_documented(root: Path) -> None:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert not [key for key, each in FORMATS.items() if f"`{key}`" not in page or f"`{each.suffixes[0]}`" not in page]
