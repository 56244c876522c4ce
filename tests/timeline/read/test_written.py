"""What Dateline wrote into a folder is not read again as if it were a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.model import Place
from timeline.errors import InputError
from timeline.export import to_bytes
from timeline.model import Event, Timeline
from timeline.read import read, read_bytes

MANTA = Place("gn:3654410", "Manta", "city", -0.94937, -80.73137, "EC", "14", "Manabí", 217_553)
TEXT = "A crane fell in the port of Manta on Monday. Nobody was hurt, the harbour master said.\n"


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    event = Event("a1", "Crane fell in the port", "accident", place=MANTA)
    story = Timeline(events=(event,), title="Manta")
    return {suffix: to_bytes(story, suffix) for suffix in ("html", "csv", "geojson", "geoparquet")}


@pytest.mark.parametrize(
    ("fmt", "name"),
    [("html", "map.html"), ("csv", "all.csv"), ("geojson", "all.geojson"), ("geoparquet", "all.parquet")],
)
def test_a_file_that_dateline_wrote_is_left_out_of_a_folder_and_said(
    written: dict[str, bytes], fmt: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(TEXT)
    (tmp_path / name).write_bytes(written[fmt])
    reading = read(tmp_path)
    assert [article.source for article in reading.articles] == ["story.txt"]
    assert reading.timeline is None
    assert [(problem.message, problem.note) for problem in reading.problems] == [
        (f"{name} was written by Dateline and is left out.", True)
    ]


@pytest.mark.parametrize("fmt", ["csv", "geojson"])
def test_a_table_that_dateline_wrote_is_read_when_it_is_named_itself(written: dict[str, bytes], fmt: str) -> None:
    reading = read_bytes(written[fmt], f"all.{fmt}")
    assert reading.timeline is not None
    assert [event.title for event in reading.timeline.events] == ["Crane fell in the port"]


def test_a_map_that_dateline_wrote_is_refused_as_an_article(written: dict[str, bytes]) -> None:
    with pytest.raises(InputError, match=r"map\.html is a map that Dateline wrote.*give the article"):
        read_bytes(written["html"], "map.html")


def test_a_table_of_somebody_else_in_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("title,start,place,credit\nCrane fell,2025-03-01,Manta,Reuters\n")
    reading = read(tmp_path)
    assert reading.timeline is not None
    assert reading.problems == ()


def test_pictures_in_a_folder_are_passed_over_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(TEXT)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    assert read(tmp_path).problems == ()
