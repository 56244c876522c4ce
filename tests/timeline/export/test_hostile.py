"""Hostile text in every field of every table, story and picture: nothing runs, nothing is lost."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from tests.cases.hostile import hostile_texts
from timeline import FORMATS, to_bytes
from timeline.model import Article, Event, Timeline
from timeline.read import read_bytes
from timeline.read.intake import clean
from timeline.read.text import safe_link
from timeline.words import credit_words

from ..samples import MANTA, sample_timeline

HERE = f"table:{MANTA.lat!r},{MANTA.lon!r}"


def hostile_timeline(payloads: tuple[str, ...]) -> Timeline:
    """An event for each payload, which stands in every field that a text or a table can fill."""
    when = sample_timeline().events[0].when
    events = tuple(
        Event(
            f"h{at}",
            text,
            when=when,
            place=replace(MANTA, id=HERE, name=f"{text}, town", admin1_name=f"{text} district", geonames_id=None),
            place_basis="given",
            actors=(text.replace(";", ","),),
            note=text,
            source=text,
        )
        for at, text in enumerate(payloads)
    )
    return Timeline(events=events, title=payloads[0])


CLEAN = tuple(text for text in dict.fromkeys(clean(payload).text.strip() for payload in hostile_texts()) if text)


@pytest.mark.parametrize("fmt", ["csv", "geojson", "geoparquet", "json"])
def test_every_payload_comes_back_as_it_was_from_every_field(fmt: str) -> None:
    timeline = hostile_timeline(CLEAN)
    again = read_bytes(to_bytes(timeline, fmt), f"t{FORMATS[fmt].suffixes[0]}").timeline
    assert again is not None
    assert again.problems == ()
    for event, copy in zip(timeline.events, again.events, strict=True):
        assert (copy.title, copy.note, copy.source) == (event.title, event.note, event.source)
        assert copy.place is not None
        assert event.place is not None
        assert copy.place.name == event.place.name
        assert [actor.strip() for actor in event.actors] == list(copy.actors)


def test_no_cell_of_a_csv_begins_a_formula() -> None:
    content = to_bytes(hostile_timeline(CLEAN), "csv").decode()
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == len(CLEAN) + 1
    risky = [cell for row in rows[1:] for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert set(risky) <= {"-0.95", "-80.73", "-1"}  # numbers stay numbers


def test_a_picture_holds_no_script_and_no_outside_address() -> None:
    content = to_bytes(hostile_timeline(CLEAN[::7]), "svg")  # every shell, each with another call
    for element in ElementTree.fromstring(content).iter():
        tag = str(element.tag).rpartition("}")[2].lower()
        assert tag not in ("script", "foreignobject", "iframe", "a", "animate", "set")
        for name, value in element.attrib.items():
            local = name.rpartition("}")[2].lower()
            assert not local.startswith("on")
            if local == "href":
                assert value.startswith(("#", "data:image/"))


def test_a_hostile_address_gives_no_link_that_runs() -> None:
    for payload in hostile_texts():
        assert safe_link(payload) == "" or safe_link(payload).startswith("https://user:pass@")


def test_the_credit_line_says_a_hostile_source_as_plain_text() -> None:
    timeline = Timeline((Article("x", source="<b>${1}</b>"),))
    assert "Source: <b>${1}</b>." in credit_words(timeline)
